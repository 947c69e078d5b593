"""Words that bound or blur a number, before it and after it, with negation."""

from __future__ import annotations

from typing import Literal, NamedTuple

from onrecord.normalise.numbers import Tokens
from onrecord.normalise.numbers.wordlists import wordlists
from onrecord.normalise.quantities.nouns import PREPOSITIONS, is_plural

__all__ = ["Bound", "Effect", "bound_after", "bound_before"]

Effect = Literal["lt", "le", "gt", "ge", "about", "equal", "closed"]


class Bound(NamedTuple):
    """What the words say, and the token at which they begin (before a number) or end (after it)."""

    effect: Effect
    edge: int


_LISTS = wordlists(__package__, "bounds")
_MORE, _LESS = _LISTS["comparatives_up"], _LISTS["comparatives_down"]
_NEGATED: dict[Effect, Effect] = {"lt": "ge", "le": "gt", "gt": "le", "ge": "lt"}
_PLAIN: dict[Effect, str] = {
    "lt": "under|below|sub -|<|short of|fall short of|falls short of|fell short of|falling short of|fallen short of"
    "|shy of|just shy of|beneath|not even|nowhere near",
    "le": "up to|up to and including|at most|at the most|at maximum|not exceeding|a maximum of|maximum of"
    "|the maximum of"
    "|maximum|max|max .|≤|< =|⩽"
    "|as many as|as much as|as high as|as long as|as far as|equal to or below|capped at|limited to|no longer than"
    "|at or below"
    "|upto|a ceiling of|an upper limit of|at or under|not over|not above",
    "gt": "over|above|exceeding|in excess of|upwards of|upward of|north of|beyond|>|topping|surpassing"
    "|well over|an excess of",
    "ge": "at least|at the least|at the very least|a minimum of|minimum of|the minimum of|minimum|min ."
    "|≥|> =|⩾|as few as"
    "|as little as|as low as|starting at|starting from|at or above|at least or equal to|not under|not below",
    "about": "about|around|roughly|approximately|approx|approx .|some|nearly|almost|close to|near|nearly"
    "|circa|c .|ca .|~|≈|∼"
    "|an estimated|estimated|virtually|in the region of|something like|somewhere around|more or less"
    "|about|an approximate"
    "|just about|nigh on|getting on for|approaching|the best part of|in the order of|on the order of"
    "|in the neighborhood of"
    "|in the neighbourhood of|plus or minus|±|or about|close on",
    "equal": "equal to|equals|equals to|equaling to|equalling to|equaling|equalling|is equal to",
}


def _table() -> dict[str, Effect]:
    table: dict[str, Effect] = {}
    for effect, forms in _PLAIN.items():
        table.update(dict.fromkeys(forms.split("|"), effect))
    for words, strict, loose in ((_MORE, "gt", "ge"), (_LESS, "lt", "le")):
        for word in sorted(words):
            negated: Effect = "le" if strict == "gt" else "ge"
            table[f"{word} than"] = strict  # type: ignore[assignment]
            table[f"no {word} than"] = table[f"not {word} than"] = table[f"not any {word} than"] = negated
            for form in (
                "{} or equal than",
                "{} or equal to",
                "{} than or equal to",
                "equal to or {} than",
                "equal or {} than",
            ):
                table[form.format(word)] = loose  # type: ignore[assignment]
    return table


