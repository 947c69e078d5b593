"""Parts and their total: lists of figures that the text adds up, and shares that must come to a hundred."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from onrecord.evidence.inside.sentences import DATE, FIGURE, PERCENT, Figure, Sentence
from onrecord.evidence.inside.sets import point, total
from onrecord.evidence.inside.sums import Sets, Sum, middle, near, number, sets_of, stated, tested

__all__ = ["parts"]

_MOST = 12
"""Parts that a list is read to."""
_LEAST = 10
"""Totals below this come about by chance too often for figures that only stand side by side."""

_JOINS = re.compile(r"(?:,|;| and| plus|,? as well as|,? along with)(?: and| plus| also| then| another| a further)* ?$")
_REST = re.compile(
    r"(?:,|;|\band) ?(?:and )?(?:(?:for|with) the remaining|the (?:other|remaining|rest|remainder)(?:,| of)?) ?$"
)
_NO_PART = re.compile(
    r"^ ?(?:of (?:them|whom|which|the|those|these|its|their|all)\b|more\b|fewer\b|less\b|extra\b|times\b"
    r"|-?years?[ -]old|out of\b)"
)
_NO_OPENING = re.compile(r"^ ?(?:more|fewer|less|times)\b")
_COLON = re.compile(r"(?::|[–—]| --?) ?(?:some |just )?$")
_BRACKET = re.compile(r"\($")
_MADE_OF = re.compile(
    r"\b(?:(?:is|are|was|were|,) ?(?:made up|composed) of|consist(?:s|ed|ing) of|compris(?:es|ed|ing)"
    r"|(?:divided|split|broken down) (?:into|between|as))(?: the)? ?:? ?$"
)
_SIDE_BY_SIDE = re.compile(r"(?:,|\bincluding|\bincluded|\bof (?:whom|which|these|those)) ?$")
_OF_THE = re.compile(r"\bof (?:the|its|their|his|her|our|those|these|all|all the)(?: total of)? ?$")
_OVERALL_BEFORE = re.compile(
    r"\b(?:for|making|makes|giving|gives|totalling|totaling|to make|or|is|=) (?:a |an |in )?"
    r"(?:combined |overall |grand )?total(?: of)? ?$"
)
_SO_FAR_BEFORE = re.compile(r"\b(?:a|the|its|their|overall|combined|grand) total (?:of|to|is|was|at) ?$")
_OVERALL_AFTER = re.compile(r"^(?:[ -][^\W\d_][\w'’]*){0,4},? ?(?:in all|in total|altogether|all told|all together)\b")
_UNCOUNTED = re.compile(
    r"\b(?:one|half|halves|thirds?|quarters?|most|some|several|few|many|majority|minority|both|none|others?|another"
    r"|couple|dozens?|an? handful|zero|single|everyone|nobody)\b"
)
"""Parts that are no figures: where one stands among the others, the figures are not all."""
_ONE_MORE = re.compile(r"(?:,|\band|\bplus|\bwith)(?: also)? (?:an?|its|their|his|her|the)\b")
_ROLE = re.compile(r"\b(?:rest|remain|others?|unknown|unidentified|unspecified|missing|undecided|not known)")
_PAIRS = tuple(
    (re.compile(rf"^ ?(?:\w+ )?(?:{a})\b"), re.compile(rf"^ ?(?:\w+ )?(?:{b})\b"))
    for a, b in (
        ("men|males?", "women|females?"),
        ("boys", "girls"),
        ("adults?", "children|minors|child"),
        (
            "(?:voted |votes? |were |was )?(?:for|in favou?r|yes)",
            "(?:voted |votes? |were |was )?(?:against|no|opposed)",
        ),
    )
)


@dataclass(frozen=True, slots=True)
class _Run:
    """A list of figures of one unit: the numbers of their items, whether anything else stands among them, what is said
    to be the rest."""

    items: tuple[int, ...]
    clean: bool
    rest: bool

    def figures(self, sentence: Sentence) -> list[Figure]:
        return [figure for figure in (sentence.items[n] for n in self.items) if isinstance(figure, Figure)]


def parts(sentence: Sentence) -> Iterator[Sum]:
    """The sums of a sentence's lists."""
    signs = [sentence.sign(n) for n in range(len(sentence.items))]
    if sum(sign in (FIGURE, PERCENT) for sign in signs) < 3 - (PERCENT in signs):
        return
    done: set[int] = set()
    for n, sign in enumerate(signs):
        if n in done or sign not in (FIGURE, PERCENT):
            continue
        if sign == FIGURE and n + 1 < len(signs) and (found := _opened(sentence, n)):
            done |= {sentence.items.index(figure) for figure in found.figures}
            yield found
            continue
        run = _run(sentence, n)
        if len(run.items) < 2:
            continue
        done |= set(run.items)
        found = _hundred(sentence, run) if sign == PERCENT else _closed(sentence, run)
        if found:
            yield found


