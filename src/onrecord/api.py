"""Text to record, in two calls: what the command line does, for programs."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from os import PathLike, fspath
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, get_args

from onrecord.aliases import AliasTable, read_aliases
from onrecord.reader.findings import Finding
from onrecord.record import Arithmetic, Attribution, Claim, Document, Quantity, Record, Time, Warning

if TYPE_CHECKING:
    from onrecord.reader.syntax import Syntax

__all__ = ["PARTS", "WARNINGS", "Part", "check", "quantities", "read", "read_document", "times"]

Part = Literal["attributions", "quantities", "times", "actors", "claims", "checks", "arithmetic"]
PARTS: tuple[Part, ...] = get_args(Part)
Aliases: TypeAlias = AliasTable | str | PathLike[str]
Folder: TypeAlias = str | PathLike[str]

# Codes of the warnings on a record, each with what it says. The message on the record is about that document.
WARNINGS = {
    "W101": "The document is not in English, so nothing was attributed.",
    "W102": "The document holds no text.",
    "W103": "Something was lost or guessed on the way from the file to the text.",
}


def read(
    text: str,
    *,
    published: str | None = None,
    publisher: str | None = None,
    title: str | None = None,
    id: str | None = None,
    aliases: Sequence[Aliases] = (),
    evidence: Sequence[Folder] = (),
    worthiness: bool = False,
) -> Record:
    """The record of ``text``: who said what in it.

    ``published`` is an EDTF date (``2024-05-03``, ``2024-05``, ``2024``); without one the dateline is looked
    at. ``id`` is the document's id, by default the SHA-256 of the text. ``record.document.text`` is ``text``.
    ``aliases`` are alias tables, or paths of CSV files with them, that say who the actors are. ``evidence`` are folders
    of tables (packs) that claims are checked against. ``worthiness`` scores each claim by how much its sentence looks
    like those that fact-checkers check, to sort by.

    Raises:
        InvalidDate: ``published`` is not a date.
        UnreadableInput, InputTooLarge, BadAliasRow: an alias table cannot be used.
        EvidenceError: a pack or a table of it cannot be used.
        ModelError: the packaged weights are absent or damaged.
    """
    from onrecord.documents import from_text

    document = from_text(text, id=id, published=published, publisher=publisher, title=title)
    return read_document(document, aliases=aliases, evidence=evidence, worthiness=worthiness)


def read_document(
    document: Document,
    *,
    only: Collection[Part] = PARTS,
    aliases: Sequence[Aliases] = (),
    evidence: Sequence[Folder] = (),
    worthiness: bool = False,
) -> Record:
    """The record of a document; the parts that ``only`` does not name are left empty.

    The model is loaded for attributions, actors, claims and checks. Attributions name their speaker by an actor's id,
    and characterising mentions, which come with the actors, the attribution that holds them: take both parts
    where these are wanted. ``aliases``, ``evidence`` and ``worthiness`` as in :func:`read`; without evidence
    nothing is checked.

    Raises:
        ModelError, EvidenceError, UnreadableInput, InputTooLarge, BadAliasRow: as :func:`read` does.
    """
    tables = _tables(aliases)
    warnings = tuple(_warnings(document))
    record = Record(document, warnings=warnings)
    if any(warning.code in ("W101", "W102") for warning in warnings):
        return record
    found = times(document.text, published=document.published.edtf)
    wanted = set(only) if evidence else set(only) - {"checks"}
    syntax = None
    if {"attributions", "actors", "claims", "checks"} & wanted:
        record, syntax = _attributed(record, found, tables)
    if {"quantities", "claims", "checks", "arithmetic"} & wanted:
        record = replace(record, quantities=_quantities(document.text, found))
    record = replace(record, times=found)
    if {"claims", "checks"} & wanted:
        record = replace(record, claims=_claims(record, syntax))
    if worthiness and record.claims:
        record = _scored(record)
    if "arithmetic" in wanted:
        record = replace(record, arithmetic=_arithmetic(record))
    if "checks" in wanted:
        record = check(record, evidence)
    unwanted: dict[str, Any] = {part: () for part in PARTS if part not in only}
    if "actors" in unwanted:
        unwanted["characterising"] = ()
    if "checks" in unwanted:
        unwanted["results"] = ()
    return replace(record, **unwanted)


def check(record: Record, evidence: Sequence[Folder]) -> Record:
    """``record`` with its claims checked against the tables of the packs in the folders ``evidence``.

    Checks and results that it held are replaced. The packs stay open, so that the next record is checked sooner.

    Raises:
        EvidenceError: a pack or a table of it cannot be used.
    """
    from onrecord.evidence.checking import check as check_with
    from onrecord.evidence.opened import opened

    store = opened(tuple(fspath(folder) for folder in evidence))
    return check_with(record, store, store.packs)


def _scored(record: Record) -> Record:
    from onrecord.claims.worthiness import scored

    return scored(record)


def _claims(record: Record, syntax: Syntax | None) -> tuple[Claim, ...]:
    from onrecord.claims import claims

    return claims(record, syntax)


def _attributed(record: Record, found: tuple[Time, ...], tables: Sequence[AliasTable]) -> tuple[Record, Syntax | None]:
    from onrecord import reader
    from onrecord.normalise.cast import cast
    from onrecord.normalise.characterising import characterising
    from onrecord.normalise.identities import identified
    from onrecord.normalise.places import located
    from onrecord.reader.uncut import uncut

    document = record.document
    findings = reader.find(document.text)
    findings = replace(findings, attributions=uncut(findings.attributions, [time.span for time in found]))
    actors, speakers = cast(document.text, findings, title=document.title)
    attributions = tuple(
        _attribution(document.text, finding, f"q{number}", speaker, found)
        for number, (finding, speaker) in enumerate(zip(findings.attributions, speakers, strict=True), 1)
    )
    terms = characterising(document.text, attributions)
    record = replace(record, actors=located(document.text, actors), attributions=attributions, characterising=terms)
    return identified(record, tables), findings.syntax


def _tables(aliases: Sequence[Aliases]) -> Sequence[AliasTable]:
    return [read_aliases(table) if isinstance(table, str | PathLike) else table for table in aliases]


def quantities(text: str, *, published: str | None = None) -> tuple[Quantity, ...]:
    """Every figure in ``text`` as an interval with its unit, in the order of the text; the model is not used.

    ``published`` is an EDTF date; it helps to tell a year from a number.

    Raises:
        InvalidDate: ``published`` is not a date.
    """
    return _quantities(text, times(text, published=published))


def times(text: str, *, published: str | None = None) -> tuple[Time, ...]:
    """Every time in ``text`` placed on the calendar, in the order of the text; the model is not used.

    ``published`` is the EDTF date that "yesterday" or "in May" count from; without one such times stay
    unresolved, and each says why.

    Raises:
        InvalidDate: ``published`` is not a date.
    """
    from onrecord.documents import parse_published
    from onrecord.normalise.times import times as find_times

    return find_times(text, parse_published(published) if published else None)


def _quantities(text: str, found: tuple[Time, ...]) -> tuple[Quantity, ...]:
    from onrecord.normalise.quantities import quantities as find_quantities
    from onrecord.normalise.times.counted import is_counted

    return find_quantities(text, [time.span for time in found if not is_counted(text, time)])


def _arithmetic(record: Record) -> tuple[Arithmetic, ...]:
    from onrecord.evidence.inside import arithmetic

    return arithmetic(record)


def _attribution(text: str, finding: Finding, id: str, speaker: str | None, found: tuple[Time, ...]) -> Attribution:
    from onrecord.normalise.acts import kind_and_act
    from onrecord.normalise.said import said

    kind, act = kind_and_act(text, finding)
    return Attribution(
        id=id,
        source=finding.source,
        cue=finding.cue,
        content=finding.content,
        speaker=speaker,
        form=finding.form,
        kind=kind,
        act=act,
        said=said(text, finding, found),
        parent=None if finding.parent is None else f"q{finding.parent + 1}",
        confidence=finding.confidence,
    )


def _warnings(document: Document) -> Iterator[Warning]:
    from onrecord.documents import DEGRADED

    if not document.text.strip():
        yield Warning("W102", WARNINGS["W102"])
    elif document.language not in ("en", None):
        yield Warning(
            "W101",
            f"The text seems to be in another language than English ({document.language}), "
            "which is not read: nothing was attributed.",
        )
    for flag in document.degraded:
        if flag != "empty":
            yield Warning("W103", DEGRADED[flag])
