"""The words in which a record's codes are shown to people; the same in the terminal and in the report."""

from __future__ import annotations

import re
from collections.abc import Mapping

from onrecord.publish.characters import folded
from onrecord.record import Actor, Attribution, ClaimKind, Document, Reason, Record, Result, Role

__all__ = [
    "FORMS",
    "MONTHS",
    "SIGNS",
    "UNCLEAR",
    "UNTITLED",
    "act_words",
    "counts",
    "date_words",
    "degraded_words",
    "language_words",
    "number_of",
    "published_words",
    "reason_words",
    "result_word",
    "result_words",
    "role_words",
    "title_words",
]

UNCLEAR = "unclear who speaks"
UNTITLED = "Untitled document"

FORMS = {"direct": "direct quotation", "indirect": "reported", "mixed": "partly quoted"}

_ACTS = {
    "state": "stated",
    "deny": "denied",
    "accuse": "accused",
    "urge": "urged",
    "promise": "promised",
    "predict": "predicted",
    "announce": "announced",
    "ask": "asked",
    "other": "said",
}
_BASES = {
    "given": "as given",
    "metadata": "from the file’s metadata",
    "dateline": "from the dateline",
    "inferred": "inferred",
    "unknown": "how it is known is not recorded",
}
_PLURALS = {
    "statement": ("statement", "statements"),
    "belief": ("belief", "beliefs"),
    "intention": ("intention", "intentions"),
    "decree": ("decree", "decrees"),
    "evidence": ("piece of evidence", "pieces of evidence"),
    "speaker": ("speaker", "speakers"),
    "quantity": ("quantity", "quantities"),
    "time": ("date or time", "dates or times"),
    "claim": ("claim", "claims"),
    "reading": ("reading", "readings"),
    "row": ("row", "rows"),
}
# A sign beside every result, so that none is told by its colour alone; none is a tick or a cross, which mean right
# and wrong.
SIGNS: Mapping[Result, str] = {"consistent": "=", "inconsistent": "≠", "depends": "±", "not_checked": "–"}
_RESULTS: Mapping[Result, str] = {
    "consistent": "The evidence allows what the claim says.",
    "inconsistent": "The evidence does not allow what the claim says.",
    "depends": "The evidence allows what the claim says in one reading and not in another.",
    "not_checked": "Nothing was compared.",
}
# Each reason in a word or two, for tallies, and as one sentence.
_REASONS: Mapping[Reason, tuple[str, str]] = {
    "no_table": ("no table", "Not checked: no table at hand is of this property."),
    "no_entity": ("no figures for whom it is about", "Not checked: no table at hand is of this place, person or body."),
    "no_period": ("no period", "Not checked: the text does not say when, and no period can be supposed."),
    "no_denominator": ("no denominator", "Not checked: what it is a share of is not stated, or no table counts it."),
    "no_value": ("no figure", "Not checked: it has no figure and no comparison that can be looked up."),
    "unit_mismatch": ("another unit", "Not checked: the table is in a unit that does not convert to the claim’s."),
    "outside_coverage": ("outside coverage", "Not checked: the table does not cover all of the period."),
    "data_fault": ("fault in the data", "Not checked: a row that is needed is missing or cannot be read."),
    "ambiguous_number": ("ambiguous number", "Not checked: the figure can be read as more than one number."),
    "forecast": ("forecast", "Not checked: it is about what had not happened when it was said."),
    "not_asserted": ("not asserted", "Not checked: it is put as possible, on a condition, or as a question."),
    "not_fact": ("no matter of fact", "Not checked: characterisations and calls to action never are."),
    "definition": ("definition", "It depends on what is counted, and how."),
    "producer": ("producer", "It depends on who counted."),
    "period": ("period", "It depends on the period that is meant."),
    "rounding": ("rounding", "It depends on how far a figure is rounded."),
}
_NO_FACTS: Mapping[ClaimKind, tuple[str, str]] = {
    "call": ("call to action", "calls to action"),
    "characterisation": ("characterisation", "characterisations"),
}
_LANGUAGES = {
    "ar": "Arabic",
    "de": "German",
    "en": "English",
    "es": "Spanish",
    "fa": "Persian",
    "fr": "French",
    "he": "Hebrew",
    "hi": "Hindi",
    "it": "Italian",
    "ja": "Japanese",
    "ko": "Korean",
    "nl": "Dutch",
    "pl": "Polish",
    "pt": "Portuguese",
    "ru": "Russian",
    "sw": "Swahili",
    "tr": "Turkish",
    "uk": "Ukrainian",
    "ur": "Urdu",
    "zh": "Chinese",
}
MONTHS = (
    "January February March April May June July August September October November December".split()  # noqa: SIM905
)
_DATE = re.compile(r"([0-9]{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12][0-9]|3[01]))?)?")


