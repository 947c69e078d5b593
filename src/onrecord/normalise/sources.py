"""From the source of an attribution to the actor who speaks.

A name, a title, a pronoun, a document or a plain noun phrase: each goes its own way, and None is an answer.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from typing import NamedTuple

from onrecord.normalise.layout import Layout
from onrecord.normalise.letters import CAPITAL
from onrecord.normalise.offices import Offices
from onrecord.normalise.people import Entity
from onrecord.normalise.phrases import Phrase, carrier, is_utterance, read_phrase, trim
from onrecord.normalise.pronouns import FIRST, PERSONAL, RELATIVE, Pronouns
from onrecord.normalise.words import (
    BODIES,
    FUNCTION,
    GENERIC_BODIES,
    INDEFINITE,
    is_plural,
    is_role,
    word_set,
)
from onrecord.record import ActorKind
from onrecord.spans import Span

__all__ = ["Placed", "Sources"]

_WORD = re.compile(r"[^\W_](?:[\w.’'&-]*\w)?")
_AND = re.compile(r"(?:’s|'s)?,? (?:and|&) (?:the )?(?:[\w’'.-]+ ){0,4}")
_COMMA = re.compile(r", (?:the )?(?:[\w’'.-]+ ){0,3}")
_BEFORE_RELATIVE = re.compile(rf"((?:[{CAPITAL}][\w’'.-]{{0,40}} ){{0,3}}[a-z]{{1,40}}),? $")
_RECENT = 6
_NEAR = 40  # persons named before a place that are looked at
_LONGEST = 400  # characters of a source that are looked at


class Placed(NamedTuple):
    """A name of the text with the actor it belongs to; ``lead`` is where its title begins."""

    span: Span
    lead: int
    entity: Entity


class Sources:
    """Resolves the sources of one document in text order; keeps the actors that have no name."""

    def __init__(
        self, text: str, placed: list[Placed], entities: list[Entity], layout: Layout, voice: Entity | None = None
    ) -> None:
        self._text = text
        self._placed = placed
        self._starts = [item.span.start for item in placed]
        self._layout = layout
        self._voice = voice
        self._unclear: dict[int, int] = {}
        self._pronouns: Pronouns | None = None
        self._persons: list[Placed] = []
        self._offices = Offices(entities)
        self._last_met: dict[Entity, int] = {}
        self._recent: list[Entity] = []
        self._phrases: dict[str, Entity] = {}
        self._heads: dict[str, Entity] = {}
        self._uttered: Entity | None = None
        self.described: list[Entity] = []

    def speaker(self, source: tuple[Span, ...], parent: Entity | None, *, nested: bool, direct: bool) -> Entity | None:
        """The actor whom ``source`` means. ``parent`` speaks what holds this attribution, if ``nested``;
        ``direct`` when that one is a direct quotation."""
        if not source:
            return None
        start, end = source[0]
        span = trim(self._text, Span(start, min(end, start + _LONGEST)))
        found = self._resolve(span, parent, nested=nested, direct=direct) if span.start < span.end else None
        if found is not None:
            self._note(found, span)
        return found

    def watch(self, persons: list[Placed], pronouns: Pronouns | None, unclear: Iterable[Span]) -> None:
        """Take what is known of the running text: where ``persons`` come in, in text order, whom pronouns mean, and
        that a source which is one of the bare names at ``unclear``, which several could bear, is unclear."""
        self._persons = persons
        self._pronouns = pronouns
        self._unclear = {span.end: span.start for span in unclear}

    def title(self, span: Span) -> Entity:
        """The actor behind a title in the running text: who holds it, or the title itself."""
        phrase = read_phrase(self._text, span, [])
        found = self._definite(phrase) or self._named(phrase)
        found.mentions.append(span)
        return found

    def _note(self, entity: Entity, span: Span) -> None:
        if all(item.entity is not entity for item in self._inside(span)):
            entity.mentions.append(span)
            if entity.described and self._pronouns:
                self._pronouns.note(span, entity)
        self._last_met[entity] = span.start
        self._recent = [entity, *(e for e in self._recent if e is not entity)][:_RECENT]

    def _resolve(self, span: Span, parent: Entity | None, *, nested: bool, direct: bool) -> Entity | None:
        written = [m.group() for m in _WORD.finditer(self._text, span.start, min(span.end, span.start + 40))]
        if not written:
            return None
        words = [word.lower() for word in written]
        if words[0] in FIRST and len(words) < 3 and not _is_acronym(written[0]):
            return _first_person(words[0], parent) if nested else self._own_voice(words[0])
        if words[0] in PERSONAL and (len(words) == 1 or (len(words) == 2 and words[1] in _ADDED)):
            return self._pronoun(words[0], span, parent, direct=direct)
        if words[0] in RELATIVE and len(words) == 1:
            return self._antecedent(span, words[0])
        if all(word.lower() in INDEFINITE or _is_function(word) for word in written):
            return None
        return self._noun_phrase(span, 0)

    def _own_voice(self, word: str) -> Entity | None:
        """Who "I" or "we" is in the text's own voice: the person, or the institution, whose words it states to be."""
        one = word in ("i", "me", "my", "mine", "myself")
        return self._voice if self._voice and one == (self._voice.kind == "person") else None

    # Pronouns ------------------------------------------------------------------------------------------

    def _pronoun(self, word: str, span: Span, parent: Entity | None, *, direct: bool) -> Entity | None:
        """Whom a pronoun means: in what somebody says without being quoted, that one if it can be; nobody speaks of
        himself as "he" in his own words."""
        if parent is not None and not direct and _agrees(parent, PERSONAL[word]):
            return parent
        spoke = self._recent[0] if self._recent else None
        found = self._pronouns.speaker(span.start, spoke) if self._pronouns else None
        return None if direct and found is parent else found

    def _antecedent(self, span: Span, word: str) -> Entity | None:
        """The noun phrase just before a relative pronoun."""
        place = bisect_left(self._starts, span.start) - 1
        before = self._placed[place] if place >= 0 else None
        gap = self._text[before.span.end : span.start] if before else ""
        if before and gap.strip(" ,)") == "" and "\n" not in gap and _can_relate(before.entity, word):
            return before.entity
        match = _BEFORE_RELATIVE.search(self._text, max(0, span.start - 80), span.start)
        noun = match[1].split()[-1] if match else ""
        if match and word in ("who", "which") and is_plural(noun):
            return self._named(Phrase(Span(*match.span(1)), Span(*match.span(1)), "", noun))
        sentence = self._layout.sentence(span.start)
        for item in reversed(self._placed[max(0, place - 5) : place + 1]):
            if self._layout.sentence(item.span.start) != sentence:
                break
            if item.entity.kind == "person" and word == "who":
                return item.entity
        return None

    # Noun phrases --------------------------------------------------------------------------------------

    def _inside(self, span: Span) -> list[Placed]:
        first = bisect_left(self._starts, span.start)
        found = []
        while first < len(self._placed) and self._placed[first].span.start < span.end:
            found.append(self._placed[first])
            first += 1
        return found

    def _noun_phrase(self, span: Span, depth: int) -> Entity | None:
        inside = self._inside(span)
        phrase = read_phrase(self._text, span, [item.span for item in inside])
        several = self._coordinated(span, inside)
        if several is not None:
            return several
        named = self._head_name(phrase, inside) or self._apposed(phrase, inside, span.end)
        if named is not None:
            return named
        behind = carrier(self._text, phrase, span.end) if depth < 2 else None
        if behind is not None and (found := self._noun_phrase(trim(self._text, behind), depth + 1)):
            if is_utterance(phrase.head):
                self._uttered = found
            return found
        return self._described(phrase, inside)

    def _coordinated(self, span: Span, inside: list[Placed]) -> Entity | None:
        """One group actor for several named speakers, "A; B"."""
        if len(inside) < 2 or inside[0].lead > span.start + 4:
            return None
        members = [inside[0]]
        joined = False
        for item in inside[1:]:
            start, end = members[-1].span.end, item.span.start
            if _AND.fullmatch(self._text, start, end):
                joined = True
            elif joined or not _COMMA.fullmatch(self._text, start, end) or item.entity.kind != members[0].entity.kind:
                break
            members.append(item)
        if not joined or self._text[members[-1].span.end : span.end].strip(" ,.") not in ("", "’s", "'s"):
            return None
        return self._together(tuple(dict.fromkeys(item.entity for item in members)))

    def _together(self, members: tuple[Entity, ...]) -> Entity:
        if len(members) == 1:
            return members[0]
        name = "; ".join(member.name for member in members)
        known = self._phrases.get(name)
        return known or self._new(name, "group", name, members)

    def _head_name(self, phrase: Phrase, inside: list[Placed]) -> Entity | None:
        """The named actor that heads the phrase: its front ends with the name, or a title leads up to it."""
        for item in inside:
            if item.entity.kind == "person" and item.lead <= phrase.core.start + 4 and item.lead < item.span.start:
                return item.entity
        for item in reversed(inside):
            if item.span.end == phrase.front.end and item.span.start >= phrase.core.start:
                return item.entity if not _is_epithet(phrase, item) else None
        if inside and inside[0].lead <= phrase.core.start + 4:
            rest = self._text[inside[0].span.end : phrase.front.end]
            if inside[0].entity.kind == "person" and rest.startswith((",", " (")):
                return inside[0].entity
            if rest.startswith(" (") and rest.endswith(")"):
                return inside[0].entity
        return None

    def _apposed(self, phrase: Phrase, inside: list[Placed], end: int) -> Entity | None:
        """The person whose name, with its title, closes a source after a description: "her deputy, Gov. N. N.,"."""
        last = inside[-1] if inside else None
        if last is None or last.entity.kind != "person" or self._text[last.span.end : end].strip(" ,."):
            return None
        return last.entity if self._text[phrase.core.end : last.lead] == ", " else None

    def _described(self, phrase: Phrase, inside: list[Placed]) -> Entity | None:
        if phrase.head.lower() in INDEFINITE and " " not in phrase.name(self._text):
            return None
        if self._unclear.get(phrase.core.end) == phrase.core.start:
            return None
        owner = inside[0] if inside and inside[0].span.end <= phrase.front.end else None
        if owner and is_utterance(phrase.head) and phrase.core.end == phrase.front.end:
            self._uttered = owner.entity
            return owner.entity
        if phrase.determiner == "both" or (phrase.determiner == "the" and _is_office_plural(phrase.head)):
            return None
        definite = phrase.determiner in ("the", "this", "that", "these", "those", "both", "") and not (
            owner and self._possessed(owner)
        )
        if definite and (found := self._definite(phrase)):
            return found
        if definite and phrase.determiner in ("the", "this", "that") and self._names_someone(phrase, inside):
            return None
        return self._named(phrase)

    def _names_someone(self, phrase: Phrase, inside: list[Placed]) -> bool:
        """Whether a description means a person of whom the text has just spoken by name, we know not whom."""
        if phrase.core.end != phrase.front.end or phrase.head.lower() in self._heads:
            return False
        person = is_role(phrase.head) or (bool(inside) and _is_epithet(phrase, inside[-1]))
        return person and self._someone(phrase.core.start)

    def _someone(self, offset: int) -> bool:
        """Whether a person is named in the paragraph of ``offset``, before it, or in the one before."""
        paragraph = self._layout.paragraph(offset)
        place = bisect_left(self._persons, offset, key=lambda item: item.span.start)
        return any(
            not item.entity.described and paragraph - self._layout.paragraph(item.span.start) < 2
            for item in self._persons[max(0, place - _NEAR) : place]
        )

    def _possessed(self, owner: Placed) -> bool:
        return self._text.startswith(("’s", "'s", "’ ", "' "), owner.span.end)

    def _definite(self, phrase: Phrase) -> Entity | None:
        head = phrase.head.lower()
        if phrase.core.end != phrase.front.end:
            return None
        if is_role(head) and (phrase.determiner or phrase.head[0].isupper() or phrase.modifiers(self._text)):
            return self._office(phrase, head)
        if not phrase.determiner:
            return None
        if head.removesuffix("s") in _WORDS_SAID:
            return self._uttered or next(
                (e for e in self._recent if e.kind == "organisation" and not e.described), None
            )
        return self._body(phrase, head)

    def _office(self, phrase: Phrase, head: str) -> Entity | None:
        fitting = self._offices.holders(head, phrase.modifiers(self._text), phrase.core.start)
        if len(fitting) == 1:
            return fitting[0]
        known = [
            entity
            for entity in fitting
            if entity in self._last_met or (entity.starts and entity.starts[0] < phrase.core.start)
        ]
        if len(known) < 2:
            return known[0] if known else None
        return self._latest(known, phrase.core.start)

    def _latest(self, entities: list[Entity], offset: int) -> Entity | None:
        """The one met last, if the others were not met in the same paragraph."""
        met = sorted(((self._met_before(entity, offset), i) for i, entity in enumerate(entities)), reverse=True)
        if self._layout.paragraph(met[0][0]) == self._layout.paragraph(max(met[1][0], 0)) or met[0][0] < 0:
            return None
        return entities[met[0][1]]

    def _met_before(self, entity: Entity, offset: int) -> int:
        last = self._last_met.get(entity, -1)
        place = bisect_left(entity.starts, offset)
        return max(last, entity.starts[place - 1] if place else -1)

    def _body(self, phrase: Phrase, head: str) -> Entity | None:
        """An organisation that the description names by kind, or the last one that spoke."""
        if head not in BODIES:
            return self._heads.get(head) if phrase.modifiers(self._text) == frozenset() else None
        wanted = phrase.modifiers(self._text)
        fitting = self._offices.bodies(head, wanted, phrase.core.start)
        if fitting:
            return fitting[0] if len(fitting) == 1 else self._latest(fitting, phrase.core.start)
        if known := self._heads.get(head):
            return known
        if head in GENERIC_BODIES and not wanted:
            last = next((e for e in self._recent if e.kind == "organisation" and not e.described), None)
            return last if last is None or _can_be(last, head) else None
        return None

    # Actors without a name -----------------------------------------------------------------------------

    def _named(self, phrase: Phrase) -> Entity:
        """The actor that a noun phrase names by itself, the same for the same words."""
        name = phrase.name(self._text)
        key = name.lower().removeprefix(phrase.determiner + " ") if phrase.determiner else name.lower()
        head = phrase.head.lower()
        known = self._phrases.get(key)
        if known is None and phrase.determiner in ("the", "this", "that") and not phrase.modifiers(self._text):
            known = self._heads.get(head)
        kind = "person" if phrase.front.end in self._unclear and not is_plural(head) else _kind_of(head)
        return known or self._new(name, kind, key, (), head)

    def _new(self, name: str, kind: ActorKind, key: str, members: tuple[Entity, ...], head: str = "") -> Entity:
        entity = Entity(kind, described=True, members=members, body=head in BODIES)
        entity.names[name] = 1
        self._phrases[key] = entity
        if head:
            self._heads[head] = entity
        self.described.append(entity)
        return entity


