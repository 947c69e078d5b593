"""The vocabulary of the whole project: one document gives one record.

Frozen dataclasses, JSON in and out. Offsets are Unicode code points of ``document.text``, ``[start, end)``.
``Record.from_json(record.to_json()) == record`` holds for every record.
"""

from __future__ import annotations

import dataclasses
import json
from dataclasses import dataclass
from typing import Any, Literal, Self

from onrecord.errors import InvalidRecord
from onrecord.plain import build, plain
from onrecord.spans import Span

__all__ = [
    "SCHEMA",
    "Act",
    "Actor",
    "ActorKind",
    "Alternative",
    "Arithmetic",
    "ArithmeticKind",
    "Attribution",
    "AttributionKind",
    "Basis",
    "CharacterisingMention",
    "Check",
    "Checkability",
    "Claim",
    "ClaimKind",
    "ClaimResult",
    "Comparison",
    "Document",
    "Evidence",
    "Factuality",
    "Form",
    "Interval",
    "Link",
    "Match",
    "Observation",
    "PeriodBasis",
    "Phrase",
    "Place",
    "PlaceBasis",
    "PlaceLevel",
    "Published",
    "Quantity",
    "QueryForm",
    "Reading",
    "Reason",
    "Record",
    "Relation",
    "Result",
    "Role",
    "Said",
    "SeriesSort",
    "Time",
    "TimeKind",
    "TimeReading",
    "Timex",
    "TimexType",
    "Trend",
    "Warning",
]

SCHEMA = "onrecord-record/1"

