"""Times on the development sets: value, interval and case figures.

    python benchmarks/times.py [SET...] [--shared DIR] [--errors]

SET is the name of one of :data:`CORPORA` or "tweets"; all of them when none is named. The map from onrecord's
fields to each set's conventions is in this file, so that the product has one convention and the scorers
(``../shared/eval``) compare what they were made for. ``--errors`` prints what each set got wrong.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import corpora
from corpora import Corpus, Rows
from onrecord.normalise.times import resolve, times
from onrecord.record import Time

# TIMEX3 conventions of each set. A function takes a time and gives its type and value, or None to leave it
# out.

Timexed = tuple[str, str] | None


def _plain(found: Time) -> Timexed:
    return found.timex.type, found.timex.value


_NOT_TIMES = frozenset(["previously", "formerly", "former", "annual", "quarterly", "shortly"])
_NOT_SETS = frozenset(["daily", "annually", "everyday"])


def _left_out(found: Time, text: str) -> bool:
    """TempEval-3 has no ages, no rates and few adverbs."""
    words = text[found.span.start : found.span.end].lower()
    after = text[found.span.end : found.span.end + 4]
    before = text[max(0, found.span.start - 3) : found.span.start].lower()
    rate = found.kind == "set" and words.startswith(("a ", "an ", "per "))
    age = after == " old" or words.endswith("-old")
    return rate or age or words in _NOT_TIMES or (words == "soon" and "as" in before + after)


def timebank(found: Time, text: str) -> Timexed:
    """TimeBank: as TempEval-3, without adverbs of frequency."""
    return None if text[found.span.start : found.span.end].lower() in _NOT_SETS else tempeval(found, text)


def tempeval(found: Time, text: str) -> Timexed:
    """TempEval-3: a stretch is a DURATION; a single past or coming unit is the calendar's."""
    kind, value = _plain(found)
    if _left_out(found, text) or text[found.span.start : found.span.end].lower() == "future":
        return None
    value = "PXM" if value == "PXQ" else value
    months = re.fullmatch(r"P(\d+)M", value)
    if months and "quarter" in text[found.span.start : found.span.end].lower():
        value = f"P{int(months[1]) // 3}Q"
    if found.reading == "rolling" and found.duration in ("P1Y", "P1W", "P1M", "P10Y") and found.alternatives:
        return "DATE", _as_timex(found.alternatives[0].edtf or "")
    return kind, value


_UNCOUNTED = re.compile(r"(?:seconds|minutes|hours|days|nights|weeks|months|years|decades)")


def aquaint(found: Time, text: str) -> Timexed:
    """As TempEval-3 without references to the past and without units nobody counts ("for years"); decades with
    an X; weeks of one figure; "tonight" is a day."""
    mapped = tempeval(found, text)
    words = text[found.span.start : found.span.end].lower()
    if mapped is None or _UNCOUNTED.fullmatch(words):
        return None
    kind, value = mapped
    if value == "PAST_REF" or words == "soon":
        return None
    value = (
        value.removesuffix("TNI") if kind == "TIME" and text[found.span.start : found.span.end] == "tonight" else value
    )
    if re.fullmatch(r"\d{3}", value):
        value += "X"
    value = value.replace("-W0", "-W")
    return kind, value


def wikiwars(found: Time, text: str) -> Timexed:
    """TIMEX2 turned to TIMEX3: everything is a DATE; sets have open days."""
    _, value = _plain(found)
    words = text[found.span.start : found.span.end].lower()
    if words in ("soon", "shortly", "previously", "the day"):
        return None
    if words == "daily":
        value = "XXXX-XX-XX"
    return "DATE", value


def _as_timex(edtf: str) -> str:
    if "/" in edtf:
        first = date.fromisoformat(edtf.split("/")[0])
        year, week, _ = first.isocalendar()
        return f"{year:04}-W{week:02}"
    return edtf.rstrip("X")


def _timexes(row: dict[str, Any], convention: Callable[[Time, str], Timexed]) -> list[dict[str, Any]]:
    found = []
    for each in times(row["text"], row["dct"], references=True, ends=True):
        apart = () if convention is wikiwars else _apart(each, row)
        mapped = None if apart else convention(each, row["text"])
        found.extend(apart)
        if mapped:
            found.append({"start": each.span.start, "end": each.span.end, "type": mapped[0], "value": mapped[1]})
    return found


_COUNTED_FROM = re.compile(r"(.{3,40}?)\s(?:after|before|from|since|prior to)\s(.+)", re.S)


