"""The actors of a text whose places the actors of a swap take: its most named ones, by what its record says.

With them even a text that names none of the actors of a swap can be audited: the first actors stand in the places of
the text's own, then they change places.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from onrecord.audit.names import FORMS, Names, article_of
from onrecord.audit.swap import Finder
from onrecord.record import Actor, ActorKind, Record

__all__ = ["fitting", "roles"]

_NAME = re.compile(r"[^\W\d_][\w’'&.-]*(?: [\w’'&.-]+)*")
_SMALL = frozenset("of the and for in on de la du des van von der den bin al el e y a".split())  # noqa: SIM905
_NONE = frozenset("i we he she it they you who which that this these those his her its their our my all both".split())  # noqa: SIM905
_DEMONYM = re.compile(r"[A-Z]\w{1,30}(?:[ai]n|[ia]c|ese|ish|[^aeiou]i)")
_ACRONYM = re.compile(r"[A-Z][A-Z.&]{1,7}")

# Actors of a record that are looked at; a text of a megabyte has thousands, of which the last are named once.
_MOST = 100

# Which actors of a text give their places to one of a kind, the best first.
_PLACES: dict[ActorKind, tuple[ActorKind, ...]] = {
    "person": ("person",),
    "place": ("place", "organisation", "group"),
    "organisation": ("organisation", "group", "place"),
    "group": ("group", "organisation", "place"),
}


def roles(record: Record) -> tuple[Names, ...]:
    """The named actors of a record, by how often the text has their names, the most first."""
    text = record.document.text
    most = sorted(record.actors, key=lambda actor: -len(actor.mentions))[:_MOST]
    found = [names for actor in most if (names := _names(text, actor))]
    merged = _with_adjectives(_apart(found))
    counts = Counter(item.actor for item in Finder(merged).find(text))
    order = sorted(range(len(merged)), key=lambda index: (-counts[index], index))
    return tuple(_with_article(text, merged[index]) for index in order if counts[index])


def fitting(places: Sequence[Names], kind: ActorKind) -> tuple[Names, ...]:
    """Those of ``places`` that an actor of ``kind`` can take: of the first kind of which there is any."""
    for wanted in _PLACES[kind]:
        if found := tuple(item for item in places if item.kind == wanted):
            return found
    return ()


def _names(text: str, actor: Actor) -> Names | None:
    """What the text calls an actor, each spelling in its form; None where it has no name."""
    spellings = Counter(" ".join(text[start:end].split()) for start, end in actor.mentions)
    clear = sorted((each for each in spellings if _is_name(each)), key=lambda each: (-len(each), each))
    if not clear:
        return None
    if actor.kind == "person":
        full = tuple(each for each in clear if " " in each)
        last = tuple(each for each in clear if " " not in each)
        return Names("person", name=full, surname=last)
    acronyms = tuple(each for each in clear if _ACRONYM.fullmatch(each))
    rest = [each for each in clear if each not in acronyms]
    if actor.kind in ("group", "place") and rest and all(map(_is_demonym, rest)):
        plural = tuple(each for each in rest if each.endswith("s"))
        return Names("place", adjective=tuple(each for each in rest if each not in plural), people=plural)
    return Names(actor.kind, name=tuple(rest[:1]), short=tuple(rest[1:]), acronym=acronyms)


def _is_name(spelling: str) -> bool:
    words = spelling.split()
    if words[0].lower() in _NONE:
        return False
    if not _NAME.fullmatch(spelling) or len(words) > 8 or len(spelling.strip(".")) < 2:
        return False
    return words[0][0].isupper() and all(word[0].isupper() or word.lower() in _SMALL for word in words[1:])


def _is_demonym(spelling: str) -> bool:
    return _DEMONYM.fullmatch(spelling.removesuffix("s")) is not None


def _apart(found: Sequence[Names]) -> list[Names]:
    """The same actors, each spelling with the first that has it."""
    seen: set[str] = set()
    kept = []
    for names in found:
        own = {form: tuple(e for e in names.spellings(form) if e.casefold() not in seen) for form in FORMS}
        seen |= {each.casefold() for spellings in own.values() for each in spellings}
        if any(own.values()):
            kept.append(replace(names, **own))  # type: ignore[arg-type]
    return kept


def _with_adjectives(found: Sequence[Names]) -> list[Names]:
    """Demonyms with the place they are made from: "Peruvian" goes where "Peru" goes."""
    kept = [item for item in found if item.name or item.short or item.acronym or item.surname]
    for item in [each for each in found if each not in kept]:
        first = (*item.adjective, *item.people)[0]
        index = next((i for i, other in enumerate(kept) if _made_from(first, other)), None)
        if index is None:
            kept.append(item)
        else:
            whole = kept[index]
            adjective, people = whole.adjective + item.adjective, whole.people + item.people
            kept[index] = replace(whole, adjective=adjective, people=people)
    return kept


def _made_from(demonym: str, place: Names) -> bool:
    if place.kind != "place":
        return False
    stems = (name[len(article_of(name)) :] for name in (*place.name, *place.short))
    return any(len(name) > 3 and demonym.startswith(name[: max(4, len(name) - 2)]) for name in stems)


def _with_article(text: str, names: Names) -> Names:
    """The names with "the " where the text mostly has it before them."""

    def each(spelling: str) -> str:
        hits = re.findall(rf"(?<!\w)(the\s)?{re.escape(spelling)}(?!\w)", text, re.I)
        return f"the {spelling}" if 2 * sum(map(bool, hits)) > len(hits) else spelling

    return replace(
        names,
        **{form: tuple(map(each, names.spellings(form))) for form in ("name", "short", "acronym")},  # type: ignore[arg-type]
    )