def act_words(attribution: Attribution) -> str:
    """What was done: "denied", and for what is not a statement its kind first, "belief (predicted)"."""
    act = _ACTS[attribution.act]
    if attribution.kind == "statement":
        return act
    return attribution.kind if attribution.act in ("state", "other") else f"{attribution.kind} ({act})"


def role_words(role: Role, actors: Mapping[str, Actor]) -> str:
    """Title and organisation as one phrase; the organisation once where the title already names it."""
    known = actors.get(role.organisation) if role.organisation is not None else None
    organisation = known.name if known else ""
    title = role.title or ""
    if not title or not organisation:
        return title or organisation
    return title if organisation in title else f"{title}, {organisation}"


def date_words(edtf: str) -> str:
    """An EDTF date in words, "12 March 2025"; what is not a day, month, year or range stays as written."""
    start, slash, end = edtf.partition("/")
    if slash:
        return f"{date_words(start)} to {date_words(end)}" if start and end and "/" not in end else edtf
    match = _DATE.fullmatch(edtf)
    if not match:
        return edtf
    year, month, day = match.groups()
    return " ".join([*([str(int(day))] if day else []), *([MONTHS[int(month) - 1]] if month else []), year])


def published_words(document: Document) -> str:
    """The date of publication and how it is known."""
    if document.published.edtf is None:
        return "date unknown"
    return f"{date_words(document.published.edtf)} ({_BASES[document.published.basis]})"


def language_words(code: str | None) -> str:
    """The English name of a language code; the code itself where the name is not in the list."""
    return _LANGUAGES.get(code, code) if code else "language unknown"


def degraded_words(flag: str) -> str:
    """A flag of ``document.degraded`` as a sentence."""
    return f"Something was lost on the way from file to text: {flag.replace('_', ' ').replace('-', ' ')}."


def result_word(result: Result) -> str:
    """A result as the word that always stands for it, after its sign: "≠ inconsistent"."""
    return f"{SIGNS[result]} {result.replace('_', ' ')}"


def result_words(result: Result, reason: Reason | None = None) -> str:
    """One sentence: what the result means, or what it depends on, or why nothing was checked.

    A reason that is not one for this result is passed over: why one reading was not checked is no reason for another.
    """
    sentence = _REASONS[reason][1] if reason else ""
    opening = {"depends": "It depends", "not_checked": "Not checked:"}.get(result)
    return sentence if opening and sentence.startswith(opening) else _RESULTS[result]


def reason_words(reason: Reason | None, count: int = 1, kind: ClaimKind | None = None) -> str:
    """A reason in a word or two; what is no matter of fact goes by the claim's ``kind``: "2 calls to action"."""
    if reason == "not_fact" and kind and kind in _NO_FACTS:
        return _NO_FACTS[kind][count != 1]
    return _REASONS[reason][0] if reason else "no reason given"


def number_of(count: int, thing: str) -> str:
    """A count with its noun: "1 belief", "2 pieces of evidence"."""
    return f"{count} {_PLURALS[thing][count != 1]}"


def counts(record: Record) -> str:
    """How much was found: "8 statements by 2 speakers; 1 belief"."""
    if not record.attributions:
        return "No statements found"
    kinds = [attribution.kind for attribution in record.attributions]
    known = {actor.id for actor in record.actors}
    voices = [a.speaker if a.speaker in known else None for a in record.attributions if a.kind == "statement"]
    total = number_of(len(voices), "statement")
    if speakers := {voice for voice in voices if voice is not None}:
        total += f" by {number_of(len(speakers), 'speaker')}"
    if unclear := voices.count(None):
        total += f", {UNCLEAR} in {unclear}"
    others = [number_of(n, k) for k in ("belief", "intention", "decree", "evidence") if (n := kinds.count(k))]
    return "; ".join([total, ", ".join(others)] if others else [total])


def title_words(document: Document) -> str:
    """The title on one line; for a document without one its file's name or address, if it came from any."""
    if title := folded(document.title or ""):
        return title
    source = document.source if "://" in document.source else document.source.replace("\\", "/").rpartition("/")[2]
    return UNTITLED if source in ("", "-") else source
