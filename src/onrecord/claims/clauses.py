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
from onrecord.claims.words import SUBJECTS, Words
from onrecord.normalise.lemma import IRREGULAR_PASTS
from onrecord.normalise.words import word_set

__all__ = ["Clause", "Relation", "clauses", "is_base"]

Relation = Literal["main", "coordinate", "shared", "subordinate", "relative", "participle", "apposition", "further"]

_SKIPPED = frozenset("“”\"'‘’«»„*•-.") | {"also", "then", "still", "thus", "therefore", "only", "even"}
_APPOSED = word_set(
    """
    its their his her our a an the fewer more less up down from compared including among nearly almost about roughly
    some well far over just half double twice equal same equivalent or most least of with bringing
    """
)
_CLAUSAL = word_set("because while although though whereas")
_RANKS = word_set("first last only same fewer more less most least worse better up down record")
_NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "ADJ", "DET", "NUM"))
_ASIDE = 3
"""Words up to which a subject with its verb is an aside: "I think", "you know"."""


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
    pieces = _pieces(words, unit, figures)
    if not pieces:
        return []
    owner = {word: number for number, piece in enumerate(pieces) for word in piece.words}
    for piece in pieces:
        piece.predicate = _top(words, piece, owner)
    for number, piece in enumerate(pieces):
        piece.relation = _relation(words, pieces, number, figures, dates) if number else None
    groups = _grouped(words, pieces, owner)
    return _clauses(words, pieces, groups, owner)


def _pieces(words: Words, unit: Sequence[int], figures: bytearray) -> list[_Piece]:
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
            begins = _opens(words, unit, place, held, figures)
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


def _opens(words: Words, unit: Sequence[int], place: int, held: list[int], figures: bytearray) -> bool:
    """Whether a clause may begin at a word without a mark of punctuation before it."""
    word = unit[place]
    low, part = words.low[word], words.part[word]
    if low in CONJUNCTIONS:
        head = words.head[word]
        nominal = words.part[head] in _NOMINAL and not words.predicate[head]
        return part == "CCONJ" and (not nominal or any(figures[w] for w in unit[place + 1 : place + 4]))
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
    """The predicate of a piece: the first that is finite as far as the tree tells and that no other one holds."""
    inside = [word for word in piece.words if words.predicate[word]]
    if not inside:
        return None
    held = set(inside)
    finite = [word for word in inside if _is_finite(words, word, piece.opener)]
    for word in finite:
        if words.head[word] not in held or words.head[word] == word:
            return word
    return (finite or inside)[0]


def _is_finite(words: Words, word: int, opener: str) -> bool:
    relation = words.relation[word]
    if relation == "xcomp" or (relation in ("acl", "acl:relcl") and opener not in RELATIVES):
        return False
    low = words.low[word]
    if words.subject[word] >= 0:
        return True
    if any(words.low[kid] == "to" and words.part[kid] == "PART" for kid in words.kids[word]):
        return False
    return _helped(words, word) or not low.endswith("ing")


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
        helped = piece.predicate is not None and (piece.opener in _CLAUSAL or _helped(words, piece.predicate))
        return "subordinate" if (own or (helped and _finite_in(words, piece))) and said > _ASIDE else None
    if piece.predicate is not None and words.predicate[piece.predicate]:
        if own:
            return "coordinate" if said > _ASIDE or (piece.conjunction and said > 2) else None
        verb = words.low[piece.predicate]
        if piece.conjunction and said > 1 and _finite(words, piece) and _after_verb(words, pieces, number):
            return "shared"
        if piece.after and verb.endswith("ing") and core.index(piece.predicate) < 2 and said > 2:
            return "participle"
    if piece.after in (",", "–", "—", ";") and low in _APPOSED and (has_figure or _ranks(words, core, dates)):
        return "apposition"
    if has_figure and low == "as" and len(core) > 3:
        return "further"
    if has_figure and (piece.after or piece.conjunction) and any(dates[w] for w in core):
        before = pieces[number - 1].words
        return "further" if any(figures[w] for w in before) and any(figures[w] for w in core[:3]) else None
    return None


