"""What puts a claim on a condition, or tells it of a case that is only thought of, by the words around it.

Closed lists of English over the words before the claim in its sentence, its own first words, and those after it. A
condition may stand first and end in a comma ("Were the count right, …"), or after ("…, should the count be right").
"""

from __future__ import annotations

import re

__all__ = ["on_condition"]

_IF = r"if (?!anything\b|any\b|not\b)|unless|only if|what if|even if"
_LONG = (
    r"(?:as|so) long as|in ?so ?far as|insofar as|to the extent that|only (?:when|where|once|after|until)|depending on"
)
_PUT = (
    r"provid(?:ed|ing) that|assuming|supposing|in case|in the event|on (?:the )?(?:condition|proviso|premise"
    r"|assumption|understanding|hypothesis)|lest|granted that|contingent (?:up)?on|conditional (?:up)?on|hinges? on"
    r"|as (?:if|though)|(?:due|payable|takes? effect|comes? into force|applies|apply) (?:when|where|after)"
)
_THOUGHT = (
    r"in (?:a|the|this|that|one) (?:[a-z-]{2,20} )?(?:scenario|case|world|model|simulation|example)"
    r"|under (?:the|this|that|such a) (?:[a-z-]{2,20} )?(?:scenario|model|assumption)|for the sake of argument"
    r"|hypothetically|had it not been|were it not|but for"
    r"|(?:let us|let's|let’s) (?:just )?(?:say|assume|suppose|imagine|pretend)|take it that|picture this"
    r"|(?:model|simulation|scenario|projection)s? (?:says?|has|puts|gives?|assumes?)"
)
# A condition that stands first, also with a comma after it
_BEFORE = re.compile(rf"\b(?:{_IF}|{_LONG}|{_PUT}|{_THOUGHT})\b[^.!?]{{0,200}}$")
_INVERTED_BEFORE = re.compile(r"^\W{0,4}(?:were|had|should)\s[^.!?,]{1,120},\s{0,3}$")
# "in 2017, had sales been 300, …", "figures show that were sales to reach 300, …": the verb before its subject
_NO_SUBJECT = (
    r"(?!(?:by|already|never|not|also|only|just|since|at|in|on|for|long|once|recently|previously|no|more|fewer|less|about"
    r"|some|around|nearly|almost|over|under|up|been|had|to|then|still|again|both|all|as|and|or|when|if|\d|#)\b|[\d#])"
)
_INVERTED = re.compile(
    rf"(?:^|[,:;–—“\"(]\s{{0,2}}|\b(?:that|but|and|because|as)\s)"
    rf"(?:had\s{_NO_SUBJECT}[^,.;:#]{{2,100}}\s(?:been|reached|come|came|risen|fallen|stood|stayed|had|gone|got|become"
    r"|dropped|grown|hit|topped|exceeded|passed|totalled|numbered|amounted|remained|kept)\b"
    rf"|were\s{_NO_SUBJECT}[^,.;:#]{{2,100}}\sto\s"
    rf"|should\s{_NO_SUBJECT}[^,.;:#]{{2,100}}\s(?:be|have|reach|come|fall|rise|turn|prove|exceed|stay)\b)"
)
# "with sales of 300, the plan would fail"
_GIVEN, _WOULD = re.compile(r"^\W{0,4}(?:given|with|at)\b"), re.compile(r"^[^.;]{0,80}\b(?:would|could|might|will)\b")
_GIVEN_BEFORE = re.compile(r"\b(?:given|with|at)\W{0,4}$")
_PRESENT = re.compile(r"\b[a-z]{3,20}s\s(?:only\s)?when\b[^,;:]{0,15}$")  # "the contract lapses when"
_TERMS = re.compile(r"\bon (?:those|these|such) terms\b")
_ONCE = re.compile(r"(?:^|[.!?,;]\s{0,3}|\s)(?:as soon(?: as)?|(?<!not )once|until|till|every time|whenever)\W{0,3}$")
_PACE = re.compile(
    r"(?:^|[.!?;:,]\s{0,3})\W{0,3}at (?:that|this|the current|the present|such a) (?:rate|pace|speed|tempo)\b"
)
_FIRST = re.compile(
    r"^\W{0,4}(?:as soon as|once(?! (?:in|since|during|this|last|between|from)\b)|until|till|every time|whenever)\s"
)
_AFTER = re.compile(
    r"^\W{0,3}(?:but )?(?:only )?(?:if|provided|unless|assuming|supposing|on (?:the |that |this )?"
    r"(?:condition|assumption|premise|hypothesis)|in theory|on paper|always provided"
    r"|(?:in|under) (?:the|this|that|such a) (?:scenario|model))\b"
    r"|^\s{0,2}[,–—(]\s{0,2}(?:should|were|had) (?:the|a|an|his|her|its|their|our|this|that|these|those|it|they|one"
    r"|anyone|anybody|things)\b"
)
# A figure that is set, not counted: "the threshold is 300"
_SET = re.compile(
    r"\b(?:the|a|an|its|their|our|this|that|annual|yearly|monthly|weekly|daily|legal|official)\s(?:[a-z-]{2,20}\s){0,2}"
    r"(?:threshold|limit|quota|target|ceiling|cap|requirement|allowance|cut-off|trigger|goal)s?\s"
    r"(?:is|are|was|were|stands? at|stood at|lies at|lay at|remains?|remained)\b"
)


_OPENING = 14
"""Characters of a claim in which the words before it may end."""


def on_condition(before: str, claim: str, after: str) -> str | None:
    """Why a claim is not asserted, by the words around it; None where they put it on no condition.

    ``before`` and ``after`` are the rest of its sentence, ``claim`` its own words, all in lower case.
    """
    opening = before + claim[:_OPENING]  # a claim may be cut off within such words: "so long | as the port had 300"
    if _BEFORE.search(opening) or _INVERTED_BEFORE.match(before) or _ONCE.search(before):
        return "the claim is put on a condition"
    if (
        _FIRST.match(claim)
        or _AFTER.match(after)
        or _PRESENT.search(opening)
        or _TERMS.search(before + claim)
        or _INVERTED.search(before + claim)
    ):
        return "the claim is put on a condition"
    if (_GIVEN.match(claim) or _GIVEN_BEFORE.search(before)) and _WOULD.match(after):
        return "the claim is put on a condition"
    if _PACE.search(before) or _PACE.match(claim):
        return "the claim goes on from a pace, and tells of no count"
    if _SET.search(claim):
        return "the figure is one that is set, not counted"
    return None
