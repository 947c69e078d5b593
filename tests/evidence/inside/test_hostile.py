"""Whatever the text, its sums are found or not, and nothing breaks."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from onrecord.api import read_document
from onrecord.documents import from_text
from onrecord.record import Record

ODD = (
    "half|a third|doubled|$0|0%|0.0|1e999|٣٬٥٠٠|½|$1.5m|three days|3 May 2024|from 3 to 5 May 2024|a day|week-long"
    "|5-year|from $5 to $0|-5|NaN"
)
FIGURES = st.one_of(
    st.integers(-5, 10**9).map(str),
    st.integers(1, 10**9).map("{:,}".format),
    st.decimals("0", "999", places=2).map(str),
    st.integers(0, 150).map("{}%".format),
    st.sampled_from([*ODD.split("|"), "9" * 400, "0." + "0" * 5000 + "1"]),
)
PLAIN = (
    ":|–|(|)|,|;|.|and|of the|made up of|for a total of|in all|the remaining|from|to|up|down|rose|fell|or"
    "|a rise of|for|people|men|women|boats|, up|over the|limit of|the same number that entered in|ran from|\ue000"
    "|\ue005|\n|’|İ"
)
WORDS = st.sampled_from(PLAIN.split("|"))


@given(st.lists(st.one_of(FIGURES, WORDS), max_size=24))
def test_no_text_breaks_the_sums(pieces):
    document = replace(from_text(" ".join(pieces)), language="en")
    record = read_document(document, only=("quantities", "times", "arithmetic"))
    held = {item.id for item in (*record.quantities, *record.times)}
    for found in record.arithmetic:
        assert set(found.quantities) | set(found.times) <= held
        assert found.working
        assert "\n" not in found.working
    assert Record.from_json(record.to_json()) == record