def _same_kind(a: Figure, b: Figure) -> bool:
    return a.quantity.unit == b.quantity.unit and a.quantity.per == b.quantity.per


def _run(sentence: Sentence, first: int) -> _Run:
    """The list that begins with item ``first``."""
    head = cast(Figure, sentence.items[first])
    sign = sentence.sign(first)
    found, clean, rest = [first], not _NO_PART.match(sentence.after(first)), False
    before = sentence.after(first)
    for n in range(first + 1, min(len(sentence.items), first + 4 * _MOST)):
        item, after = sentence.items[n], sentence.after(n)
        left = bool(_REST.search(before))
        if isinstance(item, Figure) and n > first + 1 and _same_kind(head, item) and _is_total(sentence, n):
            break
        if (
            isinstance(item, Figure)
            and sentence.sign(n) == sign
            and _same_kind(head, item)
            and (left or _JOINS.search(before))
        ):
            if _NO_PART.match(after):
                clean = False
            else:
                found.append(n)
                rest = rest or left
            before = after
            if len(found) == _MOST:
                break
        elif isinstance(item, Figure):
            if not (before.endswith("(") and after.startswith(")")):
                clean = False
            before += after
        else:
            before += after
    reach = next(
        (n for n in range(found[-1] + 1, len(sentence.items)) if sentence.sign(n) == sign), len(sentence.items)
    )
    if any(_UNCOUNTED.search(sentence.after(n)) or _ONE_MORE.search(_listed(sentence, n)) for n in range(first, reach)):
        clean = False
    return _Run(tuple(found), clean, rest)


def _listed(sentence: Sentence, n: int) -> str:
    """The words after item ``n`` without those that lead to the next item."""
    return _REST.sub("", sentence.after(n)) if n + 1 < len(sentence.items) else sentence.after(n)


def _is_total(sentence: Sentence, n: int) -> bool:
    before = sentence.after(n - 1)
    return bool(
        _OVERALL_BEFORE.search(before) or _SO_FAR_BEFORE.search(before) or _OVERALL_AFTER.match(sentence.after(n))
    )


def _opened(sentence: Sentence, n: int) -> Sum | None:
    """The total at item ``n`` and the list after it."""
    whole, gap = sentence.items[n], sentence.after(n)
    first = sentence.items[n + 1]
    if not (isinstance(whole, Figure) and isinstance(first, Figure)) or sentence.sign(n + 1) != FIGURE:
        return None
    if not _same_kind(whole, first) or _NO_OPENING.match(gap) or ";" in gap:
        return None
    left = bool(_REST.search(gap))
    run = _run(sentence, n + 1)
    figures = run.figures(sentence)
    numbered = any(sentence.after(k).startswith(")") for k in run.items)
    if len(figures) < 2 or left or (numbered and not _BRACKET.search(gap)):
        return None  # "two reasons: 1) … and 2) …"
    before = sentence.after(n - 1) if n else sentence.shape[: sentence.places[0]]
    of_the = bool(_OF_THE.search(before)) and gap.rstrip().endswith(",")
    counted = not _UNCOUNTED.search(gap)
    closed = _closes(sentence, run, bracket=bool(_BRACKET.search(gap)))
    listed = bool(_COLON.search(gap) or _BRACKET.search(gap)) and closed
    made_of = bool(_MADE_OF.search(gap)) and closed
    certain = (
        run.clean and counted and (made_of or (of_the and run.rest) or (listed and (run.rest or _pair(sentence, run))))
    )
    if not (listed or made_of or of_the or _SIDE_BY_SIDE.search(gap)):
        return None
    return _sum(whole, figures, certain=certain, listed=(listed or made_of) and run.clean and counted)


def _closes(sentence: Sentence, run: _Run, *, bracket: bool) -> bool:
    """Whether the list is all that stands in its bracket, or up to the end of its sentence."""
    last = run.items[-1]
    for n in range(last, len(sentence.items)):
        after = sentence.after(n)
        if bracket and ")" in after and not after.startswith(")") | (n > last and after.startswith(")")):
            return True
        if bracket and ")" in after:
            return True
        if re.search(r";|[–—]", after):
            return not bracket
        if n + 1 < len(sentence.items) and isinstance(sentence.items[n + 1], Figure) and not after.endswith("("):
            return False
    return not bracket