_WORDS_SAID = word_set(
    """
    statement letter release message communique communiqué announcement memo note email
    """
)
_WORKING_BODIES = word_set("agency company firm outlet")
_OTHER_BODIES = word_set(
    """
    ministry court tribunal parliament senate assembly congress government cabinet council union party league
    university hospital army navy police committee kingdom republic
    """
)
_SHARES = word_set("percent cent majority number half third quarter many others some group most")
_ADDED = word_set("himself herself themselves itself all both also too")


def _is_function(word: str) -> bool:
    """Whether a word only goes with others; "US" is none of these."""
    return word.lower() in FUNCTION and not _is_acronym(word)


def _is_acronym(word: str) -> bool:
    return len(word) > 1 and word.isupper()


def _first_person(word: str, parent: Entity | None) -> Entity | None:
    """Who "I" or "we" is in the words of ``parent``: for a person's "we" the one organisation spoken for."""
    if parent is None or word not in ("we", "us", "our", "ours", "ourselves") or parent.kind != "person":
        return parent
    spoken_for = {id(role.organisation): role.organisation for role in parent.roles if role.organisation}
    only = next(iter(spoken_for.values())) if len(spoken_for) == 1 else None
    return only if only is not None and only.kind == "organisation" else None


def _agrees(entity: Entity, wanted: str) -> bool:
    if wanted in ("m", "f"):
        return entity.kind == "person" and entity.gender in (wanted, "") and not entity.members
    if wanted == "it":
        return entity.kind in ("organisation", "place")
    return entity.kind in ("group", "organisation")


def _is_epithet(phrase: Phrase, item: Placed) -> bool:
    """Whether a group's name is one person's epithet: "the Harbourside Liberal"."""
    return (
        item.entity.kind == "group"
        and phrase.determiner in ("the", "a", "an", "this", "that")
        and item.span.start > phrase.core.start + len(phrase.determiner) + 1
        and not is_plural(phrase.head)
    )


def _can_be(entity: Entity, noun: str) -> bool:
    """Whether an organisation may be called "the company" or "the agency": not one whose name says otherwise."""
    words = {word.lower() for word in entity.name.split()}
    return noun in words or noun not in _WORKING_BODIES or not words & _OTHER_BODIES


def _is_office_plural(head: str) -> bool:
    """Whether a head noun is several holders of a capitalised office: "the Presidents"."""
    return head[0].isupper() and is_plural(head) and is_role(head[:-1])


def _can_relate(entity: Entity, word: str) -> bool:
    return entity.kind in ("person", "group") if word in ("who", "whom") else entity.kind != "person"


def _kind_of(head: str) -> ActorKind:
    if is_plural(head):
        return "group"
    return "person" if is_role(head) else "group" if head in _SHARES or head.isdigit() else "organisation"
