"""What a figure is of, by the tree of its sentence: the noun it stands at, or the subject or object of its verb.

Counted nouns and wholes of shares are found by rule alone (see ``things``); this is for measures, money and per cent,
of which what they measure stands elsewhere in the sentence: "exports to the islands dropped by 7%".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.record import Phrase, Quantity
from onrecord.spans import Span, overlap

if TYPE_CHECKING:
    from onrecord.reader.syntax import Syntax

__all__ = ["govern"]

_NOUNS = frozenset(("NOUN", "PROPN"))
_AT_NOUN = frozenset(("compound", "amod", "nummod", "nmod", "nmod:unmarked", "nmod:poss", "nmod:desc", "appos", "acl"))
_ASIDE = frozenset(("conj", "parataxis", "list", "dep", "appos", "part", "flat", "fixed", "reparandum"))
_SUBJECTS = frozenset(("nsubj", "nsubj:pass", "csubj"))
_WITH_OBJECT = frozenset(("obl", "obl:unmarked", "advmod", "xcomp", "obl:agent"))
_PASSING_ON = frozenset(("conj", "xcomp", "advcl", "parataxis", "aux", "cop", "advmod", "ccomp"))
_APART = frozenset(
    (
        "appos", "parataxis", "punct", "cop", "nsubj", "nsubj:pass", "csubj", "mark", "cc", "conj", "advcl",
        "discourse", "dislocated", "list", "orphan", "case", "aux", "aux:pass", "ccomp", "vocative", "dep",
        "reparandum", "expl",
    )
)  # fmt: skip
"""Relations by which a word under a noun is no part of the phrase that names the thing."""
_STEPS = 8


def govern(quantities: Sequence[Quantity], syntax: Syntax) -> tuple[Quantity, ...]:
    """``quantities`` with what each is of where the rules found nothing and the tree of the sentence says it."""
    taken = [quantity.span for quantity in quantities]
    found = [_governed(quantity, syntax, taken) for quantity in quantities]
    by_id = {quantity.id: quantity for quantity in found}
    out: list[Quantity] = []
    for quantity in found:
        before = out[-1] if out else None
        other = by_id.get(quantity.compared.quantity or "") if quantity.compared else None
        if not _is_bare(quantity):
            out.append(quantity)
        elif before and syntax.text[before.span.end : quantity.span.start] == " (":
            out.append(replace(quantity, of=before.of))  # the same in another unit
        elif other and quantity.compared and quantity.compared.relation == "from":
            out.append(replace(quantity, of=other.of))
        else:
            out.append(quantity)
    return tuple(out)


def _is_bare(quantity: Quantity) -> bool:
    """Whether the rules leave open what a figure is of: no thing, no whole, no counted noun."""
    counted = quantity.unit == "1" and quantity.unit_name is not None
    return quantity.of is None and quantity.share_of is None and not counted


def _governed(quantity: Quantity, syntax: Syntax, taken: list[Span]) -> Quantity:
    if not _is_bare(quantity):
        return quantity
    words = [word for word in syntax.words(quantity.span) if syntax.part(word) != "PUNCT"]
    top = syntax.top(words)
    noun = _thing(syntax, top, frozenset(words)) if top is not None else None
    if noun is None or syntax.part(noun[0]) not in _NOUNS:
        return quantity
    span = _phrase(syntax, *noun)
    if span is None or any(overlap(span, other) for other in taken):
        return quantity
    return replace(quantity, of=Phrase(span, syntax.text[span.start : span.end]))


def _thing(syntax: Syntax, word: int, own: frozenset[int]) -> tuple[int, int] | None:
    """The noun that the figure at ``word`` is of, and the branch of it that leads to the figure."""
    for _ in range(_STEPS):
        relation, above = syntax.relation(word), int(syntax.heads[word])
        if relation in _SUBJECTS:
            return None
        if relation == "root" or syntax.part(word) in ("VERB", "AUX"):
            return _of_predicate(syntax, word, word)
        if relation in _AT_NOUN and syntax.part(above) in _NOUNS and above not in own:
            return above, word
        if relation in _ASIDE:
            word = above
            continue
        if any(child not in own and syntax.relation(child) in _SUBJECTS for child in syntax.children(word)):
            return _of_predicate(syntax, word, word)
        return _of_predicate(syntax, above, word)
    return None


def _of_predicate(syntax: Syntax, predicate: int, branch: int) -> tuple[int, int] | None:
    """The object beside which the figure stands, else the subject, of a predicate or of one that passes its own on."""
    if syntax.relation(branch) in _WITH_OBJECT and predicate != branch:
        for child in syntax.children(predicate):
            if syntax.relation(child) == "obj" and syntax.part(child) in _NOUNS:
                return child, branch
    for _ in range(_STEPS):
        for child in syntax.children(predicate):
            if syntax.relation(child) in _SUBJECTS and child != branch:
                relative = syntax.low(child) in ("that", "which", "who")
                return _modified(syntax, predicate) if relative else (child, branch)
        relation, above = syntax.relation(predicate), int(syntax.heads[predicate])
        if relation in ("acl", "acl:relcl"):
            return above, predicate
        if relation not in _PASSING_ON or above == predicate:
            return None
        branch, predicate = predicate, above
    return None


def _modified(syntax: Syntax, predicate: int) -> tuple[int, int] | None:
    """The noun whose relative clause ``predicate`` heads, or stands in."""
    for word in (predicate, *syntax.up(predicate)):
        if syntax.relation(word) == "acl:relcl":
            return int(syntax.heads[word]), word
    return None


def _phrase(syntax: Syntax, noun: int, branch: int) -> Span | None:
    """The words of a noun's phrase that hang together around it, without its article and the branch to the figure."""
    words = set(syntax.under(noun, without=(branch,), skip=_APART))
    # Prepositions inside the phrase belong to it, that of the noun itself does not.
    inner = [w for w in words if w != noun]
    words |= {
        c
        for w in inner
        for c in syntax.children(w)
        if syntax.relation(c) in ("case", "nmod:poss", "mark", "aux", "nsubj")
    }
    first = last = noun
    while first - 1 in words or (
        first - 2 in words and syntax.part(first - 1) == "PUNCT" and syntax.low(first - 1) in "-'’"
    ):
        first -= 1
    while last + 1 in words or (
        last + 2 in words and syntax.part(last + 1) == "PUNCT" and syntax.low(last + 1) in "-'’"
    ):
        last += 1
    while first < noun and syntax.part(first) in ("DET", "PUNCT", "CCONJ", "ADP"):
        first += 1
    if branch < noun and first <= branch:
        first = branch + 1
    return Span(int(syntax.starts[first]), int(syntax.ends[last]))
