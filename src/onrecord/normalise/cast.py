"""The cast of one document: its actors, each once, and who speaks each attribution."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter

from onrecord.normalise.authors import Author, author
from onrecord.normalise.clusters import cluster
from onrecord.normalise.heard import heard
from onrecord.normalise.layout import Layout
from onrecord.normalise.mended import mended
from onrecord.normalise.missed import missed
from onrecord.normalise.names import Name, read_names
from onrecord.normalise.nested import nest_places
from onrecord.normalise.people import Entity, StatedRole
from onrecord.normalise.pronouns import Named, Pronouns
from onrecord.normalise.sources import Placed, Sources
from onrecord.normalise.titles import Stated, stated_roles
from onrecord.normalise.words import ARTICLES, GENDERED
from onrecord.reader.findings import Findings, Mention
from onrecord.record import Actor, ActorKind, Role
from onrecord.spans import Span

__all__ = ["cast"]

_WORD = re.compile(r"[^\W_](?:[\w.’'&-]*\w)?")
_STATED, _BESIDE = 200, 20  # characters in which a title lies after its beginning, and between it and its organisation
_GENDER = re.compile(r"\b(?:(he|his|him|himself)|(she|her|hers|herself))\b", re.I)
_UNNAMED = re.compile(r"\b(?:[Aa]n?|[Tt]he|[Oo]ne) (?:[\w-]+ ){0,2}?(woman|man)\b(?![-’'])")
_OFFICE = re.compile(
    r"\b[Tt]he ((?:(?:[A-Z][a-z]+|[A-Z.]{2,5})[ -]){0,2}"
    r"(?:President|Chancellor|Minister|Secretary|Governor|Mayor|Ambassador|Chairman|Chairwoman|Speaker|Premier|King|Queen"
    r"|Commissioner|Prince|Princess|Pope|Emperor|Sultan|Emir|Senator|Director"
    r"|Secretary-General))\b(?![-\w]| of\b| for\b| [A-Z])"
)


def cast(
    text: str, findings: Findings, *, title: str | None = None
) -> tuple[tuple[Actor, ...], tuple[str | None, ...]]:
    """The actors of ``text`` in order of appearance, and per attribution its speaker's id (None: unclear).

    Several who speak together are one group named "A; B"; a source without a name is an actor named by
    its noun phrase. Nothing but the text, the spans and ``title`` is looked at (whose speech a document is may
    be said there): no list of names, no world knowledge.
    """
    findings = heard(text, findings)
    names, stated = _names_and_roles(text, findings)
    firsts = cluster(text, names)
    entities, owner = _entities(text, names, firsts)
    _give_roles(text, names, owner, stated)
    layout = Layout(text)
    leads = {i: min(item.start for item in roles) for i, roles in stated.items()}
    placed = [Placed(names[i].span, leads.get(i, names[i].lead), entity) for i, entity in sorted(owner.items())]
    speech = author(text, title)
    sources = Sources(text, placed, entities, layout, _voice(speech, entities) if speech else None)
    quoted = _quoted(findings)
    # A person whom a bare surname leaves open, so that a pronoun near it stays open too.
    someone = Entity("person")
    unclear = [
        Placed(name.span, name.lead, someone) for i, name in enumerate(names) if name.words and firsts[i] is None
    ]
    unnamed = _unnamed(text)
    titles = [Placed(span, span.start, sources.title(span)) for span in _titles(text, names, quoted)]
    met = sorted([*placed, *unclear, *unnamed, *titles], key=lambda item: item.span)
    _count_genders(text, met, layout)
    named = [Named(m.span, None if m.entity is someone else m.entity) for m in met]
    pronouns = Pronouns(text, findings.stands, named, findings.syntax) if findings.stands is not None else None
    sources.watch([m for m in met if m.entity.kind == "person"], pronouns, [item.span for item in unclear])
    speakers = _speakers(findings, sources)
    if pronouns is not None:
        pronouns.read_to(len(text))
        for pronoun in pronouns.read:
            pronoun.entity.mentions.append(pronoun.span)
    nested = nest_places(text, names, findings.mentions, [e for e in entities if e.kind == "place"])
    return _records([*entities, *sources.described, *nested], speakers)


def _voice(speech: Author, entities: list[Entity]) -> Entity:
    """The actor who speaks the whole document: the one so named in the text, else one known from its title."""
    kind: ActorKind = "person" if speech.person else "organisation"
    wanted = speech.name.casefold()
    entity = next((e for e in entities if e.kind == kind and wanted in map(str.casefold, e.names)), None)
    if entity is None:
        entity = Entity(kind, names={speech.name: 1})
        entities.append(entity)
    if speech.title and not entity.roles:
        entity.roles.append(StatedRole(speech.title, None, frozenset(speech.title.lower().split())))
    return entity


# Names and roles ---------------------------------------------------------------------------------------


def _names_and_roles(text: str, findings: Findings) -> tuple[list[Name], dict[int, list[Stated]]]:
    """The names of the text, also organisations that only roles show, and the roles by the person's place."""
    mentions = mended(text, findings)
    names = read_names(text, mentions)
    if overlooked := missed(text, findings, names):
        mentions = (*mentions, *overlooked)
        names = read_names(text, mentions)
    stated = _stated(text, names, findings)
    spans = {name.span for name in names}
    extra = [
        Mention(item.organisation, "organisation")
        for roles in stated.values()
        for item in roles
        if item.organisation and item.organisation not in spans
    ]
    if not extra:
        return names, stated
    by_start = {names[i].span: roles for i, roles in stated.items()}
    names = read_names(text, (*mentions, *extra))
    return names, {i: by_start[name.span] for i, name in enumerate(names) if name.span in by_start}


