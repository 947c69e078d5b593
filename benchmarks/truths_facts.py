"""What is true of a table: figures and relations by query form, in plain arithmetic.

A fact is an operation with its operands (``Op``), so that the same sentence can be made of other operands, and anyone
can compute it again. ``figure`` gives its value; for a relation that has no figure, ``holds`` says by what share.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from truths_tables import Pack, Series, Table

__all__ = ["FORMS", "WORDLESS", "Op", "Span", "Topic", "draw", "figure", "holds", "noise", "topics"]

Span = tuple[date, date]

FORMS = (
    "level", "sum", "mean", "per_day", "count", "minimum", "maximum", "change", "change_percent", "change_points",
    "share", "ratio", "per_head", "factor", "comparison", "rank", "record", "trend", "parts",
)  # fmt: skip
WORDLESS = ("comparison", "rank", "record", "trend")


@dataclass(frozen=True, slots=True)
class Topic:
    """One series with its table and pack, and the series that its shares and rates are of."""

    pack: Pack
    table: Table
    series: Series
    rivals: tuple[Topic, ...] = ()
    """The same property by another producer."""
    population: Topic | None = None
    need: Topic | None = None
    one_producer: bool = False
    """The rivals are by the same producer, so naming it does not tell them apart."""
    must_name: bool = False
    """A claim of it is only clear where its producer is named."""

    def cells(self, entity: str) -> Sequence[tuple[date, date, float | None]]:
        return self.table.cells[self.series.name, entity]

    @property
    def places(self) -> tuple[str, ...]:
        """The entities without the one that is the total of the others."""
        return tuple(name for name in self.table.entities if name != self.table.total)


@dataclass(frozen=True, slots=True)
class Op:
    """An operation: ``a`` is the period (for a change the later one), ``b`` the other one; ``entities`` likewise."""

    name: str
    entities: tuple[str, ...]
    a: Span
    b: Span | None = None
    over: float = 0.0
    sense: int = 1


def topics(packs: Sequence[Pack]) -> list[Topic]:
    """The series that are talked about, with what goes with them."""
    made = []
    for pack in packs:
        every = [Topic(pack, table, series) for table in pack.tables for series in table.series]
        for topic in every:
            if topic.series.words is None:
                continue
            rivals = tuple(
                t for t in every if t.series.property == topic.series.property and t.table is not topic.table
            )
            by_role = {
                role: next((t for t in every if t.series.role == role and topic.series.name in t.series.of), None)
                for role in ("population", "need")
            }
            made.append(replace(topic, rivals=rivals, **by_role))
    return made


def _within(topic: Topic, entity: str, span: Span) -> list[float] | None:
    """The values whose periods make up ``span``; None where they do not, or one is missing."""
    rows = [cell for cell in topic.cells(entity) if cell[0] >= span[0] and cell[1] <= span[1]]
    if not rows or rows[0][0] != span[0] or rows[-1][1] != span[1] or any(row[2] is None for row in rows):
        return None
    return [row[2] for row in rows if row[2] is not None]


def _total(topic: Topic, entity: str, span: Span) -> float | None:
    values = _within(topic, entity, span)
    if values is None:
        return None
    if topic.series.sort == "flow":
        return round(sum(values), 6)
    return values[0] if len(values) == 1 else None


def figure(op: Op, topic: Topic) -> float | None:
    """The value of a figure; None where the table does not give it."""
    first = op.entities[0]
    if op.name in ("mean", "count", "min", "max"):
        values = _within(topic, first, op.a)
        if values is None:
            return None
        made = {"mean": sum(values) / len(values), "count": sum(v > op.over for v in values)}
        return {**made, "min": min(values), "max": max(values)}[op.name]
    total = _total(topic, first, op.a)
    if total is None or op.name == "total":
        return total
    if op.name == "per_day":
        return total / ((op.a[1] - op.a[0]).days + 1)
    if op.name in ("change", "percent", "factor"):
        other = _total(topic, op.entities[-1], op.b or op.a)
        if not other:
            return None
        made = {"change": total - other, "percent": 100 * (total - other) / other, "factor": total / other}
        return made[op.name]
    if op.name == "share":
        whole = _total(topic, op.entities[1], op.a)
        return 100 * total / whole if whole else None
    if op.name == "need":
        whole = _total(topic.need, first, op.a) if topic.need else None
        return 100 * total / whole if whole else None
    if op.name == "head":
        heads = _heads(topic, first, op.a)
        return op.over * total / heads if heads else None
    if op.name == "together":
        parts = [_total(topic, entity, op.a) for entity in op.entities]
        return None if None in parts else sum(part for part in parts if part is not None)
    raise ValueError(op.name)


def _heads(topic: Topic, entity: str, span: Span) -> float | None:
    if not topic.population:
        return None
    return next((v for lo, hi, v in topic.population.cells(entity) if lo <= span[0] and span[1] <= hi), None)


def noise(op: Op, topic: Topic) -> float:
    """By how much the value may be off because the table's figures are rounded."""
    step = topic.series.rounding / 2
    if not step or op.name == "count":
        return 0.0
    n = sum(1 for lo, hi, _ in topic.cells(op.entities[0]) if lo >= op.a[0] and hi <= op.a[1])
    if op.name in ("total", "together"):
        return n * step * len(op.entities)
    if op.name in ("mean", "min", "max", "per_day"):
        return step
    value = figure(replace(op, name="total", entities=op.entities[:1]), topic)
    if op.name == "change":
        return 2 * n * step
    share = 3 * n * step / value if value else 0.0
    return share * abs(figure(op, topic) or 0.0) if op.name != "percent" else 100 * share


