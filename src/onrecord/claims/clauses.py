"""One voice's words in one sentence, as clauses that each say something of their own.

Every piece that does not stand alone (:mod:`onrecord.claims.pieces`) belongs to the piece that its words hang on. The
places of the cuts are read off the words, and only what belongs together off the tree, so that one wrong branch moves
a phrase and does not break a clause.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from onrecord.claims.lexicon import CONDITIONS
from onrecord.claims.pieces import ADDED, Piece, Relation, is_base, is_finite, pieces
from onrecord.claims.words import HELPING, SUBJECTS, Words
from onrecord.normalise.lemma import IRREGULAR_PASTS

__all__ = ["Clause", "clauses"]


_CLAUSAL = frozenset(("while", "whereas", "although", "though"))


@dataclass(slots=True)
class Clause:
    """Words of one clause in text order, its predicate (None: it has none), and how it stands to the clause
    ``matrix`` of the same sentence that it was split from. ``fronted`` are the words before its subject: an adverbial
    that may govern more than this clause. ``conditional``: a condition ("if …") is part of it."""

    words: list[int]
    relation: Relation
    predicate: int | None
    matrix: Clause | None = None
    conditional: bool = False
    finite: bool = False
    bare: bool = False  # its verb has no ending of its own: "will go and look"
    opener: str = ""
    fronted: list[int] = field(default_factory=list)


def clauses(words: Words, unit: Sequence[int], figures: bytearray, dates: bytearray) -> list[Clause]:
    """The clauses among ``unit``, the numbers of one voice's words in one sentence.

    ``figures`` and ``dates`` mark the first words of quantities and of times.
    """
    found = pieces(words, unit, figures, dates)
    if not found:
        return []
    owner = {word: number for number, piece in enumerate(found) for word in piece.words}
    return _clauses(words, found, _grouped(words, found, owner), owner)


def _grouped(words: Words, found: list[Piece], owner: dict[int, int]) -> list[int]:
    """For each piece the number of the piece that leads the clause that it belongs to."""
    joined = list(range(len(found)))

    def root(number: int) -> int:
        while joined[number] != number:
            joined[number] = joined[joined[number]]
            number = joined[number]
        return number

    for number, verb in _parted(words, found):
        joined[number] = verb
        found[verb].relation = "coordinate"
    for number, piece in enumerate(found):
        if piece.fronting:
            joined[number] = number + 1
    main = _main(words, found)
    for number, piece in enumerate(found):
        if piece.relation is not None or number == main or joined[number] != number:
            continue
        target = _holder(words, piece, number, owner)
        if target is not None and target > number and found[target].relation in ADDED:
            target = number - 1 if number else main  # what is added comes after what it is added to
        if number == 0 and _opens_aside(words, found):
            target = main
        if target is None:
            continue
        one, other = root(number), root(target)
        if one != other and not (found[one].relation and found[other].relation):
            # What stands alone leads.
            leads = other if found[other].relation or other == main or one != main else one
            leads = one if found[one].relation or one == main else leads
            joined[other if leads == one else one] = leads
    members: dict[int, list[int]] = {}
    for number in range(len(found)):
        members.setdefault(root(number), []).append(number)
    for one, some in members.items():
        if found[one].relation is None and one != main:
            held = {word for n in some for word in found[n].words}
            if any(words.subject[p] in held for n in some if (p := found[n].predicate) is not None):
                found[one].relation = "coordinate"
            else:
                other = root(some[0] - 1) if some[0] else main
                if root(one) != other:
                    joined[root(one)] = other
    return [root(number) for number in range(len(found))]


def _parted(words: Words, found: list[Piece]) -> Iterator[tuple[int, int]]:
    """Pieces with a subject, each with the one whose verb a comma parts from it: "…, and the ferry, ours, sank"."""
    for number in range(2, len(found)):
        piece = found[number]
        if piece.relation is not None or piece.conjunction or piece.predicate is None:
            continue
        if not is_finite(words, piece.predicate, piece.opener):
            continue
        for back in (number - 1, number - 2):
            if found[back].predicate is not None or found[back].relation is not None or not back:
                break
            if found[back].conjunction or found[back].opener in _CLAUSAL:
                yield from ((each, number) for each in range(back, number))
                break


def _main(words: Words, found: list[Piece]) -> int:
    """The piece of the main clause: the first with a finite verb that is no condition and not split off.

    A participle that opens the sentence is none where a verb with a subject follows: "Compared with May, sales fell".
    """
    for number, piece in enumerate(found):
        if number == 0 and _opens_aside(words, found):
            continue
        stands = piece.relation in (None, "coordinate") and piece.opener not in CONDITIONS and piece.opener != "to"
        if stands and piece.predicate is not None and is_finite(words, piece.predicate, piece.opener):
            return number
    return next((n for n, p in enumerate(found) if p.relation is None and p.predicate is not None), 0)


def _opens_aside(words: Words, found: list[Piece]) -> bool:
    """Whether the first piece is a participle without a subject, before a comma and a clause that has one."""
    first = found[0].predicate
    if first is None or len(found) < 2 or found[1].after != "," or words.subject[first] >= 0:
        return False
    low = words.low[first]
    participle = low.endswith(("ed", "en", "ing")) or low in IRREGULAR_PASTS
    helped = any(words.relation[kid] in HELPING for kid in words.kids[first])
    following = next((piece.predicate for piece in found[1:] if piece.predicate is not None), None)
    return participle and not helped and following is not None and words.subject[following] >= 0


def _holder(words: Words, piece: Piece, number: int, owner: dict[int, int]) -> int | None:
    """The piece on which the words of this one hang, by its predicate or else its first word that hangs elsewhere."""
    tops = [piece.predicate] if piece.predicate is not None else piece.words
    for word in tops:
        found = owner.get(words.head[word])
        if found is not None and found != number:
            return found
    if piece.predicate is not None and words.subject[piece.predicate] >= 0:
        found = owner.get(words.subject[piece.predicate])
        if found is not None and found != number:
            return found
    return None


def _clauses(words: Words, found: list[Piece], groups: list[int], owner: dict[int, int]) -> list[Clause]:
    made: dict[int, Clause] = {}
    for number, group in enumerate(groups):
        clause = made.setdefault(group, Clause([], found[group].relation or "main", None, opener=found[group].opener))
        piece = found[number]
        clause.words += piece.words
        clause.conditional |= piece.opener in CONDITIONS
        if piece.predicate is not None and piece.opener not in CONDITIONS:
            best = clause.predicate
            better = number == group or is_finite(words, piece.predicate, piece.opener)
            if best is None or (better and not is_finite(words, best, clause.opener)):
                clause.predicate = piece.predicate
    first = next((c for c in made.values() if c.relation in ("main", "coordinate")), next(iter(made.values())))
    for group, clause in made.items():
        if clause.predicate is not None:
            clause.bare = is_base(words, clause.predicate)
            clause.finite = clause.relation not in ("main", "coordinate") or is_finite(
                words, clause.predicate, clause.opener
            )
        clause.finite = clause.finite or any(words.relation[w] in SUBJECTS for w in clause.words)
        if clause is first:
            clause.relation, clause.matrix = "main", None
            continue
        head = owner.get(words.head[clause.predicate]) if clause.predicate is not None else None
        if head is None and clause.predicate is None:
            head = max(0, group - 1)
        matrix = made[groups[head]] if head is not None else first
        clause.matrix = first if matrix is clause else matrix
    for clause in made.values():
        clause.fronted = _fronted(words, clause)
    return list(made.values())


def _fronted(words: Words, clause: Clause) -> list[int]:
    """The words before the subject of a clause: an adverbial that may govern more than this clause."""
    if clause.predicate is None:
        return []
    subject = words.subject[clause.predicate]
    if subject < 0 or subject > clause.predicate:
        return []
    low = min(subject, *words.kids[subject], subject)
    return [word for word in clause.words if word < low]