def _stated(text: str, names: list[Name], findings: Findings) -> dict[int, list[Stated]]:
    limits: dict[int, int] = {}
    starts = [name.span.start for name in names]
    for finding in findings.attributions:
        for span in finding.source:
            for i in range(bisect_left(starts, span.start), bisect_left(starts, span.end)):
                limits[i] = span.end
    found: dict[int, list[Stated]] = {}
    for i, name in enumerate(names):
        if name.kind == "person" and name.words and (roles := stated_roles(text, names, i, limits.get(i))):
            found[i] = roles
    return found


def _entities(text: str, names: list[Name], firsts: list[int | None]) -> tuple[list[Entity], dict[int, Entity]]:
    by_first: dict[int, Entity] = {}
    votes: dict[int, Counter[ActorKind]] = {}
    owner: dict[int, Entity] = {}
    for i, first in enumerate(firsts):
        if first is None:
            continue
        entity = owner[i] = by_first.setdefault(first, Entity())
        votes.setdefault(first, Counter())[names[i].kind] += 1
        span = names[i].span
        surface = " ".join(text[span.start : span.end].split())
        entity.names[surface] = entity.names.get(surface, 0) + 1
        entity.mentions.append(span)
        entity.starts.append(span.start)
        if names[i].gender:
            entity.genders[names[i].gender] += 3
    for first, entity in by_first.items():
        entity.kind = votes[first].most_common(1)[0][0]
    return list(by_first.values()), owner


def _give_roles(text: str, names: list[Name], owner: dict[int, Entity], stated: dict[int, list[Stated]]) -> None:
    at = {names[i].span: entity for i, entity in owner.items()}
    by_end = {names[i].span.end: entity for i, entity in owner.items()}
    for i, roles in stated.items():
        person = owner.get(i)
        if person is None or person.kind != "person":
            continue
        for item in roles:
            organisation = None
            if item.organisation:
                organisation = at.get(item.organisation) or by_end.get(item.organisation.end)
            words = _role_words(text, item)
            if item.title or organisation:
                person.roles.append(StatedRole(item.title, organisation, words, _role_span(text, item)))
            for word in words & GENDERED.keys():
                person.genders[GENDERED[word]] += 3


def _role_span(text: str, item: Stated) -> Span | None:
    """Where a role is stated: the words of its title and, if it stands beside them, of its organisation."""
    title = None
    if item.title:
        written = re.compile(r"\s+".join(map(re.escape, item.title.split())))
        match = written.search(text, item.start, item.start + len(item.title) + _STATED)
        title = Span(*match.span()) if match else None
    parts = [part for part in (title, item.organisation) if part is not None]
    if len(parts) == 2 and max(parts).start - min(parts).end > _BESIDE:
        parts = parts[:1]
    return Span(min(parts).start, max(part.end for part in parts)) if parts else None


def _role_words(text: str, item: Stated) -> frozenset[str]:
    """The folded words of a title and its organisation."""
    words = _WORD.findall((item.title or "").lower())
    if item.organisation:
        words += _WORD.findall(text[item.organisation.start : item.organisation.end].lower())
    return frozenset(words) - ARTICLES


# Prominence and gender ---------------------------------------------------------------------------------


def _quoted(findings: Findings) -> tuple[list[int], list[int]]:
    """Starts and ends of the directly quoted stretches, in order and apart."""
    spans = sorted(span for f in findings.attributions if f.form == "direct" for span in f.content)
    starts: list[int] = []
    ends: list[int] = []
    for start, end in spans:
        if ends and start <= ends[-1]:
            ends[-1] = max(end, ends[-1])
        else:
            starts.append(start)
            ends.append(end)
    return starts, ends