def _ranks(words: Words, core: list[int], dates: bytearray) -> bool:
    """Whether a piece without a figure sets what was said against a time: "the highest since May"."""
    ranked = any(words.low[w] in _RANKS or words.low[w].endswith("est") for w in core[:3])
    return ranked and any(dates[w] for w in core)


def _helped(words: Words, verb: int) -> bool:
    return any(words.relation[kid] in ("aux", "aux:pass", "cop") for kid in words.kids[verb])


def _finite_in(words: Words, piece: _Piece) -> bool:
    return piece.predicate is not None and _is_finite(words, piece.predicate, piece.opener)


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
    if predicate is None or all(piece.predicate is None for piece in pieces[:number]):
        return False
    if words.relation[predicate] == "conj" and words.head[predicate] < predicate:
        head = words.head[predicate]
        if words.relation[head] == "xcomp" or any(words.low[kid] == "to" for kid in words.kids[head]):
            return False
    before = pieces[number - 1].words
    if is_base(words, predicate):  # "to go and look": no verb of its own
        return not any(
            words.low[w] == "to"
            and words.part[w] == "PART"
            and words.part[min(w + 1, len(words) - 1)] in ("VERB", "AUX")
            for w in before
        )
    return True


def is_base(words: Words, verb: int) -> bool:
    """Whether a verb without a helping verb has no ending: "close", not "closed" or "closes"."""
    low = words.low[verb]
    if low.endswith(("ed", "s", "ing")) or low in IRREGULAR_PASTS:
        return False
    return not _helped(words, verb)


def _grouped(words: Words, pieces: list[_Piece], owner: dict[int, int]) -> list[int]:
    """For each piece the number of the piece that leads the clause that it belongs to."""
    joined = list(range(len(pieces)))

    def root(number: int) -> int:
        while joined[number] != number:
            joined[number] = joined[joined[number]]
            number = joined[number]
        return number

    main = _main(words, pieces)
    for number, piece in enumerate(pieces):
        target = _holder(words, piece, number, owner) if piece.relation is None and number != main else None
        if target is None:
            continue
        one, other = root(number), root(target)
        if one != other and not (pieces[one].relation and pieces[other].relation):
            # What stands alone leads.
            leads = other if pieces[other].relation or other == main or one != main else one
            leads = one if pieces[one].relation or one == main else leads
            joined[other if leads == one else one] = leads
    for number in range(len(pieces)):
        one = root(number)
        if pieces[one].relation is None and one != main:
            members = [n for n in range(len(pieces)) if root(n) == one]
            held = {word for n in members for word in pieces[n].words}
            if any(words.subject[p] in held for n in members if (p := pieces[n].predicate) is not None):
                pieces[one].relation = "coordinate"
            else:
                other = root(members[0] - 1) if members[0] else main
                if one != other:
                    joined[one] = other
    return [root(number) for number in range(len(pieces))]


def _main(words: Words, pieces: list[_Piece]) -> int:
    """The piece of the main clause: the first with a finite verb that is no condition and not split off."""
    for relation in (None, "coordinate"):
        for number, piece in enumerate(pieces):
            stands = piece.relation == relation and piece.opener not in CONDITIONS
            if stands and piece.predicate is not None and _is_finite(words, piece.predicate, piece.opener):
                return number
    return next((n for n, p in enumerate(pieces) if p.relation is None and p.predicate is not None), 0)


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


def _clauses(words: Words, pieces: list[_Piece], groups: list[int], owner: dict[int, int]) -> list[Clause]:
    made: dict[int, Clause] = {}
    for number, group in enumerate(groups):
        clause = made.setdefault(group, Clause([], pieces[group].relation or "main", None, opener=pieces[group].opener))
        piece = pieces[number]
        clause.words += piece.words
        clause.conditional |= piece.opener in CONDITIONS
        if piece.predicate is not None and piece.opener not in CONDITIONS:
            best = clause.predicate
            better = number == group or _is_finite(words, piece.predicate, piece.opener)
            if best is None or (better and not _is_finite(words, best, clause.opener)):
                clause.predicate = piece.predicate
    first = next((c for c in made.values() if c.relation in ("main", "coordinate")), next(iter(made.values())))
    for group, clause in made.items():
        if clause.predicate is not None:
            clause.bare = is_base(words, clause.predicate)
            clause.finite = clause.relation not in ("main", "coordinate") or _is_finite(
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
