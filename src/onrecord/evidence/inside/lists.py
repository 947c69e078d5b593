"""Lists of figures: which figures stand side by side, whether anything else does, which one is their total."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import cast

from onrecord.evidence.inside.sentences import Figure, Sentence

__all__ = ["OVERALL_BEFORE", "REST", "UNCOUNTED", "Run", "closes", "is_total", "run_from", "same_kind"]

_MOST = 12
"""Parts that a list is read to."""
_JOINS = re.compile(
    r"(?:,|;| and| plus|,? as well as|,? along with)(?: and| plus| also| then| another| a further){0,3} ?$"
)
REST = re.compile(
    r"(?:,|;|\band) ?(?:and )?(?:(?:for|with) the remaining|the (?:other|remaining|rest|remainder)(?:,| of)?) ?$"
)
"""What says that the next figure is all that is left."""
_NO_PART = re.compile(
    r"^ ?(?:of (?:them|whom|which|the|those|these|its|their|all)\b|more\b|fewer\b|less\b|extra\b|times\b"
    r"|-?years?[ -]old|out of\b)"
)
OVERALL_BEFORE = re.compile(
    r"\b(?:for|making|makes|giving|gives|totalling|totaling|to make) (?:a |an |in )?"
    r"(?:combined |overall |grand )?total(?: of)? ?$"
)
_SO_FAR_BEFORE = re.compile(r"\b(?:a|the|its|their|overall|combined|grand|or|is|in) total (?:of|to|is|was|at) ?$")
_OVERALL_AFTER = re.compile(r"^[^,;:()\n]*,? ?\b(?:in all|in total|altogether|all told|all together)\b")
UNCOUNTED = re.compile(
    r"\b(?:one|half|halves|thirds?|quarters?|most|some|several|few|many|majority|minority|both|none|others?|another"
    r"|couple|dozens?|an? handful|zero|single|everyone|nobody)\b"
)
"""Parts that are no figures: where one stands among the others, the figures are not all."""
_ONE_MORE = re.compile(r"(?:,|\band|\bplus|\bwith)(?: also)? (?:an?|its|their|his|her|the)\b")


@dataclass(frozen=True, slots=True)
class Run:
    """A list of figures of one unit: the numbers of their items, whether anything else stands among them, what is said
    to be the rest."""

    items: tuple[int, ...]
    clean: bool
    rest: bool

    def figures(self, sentence: Sentence) -> list[Figure]:
        return [figure for figure in (sentence.items[n] for n in self.items) if isinstance(figure, Figure)]


def same_kind(a: Figure, b: Figure) -> bool:
    """Whether two figures are in one unit, and so can be added."""
    return a.quantity.unit == b.quantity.unit and a.quantity.per == b.quantity.per


def run_from(sentence: Sentence, first: int) -> Run:
    """The list that begins with item ``first``."""
    head = cast(Figure, sentence.items[first])
    sign = sentence.sign(first)
    found, clean, rest = [first], not _NO_PART.match(sentence.after(first)), False
    before = sentence.after(first)
    for n in range(first + 1, min(len(sentence.items), first + 4 * _MOST)):
        item, after = sentence.items[n], sentence.after(n)
        left = bool(REST.search(before))
        if isinstance(item, Figure) and n > first + 1 and same_kind(head, item) and is_total(sentence, n):
            break
        if (
            isinstance(item, Figure)
            and sentence.sign(n) == sign
            and same_kind(head, item)
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
    if any(UNCOUNTED.search(sentence.after(n)) or _ONE_MORE.search(_listed(sentence, n)) for n in range(first, reach)):
        clean = False
    return Run(tuple(found), clean, rest)


def _listed(sentence: Sentence, n: int) -> str:
    """The words after item ``n`` without those that lead to the next item."""
    return REST.sub("", sentence.after(n)) if n + 1 < len(sentence.items) else sentence.after(n)


def is_total(sentence: Sentence, n: int) -> bool:
    """Whether the text calls item ``n`` a total."""
    before = sentence.after(n - 1)
    return bool(
        OVERALL_BEFORE.search(before) or _SO_FAR_BEFORE.search(before) or _OVERALL_AFTER.match(sentence.after(n))
    )


def closes(sentence: Sentence, run: Run, *, bracket: bool) -> bool:
    """Whether the list is all that stands in its bracket, or up to the end of its sentence."""
    last = run.items[-1]
    for n in range(last, len(sentence.items)):
        after = sentence.after(n)
        if bracket and ")" in after:
            return True
        if re.search(r";|[–—]", after):
            return not bracket
        if n + 1 < len(sentence.items) and isinstance(sentence.items[n + 1], Figure) and not after.endswith("("):
            return False
    return not bracket
