"""The documentation is true: its commands run, its lists are complete, its links lead somewhere."""

from __future__ import annotations

import dataclasses
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

import onrecord
from onrecord import errors, record
from onrecord.api import WARNINGS
from onrecord.cli.app import group
from onrecord.documents import DEGRADED
from onrecord.evidence import model
from onrecord.evidence.descriptor import Own, read_pack

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
PAGES = (ROOT / "README.md", ROOT / "SECURITY.md", ROOT / "CHANGELOG.md", *sorted(DOCS.rglob("*.md")))
WEIGHTS = ROOT / "src" / "onrecord" / "reader" / "weights" / "manifest.json"

needs_model = pytest.mark.skipif(not WEIGHTS.exists(), reason="the packaged weights are not in this tree")


class Block(NamedTuple):
    page: str
    language: str
    code: str


def _blocks() -> list[Block]:
    return [
        Block(path.relative_to(ROOT).as_posix(), language, code)
        for path in PAGES
        for language, code in re.findall(r"^```([^\n]*)\n(.*?)^```$", path.read_text(encoding="utf-8"), re.M | re.S)
    ]


def _parameters(language: str) -> list[object]:
    """The blocks of a language, each named by its page and number; those that read wait for the model."""
    found = [block for block in _blocks() if block.language == language]
    return [
        pytest.param(block, id=f"{block.page}-{number}", marks=needs_model if _reads(block) else ())
        for number, block in enumerate(found)
    ]


