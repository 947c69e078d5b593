"""Names of one document put together: who is who, by form alone.

Persons by first and last name, a bare surname to the one person who bears it; organisations, places and
groups by their words, an acronym that the text defines or spells, a short form that only one can have.
What is ambiguous stays apart.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import pairwise

from onrecord.normalise.names import Name, initials
from onrecord.normalise.whole import PARTICLES
from onrecord.normalise.words import word_set

__all__ = ["cluster"]

_DEFINED = re.compile(r" \((?:the )?[“\"]?([A-Z][\w.&-]{1,9})[”\"]?\)")
_RENAMED = re.compile(r", (?:the|or|formerly|also known as|known as)(?: the)? $")
_CLOSED = re.compile(r",(?! (?:and|or)\b)|[.;:)]")
_LONGEST = 12  # words of a name that may have short forms
_INNER = word_set("of for in on to")
_VARIED = 6  # letters of a surname of which another spelling is taken for the same; shorter ones are often two names


class _Unions:
    """Disjoint sets over the places of names."""

    def __init__(self, size: int) -> None:
        self.parent = list(range(size))

    def find(self, item: int) -> int:
        while self.parent[item] != item:
            self.parent[item] = self.parent[self.parent[item]]
            item = self.parent[item]
        return item

    def join(self, a: int, b: int) -> None:
        a, b = self.find(a), self.find(b)
        self.parent[max(a, b)] = min(a, b)


def cluster(text: str, names: list[Name]) -> list[int | None]:
    """For each name the place of the first name of its actor; None for a bare title or an ambiguous surname.

    A bare surname that several bear is the one's who was called by it before the others came in.
    """
    unions = _Unions(len(names))
    persons = _persons(names)
    ambiguous = _join_persons(names, persons, unions)
    _join_others(text, names, [i for i in range(len(names)) if i not in persons and names[i].words], unions)
    return [unions.find(i) if names[i].words and i not in ambiguous else None for i in range(len(names))]


def _persons(names: list[Name]) -> frozenset[int]:
    """The places of persons' names.

    A key tagged now so, now so goes with the majority, and an organisation or group of one word that is a
    person's surname with that person.
    """
    votes: Counter[str] = Counter()
    for name in names:
        votes[name.key] += 1 if name.kind == "person" else -1
    surnames = {name.words[-1] for name in names if len(name.words) > 1 and votes[name.key] > 0}

    def is_person(name: Name) -> bool:
        if len(name.words) == 1 and name.kind != "place" and name.words[0] in surnames:
            return True
        return votes[name.key] > 0 or (votes[name.key] == 0 and name.kind == "person")

    return frozenset(i for i, name in enumerate(names) if name.words and is_person(name))


# Persons -----------------------------------------------------------------------------------------------


def _join_persons(names: list[Name], persons: Iterable[int], unions: _Unions) -> set[int]:
    """Join persons' names; return the places of bare names that several persons could bear."""
    full: dict[tuple[str, str], int] = {}
    last: dict[str, list[int]] = defaultdict(list)
    first: dict[str, list[int]] = defaultdict(list)
    ordered = sorted(persons)
    for i in ordered:
        words = names[i].words
        if len(words) < 2:
            continue
        known = _same_person(words, full, (last, first), names)
        if known is not None:
            unions.join(known, i)
        else:
            last[words[-1]].append(i)
            first[words[0]].append(i)
            if len(words) > 2 and words[-2] not in last:
                last[words[-2]].append(i)
        full.setdefault((words[0], words[-1]), i)
    _join_double(names, ordered, unions)
    return _join_single(names, ordered, (last, first), unions)


