"""Claims that a cut took the time from, and wholes that open a sentence."""

from __future__ import annotations

import pytest

from onrecord import read_document
from onrecord.claims.mending import mended
from onrecord.documents import from_text
from onrecord.record import Checkability, Claim, Record
from onrecord.spans import Span

TEXT = "The line carried 300 people a day in 2023."


def record() -> Record:
    return read_document(from_text(TEXT, published="2024-02-05"))


def claim(start: int, end: int, **more: tuple[str, ...]) -> Claim:
    span = Span(start, end)
    check = Checkability(True, "States a figure.")
    return Claim("", span, (span,), None, "quantity", "asserted", check, **more)


def test_a_time_that_was_cut_off_goes_back_to_its_figure() -> None:
    found, cut = record(), TEXT.index(" a day")
    ids = tuple(time.id for time in found.times)
    first = claim(0, cut, quantities=("n1",))
    [made] = mended(found, [first, claim(cut + 1, len(TEXT) - 1, times=ids)])
    assert (made.span, made.parts) == (Span(0, len(TEXT) - 1), (Span(0, len(TEXT) - 1),))
    assert made.times == ids


def test_what_says_more_than_a_time_stays_a_claim() -> None:
    found, cut = record(), TEXT.index(" people")
    ids = tuple(time.id for time in found.times)
    pieces = [claim(0, cut, quantities=("n1",)), claim(cut + 1, len(TEXT) - 1, times=ids)]
    assert mended(found, pieces) == pieces


@pytest.mark.parametrize(
    "text",
    [
        "For the record, of the 6,849 babies born in Tarn in 2022, 2,592 were delivered at North Clinic.",
        "Of the fish landed in Tarn in 2020, 58% came ashore at Elsin.",
        "Ann Hurst, the mayor, said that of the 6,849 babies born in Tarn in 2022, 2,592 came from Elsin.",
    ],
)
def test_what_a_figure_is_a_part_of_stays_with_it(text: str) -> None:
    found = read_document(from_text(text, published="2024-02-05"))
    figures = {id for one in found.claims for id in one.quantities}
    [held] = [one for one in found.claims if one.quantities]
    assert set(held.quantities) == figures
    assert list(held.times) == [time.id for time in found.times if time.kind == "date"]


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Last year almost twice as many boats used Tarn as Elsin.", "Last year almost twice as many boats used Tarn"),
        (
            "In the week from 9 to 15 October Tarn reported more cases than Elsin.",
            "Tarn reported more cases than Elsin",
        ),
        ("Tarn Clinic admitted fewer patients last week than the week before.", "Tarn Clinic admitted fewer patients"),
    ],
)
def test_a_comparison_keeps_its_first_words(text: str, whole: str) -> None:
    claims = read_document(from_text(text, published="2024-02-05")).claims
    assert any(whole in text[one.span.start : one.span.end] for one in claims)
