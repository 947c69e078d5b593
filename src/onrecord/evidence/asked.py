"""What a claim asks of a series: which form of query, with which figure, times and direction.

Worked out from the claim's words alone, before any table is looked at. Each figure of a claim asks one thing; a claim
may ask more without a figure: "the highest since", "rose every month", "more than in".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.evidence.model import Grain
from onrecord.record import Claim, Quantity, QueryForm, Record, Time
from onrecord.spans import Span

__all__ = ["Asked", "Context", "asked", "context", "whole_days"]

_UNITS: dict[str, Grain] = {"day": "day", "week": "week", "month": "month", "quarter": "quarter", "year": "year"}
_OFTEN: dict[str, Grain] = {
    "daily": "day",
    "weekly": "week",
    "monthly": "month",
    "quarterly": "quarter",
    "annual": "year",
    "yearly": "year",
}
_UP = (
    r"(?:ros|ris|grew|grow|increas|climb|jump|surg|soar|gain|expand|edg\w+ up|went up|up\b|doubl|tripl|trebl|quadrupl)"
)
_DOWN = r"(?:f[ea]ll|declin|decreas|drop|shr[aiu]nk|dip|slip|eas|slow|edg\w+ down|went down|down\b|halv|cut|lost|lose)"
_BASE = re.compile(
    r"\b(?:than|from|compared (?:with|to)|against|versus|relative to)\s+"
    r"(?:(?:in|during|at|for|that of|those of|its level in|the level of|the figure for|the)\s+){0,3}$"
)
_SINCE = re.compile(r"\bsince\s+(?:the\s+)?(?:(?:end|start|beginning)\s+of\s+)?$")
_EARLIER = re.compile(
    r"\b(?:a|one|the)\s+(?:(?:same|previous|preceding)\s+)?(day|week|month|quarter|year)\s+(?:earlier|before|ago|previously|prior)\b"
    r"|\b(?:the\s+)?(?:previous|preceding|prior)\s+(day|week|month|quarter|year)\b"
    r"|\b(?:on|over)\s+the\s+(week|month|quarter|year)\b"
    r"|\byear[- ](?:on|over)[- ](year)\b|\bmonth[- ](?:on|over)[- ](month)\b"
)
_RANK = re.compile(
    r"\b(?:(second|third|fourth|fifth|2nd|3rd|4th|5th)[- ])?"
    r"(highest|largest|biggest|greatest|most|busiest|wettest|best|lowest|smallest|fewest|least|worst|driest)\b"
)
_RECORD = re.compile(r"\b(?:a|the|an all-time|all-time|new)\s+record(?:[- ](high|low))?\b|\brecord[- ](high|low)\b")
_LEAST = frozenset({"lowest", "smallest", "fewest", "least", "driest", "low"})
_PLACES = {"second": 2, "third": 3, "fourth": 4, "fifth": 5, "2nd": 2, "3rd": 3, "4th": 4, "5th": 5}
_EVERY = re.compile(
    rf"\b({_UP}|{_DOWN})\w*\s+(?:in\s+)?(?:every|each)\s+(?:single\s+)?(day|week|month|quarter|year)\b"
    rf"|\b({_UP}|{_DOWN})\w*\s+(day after day|week after week|month after month|quarter after quarter|"
    r"year after year)\b"
    rf"|\b({_UP}|{_DOWN})\w*\s+for\s+\w+\s+(?:consecutive|straight|successive)\s+(day|week|month|quarter|year)s?\b"
    rf"|\b({_UP}|{_DOWN})\w*\s+(steadily|continuously|without interruption)\b"
)
_MOVED = re.compile(rf"\b(?:({_UP})|({_DOWN}))\w*\b")
_TO = re.compile(
    r"\b(?:to|at|reached|reaching|hit|hitting|totalling|totalled)\s+(?:(?:a|an|the|only|just|some|record|new|high|low|of)\s+){0,4}$"
)
_FROM = re.compile(r"\bfrom\s+(?:(?:a|an|the|just|only|some)\s+){0,2}$")
_OF = re.compile(r"\s+(?:out\s+)?of\s+(?:(?:the|all|its|their)\s+)*", re.IGNORECASE)
_MEAN = re.compile(r"\b(?:average\w*|mean)\b")
_HIGH = re.compile(r"\b(?:highest|largest|biggest|greatest|maximum|peak\w*|wettest|busiest|record)\b")
_LOW = re.compile(r"\b(?:lowest|smallest|fewest|minimum|least|driest)\b")
_MORE = re.compile(r"\b(?:more|higher|greater|larger|bigger|exceed\w*|above|outnumber\w*|surpass\w*|over)\b")
_LESS = re.compile(r"\b(?:less|fewer|lower|smaller|below|under)\b")
_THAN = re.compile(r"\bthan\b|\bexceed\w*|\boutnumber\w*|\bsurpass\w*")


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

    def before(self, span: Span, reach: int = 60) -> str:
        """The words of the claim before ``span``, in lower case."""
        return self.text[max(self.claim.span.start, span.start - reach) : span.start].lower()

    def after(self, span: Span, reach: int = 60) -> str:
        """The words of the claim after ``span``, in lower case."""
        return self.text[span.end : min(self.claim.span.end, span.end + reach)].lower()

    @property
    def low(self) -> str:
        """The claim in lower case, its parts joined."""
        return " ".join(self.text[part.start : part.end] for part in self.claim.parts).lower()


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing that a claim states and a series could show.

    ``time`` is when (None: to be found), ``base`` what it is compared with, ``earlier`` the unit that the base lies
    back ("a year earlier"). ``ends`` says that the two are the ends of one stretch, ``time``. ``sign`` is up (1) or
    down (-1), ``place`` the rank, ``grain`` that of a mean or a record ("the highest daily …"). ``over`` is how many
    days the figure is of ("in 48 hours"), ``usual`` that it is compared with what was usual before. ``length`` is a
    length of time that is asked of an event ("one week of the truce"). ``alone``: the figure is of its own noun only, not
    of what the claim says of it ("18 of 36 hospitals were open": 36 hospitals).
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


def context(record: Record, claim: Claim) -> Context:
    """``claim`` with its figures and its own times that are dates."""
    quantities = tuple(q for q in record.quantities if q.id in claim.quantities)
    times = tuple(t for t in record.times if t.id in claim.times)
    return Context(record, claim, quantities, times)


def asked(found: Context) -> list[Asked]:
    """Everything that the claim asks, its figures first."""
    dated = [time for time in found.times if time.kind in ("date", "time")]
    roles = _Roles(found, dated)
    made = [_of_figure(found, quantity, roles) for quantity in found.quantities]
    same = [item for quantity in found.quantities for item in _same(found, quantity)]
    lengths = [Asked("duration", length=t) for t in found.times if t.kind == "duration" and whole_days(t.duration)]
    return [*made, *same, *_without_figure(found, roles, made), *lengths]


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


class _Roles:
    """Which of the claim's times is meant, which it is compared with, and since when."""

    def __init__(self, found: Context, dated: Sequence[Time]) -> None:
        self.since = next((t for t in dated if _SINCE.search(found.before(t.span))), None)
        self.bases = [t for t in dated if _BASE.search(found.before(t.span)) and t is not self.since]
        self.main = [t for t in dated if t not in self.bases and t is not self.since]
        if not self.main and len(self.bases) == 1 and not re.search(r"\bthan\s|\bcompared\s", found.low):
            self.main, self.bases = self.bases, []  # "on 3 May", "from 24 to 30 November": no comparison after all
        if not self.main and len(self.bases) > 1:
            self.main, self.bases = self.bases[-1:], self.bases[:-1]
        earlier = _EARLIER.search(found.low)
        self.earlier: Grain | None = _UNITS[next(g for g in earlier.groups() if g)] if earlier else None

    def of(self, found: Context, quantity: Quantity) -> Time | None:
        """The time of one figure: the first after it and before the next figure, else the nearest."""
        every = sorted([*self.main, *self.bases], key=lambda t: t.span.start)
        if len(found.quantities) > 1 and len(every) > 1:
            following = min(
                (q.span.start for q in found.quantities if q.span.start > quantity.span.start), default=None
            )
            for time in every:
                if time.span.start >= quantity.span.end and (following is None or time.span.start < following):
                    return time
        if len(self.main) < 2:
            return self.main[0] if self.main else None
        return min(self.main, key=lambda t: max(quantity.span.start - t.span.end, t.span.start - quantity.span.end))