def _pair(sentence: Sentence, run: _Run) -> bool:
    """Whether the two parts are of kinds that leave nothing else: men and women."""
    if len(run.items) != 2:
        return False
    one, two = (sentence.after(n) for n in run.items)
    if _ROLE.search(one) or _ROLE.search(two):
        return False
    return any((a.match(one) and b.match(two)) or (b.match(one) and a.match(two)) for a, b in _PAIRS)


def _closed(sentence: Sentence, run: _Run) -> Sum | None:
    """The list and the total after it."""
    k = next((n for n in range(run.items[-1] + 1, len(sentence.items)) if sentence.sign(n) != DATE), None)
    if k is None:
        return None
    whole = sentence.items[k]
    figures = run.figures(sentence)
    if not isinstance(whole, Figure) or not _same_kind(whole, figures[0]) or not _is_total(sentence, k):
        return None
    before = sentence.after(k - 1)
    alone = not any(isinstance(item, Figure) for item in sentence.items[: run.items[0]])
    certain = run.clean and alone and bool(_OVERALL_BEFORE.search(before))
    return _sum(whole, figures, certain=certain, listed=certain)


def _sum(whole: Figure, figures: list[Figure], *, certain: bool, listed: bool) -> Sum | None:
    claimed = sets_of(whole)
    computed: Sets = total(each.narrow for each in figures), total(each.wide for each in figures)
    result, a, b = tested(claimed, computed)
    exact = [middle(whole.narrow), *(each.exact for each in figures)]
    values = [value for value in exact if value is not None]
    odd = len(values) < len(exact) or not near(claimed[0], computed[0])
    if (odd and (result != "consistent" or not certain)) or (not certain and max(values[1:]) > values[0]):
        return None
    if not (certain or listed) and (result != "consistent" or values[0] < _LEAST or not _plain(whole, figures)):
        return None
    if result == "inconsistent" and not certain:
        result, a, b = "depends", claimed[0], computed[0]
        note = " (if the parts are all there are and have nothing in common)"
    else:
        note = " (if rounded)" if result == "depends" else ""
    working = f"{' + '.join(map(stated, figures))} = {number(middle(computed[0]), 12)}; stated {stated(whole)}{note}"
    return Sum(whole.quantity.span.start, "parts", result, (whole, *figures), (), a, b, working)


def _plain(whole: Figure, figures: list[Figure]) -> bool:
    """Whether no figure is blurred, and parts of a whole number are whole."""
    if any(each.quantity.approximate for each in (whole, *figures)):
        return False
    counted = whole.quantity.unit == "1" and whole.exact is not None and whole.exact.is_integer()
    return not counted or all(each.exact is not None and each.exact.is_integer() for each in figures)


_HUNDRED: Sets = (point(100.0), point(100.0))


def _hundred(sentence: Sentence, run: _Run) -> Sum | None:
    """Per cents that are all there is: a rest is named, or yes and no."""
    figures = run.figures(sentence)
    if any(each.quantity.trend or each.quantity.compared or each.exact is None for each in figures):
        return None
    finest = any(each.exact is not None and each.exact % 10 for each in figures)
    computed: Sets = (
        total(each.narrow for each in figures),
        total(each.narrow if finest else each.wide for each in figures),
    )
    result, a, b = tested(_HUNDRED, computed)
    sign_before = sentence.sign(run.items[0] - 1) if run.items[0] else ""
    middle_ = middle(computed[0]) or 0.0
    certain = run.clean and middle_ > 100 and (run.rest or _votes(sentence, run)) and not sign_before
    if result != "consistent" and not certain:
        return None
    if result == "consistent" and not (run.rest or len(figures) > 2 or _votes(sentence, run)):
        return None
    if not 50 <= middle_ <= 200:
        return None
    working = f"{' + '.join(map(stated, figures))} = {number(middle_, 12)} per cent; all is 100"
    working += " (if rounded)" if result == "depends" else ""
    return Sum(figures[0].quantity.span.start, "parts", result, tuple(figures), (), a, b, working)


def _votes(sentence: Sentence, run: _Run) -> bool:
    return any(
        _PAIRS[3][0].match(sentence.after(a)) and _PAIRS[3][1].match(sentence.after(b))
        for a, b in zip(run.items, run.items[1:], strict=False)
    )
