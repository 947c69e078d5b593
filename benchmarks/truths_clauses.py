"""A clause of a fact: the operands, the figure and one of the wordings put together."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from truths_facts import WORDLESS, Op, Span, Topic, figure, holds, noise
from truths_figures import KINDS, STYLES, Phrase, phrase
from truths_words import Wording, marked, relative, said

__all__ = ["PERIOD", "Clause", "clause", "kind_of", "margin", "phrased"]

PERIOD = "\x04"
"""Stands for the period in a clause until it is known whether it goes to the front."""
_GRAINS = {"day": "day", "week": "week", "month": "month", "quarter": "quarter", "year": "year"}
_SMALL = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_TIMES = {2.0: "twice", 3.0: "three times", 4.0: "four times", 0.5: "half"}


@dataclass(frozen=True, slots=True)
class Clause:
    """Words with their figure or relation marked. ``published`` is set where the period needs that date; ``now`` where
    no period is told but that it is the latest then."""

    text: str
    period: str
    wording: str
    published: date | None = None
    now: bool = False


def kind_of(form: str, topic: Topic) -> str:
    """How a figure of this form is written."""
    words = topic.series.words
    if form in ("change_percent", "share", "ratio"):
        return "pct"
    return {"change_points": "pp", "factor": "ratio", "per_head": "ratio", "count": "count"}.get(
        form, words.kind if words else "count"
    )


def phrased(form: str, value: float, topic: Topic, rng: random.Random) -> Phrase | None:
    """Words for a value of this form, in a random style that suits it."""
    style = rng.choice(STYLES)
    step = topic.series.rounding or 1.0
    kind = kind_of(form, topic)
    if form in ("change", "change_percent", "change_points", "factor", "per_head", "share", "ratio"):
        style = {"most": "least", "between": "round"}.get(style, style)
    if form == "count":
        made = phrase(value, kind, rng, "exact", 1.0)
        if made and value <= 12 and rng.random() < 0.7:
            made = replace(made, text=_SMALL[round(value)], body="{n}")
        return made
    if form in ("change_percent", "change_points", "share", "ratio", "factor", "per_head", "mean", "per_day"):
        step = 0.0
        if form == "change_points":
            step = topic.series.rounding
    if style == "exact" and not step:
        style = "round"
    if form == "factor":
        return _times(value, rng, style)
    return phrase(value, kind, rng, style, step)


def _times(value: float, rng: random.Random, style: str) -> Phrase | None:
    made = None
    for number in (2.0, 3.0, 4.0, 0.5):
        if abs(value - number) < 0.03 * number and style in ("exact", "round", "about"):
            made = Phrase(_TIMES[number], "about", number, 0.1 * number, number * 0.95, number * 1.05)
        elif style == "nearly" and 0.94 * number < value < 0.99 * number and number > 1:
            made = Phrase(f"nearly {_TIMES[number]}", style, number, 0.1, number * 0.9, number, False, True)
        elif style == "more" and 1.01 * number < value < 1.4 * number and number > 1:
            made = Phrase(f"more than {_TIMES[number]}", style, number, 0.1, number, float("inf"), True)
    if made is None and value > 1.25 and style in ("round", "about"):
        made = phrase(value, "ratio", rng, "round")
        if made:
            made = replace(made, text=f"{made.text} times")
    return made


def margin(op: Op, topic: Topic) -> float:
    """The least share by which a relation must hold or fail to be plain, given how the table's figures are rounded."""
    values = [abs(v) for _, _, v in topic.cells(op.entities[0]) if v]
    return max(0.012, 1.6 * topic.series.rounding / (sum(values) / len(values)))


def clause(
    form: str,
    op: Op,
    topic: Topic,
    wording: Wording,
    rng: random.Random,
    *,
    made: Phrase | None = None,
    sense: int | None = None,
    explicit: bool = False,
    templates: Sequence[str] | None = None,
) -> Clause | None:
    """The clause that states ``made`` (or the relation) of ``op``; ``sense`` is the direction it states."""
    words = topic.series.words
    if words is None:
        return None
    if sense is None:
        sense = op.sense
    if form in ("change", "change_percent", "change_points") and sense not in (1, -1):
        return None
    published = None
    period, bare = said(op.a, wording, rng)
    if (
        not explicit
        and form not in ("change", "change_percent", "change_points", "record", "trend")
        and rng.random() < 0.18
    ):
        near = relative(op.a, wording, rng) if op.b is None else None
        if near:
            period, published = near
    now = (
        not explicit and form == "level" and topic.series.sort != "flow" and op.a != topic.cells(op.entities[0])[0][:2]
    )
    now = now and published is None and not templates and rng.random() < 0.2
    if now:
        templates, published = wording.generic["now"], op.a[1] + timedelta(rng.randint(8, 24))
    choices = list(templates or _templates(form, op, topic, wording, made, rng))
    if not choices:
        return None
    template = rng.choice(choices)
    text = _filled(template, form, op, topic, wording, rng, made, sense, bare)
    return None if text is None else Clause(text, period, template, published, now)


