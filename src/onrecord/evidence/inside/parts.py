"""Parts and their total: lists of figures that the text adds up, and shares that must come to a hundred."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Literal, TypeAlias

from onrecord.evidence.inside.lists import OVERALL_BEFORE, REST, UNCOUNTED, Run, closes, is_total, run_from, same_kind
from onrecord.evidence.inside.sentences import DATE, FIGURE, LENGTH, OFTEN, PERCENT, Figure, Sentence
from onrecord.evidence.inside.sets import point, total
from onrecord.evidence.inside.sums import Sets, Sum, middle, near, number, sets_of, stated, tested

__all__ = ["parts"]

_Sure: TypeAlias = Literal["whole", "apart", "listed", "beside"]
"""How sure the text makes it that the parts make the total: they are all of it; they have nothing in common but may not
be all; they are listed after it; they only stand beside it."""
_LEAST = 10
"""Totals below this come about by chance too often for figures that only stand side by side."""

_NO_OPENING = re.compile(r"^ ?(?:more|fewer|less|times)\b")
_COLON = re.compile(r"(?::|[–—]| --?) ?(?:some |just )?$")
_BRACKET = re.compile(r"\($")
_MADE_OF = re.compile(
    r"\b(?:(?:made up|composed) of|consist(?:s|ed|ing) of|compris(?:es|ed|ing)"
    r"|(?:divided|split) between)(?: the)? ?:? ?$"
)
_SIDE_BY_SIDE = re.compile(r"(?:,|\bincluding|\bincluded|\bof (?:whom|which|these|those)) ?$")
_OF_THE = re.compile(r"\bof (?:the|its|their|his|her|our|those|these|all|all the)(?: total of)? ?$")
_ROLE = re.compile(r"\b(?:rest|remain|others?|unknown|unidentified|unspecified|missing|undecided|not known)")


_GOES_ON = re.compile(
    r"\W{0,9}(?:the (?:rest|remain|others?\b)|others?\b|another\b|one\b|some\b|a further\b|there (?:is|was))"
)
"""How a sentence begins that names more parts: "The rest did not say"."""


def _kinds(*pairs: tuple[str, str]) -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    return tuple((re.compile(rf"^ ?(?:{a})\b"), re.compile(rf"^ ?(?:{b})\b")) for a, b in pairs)


_ALL = _kinds(("males?", "females?"), ("boys", "girls"), ("adults?", "children|minors"))
"""Kinds that leave nothing else, and have nothing in common."""
_APART = _kinds(("men|male", "women|female"), *((a, b) for a in ("men", "women") for b in ("children", "minors")))
"""Kinds that have nothing in common; beside men and women there may be children."""
_FOR = re.compile(r"^ (?:voted |votes? |were |was )?(?:for|in favou?r|yes)(?: it)?(?:,| and|, and)? ?$")
_AGAINST = re.compile(r"^ (?:voted |votes? |were |was )?(?:against|opposed|no)(?: it)?(?:[,.;]| and|$)")


def parts(sentence: Sentence, following: str = "") -> Iterator[Sum]:
    """The sums of a sentence's lists; ``following`` is how the text goes on, which may name more parts."""
    signs = [sentence.sign(n) for n in range(len(sentence.items))]
    if sum(sign in (FIGURE, PERCENT) for sign in signs) < 3 - (PERCENT in signs):
        return
    more = bool(_GOES_ON.match(following.lower()))
    done: set[int] = set()
    for n, sign in enumerate(signs):
        if n in done or sign not in (FIGURE, PERCENT):
            continue
        if sign == FIGURE and n + 1 < len(signs) and (found := _opened(sentence, n, more=more)):
            done |= {sentence.items.index(figure) for figure in found.figures}
            yield found
            continue
        run = run_from(sentence, n)
        if len(run.items) < 2:
            continue
        done |= set(run.items)
        found = _hundred(sentence, run) if sign == PERCENT else _closed(sentence, run)
        if found:
            yield found


def _opened(sentence: Sentence, n: int, *, more: bool) -> Sum | None:
    """The total at item ``n`` and the list after it."""
    k = next((k for k in range(n + 1, len(sentence.items)) if sentence.sign(k) != DATE), n)
    whole, first = sentence.items[n], sentence.items[k]
    if not (isinstance(whole, Figure) and isinstance(first, Figure)) or sentence.sign(k) != FIGURE or k == n:
        return None
    gap = " ".join(sentence.after(each) for each in range(n, k))
    if not same_kind(whole, first) or _NO_OPENING.match(gap) or ";" in gap:
        return None
    left = bool(REST.search(gap))
    run = run_from(sentence, k)
    figures = run.figures(sentence)
    numbered = any(sentence.after(k).startswith(")") for k in run.items)
    if len(figures) < 2 or left or (numbered and not _BRACKET.search(gap)):
        return None  # "two reasons: 1) … and 2) …"
    before = sentence.after(n - 1) if n else sentence.shape[: sentence.places[0]]
    of_the = bool(_OF_THE.search(before)) and gap.rstrip().endswith(",")
    counted = not UNCOUNTED.search(gap)
    closed = closes(sentence, run, bracket=bool(_BRACKET.search(gap)))
    listed = bool(_COLON.search(gap) or _BRACKET.search(gap)) and closed
    made_of = bool(_MADE_OF.search(gap)) and closed
    if not (listed or made_of or of_the or _SIDE_BY_SIDE.search(gap)):
        return None
    sure: _Sure = "listed" if listed and run.clean and counted else "beside"
    if run.clean and counted and not more:
        if made_of or (run.rest and (of_the or listed)):
            sure = "whole"
        elif listed:
            sure = _pair(sentence, run) or sure
    return _sum(whole, figures, sure)