def holds(op: Op, topic: Topic) -> float | None:
    """For a relation: by what share it holds (positive) or fails (negative); None where it cannot be told.

    ``higher``: entity 0 in ``a`` is higher (``sense`` 1) than the last entity in ``b``. ``rank``: entity 0 is the
    highest of all places in ``a``. ``record``: ``a`` is the highest since ``b``, when it was higher; of all so far
    where ``b`` is None. ``trend``: each value in ``a`` is higher than the one before it.
    """
    if op.name == "higher":
        x, y = _total(topic, op.entities[0], op.a), _total(topic, op.entities[-1], op.b or op.a)
        return None if x is None or not y else op.sense * (x - y) / abs(y)
    if op.name == "rank":
        own = _total(topic, op.entities[0], op.a)
        others = [_total(topic, name, op.a) for name in topic.places if name != op.entities[0]]
        if not own or None in others or not others:
            return None
        return min(op.sense * (own - (other or 0)) / abs(own) for other in others)
    cells = list(topic.cells(op.entities[0]))
    if any(value is None for _, _, value in cells):
        return None
    if op.name == "record":
        own = next((v for lo, hi, v in cells if (lo, hi) == op.a), None)
        before = [(lo, v) for lo, hi, v in cells if hi < op.a[0] and (op.b is None or lo >= op.b[0])]
        if not own or not before:
            return None
        if op.b is not None:
            ((_, then), *between) = before
            if not between or op.sense * (then - own) <= 0:
                return None
            before = between
        return min(op.sense * (own - v) / abs(own) for _, v in before)
    if op.name == "trend":
        values = [v for lo, hi, v in cells if lo >= op.a[0] and hi <= op.a[1]]
        if len(values) < 3 or any(not v for v in values):
            return None
        return min(op.sense * (later - earlier) / abs(earlier) for earlier, later in pairwise(values))
    raise ValueError(op.name)


def draw(form: str, topic: Topic, rng: random.Random) -> Op | None:
    """Random operands for ``form`` of this topic; None where the form does not suit it, or the draw was unlucky."""
    words, sort = topic.series.words, topic.series.sort
    if words is None:
        return None
    places = topic.places
    entity = rng.choice(topic.table.entities)
    cells = topic.cells(entity)
    grain = topic.table.grain
    one, two = sorted(rng.sample(range(len(cells)), 2))
    early, late = cells[one][:2], cells[two][:2]
    near = cells[max(0, two - 1)][:2]
    if form == "level":
        return Op("total", (entity,), late)
    if form in ("sum", "mean", "per_day", "count", "minimum", "maximum"):
        return _aggregate(form, topic, entity, rng)
    if form in ("change", "change_percent", "change_points"):
        if (form == "change_points") != (sort == "rate") or (form == "change" and sort == "index"):
            return None
        earlier = rng.choice((early, near, _year_before(cells, two) or near))
        return Op("percent" if form == "change_percent" else "change", (entity,), late, earlier)
    if form == "share":
        if words.share and topic.table.total and entity != topic.table.total:
            return Op("share", (entity, topic.table.total), _longer(topic, rng) or late)
        return None
    if form == "ratio":
        return Op("need", (entity,), _longer(topic, rng) or late) if words.need and topic.need else None
    if form == "per_head":
        return Op("head", (entity,), late, over=words.per) if words.head and grain == "year" else None
    if form in ("factor", "comparison"):
        name = "factor" if form == "factor" else "higher"
        sense = 1 if form == "factor" else rng.choice((1, -1))
        if len(places) > 1 and (words.more if form == "comparison" else words.factor) and rng.random() < 0.6:
            return Op(name, tuple(rng.sample(places, 2)), _longer(topic, rng) or late, sense=sense)
        return Op(name, (entity,), late, rng.choice((early, near)), sense=sense) if grain != "day" else None
    if form == "rank":
        return (
            Op("rank", (rng.choice(places),), _longer(topic, rng) or late) if words.most and len(places) > 2 else None
        )
    if form == "record":
        if grain == "day" or two < 4:
            return None
        since = None if rng.random() < 0.4 else cells[rng.randrange(0, two - 2)][:2]
        return Op("record", (entity,), late, since, sense=rng.choice((1, -1)))
    if form == "trend":
        if grain == "day" or len(cells) < 6:
            return None
        start = rng.randrange(1, len(cells) - 2)
        end = min(len(cells) - 1, start + rng.choice((2, 2, 3, 3, 4, 5)))
        return Op("trend", (entity,), (cells[start][0], cells[end][1]), sense=rng.choice((1, -1)))
    if form == "parts" and len(places) > 2 and words.together and sort != "rate":
        return Op("together", tuple(rng.sample(places, rng.choice((2, 2, 3)))), _longer(topic, rng) or late)
    return None


