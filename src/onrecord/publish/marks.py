"""The text with every span marked in it, as HTML.

Spans overlap and nest at will, elements only nest, so the text is cut at every boundary and each segment
carries one ``<mark>`` for each span over it. A mark's class names what it marks (``s`` source, ``u`` cue,
``c`` the content of a statement, ``o`` the content of another kind;
``n`` a quantity, ``t`` a time; ``k`` a claim that was checked, which is tinted, not underlined) and the lane of its
underline; its ``aria-describedby`` names the notes it belongs to, for a figure also its row in the table of figures.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from heapq import heappop, heappush
from types import MappingProxyType

from markupsafe import Markup, escape

from onrecord.publish.characters import inert
from onrecord.publish.checked import Finding
from onrecord.publish.held import Figure
from onrecord.publish.lines import Line
from onrecord.publish.passages import clip
from onrecord.publish.words import SIGNS
from onrecord.spans import Span

__all__ = ["MOST_COVER", "MOST_LANES", "marked", "part_id"]

# A segment shows the innermost spans and a mark the first owners up to this number, which keeps the page
# linear in its spans however they are piled up; people's texts nest two or three deep.
MOST_COVER = 8
MOST_LANES = 4


@dataclass(slots=True)
class _Mark:
    """One range underlined in one way, for one or several attributions (a source shared by two cues)."""

    span: Span
    letter: str
    owners: list[str] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    numbers: list[str] = field(default_factory=list)
    lane: int = 0
    underlined: bool = True

    def opening(self, segment: Span, new: bool) -> str:
        lane = f" l{min(self.lane, MOST_LANES - 1)}" if self.lane else ""
        ends = self.numbers and segment.end == self.span.end
        return (
            "<mark"
            + (f' id="{self.ids[0]}"' if new else "")
            + f' class="{self.letter}{lane}" aria-describedby="{" ".join(self.owners[:MOST_COVER])}"'
            + (' data-open=""' if not self.underlined and segment.start == self.span.start else "")
            + (f' data-n="{",".join(self.numbers[:MOST_COVER])}"' if ends else "")
            + ">"
            + (_anchors(self.ids[1:]) if new else "")
        )


def part_id(note_id: str, letter: str, number: int) -> str:
    """The id, in the page, of a span: ``q3-c2`` is the second content of ``q3``. ``number`` counts from 1."""
    return f"{note_id}-{letter}{number}"


def marked(
    text: str,
    all_passages: Sequence[Span],
    lines: Iterable[Line],
    note_ids: Mapping[int, str],
    figures: Mapping[str, Figure] = MappingProxyType({}),
    claims: Mapping[str, Finding] = MappingProxyType({}),
) -> tuple[Markup, ...]:
    """Each passage as HTML. Linear but for sorting.

    ``note_ids`` gives a line's note by the line's number; ``figures`` are by the id of their row, checked ``claims``
    by that of their note.
    """
    marks = _collect_claims(all_passages, claims)  # first, so that they lie round what starts and ends with them
    marks += _collect(all_passages, lines, note_ids) + _collect_figures(all_passages, figures, note_ids)
    marks.sort(key=lambda mark: (mark.span.start, -mark.span.end))
    starting: defaultdict[int, list[_Mark]] = defaultdict(list)
    for mark in marks:
        starting[mark.span.start].append(mark)
    cuts = {cut for mark in marks for cut in mark.span} | {cut for span in all_passages for cut in span}
    sweep = _Sweep(text, starting)
    ordered = sorted(cuts)
    position = 0
    result = []
    for passage in all_passages:
        pieces = []
        while position + 1 < len(ordered) and ordered[position + 1] <= passage.end:
            pieces.append(sweep.segment(Span(ordered[position], ordered[position + 1]), passage))
            position += 1
        result.append("".join(pieces))
    if result:
        result[-1] += sweep.left_over(ordered[position:])
    return tuple(Markup(html) for html in result)  # noqa: S704  text is escaped, ids are made here


class _Sweep:
    """One walk over the text; knows which marks cover the place it has come to."""

    def __init__(self, text: str, starting: Mapping[int, list[_Mark]]) -> None:
        self._text = text
        self._starting = starting
        self._active: dict[int, _Mark] = {}
        self._ends: list[tuple[int, int]] = []
        self._lanes: list[int] = []
        self._underlined = 0
        self._unplaced: dict[int, _Mark] = {}

    def segment(self, segment: Span, passage: Span) -> str:
        self._advance(segment.start)
        if segment.start < passage.start:
            return ""
        shown = list(self._innermost())[::-1]
        new = {id(mark) for mark in shown if self._unplaced.pop(id(mark), None)}
        opening = "".join(mark.opening(segment, id(mark) in new) for mark in shown)
        words = escape(inert(self._text[segment.start : segment.end]))
        return f"{self._place_rest()}{opening}{words}{'</mark>' * len(shown)}"

    def left_over(self, offsets: Iterable[int]) -> str:
        for offset in offsets:
            self._advance(offset)
        return self._place_rest()

    def _advance(self, offset: int) -> None:
        while self._ends and self._ends[0][0] <= offset:
            mark = self._active.pop(heappop(self._ends)[1])
            if mark.underlined:
                self._underlined -= 1
                heappush(self._lanes, mark.lane)
        for mark in self._starting.get(offset, ()):
            self._unplaced[id(mark)] = mark
            if mark.span.end > offset:
                if mark.underlined:
                    mark.lane = heappop(self._lanes) if self._lanes else self._underlined
                    self._underlined += 1
                self._active[id(mark)] = mark
                heappush(self._ends, (mark.span.end, id(mark)))

    def _innermost(self) -> Iterator[_Mark]:
        latest = reversed(self._active.values())
        for _ in range(MOST_COVER):
            mark = next(latest, None)
            if mark is None:
                return
            yield mark

    def _place_rest(self) -> str:
        """Ids of spans that have no mark of their own: empty ones, and those under too many others."""
        html = "".join(_anchors(mark.ids) for mark in self._unplaced.values())
        self._unplaced.clear()
        return html


def _collect_figures(
    all_passages: Sequence[Span], figures: Mapping[str, Figure], note_ids: Mapping[int, str]
) -> list[_Mark]:
    starts = [span.start for span in all_passages]
    return [
        _Mark(
            clip(figure.span, all_passages, starts),
            figure.letter,
            [note_ids[figure.line], row] if figure.line else [row],
            [f"{row}-m"],
        )
        for row, figure in figures.items()
    ]


def _collect_claims(all_passages: Sequence[Span], claims: Mapping[str, Finding]) -> list[_Mark]:
    starts = [span.start for span in all_passages]
    marks = []
    for note, finding in claims.items():
        result = finding.result.result if finding.result else "not_checked"
        parts = finding.claim.parts or (finding.claim.span,)
        for i, part in enumerate(parts):
            badge = [f"{SIGNS[result]} {finding.number}"] if i == len(parts) - 1 else []
            span = clip(part, all_passages, starts)
            id = part_id(note, "k", i + 1)
            marks.append(_Mark(span, f"k {result}", [note], [id], badge, underlined=False))
    return marks


def _anchors(ids: Iterable[str]) -> str:
    return "".join(f'<a id="{id}"></a>' for id in ids)


def _collect(all_passages: Sequence[Span], lines: Iterable[Line], note_ids: Mapping[int, str]) -> list[_Mark]:
    starts = [span.start for span in all_passages]
    marks: dict[tuple[Span, str], _Mark] = {}
    for line in lines:
        note = note_ids[line.number]
        content = "c" if line.is_statement else "o"
        spans = line.attribution
        for letter, parts in (("s", spans.source), ("u", spans.cue), (content, spans.content)):
            for i, part in enumerate(parts):
                span = clip(part, all_passages, starts)
                mark = marks.setdefault((span, letter), _Mark(span, letter))
                mark.owners.append(note)
                mark.ids.append(part_id(note, "c" if letter == "o" else letter, i + 1))
                if letter == content and i == len(parts) - 1:
                    mark.numbers.append(str(line.number))
    return list(marks.values())
