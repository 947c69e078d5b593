"""What the reader finds in a text: spans, before any of them is given a value."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from onrecord.record import ActorKind, Form
from onrecord.spans import Span

if TYPE_CHECKING:
    from onrecord.reader.stands import Stands
    from onrecord.reader.syntax import Syntax

__all__ = ["Finding", "Findings", "Mention"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One attribution as spans, in text order; ``parent`` is the index of the finding that holds it."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    form: Form
    confidence: float
    parent: int | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the text and what kind of actor it names."""

    span: Span
    kind: ActorKind


@dataclass(frozen=True, slots=True)
class Findings:
    """Everything the reader found in one text: attributions ordered by cue, mentions by position, its sentences as
    trees, and what its pronouns may stand for."""

    attributions: tuple[Finding, ...] = ()
    mentions: tuple[Mention, ...] = ()
    syntax: Syntax | None = field(default=None, compare=False)
    stands: Stands | None = field(default=None, compare=False)
