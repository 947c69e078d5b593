"""The labels of a series against the words of a claim: which make a label whole, and which it explains.

A word of a label may be said by any phrase of its group in the thesaurus; the unit of the figure says the words for
it ("hours of power", "4.6 hours"), and a sum of money that something is a price.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from onrecord.evidence.model import Series
from onrecord.evidence.thesaurus import Stand, alike, brings_about, doer, stands
from onrecord.evidence.wording import Word, finds, is_past, name_words, needed, persons, same_word, words
from onrecord.normalise.quantities.nouns import singular
from onrecord.spans import Span

__all__ = ["Label", "Said", "explains", "labels_of", "missing", "of_price", "says", "whole"]

_UNIT_WORDS = {
    "h": ("hour", "hours"),
    "%": ("per", "cent", "percent", "percentage"),
    "t": ("tonne", "tonnes", "tonnage"),
    "km": ("kilometre", "kilometres"),
    "har": ("hectare", "hectares"),
    "m3": ("cubic", "metre", "metres"),
    "mm": ("millimetre", "millimetres"),
}
_MONEY = frozenset(["EUR", "USD", "GBP", "CHF", "JPY"])
_PRICES = frozenset(["price", "cost"])
_PEOPLE = frozenset({"people", "person", "persons"})
_MANY = frozenset(
    [
        *("patients", "residents", "inhabitants", "voters", "citizens", "electors", "fans", "supporters", "spectators"),
        *("people", "persons", "civilians", "migrants", "foreigners", "applicants", "children", "babies", "vessels"),
        *("ships", "passengers"),
    ]
)
"""Whom or what a thing happens to one by one: as many of them as times that it came about."""
_BEFORE_NOUNS = frozenset(["the", "a", "an", "its", "our", "their"])
_NOT_SUBJECTS = frozenset(["by", "for", "of", "to", "among", "from", "with", "against", "on"])


@dataclass(frozen=True, slots=True)
class Label:
    """A label of a series: its words, which of them a claim must say, and the phrases of the thesaurus in it."""

    text: str
    lows: tuple[str, ...]
    needed: tuple[int, ...]
    stands: tuple[Stand, ...]

    @property
    def parts(self) -> tuple[str, ...]:
        """The words that a claim must say."""
        return tuple(self.lows[i] for i in self.needed)


@dataclass(frozen=True, slots=True)
class Said:
    """The words of a claim, in their order, with those lent to it behind, and the phrases of the thesaurus in them."""

    lows: tuple[str, ...]
    stands: tuple[Stand, ...]
    unit: str | None = None
    counted: str = ""

    @classmethod
    def of(
        cls, found: Sequence[Word], lent: Sequence[Word] = (), unit: str | None = None, counted: str | None = None
    ) -> Said:
        """What ``found`` and ``lent`` say of a figure in ``unit``, whose noun is ``counted``."""
        every = [*found, *lent]
        lows = tuple(word.low for word in every)
        return cls(lows, stands(lows, [word.capital for word in every]), unit, counted or "")

    def without(self, own: Iterable[int]) -> Said:
        """The same without some words: their places keep nothing."""
        out = set(own)
        kept = tuple("" if i in out else low for i, low in enumerate(self.lows))
        return Said(kept, tuple(one for one in self.stands if one.at.isdisjoint(out)), self.unit, self.counted)


def labels_of(series: Series, known: Sequence[str]) -> tuple[Label, ...]:
    """The labels of a series without the names ``known`` that stand in them."""
    return tuple(_label(text, tuple(known)) for text in (series.property, *series.synonyms))


@cache
def _label(text: str, known: tuple[str, ...]) -> Label:
    found = words(text, [Span(0, len(text))])
    dropped = {i for name in known for first in finds(name, found) for i in range(first, first + len(name_words(name)))}
    kept = [word for i, word in enumerate(found) if i not in dropped]
    # "other trucks" are those of no other label: they are not simply trucks
    must = {word.span for word in needed(kept)} | {word.span for word in kept if word.low == "other"}
    lows = tuple(word.low for word in kept)
    return Label(text, lows, tuple(i for i, word in enumerate(kept) if word.span in must), stands(lows))


def missing(label: Label, said: Said, series: Series) -> list[str]:
    """The words of ``label`` that ``said`` does not say."""
    groups = {one.group for one in said.stands}
    covered = {i for one in label.stands if one.group in groups for i in one.at}
    left = [i for i in label.needed if i not in covered and not says(label.lows[i], said, series)]
    if len(label.needed) > len(left) and any(low in _PEOPLE for low in said.lows):
        left = [i for i in left if not any(same_word(label.lows[i], person) for person in persons())]
    return [label.lows[i] for i in left]


def whole(label: Label, said: Said, series: Series) -> bool:
    """Whether ``said`` says every word of ``label``."""
    return bool(label.needed) and not missing(label, said, series)


def says(low: str, said: Said, series: Series) -> bool:
    """Whether the words of ``said``, or the unit of its figure, say the word ``low`` itself."""
    if any(other and same_word(low, other) for other in said.lows):
        return True
    if said.unit != series.unit or len(said.unit or "") < 1:
        return False
    return low in _UNIT_WORDS.get(series.unit, ()) or (series.unit in _MONEY and singular(low) in _PRICES)


def of_price(low: str, series: Series) -> bool:
    """Whether a word is of prices ("dearest") and the series is in money."""
    return series.unit in _MONEY and not alike(low).isdisjoint(alike("price"))


def explains(labels: Sequence[Label], said: Said, i: int) -> bool:
    """Whether the word of ``said`` at ``i`` says the same as a phrase of a label or is how such a thing comes about."""
    groups = frozenset(one.group for label in labels for one in label.stands)
    if any(i in one.at and one.group in groups for one in said.stands):
        return True
    return brings_about(said.lows[i], groups) or (doer(said.lows[i], groups) and _subject(labels, said, i))


def _subject(labels: Sequence[Label], said: Said, i: int) -> bool:
    """Whether a word may be the subject of its clause: nothing before it makes it narrow ("of nurses"), and it stands
    before no word of a label as part of its name ("police stations")."""
    # "" stands where a name stood: "Tarn's boats"
    before = next((low for low in reversed(said.lows[:i]) if low not in _BEFORE_NOUNS), "")
    after = said.lows[i + 1] if i + 1 < len(said.lows) and not is_past(said.lows[i + 1]) else ""
    own = {part for label in labels for part in label.parts}
    beside = any(after and (same_word(after, part) or not alike(after).isdisjoint(alike(part))) for part in own)
    # "300 surgeons operated": those are counted, not what they did
    counted = said.counted and singular(said.lows[i]) == singular(said.counted) and said.lows[i] not in _MANY
    return before not in _NOT_SUBJECTS and not beside and not counted
