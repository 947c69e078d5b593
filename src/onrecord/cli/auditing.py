"""The run behind ``onrecord audit swap``: each input through every swap, added up, then written at once."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from onrecord.aliases import AliasTable, read_aliases
from onrecord.audit import Report, SwapList, audit_swap, load, packaged
from onrecord.cli.interrupt import Interrupt
from onrecord.cli.jobs import Settings, counted_jobs, perform
from onrecord.cli.outputs import terminal
from onrecord.cli.progress import Display, Tally, display
from onrecord.cli.reading import check_packs
from onrecord.cli.sinks import Replaced, Sink, Stdout
from onrecord.cli.wording import counted
from onrecord.record import Document, Record

__all__ = ["Plan", "carry_out"]


@dataclass(frozen=True, slots=True)
class Plan:
    """What one run is to do, as its options say."""

    paths: tuple[str, ...]
    settings: Settings
    swaps: str | None = None
    plant: bool = True
    floor: float | None = None
    swap_floor: float | None = None
    differences: int = 20
    format: str = "text"
    out: str | None = None
    quiet: bool = False
    evidence: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    check_floor: float | None = None


@dataclass(slots=True)
class Swaps(Tally):
    """A tally that counts swaps done instead of documents read."""

    done: int = 0
    report: Report = field(default_factory=Report)

    @property
    def seen(self) -> int:
        """How many swaps have been tried in some document."""
        return self.done


def carry_out(plan: Plan) -> int:
    """Audits everything; gives the exit code: 0, 1 where something was skipped or is below a floor, 130 on Ctrl-C.

    Raises:
        UnreadableInput, BadSwapList: the list of swaps cannot be used.
        OutputError: the result cannot be written.
        InputError: an alias table cannot be used.
        EvidenceError: a pack cannot be used.
        ModelError: nothing can be read at all.
    """
    tables = [read_aliases(path) for path in plan.aliases]
    check_packs(plan.evidence)
    listed = load(plan.swaps) if plan.swaps else packaged()
    todo, documents = counted_jobs(plan.paths, plan.settings.format)
    total = None if documents is None else documents * len(listed.swaps)
    tally = Swaps()
    sink: Sink = Replaced(Path(plan.out)) if plan.out else Stdout()
    with Interrupt() as interrupt:
        try:
            with display(total, quiet=plan.quiet, to_stdout=False) as shown:
                work = partial(
                    _audit, plan=plan, listed=listed, tables=tables, tally=tally, shown=shown, interrupt=interrupt
                )
                while (job := interrupt.pull(todo)) is not None:
                    outcome = perform(job, plan.settings, work)
                    tally.add(outcome)
                    if outcome.failure:
                        shown.line(outcome.failure.trace or outcome.failure.line)
            sink.write(_rendered(plan, tally.report))
            sink.finish()
        except BaseException:
            sink.abandon()
            raise
    below = _below(plan, tally.report)
    closing = [] if plan.quiet else _closing(tally, stopped=interrupt.heard)
    sys.stderr.write("".join(f"{line}\n" for line in (*closing, *below)))
    return 130 if interrupt.heard else 1 if tally.groups or below else 0


def _audit(
    document: Document,
    plan: Plan,
    listed: SwapList,
    tables: Sequence[AliasTable],
    tally: Swaps,
    shown: Display,
    interrupt: Interrupt,
) -> Record:
    """Adds what every swap does to ``document`` to the tally; a document that fails on the way adds nothing."""
    from onrecord.api import read_document

    found = []
    for audited in audit_swap(
        document,
        listed.swaps,
        plant=plan.plant,
        places=listed.roles,
        read=read_document,
        evidence=plan.evidence,
        aliases=tables,
    ):
        found.append(audited)
        tally.done += audited.turns == 1
        shown.update(tally)
        if interrupt.heard:
            break
    for audited in found:
        tally.report.add(audited)
    return Record(document)


def _rendered(plan: Plan, report: Report) -> str:
    if plan.format == "json":
        return json.dumps(report.to_dict(), ensure_ascii=False, indent=2) + "\n"
    from onrecord.publish.audit import render

    width, colour = terminal() if plan.out is None else (100, False)
    return render(report, differences=plan.differences, width=width, colour=colour)


def _closing(tally: Swaps, *, stopped: bool) -> Iterator[str]:
    if tally.groups:
        yield f"{counted(tally.skipped, 'input')} skipped."
    if stopped:
        yield f"Stopped: the result is of {counted(tally.done, 'swap')}. The same command begins again."


def _below(plan: Plan, report: Report) -> list[str]:
    """A line for each floor that is not reached; a check that compared nothing is not passed."""
    lines = []
    compared = report.total.kinds["attributions"]
    if plan.floor is not None and (compared.share or 0.0) < plan.floor:
        lines.append(f"Attributions identical: {_share(compared.share)}, below the floor of {plan.floor:g} %.")
    if plan.check_floor is not None:
        for kind in ("checks", "results"):
            found = report.total.kinds[kind].share
            if (found or 0.0) < plan.check_floor:
                name = kind.capitalize()
                lines.append(f"{name} identical: {_share(found)}, below the floor of {plan.check_floor:g} %.")
    if plan.swap_floor is not None:
        for label, shares in report.swaps.items():
            share = shares.kinds["attributions"].share
            if share is not None and share < plan.swap_floor:
                lines.append(f"{label}: {_share(share)}, below the floor of {plan.swap_floor:g} % for each swap.")
        if not compared.all:
            lines.append("No swap was compared.")
    return lines


def _share(share: float | None) -> str:
    return "nothing was compared" if share is None else f"{share:.1f} %"