def _reads(block: Block) -> bool:
    return (
        re.search(r"onrecord (read|doctor|audit swap)|\b(read(_document)?|audit_swap)\((?!\"Text)", block.code)
        is not None
    )


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder as the reader of the page has it: the examples, the packs, and ``onrecord`` on the path."""
    for folder in ("examples", "packs"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    script = tmp_path / "bin" / "onrecord"
    script.parent.mkdir()
    script.write_text(f'#!/bin/sh\nexec {sys.executable} -m onrecord "$@"\n', encoding="utf-8")
    script.chmod(0o755)
    return tmp_path


def _environment(place: Path) -> dict[str, str]:
    return {
        **os.environ,
        "PATH": f"{place / 'bin'}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), os.environ.get("PYTHONPATH", "")]),
    }


@pytest.mark.parametrize("block", _parameters("sh"))
def test_a_block_of_commands_runs(place, block):
    command = ["sh", "-euc", block.code]
    done = subprocess.run(
        command,
        cwd=place,
        env=_environment(place),
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("block", _parameters("python"))
def test_a_block_of_python_runs_and_shows_something(place, block):
    command = [sys.executable, "-W", "error", "-c", block.code]
    done = subprocess.run(command, cwd=place, env=_environment(place), capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout or set(place.iterdir()) > {place / "examples", place / "packs", place / "bin"}


def test_every_block_says_what_it_is():
    known = {"sh", "sh setup", "python", "text", "json", "json record", "json pack"}
    assert {block.language for block in _blocks()} <= known


@pytest.mark.parametrize("block", _parameters("sh setup"))
def test_the_scripts_that_set_up_are_there_and_are_shell(block):
    for script in re.findall(r"^sh (\S+)", block.code, re.M):
        assert subprocess.run(["sh", "-n", str(ROOT / script)], check=False).returncode == 0
    assert "constraints.txt" in block.code or "sh scripts/" in block.code


def test_the_example_of_a_record_is_one():
    (block,) = (block for block in _blocks() if block.language == "json record")
    example = onrecord.Record.from_json(block.code)
    (attribution,) = example.attributions
    assert onrecord.quote(example.document.text, attribution.content[0]) == "“The fees will rise,”"
    assert onrecord.quote(example.document.text, attribution.cue[0]) == "said"


def test_the_example_of_a_batch_line_is_one():
    (block,) = (block for block in _blocks() if block.language == "json")
    assert set(json.loads(block.code)) == {"id", "text", "published", "title"}


def test_the_command_reference_is_current():
    spec = importlib.util.spec_from_file_location("commands", ROOT / "scripts" / "commands.py")
    assert spec is not None
    assert spec.loader is not None
    commands = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(commands)
    assert commands.PAGE.read_text(encoding="utf-8") == commands.page()


def test_every_option_is_in_the_command_reference():
    page = (DOCS / "reference" / "commands.md").read_text(encoding="utf-8")
    commands = [
        *group.commands.values(),
        *(c for v in group.commands.values() for c in getattr(v, "commands", {}).values()),
    ]
    options = {name for command in commands for item in command.params for name in item.opts}
    assert {name for name in options if name.startswith("--")} <= set(re.findall(r"--[a-z]+(?:-[a-z]+)*", page))


def test_the_example_of_a_pack_is_one_and_every_field_of_a_pack_is_explained(tmp_path):
    (block,) = (block for block in _blocks() if block.language == "json pack")
    (tmp_path / "datapackage.json").write_text(block.code, encoding="utf-8")
    (tmp_path / "rain.csv").write_text("day,town,rain_mm\n", encoding="utf-8")
    (table,) = read_pack(tmp_path).tables
    assert table.confirmed
    page = (DOCS / "reference" / "evidence-pack.md").read_text(encoding="utf-8")
    named = set(re.findall(r"\w+", " ".join(re.findall(r"`([^`\n]*)`", page))))
    parts = (Own, model.Entities, model.Periods, model.Series, model.Coverage)
    assert {field.name for part in parts for field in dataclasses.fields(part)} <= named


def test_every_public_name_is_in_the_python_reference():
    page = (DOCS / "reference" / "python.md").read_text(encoding="utf-8")
    assert {name for name in onrecord.__all__ if f"{name}" not in page} == set()


def test_every_field_is_in_the_record_reference():
    page = (DOCS / "reference" / "record.md").read_text(encoding="utf-8")
    parts = [value for value in vars(record).values() if dataclasses.is_dataclass(value)]
    fields = {field.name for part in parts for field in dataclasses.fields(part)}
    named = set(re.findall(r"\w+", " ".join(re.findall(r"`([^`]*)`", page))))
    assert fields <= named


def test_every_value_is_in_the_record_reference():
    page = (DOCS / "reference" / "record.md").read_text(encoding="utf-8")
    values = {
        value
        for kind in (
            record.Basis,
            record.ActorKind,
            record.PlaceLevel,
            record.PlaceBasis,
            record.Match,
            record.Form,
            record.AttributionKind,
            record.Act,
            record.Trend,
            record.Relation,
            record.TimeKind,
            record.TimeReading,
            record.TimexType,
        )
        for value in kind.__args__
    }
    assert values | set(DEGRADED) <= set(re.findall(r"`(\w+)`", page))


def _rows(code: str) -> dict[str, str]:
    page = (DOCS / "reference" / "errors.md").read_text(encoding="utf-8")
    return dict(re.findall(rf"^\| ({code}\d+) \| ([^|]*) \|", page, re.M))


def test_every_error_is_in_the_error_reference():
    kinds = [getattr(errors, name) for name in errors.__all__]
    raised = {kind.code: f"`{kind.__name__}`" for kind in kinds if not kind.__subclasses__()}
    assert _rows("E") == raised


def test_every_group_of_errors_is_in_the_error_reference():
    page = (DOCS / "reference" / "errors.md").read_text(encoding="utf-8")
    kinds = [getattr(errors, name) for name in errors.__all__]
    groups = {kind.code for kind in kinds if kind.__subclasses__()}
    assert groups <= set(re.findall(r"E\d00", page))


def test_every_code_of_an_error_is_its_own():
    codes = [getattr(errors, name).code for name in errors.__all__]
    assert len(codes) == len(set(codes))
    tree = errors.__doc__ or ""
    assert {name for name in errors.__all__ if name not in tree} == set()


def test_every_warning_is_in_the_error_reference():
    rows = _rows("W")
    assert set(rows) == set(WARNINGS)
    assert [code for code in rows if not rows[code].startswith(WARNINGS[code])] == []


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_links_within_the_project_lead_somewhere(path):
    targets = re.findall(r"(?<!!)\[[^\]]*\]\(([^)#]+)(?:#[^)]*)?\)", path.read_text(encoding="utf-8"))
    local = [target for target in targets if "://" not in target]
    assert [target for target in local if not (path.parent / target).exists()] == []


@pytest.mark.parametrize("name", ["demo", "test"])
def test_the_scripts_are_short_and_plain_shell(name):
    lines = (ROOT / "scripts" / name).read_text(encoding="utf-8").splitlines()
    assert lines[0] == "#!/bin/sh"
    assert len(lines) <= 20
