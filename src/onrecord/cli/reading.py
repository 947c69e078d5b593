"""The run behind ``onrecord read``: inputs through the reader into a writer, in order, with a tally."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from onrecord.aliases import read_aliases
from onrecord.api import PARTS, Part
from onrecord.cli.interrupt import Interrupt
from onrecord.cli.jobs import Outcome, Settings, counted_jobs, lost, perform, several
from onrecord.cli.outputs import Writer, is_folder, writer
from onrecord.cli.progress import Display, Tally, display
from onrecord.cli.resume import begun, take_up
from onrecord.cli.wording import counted, one_line
from onrecord.cli.workers import ordered
from onrecord.record import Document, Record

__all__ = ["Plan", "carry_out", "check_packs"]


@dataclass(frozen=True, slots=True)
class Plan:
    """What one run is to do, as its options say."""

    paths: tuple[str, ...]
    settings: Settings
    format: str = "text"
    out: str | None = None
    workers: int = 1
    resume: bool = False
    quiet: bool = False
    only: tuple[Part, ...] = ()
    aliases: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    worthiness: bool = False
    statements: bool = True  # as text, who said what; else only what was checked

    @property
    def parts(self) -> tuple[Part, ...]:
        """The parts of the record to find: what is shown to people needs who speaks, actors how often they do."""
        shown = self.format in ("text", "html")
        needs: tuple[Part, ...] = ()
        if shown and {"attributions", "actors", "claims", "checks"} & set(self.only):
            needs = ("attributions", "actors")
        if shown and {"checks", "claims", "arithmetic"} & set(self.only):
            needs = (
                (*needs, "claims", "checks", "quantities") if "arithmetic" not in self.only else (*needs, "quantities")
            )
        return tuple(dict.fromkeys((*self.only, *needs))) or PARTS

    @property
    def several(self) -> bool:
        """Whether the paths stand for any number of documents rather than for one."""
        return several(self.paths, self.settings.format)


def carry_out(plan: Plan, read: Callable[[Document], Record] | None = None) -> int:
    """Reads everything; gives the exit code: 0, 1 where something was skipped, 130 where Ctrl-C was heard.

    Raises:
        OutputError: the results cannot be written.
        InvalidRecord: the file to go on with is no JSON Lines file of records.
        InputError: an alias table cannot be used.
        EvidenceError: a pack cannot be used.
        ModelError: nothing can be read at all.
    """
    _check_tables(plan.aliases)
    check_packs(plan.evidence)
    grow = begun(Path(plan.out)) if plan.resume and plan.out else None
    settings = replace(plan.settings, known=take_up(grow)) if grow else plan.settings
    todo, total = counted_jobs(plan.paths, plan.settings.format)
    work = partial(
        perform,
        settings=settings,
        read=read or _reader(plan),
    )
    target = writer(plan.format, plan.out, several=plan.several, grow=grow, only=plan.only, statements=plan.statements)
    tally = Tally()
    with Interrupt() as interrupt:
        try:
            with display(total, quiet=plan.quiet, to_stdout=plan.out is None) as shown:
                outcomes = ordered(work, todo, workers=plan.workers, interrupt=interrupt, lost=lost)
                _drain(outcomes, target, tally, shown)
            target.finish()
        except BaseException:
            target.abandon()
            raise
    _close(plan, tally, total, stopped=interrupt.heard)
    return 130 if interrupt.heard else 1 if tally.groups else 0


def _check_tables(paths: tuple[str, ...]) -> None:
    """A table that cannot be used ends the run before it begins; workers read the tables again, each once."""
    for path in paths:
        read_aliases(path)


def check_packs(folders: tuple[str, ...]) -> None:
    """A descriptor that cannot be used ends the run before it begins, and a pack nobody has confirmed is said."""
    if not folders:
        return
    from onrecord.evidence.descriptor import read_pack

    for folder in folders:
        pack = read_pack(folder)
        unsure = [table.name for table in pack.tables if not table.confirmed]
        if unsure:
            sys.stderr.write(
                f"{one_line(folder)}: {counted(len(unsure), 'table')} not confirmed and so left out "
                f"({one_line(', '.join(unsure[:5]))}). See 'onrecord evidence check {shlex.quote(one_line(folder))}'.\n"
            )


def _reader(plan: Plan) -> Callable[[Document], Record]:
    given: dict[str, Any] = {"evidence": plan.evidence} if plan.evidence else {}
    if plan.worthiness:
        given["worthiness"] = True
    return partial(_read, only=plan.parts, aliases=plan.aliases, **given)


def _read(document: Document, **how: Any) -> Record:
    from onrecord.api import read_document

    return read_document(document, **how)


def _drain(outcomes: Iterator[Outcome], target: Writer, tally: Tally, shown: Display) -> None:
    for outcome in outcomes:
        tally.add(outcome)
        if outcome.failure:
            shown.line(outcome.failure.trace or outcome.failure.line)
        if outcome.record:
            target.add(outcome.record)
        shown.update(tally)


def _close(plan: Plan, tally: Tally, total: int | None, *, stopped: bool) -> None:
    lines = []
    if not plan.quiet and (plan.several or plan.out):
        lines += tally.summary(plan.out if tally.read or tally.known else None)
    if stopped:
        seen = counted(tally.seen, "input") if total is None else f"{tally.seen:,} of {counted(total, 'input')}"
        lines.append(f"Stopped after {seen}. {_how_to_go_on(plan)}")
    if lines:
        sys.stderr.write("\n".join(lines) + "\n")


def _how_to_go_on(plan: Plan) -> str:
    if plan.format == "jsonl" and plan.out:
        return f"Go on with the same command and --resume: {shlex.quote(one_line(plan.out))} keeps what is read."
    if plan.out and is_folder(plan.out):
        return "The files written so far are whole; the same command reads everything again."
    return "The same command reads everything again; --format jsonl --out FILE --resume can go on."
