"""A claim with its items, and one thing that it asks of a series: the contract between wordings and query forms."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from onrecord.evidence.model import Grain
from onrecord.evidence.rejoined import rejoined
from onrecord.evidence.said_times import in_one
from onrecord.record import Claim, Quantity, QueryForm, Record, Time
from onrecord.spans import Span

__all__ = ["Asked", "Context", "Every", "context", "whole_days"]


# Turns that rank and count nothing, whatever their words
_IDIOMS = re.compile(
    r"\b(?:for the record|first of all|first and foremost|last but not least|in the first place|not least|at best"
    r"|at worst|once again|best of all)\b",
    re.IGNORECASE,
)
# A name that begins as a comparison would, in mid-sentence or before another capital: "Lower Elsin", "Greater Tarn"
_NAMED = re.compile(
    r"\b(?:Lower|Higher|Greater|Smaller|Bigger|Less)(?= [A-Z][a-z])"
    # "the Fell Institute": a verb follows no article and no preposition
    r"|(?:(?<=\b[Tt]he )|(?<=\bat )|(?<=\bin )|(?<=\bof ))(?:Fell|Rose|Drop|Gain|Cut|Rise|Slide|Record)(?= [A-Z][a-z])"
)


@dataclass(frozen=True, slots=True)
class Every:
    """Words of a text for all entities of a table: "the four Marrick boroughs".

    ``number`` is how many they are (None: not said), ``noun`` what they are, in the singular, ``names`` the words that
    tell which ("marrick"), all in lower case; ``each`` says that it may be of each of them: "all four boroughs".
    """

    span: Span
    number: int | None
    noun: str
    names: tuple[str, ...] = ()
    each: bool = False


@dataclass(frozen=True, slots=True)
class Context:
    """A claim with the items of its record, in the order of the text.

    ``unnamed`` is the document's text with one word of as many letters, "Xxxx", in the place of each name of an entity
    or a producer: what these are made of is no wording. "Lower Tamsel" is not less, and "New Record" is none.
    """

    record: Record
    claim: Claim
    quantities: tuple[Quantity, ...]
    times: tuple[Time, ...]
    unnamed: str
    every: tuple[Every, ...] = ()
    divided: Span | None = None
    portion: bool = False
    opened: int | None = None

    @property
    def text(self) -> str:
        """The document's text."""
        return self.record.document.text

    def words(self, span: Span) -> str:
        """The words at ``span``, in lower case."""
        return self.unnamed[span.start : span.end].lower()

    def before(self, span: Span, reach: int = 60) -> str:
        """The words of the claim before ``span``, in lower case."""
        return self.unnamed[max(self.claim.span.start, span.start - reach) : span.start].lower()

    def after(self, span: Span, reach: int = 60) -> str:
        """The words of the claim after ``span``, in lower case."""
        return self.unnamed[span.end : min(self.claim.span.end, span.end + reach)].lower()

    @property
    def raw(self) -> str:
        """The claim from its first to its last character, in lower case: places in it are places in the text."""
        return self.unnamed[self.claim.span.start : self.claim.span.end].lower()

    @property
    def low(self) -> str:
        """The claim in lower case, its parts joined, with a sign for each figure: "at most" ranks nothing."""
        found, text = [], self.unnamed
        for part in self.claim.parts:
            at = part.start
            for span in (q.span for q in self.quantities if part.start <= q.span.start and q.span.end <= part.end):
                found += [text[at : span.start], "#"] if span.start >= at else []
                at = max(at, span.end)
            found += [text[at : part.end], " "]
        return "".join(found).lower()


