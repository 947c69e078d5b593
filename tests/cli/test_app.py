from __future__ import annotations

import resource
import subprocess
import sys

import pytest

from onrecord._version import __version__
from onrecord.cli import main
from onrecord.cli.app import group

# Processor time, which does not depend on what else the machine is doing.
HELP_SECONDS = 0.3


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("raed", "a.txt"), "No such command 'raed'. Did you mean 'onrecord read'?"),
        (("notes.txt",), "No such command 'notes.txt'. Did you mean 'onrecord read notes.txt'?"),
        (("-", "x"), "No such command '-'. Did you mean 'onrecord read -'?"),
        (("frobnicate",), "No such command 'frobnicate'. The commands are audit, check, doctor, evidence, "),
        (("read", "a.txt", "--formt", "json"), "No such option '--formt'. (Did you mean one of: '--format'"),
        (("read", "a.txt", "--format", "jsn"), "Did you mean 'json'?"),
        (("read", "a.txt", "--from", "markdwon"), "Did you mean 'markdown'?"),
        (("read", "a.txt", "--published", "yesterday"), "E110 --published: 'yesterday' is not a date."),
        (("read", "a.txt", "--workers", "0"), "Invalid value for '--workers'"),
        (("read", "a.txt", "--resume"), "--resume needs --format jsonl and --out FILE."),
        (("read", "a.txt", "--format", "jsonl", "--out", "x/"), "--format jsonl writes one file"),
    ],
)
def test_a_wrong_command_is_one_line_with_what_was_meant(onrecord, arguments, message):
    result = onrecord(*arguments)
    assert (result.code, result.out) == (2, "")
    assert message in result.err
    assert len(result.err.splitlines()) == 1


def test_a_file_that_is_there_is_taken_for_one_whatever_its_name(onrecord, tmp_path):
    (tmp_path / "statement").write_text("", encoding="utf-8")
    assert "Did you mean 'onrecord read statement'?" in onrecord("statement").err


def test_nothing_at_all_shows_the_help_and_is_a_usage_error(onrecord):
    result = onrecord()
    assert result.code == 2
    assert "Usage: onrecord" in result.err


@pytest.mark.parametrize("verb", sorted(group.commands))
def test_every_command_has_help_with_examples(onrecord, verb):
    result = onrecord(verb, "--help")
    assert result.code == 0
    assert f"Examples:\n    onrecord {verb}" in result.out


def test_a_command_of_a_group_has_help_with_examples(onrecord):
    result = onrecord("audit", "swap", "--help")
    assert result.code == 0
    assert "Examples:\n    onrecord audit swap" in result.out


def test_version(onrecord):
    assert onrecord("--version").out == f"onrecord, version {__version__}\n"


def test_a_failure_outside_any_input_is_one_line(onrecord, monkeypatch):
    def broken() -> None:
        raise LookupError("nobody\nforesaw this")

    monkeypatch.setattr(group.commands["schema"], "callback", broken)
    result = onrecord("schema")
    assert (result.code, len(result.err.splitlines())) == (1, 1)
    assert result.err.startswith("E999 onrecord: unexpected LookupError")


def test_main_exits_with_the_code(capsys):
    with pytest.raises(SystemExit) as stopped:
        main(["read", "--nonsense"])
    assert stopped.value.code == 2
    assert "--nonsense" in capsys.readouterr().err


def test_help_comes_at_once_and_loads_nothing_heavy():
    code = (
        "import sys; from onrecord.cli.app import run; run(['--help']); "
        "heavy = {'numpy', 'onnxruntime', 'rich', 'jinja2', 'trafilatura', 'py3langid', 'tokenizers'}; "
        "sys.exit(', '.join(heavy & set(sys.modules)) or 0)"
    )
    times = []
    for _ in range(5):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        times.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
        assert (done.returncode, done.stderr) == (0, "")
    assert min(times) <= HELP_SECONDS