def _of_figure(found: Context, quantity: Quantity, roles: _Roles) -> Asked:
    before, after = found.before(quantity.span), found.after(quantity.span)
    if any(
        other.span.end <= quantity.span.start and _OF.fullmatch(found.text[other.span.end : quantity.span.start])
        for other in found.quantities
    ):
        return Asked("level", quantity, roles.of(found, quantity), alone=True)
    main = roles.main[0] if roles.main else None
    base = roles.bases[0] if roles.bases else None
    relation = quantity.compared.relation if quantity.compared else None
    grain = next((grain for word, grain in _OFTEN.items() if re.search(rf"\b{word}\b", found.low)), None)
    sign = {"up": 1, "down": -1, None: 0}[quantity.trend]
    ends = bool(main and not base and not roles.earlier and _stretch(found.text, main))
    if quantity.unit_name == "time" or relation == "times":
        return Asked("factor", quantity, main, base, roles.earlier, ends, sign)
    moved = (quantity.trend or relation in ("more", "less")) and not _TO.search(before) and not _FROM.search(before)
    if relation == "from":
        moved = False
    if moved or quantity.unit == "pp" or (quantity.unit_name == "point" and quantity.trend):
        if not sign:
            sign = {"more": 1, "less": -1}.get(relation or "", 0) or _direction(found.low)
        form: QueryForm = "change"
        if quantity.unit == "pp" or quantity.unit_name == "point":
            form = "change_points"
        elif quantity.unit == "%" or (quantity.unit == "1" and quantity.unit_name is None and _fraction(quantity)):
            form = "change_percent"
        return Asked(form, quantity, main or (roles.since and main), base or roles.since, roles.earlier, ends, sign)
    time = roles.of(found, quantity) or roles.since
    if quantity.share_of is not None:
        return Asked("share", quantity, time)
    if quantity.per is not None:
        heads = "person" in quantity.per or "inhabitant" in quantity.per or "head" in quantity.per
        return Asked("per_head" if heads else "per_day", quantity, time)
    near = f"{before[-40:]} {quantity.of.text.lower() if quantity.of else ''} {after[:25]}"
    if _MEAN.search(near):
        return Asked("mean", quantity, time, grain=grain)
    if grain and _HIGH.search(near):
        return Asked("maximum", quantity, time, grain=grain)
    if grain and _LOW.search(near):
        return Asked("minimum", quantity, time, grain=grain)
    return Asked("level", quantity, time)


