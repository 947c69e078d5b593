"""A record for the terminal: who, act, what, one block an attribution."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from io import StringIO
from typing import TextIO

from rich.console import Console
from rich.text import Text

from onrecord.publish.characters import folded, plain
from onrecord.publish.checked import findings, sums
from onrecord.publish.held import Figure, as_read, by_line, figures
from onrecord.publish.lines import Line, lines, statements_first
from onrecord.publish.terminal_checks import arithmetic_rows, evidence_rows
from onrecord.publish.words import (
    UNCLEAR,
    counts,
    degraded_words,
    language_words,
    number_of,
    published_words,
    title_words,
)
from onrecord.record import Document, Record

__all__ = ["console_on", "header", "render", "wants_colour"]

MOST_INDENT = 4  # nesting deeper than this is still said in words, but no longer indented


def wants_colour(stream: TextIO, environment: Mapping[str, str]) -> bool:
    """Whether to colour what goes to ``stream``: a terminal that can, without NO_COLOR (https://no-color.org)."""
    return stream.isatty() and not environment.get("NO_COLOR") and environment.get("TERM") != "dumb"


def render(record: Record, *, width: int, colour: bool, statements: bool = True) -> str:
    """``record`` as text of at most ``width`` columns (longer words are broken), ending in a newline.

    ``colour`` adds ANSI styles; :func:`wants_colour` says when to ask for them. Without ``statements`` it is what was
    checked and the sums only.
    """
    out = StringIO()
    console = console_on(out, width, colour)
    all_lines = lines(record)
    said, others = statements_first(all_lines)
    found = figures(record, all_lines)
    held = by_line(found)
    header(console, record)
    introduced: set[str] = set()
    for line in said if statements else ():
        _block(console, line, introduced, held.get(line.number, ()))
    if others and statements:
        _put(console, Text("Not statements, but believed, intended, decreed or shown", style="bold"))
        console.print()
    for line in others if statements else ():
        _block(console, line, introduced, held.get(line.number, ()))
    for row in (*evidence_rows(findings(record, all_lines)), *arithmetic_rows(sums(record, found))):
        _put(console, row.text, indent=row.indent, hanging=row.hanging, bar=row.bar)
    if not statements:
        return out.getvalue()
    _put(console, Text(counts(record), style="bold"))
    if outside := held.get(None):
        _put(console, Text(f"Outside what anyone said: {_tally(outside)}", style="dim"))
    return out.getvalue()


def console_on(out: TextIO, width: int, colour: bool) -> Console:
    """A console that writes to ``out`` and takes nothing from the environment."""
    return Console(
        file=out,
        width=max(width, 20),
        force_terminal=colour,
        color_system="standard" if colour else None,
        no_color=not colour,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )


def header(console: Console, record: Record) -> None:
    """Title, where it comes from, and what to know before relying on it."""
    document = record.document
    _put(console, Text(_shown(title_words(document)), style="bold"))
    _put(console, Text(_shown(_byline(document)), style="dim"))
    for message in [f"{w.message} ({w.code})" for w in record.warnings] + [*map(degraded_words, document.degraded)]:
        _put(console, Text.assemble(("! ", "bold yellow"), (_shown(message), "yellow")), hanging=2)
    console.print()


def _byline(document: Document) -> str:
    parts = [document.publisher, published_words(document), language_words(document.language)]
    return " · ".join(part for part in parts if part)


def _block(console: Console, line: Line, introduced: set[str], held: Sequence[Figure]) -> None:
    indent = min(line.depth, MOST_INDENT) * 2
    number = f"{line.number}  "
    body = indent + min(len(number), 4)
    head = Text.assemble((number, "dim"), _who(line, introduced), " · ", (line.act, "cyan"))
    _put(console, head, indent=indent, hanging=body - indent)
    content = " … ".join(line.parts)
    _put(
        console,
        Text(_shown(content)) if content else Text("nothing marked as said", style="dim"),
        indent=body,
    )
    _put(console, Text(_shown(_details(line)), style="dim"), indent=body)
    if told := [as_read(figure) for figure in held if figure.differs]:
        _put(console, Text(_shown("; ".join(told)), style="dim"), indent=body)
    console.print()


def _tally(outside: Sequence[Figure]) -> str:
    count = sum(figure.letter == "n" for figure in outside)
    kinds = (number_of(count, "quantity"), number_of(len(outside) - count, "time"))
    return ", ".join(words for words in kinds if not words.startswith("0 "))


def _who(line: Line, introduced: set[str]) -> Text:
    if line.speaker is None:
        return Text(UNCLEAR, style="italic")
    role = f", {_shown(line.role)}" if line.role and line.speaker.id not in introduced else ""
    introduced.add(line.speaker.id)
    return Text.assemble((_shown(line.speaker.name), "bold"), role)


def _details(line: Line) -> str:
    parts = [
        line.form,
        f"said {line.said}" if line.said else "",
        f"within {line.parent}" if line.parent else "",
        f"written “{line.written}”" if line.written else "",
    ]
    return " · ".join(part for part in parts if part)


def _shown(text: str) -> str:
    return folded(plain(text))


def _put(console: Console, text: Text, *, indent: int = 0, hanging: int = 0, bar: str = "") -> None:
    """Print ``text`` wrapped, each line after ``bar``; rich's own padding would fill every line up with spaces."""
    for line in _wrapped(console, text, indent, hanging, bar):
        console.print(line, soft_wrap=True)


def _wrapped(console: Console, text: Text, indent: int, hanging: int, bar: str) -> Iterator[Text]:
    room = max(console.width - indent - len(bar) - hanging, 8)
    for i, row in enumerate(text.wrap(console, room)):
        row.rstrip()
        yield Text.assemble(" " * indent, (bar, "dim"), " " * (hanging if i else 0)) + row
