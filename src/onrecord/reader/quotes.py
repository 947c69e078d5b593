"""Quotation marks, paired by rule.

Straight, curly, guillemets, German and TeX marks; single marks against apostrophes; quotations left open at a
paragraph's end and reopened in the next one. Any text is accepted: a mark that pairs with nothing is left alone.
One pass over the text, linear in its length.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from onrecord.spans import Span

__all__ = ["CLOSING", "INSIDE", "OPENING", "OUTSIDE", "Quotation", "paragraphs", "quotations", "states"]

OUTSIDE, OPENING, INSIDE, CLOSING = range(4)

# Each opening mark with the marks that may close it. German texts close „ with “, which English ones open with;
# texts that passed through several hands mix straight marks with curly ones.
_CLOSERS = {
    "“": '”"“',
    "„": "“”",
    "‟": "”",
    "«": "»",
    "»": "«",
    "‹": "›",
    "›": "‹",
    '"': '"”“',
    "``": "''",
    "''": "''",  # some newspapers' archives open with it too
    "‘": "’",
    "‚": "‘’",
    "'": "'",
}
_SINGLE = "‘’‚'"
_MARK = re.compile(r"``|''|[“”„‟«»‹›\"‘’‚']")
_BLANK_LINE = re.compile(r"\n[ \t\r\f\v]*\n\s*")
_LINE = re.compile(r"\n\s*")


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation from its opening to its closing mark, both included.

    ``closed`` is False where the paragraph ends first; ``continues`` is True where the quotation before was left
    open and this one reopens it in the next paragraph; ``depth`` is 0 for an outermost quotation.
    """

    span: Span
    opening: int
    closing: int
    closed: bool
    depth: int
    continues: bool = False

    @property
    def inner(self) -> Span:
        """The words between the marks."""
        return Span(self.span.start + self.opening, self.span.end - self.closing)


def paragraphs(text: str) -> Iterator[Span]:
    """The paragraphs of ``text``: what blank lines part, or single lines where there is no blank line."""
    breaks = _BLANK_LINE if _BLANK_LINE.search(text) else _LINE
    start = 0
    for gap in breaks.finditer(text):
        if gap.start() > start:
            yield Span(start, gap.start())
        start = gap.end()
    if start < len(text):
        yield Span(start, len(text))


def quotations(text: str) -> tuple[Quotation, ...]:
    """All quotations of ``text``, nested ones included, ordered by start."""
    found: list[Quotation] = []
    left_open: str | None = None
    for paragraph in paragraphs(text):
        here, still_open = _pair(text, paragraph)
        if here and left_open and here[0].span.start == paragraph.start and _mark_at(text, here[0]) == left_open:
            here[0] = replace(here[0], continues=True)
        found += here
        left_open = still_open
    return tuple(found)


def states(text: str, found: tuple[Quotation, ...]) -> bytearray:
    """One byte a code point: outside an outermost quotation, on its opening mark, inside, or on its closing mark."""
    out = bytearray(len(text))
    for quotation in found:
        if quotation.depth == 0:
            (start, end), inner = quotation.span, quotation.inner
            out[start : inner.start] = bytes([OPENING]) * quotation.opening
            out[inner.start : inner.end] = bytes([INSIDE]) * (inner.end - inner.start)
            out[inner.end : end] = bytes([CLOSING]) * quotation.closing
    return out


def _mark_at(text: str, quotation: Quotation) -> str:
    return text[quotation.span.start : quotation.inner.start]