def _apart(found: Time, row: dict[str, Any]) -> tuple[dict[str, Any], ...]:
    """TimeML has "two weeks from June 7" as a duration and the date it counts from (TimeML 1.2.1, TIMEX3)."""
    start, end = found.span
    match = _COUNTED_FROM.fullmatch(row["text"][start:end]) if found.duration else None
    anchor = resolve(match[2], row["dct"]) if match else None
    if not match or not anchor or anchor.span.end != len(match[2]):
        return ()
    length = {"start": start, "end": start + match.end(1), "type": "DURATION", "value": found.duration}
    return (
        length,
        {"start": start + match.start(2), "end": end, "type": anchor.timex.type, "value": anchor.timex.value},
    )


def _timex_set(name: str, file: str, convention: Callable[[Time, str], Timexed]) -> Corpus:
    def read(documents: Rows) -> Rows:
        return {id: {"timexes": _timexes(row, convention)} for id, row in documents.items()}

    def figures(scorer: Any, documents: Rows, found: Rows) -> dict[str, float]:
        return {"value F": scorer.timex(documents, found)["value"]}

    return Corpus(name, f"data/times/{file}.jsonl.gz", "eval/score_times.py", read, figures, margin=0.3)


# Calendar intervals of GUM.


def gum(found: Time) -> list[tuple[str | None, str | None]]:
    """GUM counts a stretch up to and with the day of the text, and gives fuzzy times their whole interval."""
    if found.reading == "rolling" and found.lo and found.hi and found.anchor == "published":
        lo, hi = date.fromisoformat(found.lo), date.fromisoformat(found.hi)
        return [((lo + timedelta(1)).isoformat(), (hi + timedelta(1)).isoformat())]
    if found.timex.mod and found.edtf and re.fullmatch(r"\d{4}(-\d\d){0,2}", found.edtf):
        return [(found.lo, found.hi), (found.edtf, found.edtf)]
    if found.timex.mod and found.edtf and re.fullmatch(r"\d{2,3}X{1,2}", found.edtf):
        return [(found.lo, found.hi), (found.edtf.replace("X", "0"), found.edtf.replace("X", "9"))]
    return [(found.lo, found.hi)]


def read_intervals(documents: Rows) -> Rows:
    """First and last days; GUM has some ranges whole and most by their ends, so both are given."""
    return {id: {"timexes": _intervals(row)} for id, row in documents.items()}


def _intervals(row: dict[str, Any]) -> list[dict[str, Any]]:
    found = {*times(row["text"], row["dct"]), *times(row["text"], row["dct"], ends=True)}
    return [
        {"start": each.span.start, "end": each.span.end, "lo": lo, "hi": hi}
        for each in sorted(found, key=lambda each: each.span)
        for lo, hi in gum(each)
    ]


def interval_figures(scorer: Any, documents: Rows, found: Rows) -> dict[str, float]:
    """GUM's share of dates whose first and last day are right."""
    return {"exact interval": scorer.intervals(documents, found)["all"]["exact"]}


# The date-time cases: a reference date, spans and their resolved values, half-open.


def case_right(found: Time, wanted: dict[str, Any]) -> bool:
    """Whether a time has one of a case's resolved values."""
    return any(_case_value(found, value) for value in wanted["values"] or [])


_WEEKENDS = {"XXXX-WXX-WE": "P1WE"}
_HALF_YEAR = {"P0.5Y": "P6M"}


def _case_value(found: Time, value: dict[str, Any]) -> bool:
    written = found.timex.value.replace(":00", "").replace("XXXX-XX-XXT", "T")
    if found.timex.mod and _same_part(found, value):
        return True
    if value["type"] in ("duration", "set"):
        vague = found.timex.value.replace("X", "3")  # the cases take "a few" and "several" for three
        period = _HALF_YEAR.get(value["timex"], value["timex"])
        return _same_period(found.duration or vague, period) or _WEEKENDS.get(written, written) == value["timex"]
    if value["timex"] == "PRESENT_REF" or value.get("value") == "not resolved":
        return written == value["timex"] or written[5:] == value["timex"]  # they leave "winter" without its year
    readings = _readings(found)
    start, end, only = value.get("start"), value.get("end"), value.get("value")
    if only is not None:
        return any(_point_is(lo, hi, clock, only) for lo, hi, clock in readings)
    return any(_range_is(found, lo, hi, clock, start, end, value.get("Mod", "")) for lo, hi, clock in readings)


_PART_NAMES = {"START": "start", "MID": "mid", "END": "end"}