_BEFORE = _table()
_BEFORE_ENDS = frozenset(form.split(" ")[-1] for form in _BEFORE)
_LONGEST = max(form.count(" ") for form in _BEFORE) + 1
_VERBS: dict[str, tuple[Effect | None, Effect]] = {
    **dict.fromkeys(
        [
            "exceed",
            "exceeds",
            "exceeded",
            "exceeding",
            "surpass",
            "surpasses",
            "surpassed",
            "surpassing",
            "topped",
            "tops",
        ],
        ("gt", "le"),
    ),
    **dict.fromkeys(["reach", "reached", "reaches", "reaching", "hit", "attain", "attained"], (None, "lt")),
    **dict.fromkeys(["pass", "passed", "cross", "crossed"], (None, "le")),
}
"""Verbs that bound what follows: as they stand (None: not at all) and negated."""
_NEGATIONS = _LISTS["negations"]
_AUXILIARIES = _LISTS["auxiliaries"]
_BETWEEN = _LISTS["between"]
_FILLERS = _LISTS["fillers"]
_AFTER: dict[str, Effect] = {
    **dict.fromkeys((f"{link} {word}" for link in ("or", "and") for word in (*_MORE, "above", "over",
    "up", "upwards", "beyond")), "ge"),
    **dict.fromkeys((f"{link} {word}" for link in ("or", "and") for word in (*_LESS, "below",
    "under")), "le"),
    **dict.fromkeys((f"or {word} than" for word in _MORE), "ge"),
    "or equal": "closed", "or equal to": "closed", "or equal to it": "closed",
    "plus": "ge", "- plus": "ge", "+": "ge", "at least": "ge", "minimum": "ge", "at a minimum": "ge",
    "at most": "le",     "at the most": "le",
    "maximum": "le", "max": "le", "tops": "le", "at maximum": "le", "or so": "about",
    "or thereabouts": "about",
    "- odd": "about", "odd": "about", "- ish": "about", "ish": "about", "approximately": "about",
    "or thereabout": "about",
}  # fmt: skip
_PAID_ON_TOP = _LISTS["paid_on_top"]
_LAST_WORDS = frozenset(("minimum", "maximum", "max", "tops", "odd"))
_AFTER_STARTS = frozenset(form.split(" ")[0] for form in _AFTER)


def bound_before(tokens: Tokens, first: int) -> Bound | None:
    """The bound that ends right before token ``first``: "more than", "does not exceed", "no fewer than"."""
    end = first
    for _ in range(2):  # "more than just", "at least another"
        found = _phrase(tokens, end) or _verb(tokens, end)
        if found:
            return found
        if tokens.word(end - 1) not in _FILLERS:
            return None
        end -= 1
    return None


def _phrase(tokens: Tokens, end: int) -> Bound | None:
    if tokens.word(end - 1) not in _BEFORE_ENDS:
        return None
    for length in range(min(_LONGEST, end), 0, -1):
        start = end - length
        effect = _BEFORE.get(" ".join(tokens.low[start:end]))
        if effect is None:
            continue
        if tokens.low[start] in ("<", ">") and tokens.word(start - 1) in ("<", ">", "="):
            return None  # "<>30", "=>30": not an order
        if tokens.low[start:end] == ["up", "to"] and tokens.word(start - 1) in _GOES:
            return None
        if tokens.low[start:end] == ["short", "of"] and "," in (tokens.word(start - 1), tokens.word(start - 2)):
            return None  # "80 trucks, well short of the 500 needed": the 500 are exact
        return _negated(tokens, Bound(effect, start), " ".join(tokens.low[start:end]))
    return None


def _negated(tokens: Tokens, bound: Bound, form: str) -> Bound:
    """The bound under a "not", "no" or "never" before it; with its verb, "did not fall below"."""
    i, effect = bound.edge - 1, bound.effect
    if effect not in _NEGATED:
        return bound
    if _negates(tokens, i):
        return Bound(_NEGATED[effect], _auxiliary(tokens, i))
    if tokens.word(i) in _MOVES and _negates(tokens, i - 1):
        return Bound(_NEGATED[effect], _auxiliary(tokens, i - 1))
    denied = _denied(tokens, bound.edge, form) if effect in ("lt", "gt") else None
    return bound if denied is None else Bound(_NEGATED[effect], denied)


_MOVES = _LISTS["moves"]
_GOES = _LISTS["goes"]
"""Verbs after which "up to" says where something went: "went up to 40%"."""
_NOT_VERBS = (_LISTS["not_verbs"] | PREPOSITIONS) - {"worth"}
_NOBODY = _LISTS["nobody"]
_CLAUSE_STARTS = frozenset(("", ".", ",", ";", ":", "“", '"', "that", "but", "and", "because", "while", "–", "—"))
_LONGEST_SUBJECT = 10