def _join_double(names: list[Name], ordered: list[int], unions: _Unions) -> None:
    """Join a surname of several words with the one longer name that holds it: "de Holt" with "Odo de Holt", "de la
    Vell" with "Ana de la Vell Orme"."""
    holders: dict[tuple[str, ...], set[int]] = defaultdict(set)
    for i in ordered:
        words = names[i].words[:_LONGEST]
        for start in range(1, len(words) - 1):
            ends = range(start + 2, len(words) + 1) if words[start] in PARTICLES else (len(words),)
            for end in ends:
                holders[words[start:end]].add(unions.find(i))
    for i in ordered:
        held = {unions.find(j) for j in holders.get(names[i].words, ())}
        if len(held) == 1:
            unions.join(i, held.pop())


def _same_person(
    words: tuple[str, ...],
    full: dict[tuple[str, str], int],
    index: tuple[dict[str, list[int]], dict[str, list[int]]],
    names: list[Name],
) -> int | None:
    """An earlier full name with the same first and last word, with an initial for the first, or with the last word
    in another spelling."""
    last, first = index
    same = full.get((words[0], words[-1]))
    if same is not None:
        return same
    fits = [i for i in last.get(words[-1], ()) if _initial_of(words[0], names[i].words[0])]
    if not fits:
        fits = [i for i in first.get(words[0], ()) if _spelt_alike(words[-1], names[i].words[-1])]
    return fits[0] if len(fits) == 1 else None


def _spelt_alike(a: str, b: str) -> bool:
    """Whether two long surnames differ in one letter: changed, added or left out, or two exchanged."""
    if a == b or min(len(a), len(b)) < _VARIED or abs(len(a) - len(b)) > 1:
        return False
    start = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    rest = a[start:], b[start:]
    if len(a) == len(b):
        return rest[0][1:] == rest[1][1:] or (rest[0][:2] == rest[1][:2][::-1] and rest[0][2:] == rest[1][2:])
    longer, shorter = sorted(rest, key=len, reverse=True)
    return longer[1:] == shorter


def _initial_of(a: str, b: str) -> bool:
    return a[0] == b[0] and (len(a) == 1 or len(b) == 1)


def _join_single(
    names: list[Name],
    ordered: list[int],
    index: tuple[dict[str, list[int]], dict[str, list[int]]],
    unions: _Unions,
) -> set[int]:
    alone: dict[str, int] = {}
    called: dict[str, int] = {}
    ambiguous: set[int] = set()
    for i in ordered:
        if len(names[i].words) > 1:
            continue
        word = names[i].words[0]
        bearers = index[0].get(word) or index[1].get(word) or []
        chosen = _bearer(names, i, bearers, called.get(word))
        if chosen is not None:
            unions.join(chosen, i)
            if chosen < i:
                called[word] = chosen
        elif bearers:
            ambiguous.add(i)
        else:
            unions.join(alone.setdefault(word, i), i)
    return ambiguous


def _bearer(names: list[Name], place: int, bearers: list[int], called: int | None) -> int | None:
    """The one of ``bearers`` (first places of full names) that a bare name at ``place`` can mean.

    ``called`` is who was called so before.
    """
    gender = names[place].gender
    fitting = [i for i in bearers if not (gender and names[i].gender and names[i].gender != gender)]
    if len(fitting) > 1:
        fitting = [i for i in fitting if i < place] or fitting
    if len(fitting) > 1 and called in fitting and not gender:
        return called
    return fitting[0] if len(fitting) == 1 else None


# Organisations, places, groups -------------------------------------------------------------------------


def _join_others(text: str, names: list[Name], others: list[int], unions: _Unions) -> None:
    by_key: dict[str, int] = {}
    for i in others:
        unions.join(by_key.setdefault(names[i].key, i), i)
    _join_defined(text, names, others, by_key, unions)
    _join_acronyms(names, by_key, unions)
    _join_short(text, names, by_key, unions)
    _join_apposed(text, names, others, unions)