def _same_part(found: Time, value: dict[str, Any]) -> bool:
    """Where a fuzzy part begins is a convention of the cases (the end of a day is its last second, the end
    of a
    year its last third or half); the part and its whole are compared."""
    wanted = value["timex"].removesuffix("T23:59:59")
    part = "end" if wanted != value["timex"] else value.get("Mod", "").rpartition("-")[2]
    if found.timex.mod == "FISCAL":
        return wanted == f"FY{found.timex.value}"
    if "Mod" not in value and found.timex.value == wanted and found.edtf:
        first = f"{found.edtf.split('/')[0]}-01-01"[:10]
        part = "start" if value.get("start") == first else "end"
    whole = re.fullmatch(re.escape(wanted).replace("X", "[0-9X]"), found.timex.value)
    hour_free = re.fullmatch(r".*T([A-Z]{2})", found.timex.value) and found.timex.value.endswith(wanted)
    return _PART_NAMES.get(found.timex.mod or "") == part and bool(whole or hour_free)


def _readings(found: Time) -> list[tuple[str | None, str | None, str | None]]:
    clocks = [found.clock]
    for other in found.alternatives:
        if other.edtf and "T" in other.edtf:
            clocks.append(other.edtf.partition("T")[2][:5])
    days = [(found.lo, found.hi), *((a.lo, a.hi) for a in found.alternatives)]
    return [(lo, hi, clock) for lo, hi in days for clock in clocks]


def _same_period(ours: str | None, theirs: str) -> bool:
    return ours is not None and _seconds(ours) is not None and _seconds(ours) == _seconds(theirs)


_PERIOD = re.compile(
    r""
    r"P(?:([\d.]+)Y)?(?:([\d.]+)M)?(?:([\d.]+)W)?(?:([\d.]+)D)?(?:T(?:([\d.]+)H)?(?:([\d.]+)M)?(?:([\d.]+)S)?)?"
)


def _seconds(period: str) -> float | None:
    match = _PERIOD.fullmatch(period)
    if not match:
        return None
    sizes = (31536000, 2592000, 604800, 86400, 3600, 60, 1)
    return sum(float(part) * size for part, size in zip(match.groups(), sizes, strict=True) if part)


def _point_is(lo: str | None, hi: str | None, clock: str | None, only: str) -> bool:
    day, _, hour = only.partition(" ")
    if ":" in day:
        return _clock(clock) == day
    return lo == hi == day and (not hour or _clock(clock) == hour)


def _clock(clock: str | None, end: bool = False) -> str | None:
    if clock is None or (end and "/" not in clock):
        return None
    part = clock.split("/")[-1 if end else 0]
    return part if part.count(":") == 2 else f"{part}:00"


# Hours of the parts of the day in the cases.
_PARTS = {"MO": ("08", "12"), "AF": ("12", "16"), "EV": ("16", "20"), "NI": ("20", "23"), "DT": ("08", "18")}


def _range_is(
    found: Time,
    lo: str | None,
    hi: str | None,
    clock: str | None,
    start: str | None,
    end: str | None,
    mod: str,
) -> bool:
    part = _PARTS.get(found.timex.value[-2:]) if found.kind == "time" and found.clock is None else None
    if (start and ":" in start) or (end and ":" in end):
        begin, until = (f"{part[0]}:00:00", f"{part[1]}:00:00") if part else (_clock(clock), _clock(clock, end=True))
        if part and part[1] == "23":
            until = "23:59:59"
        return _clock_is(lo, begin, start, mod) and _clock_is(hi, until if end and start else begin, end, mod)
    if lo is None or hi is None:
        return False
    after = (date.fromisoformat(hi) + timedelta(1)).isoformat()
    last = _last_start(found, hi)
    if start and end:
        return lo == start and end in (after, last)
    return (start in (lo, after)) if start else (end in (lo, hi, after))


def _clock_is(day: str | None, clock: str | None, wanted: str | None, mod: str) -> bool:
    if wanted is None:
        return bool(mod)
    head, _, tail = wanted.rpartition(" ")
    return clock == tail and (not head or day == head)


def _last_start(found: Time, hi: str) -> str:
    """The first day of a range's end: the cases end "2014 to 2018" on the first day of 2018."""
    tail = (found.edtf or "").split("/")[-1]
    if re.fullmatch(r"\d{4}(-[01]\d)?", tail):
        return f"{tail}-01-01"[:10] if len(tail) == 4 else f"{tail}-01"
    if found.grain == "quarter":
        return f"{hi[:5]}{(int(hi[5:7]) - 1) // 3 * 3 + 1:02}-01"
    return hi


def _read_cases(documents: Rows) -> Rows:
    """The times; the cases have "18 and 19 June" as two days, so the ends of ranges are given as well."""
    return {id: {"times": _with_ends(row["text"], row["dct"])} for id, row in documents.items()}


def _with_ends(text: str, published: str) -> tuple[Time, ...]:
    return tuple(each for ends in (False, True) for each in times(text, published, references=True, ends=ends))


