"""Arithmetic inside one document: sums done with its own figures, without any evidence.

>>> from onrecord.api import read_document
>>> from onrecord.documents import from_text
>>> document = from_text("The fair drew 1,213 people: 702 men and 501 women.")
>>> record = read_document(document, only=("quantities", "times", "arithmetic"))
>>> [(each.kind, each.result, each.working) for each in arithmetic(record)]
[('parts', 'inconsistent', '702 + 501 = 1,203; stated 1,213')]
"""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.evidence.inside.changes import changes
from onrecord.evidence.inside.durations import durations
from onrecord.evidence.inside.parts import parts
from onrecord.evidence.inside.rates import over_two_times, rates
from onrecord.evidence.inside.repeated import repeated
from onrecord.evidence.inside.sentences import Figure, Sentence, sentences
from onrecord.evidence.inside.shares import shares
from onrecord.evidence.inside.sums import Sum
from onrecord.record import Arithmetic, Record, Time

__all__ = ["arithmetic"]

_MOST = 60
"""Figures and times of a sentence; a "sentence" with more is a table, and tables have other rules."""


def arithmetic(record: Record) -> tuple[Arithmetic, ...]:
    """The sums that a document's own figures make, in the order of what they test.

    A pure function of the record's text, quantities and times, and of its attributions where figures are repeated.
    ``inconsistent`` is given only where no reading of the figures fits and the text leaves no doubt of what belongs
    together.
    """
    found = list(_sums(record))
    order = sorted(range(len(found)), key=lambda n: (found[n].place, n))
    return tuple(_named(found[n], k) for k, n in enumerate(order, 1))


def _sums(record: Record) -> Iterator[Sum]:
    text = record.document.text
    held: list[tuple[Figure, tuple[Time, ...]]] = []
    before: tuple[Time, ...] = ()
    for sentence in sentences(record):
        times = tuple(item for item in sentence.items if isinstance(item, Time))
        if len(sentence.items) <= _MOST:
            yield from _of_sentence(sentence, text)
            for figure in sentence.items:
                if isinstance(figure, Figure):
                    held.append((figure, times))
                    shown = over_two_times(figure, (*before, *times), text)
                    if shown:
                        yield shown
        before = times[-_MOST:] or before[-_MOST:]
    yield from repeated(record, held)


def _of_sentence(sentence: Sentence, text: str) -> Iterator[Sum]:
    yield from parts(sentence, text[sentence.end : sentence.end + 40])
    yield from shares(sentence)
    yield from rates(sentence, text)
    yield from durations(sentence, text)
    yield from changes(sentence)


def _named(found: Sum, number: int) -> Arithmetic:
    return Arithmetic(
        id=f"s{number}",
        kind=found.kind,
        result=found.result,
        quantities=tuple(figure.id for figure in found.figures),
        times=tuple(time.id for time in found.times),
        claimed=found.claimed,
        computed=found.computed,
        working=found.working,
    )
