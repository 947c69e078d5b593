from __future__ import annotations

import json
import subprocess
import sys

import pytest

from onrecord.record import Record


def test_one_file_gives_a_view_that_names_the_speaker(onrecord, statement):
    statement("a.txt")
    result = onrecord("read", "a.txt")
    assert (result.code, result.err) == (0, "")
    assert "Ana Brill" in result.out
    assert max(map(len, result.out.splitlines())) <= 80


def test_one_input_as_json_is_one_record(onrecord, statement):
    statement("a.txt")
    result = onrecord("read", "a.txt", "--format", "json")
    record = Record.from_json(result.out)
    assert record.document.source == "a.txt"
    assert len(record.attributions) == 1


def test_several_inputs_as_json_are_a_list_in_their_order(onrecord, statement):
    for name in "bca":
        statement(f"{name}.txt", words=f"words of {name}")
    result = onrecord("read", "b.txt", "a.txt", "c.txt", "--format", "json")
    assert [item["document"]["source"] for item in json.loads(result.out)] == ["b.txt", "a.txt", "c.txt"]


def test_a_folder_as_json_is_a_list_even_where_it_holds_one_file(onrecord, statement):
    statement("in/a.txt")
    assert len(json.loads(onrecord("read", "in", "--format", "json").out)) == 1


def test_a_list_without_any_record_is_an_empty_list(onrecord):
    result = onrecord("read", "gone.txt", "lost.txt", "--format", "json")
    assert (result.code, json.loads(result.out)) == (1, [])


def test_jsonl_is_one_record_a_line(onrecord, statement):
    statement("a.txt"), statement("b.txt", "other words")
    lines = onrecord("read", "a.txt", "b.txt", "--format", "jsonl").out.splitlines()
    assert [Record.from_json(line).document.source for line in lines] == ["a.txt", "b.txt"]


def test_html_is_one_report_of_all(onrecord, statement):
    statement("a.txt"), statement("b.txt", "other words")
    result = onrecord("read", "a.txt", "b.txt", "--format", "html")
    assert result.out.lower().startswith("<!doctype html>")
    assert "other words" in result.out


@pytest.mark.parametrize("arguments", [("read", "-"), ("read",)])
def test_standard_input_is_read(onrecord, arguments):
    result = onrecord(*arguments, "--format", "json", stdin="“Yes,” said Ana Brill.".encode())
    assert Record.from_json(result.out).document.source == "-"


def test_no_files_on_a_terminal_is_a_usage_error_with_a_hint(onrecord):
    result = onrecord("read", tty=True)
    assert result.code == 2
    assert "name files or folders, or - for standard input" in result.err


def test_what_the_options_say_is_on_the_record(onrecord, statement):
    statement("a.txt")
    options = ("--published", "2024-05", "--publisher", "The Courier", "--title", "A bridge")
    document = Record.from_json(onrecord("read", "a.txt", "--format", "json", *options).out).document
    assert (document.published.edtf, document.published.basis) == ("2024-05", "given")
    assert (document.publisher, document.title) == ("The Courier", "A bridge")


def test_a_batch_keeps_ids_texts_and_order(onrecord, tmp_path):
    given = [{"id": f"n{i}", "text": f"  “Words {i},” said Ana Brill.\r\n"} for i in range(5)]
    (tmp_path / "batch.txt").write_text("\n".join(map(json.dumps, given)), encoding="utf-8")
    result = onrecord("read", "--from", "jsonl", "batch.txt", "--format", "jsonl")
    documents = [json.loads(line)["document"] for line in result.out.splitlines()]
    assert [{"id": d["id"], "text": d["text"]} for d in documents] == given


def test_lone_surrogates_of_a_batch_come_back_as_they_were(onrecord):
    line = rb'{"id": "1", "text": "a \ud800 b"}'
    result = onrecord("read", "--from", "jsonl", "-", "--format", "jsonl", stdin=line)
    assert json.loads(result.out)["document"]["text"] == "a \ud800 b"


def test_a_bad_line_of_a_batch_is_named_by_its_number_and_the_others_are_read(onrecord):
    lines = b'{"id": "1", "text": "x"}\n\nnot json\n{"id": "2", "text": "y"}\n'
    result = onrecord("read", "--from", "jsonl", "-", "--format", "jsonl", "-q", stdin=lines)
    assert result.code == 1
    assert result.err.startswith("E105 -:3: ")
    assert len(result.out.splitlines()) == 2


