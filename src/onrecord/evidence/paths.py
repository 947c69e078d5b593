"""Paths that a descriptor names: files of the pack's own folder, and nothing else."""

from __future__ import annotations

import stat
from pathlib import Path, PurePosixPath

from onrecord.errors import TableTooLarge, UnreadableInput, UnsafePath

__all__ = ["refusal", "safe_file"]

_REMEDY = "Put the file into the pack's folder and name it there, with / between folders"


def refusal(path: str) -> str | None:
    """Why ``path`` cannot be the path of a table, or None: seen by its characters alone."""
    if not path or any(ord(letter) < 32 or ord(letter) == 127 for letter in path):
        return "the path is empty or holds a control character"
    if ":" in path.split("/", 1)[0]:
        return "the path is an address or names a drive; nothing is fetched"
    if path.startswith(("/", "\\", "~")):
        return "the path is not relative to the pack"
    if "\\" in path:
        return "the path holds a backslash"
    if ".." in PurePosixPath(path).parts:
        return "the path leads out of the pack"
    if any(letter in path for letter in "*?[]{}"):
        return "the path holds one of * ? [ ] { }, which could mean several files"
    return None


def safe_file(folder: Path, path: str, size: int) -> Path:
    """The regular file at ``path`` in ``folder``, at most ``size`` bytes long, with links followed.

    Raises:
        UnsafePath: the path, or a link on the way, leads out of the folder, or it is no regular file.
        UnreadableInput: nothing is there, or it may not be read.
        TableTooLarge: the file is longer.
    """
    problem = refusal(path)
    if problem:
        raise UnsafePath(path, problem, _REMEDY)
    place = str(folder / path)
    try:
        inside = folder.resolve(strict=True)
        file = (folder / path).resolve(strict=True)
        status = file.stat()
    except FileNotFoundError as error:
        raise UnreadableInput(place, "no such file", "Check the path in the descriptor") from error
    except (OSError, RuntimeError) as error:
        raise UnreadableInput(place, f"cannot be opened ({error})", "Check the path and its permissions") from error
    if not file.is_relative_to(inside):
        raise UnsafePath(place, "a link leads out of the pack", _REMEDY)
    if not stat.S_ISREG(status.st_mode):
        raise UnsafePath(place, "not a regular file", _REMEDY)
    if status.st_size > size:
        problem = f"{status.st_size / 1e6:,.0f} MB, over the limit of {size / 1e6:,.0f} MB"
        raise TableTooLarge(place, problem, "Keep only the columns and rows that are needed, or split it")
    return file