Scoped = Literal["", "any", "all"]


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing that a claim states and a series could show.

    ``time`` is when (None: to be found), ``base`` what it is compared with, ``earlier`` the unit that the base lies
    back ("a year earlier"). ``ends`` says that the two are the ends of one stretch, ``time``. ``sign`` is up (1) or
    down (-1), ``place`` the rank, ``grain`` that of a mean or a record ("the highest daily …"). ``over`` is how
    many days the figure is of ("in 48 hours"), ``usual`` that it is compared with what was usual before. ``length``
    is a length of time that is asked of an event ("one week of the truce"). ``alone``: the figure is of its own
    noun only, not of what the claim says of it ("18 of 36 hospitals were open": 36 hospitals). ``count`` is in how
    many units of ``grain`` the figure holds ("more than 20 mm on nine days"), or in how many it does not
    (``rest``), ``together`` that it is of several entities added up, ``among`` how many entities a rank is among
    (0: all there are), ``whole`` the words for what a share is of. ``within`` is the longer time that a rank is in,
    ``inside`` the unit of the calendar around it ("of the month"), and ``scoped`` that such a one (any) or all that
    is known is meant where none is told: else it is what was before; ``rival``: the others that it names are above
    (1) or below (-1) it; ``turned``: it is of the one that is named last; ``judged``: "best" or "worst", whichever
    way that is. ``known`` is the day of publication: nothing later takes part. ``gapped``: several
    entities each have a figure of the claim, in one order ("Elsin had 300 visitors and Tarn 400"). ``unread``: the
    claim compares with something that could not be read, so that nothing may be supposed for it. ``spent`` are the
    words that only say how it is asked ("had no quieter month"), ``stocked`` that it is so of a stock only ("gained 800
    inhabitants"), ``reached`` that the time it counts since had as many ("not since May had so many"), ``steps``
    that it counts the units that had more or less than the one before. ``by``: for how many of what it is divided by
    a ratio is ("108 for every 100"). ``moved``: it says that something went up or down, not that one is more than
    another. ``often`` that the figure is how often something came about ("struck 49 times").
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
    gapped: bool = False
    within: Time | None = None
    inside: Grain | None = None
    scoped: Scoped = ""
    rival: int = 0
    turned: bool = False
    judged: bool = False
    rest: bool = False
    known: date | None = None
    spent: tuple[Span, ...] = ()
    stocked: bool = False
    reached: bool = False
    steps: bool = False
    by: float = 1.0
    moved: bool = False
    often: bool = False


def _named(unnamed: str | None, span: Span) -> bool:
    """Whether what was read as a figure is of a name: "Half Moon Bay"."""
    return unnamed is not None and re.fullmatch(r"[Xx\s]+", unnamed[span.start : span.end]) is not None


def context(record: Record, claim: Claim, unnamed: str | None = None) -> Context:
    """``claim`` with its figures and its own times that are dates; ``unnamed`` is the text itself where not given."""
    claim = rejoined(record, claim)
    quantities = tuple(q for q in record.quantities if q.id in claim.quantities and not _named(unnamed, q.span))
    # "six hours of power a day" is how much there was, no rate; and no length of time
    quantities = tuple(replace(q, per=None) if (q.unit, q.per) == ("h", "d") else q for q in quantities)
    times = tuple(t for t in record.times if t.id in claim.times and not any(_within(t, q) for q in quantities))
    text = record.document.text if unnamed is None else unnamed
    times = in_one(times, lambda span: text[span.start : span.end].lower())
    text = _NAMED.sub(lambda match: "X" * len(match[0]), _IDIOMS.sub(lambda match: "x" * len(match[0]), text))
    return Context(record, claim, quantities, times, text)


def _within(time: Time, quantity: Quantity) -> bool:
    return time.kind == "duration" and quantity.span.start <= time.span.start < quantity.span.end


def whole_days(duration: str | None) -> int | None:
    """A length of time as whole days; None where it is not."""
    match = re.fullmatch(r"P(?:(\d+)D|(\d+)W|T(\d+)H)", duration or "")
    if not match:
        return None
    if match[3]:
        return int(match[3]) // 24 if int(match[3]) % 24 == 0 else None
    return int(match[1]) if match[1] else 7 * int(match[2])