def test_bad_inputs_give_a_line_each_and_a_table_and_the_others_are_read(onrecord, statement, tmp_path):
    statement("a.txt"), statement("z.txt", "last words")
    (tmp_path / "photo.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
    result = onrecord("read", "a.txt", "gone.txt", "photo.txt", "z.txt", "--format", "jsonl")
    assert result.code == 1
    assert len(result.out.splitlines()) == 2
    lines = result.err.splitlines()
    assert lines[0].startswith("E101 gone.txt: ")
    assert lines[1].startswith("E103 photo.txt: ")
    assert lines[2:4] == ["Read: 2 documents, 2 attributions", "2 inputs skipped:"]
    assert [line.split()[:2] for line in lines[4:]] == [["E101", "1"], ["E103", "1"]]


def test_an_unforeseen_exception_is_one_line_that_names_the_input(onrecord, statement):
    statement("a.txt", "BOOM"), statement("b.txt")
    result = onrecord("read", "a.txt", "b.txt", "--format", "jsonl", "-q")
    assert (result.code, len(result.out.splitlines())) == (1, 1)
    assert result.err.startswith("E999 a.txt: unexpected RuntimeError (boom\\nin two lines)")
    assert "--debug" in result.err
    assert len(result.err.splitlines()) == 1


def test_debug_shows_the_traceback_and_still_reads_the_others(onrecord, statement):
    statement("a.txt", "BOOM"), statement("b.txt")
    result = onrecord("read", "a.txt", "b.txt", "--format", "jsonl", "--debug")
    assert "Traceback" in result.err
    assert len(result.out.splitlines()) == 1


def test_without_a_model_the_run_ends_at_once_with_one_line(onrecord, statement):
    statement("a.txt", "NO MODEL"), statement("b.txt")
    result = onrecord("read", "a.txt", "b.txt", "--format", "jsonl")
    assert (result.code, result.out) == (1, "")
    assert result.err.splitlines() == ["E301 onrecord: the weights are absent. Install onrecord again"]


def test_a_name_with_a_line_break_stays_on_one_line(onrecord):
    result = onrecord("read", "a\nb.txt")
    assert result.err.startswith("E101 a\\nb.txt: ")
    assert len(result.err.splitlines()) == 1


def test_warnings_are_counted(onrecord, statement):
    statement("a.txt", "WARN"), statement("b.txt")
    assert "1 with warnings" in onrecord("read", "a.txt", "b.txt", "--format", "jsonl").err


def test_quiet_leaves_out_the_summary(onrecord, statement):
    statement("a.txt"), statement("b.txt", "other")
    assert onrecord("read", "a.txt", "b.txt", "-q").err == ""


def test_the_ending_of_out_tells_the_format(onrecord, statement, tmp_path):
    statement("a.txt")
    result = onrecord("read", "a.txt", "--out", "new/a.json")
    assert result.out == ""
    assert result.err == "new/a.json: 1 document, 1 attribution\n"
    assert Record.from_json((tmp_path / "new/a.json").read_text(encoding="utf-8")).attributions


def test_a_run_without_any_record_leaves_what_was_at_out(onrecord, tmp_path):
    (tmp_path / "a.json").write_text("before", encoding="utf-8")
    assert onrecord("read", "gone.txt", "--out", "a.json").code == 1
    assert (tmp_path / "a.json").read_text(encoding="utf-8") == "before"
    assert [path.name for path in tmp_path.iterdir()] == ["a.json"]


def test_into_a_folder_each_input_gets_a_file(onrecord, statement, tmp_path):
    statement("in/a.txt"), statement("in/b/a.md", "other words")
    assert onrecord("read", "in", "--format", "json", "--out", "out/").code == 0
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["a-2.json", "a.json"]


def test_an_output_that_cannot_be_written_is_one_line(onrecord, statement, tmp_path):
    statement("a.txt")
    (tmp_path / "file").write_text("", encoding="utf-8")
    result = onrecord("read", "a.txt", "--out", "file/a.json")
    assert result.code == 1
    assert result.err.startswith("E401 file/a.json: ")
    assert len(result.err.splitlines()) == 1


def test_the_same_input_gives_the_same_bytes_again(onrecord, statement):
    statement("a.txt"), statement("b.txt", "other words")
    runs = [onrecord("read", "a.txt", "b.txt", "--format", "html").out for _ in range(2)]
    assert runs[0] == runs[1]


def test_only_some_parts(onrecord, statement):
    path = str(statement("a.txt", "At most 40 boats will sail on 2 May 2024"))
    text = onrecord("read", path, "--only", "quantities", "--only", "times").out
    assert "≤ 40 boats" in text
    assert "Ana Brill" not in text
    record = json.loads(onrecord("read", path, "--only", "times", "--format", "json").out)
    assert record["times"][-1]["edtf"] == "2024-05-02"
    assert (record["attributions"], record["quantities"], record["actors"]) == ([], [], [])
    assert record["document"]["text"]
    html = onrecord("read", path, "--only", "attributions", "--format", "html").out
    assert "Ana Brill" in html
    assert onrecord("read", path, "--only", "dates").code == 2


def test_quantities_and_times_load_no_model(statement):
    path = statement("a.txt", "At most 40 boats will sail")
    script = (
        "import sys; from onrecord.cli.app import run; "
        "code = run(['read', sys.argv[1], '--only', 'quantities', '--only', 'times', '--format', 'json']); "
        "sys.exit(code or len({'onnxruntime', 'onrecord.reader.session'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", script, str(path)], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    assert json.loads(done.stdout)["quantities"][0]["upper"] == 40


def test_an_alias_table_says_who_the_actors_are(onrecord, statement, tmp_path):
    statement("a.txt")
    (tmp_path / "who.csv").write_text("name,id\nAna Brill,local:7\n", encoding="utf-8")
    (tmp_path / "more.csv").write_text("name,id\nAnna Brill,local:8\n", encoding="utf-8")
    result = onrecord("read", "a.txt", "--aliases", "who.csv", "--aliases", "more.csv", "--format", "json")
    (actor,) = Record.from_json(result.out).actors
    assert actor.same_as == ("local:7",)
    assert "local:7" in onrecord("read", "a.txt", "--aliases", "who.csv", "--only", "actors").out


@pytest.mark.parametrize(
    ("table", "words"),
    [("name,id\nAna Brill\n", "E106 who.csv row 2: 1 cells"), (None, "E101 who.csv: No such file")],
)
def test_a_table_that_cannot_be_used_ends_the_run_before_it_begins(onrecord, statement, tmp_path, table, words):
    statement("a.txt"), statement("b.txt")
    if table:
        (tmp_path / "who.csv").write_text(table, encoding="utf-8")
    result = onrecord("read", "a.txt", "b.txt", "--aliases", "who.csv", "--format", "jsonl", "--out", "out.jsonl")
    assert (result.code, result.out) == (1, "")
    assert result.err.startswith(words)
    assert not (tmp_path / "out.jsonl").exists()
