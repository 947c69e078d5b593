"""Which of a claim's times is when, which is what it is compared with, and since when it counts."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from onrecord.evidence import phrasing
from onrecord.evidence.model import Grain
from onrecord.evidence.periods import parse_day, shifted
from onrecord.record import Quantity, Time
from onrecord.spans import Span

__all__ = ["Moments", "stretch"]

_AND = re.compile(r",? and (?:in |of |on )?|, (?:in )?")
_RANGE = re.compile(r"\b(?:between|from)\s+(?:the\s+)?$")
_UP_TO = re.compile(
    r"\b(?:\w{1,30} ){0,5}(?:days?|weeks?|months?|quarters?|years?) (?:up )?(?:to|until|till|through)\b"
)
_RANGED = re.compile(r"\b(?:to|and|until|till|through)\b|[–—]|\d-\d")


def stretch(words: str) -> bool:
    """Whether a time as written has two ends of its own: "2019 and 2023", "January to June"; not "the year to June"."""
    return bool(_RANGED.search(words)) and not _UP_TO.match(words)


class Moments:
    """The roles of a claim's dated times, by the words before each."""

    def __init__(
        self,
        dated: Sequence[Time],
        low: str,
        words: Callable[[Span], str],
        before: Callable[[Span], str],
        *,
        carried: bool = False,
        compared: Sequence[Span] = (),
        figures: int = 0,
        after: Sequence[Time] = (),
    ) -> None:
        """``low`` is the claim, ``words`` what a span of it reads, ``before`` what stands before one, in lower case.
        ``carried``: its sentence says when elsewhere; ``compared``: where its figures say what they are compared with;
        ``figures``: how many it has; ``after``: the times of figures that are only compared with.
        """
        # ``whole`` is the stretch from the one to the other of two times that are its ends.
        self.after, self.words = after, words
        # "in 2020 and 2021" is one stretch; "in 2018 and 2021" are two times of one figure
        ends = len(dated) == 2 and _ends(dated, words, before) and bool(phrasing.MOVES_OR_LIES.search(low))
        first, last = (dated[0], dated[-1]) if ends else (None, None)
        self.whole = replace(first, hi=last.hi, alternatives=()) if first and last else None
        joins = figures < 2 and not ends
        dated, self.joined, self.apart = _joined(dated, words) if joins else (list(dated), False, False)
        self.earlier = phrasing.earlier_unit(low)
        counted = [t for t in dated if phrasing.earlier_unit(words(t.span)) and t.duration and t.anchor != "none"]
        if self.earlier and len(counted) == len(dated):
            dated = []  # "up 0.1 points from a year earlier": from when is told elsewhere
        previous = [t for t in dated if phrasing.EARLIER.fullmatch(words(t.span).strip())]
        if self.earlier and figures < 2 and 0 < len(previous) < len(dated):
            dated = [t for t in dated if t not in previous]  # "the preceding week": of the claim's own time
        same = [t for t in dated if phrasing.SAME_UNIT.search(words(t.span))]
        years = [
            t
            for t in dated
            if t not in same and re.search(rf"{phrasing.SAME_UNIT.pattern}\s+(?:of|in|a|the)?\s*$", before(t.span))
        ]
        dated = [t for t in dated if t not in same and t not in years]
        self.since = next((t for t in dated if phrasing.SINCE.search(before(t.span))), None)
        others = [t for t in dated if t is not self.since]
        if figures < 2:
            others = [t for t in others if not any(_within(other, t) for other in others)]
        inside = [t for t in others if any(_closes(t.span, span, words) for span in compared)]
        inside = inside if len(inside) == 1 and len(others) > 1 else []
        self.bases = [t for t in others if t in inside or t in after or _base(before(t.span), words(t.span), low)]
        vague = False
        if not self.bases and not self.earlier and phrasing.MOVES_OR_LIES.search(low):
            self.bases = [t for t in others if _base_too(t, before(t.span), words(t.span))]
            if self.bases and len(others) == 1 and not carried:
                # "a rise of 300 over 2021": in it, or from it?
                vague = not re.search(r"\bon\s+\S*\s*$", before(self.bases[0].span))
                self.bases = self.bases if vague is False else []
        self.main = [t for t in others if t not in self.bases]
        if not self.main and len(self.bases) > 1:
            self.main, self.bases = self.bases[-1:], self.bases[:-1]
        elif not self.main and self.bases and phrasing.FROM_ONLY.search(before(self.bases[0].span)):
            self.main, self.bases = self.bases, []  # "from May 2021": no comparison after all
        moved = not self.bases and not self.earlier and not self.since and len(self.main) == 2
        if moved and (figures < 2 or ends):
            first, second = sorted(self.main, key=lambda t: t.lo or "")
            if ends or (
                phrasing.MOVED.search(low) and not phrasing.HIGHER.search(low) and not phrasing.LOWER.search(low)
            ):
                self.main, self.bases = [second], [first]  # what moved did so from the earlier to the later
        several = len(self.main) > 1 and not self.bases and not self.earlier
        unread = bool((same and not self.earlier) or years or self.joined or several) or (
            vague and bool(phrasing.OF_CHANGE.search(low))
        )
        if len(years) == 1 and self.when and not self.bases and _year_before(years[0], self.when):
            self.earlier, unread = "year", False
        self.moved = self._same_unit(same, years) if figures > 1 else None
        self.unread = unread or (
            # It says what it compares with, but not so that a time could be read.
            bool(phrasing.COMPARES.search(low)) and not self.bases and not self.earlier and not self.since
        )

    def compare(self, after: Time | Grain | bool) -> None:
        """What the claim is compared with by the words after it in its sentence, as
        :func:`onrecord.evidence.compared.trailing` reads them."""
        if isinstance(after, Time):
            self.bases = [after]
        elif isinstance(after, str):
            self.earlier = after
        else:
            self.unread = self.unread or after

    def _same_unit(self, same: Sequence[Time], years: Sequence[Time]) -> Time | None:
        """The claim's own time in another year, which the second figure is of: "277 in the same quarter of 2021"."""
        lo, hi = parse_day(self.when.lo if self.when else None), parse_day(self.when.hi if self.when else None)
        year = parse_day(years[0].lo) if len(years) == 1 else None
        by = year.year - lo.year if year and lo else -1 if same and self.earlier == "year" else 0
        moved = shifted(lo, hi, "year", by) if lo and hi and by else None
        if self.when is None or moved is None:
            return None
        span = (same or years)[0].span
        return replace(self.when, span=span, lo=moved[0].isoformat(), hi=moved[1].isoformat(), alternatives=())

    @property
    def when(self) -> Time | None:
        """The claim's own time."""
        return self.main[0] if self.main else None

    @property
    def base(self) -> Time | None:
        """The time that it is compared with."""
        return self.bases[0] if self.bases else None

    def of(self, quantity: Quantity, figures: Sequence[Quantity]) -> Time | None:
        """The time of one figure of several: the first after it and before the next, else the nearest that is not
        another figure's in this way."""
        moved = [self.moved] if self.moved else []
        every = sorted([*self.main, *self.bases, *moved], key=lambda t: t.span.start)
        left = self.main
        if len(figures) > 1 and len(every) > 1:
            led = {t.id: q.id for t in every for q in figures if _LEADS.fullmatch(self.words(_between(t, q)))}
            if bound := next((t for t in every if led.get(t.id) == quantity.id), None):
                return bound
            every = [t for t in every if t.id not in led]
            own = {figure.id: _following(figure, figures, every) for figure in figures}
            if time := own[quantity.id]:
                return time
            left = [t for t in self.main if t not in own.values()] or self.main
        if len(left) < 2:
            return left[0] if left else self.when
        return min(left, key=lambda t: max(quantity.span.start - t.span.end, t.span.start - quantity.span.end))


