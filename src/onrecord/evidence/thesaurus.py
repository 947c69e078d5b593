"""Words and phrases that say the same thing counted, and what each phrase of a text is the same as.

The list is in ``thesaurus.toml``. A phrase of several words stands where its words stand near each other, in any order
("nights were spent", "spent 300 nights"); its particles and prepositions right after their word.
"""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from onrecord.normalise.folding import fold
from onrecord.normalise.lemma import forms
from onrecord.normalise.quantities.nouns import singular

__all__ = ["Doing", "Stand", "alike", "bases", "brings_about", "doer", "stands"]

_NAME = "X"  # in a phrase: any word with a capital
_REACH = 5  # words that may stand between the first and the last of a phrase besides its own
_PARTICLES = "a an the of to in on at by for from with into off out up over as and or own abroad through"
_SHORT_WORDS = frozenset(_PARTICLES.split(" "))


@dataclass(frozen=True, slots=True)
class Stand:
    """A phrase of a group as it stands in some words: at which of them."""

    group: int
    at: frozenset[int]


@cache
def _read() -> dict[str, Any]:
    text = resources.files("onrecord.evidence").joinpath("thesaurus.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def _irregular() -> dict[str, str]:
    """The base form of each form that no rule makes."""
    return {form: line.split()[0] for line in _read()["irregular"] for form in line.split()[1:]}


@cache
def bases(low: str) -> frozenset[str]:
    """What ``low`` may be a form of, itself among them: "entering" of "enter", "killings" of "killing" of "kill"."""
    stems = {low, low[:-1], low[:-2], low[:-3]}
    if low.endswith("ies"):
        stems.add(low[:-3] + "y")
    if low.endswith("ied"):
        stems.add(low[:-3] + "y")
    if low.endswith("ing"):
        stems |= {low[:-3] + "e", low[:-4]}
    if low.endswith("ed"):
        stems.add(low[:-3])
    found = {stem for stem in stems if len(stem) > 2 and low in forms(stem)}
    one = singular(low)
    return frozenset({low, one, *found, *(bases(one) if one != low else ())})


@cache
def _keys(low: str) -> frozenset[str]:
    own = bases(low)
    return own | {_irregular()[low]} if low in _irregular() else own


@cache
def _phrases() -> tuple[tuple[int, tuple[str, ...]], ...]:
    made = []
    for number, line in enumerate(_read()["groups"]):
        for phrase in line.split(","):
            parts = phrase.replace("-", " ").split()
            made.append((number, tuple(part if part == _NAME else fold(part) for part in parts)))
    return tuple(made)


@cache
def _index() -> dict[str, tuple[tuple[int, tuple[str, ...]], ...]]:
    """The phrases of several words by their first one."""
    table: dict[str, list[tuple[int, tuple[str, ...]]]] = {}
    for number, parts in _phrases():
        if len(parts) > 1:
            table.setdefault(parts[0], []).append((number, parts))
    return {word: tuple(listed) for word, listed in table.items()}


@cache
def _singles() -> dict[str, frozenset[int]]:
    table: dict[str, set[int]] = {}
    for number, parts in _phrases():
        if len(parts) == 1:
            table.setdefault(parts[0], set()).add(number)
    return {word: frozenset(numbers) for word, numbers in table.items()}


@cache
def alike(low: str) -> frozenset[int]:
    """The groups that a word is in by itself: "jab" in that of "vaccination"."""
    return frozenset(number for key in _keys(low) for number in _singles().get(key, ()))


def stands(lows: Sequence[str], capitals: Sequence[bool] = ()) -> tuple[Stand, ...]:
    """Every phrase of the thesaurus that stands in the words ``lows``, of which ``capitals`` tells which begin with
    one."""
    keys = [_keys(low) for low in lows]
    found = {Stand(number, frozenset({i})) for i, low in enumerate(lows) for number in alike(low)}
    for i, own in enumerate(keys):
        for key in own:
            for number, parts in _index().get(key, ()):
                if at := _at(parts, i, keys, capitals):
                    found.add(Stand(number, at))
    return tuple(sorted(found, key=lambda one: (one.group, sorted(one.at))))


def _at(parts: Sequence[str], first: int, keys: Sequence[frozenset[str]], capitals: Sequence[bool]) -> frozenset[int]:
    """Where the words of a phrase stand whose first is at ``first``; empty where not all do."""
    at, last = {first}, first
    lo, hi = first - _REACH - len(parts), first + _REACH + len(parts)
    for part in parts[1:]:
        near: Sequence[int]
        if part == _NAME:
            near = [i for i in (last + 1, last + 2) if i < len(capitals) and capitals[i]]
        elif part in _SHORT_WORDS:
            near = [i for i in (last + 1, last + 2) if i < len(keys) and (part in keys[i] or part + "s" in keys[i])]
        else:
            order = sorted(range(max(0, lo), min(len(keys), hi + 1)), key=lambda i: abs(i - last))
            near = [i for i in order if i not in at and part in keys[i]]
        if not near:
            return frozenset()
        last = near[0]
        if part != _NAME:
            at.add(last)
    return frozenset(at) if max(at) - min(at) < len(at) + _REACH else frozenset()


@dataclass(frozen=True, slots=True)
class Doing:
    """Who brings about what the groups ``of`` count, and by which verbs, in base forms."""

    of: frozenset[int]
    who: frozenset[str]
    verbs: frozenset[str]


@cache
def _doings() -> tuple[Doing, ...]:
    made = []
    for one in _read()["doings"]:
        phrases = [fold(phrase).split() for phrase in one["of"].split(",")]
        # of the whole phrase: what is done to court cases is not done to cases of an illness
        of = frozenset(s.group for lows in phrases for s in stands(lows) if len(s.at) == len(lows))
        made.append(Doing(of, frozenset(one["who"].split()), frozenset(one["verbs"].split())))
    return tuple(made)


@cache
def _doing_words(groups: frozenset[int]) -> tuple[frozenset[str], frozenset[str]]:
    ours = [one for one in _doings() if not one.of.isdisjoint(groups)]
    return frozenset(w for one in ours for w in one.who), frozenset(w for one in ours for w in one.verbs)


def brings_about(low: str, groups: frozenset[int]) -> bool:
    """Whether a word is a verb by which the things of ``groups`` come to be counted: "administered" of doses."""
    return not _keys(low).isdisjoint(_doing_words(groups)[1])


def doer(low: str, groups: frozenset[int]) -> bool:
    """Whether a word is for somebody who brings about the things of ``groups`` whatever they are: "nurses" of doses."""
    return not _keys(low).isdisjoint(_doing_words(groups)[0])
