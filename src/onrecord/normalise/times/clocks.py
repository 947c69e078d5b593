"""First levels of the grammar: clock times."""

from __future__ import annotations

import re

from onrecord.normalise.times.lexicon import symbol
from onrecord.normalise.times.nodes import Clock
from onrecord.normalise.times.rules import Level, Matched, Rule

__all__ = ["CLOCKS", "seconds_of"]


def seconds_of(written: str) -> tuple[int, str] | None:
    """Seconds after midnight of "9:30" or "9:30:15" and how precise that is; None where it is no time of day."""
    parts = [int(part) for part in re.split("[:.]", written)]
    if parts[0] > 24 or parts[1] > 59 or (len(parts) > 2 and parts[2] > 59):
        return None
    total = parts[0] * 3600 + parts[1] * 60 + (parts[2] if len(parts) > 2 else 0)
    return (total, "second" if len(parts) > 2 else "minute") if total <= 86400 else None


def _half_day(seconds: int, half: str | None) -> int | None:
    if half is None:
        return seconds
    if not 0 < seconds < 46800 and not (half and seconds < 3600):
        return None
    return seconds % 43200 + (43200 if half.startswith("p") else 0)


def _half_of(match: Matched) -> str | None:
    if "half" not in match:
        return None
    token = match.tokens("half")[0]
    return str(token.value or "").replace(".", "") or "am"


def _clock(match: Matched) -> Clock | None:
    read = seconds_of(match["c"])
    if read is None:
        return None
    half = _half_of(match)
    start = _half_day(read[0], half)
    sure = half is not None or read[0] >= 46800 or read[0] < 3600
    return None if start is None else Clock(start, sure=sure, precise=read[1])


def _spoken_half(match: Matched) -> Clock | None:
    """ "nine thirty p.m."."""
    start = _half_day(match["k"].start, _half_of(match))
    return None if start is None else Clock(start)


def _hour(match: Matched) -> Clock | None:
    """ "9 a.m.", "nine o'clock"."""
    half = _half_of(match)
    start = _half_day(match["n"] * 3600, half) if match["n"] <= 24 else None
    return None if start is None else Clock(start, sure=half is not None, precise="hour")


def _run_together(match: Matched) -> Clock | None:
    """ "1140 a.m."."""
    hour, minute = divmod(match["n"], 100)
    start = _half_day(hour * 3600 + minute * 60, _half_of(match)) if minute < 60 else None
    return None if start is None else Clock(start)


def _minutes(match: Matched) -> Clock | None:
    """ "half past seven", "20 minutes to nine", "a quarter past five"."""
    hour, spoken = match["h"], match["n"]
    token = match.tokens("n")[-1]
    if token.symbol == symbol("UNIT"):
        spoken = 15 if token.value == "quarter" else None
    if token.symbol == symbol("HALF"):
        spoken = 30 if match.names("way", "PAST", "AFTER") else None
    if spoken is None or not 0 < spoken < 60 or not 1 <= hour <= 12:
        return None
    if "ticks" in match and match["ticks"] != "minute":
        return None  # "the 24 hours to 6 p.m."
    past = match.names("way", "PAST", "AFTER")
    if token.symbol not in (symbol("UNIT"), symbol("HALF")) and "ticks" not in match and not match.names("way", "PAST"):
        return None
    start = _half_day(int(hour * 60 + (spoken if past else -spoken)) * 60, _half_of(match))
    return None if start is None else Clock(start, sure="half" in match)


_JOINED = "(?:TO|UNTIL|DASH|LONGDASH|AND)"

CLOCKS = Level(
    Rule("CLOCKTIME", "(?P<c>CLOCK) (?P<half>AMPM)?", _clock),
    Rule("CLOCKTIME", "(?P<c>CLOCK) (?P<t>TICKS)", lambda m: _clock(m) if m["t"] == "hour" else None),
    Rule("CLOCKTIME", "(?P<n>HOURNUM) (?P<half>AMPM)", _hour),
    Rule("CLOCKTIME", "(?P<n>D999|OLDYEAR|BIG|YEAR) (?P<half>AMPM)", _run_together),
    Rule("CLOCKTIME", "(?P<k>CLOCKTIME) (?P<half>AMPM)", _spoken_half),
    Rule("CLOCKTIME", "(?P<n>HOURNUM) OCLOCK (?P<half>AMPM)?", _hour),
    Rule("CLOCKTIME", "(?P<c>CLOCK) (?P<half>AMPM)? ZONE", _clock),
    Rule(
        "CLOCKTIME",
        "(?P<n>HALF|INT|AMOUNT|AN? UNIT) (?P<ticks>TICKS|TICK)? (?P<way>PAST|TO|AFTER|BEFORE) "
        "(?P<h>HOURNUM) OCLOCK? (?P<half>AMPM)?",
        _minutes,
    ),
    Rule("CLOCKTIME", "(?P<n>HOURNUM) (?P<half>AMPM) ZONE", _hour),
    Rule("CLOCKTIME", "(?:CLOCK|D12) (?P<n>NOON)", lambda m: Clock(m["n"] * 3600 % 86400, precise="hour")),
    Rule(
        "CLOCKTIME",
        "MID DASH? (?P<u>UNIT) (?!OF)",
        lambda m: Clock(43200, precise="hour") if m["u"] == "day" else None,
    ),
    Rule("CLOCKTIME", "(?P<n>NOON)", lambda m: Clock(m["n"] * 3600 % 86400, precise="hour")),
)
