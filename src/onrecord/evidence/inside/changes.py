"""A change and the two levels that it is between: "rose 20 per cent from 50 to 60"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.evidence.inside.sentences import CHANGE, DATE, FIGURE, PERCENT, RATIO, TIMES, Figure, Sentence
from onrecord.evidence.inside.sets import difference, point, quotient, scaled
from onrecord.evidence.inside.sums import Sets, Sum, compared, middle, near, number, sets_of, stated, tested
from onrecord.evidence.inside.words import NOUN
from onrecord.record import Interval, Trend

__all__ = ["changes"]

_LEVEL = f"[{FIGURE}{PERCENT}{CHANGE}]"
_OLD, _NEW = f"(?P<old>{_LEVEL})", f"(?P<new>{_LEVEL})"
_BY = f"(?P<by>[{FIGURE}{PERCENT}{CHANGE}{RATIO}{TIMES}])"
_WHEN = (
    r"(?:,? ?(?:in |on |at |for |by |a (?:year|month|week) (?:earlier|ago|before)|the (?:year|month|week) before"
    r"|last year|last month|(?:in )?the (?:same|previous) (?:period|month|year)(?: of)?"
    rf"|(?:the )?{DATE}|{DATE} of)){{0,3}}"
)
_SHARE = rf"(?:,? (?:or )?{FIGURE} (?:a|per) share|,? or {FIGURE}(?: (?:a|per) share)?)?"
"""A level in other terms: "$60m, or $2 a share"."""
_AFTER_LEVEL = rf"(?: people| points?| each| overall| on average)?{_SHARE}{_WHEN}"
_HIGH = "(?:a record |a high of |a low of |an average of |a total of |just |only )?"
_TURN = "(?:rise|increase|gain|jump|growth|surge|fall|drop|decline|decrease|cut|reduction|change|difference)"
_SIZE = rf"(?:up |down |by |or |(?:a |an )?{_TURN} of (?:about )?|a )"
_POINTS = "(?: points?| percentage points?)?"
_DASH = "(?:,| –| —)"
_ENDS = rf"(?= ?\)|,|\.|;|$| {_TURN}\b)"
_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"{_BY}{_POINTS},? (?:up |down |rising |falling )?from {_OLD}{_AFTER_LEVEL},? to {_HIGH}{_NEW}",
        rf"{_BY}{_POINTS}(?P<when>{_WHEN}),? to {_HIGH}{_NEW}{_AFTER_LEVEL},? (?:up |down )?from {_OLD}",
        rf"from {_OLD}{_AFTER_LEVEL},? to {_HIGH}{_NEW}{_AFTER_LEVEL}{_DASH}? ?\(?{_SIZE}{_BY}{_POINTS}{_ENDS}",
        rf"{_NEW}{_AFTER_LEVEL},? (?:up |down )?from {_OLD}{_AFTER_LEVEL}{_DASH} ?{_SIZE}{_BY}{_POINTS}{_ENDS}",
        rf"{_NEW}{_AFTER_LEVEL}, (?:which (?:is|was) |that is )?{_SIZE}{_BY}{_POINTS} from {_OLD}"
        r"(?![^\n]{0,12} to )",
        rf"{_NEW}{NOUN}, (?:a |an ){_BY} {_TURN} (?:from|on|over) (?:the )?{_OLD}",
        rf"{_NEW}{NOUN}, (?:which (?:is|was) )?{_BY}{_POINTS} (?P<side>over|above|below|under|more than|less than) "
        rf"the {NOUN} ?(?:of )?{_OLD}",
    )
)
_RANGES = tuple(
    re.compile(form)
    for form in (
        rf"{_BY}{_POINTS},? (?:up |down )?(?P<range>[{FIGURE}{PERCENT}])",
        rf"(?P<range>[{FIGURE}{PERCENT}]){_AFTER_LEVEL}{_DASH}? ?\(?{_SIZE}{_BY}{_POINTS}{_ENDS}",
    )
)
_FAR = 5.0
"""As `FAR` of sums: a small change is missed by a larger factor by the same slip."""
_ADJUSTED = re.compile(
    r"\b(?:adjust(?:ed|ing)|constant|real|annuali[sz]ed|annual rate|like[ -]for[ -]like|organic|comparable|per capita"
    r"|currency|currencies|excluding|inflation)\b"
)
_BELOW = ("below", "under", "less than")
_NUMBER = re.compile(r"\d")


def changes(sentence: Sentence) -> Iterator[Sum]:
    """The sums of a sentence's changes."""
    if len(sentence.items) < 2:
        return
    adjusted = bool(_ADJUSTED.search(sentence.shape))
    done: set[str] = set()
    for form in _FORMS:
        for found in form.finditer(sentence.shape):
            by, old, new = (sentence.figure(found, name) for name in ("by", "old", "new"))
            if by.id not in done and old.quantity.unit == new.quantity.unit and _same_rate(old, new):
                side = found.groupdict().get("side")
                trend = by.quantity.trend if side is None else "down" if side in _BELOW else "up"
                # "Rose 8% in May to $41 from $36 a year before": the rise may be since April.
                other = adjusted or bool(found.groupdict().get("when"))
                result = _change(by, (old, new), sets_of(old), sets_of(new), trend, adjusted=other)
                if result:
                    done |= {by.id}
                    yield result
    for form in _RANGES:
        for found in form.finditer(sentence.shape):
            by, levels = sentence.figure(found, "by"), sentence.figure(found, "range")
            ends = _ends(levels)
            if ends and by.id not in done:
                result = _change(by, (levels,), *ends, by.quantity.trend, adjusted=adjusted)
                if result:
                    done |= {by.id}
                    yield result


