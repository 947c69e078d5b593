from __future__ import annotations

import json

import pytest

from evidence import making
from onrecord.audit.report import SCHEMA

PAIR = '[[swap]]\nkind = "person"\nactors = [{ name = "Ana Brill" }, { name = "Bo Tarn" }]\n'
TEXT = "“We wait,” said Ana Brill. “So do we,” said Bo Tarn.\n"


@pytest.fixture
def files(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "pair.toml").write_text(PAIR, encoding="utf-8")
    return tmp_path


def test_a_pair_swapped_in_a_file_as_it_stands(onrecord, files):
    result = onrecord("audit", "swap", "a.txt", "--swaps", "pair.toml")
    assert (result.code, result.err) == (0, "")
    assert "Ana Brill ↔ Bo Tarn" in result.out
    assert "1 of 1" in result.out
    assert max(map(len, result.out.splitlines())) <= 80


def test_json_holds_every_count_and_difference(onrecord, files):
    result = onrecord("audit", "swap", "a.txt", "--swaps", "pair.toml", "--format", "json")
    data = json.loads(result.out)
    assert data["schema"] == SCHEMA
    assert data["documents"] == 1
    assert data["total"]["attributions"] == {"same": 2, "all": 2, "per_cent": 100.0}
    assert data["differences"] == []


def test_out_is_one_file_whose_ending_tells_the_format(onrecord, files):
    result = onrecord("audit", "swap", "a.txt", "--swaps", "pair.toml", "--out", "audit.json")
    assert (result.code, result.out) == (0, "")
    assert json.loads((files / "audit.json").read_text(encoding="utf-8"))["total"]["records"]["same"] == 1


def test_without_swaps_the_packaged_actors_take_the_places(onrecord, files):
    result = onrecord("audit", "swap", "a.txt", "--format", "json")
    data = json.loads(result.out)
    assert result.code == 0
    assert len(data["swaps"]) >= 40
    assert data["total"]["attributions"]["all"] > 20
    kinds = ("place", "organisation", "group")
    assert {each["reason"] for each in data["skipped"]} == {
        "the text has one of the names already",  # another Brill
        *(f"the text names no {kind} to take the place of" for kind in kinds),
    }


def test_a_batch_keeps_its_ids_and_a_bad_line_is_named(onrecord, files):
    lines = json.dumps({"id": "n1", "text": TEXT}) + "\nnot json\n"
    arguments = ("--from", "jsonl", "-", "--swaps", "pair.toml", "--format", "json")
    result = onrecord("audit", "swap", *arguments, stdin=lines.encode())
    assert result.code == 1
    assert result.err.startswith("E105 -:2: ")
    assert "1 input skipped." in result.err
    assert json.loads(result.out)["documents"] == 1


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (("--floor", "100"), 0, ""),
        (("--floor", "100", "--swap-floor", "100"), 0, ""),
        (("--swaps", "other.toml", "--floor", "1"), 1, "nothing was compared, below the floor of 1 %"),
        (("--swaps", "other.toml", "--swap-floor", "1"), 1, "No swap was compared."),
    ],
)
def test_floors_decide_on_the_exit_code(onrecord, files, arguments, code, message):
    (files / "other.toml").write_text(PAIR.replace("Ana Brill", "Ulla Mer").replace("Bo Tarn", "Uri Vos"))
    result = onrecord("audit", "swap", "a.txt", "--swaps", "pair.toml", *arguments)
    assert result.code == code
    assert message in result.err


