"""What is never checked, and why: claims that no figure could be right or wrong for, and what nobody asserts."""

from __future__ import annotations

import re
from collections.abc import Collection

from onrecord.evidence.asked import Context
from onrecord.evidence.asserting import set_apart
from onrecord.evidence.conditions import on_condition
from onrecord.evidence.denying import beside_figures, is_certain, is_disowned, is_rhetorical, unwished
from onrecord.evidence.doubted import is_doubted
from onrecord.evidence.marks import TOUCHED, at_no_time
from onrecord.evidence.phrasing import INVERTED, MODAL, OPEN
from onrecord.evidence.scope import Scope
from onrecord.evidence.superlatives import denies_more
from onrecord.evidence.unread import unread_day, unread_number
from onrecord.record import Quantity, Reason
from onrecord.spans import Span

__all__ = ["is_difference", "refused"]

_NOT_ASSERTED = {"possible": "put as possible", "conditional": "put on a condition"}
_IF_ASIDE = re.compile(
    r"\W{0,4}(?:if|unless|whether|provided|supposing|assuming),[^;:]{1,60},\s$"
)  # "If, as he says, …"
_IF = re.compile(r"\b(?:if|unless|whether)\b")
_DOUBTED = re.compile(
    r"\b(?:nobody|no one|none|never|not|n't|no evidence|no proof|false|untrue|wrong|doubts?|doubtful|den(?:y|ies|ied)|"
    r"rejects?|rejected|disputes?|disputed)\b[^.;]{0,60}\bthat\s+$"
)
_ESTIMATED = re.compile(
    r"\b(?:estimat|calculat|count|measur|reckon)"
)  # belief, but of a figure, and put forward as one
_MORE_AFTER = re.compile(
    r"\s{1,9}(?:more|fewer|less|additional|extra)\b"
    r"|\s{1,9}(?:[a-z-]{1,30}\s{1,9}){0,2}(?:(?:shy|short|clear|ahead|adrift|in excess|up|down) of|behind|off"
    r"|up on|down on"
    r"|(?:above|below) (?:the|its|their|that|those|what|x[\w]*['’]s?|average|normal|target|capacity)"
    r"|(?:more|fewer|less|higher|lower) (?:in|on|at|during) )\b"
)
_MORE_BEFORE = re.compile(r"\b(?:additional|extra|further)\s{1,9}$")
_DENYING = frozenset({"deny", "ask", "urge", "promise", "predict"})  # acts that assert nothing of what has been
_ASIDE = re.compile(r"\w\W*[–—)]\s*$")  # "the ferry – ours – had 300": the subject stands before
_TOLD_TOO = frozenset({"urge", "promise", "predict"})  # what "told" may also do, elsewhere in what is told
_TELLING = re.compile(r"(?:has |have |had |also |then |later )*(?:told|tells?|said|says?|added|adds?|according to)")
_UNSURE = frozenset({"belief", "intention", "decree"})  # kinds of attribution that assert nothing of what has been
_NOUGHT = frozenset({"no", "not", "none", "zero", "nil"})  # "not a single boat" is a figure
_FACTIVE = frozenset(
    [
        "know",
        "knows",
        "knew",
        "known",
        "learn",
        "learned",
        "learnt",
        "realise",
        "realised",
        "discover",
        "discovered",
        "remember",
    ]
)
_SET_ASIDE = re.compile(r"\w[^,]{0,80}, [^,]{2,120}(?:,\d+[^,]{0,60}){0,3},\s*$")
_VERB = re.compile(r"(?:is|are|was|were|has|have|had)\b")
_FIRST = 12  # characters of a claim in which "if" opens it
_MODAL_BEFORE = 30  # characters before a claim in which "expected to" still is about it


