"""The names that claims are read without: what they are made of is no wording."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.evidence.model import Entities, Field, Pack, Periods, Series, Table
from onrecord.evidence.tables import Tables
from onrecord.evidence.wording import words
from onrecord.spans import Span

SERIES = Series("visitors", "visitors", "visitors", "1", "flow")
TABLE = Table(
    "visitors",
    "visitors.csv",
    "csv",
    (Field("visitors", "integer"),),
    Entities(constant="Lower Tamsel", names={"Lower Tamsel": ("Tamsel", "東京")}),
    Periods("year", constant="2023"),
    (SERIES,),
    "New Record Office (NRO), Tamsel",
    confirmed=True,
)


class Unasked:
    """A store that must not be asked."""

    def run(self, *_: object) -> list[tuple[object, ...]]:
        raise AssertionError("a table would be loaded")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("More came than to Lower Tamsel’s port.", "More came than to Xxxxxxxxxxxx’s port."),
        ("A record, says the New Record Office.", "A record, says the Xxxxxxxxxxxxxxxxx."),
        ("Lower than in Tamsel; in 東京", "Lower than in Xxxxxx; in Xx"),
        ("in lower tamsel", "in lower tamsel"),
        ("LOWER TAMSEL", "Xxxxxxxxxxxx"),
        ("", ""),
    ],
)
def test_a_name_is_one_word_of_as_many_letters(text: str, wanted: str) -> None:
    tables = Tables.of(Unasked(), [Pack("towns", Path("towns"), (TABLE,))])
    assert tables.unnamed(text, words(text, [Span(0, len(text))])) == wanted
