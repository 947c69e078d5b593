"""What the texts are read with besides themselves: packs of evidence and alias tables, as each side has them."""

from __future__ import annotations

import atexit
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

from onrecord.aliases import AliasTable
from onrecord.audit.names import Names
from onrecord.audit.packs import Exchange, Texts, changes, texts, write
from onrecord.audit.swap import Finder
from onrecord.evidence.descriptor import read_pack
from onrecord.evidence.model import Pack
from onrecord.evidence.opened import opened
from onrecord.evidence.store import Store
from onrecord.record import Record

__all__ = ["Sources"]

_KEPT = 4  # sets of swapped packs; each has a folder and a process of its own


@dataclass(frozen=True, slots=True)
class Sources:
    """Packs, by their folders, and alias tables.

    ``own`` and ``actors`` are everywhere the names that are found and those put in their places, as in
    :func:`~onrecord.audit.swap.rewrite`; the same names give everything as it stands.
    """

    folders: tuple[str, ...] = ()
    tables: tuple[AliasTable, ...] = ()

    def aliases(self, own: Sequence[Names], actors: Sequence[Names]) -> tuple[AliasTable, ...]:
        """The alias tables with names and aliases exchanged; ids and what else is said of a name stay."""
        if own == actors:
            return self.tables
        return tuple(_table(table, tuple(own), tuple(actors)) for table in self.tables)

    def checked(self, record: Record, own: Sequence[Names], actors: Sequence[Names]) -> Record:
        """``record`` checked against the packs with their names exchanged; as it is where there are none.

        Raises:
            NotSwapped: the packs cannot be swapped as the text is.
            EvidenceError: a pack or a table of it cannot be used.
        """
        from onrecord.evidence.checking import check

        if not self.folders:
            return record
        store = opened(self.folders) if own == actors else _store(self.folders, tuple(own), tuple(actors))
        return check(record, store, store.packs)

    def named(self, actors: Sequence[Names]) -> bool:
        """Whether an alias table or a pack has one of the names of ``actors``."""
        finder = Finder(actors)
        held = (text for table in self.tables for row in table.rows for text in (row.name, row.alias))
        return any(finder.find(text) for text in held) or self.in_packs(actors)

    def in_packs(self, actors: Sequence[Names]) -> bool:
        """Whether a pack has one of the names of ``actors``."""
        change = Exchange(Finder(actors), actors)
        packs, known = _known(self.folders)
        # Any other text than what stands there is a change.
        return any(changes(pack, known[pack.name], lambda text: "" if change.found(text) else text) for pack in packs)

    @property
    def ids(self) -> frozenset[str]:
        """The ids in the alias tables."""
        return frozenset(row.id for table in self.tables for row in table.rows)


@lru_cache(maxsize=16)
def _table(table: AliasTable, own: tuple[Names, ...], actors: tuple[Names, ...]) -> AliasTable:
    change = Exchange(Finder(own), actors)
    return AliasTable(tuple(replace(row, name=change(row.name), alias=change(row.alias)) for row in table.rows))


_made: OrderedDict[tuple[object, ...], tuple[Store, TemporaryDirectory[str]]] = OrderedDict()


def _store(folders: tuple[str, ...], own: tuple[Names, ...], actors: tuple[Names, ...]) -> Store:
    """A store over the packs with their names exchanged, kept for the next document with the same names."""
    key = (folders, own, actors)
    if key not in _made:
        change = Exchange(Finder(own), actors)
        into = TemporaryDirectory(prefix="onrecord-audit-")
        try:
            made = list(_folders(folders, change, Path(into.name)))
            if made == list(folders):
                into.cleanup()
                return opened(folders)
            _made[key] = Store(read_pack(folder) for folder in made), into
        except BaseException:
            into.cleanup()
            raise
        if len(_made) > _KEPT:
            _drop()
    _made.move_to_end(key)
    return _made[key][0]


def _folders(folders: tuple[str, ...], change: Exchange, into: Path) -> Iterator[str]:
    """The folders, each that has one of the names as a new one in ``into``."""
    packs, known = _known(folders)
    for number, (folder, pack) in enumerate(zip(folders, packs, strict=True)):
        changed = changes(pack, known[pack.name], change)
        if changed:
            # The folder's name is that of a pack which its descriptor does not name.
            target = into / str(number) / pack.folder.resolve().name
            write(pack, known[pack.name], changed, change, target)
            yield str(target)
        else:
            yield folder


@lru_cache(maxsize=_KEPT)
def _known(folders: tuple[str, ...]) -> tuple[tuple[Pack, ...], dict[str, Texts]]:
    if not folders:
        return (), {}
    store = opened(folders)
    return store.packs, texts(store)


@atexit.register
def _close() -> None:
    while _made:
        _drop()


def _drop() -> None:
    """Ends the process of the packs used longest ago and removes their folder."""
    store, folder = _made.popitem(last=False)[1]
    store.close()
    folder.cleanup()
