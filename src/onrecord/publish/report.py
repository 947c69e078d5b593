"""One self-contained HTML page for one record or several: the text with its marks, notes, table and cast."""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, FunctionLoader, StrictUndefined, Template
from markupsafe import Markup

from onrecord import __version__
from onrecord.api import Part
from onrecord.publish import casts, words
from onrecord.publish.characters import folded, inert, plain, shortened
from onrecord.publish.checked import kind_words, status_words
from onrecord.publish.held import MOST_WHOLE, Figure, by_line, figures
from onrecord.publish.lines import Line, anchor, lines, statements_first
from onrecord.publish.marks import marked
from onrecord.publish.passages import passage_at, passages
from onrecord.publish.report_checks import Checks, Proof, checks_of, is_address, row_words, value_words
from onrecord.record import Actor, Record

__all__ = ["content_policy", "render"]

MOST_QUOTED = 280  # code points of a content in the table; the whole stands in the text, once
MOST_WRITTEN = 80  # code points of a source as written in a note; the whole stands in the text
UNSURE = 0.5  # below even odds by the program's own reckoning, a note says so in words


@dataclass(frozen=True, slots=True)
class Row:
    """A figure or date with the id of its row in the table of them."""

    id: str
    figure: Figure


@dataclass(frozen=True, slots=True)
class Note:
    """A line with its place in the page; ``introduces`` where the note before it has another speaker."""

    id: str
    line: Line
    who: str
    introduces: bool
    figures: tuple[Figure, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph of the text with its marks, and the notes beside it."""

    html: Markup
    notes: tuple[Note | Proof, ...]


@dataclass(frozen=True, slots=True)
class Voice:
    """One of the cast: an actor, its roles in words, how much it says; ``who`` is its id in the page."""

    actor: Actor
    who: str
    roles: tuple[str, ...]
    says: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A record as the page shows it; ``key`` is "" or opens every id of this record in the page."""

    key: str
    record: Record
    title: str
    passages: tuple[Passage, ...]
    statements: tuple[Note, ...]
    others: tuple[Note, ...]
    cast: tuple[Voice, ...]
    named: tuple[Actor, ...]
    rows: tuple[tuple[Row, Note | None], ...]
    terms: tuple[tuple[casts.Term, Note | None], ...]
    says: Mapping[str, str]
    checks: Checks


def render(records: Sequence[Record], *, model: str | None = None, only: Sequence[Part] = ()) -> str:
    """The report of ``records`` as one HTML document; the same records always give the same characters.

    Args:
        records: what to show, in this order.
        model: hash of the weights that made the records, named in the footer.
        only: the parts to show, each as a table without the text; all and the text where it is empty.
    """
    keys = _keys(records)
    entries = tuple(_entry(record, key) for record, key in zip(records, keys, strict=True))
    css, js = _asset("report.css"), _asset("report.js")
    if any(entry.checks for entry in entries):  # a page without claims and sums carries nothing for them
        css, js = css + _asset("checks.css"), js + _asset("checks.js")
    return _template().render(
        entries=entries,
        policy=content_policy(css, js),
        css=Markup(css),  # noqa: S704  a packaged file
        js=Markup(js),  # noqa: S704  a packaged file
        version=__version__,
        model=model,
        only=tuple(only),
        heading=entries[0].title if len(entries) == 1 else f"{len(entries)} documents",
    )


def content_policy(css: str, js: str) -> str:
    """The Content-Security-Policy that lets this style sheet and this script in, and nothing else."""
    return (
        f"default-src 'none'; style-src {_digest(css)}; script-src {_digest(js)}; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return f"'sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _asset(name: str) -> str:
    return files("onrecord.publish").joinpath("assets", name).read_text(encoding="utf-8")


def _finish(value: Any) -> Any:
    """Every string on its way into the page, but for what is HTML already."""
    return inert(value) if isinstance(value, str) and not isinstance(value, Markup) else value


@cache
def _template() -> Template:
    environment = Environment(
        loader=FunctionLoader(_asset),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_finish,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    filters: dict[str, Callable[..., Any]] = {
        "plain": plain,
        "folded": folded,
        "shortened": shortened,
        "language_tag": _language_tag,
        "language_words": words.language_words,
        "published_words": words.published_words,
        "degraded_words": words.degraded_words,
        "counts": words.counts,
        "date_words": words.date_words,
        "result_word": words.result_word,
        "result_words": words.result_words,
        "reason_words": words.reason_words,
        "kind_words": kind_words,
        "status_words": status_words,
        "row_words": row_words,
        "value_words": value_words,
        "is_address": is_address,
        "identity_words": casts.identity_words,
        "place_words": casts.place_words,
        "roles_of": _roles_of,
        "unbroken": _unbroken,
    }
    environment.filters.update(filters)
    environment.globals.update(
        UNCLEAR=words.UNCLEAR, UNSURE=UNSURE, MOST_QUOTED=MOST_QUOTED, MOST_WRITTEN=MOST_WRITTEN, MOST_WHOLE=MOST_WHOLE
    )
    return environment.get_template("report.html")


def _language_tag(code: str | None) -> str:
    """A value for ``lang``: the code if it is one, else "", which means unknown."""
    return code if code and re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", code) else ""


def _keys(records: Sequence[Record]) -> list[str]:
    """What opens each record's ids: nothing in a page of one, else the source's hash, so that links last."""
    if len(records) == 1:
        return [""]
    seen: Counter[str] = Counter()
    keys = []
    for record in records:
        digest = record.document.sha256
        stem = f"d{digest[:6] if re.fullmatch('[0-9a-f]{64}', digest) else ''}"
        seen[stem] += 1
        keys.append(f"{stem}-" if seen[stem] == 1 and stem != "d" else f"{stem}n{seen[stem]}-")
    return keys


def _entry(record: Record, key: str) -> Entry:
    all_lines = lines(record)
    ids = _note_ids(all_lines, key)
    who = {actor.id: f"{key}a{i + 1}" for i, actor in enumerate(record.actors)}
    found = figures(record, all_lines)
    rows = {f"{key}figure-{figure.number}": figure for figure in found}
    notes = tuple(_notes(all_lines, ids, who, found))
    statements, others = statements_first(all_lines)
    document = record.document
    checks = checks_of(record, key, all_lines, found, ids, who)
    return Entry(
        key=key,
        record=record,
        title=words.title_words(document),
        passages=_passages(record, notes, ids, rows, checks.proofs),
        statements=tuple(notes[line.number - 1] for line in statements),
        others=tuple(notes[line.number - 1] for line in others),
        cast=_cast(record, who),
        named=tuple(a for a in record.actors if a.id not in {line.attribution.speaker for line in all_lines}),
        rows=tuple((Row(id, f), notes[f.line - 1] if f.line else None) for id, f in rows.items()),
        says={id: casts.says_words(tally) for id, tally in casts.tallies(record).items()},
        terms=tuple((t, notes[t.line - 1] if t.line else None) for t in casts.terms(record, all_lines)),
        checks=checks,
    )


def _note_ids(all_lines: Sequence[Line], key: str) -> dict[int, str]:
    """By line number: the attributions' own ids where they fit HTML and links, else "n1", "n2", …"""
    own = [line.attribution.id for line in all_lines]
    # without a hyphen, so that none can be the id of a span or of a part of the page, which all have one
    fit = len(set(own)) == len(own) and all(re.fullmatch("[A-Za-z][A-Za-z0-9_]{0,40}", id) for id in own)
    return {line.number: key + (line.attribution.id if fit else f"n{line.number}") for line in all_lines}


def _notes(
    all_lines: Iterable[Line], ids: dict[int, str], who: dict[str, str], found: Sequence[Figure]
) -> Iterable[Note]:
    before: Line | None = None
    held = by_line(found)
    for line in all_lines:
        introduces = before is None or before.attribution.speaker != line.attribution.speaker
        said_by = who[line.speaker.id] if line.speaker else ""
        yield Note(ids[line.number], line, said_by, introduces, tuple(held.get(line.number, ())))
        before = line


def _passages(
    record: Record, notes: Sequence[Note], ids: dict[int, str], rows: dict[str, Figure], proofs: Sequence[Proof]
) -> tuple[Passage, ...]:
    text = record.document.text
    spans = passages(text)
    starts = [span.start for span in spans]
    beside: list[list[Note | Proof]] = [[] for _ in spans]
    placed: list[tuple[int, Note | Proof]] = [(anchor(note.line.attribution), note) for note in notes]
    placed += [(proof.at, proof) for proof in proofs]
    for at, note in sorted(placed, key=lambda pair: pair[0]) if spans else ():
        beside[passage_at(starts, at)].append(note)
    claims = {proof.id: proof.finding for proof in proofs}
    html = marked(text, spans, [note.line for note in notes], ids, rows, claims)
    return tuple(Passage(piece, tuple(held)) for piece, held in zip(html, beside, strict=True))


def _cast(record: Record, who: dict[str, str]) -> tuple[Voice, ...]:
    """Actors that speak, those with most statements first."""
    actors = {actor.id: actor for actor in record.actors}
    ranked = sorted(casts.tallies(record).items(), key=lambda item: -item[1]["statement"])
    return tuple(
        Voice(
            actors[id],
            who[id],
            tuple(dict.fromkeys(text for role in actors[id].roles if (text := words.role_words(role, actors)))),
            casts.says_words(tally),
        )
        for id, tally in ranked
    )


def _unbroken(read: str) -> str:
    """``read`` with spaces that do not break after a sign and before "%"."""
    return re.sub("(?<=[<>≤≥]) | (?=%)", "\u00a0", read)


def _roles_of(record: Record, actor: Actor) -> str:
    actors = {each.id: each for each in record.actors}
    return "; ".join(dict.fromkeys(text for role in actor.roles if (text := words.role_words(role, actors))))