def _pair(text: str, paragraph: Span) -> tuple[list[Quotation], str | None]:
    """The quotations of one paragraph, and the mark of an outermost one that it leaves open."""
    marks = [m for m in _MARK.finditer(text, paragraph.start, paragraph.end) if not _apostrophe(text, m)]
    last = {mark: i for i, m in enumerate(marks) for mark in (m[0],)}
    stack: list[tuple[re.Match[str], int]] = []
    pairs: list[tuple[re.Match[str], re.Match[str] | None, int]] = []
    for i, mark in enumerate(marks):
        level = _closes(text, stack, mark)
        if level is not None:
            for lost in stack[level + 1 :]:
                if lost[0][0] not in _SINGLE:
                    pairs.append((lost[0], mark, lost[1]))
            opening, depth = stack[level]
            pairs.append((opening, mark, depth))
            del stack[level:]
        elif _opens(text, mark) and (mark[0] not in _SINGLE or _closer_ahead(mark[0], i, last)):
            stack.append((mark, len(stack)))
    # A double mark left open runs to the paragraph's end; a single one is more often a stray apostrophe.
    open_marks = [(m, depth) for m, depth in stack if m[0] not in _SINGLE]
    pairs += [(mark, None, depth) for mark, depth in open_marks]
    made = sorted((_quotation(text, paragraph, *pair) for pair in pairs), key=lambda q: (q.span.start, -q.span.end))
    return _depths(made), open_marks[0][0][0] if open_marks else None


def _quotation(
    text: str, paragraph: Span, opening: re.Match[str], closing: re.Match[str] | None, depth: int
) -> Quotation:
    length = len(opening[0])
    if closing is None:
        end = paragraph.start + len(text[paragraph.start : paragraph.end].rstrip())
        return Quotation(Span(opening.start(), max(end, opening.end())), length, 0, False, depth)
    if _CLOSERS[opening[0]].find(closing[0]) < 0:  # an inner quotation that its outer one's mark ends
        return Quotation(Span(opening.start(), closing.start()), length, 0, False, depth)
    return Quotation(Span(opening.start(), closing.end()), length, len(closing[0]), True, depth)


def _depths(made: list[Quotation]) -> list[Quotation]:
    """Depth by containment: dropping stray marks can leave an inner quotation without its outer one."""
    out: list[Quotation] = []
    ends: list[int] = []
    for quotation in made:
        while ends and ends[-1] <= quotation.span.start:
            ends.pop()
        out.append(replace(quotation, depth=len(ends)))
        ends.append(quotation.span.end)
    return out


def _apostrophe(text: str, mark: re.Match[str]) -> bool:
    """An apostrophe or a prime rather than a quotation mark."""
    if mark[0] not in "’'\"":
        return False
    before, after = text[mark.start() - 1 : mark.start()], text[mark.end() : mark.end() + 1]
    if mark[0] == '"':
        return before.isdigit() and after.isdigit()
    if before.isalnum() and after.isalnum():
        return True
    return not before.isalnum() and after.isdigit() and text[mark.end() + 2 : mark.end() + 3] == "s"  # the ’90s


def _opens(text: str, mark: re.Match[str]) -> bool:
    symbol = mark[0]
    before, after = text[mark.start() - 1 : mark.start()], text[mark.end() : mark.end() + 1]
    free = not after.isspace() and after != "" and not before.isalnum()
    if symbol in ("’", "”"):
        return False
    if symbol in "»›«‹'\"":
        return free and (symbol not in "'\"" or before not in ".,;:!?" or before == "")
    if symbol == "“":
        return after != ""
    return free


def _closes(text: str, stack: list[tuple[re.Match[str], int]], mark: re.Match[str]) -> int | None:
    """The level of the open quotation that ``mark`` closes, or None."""
    before, after = text[mark.start() - 1 : mark.start()], text[mark.end() : mark.end() + 1]
    symbol = mark[0]
    if symbol in "‘“" and after.isalnum() and not before.isalnum():
        return None
    if symbol in _SINGLE and (after.isalnum() or before.isspace()):
        return None
    if symbol == '"' and (before.isspace() or before in "([—–") and not (after.isspace() or after in ".,;:!?)"):
        return None
    for level in range(len(stack) - 1, -1, -1):
        if symbol in _CLOSERS[stack[level][0][0]]:
            return level
        if stack[level][0][0] not in _SINGLE and symbol in _SINGLE:
            return None  # a single mark never closes past a double one
    return None


def _closer_ahead(symbol: str, index: int, last: dict[str, int]) -> bool:
    return any(last.get(closer, -1) > index for closer in _CLOSERS[symbol])
