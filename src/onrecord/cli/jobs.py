"""One input at a time: from what the command line names to an outcome, never to an exception."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path

from onrecord.cli.wording import one_line, unexpected
from onrecord.errors import InputError, ModelError, OnrecordError, UnexpectedFailure
from onrecord.record import Document, Record

__all__ = [
    "COUNTED",
    "Failure",
    "Job",
    "Outcome",
    "Settings",
    "counted_jobs",
    "is_batch",
    "jobs",
    "lost",
    "perform",
    "several",
]

# Inputs named before reading begins, to show how many there are; of more, the number stays unknown.
COUNTED = 10_000


@dataclass(frozen=True, slots=True)
class Settings:
    """What the options say about every input; ``known`` holds ids of documents that need no reading."""

    format: str | None = None
    published: str | None = None
    publisher: str | None = None
    title: str | None = None
    debug: bool = False
    known: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Job:
    """One input: a file to open, bytes that are read already, line ``number`` of a batch, or an error."""

    source: str
    data: bytes | None = None
    number: int | None = None
    error: InputError | None = None

    @property
    def name(self) -> str:
        """The input's name in messages."""
        return self.source if self.number is None else f"{self.source}:{self.number}"


@dataclass(frozen=True, slots=True)
class Failure:
    """Why an input was skipped: the error's code, the reason all such errors share, and what to show."""

    code: str
    reason: str
    line: str
    trace: str | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one input: a record, or a failure, or neither where the document was known."""

    name: str
    record: Record | None = None
    failure: Failure | None = None


def jobs(paths: Iterable[str], format: str | None) -> Iterator[Job]:
    """The inputs that ``paths`` stand for, in order; each line of a batch is one.

    Files are opened by whoever does the job, standard input is read here.
    """
    from onrecord.documents import STDIN, Input, gather

    for found in gather(paths, format=format):
        if not isinstance(found, Input):
            yield Job(found.place, error=found)
        elif is_batch(found.source, format):
            yield from _lines(found.source, found.lines())
        elif found.source == STDIN:
            yield _standard_input(found.source, found.read)
        else:
            yield Job(found.source)


def counted_jobs(paths: Sequence[str], format: str | None) -> tuple[Iterator[Job], int | None]:
    """The jobs, and how many they are where that can be told without waiting for standard input or lines."""
    todo = jobs(paths, format)
    if any(path == "-" or is_batch(path, format) for path in paths):
        return todo, None if several(paths, format) else 1
    first = list(islice(todo, COUNTED + 1))
    if len(first) > COUNTED:
        return chain(first, todo), None
    return iter(first), len(first)


def several(paths: Sequence[str], format: str | None) -> bool:
    """Whether the paths stand for any number of documents rather than for one."""
    return len(paths) > 1 or Path(paths[0]).is_dir() or is_batch(paths[0], format)


def is_batch(path: str, format: str | None) -> bool:
    """Whether the file at ``path`` holds a document a line."""
    from onrecord.documents.formats import BATCH, BATCH_SUFFIXES

    return format == BATCH or (format is None and path.lower().endswith(BATCH_SUFFIXES))


def _lines(source: str, lines: Iterable[bytes]) -> Iterator[Job]:
    try:
        for number, line in enumerate(lines, 1):
            if line.strip():
                yield Job(source, line, number)
    except InputError as error:
        yield Job(source, error=error)


def _standard_input(source: str, read: Callable[[], bytes]) -> Job:
    try:
        return Job(source, read())
    except InputError as error:
        return Job(source, error=error)


def perform(job: Job, settings: Settings, read: Callable[[Document], Record]) -> Outcome:
    """The outcome of one job; ``read`` makes the record of a document.

    Raises :class:`~onrecord.errors.ModelError`, with which no input at all can be read.
    """
    try:
        document = _document(job, settings)
        if document.id in settings.known:
            return Outcome(job.name)
        return Outcome(job.name, read(document))
    except ModelError:
        raise
    except OnrecordError as error:
        return Outcome(job.name, failure=_failure(type(error), one_line(str(error)), settings.debug))
    except Exception as error:
        return Outcome(job.name, failure=_failure(UnexpectedFailure, unexpected(job.name, error), settings.debug))


def lost(job: Job) -> Outcome:
    """The outcome of a job whose process died, of memory or of a fault in native code."""
    line = unexpected(job.name, RuntimeError("the process that read it died"))
    return Outcome(job.name, failure=_failure(UnexpectedFailure, line, False))


def _document(job: Job, settings: Settings) -> Document:
    from onrecord.documents import Input, from_bytes

    if job.error:
        raise job.error
    if job.number is not None:
        return _from_line(job, settings)
    return from_bytes(
        Input(job.source).read() if job.data is None else job.data,
        source=job.source,
        format=settings.format,
        published=settings.published,
        publisher=settings.publisher,
        title=settings.title,
    )


def _from_line(job: Job, settings: Settings) -> Document:
    from onrecord.documents import from_batch

    found = next(
        from_batch(
            [job.data or b""],
            source=job.source,
            published=settings.published,
            publisher=settings.publisher,
            title=settings.title,
        )
    )
    if isinstance(found, Document):
        return found
    # from_batch has seen one line only; the place is that line's number in the whole batch.
    raise type(found)(job.name, found.problem, found.remedy)


def _failure(kind: type[OnrecordError], line: str, debug: bool) -> Failure:
    reason = (kind.__doc__ or kind.__name__).split("\n")[0].split(":")[0].rstrip(".")
    return Failure(kind.code, reason, line, traceback.format_exc() if debug else None)
