"""Hard negatives: statements that look like claims of a table's property and must not be called inconsistent."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from truths_clauses import PERIOD, Clause, clause, phrased
from truths_facts import Op, Topic, draw, figure
from truths_figures import Phrase, far, fits
from truths_items import Fact, Item, document
from truths_words import Wording, placed

__all__ = ["KINDS", "hard_items"]

ELSEWHERE = {
    "dev": ("Zelmar", "Port Uskel", "Vintersby", "Camp Thorne", "the Mirrow district", "the rest of the country"),
    "held": ("Brendal", "Oskarsund", "Lake Thirl", "the Kesting valley", "Mount Aller", "the neighbouring states"),
}
"""Places that no table has."""

STRICT = ("narrower", "elsewhere", "outside", "partly", "forecast", "conditional", "wish", "asked")
"""Kinds of which no answer at all is right; of the others only ``inconsistent`` is wrong."""


def _value(
    form: str, topic: Topic, rng: random.Random, *, low: float = 0.4, high: float = 1.8
) -> tuple[Op, Phrase] | None:
    """A level or sum of the topic and words for another figure of its size."""
    op = draw(form, topic, rng)
    value = figure(op, topic) if op else None
    made = phrased(form, value * rng.uniform(low, high), topic, rng) if value else None
    return (op, made) if op and made else None


def _narrower(topic: Topic, wording: Wording, part: str, rng: random.Random) -> tuple[Fact, Clause] | None:
    return _simple(topic, wording, rng, topic.series.words.narrower if topic.series.words else (), low=0.05, high=1.5)


def _simple(
    topic: Topic,
    wording: Wording,
    rng: random.Random,
    templates: tuple[str, ...],
    *,
    low: float = 0.4,
    high: float = 1.8,
) -> tuple[Fact, Clause] | None:
    form = rng.choice(("level", "sum")) if topic.series.sort == "flow" else "level"
    pair = _value(form, topic, rng, low=low, high=high)
    if pair is None or not templates:
        return None
    op, made = pair
    said = clause(form, op, topic, wording, rng, made=made, sense=1, explicit=True, templates=templates)
    return (Fact(form, op, topic, made, 1), said) if said else None


def _elsewhere(topic: Topic, wording: Wording, part: str, rng: random.Random) -> tuple[Fact, Clause] | None:
    words = topic.series.words
    built = _simple(topic, wording, rng, words.says if words else ())
    if built is None:
        return None
    fact, said = built
    place = rng.choice(ELSEWHERE[part])
    if fact.op.entities[0] not in said.text:
        return None
    text = said.text.replace(f"the {fact.op.entities[0]}", place).replace(fact.op.entities[0], place)
    return fact, replace(said, text=text)


def _outside(topic: Topic, wording: Wording, part: str, rng: random.Random) -> tuple[Fact, Clause] | None:
    """A period before the table begins or after it ends, by whole years."""
    built = _simple(topic, wording, rng, topic.series.words.says if topic.series.words else ())
    if built is None or built[0].made is None:
        return None
    fact, _ = built
    cells = topic.cells(topic.table.entities[0])
    first, last = cells[0][0].year, cells[-1][1].year
    years = (last - first + 1 + rng.randint(0, 2)) * rng.choice((1, -1))
    lo, hi = (_shift(day, years) for day in fact.op.a)
    if topic.table.grain == "week" and (lo.weekday(), hi.weekday()) != (0, 6):
        return None
    return _again(replace(fact, op=replace(fact.op, a=(lo, hi))), topic, wording, rng)


def _partly(topic: Topic, wording: Wording, part: str, rng: random.Random) -> tuple[Fact, Clause] | None:
    """A period that begins before the table or ends after it; the figure is above what the table has of it."""
    if topic.series.sort != "flow" or topic.table.grain not in ("day", "month", "quarter"):
        return None
    entity = rng.choice(topic.table.entities)
    cells = topic.cells(entity)
    first, last = cells[0][0], cells[-1][1]
    span = rng.choice(
        ((date(first.year - 2, 1, 1), date(first.year, 12, 31)), (date(last.year, 1, 1), date(last.year + 1, 12, 31)))
    )
    known = sum(v or 0 for lo, hi, v in cells if lo >= span[0] and hi <= span[1])
    made = phrased("sum", known * rng.uniform(1.2, 2.5), topic, rng) if known else None
    op = Op("total", (entity,), span)
    return (
        _again(Fact("sum", op, topic, made, 1), topic, wording, rng)
        if made and made.style not in ("fewer", "most")
        else None
    )


def _again(fact: Fact, topic: Topic, wording: Wording, rng: random.Random) -> tuple[Fact, Clause] | None:
    said = clause(
        fact.form, fact.op, topic, wording, rng, made=fact.made, sense=1, explicit=True,
        templates=topic.series.words.says if topic.series.words else (),
    )  # fmt: skip
    return (fact, said) if said else None


def _shift(day: date, years: int) -> date:
    return day.replace(year=day.year + years, day=min(day.day, 28) if day.month == 2 else day.day)


def _modal(kind: str) -> Callable[[Topic, Wording, str, random.Random], tuple[Fact, Clause] | None]:
    def made(topic: Topic, wording: Wording, part: str, rng: random.Random) -> tuple[Fact, Clause] | None:
        templates = tuple(t.replace("{spk_}", rng.choice(wording.speakers).split(",")[0]) for t in wording.hard[kind])
        built = _simple(topic, wording, rng, templates)
        if built is None or kind != "forecast":
            return built
        # Said before its period begins.
        fact, said = built
        return fact, replace(said, published=fact.op.a[0] - timedelta(rng.randint(5, 200)))

    return made


def _unstated(topic: Topic, wording: Wording, part: str, rng: random.Random) -> tuple[Fact, Clause] | None:
    """No period at all, and a figure that is right for one of the table's."""
    if topic.series.words is None or topic.must_name:
        return None
    op = draw("level", topic, rng)
    value = figure(op, topic) if op else None
    made = phrased("level", value, topic, rng) if value else None
    if op is None or made is None or value is None or not fits(made, value):
        return None
    templates = tuple(t.removesuffix(" {p}") for t in topic.series.words.says if t.endswith(" {p}"))
    said = clause("level", op, topic, wording, rng, made=made, sense=1, explicit=True, templates=templates)
    return (Fact("level", op, topic, made, 1), said) if said else None


