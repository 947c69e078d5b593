"""A series of evidence as a small picture: SVG that needs no script, and no style but its classes.

Bars for amounts, a line for levels; the rows that a check used are dark and those round them light, the period is
shaded, the claim is a line or a band. :mod:`onrecord.publish.plotted` says what is shown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

from markupsafe import Markup, escape

from onrecord.publish.characters import folded, plain, shortened
from onrecord.publish.figures import interval_words, number_words, rounded_words
from onrecord.publish.plotted import Guide, Point, by_column, days, guide, is_bars, points, scale, ticks, whisker
from onrecord.publish.words import number_of
from onrecord.record import Check, Evidence

__all__ = ["HEIGHT", "WIDTH", "caption", "chart"]

WIDTH, HEIGHT = 640, 240
TOP, BOTTOM, SIDE = 18, 208, 2  # of the plot, in the picture's own pixels
CHARACTER = 10  # of a label, at the size that it has on a narrow screen
MOST_WIDE = 80  # of a bar
MOST_NAMED = 5  # so many columns have room for a name each
MOST_NAME = 14  # code points of such a name
MOST_DATE = 24  # code points of a label at either end

Way: TypeAlias = Callable[[float], float]


def chart(check: Check, evidence: Evidence, key: str) -> Markup | None:
    """``evidence`` as one ``<svg>`` whose ids open with ``key``; None where it has no value to draw."""
    shown = points(evidence)
    if not shown:
        return None
    bars, claimed, columns = is_bars(check, evidence), guide(check, evidence), by_column(evidence)
    low, high = scale(_values(check, evidence), bars=bars)
    first, last = min(point.x0 for point in shown), max(point.x1 for point in shown)

    marks = {mark: rounded_words(mark) for mark in ticks(low, high)}
    edge = SIDE + 6 + CHARACTER * max(map(len, marks.values()))

    def x(day: float) -> float:
        return edge + min(max((day - first) / (last - first), 0), 1) * (WIDTH - SIDE - edge)

    def y(value: float) -> float:
        share = (value / 2 - low / 2) / (high / 2 - low / 2)  # halved: no difference of two floats is infinite then
        return BOTTOM - min(max(share, 0), 1) * (BOTTOM - TOP)

    parts = [f'<title id="{key}-t">{_words(f"{evidence.series}, {evidence.producer}")}</title>']
    parts.append(f'<desc id="{key}-d">{_words(_description(check, shown, claimed))}</desc>')
    period = days(check.reading.lo, check.reading.hi) if check.reading and not columns else None
    stretch: tuple[float, float] = (edge, WIDTH - SIDE)
    if period and period[0] < last and first < period[1]:
        left, right = x(period[0]), x(period[1])
        parts.append(_rect("period", left, TOP - 8, max(right - left, 1), BOTTOM - TOP + 8))
        # a sum is spread over its own period only; a level can be held against what came before it
        stretch = (left, right) if claimed and claimed.spread > 1 else stretch
    parts += [_line("grid", edge, y(mark), WIDTH - SIDE, y(mark)) for mark in marks]
    under, over = _guide(claimed, stretch, y, (low, high)) if claimed else ("", "")
    parts.append(under)
    parts += _bars(shown, x, y, min(max(0.0, low), high)) if bars else _curve(shown, x, y)
    parts.append(over)
    if held := whisker(check, evidence):
        point, lower, upper = held
        middle = x((point.x0 + point.x1) / 2)
        parts.append(_line("observed", middle, y(lower), middle, y(upper)))
    parts += [_label(edge - 6, y(mark) + 4, "end", words) for mark, words in marks.items()]
    parts += _axis(shown, x, columns)
    opening = f'<svg class="chart" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-labelledby="{key}-t {key}-d">'
    return Markup(f"{opening}{''.join(parts)}</svg>")  # noqa: S704  words are escaped, numbers are formatted here


def caption(check: Check, evidence: Evidence) -> tuple[tuple[str, str], ...]:
    """What the picture's signs mean, each with the class of its swatch: only those that are in it."""
    shown, claimed = points(evidence), guide(check, evidence)
    told = [("used", "rows that the check used")] if any(point.used for point in shown) else []
    if any(not point.used for point in shown):
        told.append(("round", "rows before and after"))
    if check.reading and not by_column(evidence) and days(check.reading.lo, check.reading.hi):
        told.append(("period", "the period that was read"))
    if claimed:
        told.append(("claimed", _guide_words(claimed)))
    if whisker(check, evidence):
        told.append(("observed", "what the evidence allows"))
    if shown and not is_bars(check, evidence) and scale(_values(check, evidence), bars=False)[0] > 0:
        told.append(("", "the scale does not start at 0"))
    return tuple(told)


