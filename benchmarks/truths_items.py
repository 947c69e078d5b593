"""The items: documents with one claim that is judged, what it is, and what it was made from."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from truths_clauses import PERIOD, Clause, clause, margin, phrased
from truths_facts import FORMS, WORDLESS, Op, Topic, draw, figure, holds, noise
from truths_figures import Phrase, far, fits, rescaled
from truths_words import Wording, capital, placed

__all__ = ["Fact", "Item", "document", "false_items", "true_items"]

_CHANGES = ("change", "change_percent", "change_points")
_WEIGHTS = {"level": 4, "sum": 3, "change_percent": 2, "maximum": 1.5, "comparison": 1.5, "mean": 1.5}


@dataclass(frozen=True, slots=True)
class Item:
    """One document and its judged claim: the characters from ``start`` to ``end`` of ``text`` are its figure or its
    comparison. ``others`` are the same of true claims beside it.

    ``label`` is true, false or hard; ``why`` says what makes it false or hard. ``strict``: no answer at all is right.
    """

    id: str
    part: str
    label: str
    form: str
    why: str
    wording: str
    text: str
    published: str | None
    publisher: str | None
    pack: str
    start: int
    end: int
    others: tuple[tuple[int, int], ...] = ()
    op: Op | None = None
    phrase: Phrase | None = None
    sense: int = 1
    table: str = ""
    series: str = ""
    named: bool = False
    strict: bool = False


@dataclass(frozen=True, slots=True)
class Fact:
    """What a clause is made of: ``sense`` is the direction that it states."""

    form: str
    op: Op
    topic: Topic
    made: Phrase | None
    sense: int
    why: str = ""
    named: bool = False


def values_of(op: Op, topic: Topic, named: bool) -> list[float]:
    """The value of ``op``, and of the other producers' series where none is named."""
    every = _counts(topic, named)
    return [value for value in (figure(op, each) for each in every) if value is not None]


def _counts(topic: Topic, named: bool) -> tuple[Topic, ...]:
    return (topic,) if named and not topic.one_producer else (topic, *topic.rivals)


def _levels(form: str, op: Op, topic: Topic, rng: random.Random) -> Op:
    """Now and then a change told by its two levels, and a part told beside its total: the figure is a level then."""
    if form == "change" and rng.random() < 0.4:
        return replace(op, name="total")
    if form == "parts" and topic.series.words and topic.series.words.of_total and rng.random() < 0.4:
        return replace(op, name="total", entities=op.entities[:1])
    return op


def true_fact(form: str, topic: Topic, rng: random.Random, named: bool) -> Fact | None:
    """A fact that holds, with words for its figure; None where the draw was unlucky."""
    op = draw(form, topic, rng)
    if op is None:
        return None
    if form in WORDLESS:
        share = _relation(op, topic, named)
        return Fact(form, op, topic, None, op.sense, named=named) if share is not None and share > 0 else None
    op, sense = _levels(form, op, topic, rng), 1
    if form == "factor":
        op = _from_low(op, topic)
    values = values_of(op, topic, named)
    if not values or not _telling(form, op, topic, values[0]):
        return None
    if form in _CHANGES:
        sense = _sense(op, topic)
        values = [abs(value) for value in values]
    made = phrased(form, values[0], topic, rng)
    if not made or not all(fits(made, value) for value in values):
        return None
    if form in _CHANGES and op.name == "total" and made.style not in ("exact", "round"):
        return None
    return Fact(form, op, topic, made, sense, named=named)


def _sense(op: Op, topic: Topic) -> int:
    change = figure(replace(op, name="change"), topic) or 0.0
    return 1 if change > 0 else -1


def _from_low(op: Op, topic: Topic) -> Op:
    """The larger over the smaller, unless that is half."""
    value = figure(op, topic) or 1.0
    if value >= 1 or abs(value - 0.5) < 0.015:
        return op
    if len(op.entities) == 2:
        return replace(op, entities=op.entities[::-1])
    return replace(op, a=op.b or op.a, b=op.a)


def _telling(form: str, op: Op, topic: Topic, value: float) -> bool:
    """Whether a figure is one that people would tell: no change of a tenth of a per cent, no count above 0 of none."""
    if form == "count":
        return op.over > 0 and value >= 1
    if form == "change_percent":
        return 1 <= abs(value) < 400
    if form in ("change", "change_points"):
        change, level = figure(replace(op, name="change"), topic), figure(replace(op, name="total"), topic)
        return bool(change and level and abs(change) >= (0.02 * level if form == "change" else 0.2))
    return value > 0


def _relation(op: Op, topic: Topic, named: bool) -> float | None:
    """By what share a relation plainly holds or fails in every producer's table; None where that is not plain."""
    shares = []
    for each in _counts(topic, named):
        share = holds(op, each)
        if share is None or abs(share) < margin(op, each):
            return None
        shares.append(share)
    if op.name == "trend" and shares[0] > 0:
        # "Every month between March and June" may take in the step from February.
        wider = _one_earlier(op, topic)
        share = holds(wider, topic) if wider else None
        if share is None or share < margin(op, topic):
            return None
    return shares[0] if min(shares) > 0 or max(shares) < 0 else None


