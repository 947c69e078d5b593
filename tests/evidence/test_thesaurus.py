"""Words and phrases that say the same thing counted."""

from __future__ import annotations

import pytest

from onrecord.evidence.thesaurus import alike, bases, brings_about, doer, stands


def groups(text: str) -> set[int]:
    """The groups of the phrases of more than one word, and of single ones, in ``text``."""
    parts = text.split()
    return {one.group for one in stands([part.lower() for part in parts], [part[0].isupper() for part in parts])}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("overnight stays", "nights were spent by guests"),
        ("break ins", "burglaries"),
        ("bike thefts", "thieves stole"),
        ("measles jabs", "doses"),
        ("lorries", "trucks"),
        ("refugee arrivals", "Tarn took in refugees"),
        ("refugee arrivals", "refugees reached Tarn"),
        ("power", "electricity"),
        ("exports", "goods shipped abroad"),
        ("unemployed", "out of work"),
        ("births", "babies"),
        ("borrowed", "loans"),
        ("admissions", "took in patients"),
    ],
)
def test_phrases_of_one_group_say_the_same(one: str, other: str) -> None:
    assert groups(one) & groups(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("arrests", "convictions"),
        ("deaths", "cases"),
        ("exports", "sales"),
        ("deaths", "killed"),
        ("passengers", "drivers"),
        ("visitors", "tourists"),
        ("births", "deaths"),
        ("imports", "exports"),
        ("asylum applications", "asylum granted"),
    ],
)
def test_what_only_overlaps_is_not_the_same(one: str, other: str) -> None:
    assert not groups(one) & groups(other)


def test_a_particle_follows_its_verb() -> None:
    assert groups("broke in") & groups("burglary")
    assert not groups("broke records there in") & groups("burglary")


def test_a_word_is_found_by_any_form() -> None:
    assert alike("stole") == alike("theft")
    assert {"killing", "kill"} <= bases("killings")


def test_who_brings_a_thing_about_goes_by_the_thing() -> None:
    doses = frozenset(alike("vaccination"))
    assert doer("nurses", doses)
    assert brings_about("administered", doses)
    assert not doer("thieves", doses)
    assert not brings_about("refused", doses)


@pytest.mark.parametrize(
    ("label", "text"),
    [
        ("ship calls", "freighters docked"),
        ("containers handled", "boxes moved"),
        ("air strikes", "warplanes struck the town"),
        ("prisoners released", "detainees walked free"),
        ("asylum applications", "people asked for asylum"),
        ("naturalisations", "foreigners took the oath of citizenship"),
        ("red cards", "players sent off"),
        ("frost days", "below zero on days"),
    ],
)
def test_what_a_writer_says_for_a_series(label: str, text: str) -> None:
    groups = {one.group for one in stands(label.split())}
    assert groups & {one.group for one in stands(text.split())}


@pytest.mark.parametrize(
    ("label", "text"),
    [
        ("arrests", "people convicted"),
        ("asylum applications", "people granted asylum"),
        ("civilians killed", "civilians wounded"),
        ("cancelled operations", "operations postponed"),
        ("dairy cows", "dairy farms"),
    ],
)
def test_what_only_overlaps_is_kept_apart(label: str, text: str) -> None:
    whole = [one for one in stands(label.split()) if len(one.at) == len(label.split())]
    groups = {one.group for one in whole}
    assert not groups & {one.group for one in stands(text.split()) if len(one.at) == len(text.split())}


def test_doings_are_of_the_whole_phrase() -> None:
    cases = frozenset(groups("cases"))
    assert brings_about("closed", frozenset(groups("resolved case")))
    assert not brings_about("closed", cases)