def _values(check: Check, evidence: Evidence) -> list[float]:
    """All values that the picture has to hold."""
    claimed, held = guide(check, evidence), whisker(check, evidence)
    return [point.value for point in points(evidence)] + [*(claimed.ends if claimed else ())] + [*(held or ())[1:]]


def _guide_words(claimed: Guide) -> str:
    if claimed.spread == 1:
        return "what the claim allows"
    return f"what the claim allows, spread evenly over {claimed.spread:,} rows"


def _description(check: Check, shown: Sequence[Point], claimed: Guide | None) -> str:
    least, most = min(shown, key=lambda point: point.value), max(shown, key=lambda point: point.value)
    words = f"{number_of(len(shown), 'row')}, {shown[0].label} to {shown[-1].label}"
    words += f"; lowest {number_words(least.value)} ({least.label}), highest {number_words(most.value)} ({most.label})"
    if claimed:
        words += f"; {_guide_words(claimed)}: {interval_words(claimed.claimed)}"
    return f"{words}. The rows follow as a table."


def _bars(shown: Sequence[Point], x: Way, y: Way, base: float) -> Iterator[str]:
    for point in shown:
        left, right = x(point.x0), x(point.x1)
        gap = max(min((right - left) * 0.1, 3), (right - left - MOST_WIDE) / 2)
        top, foot = sorted((y(point.value), y(base)))
        kind = "bar used" if point.used else "bar"
        yield _rect(kind, left + gap, top, max(right - left - 2 * gap, 0.5), max(foot - top, 0.8), _hint(point))


def _curve(shown: Sequence[Point], x: Way, y: Way) -> Iterator[str]:
    steps, before = [], None
    for point in shown:
        joined = before is not None and point.place == before.place + 1
        steps.append(f"{'L' if joined else 'M'}{x((point.x0 + point.x1) / 2):.1f} {y(point.value):.1f}")
        before = point
    yield f'<path class="curve" d="{"".join(steps)}"/>'
    size = 4 if len(shown) <= 60 else 2
    for point in shown:
        kind, at = "dot used" if point.used else "dot", (point.x0 + point.x1) / 2
        radius = size if point.used else size / 2
        yield f'<circle class="{kind}" cx="{x(at):.1f}" cy="{y(point.value):.1f}" r="{radius}">{_hint(point)}</circle>'


def _guide(claimed: Guide, stretch: tuple[float, float], y: Way, ends: tuple[float, float]) -> tuple[str, str]:
    """The band, which lies under the rows, and its edges with their label, which lie over them."""
    interval, (left, right) = claimed.claimed, stretch
    top = y(ends[1] if interval.upper is None else interval.upper)
    foot = y(ends[0] if interval.lower is None else interval.lower)
    band = _rect("band", left, top, right - left, foot - top) if foot > top else ""
    edges = [_line("claimed", left, y(end), right, y(end)) for end in dict.fromkeys(claimed.ends)]
    at = top if interval.upper is not None else foot
    words = "claim" if claimed.spread == 1 else f"claim ÷ {claimed.spread:,}"
    # wherever the stretch ends, the words end inside the picture
    edges.append(_label(max(right - 4, 140), at - 6 if at > TOP + 12 else at + 17, "end", words, "claim"))
    return band, "".join(edges)


def _axis(shown: Sequence[Point], x: Way, columns: bool) -> Iterator[str]:
    foot = BOTTOM + 22
    if columns and len(shown) <= MOST_NAMED:
        for point in shown:
            yield _label(x((point.x0 + point.x1) / 2), foot, "middle", shortened(point.label, MOST_NAME))
        return
    if len(shown) == 1 or shown[0].label == shown[-1].label:
        yield _label((x(shown[0].x0) + x(shown[-1].x1)) / 2, foot, "middle", shortened(shown[0].label, MOST_DATE * 2))
        return
    yield _label(x(min(point.x0 for point in shown)), foot, "start", shortened(shown[0].label, MOST_DATE))
    yield _label(WIDTH - SIDE, foot, "end", shortened(shown[-1].label, MOST_DATE))


def _hint(point: Point) -> str:
    return f"<title>{_words(f'{point.label}: {number_words(point.value)}')}</title>"


def _words(text: str) -> str:
    return str(escape(folded(plain(text))))


def _label(x: float, y: float, anchor: str, text: str, kind: str = "tick") -> str:
    return f'<text class="{kind}" x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{_words(text)}</text>'


def _line(kind: str, x1: float, y1: float, x2: float, y2: float) -> str:
    return f'<line class="{kind}" x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}"/>'


def _rect(kind: str, x: float, y: float, width: float, height: float, inside: str = "") -> str:
    return f'<rect class="{kind}" x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}">{inside}</rect>'
