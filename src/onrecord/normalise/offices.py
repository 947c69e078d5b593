"""Who holds an office and which bodies are of a kind, as the document says: "the minister", "the agency"."""

from __future__ import annotations

from bisect import bisect_left

from onrecord.normalise.people import Entity, StatedRole
from onrecord.normalise.words import BODIES, LEADERS, RANKS, is_role, role_key

__all__ = ["Offices"]

# How many holders of one office, named last before and first after a place, are weighed; it keeps a text
# with thousands of ministers linear.
_BEFORE, _AFTER = 32, 8
_ANY_LEADER = frozenset(["leader", "head", "chief", "boss"])


class Offices:
    """The offices and kinds of bodies of one document's actors, each list in order of first naming."""

    def __init__(self, entities: list[Entity]) -> None:
        self._held: dict[str, list[tuple[Entity, StatedRole]]] = {}
        self._bodies: dict[str, list[Entity]] = {}
        for entity in sorted(entities, key=lambda entity: entity.starts):
            for role in entity.roles:
                for key in {role_key(word) for word in role.words if is_role(word)}:
                    self._held.setdefault(key, []).append((entity, role))
            if entity.kind == "organisation":
                for word in _words_of(entity) & BODIES:
                    self._bodies.setdefault(word, []).append(entity)

    def holders(self, office: str, modifiers: frozenset[str], offset: int) -> list[Entity]:
        """The persons whose stated office fits a description at ``offset``.

        Those whose modifiers match it come alone; else those of whom only the bare office is stated.
        """
        keys = [role_key(office), *(sorted(LEADERS - {office}) if office in _ANY_LEADER else [])]
        exact: list[Entity] = []
        loose: list[Entity] = []
        for key in keys:
            pairs = self._held.get(key, [])
            place = bisect_left(pairs, offset, key=lambda pair: pair[0].starts[0])
            for entity, role in pairs[max(0, place - _BEFORE) : place + _AFTER]:
                if not modifiers & RANKS <= role.words:
                    continue
                if modifiers & role.words:
                    exact.append(entity)
                elif not modifiers or (len(role.words) < 2 and role.organisation is None):
                    loose.append(entity)
        return list(dict.fromkeys(exact or loose))

    def bodies(self, noun: str, modifiers: frozenset[str], offset: int) -> list[Entity]:
        """The organisations named before ``offset`` by ``noun`` and by one of ``modifiers``, if any."""
        named = self._bodies.get(noun, [])
        place = bisect_left(named, offset, key=lambda entity: entity.starts[0])
        near = named[max(0, place - _BEFORE) : place]
        return [entity for entity in near if not modifiers or modifiers & _words_of(entity)]


def _words_of(entity: Entity) -> set[str]:
    return {word for name in entity.names for word in name.lower().split()}