def refused(found: Context, scope: Scope, labels: Collection[str] = ()) -> tuple[Reason, str] | None:
    """Why a claim is not checked whatever tables there are, as a reason and a line; None where it may be. ``labels``
    are the words that series go by: of "planned admissions" nobody plans any."""
    claim = found.claim
    if claim.kind in ("call", "characterisation"):
        return "not_fact", "a call to action or a characterisation is never checked"
    if claim.factuality in _NOT_ASSERTED:
        return "not_asserted", f"the claim is {_NOT_ASSERTED[claim.factuality]}"
    if claim.factuality == "future" or claim.kind == "prediction":
        return "forecast", "the claim is of what was still to come"
    sentence = scope.sentence(claim.span)
    if found.opened is not None:  # a frame that asserts what follows it leaves nothing open
        sentence = Span(found.opened, sentence.end)
    # Where a claim keeps its "that", what stands before the "that" is about it all the same.
    start = claim.span.start + (len("that ") if found.raw[:5].lower() == "that " else 0)
    before = found.unnamed[sentence.start : start].lower()
    certain = is_certain(before)
    denied = claim.factuality == "negated" and not denies_more(found) and not certain and not beside_figures(found)
    if denied and not any(_states(found, quantity) for quantity in found.quantities):
        return "not_asserted", "the claim is a denial"
    inverted = INVERTED.search(found.raw) and not _ASIDE.search(before) and not _goes_on(found, sentence, before)
    rest = found.unnamed[claim.span.end : sentence.end].lower()
    asks = found.opened is None and scope.asks(sentence) and not is_rhetorical(before, rest)
    if OPEN.search(before) or _IF_ASIDE.match(before) or _IF.search(found.raw[:_FIRST]) or inverted or asks:
        return "not_asserted", "the claim is asked or put on a condition"
    after = found.unnamed[claim.span.end : sentence.end].lower()
    if why := on_condition(before, found.raw, after):
        return "not_asserted", why
    near = claim.span.start - (0 if set_apart(before, found.raw) else _MODAL_BEFORE)
    near = max(sentence.start, near)
    if MODAL.search(unwished(found.unnamed[near : claim.span.end].lower(), labels)):
        return "not_asserted", "the claim is put as wished, expected or possible"
    if (_DOUBTED.search(before) and not certain) or is_disowned(before) or is_doubted(before, found.raw, rest):
        return "not_asserted", "the sentence does not assert it"
    if unread_number(found):
        return "no_value", "a number of the claim is not read: what the others are of is not known"
    if unread_day(found, sentence):
        return "no_period", "a day of the month that the sentence names is not read"
    attribution = scope.attribution(found) if found.opened is None else None
    cue = " ".join(found.words(span) for span in attribution.cue) if attribution else ""
    denying = (
        attribution is not None
        and attribution.act in _DENYING
        and not (attribution.act in _TOLD_TOO and _TELLING.fullmatch(cue) and claim.factuality == "asserted")
        and not (attribution.act == "ask" and attribution.form == "direct" and _tells(found, sentence))
    )
    unsure = attribution is not None and attribution.kind in _UNSURE and not set(cue.split()) & {*labels, *_FACTIVE}
    if attribution and not certain and not _ESTIMATED.search(cue) and (denying or unsure):
        return "not_asserted", "the speaker does not assert it"
    return None


_MORE_INSIDE = re.compile(r"\d\s(?:more|fewer|less|extra)\s[a-z]")  # "7 more hours"


def is_difference(found: Context, quantity: Quantity) -> bool:
    """Whether a figure says by how much there is more or less: no level, even where what it is from cannot be read."""
    if quantity.unit == "pp" or _MORE_INSIDE.search(found.words(quantity.span)):
        return True
    return bool(_MORE_AFTER.match(found.after(quantity.span)) or _MORE_BEFORE.search(found.before(quantity.span)))


def _tells(found: Context, sentence: Span) -> bool:
    """Whether a full stop ends a sentence, so that it tells something though its quotation goes on to ask."""
    return found.claim.factuality == "asserted" and found.unnamed[: sentence.end].rstrip("\"'”’ ").endswith((".", "!"))


def _goes_on(found: Context, sentence: Span, before: str) -> bool:
    """Whether a claim that begins with its verb only goes on after words set between commas: "Tarn, which has no
    harbour, was 300 metres longer"; not where something in the sentence is put as possible."""
    whole = found.unnamed[sentence.start : sentence.end].lower()
    return bool(_SET_ASIDE.search(before) and _VERB.match(found.raw) and not MODAL.search(whole))


def _states(found: Context, quantity: Quantity) -> bool:
    """Whether the denial is inside a figure, so that the figure is asserted: "does not exceed 1200", "no trucks"."""
    said = found.words(quantity.span).split()
    if quantity.lower == quantity.upper == 0:
        return bool(said) and said[0] in _NOUGHT
    bound = (quantity.lower is None) != (quantity.upper is None)
    if at_no_time(found) and TOUCHED.search(found.before(quantity.span)):
        return True
    return bound and (any(w in ("not", "no", "never") for w in said) or at_no_time(found))