def _definition(topic: Topic, wording: Wording, part: str, rng: random.Random) -> tuple[Fact, Clause] | None:
    """Right by one producer's count and not by the other's, and none is named."""
    if not topic.rivals or topic.must_name:
        return None
    op = draw("level", topic, rng)
    one, other = (figure(op, each) if op else None for each in (topic, topic.rivals[0]))
    made = phrased("level", one, topic, rng) if one and other else None
    if op is None or made is None or one is None or other is None or not fits(made, one) or fits(made, other):
        return None
    said = clause("level", op, topic, wording, rng, made=made, sense=1, explicit=True)
    return (Fact("level", op, topic, made, 1), said) if said else None


def _base(topic: Topic, wording: Wording, part: str, rng: random.Random) -> tuple[Fact, Clause] | None:
    """A change whose base is not told: right against the year before or the period before, not against the other."""
    if topic.table.grain not in ("month", "quarter") or topic.series.sort == "rate":
        return None
    entity = rng.choice(topic.table.entities)
    cells = topic.cells(entity)
    step = 12 if topic.table.grain == "month" else 4
    index = rng.randrange(step, len(cells))
    spans = [cells[index - back][:2] for back in (1, step)]
    changes = [figure(Op("percent", (entity,), cells[index][:2], span), topic) for span in spans]
    if changes[0] is None or changes[1] is None or changes[0] * changes[1] < 0:
        return None
    right, wrong = rng.sample([abs(changes[0]), abs(changes[1])], 2)
    made = phrased("change_percent", right, topic, rng) if right > 1 else None
    if made is None or not fits(made, right) or not far(made, wrong):
        return None
    op = Op("percent", (entity,), cells[index][:2], spans[0])
    templates = ("{np} {rose} by {v} {p}", "{np} {rose} {v} {p}")
    sense = 1 if changes[0] > 0 else -1
    said = clause("change_percent", op, topic, wording, rng, made=made, sense=sense, explicit=True, templates=templates)
    return (Fact("change_percent", op, topic, made, sense), said) if said else None


