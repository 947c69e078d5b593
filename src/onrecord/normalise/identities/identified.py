"""A record with what alias tables say of its actors and of its characterising mentions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.aliases import AliasTable, packaged
from onrecord.normalise.forms import forms
from onrecord.normalise.identities.matching import Context, Found, index, look_up
from onrecord.normalise.places import country_alone
from onrecord.normalise.places.gazetteer import short_name
from onrecord.record import Actor, CharacterisingMention, Document, Record
from onrecord.spans import quote

__all__ = ["identified"]


def identified(record: Record, tables: Sequence[AliasTable] = ()) -> Record:
    """``record`` with links, suggestions and ``same_as`` by the user's ``tables``, then by the packaged one.

    What was there of these before is replaced. The packaged table is asked only about organisations and places that
    the user's tables do not link, and never about a place that may be one of several. Characterising mentions are
    linked by the user's tables alone: whom a term means is for the user to say.
    """
    asked = tuple(tables)
    actors = tuple(_actor(record.document, actor, asked) for actor in record.actors)
    terms = tuple(_term(record.document, term, asked) for term in record.characterising)
    return replace(record, actors=actors, characterising=terms)


def _actor(document: Document, actor: Actor, tables: tuple[AliasTable, ...]) -> Actor:
    names = forms(document.text, actor)
    context = Context(actor.kind, document.language, document.published.edtf)
    found = look_up(names, context, index(tables)) if tables else Found()
    if not found.links and _is_certain(actor):
        known = [name if (short := short_name(name)) is None else short for name in names]
        found = Found(look_up([*names, *known], context, index((packaged(),))).links, found.suggested)
    same_as = tuple(dict.fromkeys(link.id for link in found.links))
    return replace(actor, same_as=same_as, links=found.links, suggested=found.suggested)


def _is_certain(actor: Actor) -> bool:
    """Whether the packaged table may be asked: it has states and two organisations, and no namesakes of theirs."""
    if actor.kind == "place":
        return actor.place is not None and actor.place.level == "country"
    return actor.kind == "organisation" and country_alone(actor.name)


def _term(document: Document, term: CharacterisingMention, tables: tuple[AliasTable, ...]) -> CharacterisingMention:
    context = Context(None, document.language, document.published.edtf)
    found = look_up([quote(document.text, term.span)], context, index(tables)) if tables else Found()
    return replace(term, links=found.links, suggested=tuple(link for link in found.suggested if link.match != "near"))
