"""The audit of one document: its readings with the actors of each swap in one another's place, compared."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.audit.compare import Compared, compare
from onrecord.audit.items import Side
from onrecord.audit.names import Names, Swap
from onrecord.audit.plant import fitting, roles
from onrecord.audit.swap import Finder, rewrite, unchanged
from onrecord.record import Document, Record

__all__ = ["Audited", "audit_swap"]

Read = Callable[[Document], Record]


@dataclass(frozen=True, slots=True)
class Audited:
    """What one swap did to one document: the comparison, or ``skipped``, why nothing was swapped in it.

    ``places`` are the document's own actors whose places were taken: with ``plant`` those, else the swap's.
    """

    document: str
    swap: Swap
    turns: int
    compared: Compared | None = None
    skipped: str | None = None
    sides: tuple[Side, Side] | None = None
    places: tuple[Names, ...] = ()


def audit_swap(
    document: Document,
    swaps: Iterable[Swap],
    *,
    plant: bool = False,
    places: Sequence[Names] = (),
    read: Read | None = None,
) -> Iterator[Audited]:
    """Reads ``document`` with the actors of each swap in one another's place and compares the records.

    As the document stands, the actors of a swap that it names change places, and the record of the changed text is
    compared with the document's own. With ``plant`` they first take the places of the document's own actors
    (``places``, else those that its record names most), as many as fit by their kind; then they change places, and
    the records of these two texts are compared. A rotation of more than two gives a comparison for each turn.

    A swap that changes nothing gives an :class:`Audited` without a comparison, so that it never counts as the same.
    ``read`` makes a record, by default :func:`onrecord.read_document`.

    Raises:
        ModelError: the packaged weights are absent or damaged.
    """
    read = read or _read
    base = read(document) if plant and not places else None
    own = tuple(places) or (roles(base) if base else ())
    original: list[Record] = []

    def plain() -> Record:
        if not original:
            original.append(base or read(document))
        return original[0]

    for swap in swaps:
        if plant:
            yield from _planted(document, swap, own, read)
        else:
            yield from _exchanged(document, swap, plain, read)


def _planted(document: Document, swap: Swap, own: Sequence[Names], read: Read) -> Iterator[Audited]:
    there = [names for names in own if Finder([names]).find(document.text)]
    chosen = fitting(there, swap.kind)[: len(swap.actors)]
    if not chosen or Finder(swap.actors).find(document.text):
        reason = "has one of the names already" if chosen else f"names no {swap.kind} to take the place of"
        yield Audited(document.id, swap, 1, skipped=f"the text {reason}")
        return
    finder = Finder(chosen)
    first = _side(document, finder, swap.turned(0, len(chosen)), read)
    for turns in range(1, len(swap.actors)):
        second = _side(document, finder, swap.turned(turns, len(chosen)), read)
        yield Audited(document.id, swap, turns, compare(first, second), None, (first, second), chosen)


def _exchanged(document: Document, swap: Swap, plain: Callable[[], Record], read: Read) -> Iterator[Audited]:
    finder = Finder(swap.actors)
    found = finder.find(document.text)
    if not found:
        yield Audited(document.id, swap, 1, skipped="the text has none of the names")
        return
    first = Side(plain(), unchanged(document.text, found), swap.actors)
    for turns in range(1, len(swap.actors)):
        second = _side(document, finder, swap.turned(turns), read)
        yield Audited(document.id, swap, turns, compare(first, second), None, (first, second), swap.actors)


def _side(document: Document, finder: Finder, actors: Sequence[Names], read: Read) -> Side:
    swapped = rewrite(document.text, finder.find(document.text), actors)
    title = document.title and rewrite(document.title, finder.find(document.title), actors).text
    return Side(read(_document(document, swapped.text, title)), swapped, actors)


def _document(document: Document, text: str, title: str | None) -> Document:
    """A document of another text; what was known beside the text stays known, what the text says is found again."""
    from onrecord.documents import from_text

    published = document.published
    known = published.edtf if published.basis in ("given", "metadata") else None
    made = from_text(text, id=document.id, source=document.source, published=known, title=title)
    return replace(made, published=published if known else made.published, publisher=document.publisher)


def _read(document: Document) -> Record:
    from onrecord.api import read_document

    return read_document(document)
