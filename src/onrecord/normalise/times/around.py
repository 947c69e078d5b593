"""What a time takes from the times around it in its text: the order of day and month, a quarter said by its number
alone, and whether "a month" belongs to a rate before it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.normalise.times.lexicon import symbol
from onrecord.normalise.times.nodes import Date, Every, Length, Node, Range, Shifted
from onrecord.normalise.times.tokens import Token
from onrecord.normalise.times.values import iso_duration

__all__ = ["elliptic", "ordered", "rate", "rates_apart", "year_beside"]

_STROKES = re.compile(r"(\d{1,2})[/-](\d{1,2})[/-](?:\d{4}|\d{2})")
_LAST_MONTH = 12


def ordered(text: str, found: Sequence[Token]) -> list[Token]:
    """The same, with day and month of dates such as "5/3/2022" in the order of those dates of the text that leave no
    choice ("15/3/2022"), where there are any and all agree."""
    if not any(_swapped(token.value) for token in found):
        return list(found)
    written = [match for token in found for match in _STROKES.finditer(text, token.start, token.end)]
    day_first = any(int(match[1]) > _LAST_MONTH for match in written)
    month_first = any(int(match[2]) > _LAST_MONTH for match in written)
    if day_first == month_first:
        return list(found)
    return [token._replace(value=_settled(token.value, day_first)) for token in found]


def _swapped(node: Node) -> bool:
    if isinstance(node, Range):
        return _swapped(node.first) or _swapped(node.last)
    return isinstance(node, Date) and node.swapped


def _settled(node: Node, day_first: bool) -> Node:
    if isinstance(node, Range):
        return Range(_settled(node.first, day_first), _settled(node.last, day_first))
    if not isinstance(node, Date) or not node.swapped:
        return node
    month, day = (node.day, node.month) if day_first else (node.month, node.day)
    return replace(node, month=month, day=day, swapped=False)


_NUMBERED = re.compile(
    r"\b(?:in|from|to|and|than|with|for|during|of|by|over|on) (?P<n>the (?P<w>first|second|third|fourth|last|final))"
    r"(?=\s*(?:[.,;:!?)”\"’]|$)|\s(?:and|to|from|but|while|was|were|with|than)\b)",
    re.I,
)
_NUMBERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "final": 4}
_SENTENCE = re.compile(r"[.!?]\s")


def elliptic(text: str, found: Sequence[Token]) -> list[Token]:
    """The same with the quarters that only their number says after another one in the sentence: "from 522 in the second
    quarter of 2022 to 663 in the third"."""
    quarters = [token for token in found if _is_quarter(token.value)]
    if not quarters:
        return list(found)
    made = []
    for match in _NUMBERED.finditer(text):
        start, end = match.span("n")
        before = next((token for token in reversed(quarters) if token.end <= start), None)
        taken = any(token.start < end and start < token.end for token in found)
        if before is None or taken or _SENTENCE.search(text, before.end, start):
            continue
        number, last = _NUMBERS[match["w"].lower()], _last(before.value)
        # "in the fourth quarter of 2021 and the first": of which year is not said
        if last.part and (number > last.part[1] or match[0].lower().startswith(("than", "from", "in", "with", "on"))):
            made.append(Token(symbol("QUARTERS"), start, end, replace(last, part=("quarter", number))))
    return sorted([*found, *made], key=lambda token: token.start)


def _is_quarter(node: Node) -> bool:
    last = _last(node)
    return isinstance(last, Date) and last.part is not None and last.part[0] == "quarter" and bool(last.part[1])


def _last(node: Node) -> Date:
    node = node.last if isinstance(node, Range) else node
    return node if isinstance(node, Date) else Date()


# A number and what it counts, before "a week": the week is what the rate is per.
_RATE = re.compile(
    r"(?:\d%?|\b(?:two|three|four|five|six|seven|eight|nine|ten|hundred|thousand|million|billion|once|twice))\s+"
    r"(?:(?!(?:in|for|of|after|before|within|over|than|and|to|is|was|ago|last|lasted)\b)[A-Za-z'’-]{1,20}\s+){0,2}$"
)


def rate(text: str, token: Token) -> Token | None:
    """ "700 seats a week" as a set."""
    node = token.value
    if not (isinstance(node, Length) and len(node.amounts) == 1 and node.amounts[0][0] == 1 and not node.mod):
        return None
    before = text[max(0, token.start - 60) : token.start]
    if text[token.start : token.start + 2].lower() not in ("a ", "an") or not _RATE.search(before):
        return None
    duration = iso_duration(node)
    return token._replace(value=Every(duration, duration)) if duration else None


_YEAR_BESIDE = re.compile(
    r"\b(?:of|in|during|throughout|over) (?:all )?(?:of )?((?:1[89]|20)\d\d)\b[^.!?;:\n]{0,100}$", re.I
)


def year_beside(text: str, start: int) -> int | None:
    """The year that the sentence of a time at ``start`` names before it; None where it names none, or since when."""
    match = _YEAR_BESIDE.search(text[max(0, start - 140) : start])
    return int(match[1]) if match else None


_SINCE = re.compile(r"an? [a-z]+(?= (?:since|from|after) )", re.I)


def rates_apart(text: str, found: Sequence[Token]) -> Iterator[Token]:
    """The same with the rate and the start of "300 visitors a month since January" as two times."""
    for token in found:
        node, match = token.value, _SINCE.match(text, token.start, token.end)
        if not (match and isinstance(node, Shifted) and not isinstance(node.anchor, str)):
            yield token
            continue
        first = rate(text, token._replace(end=match.end(), value=node.length))
        if first is None:
            yield token
            continue
        yield first
        start = match.end() + len(re.match(r"\s\w+\s", text[match.end() : token.end])[0])  # type: ignore[index]
        yield token._replace(start=start, value=node.anchor)
