"""Statements with marks, turned into a text and findings.

``<s1>…</s1>``, ``<c1>…</c1>`` and ``<t1>…</t1>`` are source, cue and content of attribution 1; a mark may
come several times and attributions may share a source (``<s12>``: of 1 and 2). Names are given apart, each
marks every occurrence as a whole word. What pronouns may stand for comes from the packaged model.
"""

from __future__ import annotations

import re
from collections import defaultdict

from onrecord.normalise.cast import cast
from onrecord.reader import find
from onrecord.reader.findings import Finding, Findings, Mention
from onrecord.record import Actor, ActorKind, Form
from onrecord.spans import Span

_TAG = re.compile(r"<(/?)([sct])(\d+)>")


def marked(
    source: str, names: dict[str, ActorKind] | None = None, parents: dict[int, int] | None = None
) -> tuple[str, Findings]:
    """The text without marks, and its findings; ``parents`` maps an attribution's number to its parent's."""
    text, found = "", defaultdict(list)
    opened: dict[tuple[str, str], int] = {}
    last = 0
    for tag in _TAG.finditer(source):
        text += source[last : tag.start()]
        last = tag.end()
        if tag[1]:
            for number in tag[3]:
                found[tag[2], int(number)].append(Span(opened[tag[2], tag[3]], len(text)))
        else:
            opened[tag[2], tag[3]] = len(text)
    text += source[last:]
    numbers = sorted({number for _, number in found})
    attributions = tuple(
        Finding(
            tuple(found["s", n]),
            tuple(found["c", n]),
            tuple(found["t", n]),
            _form(text, found["t", n]),
            1.0,
            numbers.index(parents[n]) if parents and n in parents else None,
        )
        for n in numbers
    )
    mentions = tuple(
        Mention(Span(*match.span()), kind)
        for name, kind in (names or {}).items()
        for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text)
    )
    return text, Findings(attributions, mentions, stands=find(text).stands)


def _form(text: str, content: list[Span]) -> Form:
    marks = [text[max(0, start - 1) : start] in ("“", '"') for start, _ in content]
    return "direct" if marks and all(marks) else "indirect"


def speakers(
    source: str, names: dict[str, ActorKind] | None = None, parents: dict[int, int] | None = None
) -> list[str | None]:
    """The name of the speaker of each attribution."""
    text, findings = marked(source, names, parents)
    actors, ids = cast(text, findings)
    by_id = {actor.id: actor.name for actor in actors}
    return [by_id[number] if number else None for number in ids]


def actor(source: str, names: dict[str, ActorKind], wanted: str) -> Actor:
    """The one actor of that name."""
    actors, _ = cast(*marked(source, names))
    (found,) = [item for item in actors if item.name == wanted]
    return found


def roles(source: str, names: dict[str, ActorKind], wanted: str) -> list[tuple[str | None, str | None]]:
    """Titles and organisations of the actor of that name."""
    actors, _ = cast(*marked(source, names))
    by_id = {item.id: item.name for item in actors}
    (found,) = [item for item in actors if item.name == wanted]
    return [(role.title, by_id[role.organisation] if role.organisation else None) for role in found.roles]
