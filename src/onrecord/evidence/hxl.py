"""HXL: a row of hashtags under the header says what each column holds (https://hxlstandard.org/standard/1-1final/)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

__all__ = ["Part", "Tag", "is_tag_row", "part", "tag"]

Part = Literal["period", "entity", "value", "name"]

_TAG = re.compile(r"#[A-Za-z][A-Za-z0-9_]*(\s*\+\s*[A-Za-z][A-Za-z0-9_]*)*")

# Core hashtags of HXL 1.1 by what they hold; #adm1 to #adm5 stand for themselves.
_PERIOD = ("#date",)
_ENTITY = ("#country", "#region", "#loc", "#geo", "#org", "#adm1", "#adm2", "#adm3", "#adm4", "#adm5")
_VALUE = ("#affected", "#value", "#population", "#inneed", "#reached", "#targeted", "#capacity", "#indicator")
_NO_NAME = ("code", "id", "type", "lat", "lon", "coord")


@dataclass(frozen=True, slots=True)
class Tag:
    """A hashtag and its attributes, in lower case."""

    name: str
    attributes: tuple[str, ...] = ()


def tag(text: str) -> Tag | None:
    """The tag that a cell holds: ``#adm1 +name`` is ``Tag("#adm1", ("name",))``."""
    if not _TAG.fullmatch(text.strip()):
        return None
    first, *rest = (word.strip().lower() for word in text.strip().split("+"))
    return Tag(first, tuple(rest))


def is_tag_row(cells: Sequence[str | None]) -> bool:
    """Whether a row is one of tags: each cell is empty or a tag, and at least half of them are tags."""
    tags = [cell for cell in cells if cell and cell.strip()]
    return bool(tags) and len(tags) * 2 >= len(cells) and all(tag(cell) for cell in tags)


def part(tag: Tag) -> Part | None:
    """What a tagged column is for; None where the tag does not tell."""
    if tag.name in _PERIOD:
        return "period"
    if tag.name in _ENTITY:
        return None if set(tag.attributes) & set(_NO_NAME) else "entity"
    if tag.name == "#indicator" and set(tag.attributes) & {"name", "code", "type"}:
        return "name"
    return "value" if tag.name in _VALUE else None
