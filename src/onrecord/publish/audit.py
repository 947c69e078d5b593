"""An audit for the terminal: what is the same with the names swapped, by swap and by actor, and what is not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from io import StringIO

from rich.text import Text

from onrecord.audit.compare import Count, Kind
from onrecord.audit.report import Report, Told
from onrecord.publish.characters import folded, plain
from onrecord.publish.tables import table, unpadded
from onrecord.publish.terminal import console_on

__all__ = ["render"]

_BY_SWAP: tuple[Kind, ...] = ("attributions", "roles", "quantities", "times")
_CHECKED: tuple[Kind, ...] = ("checks", "results", "apart")
_NUMBERS = ("identical", "of", "per cent", "count", "records", *_BY_SWAP, *_CHECKED)
_NAMES = {"apart": "checks and results of other claims"}
_LONGEST = 160  # characters of one side of a difference


def render(report: Report, *, differences: int, width: int, colour: bool) -> str:
    """``report`` as tables and the first ``differences`` differences, at most ``width`` columns wide."""
    out = StringIO()
    console = console_on(out, width, colour)
    if not report.swapped:
        console.print(Text("Nothing was swapped, so nothing can be said.", style="bold"))
    else:
        kinds = report.total.kinds
        checked = any(kinds[kind].all for kind in _CHECKED)
        rows = [_row("records", report.total.records)]
        rows += [_row(_NAMES.get(kind, kind), n) for kind, n in kinds.items() if checked or kind not in _CHECKED]
        console.print(table("Identical with the names swapped", ("", "identical", "of", "per cent"), rows, _NUMBERS))
        columns: tuple[Kind, ...] = ("attributions", "quantities", "checks", "results") if checked else _BY_SWAP
        swaps = [(label, *_swap(each.records, each.kinds, columns)) for label, each in report.swaps.items()]
        console.print(table("By swap, per cent", ("swap", "records", *columns), swaps, _NUMBERS))
        if report.actors:
            said = [_row(actor, count) for actor, count in report.actors.items()]
            console.print(table("What each actor says", ("actor", "identical", "of", "per cent"), said, _NUMBERS))
    if report.differences:
        causes = [(kind, cause, f"{count:,}") for (kind, cause), count in report.causes.items()]
        console.print(table("Differences", ("item", "cause", "count"), causes, _NUMBERS))
        for line in _told(report, differences):
            console.print(Text(line), soft_wrap=True)
    if report.skipped:
        left = [(reason, f"{count:,}") for reason, count in report.skipped.items()]
        console.print(table("Not swapped, and counted nowhere above", ("why", "count"), left, _NUMBERS))
    return unpadded(out.getvalue())


def _row(name: str, count: Count) -> tuple[str, ...]:
    return name, f"{count.same:,}", f"{count.all:,}", _share(count)


def _swap(records: Count, kinds: Mapping[Kind, Count], columns: Sequence[Kind]) -> tuple[str, ...]:
    return (f"{records.same} of {records.all}", *(_share(kinds[kind]) for kind in columns))


def _share(count: Count) -> str:
    share = count.share
    return "–" if share is None else f"{share:.1f}"


def _told(report: Report, most: int) -> Iterator[str]:
    for told in report.differences[:most]:
        yield from _difference(told)
        yield ""
    if left := len(report.differences) - most if most < len(report.differences) else 0:
        yield f"{left:,} more; --differences N shows more of them, --format json all"


def _difference(told: Told) -> Iterator[str]:
    difference = told.difference
    yield f"{_line(told.document)} · {told.swap} · {difference.kind}: {difference.cause}"
    yield f"  {_line(difference.text)}"
    if difference.first is None or difference.second is None:
        yield f"  in the {'second' if difference.first is None else 'first'} reading only"
        return
    for name, first in difference.first.items():
        yield f"  {name}: {_line(first) or 'none'} → {_line(difference.second[name]) or 'none'}"


def _line(text: str) -> str:
    shown = folded(plain(text))
    return shown if len(shown) <= _LONGEST else f"{shown[:_LONGEST]}…"