def _templates(
    form: str, op: Op, topic: Topic, wording: Wording, made: Phrase | None, rng: random.Random
) -> tuple[str, ...]:
    words, generic = topic.series.words, wording.generic
    assert words is not None
    if form in ("level", "sum"):
        if made and made.style in ("more", "most", "fewer") and rng.random() < 0.5:
            return generic[made.style]
        general = generic["level"]
        if topic.series.sort in ("rate", "index", "stock") and made and made.style not in ("most",):
            general = generic["reached"] + general[:1]
        elif form == "level" and rng.random() < 0.3 and made and made.style in ("exact", "round", "about", "nearly"):
            general = generic["reached"][:1]
        return words.says * 2 + general
    own = {
        "mean": words.mean, "per_day": words.perday, "count": words.count, "minimum": words.low, "maximum": words.peak,
        "share": words.share, "ratio": words.need, "per_head": words.head, "rank": words.most,
        "parts": words.together,
    }  # fmt: skip
    if form == "parts" and words.of_total and op.name == "total":
        return words.of_total
    if form in own:
        return own[form]
    two = len(op.entities) == 2
    if form == "factor":
        return words.factor if two else generic["factor"]
    if form == "comparison":
        return words.more if two else generic["higher"]
    if form == "change_percent":
        return generic["percent"]
    if form in ("change", "change_points"):
        plain = made is not None and made.style in ("exact", "round") and form == "change"
        return generic["levels"] if op.name == "total" and plain else generic["change"]
    if form == "record":
        return generic["record" if op.b else "record_all"]
    return generic["trend"] if form == "trend" else ()


def _filled(
    template: str,
    form: str,
    op: Op,
    topic: Topic,
    wording: Wording,
    rng: random.Random,
    made: Phrase | None,
    sense: int,
    bare: str,
) -> str | None:
    words = topic.series.words
    assert words is not None
    directed = wording.up if sense > 0 else wording.down
    slots = {name: rng.choice(choices) for name, choices in directed.items()}
    if sense < 0:
        slots["more"] = "fewer" if words.kind == "count" else "less"
        slots["most"] = "fewest" if words.kind == "count" else "least"
    pattern = rng.choice(words.np)
    own, plural = pattern.format(e=op.entities[0]), words.plural or _is_plural(pattern)
    slots |= {"np": own, "was": "were" if plural else "was", "is_": "are" if plural else "is"}
    slots["stands"] = "stand" if plural else "stands"
    slots |= {"its": "their" if plural else "its", "has_": "had" if rng.random() < 0.7 else "have" if plural else "has"}
    slots |= {"e": op.entities[0], "a": bare, "p": PERIOD, "k": _number(len(topic.places))}
    slots["grain"] = _GRAINS.get(topic.table.grain, "")
    if form == "parts" and op.name == "together":
        slots["es"] = ", ".join(op.entities[:-1]) + " and " + op.entities[-1]
    if form in ("share", "parts") and topic.table.total:
        slots["t"] = topic.table.total
    if "{w}" in template and not _first_figure(slots, form, op, topic, rng):
        return None
    if made is not None:
        slots |= {"v": marked(made.text), "f": marked(made.text), "n": marked(made.text)}
        slots["x"] = marked(made.body.format(n=made.words) if made.body else made.text)
    if form == "count":
        unit = KINDS[words.kind][0]
        slots["x"] = rng.choice(unit[1]).format(n=f"{op.over:,g}")
    if len(op.entities) == 2 and form in ("factor", "comparison"):
        slots |= {"a": op.entities[0], "b": op.entities[1]}
    else:
        ina, _ = said(op.a, wording, rng)
        slots["ina"] = ina
        if op.b:
            slots["inb"], slots["b"] = said(op.b, wording, rng)
        elif form == "trend":
            slots |= _ends(op.a, topic, wording, rng)
    try:
        text = template.format(**slots)
    except KeyError:
        return None
    return text.replace("<", "\x02").replace(">", "\x03")


def _is_plural(pattern: str) -> bool:
    head = re.split(r" (?:in|on|to|at|from|into|by|of) ", pattern)[0]
    return "number of" not in pattern and head.endswith("s")


def _first_figure(slots: dict[str, str], form: str, op: Op, topic: Topic, rng: random.Random) -> bool:
    """Puts the true figure that the marked one goes with in ``w``: the level before, or the total."""
    if form == "change":
        value = figure(Op("total", op.entities, op.b or op.a), topic)
    else:
        value = figure(Op("total", (topic.table.total or "",), op.a), topic) if topic.table.total else None
    words = topic.series.words
    first = phrase(value, words.kind, rng, "exact", topic.series.rounding or 1.0) if value and words else None
    if first:
        slots["w"] = first.text
    return first is not None


def _ends(span: Span, topic: Topic, wording: Wording, rng: random.Random) -> dict[str, str]:
    """The first and the last period of a trend."""
    cells = [cell for cell in topic.cells(topic.table.entities[0]) if cell[0] >= span[0] and cell[1] <= span[1]]
    return {"b": said(cells[0][:2], wording, rng)[1], "a": said(cells[-1][:2], wording, rng)[1]}


def _number(count: int) -> str:
    return _SMALL[count] if count <= 12 else str(count)


def plain(form: str, op: Op, topic: Topic) -> float | None:
    """The value, or for a relation the share by which it holds."""
    return holds(op, topic) if form in WORDLESS else figure(op, topic)


def blur(op: Op, topic: Topic) -> float:
    """How far off the value may be because of the table's rounding."""
    return noise(op, topic)
