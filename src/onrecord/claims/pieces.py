"""Where the words of one sentence may be parted, and which of the pieces stand alone.

Cuts fall where a clause may begin: after a comma, a semicolon, a colon, a dash or a bracket, before a conjunction or
a subordinating word. A piece stands alone where it has a subject and a verb of its own, shares the subject of the
clause before, is a relative clause between commas, or sets a further figure beside one.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Literal

from onrecord.claims.lexicon import CONDITIONS, CONJUNCTIONS, RELATIVES, STOPS, SUBORDINATORS
from onrecord.claims.words import HELPING, SUBJECTS, Words
from onrecord.normalise.lemma import IRREGULAR_PASTS
from onrecord.normalise.words import ARTICLES, word_set

__all__ = ["ADDED", "Piece", "Relation", "is_base", "is_finite", "pieces"]

Relation = Literal["main", "coordinate", "shared", "subordinate", "relative", "participle", "apposition", "further"]

_SKIPPED = frozenset("“”\"'‘’«»„*•-.") | {"also", "then", "still", "thus", "therefore", "only", "even"}
_APPOSED = word_set(
    """
    its their his her our a an the fewer more less up down from compared including among nearly almost about roughly
    some well far over just half double twice equal same equivalent or most least of with bringing
    """
)
_HELD = frozenset(("xcomp", "amod", "acl", "compound", "nmod", "case"))
ADDED = ("apposition", "further", "participle", "relative")
_NEAR = 4
_SIGHT = 40
"""Words of each piece before among which an infinitive is looked for that may go on."""
_BACK = 8
"""Pieces before among which the verb stands whose subject is shared."""
_CLAUSAL = word_set("because while although though whereas")
_RANKS = word_set("first last only same fewer more less most least worse better up down record")
_NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "ADJ", "DET", "NUM"))
_FRAMED = 6
"""Words among which "that" ends what only frames a clause: "it turned out that"."""
_ASIDE = 3
"""Words up to which a subject with its verb is an aside: "I think", "you know"."""


@dataclass(slots=True)
class Piece:
    words: list[int]
    after: str  # the mark of punctuation before it
    core: int = 0  # index in words of the first word after conjunctions, marks and adverbs
    conjunction: bool = False
    opener: str = ""
    predicate: int | None = None
    fronting: bool = False  # it belongs to the piece after it
    relation: Relation | None = None


def pieces(words: Words, unit: Sequence[int], figures: bytearray, dates: bytearray) -> list[Piece]:
    """The pieces of ``unit``, the numbers of one voice's words in one sentence, with what each says and how it stands.

    ``figures`` and ``dates`` mark the first words of quantities and of times.
    """
    found = _cut(words, unit, figures)
    for number, piece in enumerate(found):
        piece.fronting = _of_what(words, found, number)
        piece.predicate = None if piece.fronting else _top(words, piece)
    for number in range(1, len(found)):
        found[number].relation = _relation(words, found, number, figures, dates)
    return found


def _of_what(words: Words, found: Sequence[Piece], number: int) -> bool:
    """Whether a piece says what a figure after its comma is a part of: "of the fish landed in 2020, a third was"."""
    piece = found[number]
    core = [words.low[word] for word in piece.words[piece.core :]]
    core = core[core.index("that") + 1 :] if "that" in core[:_FRAMED] else core
    if core[:2] == ["out", "of"]:
        core = core[1:]
    follows = number + 1 < len(found) and found[number + 1].after == "," and piece.after in ("", ",", ":", ";", "gap")
    return follows and core[:1] == ["of"] and core[1:2] not in (["which"], ["whom"])


def _cut(words: Words, unit: Sequence[int], figures: bytearray) -> list[Piece]:
    pieces: list[Piece] = []
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
                pieces.append(Piece(held, after))
                held, after = [], pending or ("gap" if gap else "")
            elif pending:
                after = pending
            pending = ""
        # "GNI; PPP in Tarn was measured at": a semicolon parts clauses only after a verb.
        if stop and (low != ";" or any(words.part[w] in ("VERB", "AUX") for w in held)):
            pending = low
        held.append(word)
        last = word
    if held:
        pieces.append(Piece(held, after))
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
        near = unit[place + 1 : place + 4]
        figured = next((at for at, w in enumerate(near) if figures[w]), None)
        if figured and not any(words.part[w] in ("VERB", "AUX") for w in unit[:place]):
            # "Elsin and Tarn had 300": one clause of two names, not a figure for each
            figured = None if any(words.part[w] in ("VERB", "AUX") for w in near[:figured]) else figured
        return part == "CCONJ" and (not nominal or figured is not None)
    if low in SUBORDINATORS:
        return words.relation[word] != "case" and low not in ("so", "even") and words.low[held[-1]] != low
    return low == "as" and [words.low[w] for w in unit[place + 1 : place + 3]] == ["well", "as"]


def _opening(words: Words, piece: Piece) -> None:
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


def _top(words: Words, piece: Piece) -> int | None:
    """The predicate of a piece: the first that is finite as far as the tree tells and that no other one holds."""
    here = set(piece.words)
    inside = [word for word in piece.words if words.predicate[word] and _says(words, word, here)]
    if not inside:
        return None
    held = set(inside)
    finite = [word for word in inside if is_finite(words, word, piece.opener)]
    for word in finite:
        if words.head[word] not in held or words.head[word] == word:
            return word
    return (finite or inside)[0]


def _says(words: Words, word: int, here: Collection[int]) -> bool:
    """Whether a word is a verb, or has its copula or helping verb among the words ``here``."""
    if words.part[word] in ("VERB", "AUX"):
        return True
    return any(kid in here for kid in words.kids[word] if words.relation[kid] in HELPING)


def is_finite(words: Words, word: int, opener: str) -> bool:
    relation = words.relation[word]
    if relation == "xcomp" or (relation in ("acl", "acl:relcl") and opener not in RELATIVES):
        return False
    if words.low[word].endswith("ing") and not _helped(words, word):
        return False
    to = any(words.low[kid] == "to" and words.part[kid] == "PART" for kid in words.kids[word])
    return words.subject[word] >= 0 or not to


def _own_subject(words: Words, piece: Piece) -> bool:
    """Whether the predicate of a piece has its subject in the piece, before it."""
    if piece.predicate is None:
        return False
    subject = words.subject[piece.predicate]
    if piece.words[piece.core] <= subject < piece.predicate:
        return True
    # A subject may be hung on another word of the clause where the tree is wrong, or be none in it at all.
    hung = any(
        words.relation[w] in SUBJECTS and w < piece.predicate and words.part[w] != "ADJ"
        for w in piece.words[piece.core :]
    )
    return hung or (piece.conjunction and piece.after in (",", ";") and _begins_with_noun(words, piece))


def _begins_with_noun(words: Words, piece: Piece) -> bool:
    """Whether a piece begins with a noun phrase that a finite verb follows: ", and North Elsin had"."""
    named = False
    for place, word in enumerate(piece.words[piece.core :]):
        part = words.part[word]
        if part in ("VERB", "AUX"):
            return named and (part == "AUX" or not (words.low[word].endswith("ing") or is_base(words, word)))
        if (part not in _NOMINAL and part not in ("ADP", "PUNCT", "PART")) or (not place and part == "ADP"):
            return False
        named = named or part in ("NOUN", "PROPN", "PRON")
    return False


def _relation(words: Words, pieces: list[Piece], number: int, figures: bytearray, dates: bytearray) -> Relation | None:
    """How a piece stands alone, or None where it belongs to another."""
    piece = pieces[number]
    if piece.fronting:
        return None
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
    own = _own_subject(words, piece) or (
        bool(figures[first]) and piece.predicate is not None and _helped(words, piece.predicate)
    )
    if piece.opener == "that" and piece.predicate is not None and said > _ASIDE:
        return "coordinate"  # "said that … and that …": what follows is a clause, whatever the tree has
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
    if piece.after in ("–", "—") and has_figure:
        return "apposition"
    if piece.after in (",", ";") and low in _APPOSED:
        near = any(figures[w] for w in (core[:_NEAR] if low in ARTICLES else core))
        if near or _ranks(words, core, dates):
            return "apposition"
    if has_figure and low == "as" and len(core) > 3:
        return "further"
    if has_figure and (piece.after or piece.conjunction) and any(dates[w] for w in core):
        before = [word for piece in pieces[max(0, number - 3) : number] for word in piece.words[-_SIGHT:]]
        return "further" if any(figures[w] for w in before) and any(figures[w] for w in core[:3]) else None
    return None


def _ranks(words: Words, core: list[int], dates: bytearray) -> bool:
    """Whether a piece without a figure sets what was said against a time: "the highest since May"."""
    ranked = any(words.low[w] in _RANKS or words.low[w].endswith("est") for w in core[:3])
    return ranked and any(dates[w] for w in core)


def _helped(words: Words, verb: int) -> bool:
    return any(words.relation[kid] in HELPING for kid in words.kids[verb])


def _finite_in(words: Words, piece: Piece) -> bool:
    return piece.predicate is not None and is_finite(words, piece.predicate, piece.opener)


def _finite(words: Words, piece: Piece) -> bool:
    """Whether a piece without a subject begins with its verb, and that is no infinitive or participle."""
    for word in piece.words[piece.core :]:
        if words.part[word] in ("AUX", "VERB"):
            return not words.low[word].endswith("ing")
        if words.part[word] not in ("ADV", "PUNCT") and words.low[word] != "not":
            return False
    return False


def _after_verb(words: Words, pieces: list[Piece], number: int) -> bool:
    """Whether a verb with its subject stands before, so that it can be shared; no infinitive that goes on."""
    predicate = pieces[number].predicate
    if predicate is None or all(piece.predicate is None for piece in pieces[max(0, number - _BACK) : number]):
        return False
    if words.relation[predicate] == "conj" and words.head[predicate] < predicate:
        head = words.head[predicate]
        if words.relation[head] in _HELD or any(words.low[kid] == "to" for kid in words.kids[head]):
            return False
    elif words.relation[predicate] in _HELD:
        return False
    before = [word for piece in pieces[max(0, number - 3) : number] for word in piece.words[-_SIGHT:]]
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
