from __future__ import annotations

import json

import pytest

from evidence.making import RAIN, resource, write


@pytest.fixture
def rain(tmp_path):
    (tmp_path / "rain.csv").write_text(RAIN.replace("rain_mm", "rain (mm)"), encoding="utf-8")
    return tmp_path


def test_a_file_is_added_looked_at_and_confirmed(onrecord, rain):
    result = onrecord("evidence", "add", "rain.csv", "--pack", "weather")
    assert (result.code, result.err) == (0, "")
    assert "unconfirmed" in result.out
    assert "producer: whose figures these are" in result.out
    assert max(map(len, result.out.splitlines())) <= 80
    assert (rain / "weather" / "rain.csv").read_bytes() == (rain / "rain.csv").read_bytes()

    refused = onrecord("evidence", "add", "rain.csv", "--pack", "weather", "--confirm")
    assert refused.code == 2
    assert "it lacks producer" in refused.err

    said = ("--producer", "Elsin Weather Office", "--property", "rainfall", "--retrieved", "2024-05-01", "--confirm")
    result = onrecord("evidence", "add", "rain.csv", "--pack", "weather", *said, "--format", "json")
    (told,) = json.loads(result.out)
    assert told["table"]["confirmed"] is True
    assert told["table"]["series"][0]["property"] == "rainfall"
    assert told["table"]["series"][0]["unit"] == "mm"
    assert told["lacking"] == [
        "definition: what is counted and how",
        "source: where the file is from",
        "licence: whether it may be passed on",
    ]
    (pack,) = json.loads(onrecord("evidence", "list", "weather", "--format", "json").out)
    assert pack["tables"][0]["producer"] == "Elsin Weather Office"


def test_series_are_listed_under_what_their_table_says_of_all(onrecord, rain):
    onrecord("evidence", "add", "rain.csv", "--pack", "weather", "--producer", "Elsin Weather Office")
    lines = onrecord("evidence", "list", "weather").out.splitlines()
    assert lines[0] == "weather"
    assert any(line.startswith("rain (Elsin Weather Office; ") and "by day" in line for line in lines)
    assert max(map(len, lines)) <= 80


def test_what_was_said_before_stays(onrecord, rain):
    onrecord("evidence", "add", "rain.csv", "--pack", "weather", "--producer", "Elsin Weather Office")
    onrecord("evidence", "add", "rain.csv", "--pack", "weather", "--property", "rainfall")
    result = onrecord("evidence", "show", "weather", "rain")
    assert "Elsin Weather Office" in result.out
    assert "rainfall" in result.out
    onrecord("evidence", "add", "rain.csv", "--pack", "weather", "--again")
    assert "Elsin Weather Office" not in onrecord("evidence", "show", "weather", "rain").out


def test_another_file_of_the_name_is_never_overwritten(onrecord, rain):
    onrecord("evidence", "add", "rain.csv", "--pack", "weather")
    (rain / "rain.csv").write_text(RAIN + "2024-01-04,Port Elsin,1\n", encoding="utf-8")
    result = onrecord("evidence", "add", "rain.csv", "--pack", "weather")
    assert result.code == 1
    assert "E401" in result.err
    assert (rain / "weather" / "rain.csv").read_text(encoding="utf-8") != (rain / "rain.csv").read_text(
        encoding="utf-8"
    )


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        (("evidence", "chek", "weather"), "Did you mean 'onrecord evidence check'?"),
        (("evidence", "rain.csv"), "Did you mean 'onrecord evidence add rain.csv'?"),
        (("evidence", "add", "rain.csv", "--pack", "w", "--unit", "rian=mm"), "Did you mean"),
        (("evidence", "add", "rain.csv", "--pack", "w", "--retrieved", "May"), "not a day such as 2024-05-03"),
        (("evidence", "add", "rain.csv", "--pack", "w", "--fromat", "json"), "--format"),
    ],
)
def test_a_wrong_word_gets_the_right_one(onrecord, rain, words, meant):
    (rain / "rain.csv").write_text(RAIN.replace("rain_mm", "rain"), encoding="utf-8")
    result = onrecord(*words)
    assert result.code == 2
    assert meant in result.err


def test_check_lists_every_fault_and_its_code_says_so(onrecord, tmp_path):
    write(tmp_path / "good", resource(), rain_csv=RAIN)
    write(tmp_path / "bad", resource(), rain_csv=RAIN + "2024-01-04,Port Elsin,12 km\n", name="other")
    result = onrecord("evidence", "check", "good")
    assert (result.code, result.err) == (0, "")
    assert "none" in result.out
    result = onrecord("evidence", "check", "good", "bad")
    assert result.code == 1
    assert "12 km" in result.out
    assert "confirmed" in result.out
    data = json.loads(onrecord("evidence", "check", "good", "bad", "--format", "json").out)
    assert [each["table"] for each in data] == ["town-rain", "town-rain"]
    assert data[1]["faults"][0]["row"] == 4


def test_a_gap_without_a_stated_coverage_is_no_error(onrecord, tmp_path):
    write(tmp_path / "weather", resource(), rain_csv=RAIN + "2024-01-09,Port Elsin,1\n")
    result = onrecord("evidence", "check", "weather")
    assert result.code == 0
    assert "1 note" in result.out


def test_what_cannot_be_read_is_one_line_and_the_rest_goes_on(onrecord, tmp_path):
    write(tmp_path / "weather", resource(), resource("gone.csv", name="b"), rain_csv=RAIN, gone_csv="x")
    result = onrecord("evidence", "check", "weather", "nowhere")
    assert result.code == 1
    assert [line[:4] for line in result.err.splitlines()] == ["E101", "E502"]
    assert "town-rain" in result.out


def test_show_has_the_rows_with_their_days_and_says_which_table_was_meant(onrecord, tmp_path):
    write(tmp_path / "weather", resource(), rain_csv=RAIN)
    result = onrecord("evidence", "show", "weather", "town-rain", "--rows", "2")
    assert result.code == 0
    assert "2 of 3 rows" in result.out
    data = json.loads(onrecord("evidence", "show", "weather", "town-rain", "--format", "json").out)
    assert data["rows"][2]["_lo"] == "2024-01-03"
    assert data["total"] == 3
    assert "Did you mean 'town-rain'?" in onrecord("evidence", "show", "weather", "town-rian").err
    assert "town-rain" in onrecord("evidence", "show", "weather").out
