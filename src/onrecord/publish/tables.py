"""One part of a record as a plain table for the terminal: ``onrecord read --only``."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from io import StringIO

from rich import box
from rich.table import Table
from rich.text import Text

from onrecord.api import Part
from onrecord.publish.casts import identity_words, place_words, tallies, terms
from onrecord.publish.characters import folded, plain
from onrecord.publish.checked import Finding, findings, kind_words, status_words, sums
from onrecord.publish.held import Figure, figures
from onrecord.publish.lines import lines
from onrecord.publish.terminal import console_on, header
from onrecord.publish.words import UNCLEAR, role_words
from onrecord.record import Record

__all__ = ["render", "table", "unpadded"]

NUMBERS = ("no.", "says", "claim")  # heads of columns of figures

Rows = tuple[Sequence[str], Sequence[Sequence[str]]]


def render(record: Record, only: Sequence[Part], *, width: int, colour: bool) -> str:
    """The header of ``record`` and a table of each of the parts, at most ``width`` columns wide."""
    wide = StringIO()
    console = console_on(wide, width, colour)
    header(console, record)
    for part in only:
        heads, rows = _PARTS[part](record)
        if rows:
            console.print(table(part.capitalize(), heads, rows))
        else:
            console.print(Text(f"No {part} found", style="bold"))
        console.print()
        if part == "actors" and record.characterising:
            console.print(table("Terms for others", *_terms(record)))
            console.print()
    return unpadded(wide.getvalue())


def table(title: str, heads: Sequence[str], rows: Sequence[Sequence[str]], right: Collection[str] = NUMBERS) -> Table:
    """A plain table; the columns headed by one of ``right`` are numbers."""
    made = Table(title=title, title_justify="left", title_style="bold", box=box.SIMPLE_HEAD, pad_edge=False)
    for head in heads:
        made.add_column(head, overflow="fold", justify="right" if head in right else "left")
    for row in rows:
        made.add_row(*(Text(folded(plain(cell))) for cell in row))
    return made


def unpadded(text: str) -> str:
    """``text`` without the blanks that rich fills lines up with, and without one empty line after another."""
    shown = [row.rstrip() for row in text.splitlines()]
    return "\n".join(row for row, before in zip(shown, ["", *shown], strict=False) if row or before) + "\n"


def _quantities(record: Record) -> Rows:
    found = [figure for figure in figures(record, ()) if figure.letter == "n"]
    return ("as written", "as read", "of what"), [(f.written, f.read, "; ".join(f.bearing)) for f in found]


def _times(record: Record) -> Rows:
    found = [figure for figure in figures(record, ()) if figure.letter == "t"]
    return ("as written", "as read"), [(f.written, _read(f)) for f in found]


def _read(figure: Figure) -> str:
    return "; ".join((figure.read, *figure.bearing))


def _attributions(record: Record) -> Rows:
    rows = [
        (
            str(line.number),
            line.speaker.name if line.speaker else line.written or UNCLEAR,
            line.act,
            " … ".join(line.parts),
        )
        for line in lines(record)
    ]
    return ("no.", "who", "act", "what"), rows


def _actors(record: Record) -> Rows:
    known = {actor.id: actor for actor in record.actors}
    says = tallies(record)
    rows = []
    for actor in record.actors:
        statements = says[actor.id]["statement"] if actor.id in says else 0
        told = [*(role_words(role, known) for role in actor.roles), place_words(actor), identity_words(actor)]
        rows.append((actor.name, actor.kind, str(statements or ""), "; ".join(dict.fromkeys(filter(None, told)))))
    return ("name", "kind", "says", "as what, where, who"), rows


def _terms(record: Record) -> Rows:
    rows = [(term.written, term.who, str(term.line or ""), term.means) for term in terms(record, lines(record))]
    return ("term", "said by", "no.", "whom it means by your tables"), rows


def _claims(record: Record) -> Rows:
    found = _findings(record)
    rows = [(str(f.number), f.who, kind_words(f.claim), status_words(f), f.words) for f in found]
    if all(f.claim.worthiness is None for f in found):
        return ("no.", "who", "kind", "result", "what"), rows
    score = {row[0]: f.claim.worthiness or 0.0 for row, f in zip(rows, found, strict=True)}
    rows.sort(key=lambda row: -score[row[0]])
    listed = [(row[0], f"{score[row[0]]:.2f}", *row[1:]) for row in rows]
    return ("no.", "worthiness", "who", "kind", "result", "what"), listed


def _checks(record: Record) -> Rows:
    rows = [
        (str(f.number), looked.word, looked.looked_up, "; ".join(looked.producers), looked.check.working)
        for f in _findings(record)
        for looked in f.checks
    ]
    return ("claim", "result", "looked up", "figures by", "working"), rows


def _arithmetic(record: Record) -> Rows:
    rows = [(str(s.number), s.word, s.kind, s.sum.working) for s in sums(record, figures(record, ()))]
    return ("no.", "result", "kind", "sum"), rows


def _findings(record: Record) -> Sequence[Finding]:
    return findings(record, lines(record))


_PARTS: dict[Part, Callable[[Record], Rows]] = {
    "attributions": _attributions,
    "quantities": _quantities,
    "times": _times,
    "actors": _actors,
    "claims": _claims,
    "checks": _checks,
    "arithmetic": _arithmetic,
}