def _denied(tokens: Tokens, edge: int, form: str) -> int | None:
    """Where a denial begins that reaches the bound at token ``edge`` across a verb, or None.

    "did not send more than 90 boats", "can never carry over 30"; and, for comparatives, from the subject: "no boat
    carries more than 30", where the bound itself stays where it is. Not across a preposition: those who "have not
    been paid for more than three months" waited longer.
    """
    i = edge - 1
    if not tokens.word(i).isalpha() or tokens.word(i) in _NOT_VERBS:
        return None
    j = i - 1
    while tokens.word(j) in _BETWEEN and j > i - 5:
        j -= 1
    if _negates(tokens, j) and tokens.word(j) not in ("without", "nor") and not is_plural(tokens.word(i)):
        return _auxiliary(tokens, j)
    compared = form.split(" ")[0] in ("more", "fewer", "less") and form.endswith("than")
    if compared and not tokens.word(i).endswith("ing") and _no_subject(tokens, i):
        return edge
    return None


def _no_subject(tokens: Tokens, verb: int) -> bool:
    """Whether the subject of the verb at token ``verb`` denies it: "no boat carries", "none of them paid"."""
    for j in range(verb - 1, max(-1, verb - _LONGEST_SUBJECT), -1):
        low = tokens.low[j]
        if low in _NOBODY and tokens.word(j - 1) in _CLAUSE_STARTS:
            return verb > j + 1 - (low in ("nobody", "nothing")) and tokens.word(verb - 1) not in ("the", "of", "these")
        if low in _CLAUSE_STARTS or low in ("who", "which", "or"):
            return False
    return False


def _negates(tokens: Tokens, i: int) -> bool:
    return tokens.word(i) in _NEGATIONS or tokens.word(i).endswith("n't")


def _verb(tokens: Tokens, end: int) -> Bound | None:
    verb = _VERBS.get(tokens.word(end - 1))
    if verb is None:
        return None
    i = end - 2
    while tokens.word(i) in _BETWEEN and i > end - 5:
        if tokens.word(i) == "yet" and tokens.word(i + 1) == "to":  # "has yet to reach"
            return Bound(verb[1], _auxiliary(tokens, i))
        i -= 1
    if _negates(tokens, i) or (tokens.word(i) in _FAILS and tokens.word(i + 1) == "to"):
        return Bound(verb[1], _auxiliary(tokens, i))
    return Bound(verb[0], end - 1) if verb[0] else None


_FAILS = frozenset(("fail", "fails", "failed", "failing", "unable"))


def _auxiliary(tokens: Tokens, i: int) -> int:
    while tokens.word(i - 1) in _AUXILIARIES:
        i -= 1
    return i


def bound_after(tokens: Tokens, last: int) -> Bound | None:
    """The bound that begins at token ``last``: "or more", "or so", "+"."""
    if tokens.word(last) not in _AFTER_STARTS:
        return None
    for length in (4, 3, 2, 1):
        if last + length > len(tokens):
            continue
        form = " ".join(tokens.low[last : last + length])
        effect = _AFTER.get(form)
        if effect is None:
            continue
        after = tokens.word(last + length)
        if (
            after == "than"
            or (form in ("+", "- ish", "ish") and tokens.gap(last))
            or (form.endswith((" than", " to", " equal")) and (tokens.digits(last + length) or after == "to"))
        ):
            return None
        if form in _LAST_WORDS and after.isalpha():
            return None  # "a $15 minimum wage"
        if form == "plus" and (after in ("a", "an", "the") or after in _PAID_ON_TOP or tokens.digits(last + 1)):
            return None
        if form.startswith("and ") and after and after not in (".", ",", ";", ")", "in", "who", "with"):
            return None
        return Bound(effect, last + length)
    return None