def _aggregate(form: str, topic: Topic, entity: str, rng: random.Random) -> Op | None:
    words, sort = topic.series.words, topic.series.sort
    span = _longer(topic, rng, force=True)
    if span is None or words is None:
        return None
    if form == "sum":
        return Op("total", (entity,), span) if sort == "flow" else None
    if form == "mean":
        return Op("mean", (entity,), span) if words.mean else None
    if form == "per_day":
        return Op("per_day", (entity,), span) if words.perday and sort == "flow" else None
    name, wording = {
        "count": ("count", words.count), "minimum": ("min", words.low), "maximum": ("max", words.peak),
    }[form]  # fmt: skip
    if not wording:
        return None
    values = _within(topic, entity, span)
    if values is None or len(values) < 4:
        return None
    return Op(name, (entity,), span, over=_threshold(values, rng) if form == "count" else 0.0)


def _threshold(values: list[float], rng: random.Random) -> float:
    """A round number with some of the values above it; 0 where none has a gap around it."""
    top = max(values)
    for _ in range(20):
        target = rng.uniform(0.3, 0.95) * top
        for digits in (1, 2):
            mark = float(f"{target:.{digits}g}")
            above = sum(v > mark for v in values)
            if mark > 0 and 1 < above < len(values) and all(abs(v - mark) > 0.01 * mark for v in values):
                return mark
    return 0.0


def _year_before(cells: Sequence[tuple[date, date, float | None]], index: int) -> Span | None:
    lo = cells[index][0]
    return (
        next((cell[:2] for cell in cells if cell[0] == date(lo.year - 1, lo.month, 1)), None) if lo.day == 1 else None
    )


def _longer(topic: Topic, rng: random.Random, *, force: bool = False) -> Span | None:
    """A calendar stretch of several of the table's periods that people speak of; None where none is drawn."""
    if topic.series.sort != "flow" and not force:
        return None
    cells = topic.cells(topic.table.entities[0])
    grain = topic.table.grain
    lo = cells[rng.randrange(len(cells))][0]
    end = cells[-1][1]
    if grain == "day":
        wide = rng.choice(("month", "month", "days", "days", "quarter", "year"))
    elif grain in ("week", "period"):
        wide = "weeks"
    elif grain == "month":
        wide = rng.choice(("quarter", "half", "year", "year", "months"))
    else:
        wide = "year" if grain == "quarter" else "years"
    span = _stretch(wide, lo, rng)
    return span if span[0] >= cells[0][0] and span[1] <= end else None


def _stretch(wide: str, lo: date, rng: random.Random) -> Span:
    from truths_tables import days, months, weeks, years

    if wide == "month":
        return months(lo.replace(day=1), 1)[0]
    if wide == "days":
        made = days(lo, rng.choice((3, 4, 5, 7, 7, 7, 10, 14)))
    elif wide == "weeks":
        made = weeks(lo, rng.choice((2, 3, 4, 6, 8)))
    elif wide == "quarter":
        made = months(date(lo.year, (lo.month - 1) // 3 * 3 + 1, 1), 3)
    elif wide == "half":
        made = months(date(lo.year, 1 if lo.month < 7 else 7, 1), 6)
    elif wide == "months":
        count = rng.choice((2, 3, 4, 5, 7))
        made = months(lo.replace(month=min(lo.month, 13 - count)), count)
    elif wide == "year":
        return years(lo.year, 1)[0]
    else:
        made = years(lo.year, rng.choice((2, 3, 4, 5)))
    return made[0][0], made[-1][1]