_LEADS = re.compile(r"\s{0,2}[:=]\s{0,2}")  # "2022: 641": the time of the figure after it


def _between(time: Time, quantity: Quantity) -> Span:
    return Span(time.span.end, max(time.span.end, quantity.span.start))


def _following(quantity: Quantity, figures: Sequence[Quantity], every: Sequence[Time]) -> Time | None:
    """The first time after a figure and before the next one."""
    following = min((q.span.start for q in figures if q.span.start > quantity.span.start), default=None)
    for time in every:
        if time.span.start >= quantity.span.end and (following is None or time.span.start < following):
            return time
    return None


def _base(before: str, words: str, low: str) -> bool:
    match = phrasing.BASE.search(before)
    if not match:
        return False
    if match[0].startswith("from") and "than" not in before[-24:]:
        return not stretch(words)  # "from May to June" is one stretch
    if match[0].startswith("as"):
        return bool(re.search(r"\bas (?!of\b|at\b|from\b)\w+", low)) and not re.search(
            r"\bas (?:of|at|from)\s", match[0]
        )
    return True


def _base_too(time: Time, before: str, words: str) -> bool:
    """Whether "on" or "over" before a time makes it what is compared with: never a day, nor a stretch."""
    return time.lo != time.hi and not stretch(words) and bool(phrasing.BASE_TOO.search(before))