def _gap(topic: Topic, wording: Wording, part: str, rng: random.Random) -> tuple[Fact, Clause] | None:
    """The sum of weeks of which one has no value; the figure leaves room for it."""
    for entity in topic.places:
        cells = topic.cells(entity)
        holes = [index for index, cell in enumerate(cells) if cell[2] is None]
        if not holes:
            continue
        hole = rng.choice(holes)
        first, last = max(0, hole - rng.randint(1, 4)), min(len(cells) - 1, hole + rng.randint(1, 4))
        rows = cells[first : last + 1]
        known = sum(v or 0 for _, _, v in rows)
        made = phrased("sum", known * rng.uniform(1.1, 1.4), topic, rng)
        op = Op("total", (entity,), (rows[0][0], rows[-1][1]))
        if made and made.style not in ("fewer", "most"):
            return _again(Fact("sum", op, topic, made, 1), topic, wording, rng)
    return None


KINDS: dict[str, Callable[[Topic, Wording, str, random.Random], tuple[Fact, Clause] | None]] = {
    "narrower": _narrower,
    "elsewhere": _elsewhere,
    "outside": _outside,
    "partly": _partly,
    **{kind: _modal(kind) for kind in ("forecast", "conditional", "wish", "denied", "asked")},
    "unstated": _unstated,
    "definition": _definition,
    "base": _base,
    "gap": _gap,
}


def hard_items(every: list[Topic], wording: Wording, part: str, count: int, seed: int) -> list[Item]:
    """``count`` documents of which the judged claim must not be called inconsistent."""
    rng = random.Random(f"{part} hard {seed}")
    made: list[Item] = []
    texts: set[str] = set()
    weights = {kind: {"narrower": 2.5, "gap": 0.5, "asked": 0.5}.get(kind, 1.0) for kind in KINDS}
    done: Counter[str] = Counter()
    by_pack: dict[str, list[Topic]] = {}
    for topic in every:
        by_pack.setdefault(topic.pack.name, []).append(topic)
    while len(made) < count:
        kind = min(KINDS, key=lambda name: done[name] / weights[name])
        built = KINDS[kind](rng.choice(by_pack[rng.choice(list(by_pack))]), wording, part, rng)
        if built is None:
            continue
        fact, said = built
        if kind == "asked":
            text, spans = placed(said.text[:1].upper() + said.text[1:].replace(PERIOD, said.period))
            published, shape = fact.op.a[1] + timedelta(9), "{S}"
        else:
            ready = document([(fact, said)], wording, rng, dated=kind != "unstated")
            if ready is None:
                continue
            text, spans, published, shape = ready
        if len(spans) != 1 or text in texts:
            continue
        texts.add(text)
        done[kind] += 1
        made.append(
            Item(
                f"{part}-hard-{len(made):04d}", part, "hard", fact.form, kind, f"{shape} | {said.wording}", text,
                published.isoformat() if published else None, rng.choice((None, *wording.publishers)),
                fact.topic.pack.name, *spans[0], op=fact.op, phrase=fact.made, sense=fact.sense,
                table=fact.topic.table.name, series=fact.topic.series.name, strict=kind in STRICT,
            )
        )  # fmt: skip
    return made
