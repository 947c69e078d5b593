"""A change and the two levels that it is between: "rose 20 per cent from 50 to 60"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.evidence.inside.sentences import CHANGE, DATE, FIGURE, PERCENT, RATIO, TIMES, Figure, Sentence
from onrecord.evidence.inside.sets import difference, point, quotient, scaled
from onrecord.evidence.inside.sums import Sets, Sum, compared, middle, near, number, sets_of, stated, tested
from onrecord.record import Interval

__all__ = ["changes"]

_LEVEL = f"[{FIGURE}{PERCENT}{CHANGE}]"
_OLD, _NEW = f"(?P<old>{_LEVEL})", f"(?P<new>{_LEVEL})"
_BY = f"(?P<by>[{FIGURE}{PERCENT}{CHANGE}{RATIO}{TIMES}])"
_WHEN = rf"(?:,? ?(?:in |on |at |for |by |a (?:year|month|week) (?:earlier|ago|before)|the (?:year|month|week) before|last year|last month|(?:in )?the (?:same|previous) (?:period|month|year)(?: of)?|(?:the )?{DATE}|{DATE} of)){{0,3}}"
_UNIT = r"(?: people| points?| each| overall| on average)?"
_SIZE = r"(?:a |an )?(?:rise|increase|gain|jump|growth|surge|fall|drop|decline|decrease|cut|reduction|change|difference) of(?: about)?"
_POINTS = "(?: points?| percentage points?)?"
_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"{_BY}{_POINTS},? (?:up |down |rising |falling )?from {_OLD}{_UNIT}{_WHEN},? to {_NEW}",
        rf"{_BY}{_POINTS}{_WHEN},? to {_NEW}{_UNIT}{_WHEN},? (?:up |down )?from {_OLD}",
        rf"from {_OLD}{_UNIT}{_WHEN},? to {_NEW}{_UNIT}{_WHEN}(?:,| –| —)? ?\(?(?:up |down |by |or |{_SIZE} |a ){_BY}{_POINTS}(?= ?\)|,|\.|;|$| (?:increase|rise|fall|drop|decline|decrease|jump|gain|in|on|over))",
        rf"{_NEW}{_UNIT}{_WHEN},? (?:up |down )?from {_OLD}{_UNIT}{_WHEN}(?:,| –| —) ?(?:up |down |by |or |{_SIZE} |a ){_BY}{_POINTS}(?= ?\)|,|\.|;|$| (?:increase|rise|fall|drop|decline|decrease|jump|gain))",
        rf"{_NEW}{_UNIT}{_WHEN}, (?:which (?:is|was) |that is )?(?:up |down |{_SIZE} ){_BY}{_POINTS} from {_OLD}(?![^\n]{{0,12}} to )",
    )
)
_RANGE = re.compile(rf"{_BY}{_POINTS},? (?:up |down )?(?P<range>[{FIGURE}{PERCENT}])")
_RANGE_FIRST = re.compile(
    rf"(?P<range>[{FIGURE}{PERCENT}]){_UNIT}{_WHEN}(?:,| –| —)? ?\(?(?:up |down |by |{_SIZE} |a ){_BY}{_POINTS}(?= ?\)|,|\.|;|$| (?:increase|rise|fall|drop|decline|decrease|jump|gain))"
)
_NUMBER = re.compile(r"\d")


def changes(sentence: Sentence) -> Iterator[Sum]:
    """The sums of a sentence's changes."""
    if len(sentence.items) < 2:
        return
    done: set[str] = set()
    for form in _FORMS:
        for found in form.finditer(sentence.shape):
            by, old, new = (sentence.figure(found, name) for name in ("by", "old", "new"))
            if by.id not in done and old.quantity.unit == new.quantity.unit and _same_rate(old, new):
                result = _change(by, (old, new), sets_of(old), sets_of(new))
                if result:
                    done |= {by.id}
                    yield result
    for form in (_RANGE, _RANGE_FIRST):
        for found in form.finditer(sentence.shape):
            by, levels = sentence.figure(found, "by"), sentence.figure(found, "range")
            ends = _ends(levels)
            if ends and by.id not in done:
                result = _change(by, (levels,), *ends)
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


def _change(by: Figure, levels: tuple[Figure, ...], old: Sets, new: Sets) -> Sum | None:
    """The stated change tested; a fall is a change below nothing."""
    said = by.quantity
    if any(each.quantity.compared and each.quantity.compared.relation not in ("from", "with") for each in (by, *levels)):
        return None
    first, second = middle(old[0]), middle(new[0])
    if first is None or second is None or said.trend is None:
        return None
    sign = -1.0 if said.trend == "down" else 1.0
    unit = levels[0].quantity.unit
    step = compared(difference, new, old)
    relative = compared(lambda a, b: scaled(difference(quotient(a, b), point(1.0)), 100.0), new, old)
    minus = f"{number(second, 12)} - {number(first, 12)} = {number(second - first)}"
    share = f"({number(second, 12)} - {number(first, 12)}) / {number(first, 12)} = {number(100 * (second - first) / first)}%" if first else ""
    options: list[tuple[Sets, Sets, str, str]] = []
    claimed: Sets = tuple(scaled(each, sign) for each in sets_of(by))  # type: ignore[assignment]
    shown = f"{'-' if sign < 0 else ''}{stated(by)}"
    if said.unit_name == "time" and said.unit == "1":
        claimed = sets_of(by)
        options.append((claimed, compared(quotient, new, old), f"{number(second, 12)} / {number(first, 12)} = {number(second / first)}" if first else "", by.text))
    elif said.unit == "%":
        options.append((claimed, relative, share, f"{shown}%"))
        if unit == "%":
            options.append((claimed, step, minus, f"{shown}%"))
    elif said.unit in ("pp", "bp") or said.unit_name == "point":
        if unit not in ("%", "1") or (unit == "1" and said.unit == "pp"):
            return None
        if said.unit == "bp":
            step = compared(lambda a: scaled(a, 100.0), step)
        options.append((claimed, step, minus, f"{shown} {'basis points' if said.unit == 'bp' else 'points'}"))
    elif said.unit == "1" and _share_like(by):
        rough: Sets = tuple(scaled(each, 100.0) for each in claimed)  # type: ignore[assignment]
        options.append((rough, relative, share, by.text))
    elif said.unit == unit:
        options.append((claimed, step, minus, shown))
    return _best(by, levels, [option for option in options if option[2]])


def _share_like(by: Figure) -> bool:
    value = by.exact
    return value is not None and 0 < value < 1 and not _NUMBER.search(by.text)


_ORDER = ("consistent", "depends", "inconsistent")


def _best(by: Figure, levels: tuple[Figure, ...], options: list[tuple[Sets, Sets, str, str]]) -> Sum | None:
    """The option that fits best: a rise of 1% from 3% to 4% is a point or a third."""
    results = [(tested(claimed, computed), working, shown, near(claimed[0], computed[0])) for claimed, computed, working, shown in options]
    if not results:
        return None
    (result, claimed, computed), working, shown, _ = min(results, key=lambda each: _ORDER.index(each[0][0]))
    if result == "inconsistent" and not any(each[3] for each in results):
        return None
    note = " (if rounded)" if result == "depends" else ""
    return Sum(by.quantity.span.start, "change", result, (by, *levels), (), claimed, computed, f"{working}; stated {shown}{note}")
