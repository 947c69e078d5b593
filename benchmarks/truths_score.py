"""What a checker said of an item, and the figures of many."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from onrecord.record import Record
from truths_items import Item

__all__ = ["Answer", "answer", "figures", "rows"]


@dataclass(frozen=True, slots=True)
class Answer:
    """The result for the claim that holds the judged words, with its reason; ``stray``: another claim of the document,
    one that is not false, was called inconsistent."""

    result: str
    reason: str | None
    stray: bool
    working: str = ""


def answer(item: Item, record: Record) -> Answer:
    """What ``record`` says of the judged claim of ``item``.

    The claim is the one with the most of the judged words among its parts, of several the shortest. Where no claim has
    any of them there is no answer.
    """
    results = {result.claim: result for result in record.results}
    scored = []
    for claim in record.claims:
        shared = sum(max(0, min(part.end, item.end) - max(part.start, item.start)) for part in claim.parts)
        scored.append((shared, -sum(part.end - part.start for part in claim.parts), claim.id))
    found = max(scored, default=(0, 0, ""))
    own = results.get(found[2]) if found[0] else None
    # A claim that has the judged words too (they were not split) is no stray: what is false in it is false.
    false = {name for shared, _, name in scored if shared} if item.label == "false" else set()
    stray = any(
        result.result == "inconsistent" and result.claim not in false and result is not own for result in record.results
    )
    if own is None:
        return Answer("no claim" if not found[0] else "no result", None, stray)
    return Answer(own.result, own.reason, stray, own.working)


def _share(part: int, whole: int) -> float | None:
    return round(100 * part / whole, 2) if whole else None


def figures(pairs: Sequence[tuple[Item, Answer]]) -> dict[str, Any]:
    """The figures of the benchmark for some items, in per cent.

    ``false_inconsistent``: of the true claims, called inconsistent. ``answered``: of the true and false claims, called
    consistent or inconsistent; ``right``: of those, rightly. ``true_answered`` and ``false_answered`` by label.
    ``found``: of the false claims, called inconsistent. ``consistent_right``: of those called consistent, true.
    ``hard_inconsistent``: of the hard negatives, called inconsistent; ``hard_answered``: of those to which no answer is
    right, answered. ``stray``: of all documents, those where another claim, not a false one, was called inconsistent.
    """

    def of(label: str) -> list[str]:
        return [a.result for i, a in pairs if i.label == label]

    true, false, hard = of("true"), of("false"), of("hard")
    strict = [a.result for i, a in pairs if i.label == "hard" and i.strict]
    answers = ("consistent", "inconsistent")
    answered = sum(r in answers for r in true + false)
    right = true.count("consistent") + false.count("inconsistent")
    return {
        "true": len(true),
        "false": len(false),
        "hard": len(hard),
        "false_inconsistent": _share(true.count("inconsistent"), len(true)),
        "answered": _share(answered, len(true) + len(false)),
        "right": _share(right, answered),
        "true_answered": _share(sum(r in answers for r in true), len(true)),
        "false_answered": _share(sum(r in answers for r in false), len(false)),
        "found": _share(false.count("inconsistent"), len(false)),
        "consistent_right": _share(true.count("consistent"), true.count("consistent") + false.count("consistent")),
        "hard_inconsistent": _share(hard.count("inconsistent"), len(hard)),
        "hard_answered": _share(sum(r in answers for r in strict), len(strict)),
        "stray": _share(sum(a.stray for _, a in pairs), len(pairs)),
    }


def rows(
    pairs: Sequence[tuple[Item, Answer]], key: Callable[[Item], str], names: Iterable[str] | None = None
) -> dict[str, dict[str, Any]]:
    """``figures`` of each group that ``key`` makes, by name."""
    groups: dict[str, list[tuple[Item, Answer]]] = {}
    for pair in pairs:
        groups.setdefault(key(pair[0]), []).append(pair)
    return {name: figures(groups[name]) for name in (names or sorted(groups)) if name in groups}
