"""A record as lines to read, one an attribution: who, act, what.

The terminal and the report show the same lines; ``number`` counts them in text order, so that "3" means
the same attribution in both.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.publish.characters import folded
from onrecord.publish.words import FORMS, act_words, date_words, role_words
from onrecord.record import Actor, Attribution, Record
from onrecord.spans import Span, quote

__all__ = ["Line", "anchor", "lines", "statements_first"]


@dataclass(frozen=True, slots=True)
class Line:
    """One attribution in words; contents and source are the verbatim text with white space folded.

    ``speaker`` is None where it is unclear who speaks; ``written`` is the source as written where that is
    not the speaker's name or surname ("She", "a survey by …"); ``depth`` counts the attributions
    that hold this one, ``parent`` is the number of the innermost of them.
    """

    number: int
    attribution: Attribution
    speaker: Actor | None
    role: str
    written: str
    act: str
    form: str
    parts: tuple[str, ...]
    said: str
    depth: int
    parent: int | None

    @property
    def is_statement(self) -> bool:
        """Whether something was said, rather than believed, intended, decreed or shown."""
        return self.attribution.kind == "statement"


def anchor(attribution: Attribution) -> int:
    """The offset, in code points, at which an attribution begins; its note stands beside it."""
    return min((span.start for span in _spans(attribution)), default=0)


def lines(record: Record) -> tuple[Line, ...]:
    """Every attribution as a line, in text order; line ``i`` has number ``i + 1``."""
    ordered = sorted(record.attributions, key=_position)
    parents = _parents(ordered)
    actors = {actor.id: actor for actor in record.actors}
    depths = _depths(parents)
    return tuple(
        _line(record.document.text, attribution, actors, i + 1, depths[i], parents[i])
        for i, attribution in enumerate(ordered)
    )


def statements_first(all_lines: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """Lines in reading order: statements, then the other kinds; each followed by what is nested in it."""
    children: defaultdict[int | None, list[Line]] = defaultdict(list)
    for line in all_lines:
        children[line.parent].append(line)
    statements = [line for line in children[None] if line.is_statement]
    others = [line for line in children[None] if not line.is_statement]
    return _with_nested(statements, children), _with_nested(others, children)


def _with_nested(roots: list[Line], children: defaultdict[int | None, list[Line]]) -> tuple[Line, ...]:
    result, stack = [], roots[::-1]
    while stack:
        line = stack.pop()
        result.append(line)
        stack += children[line.number][::-1]
    return tuple(result)


def _spans(attribution: Attribution) -> tuple[Span, ...]:
    return (*attribution.source, *attribution.cue, *attribution.content)


def _position(attribution: Attribution) -> tuple[int, int, int]:
    content = min((span.start for span in attribution.content), default=0)
    return anchor(attribution), content, -max((span.end for span in _spans(attribution)), default=0)


def _parents(ordered: Sequence[Attribution]) -> list[int | None]:
    """The index of each attribution's parent; None for an unknown parent and where parents form a ring."""
    places = {attribution.id: i for i, attribution in enumerate(ordered)}
    parents = [None if a.parent is None else places.get(a.parent) for a in ordered]
    settled: set[int] = set()
    for start in range(len(parents)):
        path: set[int] = set()
        at: int | None = start
        while at is not None and at not in settled:
            path.add(at)
            following = parents[at]
            if following in path:
                parents[at] = following = None
            at = following
        settled |= path
    return parents


def _depths(parents: Sequence[int | None]) -> list[int]:
    depths: dict[int | None, int] = {None: -1}
    for start in range(len(parents)):
        chain, at = [], start if start not in depths else None
        while at is not None and at not in depths:
            chain.append(at)
            at = parents[at]
        for index in reversed(chain):
            depths[index] = depths[parents[index]] + 1
    return [depths[i] for i in range(len(parents))]


def _line(
    text: str, attribution: Attribution, actors: dict[str, Actor], number: int, depth: int, parent: int | None
) -> Line:
    speaker = actors.get(attribution.speaker) if attribution.speaker is not None else None
    written = " … ".join(_parts(text, attribution.source))
    said = attribution.said
    return Line(
        number=number,
        attribution=attribution,
        speaker=speaker,
        role=next((words for role in speaker.roles if (words := role_words(role, actors))), "") if speaker else "",
        written="" if speaker and _names(written, speaker) else written,
        act=act_words(attribution),
        form=FORMS[attribution.form],
        parts=_parts(text, attribution.content),
        said=(date_words(said.edtf) if said.edtf else folded(quote(text, said.span))) if said else "",
        depth=depth,
        parent=None if parent is None else parent + 1,
    )


def _names(written: str, speaker: Actor) -> bool:
    """Whether the source as written is the name, a part of it, or opens with it: both would say it twice."""
    name, bare = folded(speaker.name).casefold(), written.casefold().removeprefix("the ")
    return bare in name or bare.startswith(name)


def _parts(text: str, spans: tuple[Span, ...]) -> tuple[str, ...]:
    return tuple(folded(quote(text, span)) for span in spans)