def test_what_is_below_a_floor_is_said(onrecord, files, monkeypatch):
    import fakes
    from onrecord import api

    def partial(document, **options):
        record = fakes.read(document, **options)
        return fakes.without(record, "Bo Tarn")

    monkeypatch.setattr(api, "read_document", partial)
    result = onrecord("audit", "swap", "a.txt", "--swaps", "pair.toml", "--floor", "93", "--swap-floor", "90")
    assert result.code == 1
    assert "Attributions identical: 0.0 %, below the floor of 93 %." in result.err
    assert "Ana Brill ↔ Bo Tarn: 0.0 %, below the floor of 90 % for each swap." in result.err
    assert "only" in result.out
    quiet = onrecord("audit", "swap", "a.txt", "--swaps", "pair.toml", "--floor", "93", "-q")
    assert (quiet.code, len(quiet.err.splitlines())) == (1, 1)


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (("audit", "swp"), 2, "onrecord audit: No such command 'swp'. Did you mean 'onrecord audit swap'?"),
        (("audit", "a.txt"), 2, "Did you mean 'onrecord audit swap a.txt'?"),
        (("audit", "frobnicate"), 2, "No such command 'frobnicate'. The command is swap."),
        (("audit", "swap", "a.txt", "--formt", "json"), 2, "No such option '--formt'."),
        (("audit", "swap", "a.txt", "--format", "jsn"), 2, "Did you mean 'json'?"),
        (("audit", "swap", "a.txt", "--floor", "101"), 2, "Invalid value for '--floor'"),
        (("audit", "swap", "a.txt", "--out", "x/"), 2, "The result is one file: name it with --out FILE."),
        (("audit", "swap", "a.txt", "--swaps", "gone.toml"), 1, "E101 gone.toml: no such file. Check the path"),
        (("audit", "swap", "a.txt", "--swaps", "a.txt"), 1, "E107 a.txt: not TOML"),
        (("audit", "swap", "gone.txt", "--swaps", "pair.toml"), 1, "E101 gone.txt: no such file"),
    ],
)
def test_a_wrong_command_says_what_was_meant(onrecord, files, arguments, code, message):
    result = onrecord(*arguments)
    assert result.code == code
    assert message in result.err


def test_an_unforeseen_exception_skips_its_document_and_no_other(onrecord, files):
    (files / "boom.txt").write_text("BOOM, said Ana Brill and Bo Tarn.", encoding="utf-8")
    result = onrecord("audit", "swap", "boom.txt", "a.txt", "--swaps", "pair.toml", "--format", "json")
    assert result.code == 1
    assert result.err.startswith("E999 boom.txt: unexpected RuntimeError")
    assert json.loads(result.out)["documents"] == 1


def test_without_a_model_the_run_ends_with_one_line(onrecord, files):
    (files / "none.txt").write_text("NO MODEL, said Ana Brill.", encoding="utf-8")
    result = onrecord("audit", "swap", "none.txt", "--swaps", "pair.toml")
    assert (result.code, result.out) == (1, "")
    assert result.err.splitlines() == ["E301 onrecord: the weights are absent. Install onrecord again"]


def test_differences_are_shown_up_to_the_number_wanted(onrecord, files, monkeypatch):
    import fakes
    from onrecord import api

    monkeypatch.setattr(api, "read_document", lambda d, **options: fakes.without(fakes.read(d, **options), "Bo Tarn"))
    shown = onrecord("audit", "swap", "a.txt", "--swaps", "pair.toml", "--differences", "1").out
    assert "in the first reading only" in shown
    assert "1 more; --differences N shows more of them, --format json all" in shown
    none = onrecord("audit", "swap", "a.txt", "--swaps", "pair.toml", "--differences", "0").out
    assert "2 more" in none


def test_evidence_and_aliases_are_swapped_with_the_texts(onrecord, files):
    rain = making.RAIN.replace("Port Elsin", "Ana Brill").replace("\n2024-01-03,Ana Brill", "\n2024-01-03,Bo Tarn")
    making.write(files / "rain", making.resource(), rain_csv=rain)
    (files / "names.csv").write_text("name,id\nAna Brill,x1\nBo Tarn,x2\n", encoding="utf-8")
    arguments = ("--swaps", "pair.toml", "--evidence", "rain", "--aliases", "names.csv")
    result = onrecord("audit", "swap", "a.txt", *arguments, "--format", "json")
    assert (result.code, result.err) == (0, "")
    total = json.loads(result.out)["total"]
    assert total["records"] == {"same": 1, "all": 1, "per_cent": 100.0}
    assert total["checks"]["all"] == total["apart"]["all"] == 0  # the reader of these tests finds no claims
    floored = onrecord("audit", "swap", "a.txt", *arguments, "--check-floor", "100")
    assert floored.code == 1
    assert "Checks identical: nothing was compared, below the floor of 100 %." in floored.err


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (("--check-floor", "100"), 2, "Nothing is checked without evidence"),
        (("--evidence", "nowhere"), 1, "E101 nowhere: no such folder"),
        (("--aliases", "nowhere.csv"), 1, "E101 nowhere.csv"),
    ],
)
def test_what_is_not_there_is_said_at_once(onrecord, files, arguments, code, message):
    result = onrecord("audit", "swap", "a.txt", "--swaps", "pair.toml", *arguments)
    assert result.code == code
    assert message in result.err
