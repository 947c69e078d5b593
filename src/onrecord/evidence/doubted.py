"""What a sentence says of a claim that it takes back, asks or puts of none: "he withdrew his report that …"."""

from __future__ import annotations

import re

__all__ = ["is_doubted"]

_TAKEN_BACK = re.compile(
    r"\b(?:refus(?:e|es|ed|ing) to (?:believe|accept|confirm)|withdr(?:ew|aws?|awn|awing)|retract(?:s|ed|ing)?"
    r"|disbeliev(?:es?|ed)|disproved?|refut(?:es?|ed)|debunk(?:s|ed)?|took back|dismiss(?:es|ed)|corrected)\b"
    r"[^.;]{0,60}\bthat\s+$"
)
_EARLIER_TEXT = re.compile(
    r"\b(?:earlier|previous|first|original|older|former) (?:version|draft|edition|report)s?\b[^.;]{0,60}"
    r"\b(?:said|stated|had|gave|put|spoke of|reported|claimed)\s+(?:that\s+)?$"
)
_OF_NONE = re.compile(r"^\W{0,4}(?:no|any) [a-z-]{2,30} (?:that|which|who)\b")
_SET = re.compile(
    r"\b(?:ceiling|cap|limit|quota|threshold|floor|upper limit|lower limit|benchmark|cut-off|trigger)\b[^,;]{0,40}"
    r"\b(?:was|is|were|are|been|being)\s+(?:then\s+|now\s+)?(?:set|fixed|put|placed|drawn|raised|lowered)\b"
)
# "“900 thefts?” he asked": a question of somebody in the sentence; a rhetorical one ends it
_ASKED = re.compile(r"\?[\"'”’] ?\w")


def is_doubted(before: str, raw: str, after: str) -> bool:
    """Whether what stands ``before`` a claim in its sentence, the claim ``raw`` itself or what comes ``after`` it makes
    it nothing that is asserted; all in lower case."""
    if _TAKEN_BACK.search(before) or _EARLIER_TEXT.search(before):
        return True
    return bool(_OF_NONE.match(raw) or _SET.search(raw)) or bool(_ASKED.match(after))
