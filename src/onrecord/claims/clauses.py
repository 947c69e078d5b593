"""One voice's words in one sentence, cut into clauses that each say something of their own.

Cuts fall where a clause may begin: after a comma, a semicolon, a colon, a dash or a bracket, before a conjunction or
a subordinating word. A piece stands alone where it has a subject and a verb of its own, shares the subject of the
clause before, is a relative clause between commas, or sets a further figure beside one; every other piece belongs to
the piece that its words hang on. The places of the cuts are read off the words, and only what belongs together off the
tree, so that one wrong branch moves a phrase and does not break a clause.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from onrecord.claims.lexicon import CONDITIONS, CONJUNCTIONS, RELATIVES, STOPS, SUBORDINATORS
from onrecord.claims.words import Words
from onrecord.normalise.words import word_set

__all__ = ["Clause", "Relation", "clauses"]

Relation = Literal["main", "coordinate", "shared", "subordinate", "relative", "participle", "apposition", "further"]

_SKIPPED = frozenset("“”\"'‘’«»„*•-.") | {"also", "then", "still", "thus", "therefore", "only", "even"}
_APPOSED = word_set(
    """
    its their his her our a an the fewer more less up down from compared including among nearly almost about roughly
    some well far over just half double twice equal equivalent or most least of with bringing
    """
)
_ASIDE = 3
"""Words up to which a subject with its verb is an aside: "I think", "you know"."""


@dataclass(slots=True)
class Clause:
    """Words of one clause in text order, its predicate (None: it has none), and how it stands to the clause
    ``matrix`` of the same sentence that it was split from. ``begins`` are the word before the predicate from which the
    subject counts: what stands before it is an adverbial that may govern more."""

    words: list[int]
    relation: Relation
    predicate: int | None
    matrix: Clause | None = None
    conditional: bool = False
    opener: str = ""
    fronted: list[int] = field(default_factory=list)


@dataclass(slots=True)
class _Piece:
    words: list[int]
    after: str  # the mark of punctuation before it
    core: int = 0  # index in words of the first word after conjunctions, marks and adverbs
    conjunction: bool = False
    opener: str = ""
    predicate: int | None = None
    relation: Relation | None = None


def clauses(words: Words, unit: Sequence[int], figures: bytearray, dates: bytearray) -> list[Clause]:
    """The clauses among ``unit``, the numbers of one voice's words in one sentence.

    ``figures`` and ``dates`` mark the first words of quantities and of times.
    """
    pieces = _pieces(words, unit)
    if not pieces:
        return []
    owner = {word: number for number, piece in enumerate(pieces) for word in piece.words}
    for piece in pieces:
        piece.predicate = _top(words, piece, owner)
    for number, piece in enumerate(pieces):
        piece.relation = _relation(words, pieces, number, figures, dates) if number else None
    groups = _grouped(words, pieces, owner)
    return _clauses(words, pieces, groups, owner)


def _pieces(words: Words, unit: Sequence[int]) -> list[_Piece]:
    pieces: list[_Piece] = []
    held: list[int] = []
    after, pending = "", ""
    last = -1
    for place, word in enumerate(unit):
        low = words.low[word]
        free = not words.inside[word]
        stop = free and low in STOPS and words.relation[word] != "part"
        gap = last >= 0 and word != last + 1
        begins = bool(pending) or gap
        if free and not stop and not begins and held:
            begins = _opens(words, unit, place, held)
        if begins and not stop and free and low not in _SKIPPED:
            if held and any(words.low[w] not in CONJUNCTIONS for w in held):
                pieces.append(_Piece(held, after))
                held, after = [], pending or ("gap" if gap else "")
            elif pending:
                after = pending
            pending = ""
        if stop:
            pending = low
        held.append(word)
        last = word
    if held:
        pieces.append(_Piece(held, after))
    for piece in pieces:
        _opening(words, piece)
    return [piece for piece in pieces if piece.core < len(piece.words)] or pieces[:1]


def _opens(words: Words, unit: Sequence[int], place: int, held: list[int]) -> bool:
    """Whether a clause may begin at a word without a mark of punctuation before it."""
    word = unit[place]
    low, part = words.low[word], words.part[word]
    if low in CONJUNCTIONS:
        return part == "CCONJ"
    if low in SUBORDINATORS:
        return words.relation[word] != "case" and low not in ("so", "even") and words.low[held[-1]] != low
    return low == "as" and [words.low[w] for w in unit[place + 1 : place + 3]] == ["well", "as"]


def _opening(words: Words, piece: _Piece) -> None:
    """Reads what a piece begins with: a conjunction, a subordinating word."""
    for place, word in enumerate(piece.words):
        low = words.low[word]
        if low in CONJUNCTIONS:
            piece.conjunction = True
        elif low not in _SKIPPED and words.part[word] != "PUNCT":
            piece.core = place
            break
    else:
        piece.core = len(piece.words)
        return
    low = words.low[piece.words[piece.core]]
    if low in SUBORDINATORS or low in CONDITIONS or low in RELATIVES or low in ("that", "to", "as", "than"):
        piece.opener = low


def _top(words: Words, piece: _Piece, owner: dict[int, int]) -> int | None:
    """The predicate of a piece that no other predicate of it holds; the first where there are several."""
    inside = {word for word in piece.words if words.predicate[word]}
    if not inside:
        return None
    best = None
    for word in piece.words:
        if word not in inside:
            continue
        if best is None:
            best = word
        if words.head[word] not in inside or words.head[word] == word:
            if (
                words.relation[word] in ("acl", "acl:relcl", "xcomp", "advcl")
                and len(inside) > 1
                and piece.opener == ""
            ):
                continue
            return word
    return best


def _own_subject(words: Words, piece: _Piece) -> bool:
    """Whether the predicate of a piece has its subject in the piece, before it."""
    if piece.predicate is None:
        return False
    subject = words.subject[piece.predicate]
    if piece.words[piece.core] <= subject < piece.predicate:
        return True
    # A subject may be hung on another word of the clause where the tree is wrong.
    return any(
        words.relation[w] in ("nsubj", "nsubj:pass", "expl") and w < piece.predicate for w in piece.words[piece.core :]
    )


def _relation(words: Words, pieces: list[_Piece], number: int, figures: bytearray, dates: bytearray) -> Relation | None:
    """How a piece stands alone, or None where it belongs to another."""
    piece = pieces[number]
    core = piece.words[piece.core :]
    first = core[0]
    low = words.low[first]
    said = sum(words.part[w] != "PUNCT" for w in core)
    has_figure = any(figures[w] for w in core)
    if (
        piece.opener in CONDITIONS
        or piece.opener in ("to", "than")
        or (piece.opener == "that" and not piece.conjunction)
    ):
        return None
    own = _own_subject(words, piece)
    if piece.opener in RELATIVES and piece.after and piece.predicate is not None:
        return "relative" if words.part[first] != "ADP" else None
    if piece.opener in SUBORDINATORS:
        return "subordinate" if own and said > _ASIDE else None
    if piece.predicate is not None and words.predicate[piece.predicate]:
        if own:
            return "coordinate" if said > _ASIDE or (piece.conjunction and said > 2) else None
        verb = words.low[piece.predicate]
        if piece.conjunction and said > 1 and _finite(words, piece) and _after_verb(words, pieces, number):
            return "shared"
        if piece.after and verb.endswith("ing") and core.index(piece.predicate) < 2 and said > 2:
            return "participle"
    if has_figure and (piece.after in (",", "–", "—", ";", "(") or piece.conjunction or low == "as"):
        before = pieces[number - 1]
        if piece.after and low in _APPOSED and piece.after != "(":
            return "apposition"
        if low == "as" and len(core) > 3:
            return "further"
        placed = any(dates[w] for w in core)
        if placed and any(figures[w] for w in before.words) and any(figures[w] for w in core[:3]):
            return "further"
    return None


def _finite(words: Words, piece: _Piece) -> bool:
    """Whether a piece without a subject begins with its verb, and that is no infinitive or participle."""
    for word in piece.words[piece.core :]:
        if words.part[word] in ("AUX", "VERB"):
            return not words.low[word].endswith("ing")
        if words.part[word] not in ("ADV", "PUNCT") and words.low[word] != "not":
            return False
    return False


def _after_verb(words: Words, pieces: list[_Piece], number: int) -> bool:
    """Whether a verb with its subject stands before, so that it can be shared; no infinitive that goes on."""
    predicate = pieces[number].predicate
    if predicate is not None and words.relation[predicate] == "conj" and words.head[predicate] < predicate:
        head = words.head[predicate]
        if words.relation[head] == "xcomp" or any(words.low[kid] == "to" for kid in words.kids[head]):
            return False
    return any(piece.predicate is not None for piece in pieces[:number])


def _grouped(words: Words, pieces: list[_Piece], owner: dict[int, int]) -> list[int]:
    """For each piece the number of the piece that it is one clause with: itself where it stands alone."""
    leader = list(range(len(pieces)))
    main = next((n for n, piece in enumerate(pieces) if piece.relation is None and piece.predicate is not None), None)
    if main is None or any(p.relation == "coordinate" for p in pieces[: main or 0]):
        main = next((n for n, p in enumerate(pieces) if p.relation == "coordinate"), main)
    if main is None:
        main = 0
    for number, piece in enumerate(pieces):
        if piece.relation is not None or number == main:
            continue
        target = _holder(words, piece, number, owner)
        if target is None:
            target = number - 1 if number else main
        leader[number] = target
    return [_leader(leader, number, main) for number in range(len(pieces))]


def _holder(words: Words, piece: _Piece, number: int, owner: dict[int, int]) -> int | None:
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


def _leader(leader: list[int], number: int, main: int) -> int:
    seen = 0
    while leader[number] != number:
        number = leader[number]
        seen += 1
        if seen > len(leader):  # two pieces that hang on each other
            return main
    return number


def _clauses(words: Words, pieces: list[_Piece], groups: list[int], owner: dict[int, int]) -> list[Clause]:
    made: dict[int, Clause] = {}
    for number, group in enumerate(groups):
        piece = pieces[number]
        if group not in made:
            made[group] = Clause([], pieces[group].relation or "main", None, opener=pieces[group].opener)
        clause = made[group]
        clause.words += piece.words
        clause.conditional |= piece.opener in CONDITIONS
    for group, clause in made.items():
        clause.predicate = pieces[group].predicate
        if clause.predicate is None:
            clause.predicate = next(
                (pieces[n].predicate for n, g in enumerate(groups) if g == group and pieces[n].predicate is not None),
                None,
            )
    found = list(made.values())
    first = next((c for c in found if c.relation in ("main", "coordinate")), found[0])
    for group, clause in made.items():
        if clause is first:
            clause.relation = "main"
            clause.matrix = None
            continue
        head = owner.get(words.head[clause.predicate]) if clause.predicate is not None else None
        if head is None and clause.predicate is None:
            head = max(0, group - 1)
        matrix = made[groups[head]] if head is not None else first
        clause.matrix = first if matrix is clause else matrix
    for clause in found:
        clause.fronted = _fronted(words, clause)
    return found


def _fronted(words: Words, clause: Clause) -> list[int]:
    """The words before the subject of a clause, or before its predicate where the subject is not found."""
    if clause.predicate is None:
        return []
    subject = words.subject[clause.predicate]
    if subject < 0 or subject > clause.predicate:
        return []
    low = subject
    for kid in words.kids[subject]:
        low = min(low, kid)
    return [word for word in clause.words if word < low]
