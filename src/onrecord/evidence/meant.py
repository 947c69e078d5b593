"""Whom a claim is of that speaks of all entities of a table, or names none: what it says, and what that supposes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.evidence.asking import Asking
from onrecord.evidence.everyone import all_of, divided_by, is_kind, of_claim, spoken_of
from onrecord.evidence.gates import Candidate
from onrecord.evidence.whose import Whose, distinct
from onrecord.evidence.wording import Word, words

__all__ = ["of_all", "supposed"]

_EACH = re.compile(r"\b(?:each|both|respectively|every|apiece|either|or|nor|neither|individually|separately)\b")
_OF_SEVERAL = re.compile(r"\s{1,4}(?:out\s{1,4})?of\s{1,4}(?:the|its|our|their)\b")


def of_all(
    asking: Asking, candidate: Candidate, said: Sequence[Word], values: Sequence[str]
) -> tuple[Whose | None] | None:
    """All entities added up where the claim speaks of them, or its sentence does and names none; (None,) where it
    speaks of all and names one, so that which is meant is open; None where it does not speak of all."""
    item, found, tables = asking.item, asking.found, asking.tables
    entities = candidate.table.entities
    if found.divided and not distinct(entities, values, said, tables.producers):
        parts = distinct(entities, values, words(found.text, [found.divided]), tables.producers)
        if parts:
            return (divided_by(parts, candidate.table, values),)
    if not spoken_of(found, item):
        return None
    own = of_claim(found, item)
    if distinct(entities, values, said, tables.producers):
        return (None,) if item.form != "share" and any(one.number for one in own) else None
    around = next(iter(asking.scope.around(found)))
    if not own and distinct(entities, values, around, tables.producers):
        return None
    every = own or () if item.form == "share" else spoken_of(found, item)
    return (all_of(every, candidate.pack, candidate.table, tables),) if every else None


def supposed(asking: Asking, candidate: Candidate) -> Whose | None:
    """Whom a claim may be of that names no entity: the one that the table is of, or all of them added up, where the
    document names none of these. By itself that never makes a claim inconsistent."""
    entities, tables = candidate.table.entities, asking.tables
    if entities.constant is not None:
        return Whose(entities.constant, f"{entities.constant} is meant, which the claim does not name")
    values = tables.entities(candidate.pack, candidate.table)
    named = distinct(entities, values, asking.scope.words, tables.producers)
    if entities.column is None or named or len(values) < 2 or _of_each(asking, candidate):
        return None
    return divided_by((), candidate.table, values)


def _of_each(asking: Asking, candidate: Candidate) -> bool:
    """Whether what is asked cannot be of all entities added up: of each, of some, or of how many they are."""
    item, found = asking.item, asking.found
    if item.among is not None or item.together or item.form in ("count", "rank") or _EACH.search(found.raw):
        return True
    return any(
        is_kind(quantity.unit_name or "", candidate.table) or _OF_SEVERAL.match(found.unnamed, quantity.span.end)
        for quantity in found.quantities
        if quantity.unit not in ("%", "pp") and not item.whole
    )
