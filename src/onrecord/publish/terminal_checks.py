"""What was checked, and the sums of the text, as rows for the terminal.

The text's words stand in quotation marks, as everywhere; what the program found stands behind a bar. A result has its
sign, its word and its colour, and the same look whoever makes the claim.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.text import Text

from onrecord.publish.characters import folded, plain, shortened
from onrecord.publish.checked import Finding, Looked, Sum, checked, tally
from onrecord.publish.words import number_of, result_word, result_words
from onrecord.record import Result

__all__ = ["Row", "arithmetic_rows", "evidence_rows"]

BAR = "│ "
MOST_DEFINED = 200  # code points of a definition; the report and the record have the whole
# neither green nor red: a result is no praise and no blame
STYLES: dict[Result, str] = {
    "consistent": "bold cyan",
    "inconsistent": "bold magenta",
    "depends": "bold yellow",
    "not_checked": "bold",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One row before it is wrapped; rows of the program's own words stand after ``bar``. No text: an empty line."""

    text: Text
    indent: int = 0
    hanging: int = 0
    bar: str = ""


def evidence_rows(found: Sequence[Finding]) -> Iterator[Row]:
    """The section "Checked against evidence"; nothing where no claim has a result."""
    told, left = checked(found), tally(found)
    if not told and not left:
        return
    yield Row(Text("Checked against evidence", style="bold"))
    yield Row(Text())
    for finding in told:
        yield from _finding(finding)
    if left:
        yield Row(Text(_shown(left)))
        yield Row(Text())


def arithmetic_rows(found: Sequence[Sum]) -> Iterator[Row]:
    """The section "Arithmetic in the text"; nothing where there is no sum."""
    if not found:
        return
    yield Row(Text("Arithmetic in the text", style="bold"))
    yield Row(Text())
    for one in found:
        written = ", ".join(f"“{figure.written}”" for figure in one.figures)
        yield Row(Text(_shown(written or one.kind)), indent=2)
        yield _machine(Text.assemble((one.word, STYLES[one.sum.result]), f"  {one.sentence}"), 2)
        yield _machine(Text(_shown(f"{one.kind}: {one.sum.working}")), 2)
        yield Row(Text())


def _finding(finding: Finding) -> Iterator[Row]:
    result = finding.result
    if result is None:
        return
    number = f"claim {finding.number}  "
    yield Row(Text.assemble((number, "dim"), _quoted(finding.words)), hanging=2)
    where = f" · no. {finding.line}" if finding.line else ""
    yield Row(Text.assemble((_shown(finding.who), "bold"), (where, "dim")), indent=2)
    sentence = result_words(result.result, result.reason)
    yield _machine(Text.assemble((result_word(result.result), STYLES[result.result]), f"  {sentence}"), 2)
    compared, left = finding.compared, finding.left
    if len(compared) != 1 or _shown(result.working) != _shown(compared[0].check.working):
        yield from _optional(result.working, 2)
    if len(compared) > 1:
        yield _machine(Text(number_of(len(compared), "reading"), style="dim"), 2)
    if len(compared) == 1:
        yield from _alone(compared[0])
    else:
        yield from _several(compared)
    for told in dict.fromkeys(_told(looked) for looked in left):
        yield _machine(Text.assemble((result_word("not_checked"), STYLES["not_checked"]), f"  {told}"), 4)
    yield Row(Text())


def _alone(looked: Looked) -> Iterator[Row]:
    """The only reading, with all that it rests on."""
    if looked.check.reading:
        yield _machine(Text(_shown(looked.looked_up)), 4)
    yield from _optional(looked.check.working, 6)
    if looked.producers:
        yield from _optional(f"figures by {'; '.join(looked.producers)}", 6, "dim")
    if looked.definition:
        yield from _optional(f"counted: {shortened(looked.definition, MOST_DEFINED)}", 6, "dim")
    told = [*filter(None, [looked.period]), *(f"supposes {line}" for line in looked.assumed)]
    yield from _optional("; ".join(told), 6, "dim")
    if not looked.counted:
        yield from _optional("not part of the result", 6, "dim")


def _several(compared: Sequence[Looked]) -> Iterator[Row]:
    """Several readings: what was looked up and supposed once, and below it a line for each producer's figures."""
    groups: dict[tuple[str, tuple[str, ...], bool], list[Looked]] = {}
    for looked in compared:
        groups.setdefault((looked.looked_up, looked.assumed, looked.counted), []).append(looked)
    for (looked_up, assumed, counted), some in groups.items():
        supposed = "".join(f"; supposes {line}" for line in assumed)
        yield _machine(Text(_shown(looked_up + supposed + ("" if counted else "; not part of the result"))), 4)
        whose = [looked.producers for looked in some]
        for looked in some:
            yield _machine(
                Text.assemble((looked.word, STYLES[looked.check.result]), f"  {_shown(looked.check.working)}"), 6
            )
            unnamed = [name for name in looked.producers if name not in looked.check.working]
            yield from _optional(f"figures by {'; '.join(unnamed)}" if unnamed else "", 8, "dim")
            if looked.definition and whose.count(looked.producers) > 1:  # the definition is what tells them apart
                yield from _optional(f"counted: {shortened(looked.definition, MOST_DEFINED)}", 8, "dim")


def _told(looked: Looked) -> str:
    """Why a reading was not compared, after whose figures it would have been compared with."""
    return _shown(": ".join(filter(None, ("; ".join(looked.producers), looked.check.working))))


def _optional(words: str, indent: int, style: str = "") -> Iterator[Row]:
    if shown := _shown(words):
        yield _machine(Text(shown, style=style), indent)


def _machine(text: Text, indent: int) -> Row:
    return Row(text, indent=2, hanging=2, bar=BAR + " " * (indent - 2))


def _quoted(words: str) -> str:
    """The text's words in quotation marks, unless they are a quotation already."""
    shown = _shown(words)
    return shown if shown.startswith(("“", '"')) else f"“{shown}”"


def _shown(text: str) -> str:
    return folded(plain(text))
