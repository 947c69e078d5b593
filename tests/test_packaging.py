from __future__ import annotations

import fnmatch
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

import onrecord

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built offline by the backend that pyproject.toml names."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def names(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def test_every_file_of_the_package_is_in_the_wheel(names):
    package = ROOT / "src" / "onrecord"
    ours = (path for path in package.rglob("*") if path.is_file() and path.suffix != ".pyc")
    assert {path.relative_to(ROOT / "src").as_posix() for path in ours} <= names


@pytest.mark.parametrize(
    "needed",
    [
        "onrecord/py.typed",
        "onrecord/record.schema.json",
        "onrecord/normalise/identities/data/states.csv",
        "onrecord/normalise/places/data/names.tsv",
        "onrecord/normalise/places/data/places.tsv",
        "onrecord/audit/swaps.toml",
        "onrecord/publish/assets/*",
        "onrecord/claims/weights/manifest.json",
        "onrecord/claims/weights/worthiness.npz",
        "onrecord/reader/weights/*.onnx",
        "onrecord/reader/weights/manifest.json",
        "onrecord/reader/weights/tokenizer.json",
    ],
)
def test_what_is_not_code_is_in_the_wheel_too(names, needed):
    assert fnmatch.filter(names, needed)


def test_the_licence_goes_with_the_wheel(wheel):
    with zipfile.ZipFile(wheel) as archive:
        texts = {Path(name).name: archive.read(name) for name in archive.namelist() if "/licenses/" in name}
    assert b"Apache License" in texts["LICENSE"]
    assert b"all-MiniLM-L6-v2" in texts["NOTICE"]
    assert b"GeoNames" in texts["NOTICE"]


def test_the_wheel_runs_from_an_empty_folder(wheel, tmp_path):
    # The wheel on the path stands for an installation: the dependencies are there, the source tree is not.
    code = f"import sys; sys.path.insert(0, {str(wheel)!r}); from onrecord.cli import main; main(['--version'])"
    command = [sys.executable, "-I", "-c", code]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.stdout == f"onrecord, version {onrecord.__version__}\n", done.stderr


def test_the_version_stands_in_one_place(wheel):
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert "version" not in project["project"]
    assert project["tool"]["hatch"]["version"]["path"] == "src/onrecord/_version.py"
    assert wheel.name.startswith(f"onrecord-{onrecord.__version__}-")


def test_every_dependency_has_a_fixed_version_for_the_scripts():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = project["dependencies"] + project["optional-dependencies"]["dev"]
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    fixed = {line.split("==")[0] for line in lines if "==" in line}
    assert {requirement.split(">=")[0] for requirement in wanted} <= fixed