def _same_rate(old: Figure, new: Figure) -> bool:
    return old.quantity.per == new.quantity.per or None in (old.quantity.per, new.quantity.per)


def _ends(levels: Figure) -> tuple[Sets, Sets] | None:
    """The old and the new level of "from $50 to $60", which is one figure."""
    quantity = levels.quantity
    if not levels.text.lower().startswith("from ") or quantity.lower is None or quantity.upper is None:
        return None
    below = levels.narrow.lower, levels.wide.lower
    above = levels.narrow.upper, levels.wide.upper
    if None in (*below, *above):
        return None
    old, new = quantity.lower, quantity.upper
    return (
        (Interval(below[0], 2 * old - below[0]), Interval(below[1], 2 * old - below[1])),  # type: ignore[operator]
        (Interval(2 * new - above[0], above[0]), Interval(2 * new - above[1], above[1])),  # type: ignore[operator]
    )


@dataclass(frozen=True, slots=True)
class _Option:
    """One way to understand a change: what is stated, what the levels give, and both as they are shown."""

    claimed: Sets
    computed: Sets
    working: str
    shown: str


def _change(
    by: Figure, levels: tuple[Figure, ...], old: Sets, new: Sets, trend: Trend | None, *, adjusted: bool
) -> Sum | None:
    """The stated change tested; a fall is a change below nothing."""
    compares = [each.quantity.compared.relation for each in levels if each.quantity.compared]
    if set(compares) - {"from", "with"} or trend is None:
        return None
    first, second = middle(old[0]), middle(new[0])
    if first is None or second is None or not first:
        return None
    options = _options(by, trend, levels[0].quantity.unit, old, new, (first, second))
    return _best(by, levels, list(options), adjusted=adjusted)


def _options(
    by: Figure, trend: Trend, unit: str, old: Sets, new: Sets, shown: tuple[float, float]
) -> Iterator[_Option]:
    said = by.quantity
    first, second = shown
    a, b = number(first, 12), number(second, 12)
    minus = f"{b} - {a} = {number(second - first)}"
    share = f"({b} - {a}) / {a} = {number(100 * (second - first) / first)}%"
    step = compared(difference, new, old)
    times = compared(quotient, new, old)
    relative = compared(lambda each: scaled(difference(each, point(1.0)), 100.0), times)
    sign, minus_sign = (-1.0, "-") if trend == "down" else (1.0, "")
    claimed = compared(lambda each: scaled(each, sign), sets_of(by))
    value = f"{minus_sign}{stated(by)}"
    if said.unit == "1" and said.unit_name == "time":
        yield _Option(sets_of(by), times, f"{b} / {a} = {number(second / first)}", by.text.lower())
    elif said.unit == "%":
        yield _Option(claimed, relative, share, f"{value}%")
        if unit == "%":
            yield _Option(claimed, step, minus, f"{value}%")
    elif said.unit == "bp" and unit == "%":
        yield _Option(claimed, compared(lambda each: scaled(each, 100.0), step), minus, f"{value} basis points")
    elif said.unit == "pp" or said.unit_name == "point":
        if unit == "%" or (unit == "1" and said.unit != "pp"):
            yield _Option(claimed, step, minus, f"{value} points")
    elif said.unit == "1" and by.exact is not None and 0 < by.exact < 1 and not _NUMBER.search(by.text):
        yield _Option(compared(lambda each: scaled(each, 100.0), claimed), relative, share, by.text.lower())
    elif said.unit == unit:
        yield _Option(claimed, step, minus, value)


def _apart(option: _Option) -> float:
    """How far the computed value is from the stated one."""
    return abs((middle(option.claimed[0]) or 0.0) - (middle(option.computed[0]) or 0.0))


_ORDER = ("consistent", "depends", "inconsistent")


def _best(by: Figure, levels: tuple[Figure, ...], options: list[_Option], *, adjusted: bool) -> Sum | None:
    """The option that fits best: a rise of 1% from 3% to 4% is a point or a third."""
    results = [(tested(each.claimed, each.computed), each) for each in options]
    if not results:
        return None
    (result, claimed, computed), option = min(results, key=lambda each: (_ORDER.index(each[0][0]), _apart(each[1])))
    if computed.lower is None and computed.upper is None:
        return None
    if result != "consistent" and not any(near(each.claimed[0], each.computed[0], _FAR) for each in options):
        return None
    note = " (if rounded)" if result == "depends" else ""
    if result == "inconsistent" and (len(options) > 1 or adjusted):
        # A month's rise in prices beside two yearly rates; growth "in real terms" beside amounts of money.
        result, claimed, computed = "depends", option.claimed[0], option.computed[0]
        note = " (unless the change is of something else than the levels)"
    working = f"{option.working}; stated {option.shown}{note}"
    return Sum(by.quantity.span.start, "change", result, (by, *levels), (), claimed, computed, working)