def _one_earlier(op: Op, topic: Topic) -> Op | None:
    cells = topic.cells(op.entities[0])
    index = next((i for i, cell in enumerate(cells) if cell[0] == op.a[0]), 0)
    return replace(op, a=(cells[index - 1][0], op.a[1])) if index else None


def false_fact(form: str, topic: Topic, rng: random.Random, named: bool) -> Fact | None:
    """A fact that plainly does not hold; None where the draw was unlucky."""
    if form in WORDLESS:
        op = draw(form, topic, rng)
        share = _relation(op, topic, named) if op else None
        return (
            Fact(form, op, topic, None, op.sense, "relation", named) if op and share is not None and share < 0 else None
        )
    fact = true_fact(form, topic, rng, True)
    if fact is None or fact.made is None:
        return None
    choices = ["value", "value", "value", "period", "period", "entity"]
    choices += ["producer"] * 4 if topic.rivals and named and not topic.one_producer else []
    choices += ["unit"] if fact.made.family else []
    choices += ["direction"] * 3 if form in _CHANGES and fact.op.name != "total" else []
    why = rng.choice(choices)
    moved = _moved(why, fact, rng)
    if moved is None or moved.made is None:
        return None
    values = values_of(moved.op, moved.topic, named)
    if not values or (form == "count" and moved.op.over <= 0):
        return None
    made = moved.made
    if form in _CHANGES and moved.op.name != "total":
        # A change the other way is as far off as its size: signed values against signed words.
        made = _signed(made, moved.sense)
    if not all(far(made, value, noise(moved.op, moved.topic)) for value in values):
        return None
    return replace(moved, why=why, named=named)


def _signed(made: Phrase, sense: int) -> Phrase:
    if sense > 0:
        return made
    return replace(
        made, number=-made.number, lo=-made.hi, hi=-made.lo, lo_open=made.hi_open, hi_open=made.lo_open
    )  # fmt: skip


def _moved(why: str, fact: Fact, rng: random.Random) -> Fact | None:
    op, topic = fact.op, fact.topic
    if why == "unit":
        made = rescaled(fact.made, topic.series.words.kind, rng) if fact.made and topic.series.words else None
        return replace(fact, made=made)
    if why == "direction":
        return replace(fact, sense=-fact.sense)
    if why == "producer":
        return replace(fact, topic=rng.choice(topic.rivals))
    if why == "entity":
        others = [name for name in topic.places if name not in op.entities]
        if not others:
            return None
        return replace(fact, op=replace(op, entities=(rng.choice(others), *op.entities[1:])))
    if why == "period":
        other = draw(fact.form, topic, rng)
        if other is None or other.a == op.a:
            return None
        return replace(fact, op=replace(op, a=other.a, b=other.b if op.b else None))
    value = figure(op, topic)
    if value is None:
        return None
    share = 0.015 * (0.5 / 0.015) ** rng.random()
    if rng.random() < 0.35:
        share = rng.uniform(0.25, 0.5)
    wrong = abs(value) * (1 + share if rng.random() < 0.5 else 1 - share)
    step = topic.series.rounding or 1.0
    if fact.form in ("level", "sum", "minimum", "maximum", "parts", "change", "count"):
        wrong = round(round(wrong / step) * step, 6)
    return replace(fact, made=phrased(fact.form, wrong, topic, rng)) if wrong > 0 else None


def document(
    part: Sequence[tuple[Fact, Clause]], wording: Wording, rng: random.Random, *, dated: bool = True
) -> tuple[str, list[tuple[int, int]], date | None, str] | None:
    """A short text of one clause, or of two in one sentence: its text, marks, date and how the sentence is made."""
    fact, first = part[0]
    published = first.published or _published([fact for fact, _ in part], rng, dated)
    speaker = rng.choice(wording.speakers)
    if len(part) == 2:
        shape = rng.choice(wording.joins)
        c, d = (each.text.replace(PERIOD, each.period) for _, each in part)
        sentence = shape.format(S=capital(c), c=c, d=d, spk=speaker, spk_=_inside(speaker))
    else:
        shape = rng.choice(wording.wraps)
        text = first.text
        if fact.named:
            shape = rng.choice(wording.named)
        elif text.endswith(" " + PERIOD) and rng.random() < 0.3:
            shape, text = rng.choice(wording.fronts), text[: -len(PERIOD) - 1]
        c = text.replace(PERIOD, first.period)
        producer = fact.topic.table.producer
        if not producer.startswith(("Statistics", "Bank", "UNRWA", "COGAT")):
            producer = f"the {producer}"
        slots = {
            "S": capital(c),
            "c": c,
            "spk": speaker,
            "spk_": _inside(speaker),
            "prod": producer,
            "Prod": capital(producer),
        }
        sentence = shape.format(**slots, p=first.period, P=capital(first.period))
    sentences = [capital(sentence)]
    if rng.random() < 0.3:
        sentences.insert(0, rng.choice(wording.before))
    if rng.random() < 0.3:
        sentences.append(rng.choice(wording.after))
    plain, spans = placed(" ".join(sentences))
    return plain, spans, published, shape


