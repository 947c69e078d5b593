"""What an audit adds up to: over all, for each swap, for each actor, and as plain data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Self

from onrecord.audit.compare import KINDS, Count, Difference, Kind
from onrecord.audit.run import Audited

__all__ = ["SCHEMA", "Report", "Shares", "Told"]

SCHEMA = "onrecord-audit/1"


@dataclass(slots=True)
class Shares:
    """How many records, and items of each kind, are the same with the names swapped."""

    records: Count = field(default_factory=Count)
    kinds: dict[Kind, Count] = field(default_factory=lambda: {kind: Count() for kind in KINDS})

    def to_dict(self) -> dict[str, Any]:
        """Counts and per cent by kind, records first."""
        kinds = {str(kind): _share(count) for kind, count in self.kinds.items()}
        return {"records": _share(self.records), **kinds}


@dataclass(frozen=True, slots=True)
class Told:
    """A difference with where it was found: the document's id, the swap's label, the turn of a rotation."""

    document: str
    swap: str
    turns: int
    difference: Difference


@dataclass(slots=True)
class Report:
    """The whole of an audit.

    ``swaps`` and ``actors`` are by label; an actor's count is of the attributions it speaks in either reading.
    ``skipped`` counts, by reason, where nothing was swapped: those are in no other figure.
    """

    total: Shares = field(default_factory=Shares)
    swaps: dict[str, Shares] = field(default_factory=dict)
    actors: dict[str, Count] = field(default_factory=dict)
    differences: list[Told] = field(default_factory=list)
    skipped: Counter[str] = field(default_factory=Counter)
    documents: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, audited: Iterable[Audited]) -> Self:
        """What :func:`~onrecord.audit.audit_swap` gives, of any number of documents, added up."""
        made = cls()
        for each in audited:
            made.add(each)
        return made

    def add(self, audited: Audited) -> None:
        """Counts what one swap did to one document."""
        label = audited.swap.label
        self.documents.add(audited.document)
        shares = self.swaps.setdefault(label, Shares())
        compared = audited.compared
        if compared is None:
            self.skipped[audited.skipped or ""] += 1
            return
        for each in (self.total, shares):
            each.records += Count(int(compared.same), 1) if audited.text else Count()
            for kind, count in compared.counts.items():
                each.kinds[kind] += count
        for voice in compared.voices:
            self.actors[voice.actor] = self.actors.get(voice.actor, Count()) + Count(int(voice.same), 1)
        self.differences += [Told(audited.document, label, audited.turns, each) for each in compared.differences]

    @property
    def swapped(self) -> bool:
        """Whether anything was swapped anywhere: in a text, or only in the evidence."""
        return bool(self.total.records.all or self.total.kinds["checks"].all or self.total.kinds["results"].all)

    @property
    def causes(self) -> dict[tuple[str, str], int]:
        """How many differences there are of each kind of item and cause, the most first."""
        return dict(Counter((told.difference.kind, told.difference.cause) for told in self.differences).most_common())

    def below(self, floor: float) -> list[str]:
        """What has fewer per cent of its attributions the same than ``floor``: "all" or the labels of swaps."""
        named = {"all": self.total, **self.swaps}
        shares = {label: each.kinds["attributions"].share for label, each in named.items()}
        return [label for label, share in shares.items() if share is not None and share < floor]

    def to_dict(self) -> dict[str, Any]:
        """The report as plain data, ready for JSON."""
        return {
            "schema": SCHEMA,
            "documents": len(self.documents),
            "total": self.total.to_dict(),
            "swaps": [{"swap": label, **each.to_dict()} for label, each in self.swaps.items()],
            "actors": [{"actor": label, "attributions": _share(count)} for label, count in self.actors.items()],
            "causes": [{"kind": kind, "cause": cause, "count": n} for (kind, cause), n in self.causes.items()],
            "skipped": [{"reason": reason, "count": count} for reason, count in self.skipped.items()],
            "differences": [
                {"document": told.document, "swap": told.swap, "turns": told.turns, **asdict(told.difference)}
                for told in self.differences
            ],
        }


def _share(count: Count) -> Mapping[str, float | int | None]:
    share = count.share
    return {"same": count.same, "all": count.all, "per_cent": None if share is None else round(share, 2)}
