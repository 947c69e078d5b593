"""What a claim asks of a series: which form of query, with which figure, times and direction.

Worked out from the claim's words alone, before any table is looked at. Each figure of a claim asks one thing; a claim
may ask more without a figure: "the highest since", "rose every month", "more than in".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.evidence import phrasing
from onrecord.evidence.model import Grain
from onrecord.evidence.moments import Moments, stretch
from onrecord.record import Claim, Quantity, QueryForm, Record, Time
from onrecord.spans import Span

__all__ = ["Asked", "Context", "asked", "context", "whole_days"]


@dataclass(frozen=True, slots=True)
class Context:
    """A claim with the items of its record, in the order of the text."""

    record: Record
    claim: Claim
    quantities: tuple[Quantity, ...]
    times: tuple[Time, ...]

    @property
    def text(self) -> str:
        """The document's text."""
        return self.record.document.text

    def words(self, span: Span) -> str:
        """The words at ``span``, in lower case."""
        return self.text[span.start : span.end].lower()

    def before(self, span: Span, reach: int = 60) -> str:
        """The words of the claim before ``span``, in lower case."""
        return self.text[max(self.claim.span.start, span.start - reach) : span.start].lower()

    def after(self, span: Span, reach: int = 60) -> str:
        """The words of the claim after ``span``, in lower case."""
        return self.text[span.end : min(self.claim.span.end, span.end + reach)].lower()

    @property
    def raw(self) -> str:
        """The claim from its first to its last character, in lower case: places in it are places in the text."""
        return self.text[self.claim.span.start : self.claim.span.end].lower()

    @property
    def low(self) -> str:
        """The claim in lower case, its parts joined, with a sign for each figure: "at most" ranks nothing."""
        found = []
        for part in self.claim.parts:
            at = part.start
            for span in (q.span for q in self.quantities if part.start <= q.span.start and q.span.end <= part.end):
                found += [self.text[at : span.start], "#"] if span.start >= at else []
                at = max(at, span.end)
            found += [self.text[at : part.end], " "]
        return "".join(found).lower()


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing that a claim states and a series could show.

    ``time`` is when (None: to be found), ``base`` what it is compared with, ``earlier`` the unit that the base lies
    back ("a year earlier"). ``ends`` says that the two are the ends of one stretch, ``time``. ``sign`` is up (1) or
    down (-1), ``place`` the rank, ``grain`` that of a mean or a record ("the highest daily …"). ``over`` is how many
    days the figure is of ("in 48 hours"), ``usual`` that it is compared with what was usual before. ``length`` is a
    length of time that is asked of an event ("one week of the truce"). ``alone``: the figure is of its own noun only,
    not of what the claim says of it ("18 of 36 hospitals were open": 36 hospitals). ``count`` is in how many units of
    ``grain`` the figure holds ("more than 20 mm on nine days"), ``together`` that it is of several entities added up,
    ``among`` how many entities a rank is among (0: all there are), ``whole`` the words for what a share is of. ``unread``: the claim compares with something that
    could not be read, so that nothing may be supposed for it.
    """

    form: QueryForm
    quantity: Quantity | None = None
    time: Time | None = None
    base: Time | None = None
    earlier: Grain | None = None
    ends: bool = False
    sign: int = 0
    place: int = 1
    grain: Grain | None = None
    since: Time | None = None
    over: int | None = None
    usual: bool = False
    length: Time | None = None
    alone: bool = False
    count: int | None = None
    together: bool = False
    among: int | None = None
    whole: Span | None = None
    unread: bool = False


def context(record: Record, claim: Claim) -> Context:
    """``claim`` with its figures and its own times that are dates."""
    quantities = tuple(q for q in record.quantities if q.id in claim.quantities)
    times = tuple(t for t in record.times if t.id in claim.times)
    return Context(record, claim, quantities, times)


def asked(found: Context) -> list[Asked]:
    """Everything that the claim asks, its figures first."""
    moments = Moments([t for t in found.times if t.kind in ("date", "time")], found.low, found.words, found.before)
    among = _among(found, moments)
    skipped = among[1] if among else None
    counted = _counted(found, moments)
    figures = [q for q in found.quantities if q is not skipped]
    made = counted or [_of_figure(found, quantity, moments) for quantity in figures]
    same = [item for quantity in found.quantities for item in _same(found, quantity)]
    lengths = [] if counted else [Asked("duration", length=t) for t in found.times if whole_days(t.duration)]
    ranked = [among[0]] if among else []
    return [*made, *same, *(ranked or _without_figure(found, moments, made)), *lengths]


def _counted(found: Context, moments: Moments) -> list[Asked]:
    """In how many days or months a bound holds: "more than 20 mm fell on nine days"."""
    for time in found.times:
        match = re.fullmatch(r"P(\d+)([DWMY])", time.duration or "") if time.kind == "duration" else None
        bounds = [q for q in found.quantities if (q.lower is None) != (q.upper is None) and q.trend is None]
        if match and len(bounds) == 1 and phrasing.ON_DAYS.search(found.before(time.span) + found.words(time.span)):
            grain = _LETTERS[match[2]]
            return [Asked("count", bounds[0], moments.when, grain=grain, count=int(match[1]))]
    return []


_LETTERS: dict[str, Grain] = {"D": "day", "W": "week", "M": "month", "Y": "year"}


def _among(found: Context, moments: Moments) -> tuple[Asked, Quantity | None] | None:
    """A rank among the entities of a table, and the figure that only says how many they are."""
    rank, group = phrasing.RANK.search(found.low), phrasing.AMONG.search(found.raw)
    if rank and group and not moments.since:
        sign = -1 if rank[2] in phrasing.LEAST else 1
        many = int(group[1]) if group[1] and group[1].isdigit() else phrasing.NUMBERS.get(group[1] or "", 0)
        start = found.claim.span.start
        inside = (q for q in found.quantities if start + group.start() <= q.span.start < start + group.end())
        place = phrasing.PLACES.get(rank[1] or "", 1)
        return Asked("rank", None, moments.when, sign=sign, place=place, among=many), next(inside, None)
    if (other := phrasing.ANY_OTHER.search(found.low)) and not found.quantities:
        sign = -1 if phrasing.LESS.search(other[0]) else 1
        return Asked("rank", None, moments.when, sign=sign, among=0), None
    return None


def _same(found: Context, quantity: Quantity) -> Iterator[Asked]:
    """The comparison of a figure with the same figure over another length of time, before some event."""
    if not quantity.compared or quantity.compared.relation != "same":
        return
    span = quantity.compared.span
    for time in found.record.times:
        if time.kind == "duration" and span.start <= time.span.start and time.span.end <= span.end:
            days = whole_days(time.duration)
            if days:
                yield Asked("per_day", quantity, over=days, usual=True)


def whole_days(duration: str | None) -> int | None:
    """A length of time as whole days; None where it is not."""
    match = re.fullmatch(r"P(?:(\d+)D|(\d+)W|T(\d+)H)", duration or "")
    if not match:
        return None
    if match[3]:
        return int(match[3]) // 24 if int(match[3]) % 24 == 0 else None
    return int(match[1]) if match[1] else 7 * int(match[2])


def _of_figure(found: Context, quantity: Quantity, moments: Moments) -> Asked:
    before, after = found.before(quantity.span), found.after(quantity.span)
    time = moments.of(quantity, found.quantities) or moments.since
    if any(_part_of(found, other, quantity) for other in found.quantities):
        return Asked("level", quantity, time, alone=True)
    if phrasing.TOGETHER.search(found.low) and not quantity.trend:
        return Asked("level", quantity, time, together=True)
    main, base, relation = moments.when, moments.base, quantity.compared.relation if quantity.compared else None
    sign = {"up": 1, "down": -1, None: 0}[quantity.trend]
    ends = bool(main and not base and not moments.earlier and stretch(found.words(main.span)))
    if quantity.unit_name == "time" or relation == "times":
        return Asked("factor", quantity, main, base, moments.earlier, ends, sign, unread=moments.unread)
    form = _change(quantity, relation, before)
    if form:
        sign = sign or {"more": 1, "less": -1}.get(relation or "", 0) or _direction(found.low)
        base = base or moments.since
        return Asked(form, quantity, main, base, moments.earlier, ends, sign, unread=moments.unread)
    if whole := _whole(found, quantity):
        return Asked("share", quantity, time, whole=whole)
    if quantity.per is not None:
        heads = any(word in quantity.per for word in ("person", "inhabitant", "head", "capita", "resident", "people"))
        return Asked("per_head" if heads else "per_day", quantity, time)
    return _aggregate(found, quantity, time, before, after)


def _whole(found: Context, quantity: Quantity) -> Span | None:
    """The words for what a figure is a share of: "all visitors", "the water it needed", "the need"."""
    if quantity.share_of is not None:
        span = quantity.share_of.span
        needed = phrasing.NEEDED.match(found.after(span))
        return Span(span.start, span.end + needed.end()) if needed else span
    needed = phrasing.OF_NEED.match(found.after(quantity.span)) if quantity.unit == "%" else None
    return Span(quantity.span.end + needed.start(1), quantity.span.end + needed.end(1)) if needed else None


def _part_of(found: Context, part: Quantity, whole: Quantity) -> bool:
    """Whether the text between two figures makes the second the whole of the first: "18 of 36"."""
    return part.span.end <= whole.span.start and bool(
        phrasing.OF.fullmatch(found.text[part.span.end : whole.span.start])
    )


def _change(quantity: Quantity, relation: str | None, before: str) -> QueryForm | None:
    """The form of a figure that is a change, not a level that something rose or fell to."""
    points = quantity.unit == "pp" or (quantity.unit_name == "point" and quantity.trend is not None)
    moved = quantity.trend is not None or relation in ("more", "less")
    if relation == "from" or phrasing.TO.search(before) or phrasing.FROM.search(before):
        moved = False
    if points:
        return "change_points"
    if not moved:
        return None
    if quantity.unit == "%" or (quantity.unit == "1" and quantity.unit_name is None and _fraction(quantity)):
        return "change_percent"
    return "change"


def _aggregate(found: Context, quantity: Quantity, time: Time | None, before: str, after: str) -> Asked:
    """A level, or the mean, greatest or least value of a period."""
    grain = next((grain for word, grain in phrasing.OFTEN.items() if re.search(rf"\b{word}\b", found.low)), None)
    near = f"{before[-40:].replace('at most', '').replace('at least', '')} {quantity.of.text.lower() if quantity.of else ''} {after[:25]}"
    if len(found.quantities) == 1:
        near = found.low
    if phrasing.MEAN.search(near):
        unit = phrasing.EACH.search(found.low)
        return Asked("mean", quantity, time, grain=phrasing.UNITS[unit[1]] if unit else grain)
    if top := phrasing.TOP_UNIT.search(found.low):
        return Asked("minimum" if top[1] in phrasing.LEAST else "maximum", quantity, time, grain=phrasing.UNITS[top[2]])
    each = phrasing.EACH.search(found.low)
    grain = grain or (phrasing.UNITS[each[1]] if each else None)
    if grain and phrasing.HIGH.search(near):
        return Asked("maximum", quantity, time, grain=grain)
    if grain and phrasing.LOW.search(near):
        return Asked("minimum", quantity, time, grain=grain)
    return Asked("level", quantity, time)


def _fraction(quantity: Quantity) -> bool:
    ends = [end for end in (quantity.lower, quantity.upper) if end is not None]
    return bool(ends) and all(0 < end < 1 for end in ends)


def _direction(low: str) -> int:
    match = phrasing.MOVED.search(low)
    return 0 if match is None else 1 if match[1] else -1


def _more_or_less(low: str) -> int:
    """Which way a comparison goes: by the last such word before "than"."""
    before = low.partition(" than ")[0]
    more = max((m.start() for m in phrasing.MORE.finditer(before)), default=-1)
    less = max((m.start() for m in phrasing.LESS.finditer(before)), default=-1)
    return 1 if more >= less else -1


def _without_figure(found: Context, moments: Moments, made: Sequence[Asked]) -> Iterator[Asked]:
    low, main, since = found.low, moments.when, moments.since
    if every := phrasing.EVERY.search(low):
        unit = next((g for g in (every[2], every[6]) if g), None) or (every[4] or "").split(" ")[0]
        sign = _direction(every[0])
        yield Asked("trend", None, main, grain=phrasing.UNITS.get(unit), sign=sign, ends=True, since=since)
        return
    if not any(item.form in ("maximum", "minimum", "count") for item in made):
        rank, record = phrasing.RANK.search(low), phrasing.RECORD.search(low)
        if rank and (since or "on record" in low or "record" in low or moments.earlier):
            sign = -1 if rank[2] in phrasing.LEAST else 1
            yield Asked("rank", None, main, sign=sign, place=phrasing.PLACES.get(rank[1] or "", 1), since=since)
            return
        if record and "on record" not in low:
            yield Asked("record", None, main, sign=-1 if "low" in (record[1], record[2]) else 1, since=since)
            return
    if made:
        return
    base = moments.base
    if phrasing.THAN.search(low) and (phrasing.MORE.search(low) or phrasing.LESS.search(low)):
        sign = _more_or_less(low)
        yield Asked("comparison", None, main, base, moments.earlier, sign=sign, unread=moments.unread)
        return
    if sign := _direction(low):
        ends = bool(main and not base and stretch(found.words(main.span)))
        yield Asked("comparison", None, main, base or since, moments.earlier, ends, sign, unread=moments.unread)
