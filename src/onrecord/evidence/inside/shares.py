"""A part, its whole, and the share that the text says it is: "120 of the 400 boats (30 per cent)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.evidence.inside.sentences import FIGURE, PERCENT, RATIO, Figure, Sentence
from onrecord.evidence.inside.sets import product, quotient, scaled
from onrecord.evidence.inside.sums import Sets, Sum, compared, near, number, sets_of, stated, tested
from onrecord.evidence.inside.words import NOUN, THE, WORDS
from onrecord.record import Interval

__all__ = ["shares"]

_SHARE = f"(?P<share>[{PERCENT}{RATIO}])"
_PART, _WHOLE = f"(?P<part>{FIGURE})", f"(?P<whole>{FIGURE})"
_STOP = r"(?=[),.;:\n ]|$)"
_OUT_OF = rf"(?:out )?of {THE}{_WHOLE}"
_OPENING = rf"(?:^|[“\"] ?|, |; ){_OUT_OF}{WORDS}, (?:only |just |some )?{_PART}{NOUN}"
_ENDS = r"(?=[),.;:]|$)"
_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"{_PART}{NOUN},? {_OUT_OF}{NOUN}(?: ?\(|, or ){_SHARE}(?: of (?:them|the total|all))?{_ENDS}",
        rf"{_PART} ?\({_SHARE}\),? {_OUT_OF}{_STOP}",
        rf"{_SHARE} ?\({_PART}{NOUN},? {_OUT_OF}{NOUN}\)",
        rf"{_SHARE},? or {_PART},? {_OUT_OF}{_STOP}",
        rf"{_SHARE} ?\({_PART}\),? {_OUT_OF}{_STOP}",
        rf"{_SHARE} (?:out )?(?:of )?{THE}{_WHOLE}{NOUN}(?:,? ?\(|, or |, which is |, i\.e\. )"
        rf"{_PART}{NOUN}(?: in all| in total)?{_ENDS}",
        rf"{_OPENING} ?\({_SHARE}\)",
        rf"{_OPENING},? or {_SHARE},",
    )
)
_MORE = re.compile(rf"(?:, |; |, and | and )(?:only |just |some )?{_PART}{NOUN} ?\({_SHARE}\)")
_OF_THE = re.compile(rf"{_PART} of (?:the|its|their|all|those|these) {_WHOLE}{_STOP}")
_OPENS = (6, 7)
"""The forms in which more parts of the same whole may follow."""


def shares(sentence: Sentence) -> Iterator[Sum]:
    """The sums of a sentence's parts, wholes and shares."""
    if sum(sentence.shape.count(sign) for sign in (FIGURE, PERCENT, RATIO)) < 2:
        return
    done: set[str] = set()
    for k, form in enumerate(_FORMS):
        for found in form.finditer(sentence.shape):
            part, whole, share = (sentence.figure(found, name) for name in ("part", "whole", "share"))
            named = part.quantity.unit_name
            if share.id in done or (k not in _OPENS and named and named != whole.quantity.unit_name):
                continue  # not "12 members of 15 parties (40%)"
            result = _share(part, whole, share)
            if result:
                done.add(share.id)
                yield result
            if k in _OPENS and result and result.result != "inconsistent":
                yield from _others(sentence, found.end(), whole, done)
    for found in _OF_THE.finditer(sentence.shape):
        part, whole = sentence.figure(found, "part"), sentence.figure(found, "whole")
        over = _over(part, whole)
        if over:
            yield over


def _others(sentence: Sentence, place: int, whole: Figure, done: set[str]) -> Iterator[Sum]:
    """The parts that follow the first: "150 (30%) cycle and 50 (10%) come by car". Any may be of another whole."""
    for found in _MORE.finditer(sentence.shape, place):
        part, share = sentence.figure(found, "part"), sentence.figure(found, "share")
        result = _share(part, whole, share)
        if result and result.result == "consistent" and share.id not in done:
            done.add(share.id)
            yield result


def _share(part: Figure, whole: Figure, share: Figure) -> Sum | None:
    said = share.quantity
    if not _alike(part, whole) or said.compared or (said.trend and said.unit == "%"):
        return None
    if said.share_of and said.unit == "%" and not _holds(said.share_of.span, whole):
        return None
    if (
        part.quantity.compared
        or whole.quantity.compared
        or whole.exact is None
        or part.exact is None
        or not whole.exact
    ):
        return None
    per_cent = 100.0 if said.unit == "%" else 1.0
    claimed = sets_of(share)
    computed: Sets = compared(lambda a, b: scaled(quotient(a, b), per_cent), sets_of(part), sets_of(whole))
    result, a, b = tested(claimed, computed)
    if not near(claimed[0], computed[0]):
        return None
    if result == "depends":  # the other way round the rounding may fall together: "a third of the 1,000, or 333"
        back = compared(lambda a, b: scaled(product(a, b), 1 / per_cent), claimed, sets_of(whole))
        if tested(sets_of(part), back)[0] == "consistent":
            result = "consistent"
    unit = "%" if said.unit == "%" else ""
    shown = f"{stated(share)}{unit}" if unit else share.text.lower()
    note = " (if rounded)" if result == "depends" else ""
    value = number(100 * part.exact / whole.exact) + "%"
    working = f"{stated(part)} / {stated(whole)} = {value}; stated {shown}{note}"
    return Sum(said.span.start, "share", result, (share, part, whole), (), a, b, working)


def _holds(span: tuple[int, int], figure: Figure) -> bool:
    return span[0] <= figure.quantity.span.start and figure.quantity.span.end <= span[1]


def _alike(part: Figure, whole: Figure) -> bool:
    """Whether one may be a part of the other, which is as large or larger."""
    a, b = part.quantity, whole.quantity
    return a.unit == b.unit and a.per == b.per and not (a.trend or b.trend)


def _over(part: Figure, whole: Figure) -> Sum | None:
    """A part that is larger than its whole."""
    a, b = part.quantity, whole.quantity
    named = a.share_of is not None and _holds(a.share_of.span, whole)
    if not (named and a.unit == b.unit == "1" and part.exact and whole.exact) or a.approximate or b.approximate:
        return None
    if part.exact <= whole.exact or not near(part.narrow, whole.narrow):
        return None
    result, claimed, computed = tested((part.narrow, part.wide), _up_to(whole))
    note = " (if rounded)" if result == "depends" else ""
    working = f"{stated(part)} of {stated(whole)} is {number(100 * part.exact / whole.exact)}%, more than all{note}"
    return Sum(a.span.start, "share", result, (part, whole), (), claimed, computed, working)


def _up_to(whole: Figure) -> Sets:
    """What a part of ``whole`` may be: nothing to all of it."""
    return Interval(0.0, whole.narrow.upper), Interval(0.0, whole.wide.upper)