def _is_quoted(offset: int, quoted: tuple[list[int], list[int]]) -> bool:
    place = bisect_right(quoted[0], offset) - 1
    return place >= 0 and offset < quoted[1][place]


def _titles(text: str, names: list[Name], quoted: tuple[list[int], list[int]]) -> list[Span]:
    """Where a capitalised office ("the Mayor") stands for its holder, outside quotations and names."""
    starts = [name.span.start for name in names]
    found = []
    for match in _OFFICE.finditer(text):
        place = bisect_left(starts, match.end())
        held = place and names[place - 1].words and names[place - 1].span.end > match.start(1)
        if not held and not _is_quoted(match.start(), quoted):
            found.append(Span(*match.span()))
    return found


def _unnamed(text: str) -> list[Placed]:
    """Where a woman or a man without a name comes in, whom a she or he after that may mean."""
    people = {"woman": Entity("person"), "man": Entity("person")}
    people["woman"].genders["f"] += 3
    people["man"].genders["m"] += 3
    return [Placed(Span(*m.span()), m.start(), people[m[1]]) for m in _UNNAMED.finditer(text)]


def _count_genders(text: str, met: list[Placed], layout: Layout) -> None:
    """Where one person alone is named in a sentence, a he or she after the name speaks of that person."""
    persons = [(item.span.start, item.entity) for item in met if item.entity.kind == "person"]
    starts = [start for start, _ in persons]
    for match in _GENDER.finditer(text):
        place = bisect_left(starts, match.start())
        begin = layout.sentences[layout.sentence(match.start())]
        near = {entity for start, entity in persons[max(0, place - 4) : place] if start >= begin}
        if len(near) == 1:
            near.pop().genders["m" if match[1] else "f"] += 1


# Speakers and the record -------------------------------------------------------------------------------


def _speakers(findings: Findings, sources: Sources) -> list[Entity | None]:
    """Who speaks each attribution: in text order of the sources, holders before what they hold."""
    found: dict[int, Entity | None] = {}
    attributions = findings.attributions
    shared: dict[tuple[tuple[Span, ...], int | None], int] = {}
    for i in _order(findings):
        finding = attributions[i]
        parent = finding.parent if finding.parent in found else None
        known = shared.setdefault((finding.source, parent), i)
        if known != i:
            found[i] = found[known]
            continue
        holder = found[parent] if parent is not None else None
        direct = parent is not None and attributions[parent].form == "direct"
        found[i] = sources.speaker(finding.source, holder, nested=parent is not None, direct=direct)
    return [found[i] for i in range(len(attributions))]


def _order(findings: Findings) -> list[int]:
    """Indexes by depth in the tree of parents, then by place; a cycle or a bad index counts as no parent."""
    attributions = findings.attributions
    children: dict[int, list[int]] = {}
    roots = []
    for i, finding in enumerate(attributions):
        if finding.parent is None or not 0 <= finding.parent < len(attributions) or finding.parent == i:
            roots.append(i)
        else:
            children.setdefault(finding.parent, []).append(i)

    def place(i: int) -> int:
        spans = attributions[i].source or attributions[i].cue or attributions[i].content
        return spans[0].start if spans else 0

    order: list[int] = []
    stack = sorted(roots, key=place, reverse=True)
    while stack:
        i = stack.pop()
        order.append(i)
        stack += sorted(children.pop(i, ()), key=place, reverse=True)
    return order + [i for left in children.values() for i in left]


def _records(entities: list[Entity], speakers: list[Entity | None]) -> tuple[tuple[Actor, ...], tuple[str | None, ...]]:
    known = [e for e in entities if e.mentions]
    held = {member: None for entity in entities for member in entity.members}
    ordered = sorted(dict.fromkeys([*known, *held]), key=lambda e: min(e.mentions, default=Span(0, 0)))
    ids = {entity: f"a{number}" for number, entity in enumerate(ordered, 1)}
    actors = tuple(Actor(ids[e], e.name, e.kind, _roles(e, ids), tuple(sorted(set(e.mentions)))) for e in ordered)
    return actors, tuple(ids.get(e) if e is not None else None for e in speakers)


def _roles(entity: Entity, ids: dict[Entity, str]) -> tuple[Role, ...]:
    roles = [Role(r.title, ids.get(r.organisation) if r.organisation else None, r.span) for r in entity.roles]
    full = {(role.title or "").lower() for role in roles if role.organisation}
    return tuple(dict.fromkeys(r for r in roles if r.organisation or (r.title or "").lower() not in full))
