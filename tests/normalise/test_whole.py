from __future__ import annotations

import pytest

from onrecord.normalise.whole import whole
from onrecord.reader.findings import Mention
from onrecord.record import ActorKind
from onrecord.spans import Span


def completed(marked: str, kind: ActorKind = "person") -> list[str]:
    """The names of a text in which [brackets] mark what the tagger takes for one."""
    text, mentions = "", []
    for place, part in enumerate(marked.replace("]", "[").split("[")):
        if place % 2:
            mentions.append(Mention(Span(len(text), len(text) + len(part)), kind))
        text += part
    return [text[slice(*mention.span)] for mention in whole(text, mentions)]


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        ("[Odo Mi]-ra met [Ana Brill]", ["Odo Mi-ra", "Ana Brill"]),
        ("[Odo N]'[Gessa] left. [Gessa] was N'[Gessa].", ["Odo N'Gessa", "Gessa", "N'Gessa"]),
        ("[Odo Táyọ]\u0300-[Orme] left; Táyọ\u0300-[Orme] said", ["Odo Táyọ\u0300-Orme", "Táyọ\u0300-Orme"]),
        ("[Jean]-[Odo Vell] left", ["Jean-Odo Vell"]),
        ("[María de la] [Vell Orme] left. [Vell] and de [la Vell]", ["María de la Vell Orme", "Vell", "de la Vell"]),
        (
            "[Odo] van der [Vell] left, De la [Vell] and van der [Vell] stayed",
            ["Odo van der Vell", "Vell", "van der Vell"],
        ),
        ("[Odo al]-[Vell] said. Al-[Vell] left", ["Odo al-Vell", "Vell"]),
    ],
)
def test_a_person_is_named_in_whole_words(marked, names):
    assert completed(marked) == names


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        ("the [Brill]-[Tarn] debate", ["Brill", "Tarn"]),
        ("the [Ana Brill]-backed plan, an [Odo Tarn]-era law", ["Ana Brill", "Odo Tarn"]),
        ("[Ana Brill]’s plan and [Odo Tarn]'s", ["Ana Brill", "Odo Tarn"]),
        ("[Ana Brill] [Odo Tarn] and [Uri] [Vos]", ["Ana Brill", "Odo Tarn", "Uri", "Vos"]),
        ("pro-[Brill] and [Brill]", ["Brill", "Brill"]),
        ("[@AnaBrill] of [Vell]", ["@AnaBrill", "Vell"]),
        ("", []),
    ],
)
def test_what_shows_nothing_is_left_as_it_is(marked, names):
    assert completed(marked) == names


def test_only_persons_are_completed():
    assert completed("[Port Vell]-Orme and [Bank] de [Vell]", "organisation") == ["Port Vell", "Bank", "Vell"]