def _near(found: tuple[Time, ...], wanted: dict[str, Any]) -> list[Time]:
    return [each for each in found if each.span.start < wanted["end"] and wanted["start"] < each.span.end]


def _case_right(found: tuple[Time, ...], wanted: dict[str, Any]) -> bool:
    return any(case_right(each, wanted) for each in _near(found, wanted))


def _case_figures(_: Any, documents: Rows, found: Rows) -> dict[str, float]:
    right = [_case_right(found[id]["times"], wanted) for id, row in documents.items() for wanted in row["timexes"]]
    return {"resolved value": round(100 * sum(right) / len(right), 1)}


GUM = Corpus(
    "GUM, other genres",
    "data/times/gum_dates_other_genres.jsonl.gz",
    "eval/score_times.py",
    read_intervals,
    interval_figures,
    margin=0.3,
)
CASES = Corpus(
    "date-time cases",
    "data/times/spec_datetimemodel.jsonl.gz",
    None,
    _read_cases,
    _case_figures,
    margin=0.2,
)
CORPORA = (
    _timex_set("TimeBank", "timebank", timebank),
    _timex_set("AQUAINT", "aquaint", aquaint),
    _timex_set("WikiWars train", "wikiwars_train", wikiwars),
    GUM,
    CASES,
)
_TWEETS = _timex_set("tweets", "tweets_train", timebank)
"""No figure was set for it: measured here only."""


def main() -> None:
    """Print the figures of the sets that are named."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="*")
    parser.add_argument("--shared", type=Path, default=corpora.SHARED)
    parser.add_argument("--errors", action="store_true")
    options = parser.parse_args()
    for corpus in (*CORPORA, _TWEETS):
        if not options.sets or corpus.name in options.sets:
            print(corpus.name, corpora.measure(corpus, options.shared))
            if options.errors:
                print(*errors(corpus, options.shared), sep="\n")


def errors(corpus: Corpus, shared: Path) -> Iterator[str]:
    """A line for each time of a set that is wrong, missed or too many: what was wanted, what came, the words."""
    documents = corpora.rows(corpus, shared)
    scorer, read = corpora.scorer(corpus, shared), corpus.read(documents)
    for id, row in documents.items():
        if corpus is CASES:
            wanted = [each for each in row["timexes"] if not _case_right(read[id]["times"], each)]
            came = [(each.span.start, each.span.end, _shown(each)) for each in read[id]["times"]]
        elif corpus is GUM:
            wanted = [each for each in row["timexes"] if not _interval_right(scorer, read[id]["timexes"], each)]
            came = [(each["start"], each["end"], f"{each['lo']}/{each['hi']}") for each in read[id]["timexes"]]
        else:
            found = {(each["start"], each["end"], each["value"]) for each in read[id]["timexes"]}
            right = {(each["start"], each["end"], each["value"]) for each in row["timexes"]}
            wanted = [each for each in row["timexes"] if (each["start"], each["end"], each["value"]) not in found]
            came = sorted(found - right)
        yield from _lines(id, row, wanted, came)


def _lines(id: str, row: dict[str, Any], wanted: list[dict[str, Any]], came: list[Any]) -> Iterator[str]:
    text, left = row["text"], list(came)
    for each in wanted:
        near = [other for other in came if other[0] < each["end"] and each["start"] < other[1]]
        left = [other for other in left if other not in near]
        value = each.get("values") or each.get("edtf") or each.get("value")
        got = "; ".join(f"{text[start:end]!r} {shown}" for start, end, shown in near) or "nothing"
        yield f"{id} {row['dct']}: {_in_context(text, each['start'], each['end'])} is {value}, got {got}"
    if any("value" in each for each in row["timexes"]):
        yield from (f"{id} {row['dct']}: {_in_context(text, a, b)} is no time, got {shown}" for a, b, shown in left)


def _in_context(text: str, start: int, end: int) -> str:
    around = f"{text[max(0, start - 50) : start]}[{text[start:end]}]{text[end : end + 50]}"
    return " ".join(around.split())


def _shown(found: Time) -> str:
    return f"{found.timex.value} {found.lo}/{found.hi} {found.clock or ''}"


def _interval_right(scorer: Any, found: list[dict[str, Any]], wanted: dict[str, Any]) -> bool:
    near = [each for each in found if each["start"] < wanted["end"] and wanted["start"] < each["end"]]
    interval = scorer.gold_interval(wanted)
    days = ((scorer.day(each["lo"], False), scorer.day(each["hi"], True)) for each in near if each["lo"])
    return interval is None or interval in days


if __name__ == "__main__":
    main()