Basis = Literal["given", "metadata", "dateline", "inferred", "unknown"]
ActorKind = Literal["person", "organisation", "place", "group"]
PlaceLevel = Literal["country", "division", "town"]
PlaceBasis = Literal["only", "country", "text", "shared"]
Match = Literal["exact", "normalised", "near", "several", "kind", "language", "dates"]
Form = Literal["direct", "indirect", "mixed"]
AttributionKind = Literal["statement", "belief", "intention", "decree", "evidence"]
Trend = Literal["up", "down"]
Relation = Literal["same", "times", "more", "less", "with", "from"]
TimeKind = Literal["date", "time", "duration", "set"]
TimeReading = Literal["point", "calendar", "rolling"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
ClaimKind = Literal["quantity", "event", "comparison", "cause", "prediction", "characterisation", "call", "other"]
Factuality = Literal["asserted", "negated", "possible", "conditional", "future"]
Result = Literal["consistent", "inconsistent", "depends", "not_checked"]
Reason = Literal[
    "no_table",  # no series is of this property
    "no_entity",  # no series is of this place, person or organisation
    "no_period",  # the period is not stated and none can be supposed
    "no_denominator",  # a share of something that is not stated or that no series counts
    "no_value",  # the claim has no figure and no comparison that a query could be made of
    "unit_mismatch",  # the series is in a unit that does not convert
    "outside_coverage",  # the period, or a part of it, is outside what the series covers
    "data_fault",  # a row that the query needs is missing or cannot be read
    "ambiguous_number",  # the figure can be read as more than one number
    "forecast",  # about what had not happened when it was said
    "not_asserted",  # possible, conditional, or asked
    "not_fact",  # a characterisation or a call to action, which are never checked
    "definition",  # depends: on what is counted and how
    "producer",  # depends: on who counted
    "period",  # depends: on the period that is meant
    "rounding",  # depends: on how far a figure is rounded
]
PeriodBasis = Literal["stated", "carried", "document", "latest", "coverage", "series", "none"]
QueryForm = Literal[
    "level",
    "sum",
    "mean",
    "count",
    "minimum",
    "maximum",
    "change",
    "change_percent",
    "change_points",
    "ratio",
    "share",
    "per_head",
    "per_day",
    "factor",
    "comparison",
    "rank",
    "record",
    "trend",
    "parts",
    "duration",
]
SeriesSort = Literal["flow", "stock", "rate", "index", "event"]
ArithmeticKind = Literal["parts", "share", "rate", "duration", "change", "repeated"]
Act = Literal["state", "deny", "accuse", "urge", "promise", "predict", "announce", "ask", "other"]


@dataclass(frozen=True, slots=True)
class Published:
    """When a document was published: an EDTF date, or None, and how it is known."""

    edtf: str | None = None
    basis: Basis = "unknown"


@dataclass(frozen=True, slots=True)
class Document:
    """One text and where it came from.

    ``id`` is the given id, else the SHA-256; ``sha256`` is of the source bytes; ``source`` a file name or
    address; ``degraded`` names what was lost on the way from bytes to text (see the record reference).
    """

    id: str
    sha256: str
    source: str
    media_type: str
    title: str | None
    publisher: str | None
    language: str | None
    published: Published
    text: str
    degraded: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Role:
    """What an actor is, as stated in the text: a title and the organisation (an actor's id).

    ``span`` is where it is first stated, title and organisation together; two roles are equal wherever they are stated.
    """

    title: str | None
    organisation: str | None
    span: Span | None = dataclasses.field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the gazetteer, by the label of its ``source``: whose name and whose country it is.

    ``country`` is ISO 3166-1 alpha-2 (``XK`` as CLDR uses it), ``geonames`` a GeoNames id, coordinates are degrees
    (WGS 84). For an actor's own place ``basis`` says how it is known: the only one of that name in the gazetteer, the
    country of that name before its namesakes among towns, or words of the text, which ``evidence`` spans. Where it is
    ``shared`` the place is one of several in one country, so that only the country is known.
    """

    name: str
    level: PlaceLevel | None
    country: str
    geonames: int | None
    latitude: float | None
    longitude: float | None
    source: str
    basis: PlaceBasis | None = None
    evidence: Span | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """What an alias table says of a name: ``name`` and ``alias`` as in the table, and where the row is from.

    ``match`` says how it fits: the same characters, or the same without case, diacritics, punctuation and "the".
    Any other match is no identity, only a suggestion: nearly the same; the alias of several ids; of another kind or
    language; of dates that the date of publication is not known to fall in.
    """

    id: str
    name: str
    alias: str
    match: Match
    source: str


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, organisation, place or group, by the fullest name in the text.

    ``same_as`` holds the ids that ``links`` give reasons for. ``candidates`` are all places of the actor's name
    where there are several, whether ``place`` is one of them or None.
    """

    id: str
    name: str
    kind: ActorKind
    roles: tuple[Role, ...] = ()
    mentions: tuple[Span, ...] = ()
    same_as: tuple[str, ...] = ()
    place: Place | None = None
    candidates: tuple[Place, ...] = ()
    links: tuple[Link, ...] = ()
    suggested: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class CharacterisingMention:
    """A term by which one party names another, verbatim: "the junta", "these separatists".

    ``attribution`` is the innermost one whose content holds it, and so who says it; None in the author's own voice.
    ``links`` are what the user's alias tables say of the term, and nothing else links it.
    """

    id: str
    span: Span
    attribution: str | None
    links: tuple[Link, ...] = ()
    suggested: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Said:
    """When something was said, as the text dates it; ``edtf`` is None where it cannot be resolved."""

    span: Span
    edtf: str | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who said what: source, cue and content as spans, the speaker as an actor's id (None: unclear)."""

    id: str
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    speaker: str | None
    form: Form
    kind: AttributionKind
    act: Act
    said: Said | None = None
    parent: str | None = None
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words of the text: ``text`` is ``document.text[span.start:span.end]``."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a quantity is compared with by reference.

    ``relation``: the same as, times as much as, more or less than, compared with, changed from. ``span`` and
    ``text`` are the words that say it; ``quantity`` is the other quantity's id where it is one of the
    record's.
    """

    relation: Relation
    span: Span
    text: str
    quantity: str | None = None


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure as an interval, with its unit and what it is a figure of.

    ``lower`` and ``upper`` are inclusive unless ``*_open``; None is no bound. ``unit`` is a UCUM code, ``1``
    for counts and ratios, ``pp`` (percentage point), ``bp`` (basis point), or an ISO 4217 code (``XXX`` where the
    text does not say whose dinar or peso it is). Per cent are whole numbers: ``unit: "%"``, ``upper: 1`` is 1%.
    """

    id: str
    span: Span
    lower: float | None
    upper: float | None
    lower_open: bool = False
    upper_open: bool = False
    approximate: bool = False
    trend: Trend | None = None
    unit: str = "1"
    unit_name: str | None = None
    of: Phrase | None = None
    per: str | None = None
    share_of: Phrase | None = None
    compared: Comparison | None = None


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another reading of a time, with the first and last day it would have."""

    edtf: str | None
    lo: str | None
    hi: str | None
    reading: TimeReading


@dataclass(frozen=True, slots=True)
class Timex:
    """The value as TIMEX3 writes it, for comparison with other systems; ``mod`` such as START, MID, END."""

    type: TimexType
    value: str
    mod: str | None = None


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression placed on the calendar.

    ``lo`` and ``hi`` are first and last day, both inclusive; ``grain`` the unit of the calendar it is given
    in; ``duration`` ISO 8601. ``anchor`` is what a relative time counts from: "published", the id of an
    earlier time, "event" (its words are ``event``), or "none". ``reason`` says why nothing is resolved,
    where nothing is.
    ``clock`` is the time of day, ``HH:MM`` or ``HH:MM/HH:MM``, as the text gives it, without a time zone.
    """

    id: str
    span: Span
    kind: TimeKind
    edtf: str | None
    lo: str | None
    hi: str | None
    grain: str | None
    duration: str | None
    anchor: str
    reading: TimeReading
    alternatives: tuple[Alternative, ...]
    timex: Timex
    clock: str | None = None
    reason: str | None = None
    event: Span | None = None


@dataclass(frozen=True, slots=True)
class Checkability:
    """Which of the four things that a check needs a claim states, as words of the text; None: it does not.

    ``checkable`` is whether a figure of it could be looked up at all; ``reason`` says why, or why not, in one line.
    """

    checkable: bool
    reason: str
    property: Phrase | None = None
    entity: Phrase | None = None
    period: Phrase | None = None
    value: Phrase | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """One proposition, in the words of the text: never a paraphrase.

    ``parts`` are its exact spans in text order, ``span`` reaches from the first to the last. ``attribution`` is the
    innermost one whose content it is from, and so whose claim it is; None in the author's own voice. ``times`` and
    ``actors`` stand in the claim itself; ``carried_times`` and ``carried_actors`` in the clause or sentence that it
    was split from, and hold for it too. ``worthiness`` (0 to 1) only sorts: it is no part of any result.
    """

    id: str
    span: Span
    parts: tuple[Span, ...]
    attribution: str | None
    kind: ClaimKind
    factuality: Factuality
    checkability: Checkability
    quantities: tuple[str, ...] = ()
    times: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    carried_times: tuple[str, ...] = ()
    carried_actors: tuple[str, ...] = ()
    worthiness: float | None = None


@dataclass(frozen=True, slots=True)
class Interval:
    """A set of values: inclusive ends unless ``*_open``; None is no bound."""

    lower: float | None
    upper: float | None
    lower_open: bool = False
    upper_open: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """One full interpretation of a claim: what is looked up, of whom, when, how.

    ``quantity`` is the figure that is read (an id), ``property`` and ``definition`` are those of the series, ``lo``
    and ``hi`` first and last day, ``period`` how they are known: stated in the claim, carried from its sentence,
    from elsewhere in the document, the latest value at the time, the whole series so far, the series' own only period.
    ``against`` says what the value is compared with, in words. ``assumed`` is what the text leaves open, one line each.
    """

    form: QueryForm
    property: str
    producer: str
    quantity: str | None = None
    definition: str | None = None
    entity: str | None = None
    lo: str | None = None
    hi: str | None = None
    period: PeriodBasis = "none"
    unit: str = "1"
    against: str | None = None
    assumed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Observation:
    """One row of a table: its number in the file (the first row after the header is 1), its days and its value."""

    row: int
    lo: str | None
    hi: str | None
    value: float | None
    entity: str | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a check rests on: one series of one table, the query that ran, and the rows it used.

    ``rows`` holds at most a few hundred; ``omitted`` counts those left out. ``around`` are values of the series before
    and after, for a picture. ``source`` is the address or title that the table names, ``retrieved`` a date. ``unit`` is
    that of the rows' values, ``sort`` that of the series; a picture needs both, a result neither.
    """

    pack: str
    table: str
    series: str
    file: str
    producer: str
    query: str
    rows: tuple[Observation, ...]
    source: str | None = None
    retrieved: str | None = None
    definition: str | None = None
    omitted: int = 0
    around: tuple[Observation, ...] = ()
    unit: str | None = None
    sort: SeriesSort | None = None


@dataclass(frozen=True, slots=True)
class Check:
    """One reading of one claim against evidence: two sets of values compared, with the working."""

    id: str
    claim: str
    reading: Reading | None
    result: Result
    reason: Reason | None
    claimed: Interval | None
    observed: Interval | None
    evidence: tuple[Evidence, ...]
    working: str


@dataclass(frozen=True, slots=True)
class ClaimResult:
    """The result for a claim as a whole: consistent or inconsistent only where all admissible readings agree."""

    claim: str
    result: Result
    reason: Reason | None
    checks: tuple[str, ...]
    working: str


@dataclass(frozen=True, slots=True)
class Arithmetic:
    """One sum done with the document's own figures: no evidence but the text.

    ``kind``: parts and their total, a share and its base, a rate and a total over a time, a length of time and its
    dates, a change and its levels, the same quantity stated twice. ``claimed`` is what the text states, ``computed``
    what its other figures give.
    """

    id: str
    kind: ArithmeticKind
    result: Result
    quantities: tuple[str, ...]
    times: tuple[str, ...]
    claimed: Interval | None
    computed: Interval | None
    working: str


@dataclass(frozen=True, slots=True)
class Warning:
    """Something the reader of the record should know before relying on it."""

    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Record:
    """The record of one document."""

    document: Document
    actors: tuple[Actor, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    warnings: tuple[Warning, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    times: tuple[Time, ...] = ()
    characterising: tuple[CharacterisingMention, ...] = ()
    claims: tuple[Claim, ...] = ()
    checks: tuple[Check, ...] = ()
    results: tuple[ClaimResult, ...] = ()
    arithmetic: tuple[Arithmetic, ...] = ()
    schema: str = SCHEMA

    def to_dict(self) -> dict[str, Any]:
        """The record as plain dicts, lists, strings, numbers and None, ``schema`` first."""
        data = plain(self)
        return {"schema": data.pop("schema"), **data}

    def to_json(self, *, indent: int | None = None) -> str:
        """The record as JSON text; the same record always gives the same characters."""
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=indent)

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        """A record from plain data.

        Raises:
            InvalidRecord: a field is missing, unknown or of the wrong type, a span lies outside the text,
                or the schema version is another.
        """
        if isinstance(data, dict) and data.get("schema") != SCHEMA:
            raise InvalidRecord("$.schema", f"expected {SCHEMA!r} but got {data.get('schema')!r}", _REMEDY)
        record = build(cls, data, "$", _invalid)
        _check_spans(record)
        return record  # type: ignore[no-any-return]

    @classmethod
    def from_json(cls, text: str) -> Self:
        """A record from JSON text; raises :class:`InvalidRecord` as :meth:`from_dict` does."""
        try:
            data = json.loads(text)
        except (ValueError, RecursionError) as error:
            raise InvalidRecord("$", f"not JSON ({error})", _REMEDY) from error
        return cls.from_dict(data)


_REMEDY = "Write it again with this version of onrecord, or see the record reference"


def _invalid(place: str, problem: str) -> InvalidRecord:
    return InvalidRecord(place, problem, _REMEDY)


def _check_spans(record: Record) -> None:
    length = len(record.document.text)
    spans = [span for actor in record.actors for span in actor.mentions]
    spans += [role.span for actor in record.actors for role in actor.roles if role.span]
    spans += [actor.place.evidence for actor in record.actors if actor.place and actor.place.evidence]
    spans += [mention.span for mention in record.characterising]
    for attribution in record.attributions:
        spans += [*attribution.source, *attribution.cue, *attribution.content]
        if attribution.said:
            spans.append(attribution.said.span)
    for quantity in record.quantities:
        spans.append(quantity.span)
        spans += [part.span for part in (quantity.of, quantity.share_of, quantity.compared) if part]
    for time in record.times:
        spans += [time.span, time.event] if time.event else [time.span]
    for claim in record.claims:
        spans += [claim.span, *claim.parts]
        stated = claim.checkability
        spans += [part.span for part in (stated.property, stated.entity, stated.period, stated.value) if part]
    for span in spans:
        if span.end > length:
            raise InvalidRecord("$", f"span [{span.start}, {span.end}] lies outside the text", _REMEDY)
