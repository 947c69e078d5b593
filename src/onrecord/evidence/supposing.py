"""The series that a claim may mean which leaves out a word of its label: "the measles coverage", "its busiest month".

Only where one series of all tables fits: its table has an entity that the claim's sentence names, it explains every
word of the claim, and no other series fits as well. What is left out is written down. Such a claim is never
inconsistent: it may mean something that no table has.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.evidence.asking import Asking
from onrecord.evidence.choosing import kind_words
from onrecord.evidence.gates import Candidate, described, named, own_words, producer_names, producer_of, unexplained
from onrecord.evidence.labels import Said, labels_of, missing
from onrecord.evidence.model import Series
from onrecord.evidence.sql import name as quoted
from onrecord.evidence.tables import Described
from onrecord.evidence.wording import Word, is_measure, same_word

__all__ = ["LEFT_OUT", "Supposed", "supposed"]

LEFT_OUT = "the claim leaves out "
"""How the line begins that says which words of a label a claim was supposed to mean."""

# Words that say how something is measured, not what: what a claim leaves out most often.
_MEASURES = frozenset(
    [
        *(
            "price",
            "cost",
            "rate",
            "coverage",
            "supply",
            "output",
            "level",
            "volume",
            "run",
            "spent",
            "operated",
            "total",
        ),
        *("generation", "production", "bill", "monthly", "median", "average", "register", "registered", "recorded"),
    ]
)
_COUNTED = ("sum", "level", "maximum", "minimum", "rank", "record", "mean", "comparison", "trend", "count", "per_day")
_FLOWS = frozenset(["busiest", "quietest"])


@dataclass(frozen=True, slots=True)
class Supposed:
    """A series that a claim may mean, and the line that says what it leaves out."""

    candidate: Candidate
    note: str


@dataclass(frozen=True, slots=True)
class _Fit:
    described: Described
    label: str
    said: int
    missing: tuple[str, ...]

    @property
    def cost(self) -> float:
        """How much is left out: a word of a measure counts little beside one of the thing."""
        return sum(0.1 if any(same_word(w, m) for m in _MEASURES) else 1.0 for w in self.missing)


def supposed(asking: Asking, said: Sequence[Word]) -> Supposed | None:
    """The one series that the words ``said`` may mean; None where none fits or several do."""
    fits = list(_fits(asking, said))
    if not fits:
        return None
    most = max(fit.said for fit in fits)
    if most == 0 and not any(word.low in _FLOWS for word in said):
        return None
    fits = sorted((fit for fit in fits if fit.said == most), key=lambda fit: fit.cost)
    close = [fit for fit in fits if fit.cost < fits[0].cost + 0.5]
    chosen = close[0] if len(close) == 1 else _total(asking, close)
    if chosen is None:
        return None
    pack, table, series = chosen.described
    note = f"{LEFT_OUT}“{' '.join(chosen.missing)}”: {chosen.label} is supposed"
    return Supposed(Candidate(pack, table, series, chosen.label), note)


def _fits(asking: Asking, said: Sequence[Word]) -> Iterator[_Fit]:
    tables, item = asking.tables, asking.item
    unit, kinds = item.quantity.unit if item.quantity else None, kind_words(item)
    spoken = Said.of(said, (), unit)
    around = next(iter(asking.scope.around(asking.found)))
    for pack, table, series in tables.asked(item):
        if not _of_unit(asking, series) or series.role == "population":
            continue
        values = tables.entities(pack, table)
        here = bool(named(table.entities, values, around, tables.producers))
        if not here and table.entities.constant is None:
            continue
        labels = labels_of(series, described(table.entities))
        own = own_words(said, table, values, producer_names(producer_of(table, series)), kinds)
        besides = spoken.without(own)
        if unexplained(said, besides, own, series, labels, item.grain == table.periods.grain):
            continue
        left = [(label, missing(label, besides, series)) for label in labels if label.needed]
        label, best = min(left, key=lambda pair: (len(pair[1]) - len(pair[0].needed), len(pair[1])))
        lows = {low for low in besides.lows if low}
        hit = len(best) < len(label.needed) or any(
            low in lows for one in labels for i, low in enumerate(one.lows) if i not in one.needed and is_measure(low)
        )
        if hit or here:
            yield _Fit((pack, table, series), label.text, int(hit), tuple(best))


def _of_unit(asking: Asking, series: Series) -> bool:
    """Whether the figure may be one of the series, by its unit alone."""
    quantity, form = asking.item.quantity, asking.item.form
    if quantity is None:
        return (
            series.sort == "flow"
            or form not in ("rank", "record")
            or not any(word in asking.found.low for word in _FLOWS)
        )
    if form in ("change_percent", "factor", "share"):
        return True
    if form == "change_points" or quantity.unit == "%":
        return series.unit == "%"
    if quantity.unit == "1":
        return (series.unit == "1" and form in _COUNTED) or (series.unit == "1" and form == "change")
    return series.unit not in ("1", "%")


def _total(asking: Asking, fits: Sequence[_Fit]) -> _Fit | None:
    """The one of several series of a table that is what the others add up to in its rows."""
    places = {(fit.described[0].name, fit.described[1].name) for fit in fits}
    pack, table, _ = fits[0].described
    if len(places) != 1 or len(fits) < 3 or any(fit.described[2].sort != "flow" for fit in fits):
        return None
    columns = [column for fit in fits if (column := fit.described[2].column)]
    if len(set(columns)) != len(fits) or any(fit.described[2].where for fit in fits):
        return None
    sums = " + ".join(quoted(column) for column in columns)
    tests = ", ".join(
        f"bool_and(abs({sums} - 2 * {quoted(column)}) <= 0.001 * abs({quoted(column)}))" for column in columns
    )
    [row] = asking.tables.store.run(pack, table, f"SELECT {tests} FROM {quoted(table.name)}")
    totals = [fit for fit, holds in zip(fits, row, strict=True) if holds]
    return totals[0] if len(totals) == 1 else None