def _inside(speaker: str) -> str:
    """A speaker's name before the verb: with the comma that ends what is said of him."""
    return speaker + "," if "," in speaker else speaker


def _published(facts: list[Fact], rng: random.Random, dated: bool) -> date | None:
    last = max(fact.op.a[1] for fact in facts)
    if not dated:
        return None
    if rng.random() < 0.12 and all(fact.form != "record" for fact in facts):
        return None
    return last + timedelta(rng.randint(1, 60))


def _items(label: str, every: list[Topic], wording: Wording, part: str, count: int, rng: random.Random) -> list[Item]:
    """``count`` items, each form as often as its weight, each topic as often as it can be."""
    made: list[Item] = []
    texts: set[str] = set()
    by_pack: dict[str, list[Topic]] = {}
    for topic in every:
        by_pack.setdefault(topic.pack.name, []).append(topic)
    tries: Counter[str] = Counter()
    weights = {form: _WEIGHTS.get(form, 1.0) for form in FORMS}
    quota = {form: round(count * weight / sum(weights.values())) + 1 for form, weight in weights.items()}
    done: Counter[str] = Counter()
    while len(made) < count:
        open_ = [form for form in FORMS if done[form] < quota[form] and tries[form] < 400 * quota[form]]
        form = rng.choice(open_ or ["level", "sum", "change_percent"])
        tries[form] += 1
        topic = rng.choice(by_pack[rng.choice(list(by_pack))])
        item = _item(label, form, topic, every, wording, part, len(made), rng)
        if item and item.text not in texts:
            texts.add(item.text)
            done[form] += 1
            made.append(item)
    return made


def _item(
    label: str,
    form: str,
    topic: Topic,
    every: list[Topic],
    wording: Wording,
    part: str,
    number: int,
    rng: random.Random,
) -> Item | None:
    named = topic.must_name or rng.random() < (0.6 if topic.rivals else 0.12)
    two = not named and rng.random() < 0.15
    fact = (true_fact if label == "true" else false_fact)(form, topic, rng, named)
    if fact is None:
        return None
    said = _said(fact, wording, rng, explicit=two or (label == "false" and rng.random() < 0.7))
    if said is None:
        return None
    pairs, place = [(fact, said)], 0
    if two:
        beside = [t for t in every if t.pack.name == topic.pack.name and not t.must_name]
        for _ in range(12 if beside else 0):
            other = true_fact(rng.choice(("level", "level", "sum", "change_percent")), rng.choice(beside), rng, False)
            extra = _said(other, wording, rng, explicit=True) if other else None
            if other and extra and extra.text != said.text:
                pairs.insert(rng.randint(0, 1), (other, extra))
                place = next(i for i, pair in enumerate(pairs) if pair[0] is fact)
                break
    built = document(pairs, wording, rng)
    if built is None or len(built[1]) != len(pairs):
        return None
    text, spans, published, shape = built
    if label == "false" and said.published and not _plain_anyway(fact, said):
        return None
    return Item(
        f"{part}-{label}-{number:04d}", part, label, form, fact.why, f"{shape} | {said.wording}", text,
        published.isoformat() if published else None, rng.choice((None, *wording.publishers)), topic.pack.name,
        *spans[place], others=tuple(span for i, span in enumerate(spans) if i != place),
        op=fact.op, phrase=fact.made, sense=fact.sense, table=fact.topic.table.name, series=fact.topic.series.name,
        named=fact.named,
    )  # fmt: skip


def _said(fact: Fact, wording: Wording, rng: random.Random, *, explicit: bool) -> Clause | None:
    return clause(
        fact.form, fact.op, fact.topic, wording, rng, made=fact.made, sense=fact.sense, explicit=explicit
    )  # fmt: skip


def _plain_anyway(fact: Fact, said: Clause) -> bool:
    """Whether a false figure is false however its words for the time are taken: of "last week" however those seven days
    are counted, of the latest figure whichever of the last three was out."""
    if fact.made is None or said.published is None:
        return True
    spans = []
    if said.now:
        spans = [cell[:2] for cell in fact.topic.cells(fact.op.entities[0]) if cell[1] < said.published][-3:]
    elif (fact.op.a[1] - fact.op.a[0]).days == 6:
        ends = (said.published - timedelta(back) for back in (1, 0))
        spans = [(hi - timedelta(6), hi) for hi in ends]
    values = [v for span in spans for v in values_of(replace(fact.op, a=span), fact.topic, fact.named)]
    return all(far(fact.made, value) for value in values)


def true_items(every: list[Topic], wording: Wording, part: str, count: int, seed: int) -> list[Item]:
    """``count`` documents whose judged claim is true of the tables."""
    return _items("true", every, wording, part, count, random.Random(f"{part} true {seed}"))


def false_items(every: list[Topic], wording: Wording, part: str, count: int, seed: int) -> list[Item]:
    """``count`` documents whose judged claim is plainly not true of the tables."""
    return _items("false", every, wording, part, count, random.Random(f"{part} false {seed}"))
