"""The audit of one document: its readings with the actors of each swap in one another's place, compared."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from os import PathLike, fspath
from typing import Any

from onrecord.aliases import AliasTable, read_aliases
from onrecord.audit.compare import Compared, compare, only_judged
from onrecord.audit.items import Side
from onrecord.audit.names import Names, Swap
from onrecord.audit.packs import NotSwapped
from onrecord.audit.plant import fitting, roles
from onrecord.audit.sources import Sources
from onrecord.audit.swap import Finder, rewrite, unchanged
from onrecord.record import Document, Record

__all__ = ["Audited", "audit_swap"]

Read = Callable[..., Record]


@dataclass(frozen=True, slots=True)
class Audited:
    """What one swap did to one document: the comparison, or ``skipped``, why nothing was swapped in it.

    ``places`` are the document's own actors whose places were taken: with ``plant`` those, else the swap's. ``text`` is
    whether the text has any of the names: where only the evidence has, only checks and results are compared.
    """

    document: str
    swap: Swap
    turns: int
    compared: Compared | None = None
    skipped: str | None = None
    sides: tuple[Side, Side] | None = None
    places: tuple[Names, ...] = ()
    text: bool = True


def audit_swap(
    document: Document,
    swaps: Iterable[Swap],
    *,
    plant: bool = False,
    places: Sequence[Names] = (),
    read: Read | None = None,
    evidence: Sequence[str | PathLike[str]] = (),
    aliases: Sequence[AliasTable | str | PathLike[str]] = (),
) -> Iterator[Audited]:
    """Reads ``document`` with the actors of each swap in one another's place and compares the records.

    As the document stands, the actors of a swap that it names change places, and the record of the changed text is
    compared with the document's own. With ``plant`` they first take the places of the document's own actors
    (``places``, else those that its record names most), as many as fit by their kind; then they change places, and
    the records of these two texts are compared. A rotation of more than two gives a comparison for each turn.

    ``evidence`` are folders of packs: names change places in them as in the text, and each text is checked against
    the packs with the same names (:mod:`onrecord.audit.packs` says what of a pack is swapped). ``aliases`` are alias
    tables, or paths of CSV files with them, that the texts are read with; their names change places too.

    Where only the packs have names of a swap, checks and results are compared and nothing else.

    A swap that changes nothing gives an :class:`Audited` without a comparison, so that it never counts as the same; so
    does one that packs cannot follow, because two of their names would become one. ``read`` makes a record of a
    document (and of ``aliases=``, where there are any), by default :func:`onrecord.read_document`.

    Raises:
        ModelError: the packaged weights are absent or damaged.
        EvidenceError: a pack or a table of it cannot be used.
        UnreadableInput, InputTooLarge, BadAliasRow: an alias table cannot be used.
    """
    tables = tuple(each if isinstance(each, AliasTable) else read_aliases(each) for each in aliases)
    reader = _Reader(document, read or _read, Sources(tuple(fspath(each) for each in evidence), tables))
    base = reader.read(document) if plant and not places else None
    own = tuple(places) or (roles(base) if base else ())
    original: list[Record] = []

    def plain() -> Record:
        if not original:
            original.append(reader.sources.checked(reader.read(document), (), ()))
        return original[0]

    for swap in swaps:
        yield from _planted(swap, own, reader) if plant else _exchanged(swap, plain, reader)


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads a document as it stands or with other names in it, and in what it is read with."""

    document: Document
    make: Read
    sources: Sources

    def read(self, document: Document, own: Sequence[Names] = (), actors: Sequence[Names] = ()) -> Record:
        """The record of a document whose names were exchanged; not checked."""
        given: dict[str, Any] = {"aliases": tables} if (tables := self.sources.aliases(own, actors)) else {}
        return self.make(document, **given)

    def side(self, own: Sequence[Names], actors: Sequence[Names]) -> Side:
        """The reading with ``actors`` in the places of ``own``; raises NotSwapped."""
        document, finder = self.document, Finder(own)
        swapped = rewrite(document.text, finder.find(document.text), actors)
        title = document.title and rewrite(document.title, finder.find(document.title), actors).text
        record = self.read(_document(document, swapped.text, title), own, actors)
        return Side(self.sources.checked(record, own, actors), swapped, actors)


def _planted(swap: Swap, own: Sequence[Names], reader: _Reader) -> Iterator[Audited]:
    document = reader.document
    there = [names for names in own if Finder([names]).find(document.text)]
    chosen = fitting(there, swap.kind)[: len(swap.actors)]
    if not chosen or Finder(swap.actors).find(document.text):
        reason = "has one of the names already" if chosen else f"names no {swap.kind} to take the place of"
        yield Audited(document.id, swap, 1, skipped=f"the text {reason}")
        return
    if reader.sources.named(swap.actors):
        yield Audited(document.id, swap, 1, skipped="the evidence or an alias table has one of the names already")
        return
    first: Side | None = None
    for turns in range(1, len(swap.actors)):
        try:
            first = first or reader.side(chosen, swap.turned(0, len(chosen)))
            second = reader.side(chosen, swap.turned(turns, len(chosen)))
        except NotSwapped as reason:
            yield Audited(document.id, swap, turns, skipped=f"the evidence cannot be swapped: {reason}")
            continue
        yield Audited(document.id, swap, turns, compare(first, second), None, (first, second), chosen)


def _exchanged(swap: Swap, plain: Callable[[], Record], reader: _Reader) -> Iterator[Audited]:
    document = reader.document
    found = Finder(swap.actors).find(document.text)
    if not found and not reader.sources.in_packs(swap.actors):
        yield Audited(document.id, swap, 1, skipped="the text has none of the names")
        return
    first = Side(plain(), unchanged(document.text, found), swap.actors)
    for turns in range(1, len(swap.actors)):
        try:
            second = reader.side(swap.actors, swap.turned(turns))
        except NotSwapped as reason:
            yield Audited(document.id, swap, turns, skipped=f"the evidence cannot be swapped: {reason}")
            continue
        compared = compare(first, second) if found else only_judged(compare(first, second))
        yield Audited(document.id, swap, turns, compared, None, (first, second), swap.actors, bool(found))


def _document(document: Document, text: str, title: str | None) -> Document:
    """A document of another text; what was known beside the text stays known, what the text says is found again."""
    from onrecord.documents import from_text

    published = document.published
    known = published.edtf if published.basis in ("given", "metadata") else None
    made = from_text(text, id=document.id, source=document.source, published=known, title=title)
    return replace(made, published=published if known else made.published, publisher=document.publisher)


def _read(document: Document, *, aliases: Sequence[AliasTable] = ()) -> Record:
    from onrecord.api import read_document

    return read_document(document, aliases=aliases)
