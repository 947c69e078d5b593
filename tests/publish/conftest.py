"""An invented press statement with an attribution of every sort, its spans found in the text, not typed."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Any

import pytest

from onrecord.record import Actor, Attribution, Document, Published, Record, Role, Said, Warning
from onrecord.spans import Span

TITLE = "Ferry to Osterholm will sail again in April, harbour authority says"

TEXT = f"""{TITLE}

LINDHAVEN, 12 March 2025 – The ferry between Lindhaven and Osterholm will sail again from 7 April, \
the Lindhaven Harbour Authority announced on Wednesday.

“The channel has been swept twice and it is safe,” said Mara Velden, director of operations at the \
Lindhaven Harbour Authority. “Nobody on the island should have to spend another winter waiting for a \
boat.”

Velden denied that the authority had ignored earlier warnings. She said the crews’ union “told us in \
October that the pilings would hold until spring”.

Tomas Irwell, mayor of Osterholm, called the closure “an avoidable failure” and urged the regional \
council to publish the inspection report before the first sailing. He thinks the new pilings will \
not last beyond two seasons.

“For eleven weeks the island had one boat for four hundred people, and that boat carried the post, \
the bread and the doctor. We will not accept a second winter of that,” Irwell said.

The regional council plans to hold a hearing in May. A survey by the Institute of Coastal Works \
shows that four of the nineteen pilings had lost more than half their section. “The money was there \
all along,” it was said at the meeting.
"""


def place(text: str, quoted: str, after: str = "") -> Span:
    """Where ``quoted`` first stands in ``text``, at or after the first ``after``."""
    start = text.index(quoted, text.index(after))
    return Span(start, start + len(quoted))


def document(text: str, **changes: Any) -> Document:
    sha256 = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    fields: dict[str, Any] = {
        "id": sha256,
        "sha256": sha256,
        "source": "ferry.txt",
        "media_type": "text/plain",
        "title": None,
        "publisher": None,
        "language": "en",
        "published": Published(),
        "text": text,
    }
    return Document(**{**fields, **changes})


def attribution(id: str, *, source: Any = (), cue: Any = (), content: Any = (), **changes: Any) -> Attribution:
    fields: dict[str, Any] = {"speaker": None, "form": "indirect", "kind": "statement", "act": "state"}
    return Attribution(id=id, source=source, cue=cue, content=content, **{**fields, **changes})


def _example() -> Record:
    def at(*quoted: str, after: str = "") -> tuple[Span, ...]:
        return tuple(place(TEXT, words, after) for words in quoted)

    authority = "Lindhaven Harbour Authority"
    actors = (
        Actor("a1", authority, "organisation", mentions=at(authority)),
        Actor("a2", "Mara Velden", "person", (Role("director of operations", "a1"),), at("Mara Velden")),
        Actor("a3", "Tomas Irwell", "person", (Role("mayor of Osterholm", None),), at("Tomas Irwell")),
        Actor("a4", "Osterholm", "place", mentions=at("Osterholm")),
        Actor("a5", "crews’ union", "organisation", mentions=at("crews’ union")),
        Actor("a6", "regional council", "organisation", mentions=at("regional council")),
        Actor("a7", "Institute of Coastal Works", "organisation", mentions=at("Institute of Coastal Works")),
    )
    attributions = (
        attribution(
            "q1",
            source=at("harbour authority"),
            cue=at("says"),
            content=at("Ferry to Osterholm will sail again in April"),
            speaker="a1",
        ),
        attribution(
            "q2",
            source=at(f"the {authority}"),
            cue=at("announced"),
            content=at("The ferry between Lindhaven and Osterholm will sail again from 7 April"),
            speaker="a1",
            act="announce",
            said=Said(place(TEXT, "on Wednesday"), "2025-03-12"),
        ),
        attribution(
            "q3",
            source=at(f"Mara Velden, director of operations at the {authority}"),
            cue=at("said", after="it is safe,”"),
            content=at(
                "“The channel has been swept twice and it is safe,”",
                "“Nobody on the island should have to spend another winter waiting for a boat.”",
            ),
            speaker="a2",
            form="direct",
            confidence=0.98,
        ),
        attribution(
            "q4",
            source=at("Velden", after="Velden denied"),
            cue=at("denied"),
            content=at("that the authority had ignored earlier warnings"),
            speaker="a2",
            act="deny",
            confidence=0.93,
        ),
        attribution(
            "q5",
            source=at("She"),
            cue=at("said", after="She said"),
            content=at("the crews’ union “told us in October that the pilings would hold until spring”"),
            speaker="a2",
            form="mixed",
            confidence=0.9,
        ),
        attribution(
            "q6",
            source=at("the crews’ union"),
            cue=at("told us in October"),
            content=at("that the pilings would hold until spring"),
            speaker="a5",
            act="promise",
            parent="q5",
            said=Said(place(TEXT, "in October"), None),
            confidence=0.71,
        ),
        attribution(
            "q7",
            source=at("Tomas Irwell, mayor of Osterholm,"),
            cue=at("called"),
            content=at("the closure “an avoidable failure”"),
            speaker="a3",
            form="mixed",
            act="accuse",
        ),
        attribution(
            "q8",
            source=at("Tomas Irwell, mayor of Osterholm,"),
            cue=at("urged"),
            content=at("the regional council to publish the inspection report before the first sailing"),
            speaker="a3",
            act="urge",
        ),
        attribution(
            "q9",
            source=at("He", after="He thinks"),
            cue=at("thinks"),
            content=at("the new pilings will not last beyond two seasons"),
            speaker="a3",
            kind="belief",
            act="predict",
        ),
        attribution(
            "q10",
            source=at("Irwell", after="Irwell said"),
            cue=at("said", after="Irwell said"),
            content=at(
                "“For eleven weeks the island had one boat for four hundred people, and that boat carried "
                "the post, the bread and the doctor. We will not accept a second winter of that,”"
            ),
            speaker="a3",
            form="direct",
        ),
        attribution(
            "q11",
            source=at("The regional council"),
            cue=at("plans"),
            content=at("to hold a hearing in May"),
            speaker="a6",
            kind="intention",
            act="announce",
        ),
        attribution(
            "q12",
            source=at("A survey by the Institute of Coastal Works"),
            cue=at("shows"),
            content=at("that four of the nineteen pilings had lost more than half their section"),
            speaker="a7",
            kind="evidence",
        ),
        attribution(
            "q13",
            cue=at("it was said"),
            content=at("“The money was there all along,”"),
            form="direct",
            confidence=0.44,
        ),
    )
    return Record(
        document(
            TEXT,
            title=TITLE,
            publisher=authority,
            published=Published("2025-03-12", "dateline"),
            degraded=("encoding_guessed",),
        ),
        actors,
        attributions,
        (Warning("W120", "Part of the text could not be read and is missing here."),),
    )


@pytest.fixture(scope="session")
def example() -> Record:
    """The whole statement with thirteen attributions of every form and kind."""
    return _example()


@pytest.fixture(scope="session")
def make_record() -> Callable[..., Record]:
    """A record of any text, for texts and spans a test makes itself."""

    def make(text: str, *attributions: Attribution, actors: tuple[Actor, ...] = (), **changes: Any) -> Record:
        return Record(document(text, **changes), actors, attributions)

    return make


@pytest.fixture(scope="session")
def attribute() -> Callable[..., Attribution]:
    """An attribution with everything but its id by default."""
    return attribution
