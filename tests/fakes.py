"""A reader without a model: what the command line does around the reading is tested with it.

The functions are here, and not beside the tests that use them, because other processes import them.
"""

from __future__ import annotations

import os
import re
import time
from collections.abc import Collection, Sequence
from dataclasses import replace

from onrecord.aliases import AliasTable, read_aliases
from onrecord.api import PARTS, Part, read_document
from onrecord.errors import WeightsMissing
from onrecord.normalise.identities import identified
from onrecord.record import Actor, Attribution, Document, Record, Warning
from onrecord.spans import Span

QUOTED = re.compile("“([^”]*)” said ([^.]*)")


def read(
    document: Document,
    *,
    only: Collection[Part] = PARTS,
    aliases: Sequence[str | AliasTable] = (),
    evidence: Sequence[str] = (),
) -> Record:
    """Finds “…” said NAME; words in capitals in the text make it fail in the way they say."""
    record = _read(document, only)
    return (
        identified(record, [each if isinstance(each, AliasTable) else read_aliases(each) for each in aliases])
        if aliases
        else record
    )


def _read(document: Document, only: Collection[Part]) -> Record:
    if not {"attributions", "actors"} & set(only):
        return read_document(document, only=only)
    text = document.text
    if "BOOM" in text:
        raise RuntimeError("boom\nin two lines")
    if "DIE" in text:
        os._exit(9)
    if "NO MODEL" in text:
        raise WeightsMissing("onrecord", "the weights are absent", "Install onrecord again")
    if "SLOW" in text and "NOT_SLOW" not in os.environ:
        time.sleep(0.5)
    matches = list(QUOTED.finditer(text))
    return Record(
        document,
        tuple(Actor(f"a{i}", m[2], "person", mentions=(Span(*m.span(2)),)) for i, m in enumerate(matches, 1)),
        tuple(
            Attribution(
                id=f"q{i}",
                source=(Span(*m.span(2)),),
                cue=(),
                content=(Span(*m.span(1)),),
                speaker=f"a{i}",
                form="direct",
                kind="statement",
                act="state",
            )
            for i, m in enumerate(matches, 1)
        ),
        (Warning("W103", "Something was lost."),) if "WARN" in text else (),
    )


def without(record: Record, name: str) -> Record:
    """The record without what the actor called ``name`` says."""
    known = {actor.id for actor in record.actors if actor.name != name}
    return replace(record, attributions=tuple(item for item in record.attributions if item.speaker in known))


def double(number: int) -> int:
    """Twice the number; every third takes a little longer, and 13 kills the process."""
    if number == 13:
        os._exit(1)
    time.sleep(0.02 * (number % 3 == 0))
    return 2 * number