def _pair(sentence: Sentence, run: Run) -> _Sure | None:
    """How sure the kinds of the parts make it: men and women have nothing in common."""
    words = [sentence.after(n) for n in run.items]
    if any(map(_ROLE.search, words)):
        return None

    def of(kinds: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...], one: str, two: str) -> bool:
        return any((a.match(one) and b.match(two)) or (b.match(one) and a.match(two)) for a, b in kinds)

    if len(words) == 2 and of(_ALL, *words):
        return "whole"
    apart = all(of((*_ALL, *_APART), one, two) for n, one in enumerate(words) for two in words[n + 1 :])
    return "apart" if apart else None


def _closed(sentence: Sentence, run: Run) -> Sum | None:
    """The list and the total after it."""
    k = next((n for n in range(run.items[-1] + 1, len(sentence.items)) if sentence.sign(n) != DATE), None)
    if k is None:
        return None
    whole = sentence.items[k]
    figures = run.figures(sentence)
    if not isinstance(whole, Figure) or not same_kind(whole, figures[0]) or not is_total(sentence, k):
        return None
    alone = not any(isinstance(item, Figure) for item in sentence.items[: run.items[0]])
    timeless = not any(sign in sentence.shape for sign in (DATE, LENGTH, OFTEN))  # not "a total of 95 km this week"
    sure = run.clean and alone and timeless and bool(OVERALL_BEFORE.search(sentence.after(k - 1)))
    return _sum(whole, figures, "whole" if sure else "beside")


def _sum(whole: Figure, figures: list[Figure], sure: _Sure) -> Sum | None:
    claimed = sets_of(whole)
    computed: Sets = total(each.narrow for each in figures), total(each.wide for each in figures)
    result, a, b = tested(claimed, computed)
    stated_total, sum_of = middle(whole.narrow), middle(computed[0])
    if stated_total is None or sum_of is None or any(each.exact is None for each in figures):
        return None
    if result != "consistent" and not near(claimed[0], computed[0]):
        return None
    if sure not in ("whole", "apart") and max(each.exact or 0.0 for each in figures) > stated_total:
        return None
    if sure == "beside" and (result != "consistent" or stated_total < _LEAST or not _plain(whole, figures)):
        return None
    note = " (if rounded)" if result == "depends" else ""
    if result == "inconsistent" and not (sure == "whole" or (sure == "apart" and sum_of > stated_total)):
        result, a, b = "depends", claimed[0], computed[0]
        note = " (unless the parts are not all, or have something in common)"
    working = f"{' + '.join(map(stated, figures))} = {number(sum_of, 12)}; stated {stated(whole)}{note}"
    return Sum(whole.quantity.span.start, "parts", result, (whole, *figures), (), a, b, working)


def _plain(whole: Figure, figures: list[Figure]) -> bool:
    """Whether no figure is blurred, and parts of a whole number are whole."""
    if any(each.quantity.approximate for each in (whole, *figures)):
        return False
    counted = whole.quantity.unit == "1" and whole.exact is not None and whole.exact.is_integer()
    return not counted or all(each.exact is not None and each.exact.is_integer() for each in figures)


_HUNDRED: Sets = (point(100.0), point(100.0))


def _hundred(sentence: Sentence, run: Run) -> Sum | None:
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
    one_whole = not any(each.quantity.share_of for each in figures[1:])  # not "40% of adults and 60% of children"
    certain = run.clean and one_whole and middle_ > 100 and (run.rest or _votes(sentence, run)) and not sign_before
    if result != "consistent" and not certain:
        return None
    if result == "consistent" and not (run.rest or len(figures) > 2 or _votes(sentence, run)):
        return None
    if not 50 <= middle_ <= 200:
        return None
    working = f"{' + '.join(map(stated, figures))} = {number(middle_, 12)} per cent; all is 100"
    working += " (if rounded)" if result == "depends" else ""
    return Sum(figures[0].quantity.span.start, "parts", result, tuple(figures), (), a, b, working)


def _votes(sentence: Sentence, run: Run) -> bool:
    """Whether they are votes for and against one thing."""
    return any(_FOR.match(sentence.after(a)) and _AGAINST.match(sentence.after(b)) for a, b in pairwise(run.items))
