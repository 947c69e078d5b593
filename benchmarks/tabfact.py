"""Statements about tables (TabFact): of those that checking answers, how many it answers rightly.

    python benchmarks/tabfact.py [--shared ../shared] [--plain] [--sample N] [--show N] [--only FORM] [--json FILE]

A probe of the forms of query, not a goal: the statements are of any kind, most ask what no series of figures can say,
and none is dated. Each table becomes a pack by its look (``tabfact_tables``), each statement text (``tabfact_words``)
and one claim. An answer is a result that is consistent, where all that is claimed was checked, or inconsistent.
``--plain`` is checking as it is; without it what a claim states of all entities is read first (``evidence.overall``),
and a statement that says more than one claim is left.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import corpora
from onrecord.api import quantities, times
from onrecord.documents import from_text
from onrecord.evidence.asked import context
from onrecord.evidence.checking import check
from onrecord.evidence.forms import Subject
from onrecord.evidence.gates import candidates
from onrecord.evidence.model import Pack
from onrecord.evidence.periods import Period
from onrecord.evidence.printed import printed
from onrecord.evidence.query import Missing, entity_values
from onrecord.evidence.verdict import compared
from onrecord.evidence.wording import same_word, words
from onrecord.record import Checkability, Claim, Record
from onrecord.spans import Span
from overall import OfAll, of_all, speaks_of_others
from overall_forms import computed_of_all
from tabfact_tables import COUNTS, FIRST, LAST, Sheet, Tables, sheet
from tabfact_words import readable

__all__ = ["FOLDER", "Answer", "answered", "judged", "main", "read", "record_of", "score"]

FOLDER = "data/claims/tabfact"
Row = dict[str, Any]

_NEGATED = re.compile(r"\b(?:not|no|never|neither|nor|none|without|nobody|n't|cannot|fail)\b|n't\b")


@dataclass(frozen=True, slots=True)
class Answer:
    """What checking says of a statement: True for consistent, False for inconsistent, None for anything else."""

    said: bool | None
    form: str
    text: str
    working: str


def _lines(path: Path) -> Iterator[Any]:
    with gzip.open(path, "rt", encoding="utf-8") as file:
        yield from map(json.loads, file)


def read(shared: Path) -> tuple[list[Row], dict[str, Row]]:
    """The statements of the part that may be looked at, and their tables by name."""
    rows = list(_lines(shared / FOLDER / "val.jsonl.gz"))
    wanted = {row["table"] for row in rows}
    return rows, {t["table"]: t for t in _lines(shared / FOLDER / "tables.jsonl.gz") if t["table"] in wanted}


def record_of(text: str) -> Record:
    """A record of ``text`` with its figures and times and one claim, which is all of it."""
    found, dated = quantities(text), times(text)
    span = Span(0, len(text))
    claim = Claim(
        "c1", span, (span,), None, "quantity", "negated" if _NEGATED.search(text.lower()) else "asserted",
        Checkability(True, "it is one statement"), tuple(q.id for q in found), tuple(t.id for t in dated),
    )  # fmt: skip
    return Record(from_text(text), quantities=found, times=dated, claims=(claim,))


def answered(statement: str, caption: str, made: Sheet, store: Tables, *, plain: bool = False) -> Answer:
    """What is said of ``statement`` against its table: by the forms over all entities where they read it, else by
    checking; ``plain``: by checking alone, whatever the statement says besides."""
    text = readable(statement, caption)
    if not text:
        return Answer(None, "none", text, "nothing is left")
    record = record_of(text)
    # A statement with a time can only be of a table with times: nothing of the text says when the others are of.
    pack = made.by_time if record.times else made.by_name
    if pack is None:
        return Answer(None, "none", text, "no column says whose figures these are, or when")
    answer = None if plain else of_entities(record, store, pack)
    if answer is not None:
        return answer
    record = check(record, store, [pack])
    answer = _checked(record, text)
    found = context(record, record.claims[0])
    if answer.form == "rows" and not _counts(record, pack):
        return Answer(None, answer.form, text, "it is not said what is counted")
    if plain or answer.said is None:
        return answer
    if speaks_of_others(found) or len(found.quantities) > 1:  # nothing here splits a statement of several claims
        return Answer(None, answer.form, text, "it says more than one claim")
    if _in_thousands(record, pack) and not _SCALE.search(text):
        return Answer(None, answer.form, text, "the table is in millions, the statement does not say in what")
    return answer


def _checked(record: Record, text: str) -> Answer:
    (result,) = record.results
    checked = next((c for c in record.checks if c.result == result.result), None)
    form = checked.reading.form if checked and checked.reading else "none"
    if checked and checked.evidence and checked.evidence[0].table == COUNTS:
        form = "rows"
    if result.result == "consistent" and "things claimed were checked" not in result.working:
        return Answer(True, form, text, result.working)
    said = False if result.result == "inconsistent" else None
    return Answer(said, form, text, f"{result.reason}: {result.working}")


_SCALE = re.compile(r"\b(?:thousand|lakh|million|crore|billion)s?\b")


def _in_thousands(record: Record, pack: Pack) -> bool:
    scaled = {series.name for table in pack.tables for series in table.series if series.scale != 1}
    return any(evidence.series in scaled for one in record.checks for evidence in one.evidence)


def _counts(record: Record, pack: Pack) -> bool:
    """Whether the one figure stands before what a row of the table is: "five riders", "five Swiss riders"."""
    table = next(table for table in pack.tables if table.name == COUNTS)
    if len(record.quantities) != 1:
        return False
    text, end = record.document.text, record.quantities[0].span.end
    after = [word.low for word in words(text, [Span(end, len(text))])][:4]
    nouns = {word.low for word in words(table.definition or "", [Span(0, len(table.definition or ""))])}
    return any(same_word(low, noun) for low in after for noun in nouns)


def of_entities(record: Record, store: Tables, pack: Pack) -> Answer | None:
    """What the forms over all entities of a table say; None where they read the statement in none of its tables."""
    (claim,) = record.claims
    if claim.factuality != "asserted":
        return None
    found, text = context(record, claim), record.document.text
    said = [
        word
        for word in words(text, claim.parts)
        if not any(q.span.start <= word.span.start < q.span.end for q in found.quantities)
    ]
    readings: list[list[_Found]] = []
    for table in pack.tables:
        if table.entities.column is None:
            continue
        values = entity_values(store, pack, table)
        noun = next(f.description or "" for f in table.fields if f.name == table.entities.column)
        passed, _ = candidates(said, [(pack, table, s) for s in table.series], lambda _, __, v=values: v)
        fits = {c.series.name for c in passed}
        for series in table.series:
            items = of_all(found, series, table.entities, values, noun)
            if items and (series.name in fits or items[0].kind == "every"):
                subject = Subject(store, pack, table, series, None)
                readings.append([_computed(item, subject, values, text) for item in items])
    if not readings:
        return None
    every = [_together(reading) for reading in readings]
    known = [one for one in every if one[0] is not None]
    agreed = len({one[0] for one in known}) == 1
    said_so, form, working = known[0] if agreed else (None, every[0][1], every[0][2])
    return Answer(said_so, f"all {form}", text, working)


_Found = tuple[bool | None, str, str]
"""Whether something holds, its kind, and the working."""


def _together(parts: Sequence[_Found]) -> _Found:
    """All that one reading states: refuted where a part is, open where a part is."""
    return next((part for wanted in (False, None) for part in parts if part[0] is wanted), parts[0])


def _computed(item: OfAll, subject: Subject, values: Sequence[str], text: str) -> _Found:
    quantity = item.quantity
    claimed = printed(text[quantity.span.start : quantity.span.end], quantity) if quantity else ()
    outcome = computed_of_all(item, subject, values, Period(FIRST, LAST, "series"), claimed)
    if isinstance(outcome, Missing):
        return None, item.kind, outcome.words
    if outcome.number is None:
        return outcome.held, item.kind, outcome.working
    result, _ = compared(outcome.claimed, outcome.number, outcome.half)
    return {"consistent": True, "inconsistent": False}.get(result), item.kind, outcome.working


def judged(rows: Sequence[Row], tables: dict[str, Row], *, plain: bool = False) -> Iterator[tuple[Row, Answer]]:
    """Each statement with its answer, table by table."""
    store = Tables()
    for name in dict.fromkeys(row["table"] for row in rows):
        own = [row for row in rows if row["table"] == name]
        made = sheet(name, own[0]["caption"], tables[name]["header"], tables[name]["rows"])
        store.add(name, made)
        for row in own:
            yield row, answered(row["statement"], row["caption"], made, store, plain=plain)


def score(pairs: Iterable[tuple[Row, Answer]]) -> dict[str, Any]:
    """Statements, those answered and those answered rightly, coverage and accuracy in per cent."""
    pairs = list(pairs)
    said = [(bool(row["label"]), answer.said) for row, answer in pairs if answer.said is not None]
    right = sum(label == answer for label, answer in said)
    refuted = [label for label, answer in said if answer is False]
    return {
        "statements": len(pairs),
        "answered": len(said),
        "right": right,
        "coverage": round(100 * len(said) / len(pairs), 1) if pairs else None,
        "accuracy": round(100 * right / len(said), 1) if said else None,
        "inconsistent": len(refuted),
        "inconsistent_right": round(100 * refuted.count(False) / len(refuted), 1) if refuted else None,
    }


def _report(pairs: list[tuple[Row, Answer]]) -> dict[str, dict[str, Any]]:
    forms = Counter(answer.form for _, answer in pairs if answer.said is not None)
    return {"all": score(pairs)} | {
        form: score(pair for pair in pairs if pair[1].form == form and pair[1].said is not None)
        for form, _ in forms.most_common()
    }


def main(arguments: list[str]) -> None:
    """Prints coverage and accuracy overall and by form of query."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("--shared", type=Path, default=corpora.SHARED)
    parser.add_argument("--plain", action="store_true", help="checking alone, without the forms over all entities")
    parser.add_argument("--sample", type=int, metavar="N", help="only N statements")
    parser.add_argument("--only", metavar="FORM", help="show those of this form")
    parser.add_argument(
        "--show", type=int, default=0, metavar="N", help="print N wrong answers, and why most have none"
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there")
    chosen = parser.parse_args(arguments)
    rows, tables = read(chosen.shared)
    if chosen.sample:
        rows = random.Random(7).sample(rows, min(chosen.sample, len(rows)))
    start = time.perf_counter()
    pairs = list(judged(rows, tables, plain=chosen.plain))
    seconds = time.perf_counter() - start
    found = _report(pairs)
    print(f"{'form':16s} {'said':>6s} {'right':>6s} {'%':>6s} {'incons.':>8s} {'%':>6s}")
    for name, own in found.items():
        shares = [own["accuracy"], own["inconsistent"], own["inconsistent_right"]]
        cells = " ".join(f"{'-' if cell is None else cell:>{w}}" for cell, w in zip(shares, (6, 8, 6), strict=True))
        print(f"{name:16s} {own['answered']:6d} {own['right']:6d} {cells}")
    print(
        f"{len(pairs)} statements about {len({row['table'] for row in rows})} tables in {seconds:.0f} s, "
        f"{found['all']['coverage']} % answered"
    )
    if chosen.show:
        _shown(pairs, chosen.show, chosen.only)
    if chosen.json:
        chosen.json.write_text(json.dumps(found | {"seconds": round(seconds)}, indent=2) + "\n", encoding="utf-8")


def _shown(pairs: list[tuple[Row, Answer]], count: int, only: str | None) -> None:
    wrong = [
        p for p in pairs if p[1].said is not None and p[1].said != bool(p[0]["label"]) and only in (None, p[1].form)
    ]
    for row, answer in wrong[:count]:
        print(
            f"{row['label']} {answer.form} {row['table']}\n    {row['statement']}\n    {answer.text}\n"
            f"    {answer.working}"
        )
    reasons = Counter(re.sub(r"[:(“].*", "", answer.working) for _, answer in pairs if answer.said is None)
    for reason, number in reasons.most_common(12):
        print(f"{number:6d} {reason}")


if __name__ == "__main__":
    main(sys.argv[1:])