def _join_defined(text: str, names: list[Name], others: list[int], by_key: dict[str, int], unions: _Unions) -> None:
    """ "World Food Programme (WFP)", and the reverse."""
    for at, i in enumerate(others):
        match = _DEFINED.match(text, names[i].span.end)
        if match and match[1].isupper() and _spells(match[1], text[names[i].span.start : names[i].span.end]):
            short = by_key.get(match[1].replace(".", "").casefold())
            if short is not None:
                unions.join(i, short)
        elif at + 1 < len(others):
            other = names[others[at + 1]]
            between = text[names[i].span.end : other.span.start]
            if between in (" (", " (the ") and initials(other.words) == names[i].key:
                unions.join(i, others[at + 1])


def _spells(short: str, name: str) -> bool:
    """Whether the letters of an acronym stand in a name in this order, the first at its beginning."""
    letters = [letter for letter in short.casefold() if letter.isalnum()]
    rest = iter(name.casefold())
    return bool(letters) and name[:1].casefold() == letters[0] and all(letter in rest for letter in letters)


def _join_acronyms(names: list[Name], by_key: dict[str, int], unions: _Unions) -> None:
    """An acronym and the one long name with these initials."""
    long: dict[str, set[int]] = defaultdict(set)
    for i in by_key.values():
        if len(names[i].words) > 1:
            long[initials(names[i].words)].add(unions.find(i))
            long["".join(word[0] for word in names[i].words)].add(unions.find(i))
    for key, i in by_key.items():
        if " " not in key and 2 <= len(key) <= 8 and len(long.get(key, ())) == 1 and len(names[i].words) == 1:
            unions.join(i, next(iter(long[key])))


def _join_short(text: str, names: list[Name], by_key: dict[str, int], unions: _Unions) -> None:
    """A short form that begins one longer name only, or ends it without a preposition before."""
    holders: dict[str, set[int]] = defaultdict(set)
    for i in by_key.values():
        if names[i].kind == "organisation" and len(names[i].words) <= _LONGEST:
            for part in _parts(text, names[i]):
                holders[part].add(unions.find(i))
    for key, i in by_key.items():
        if names[i].kind != "organisation" or not (" " in key or _is_plain_word(text, names[i])):
            continue
        held = {unions.find(j) for j in holders.get(key, ())} - {unions.find(i)}
        if len(held) == 1:
            unions.join(i, held.pop())


def _parts(text: str, name: Name) -> Iterable[str]:
    """The short forms a long name may have: its beginnings, its ends, a closing acronym."""
    words = name.words
    if len(words) > 2 and len(words[-1]) > 3 and text.endswith(words[-1].upper(), name.span.start, name.span.end):
        yield words[-1]
    if any(word.endswith("'s") for word in words):
        return
    for cut in range(1, len(words)):
        if words[cut - 1] not in _INNER | {"the", "and"} and (
            cut > 1 or (len(words) == 2 and _capitalised(text, name))
        ):
            yield " ".join(words[:cut])
        if len(words) - cut > 1 and not _INNER & set(words[:cut]):
            yield " ".join(words[cut:])


def _capitalised(text: str, name: Name) -> bool:
    """Whether the first word of a name is a word, not an acronym: "NORA Council" is not NORA."""
    first = text[name.span.start : name.span.end].split()[0]
    return not first.isupper() and len(first) > 3


def _is_plain_word(text: str, name: Name) -> bool:
    """A single word that may shorten a name, as "Northgas" does "Northgas Holdings", or a closing acronym."""
    return len(name.key) > 3 or text[name.span.start : name.span.end].isupper()


def _join_apposed(text: str, names: list[Name], others: list[int], unions: _Unions) -> None:
    """ "the Orlo Front, the Popular Front for Clean Rivers,": two names of one organisation."""
    for i, j in pairwise(others):
        a, b = names[i], names[j]
        if b.span.start - a.span.end > 24 or "place" in (a.kind, b.kind) or len(b.words) < 2:
            continue
        if _RENAMED.fullmatch(text, a.span.end, b.span.start) and _CLOSED.match(text, b.span.end):
            listed = text[max(0, a.span.start - 6) : a.span.start].rstrip()
            if not listed.removesuffix("the").rstrip().endswith((",", " and")):
                unions.join(i, j)
