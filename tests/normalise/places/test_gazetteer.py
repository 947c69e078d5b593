"""The packaged gazetteer: real names, because these are what it is for."""

from __future__ import annotations

import re
import subprocess
import sys
import time

import pytest

from onrecord.normalise.places.gazetteer import _lines, entries, key


def test_a_name_of_several_has_them_all_countries_first() -> None:
    assert [(found.place.level, found.place.country) for found in entries("Georgia")] == [
        ("country", "GE"),
        ("division", "US"),
    ]


@pytest.mark.parametrize("name", ["", "…", "Qqqzzz", "Georgi"])
def test_a_name_that_is_none_has_none(name: str) -> None:
    assert entries(name) == ()


@pytest.mark.parametrize(("one", "other"), [("St. Lucia", "Saint Lucia"), ("Côte d’Ivoire", "Cote d'Ivoire")])
def test_spellings_do_not_matter(one: str, other: str) -> None:
    assert entries(one) == entries(other) != ()


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("the Federal Republic of Germany", "DE"),
        ("The Kingdom of Norway", "NO"),
        ("Republic of Georgia", "GE"),
        ("State of Kuwait", "KW"),
        ("the Republic of the Philippines", "PH"),
        ("Republic of Korea", "KR"),
        ("Republic of China", "TW"),
    ],
)
def test_a_state_is_found_by_its_name_in_full(name: str, country: str) -> None:
    assert [found.place.country for found in entries(name)] == [country]


@pytest.mark.parametrize(
    "name",
    ["State of Georgia", "Islamic State of Iraq", "Commonwealth of Virginia", "Bank of Norway", "Friends of Peru"],
)
def test_what_only_looks_like_one_is_none(name: str) -> None:
    assert entries(name) == ()


def test_every_place_is_found_by_its_own_name_and_is_well_formed() -> None:
    for line in _lines("places.tsv"):
        name, level, country, _, _, latitude, longitude, source = line.split("\t")
        assert re.fullmatch("[A-Z]{2}", country)
        assert level in ("country", "division", "town")
        assert source in ("Unicode CLDR", "GeoNames")
        assert not latitude or (-90 <= float(latitude) <= 90 and -180 <= float(longitude) <= 180)
        if key(name):
            assert name in [found.place.name for found in entries(name)]


def test_the_index_is_sorted_as_the_look_up_needs() -> None:
    lines = _lines("names.tsv")
    assert lines == sorted(lines)
    assert len({line.partition("\t")[0] for line in lines}) == len(lines)


def test_nothing_is_loaded_before_the_first_look_up() -> None:
    code = "import sys, onrecord, onrecord.cli; print([m for m in sys.modules if 'places' in m or 'identities' in m])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_a_look_up_is_fast() -> None:
    entries("Georgia")
    start = time.process_time()
    for _ in range(1_000):
        entries("Georgia")
    assert time.process_time() - start < 0.5  # measured: 0.03
