"""What a time expression means before it is placed on the calendar.

The grammar makes these from words alone; :mod:`resolve` places them by the day of publication, the tense and
the times that stand earlier in the text.
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = [
    "At",
    "Clock",
    "Date",
    "Edge",
    "Ended",
    "Every",
    "Feast",
    "InTime",
    "Lasting",
    "Length",
    "Node",
    "Nth",
    "Part",
    "Range",
    "Rolling",
    "Shifted",
    "Unit",
    "Vague",
    "Years",
]


@dataclass(frozen=True, slots=True)
class Date:
    """A date by the fields that are written; ``part`` is a quarter, half or season of the year.

    ``direction`` is that of "last", "this", "next" before it (None: not said); ``year_shift`` counts years
    from
    the anchor's ("last year's third quarter" is -1); ``back`` says that the year is an earlier one in the
    text. ``doubtful`` is a number that is a year only in a text that speaks of years before 1000 ("in 348").
    ``swapped`` says that month and day may change places ("5/3/2022"); ``split`` is of a business year, that it is
    written by both its years ("2021/22").
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    part: tuple[str, int] | None = None
    direction: int | None = None
    year_shift: int | None = None
    back: bool = False
    month_shift: int | None = None
    bc: bool = False
    fiscal: bool = False
    doubtful: bool = False
    swapped: bool = False
    split: bool = False


@dataclass(frozen=True, slots=True)
class Years:
    """A decade or century: its first year and how many years; ``year`` None-able century digits as "the
    sixties"."""

    first: int
    width: int
    short: bool = False


@dataclass(frozen=True, slots=True)
class Feast:
    """A named day, of ``year`` or in a direction."""

    name: str
    year: int | None = None
    direction: int | None = None
    year_shift: int | None = None


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of the calendar counted from an anchor: "last week" is -1, "this year" 0, "the following day" 1.

    ``back`` says that the anchor is an earlier time in the text, if there is one.
    """

    unit: str
    shift: int = 0
    back: bool = False
    bare: bool = False


@dataclass(frozen=True, slots=True)
class Length:
    """A duration: amounts with their units (None is vague: "several years"); ``mod`` as in TIMEX3."""

    amounts: tuple[tuple[float | None, str], ...]
    mod: str | None = None
    upper: float | None = None


@dataclass(frozen=True, slots=True)
class Rolling:
    """A stretch that ends (sign -1) or begins (sign 1) at the anchor: "the past 30 days"."""

    length: Length
    sign: int
    back: bool = False
    calendar: bool = False


@dataclass(frozen=True, slots=True)
class Shifted:
    """A point a duration away: "three days ago", "two weeks later", "48 hours before the launch".

    ``anchor`` is "published", "text", or the node it is counted from; "event" where that is not a time.
    """

    length: Length
    sign: int
    anchor: Node | str = "published"


@dataclass(frozen=True, slots=True)
class InTime:
    """ "in three days": a point ahead, or how long something takes; ``within`` is the stretch up to that point."""

    length: Length
    within: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a time: early, mid, late, start, end."""

    which: str
    node: Node


@dataclass(frozen=True, slots=True)
class Nth:
    """The ``number``-th run of ``count`` units of a time: "the first week of May"; a weekday has
    ``weekday``."""

    number: int
    unit: str
    node: Node
    count: int = 1
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class Edge:
    """The week or weekend that holds a day: "the week of 6 March"."""

    unit: str
    node: Node


@dataclass(frozen=True, slots=True)
class Range:
    """From one time to another, as one interval."""

    first: Node
    last: Node


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day in seconds after midnight, to an end if a range; ``sure`` when morning or afternoon is
    said."""

    start: int
    end: int | None = None
    sure: bool = True
    precise: str = "minute"
    daypart: str | None = None


@dataclass(frozen=True, slots=True)
class At:
    """A clock time on a day; the day None when only the clock is given."""

    day: Node | None
    clock: Clock


@dataclass(frozen=True, slots=True)
class Lasting:
    """A stretch from a time on: "for three days from Monday"; ``calendar`` makes it a unit of the calendar
    where it is one: "the week beginning 6 July"."""

    length: Length
    node: Node
    calendar: bool = False


@dataclass(frozen=True, slots=True)
class Ended:
    """A stretch up to the end of a time: "the nine months ended 30 September"."""

    length: Length
    node: Node


@dataclass(frozen=True, slots=True)
class Every:
    """A set: every so often. ``timex`` is its TIMEX3 value, ``duration`` the period."""

    timex: str
    duration: str | None = None


@dataclass(frozen=True, slots=True)
class Vague:
    """A time that no calendar holds: "recent weeks", "now". ``timex`` is its TIMEX3 value."""

    timex: str
    reference: bool = True
    unit: str | None = None


Node = (
    Date
    | Years
    | Feast
    | Unit
    | Length
    | Rolling
    | Shifted
    | InTime
    | Lasting
    | Ended
    | Part
    | Nth
    | Edge
    | Range
    | Clock
    | At
    | Every
    | Vague
)
