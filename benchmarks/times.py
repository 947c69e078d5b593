"""Times on the development sets: value, interval and case figures, and speed.

    python benchmarks/times.py [SET...] [--shared DIR] [--errors]

SET is timebank, aquaint, wikiwars, tweets, gum, cases, gold or speed; all of them when none is named. The
map from onrecord's fields to each set's conventions is in this file, so that the product has one convention
and the scorers (``../shared/eval``) compare what they were made for. ``--errors`` prints what cases and gold
got wrong. Speed is in words a second of processor time.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from onrecord.normalise.times import times
from onrecord.record import Time

_FILES = {
    "timebank": "timebank",
    "aquaint": "aquaint",
    "wikiwars": "wikiwars_train",
    "tweets": "tweets_train",
    "gum": "gum_dates_other_genres",
}


def rows(path: Path) -> list[dict[str, Any]]:
    """The lines of a JSON Lines file, gzipped or not."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


# TIMEX3 conventions of each set. A function takes a time and gives its type and value, or None to leave it
# out.

Timexed = tuple[str, str] | None


def _plain(found: Time) -> Timexed:
    return found.timex.type, found.timex.value


_NOT_TIMES = frozenset(["previously", "formerly", "former", "annual", "quarterly", "shortly"])


def _left_out(found: Time, text: str) -> bool:
    """TempEval-3 has no ages, no rates and few adverbs."""
    words = text[found.span.start : found.span.end].lower()
    after = text[found.span.end : found.span.end + 4]
    before = text[max(0, found.span.start - 3) : found.span.start].lower()
    rate = found.kind == "set" and words.startswith(("a ", "an ", "per "))
    age = after == " old" or words.endswith("-old")
    return rate or age or words in _NOT_TIMES or (words == "soon" and "as" in before + after)


def timebank(found: Time, text: str) -> Timexed:
    """TempEval-3: a stretch is a DURATION; a single past or coming unit is the calendar's."""
    kind, value = _plain(found)
    if _left_out(found, text) or text[found.span.start : found.span.end].lower() == "future":
        return None
    value = "PXM" if value == "PXQ" else value
    if found.reading == "rolling" and found.duration in ("P1Y", "P1W", "P1M", "P10Y") and found.alternatives:
        return "DATE", _as_timex(found.alternatives[0].edtf or "")
    return kind, value


def aquaint(found: Time, text: str) -> Timexed:
    """As TempEval-3 without references to the past; decades with an X; "tonight" is a day."""
    mapped = timebank(found, text)
    if mapped is None:
        return None
    kind, value = mapped
    if value == "PAST_REF" or text[found.span.start : found.span.end].lower() == "soon":
        return None
    value = (
        value.removesuffix("TNI") if kind == "TIME" and text[found.span.start : found.span.end] == "tonight" else value
    )
    if re.fullmatch(r"\d{3}", value):
        value += "X"
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


def tweets(found: Time, text: str) -> Timexed:
    """As TempEval-3."""
    return timebank(found, text)


def _as_timex(edtf: str) -> str:
    if "/" in edtf:
        first = date.fromisoformat(edtf.split("/")[0])
        year, week, _ = first.isocalendar()
        return f"{year:04}-W{week:02}"
    return edtf.rstrip("X")


_MAPS: dict[str, Callable[[Time, str], Timexed]] = {
    "timebank": timebank,
    "aquaint": aquaint,
    "wikiwars": wikiwars,
    "tweets": tweets,
}


def timex_predictions(name: str, gold: list[dict[str, Any]]) -> Iterable[dict[str, Any]]:
    """Predictions for a TIMEX3 set."""
    for row in gold:
        found = []
        for each in times(row["text"], row["dct"], references=True, ends=True):
            mapped = _MAPS[name](each, row["text"])
            if mapped:
                kind, value = mapped
                found.append({"start": each.span.start, "end": each.span.end, "type": kind, "value": value})
        yield {"doc": row["doc"], "timexes": found}


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


def interval_predictions(gold: list[dict[str, Any]]) -> Iterable[dict[str, Any]]:
    """Predictions for calendar intervals; GUM has some ranges whole and most by their ends, so both are
    given."""
    for row in gold:
        found = {*times(row["text"], row["dct"]), *times(row["text"], row["dct"], ends=True)}
        yield {
            "doc": row["doc"],
            "timexes": [
                {"start": each.span.start, "end": each.span.end, "lo": lo, "hi": hi}
                for each in sorted(found, key=lambda each: each.span)
                for lo, hi in gum(each)
            ],
        }


# The date-time cases: a reference date, spans and their resolved values, half-open.


def case_right(found: Time, wanted: dict[str, Any]) -> bool:
    """Whether a time has one of a case's resolved values."""
    return any(_case_value(found, value) for value in wanted["values"] or [])