def _fraction(quantity: Quantity) -> bool:
    ends = [end for end in (quantity.lower, quantity.upper) if end is not None]
    return bool(ends) and all(0 < end < 1 for end in ends)


def _direction(low: str) -> int:
    match = _MOVED.search(low)
    return 0 if match is None else 1 if match[1] else -1


def _stretch(text: str, time: Time) -> bool:
    """Whether a time is a stretch with two ends of its own: "2019 and 2023", "from January to June"."""
    return bool(re.search(r"\b(?:to|and|until|till|through)\b|[–—]|\d-\d", text[time.span.start : time.span.end]))


def _without_figure(found: Context, roles: _Roles, made: Sequence[Asked]) -> Iterator[Asked]:
    low = found.low
    main = roles.main[0] if roles.main else None
    every = _EVERY.search(low)
    if every:
        sign = _direction(every[0])
        unit = next((g for g in (every[2], every[6]) if g), None) or (every[4] or "").split(" ")[0]
        yield Asked("trend", None, main, grain=_UNITS.get(unit), sign=sign, ends=True, since=roles.since)
        return
    if not any(item.form in ("maximum", "minimum") for item in made):
        rank, record = _RANK.search(low), _RECORD.search(low)
        if rank and (roles.since or "on record" in low or "record" in low or _EARLIER.search(low)):
            sign = -1 if rank[2] in _LEAST else 1
            yield Asked("rank", None, main, sign=sign, place=_PLACES.get(rank[1] or "", 1), since=roles.since)
            return
        if record and "on record" not in low:
            sign = -1 if "low" in (record[1], record[2]) else 1
            yield Asked("record", None, main, sign=sign, since=roles.since)
            return
    if made:
        return
    if _THAN.search(low) and (_MORE.search(low) or _LESS.search(low)):
        sign = -1 if _LESS.search(low) else 1
        yield Asked("comparison", None, main, roles.bases[0] if roles.bases else None, roles.earlier, sign=sign)
        return
    sign = _direction(low)
    if sign:
        ends = bool(main and not roles.bases and _stretch(found.text, main))
        base = roles.bases[0] if roles.bases else roles.since
        yield Asked("comparison", None, main, base, roles.earlier, ends, sign)