def _ends(dated: Sequence[Time], words: Callable[[Span], str], before: Callable[[Span], str]) -> bool:
    """Whether two times are the ends of what moved: "between the week to 3 May and the week to 10 May"."""
    first, second = sorted(dated, key=lambda t: t.span.start)
    between = words(Span(first.span.end, second.span.start)) if first.span.end <= second.span.start else ""
    opened = re.search(r"\b(between|from)\s+(?:the\s+)?$", before(first.span))
    if not opened or (first.lo or "") >= (second.lo or ""):
        return False
    join = r"(?:and|to)" if opened[1] == "between" else r"(?:to|until|till|through)"
    return bool(re.fullmatch(rf"\s*,?\s*{join}\s+(?:the\s+)?", between))


def _joined(dated: Sequence[Time], words: Callable[[Span], str]) -> tuple[list[Time], bool, bool]:
    """The times, those beside each other that follow on one another made one; whether any were, whether some do not."""
    made: list[Time] = []
    joined = apart = False
    for time in sorted(dated, key=lambda t: t.span.start):
        last = made[-1] if made else None
        between = words(Span(last.span.end, time.span.start)) if last and last.span.end <= time.span.start else ""
        if last is None or not _AND.fullmatch(between):
            made.append(time)
        elif _RANGE.search(words(Span(max(0, last.span.start - 14), last.span.start))):
            made.append(time)  # "between the week of 3 May and that of 10 May"
        elif _follows(last, time):
            made[-1] = replace(last, span=Span(last.span.start, time.span.end), hi=time.hi, alternatives=())
            joined = True
        else:
            made.append(time)
            apart = True
    return made, joined, apart


def _follows(first: Time, second: Time) -> bool:
    end, start = parse_day(first.hi), parse_day(second.lo)
    return bool(end and start and (start - end).days == 1)


def _closes(time: Span, compared: Span, words: Callable[[Span], str]) -> bool:
    """Whether a time is among the words for what is compared with: not "in 2022" of "more in 2022 than in 2020"."""
    inside = compared.start <= time.start and time.end <= compared.end
    return inside and not re.search(r"\b(?:than|as)\b", words(Span(time.end, compared.end)))


def _within(inner: Time, outer: Time) -> bool:
    """Whether a time lies inside another one that says less: "in 2022 … in December 2022"."""
    if not (inner.lo and inner.hi and outer.lo and outer.hi) or (inner.lo, inner.hi) == (outer.lo, outer.hi):
        return False
    return outer.lo <= inner.lo and inner.hi <= outer.hi


def _year_before(year: Time, main: Time) -> bool:
    first, last, now = parse_day(year.lo), parse_day(year.hi), parse_day(main.lo)
    whole = bool(first and last and (first.month, first.day, last.month, last.day) == (1, 1, 12, 31))
    return bool(whole and first and last and now and first.year == last.year == now.year - 1)