def _case_value(found: Time, value: dict[str, Any]) -> bool:
    written = found.timex.value.replace(":00", "").replace("XXXX-XX-XXT", "T")
    if found.timex.mod and _same_part(found, value):
        return True
    if value["type"] in ("duration", "set"):
        vague = found.timex.value.replace("X", "3")  # the cases take "a few" and "several" for three
        return _same_period(found.duration or vague, value["timex"]) or written == value["timex"]
    if value["timex"] == "PRESENT_REF" or value.get("value") == "not resolved":
        return written == value["timex"]
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


def cases(gold: list[dict[str, Any]], errors: bool = False) -> dict[str, Any]:
    """Share of the cases' spans with their resolved value, by type."""
    counts: dict[str, list[int]] = {}
    spurious = 0
    for row in gold:
        found = times(row["text"], row["dct"], references=True)
        for want in row["timexes"]:
            near = [t for t in found if t.span.start < want["end"] and want["start"] < t.span.end]
            right = any(case_right(t, want) for t in near)
            for key in ("all", want["type"]):
                count = counts.setdefault(key, [0, 0])
                count[0] += right
                count[1] += 1
            if errors and not right:
                print(
                    row["dct"][:16] if row["dct"] else None,
                    "|",
                    row["text"][:90],
                    "|",
                    want["text"],
                    "|",
                    want["values"],
                    "|",
                )
                for t in near:
                    print(
                        "      ",
                        row["text"][t.span.start : t.span.end],
                        t.kind,
                        t.edtf,
                        t.lo,
                        t.hi,
                        t.clock,
                        t.duration,
                        t.timex.value,
                    )
        spurious += sum(
            not any(t.span.start < w["end"] and w["start"] < t.span.end for w in row["timexes"]) for t in found
        )
    return {key: f"{100 * a / b:.1f} ({b})" for key, (a, b) in sorted(counts.items())} | {"spurious": spurious}


# The gold statements: records with nothing but times.


def gold_records(gold: list[dict[str, Any]]) -> Iterable[dict[str, Any]]:
    """Records as the scorer of whole records reads them."""
    for row in gold:
        day = row.get("published")
        found = [
            {"span": list(t.span), "edtf": t.edtf, "lo": t.lo, "hi": t.hi, "duration": t.duration}
            for t in times(row["text"], day)
        ]
        yield {"document": {"id": row["id"], "text": row["text"]}, "times": found}


def speed(gold: list[dict[str, Any]]) -> str:
    """Words a second over TimeBank's texts, the best of five runs."""
    texts = [row["text"] for row in gold]
    words = sum(len(text.split()) for text in texts)
    best = min(_timed(texts) for _ in range(5))
    return f"{words / best:,.0f} words/s ({words:,} words)"


def _timed(texts: list[str]) -> float:
    start = time.process_time()
    for text in texts:
        times(text, "1998-03-02")
    return time.process_time() - start


def _score(script: Path, gold: Path, made: Iterable[dict[str, Any]], *flags: str) -> str:
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as out:
        for row in made:
            out.write(json.dumps(row) + "\n")
        out.flush()
        run = subprocess.run(
            [sys.executable, str(script), str(gold), out.name, *flags],
            capture_output=True,
            text=True,
            check=True,
        )
    return run.stdout.strip()


def main() -> None:
    """Run the sets that are named."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="*")
    parser.add_argument("--shared", type=Path, default=Path(__file__).parents[2] / "shared")
    parser.add_argument("--errors", action="store_true")
    options = parser.parse_args()
    data, scorers = options.shared / "data", options.shared / "eval"
    for name in options.sets or [*_FILES, "cases", "gold", "speed"]:
        if name in _MAPS:
            path = data / "times" / f"{_FILES[name]}.jsonl.gz"
            print(name, _score(scorers / "score_times.py", path, timex_predictions(name, rows(path))))
        elif name == "gum":
            path = data / "times" / f"{_FILES[name]}.jsonl.gz"
            print(
                name,
                _score(scorers / "score_times.py", path, interval_predictions(rows(path)), "--intervals"),
            )
        elif name == "cases":
            print(name, cases(rows(data / "times" / "spec_datetimemodel.jsonl.gz"), options.errors))
        elif name == "gold":
            path = data / "gold" / "gold.jsonl"
            flags = ["--errors"] if options.errors else []
            text = _score(scorers / "score_gold.py", path, gold_records(rows(path)), *flags)
            print(*(line for line in text.splitlines() if "times" in line or "time " in line), sep="\n")
        elif name == "speed":
            print(name, speed(rows(data / "times" / "timebank.jsonl.gz")))


if __name__ == "__main__":
    main()
