"""The JSON Schema of a record, generated from the dataclasses so that the two cannot drift apart.

``python -m onrecord.publish.json_schema`` prints it; ``onrecord/record.schema.json`` is that output.
"""

from __future__ import annotations

import dataclasses
import inspect
import json
import sys
import types
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from onrecord import record
from onrecord.record import SCHEMA, Record
from onrecord.spans import Span

__all__ = ["main", "record_schema", "schema_text"]

_FIELDS = {
    "Record.document": "The text and where it came from.",
    "Record.actors": "Everyone and everything named as an actor in the text.",
    "Record.attributions": "Who said what, in no order that means anything.",
    "Record.warnings": "What to know before relying on the record.",
    "Record.quantities": "Every figure as an interval, in the order of the text.",
    "Record.times": "The times the text names, in its order.",
    "Record.characterising": "Terms by which one party names another, in the order of the text.",
    "Record.claims": "What is claimed, in the words of the text, in its order.",
    "Record.checks": "Each reading of each claim against evidence; empty where no evidence was given.",
    "Record.results": "The result for each claim as a whole.",
    "Record.arithmetic": "Sums done with the document's own figures.",
    "Record.schema": "The version of this format.",
    "Document.id": "The id given with the text, else the SHA-256.",
    "Document.sha256": "SHA-256 of the source bytes, in hexadecimal.",
    "Document.source": "A file name or an address.",
    "Document.media_type": "Media type of the source, such as text/plain.",
    "Document.title": "Title as given or found; null if there is none.",
    "Document.publisher": "Who published the text; null if not known.",
    "Document.language": "Language code (ISO 639); null if not known.",
    "Document.published": "When the text was published.",
    "Document.text": "The canonical text; every span is a range of its code points.",
    "Document.degraded": "What was lost on the way from bytes to text, as codes.",
    "Published.edtf": "The date in EDTF (ISO 8601-2); null if not known.",
    "Published.basis": "How the date is known.",
    "Actor.id": "Id within this record.",
    "Actor.name": "The fullest name in the text.",
    "Actor.kind": "What sort of actor this is.",
    "Actor.roles": "What the actor is, as stated in the text.",
    "Actor.mentions": "Where the text names the actor.",
    "Actor.same_as": "Ids elsewhere, such as wikidata:Q42, as the links say.",
    "Actor.place": "Where a place is; null where that is not known or several places have the name.",
    "Actor.candidates": "Every place of the name where there are several.",
    "Actor.links": "What alias tables say of this actor's names.",
    "Actor.suggested": "What they might say: no identity, for a person to decide.",
    "Place.name": "The name by the label of the source.",
    "Place.level": "A country, a first-level division of one, or a town; null where only the country is known.",
    "Place.country": "ISO 3166-1 alpha-2 code, as the source has it.",
    "Place.geonames": "GeoNames id; null where not known.",
    "Place.latitude": "Degrees north (WGS 84); null where not known.",
    "Place.longitude": "Degrees east (WGS 84); null where not known.",
    "Place.source": "Whose label and whose country this is.",
    "Place.basis": "How it is known: the only one of the name, the country of the name, the text, or a shared country.",
    "Place.evidence": "The words of the text that say so; null where none do.",
    "Link.id": "The id in the table.",
    "Link.name": "The name in the table.",
    "Link.alias": "The alias in the table.",
    "Link.match": "How the alias fits: only exact and normalised are identities.",
    "Link.source": "The row's source, else the table's file name.",
    "CharacterisingMention.id": "Id within this record.",
    "CharacterisingMention.span": "The term as written.",
    "CharacterisingMention.attribution": "Id of the innermost attribution whose content holds it; null if none does.",
    "CharacterisingMention.links": "What the user's alias tables say of the term.",
    "CharacterisingMention.suggested": "What they might say.",
    "Role.title": "Title as stated in the text; null if none is.",
    "Role.organisation": "Id of the organisation among the actors; null if none is stated.",
    "Role.span": "Where it is first stated: the words of title and organisation; null if it is not in the text.",
    "Claim.id": "Id within this record.",
    "Claim.span": "From the first to the last character of the claim.",
    "Claim.parts": "Its exact spans, in the order of the text.",
    "Claim.attribution": "Id of the innermost attribution it is from; null in the author's own voice.",
    "Claim.kind": "What sort of claim this is. Characterisations and calls are never checked.",
    "Claim.factuality": "Whether it is put as a fact, as not one, as possible, on a condition, or as to come.",
    "Claim.checkability": "Which of the four things that a check needs it states.",
    "Claim.quantities": "Ids of its figures; no figure is in two claims.",
    "Claim.times": "Ids of the times that stand in it.",
    "Claim.actors": "Ids of the actors that are named in it.",
    "Claim.carried_times": "Ids of the times of its clause or sentence that hold for it too.",
    "Claim.carried_actors": "Ids of the actors of its clause or sentence that hold for it too.",
    "Claim.worthiness": "From 0 to 1, to sort by; no part of any result. Null where it was not asked for.",
    "Checkability.checkable": "Whether it could be looked up at all.",
    "Checkability.reason": "Why, or why not, in one line.",
    "Checkability.property": "The words for what is measured; null if it states none.",
    "Checkability.entity": "The words for whose figure it is; null if it states none.",
    "Checkability.period": "The words for when; null if it states none.",
    "Checkability.value": "The words for how much; null if it states none.",
    "Interval.lower": "Lower end; null if there is none.",
    "Interval.upper": "Upper end; null if there is none.",
    "Interval.lower_open": "The lower end itself is not in the set.",
    "Interval.upper_open": "The upper end itself is not in the set.",
    "Reading.form": "What is computed of the series.",
    "Reading.property": "The property of the series.",
    "Reading.producer": "Who made the series.",
    "Reading.quantity": "Id of the figure that is read; null if it is none.",
    "Reading.definition": "What the series counts, and how.",
    "Reading.entity": "Whose figure is looked up.",
    "Reading.lo": "First day of the period.",
    "Reading.hi": "Last day of the period.",
    "Reading.period": "How the period is known.",
    "Reading.unit": "The unit of both intervals: as a quantity's unit.",
    "Reading.against": "What the value is compared with, in words; null if with nothing.",
    "Reading.assumed": "What the text leaves open and this reading supposes.",
    "Observation.row": "Number of the row in the file; the first row after the header is 1.",
    "Observation.lo": "First day of the row's period.",
    "Observation.hi": "Last day of the row's period.",
    "Observation.value": "The value; null where there is none.",
    "Observation.entity": "Whose value it is, where rows differ in that.",
    "Evidence.pack": "The pack's name.",
    "Evidence.table": "The table's name.",
    "Evidence.series": "The series' name.",
    "Evidence.file": "The file in the pack.",
    "Evidence.producer": "Who made the figures.",
    "Evidence.query": "The query that ran, in SQL.",
    "Evidence.rows": "The rows it used.",
    "Evidence.source": "Address or title of the source, as the table names it.",
    "Evidence.retrieved": "When it was taken from there.",
    "Evidence.definition": "What is counted, and how.",
    "Evidence.omitted": "How many rows that it used are not listed.",
    "Evidence.around": "Values of the series before and after, for a picture.",
    "Evidence.unit": "The unit of the rows' values, as a quantity's unit; null if not known.",
    "Evidence.sort": "A flow sums over time, a stock holds at a time, a rate or index never sums; null if not known.",
    "Check.id": "Id within this record.",
    "Check.claim": "Id of the claim.",
    "Check.reading": "The reading that was checked; null where none could be made.",
    "Check.result": "How the two intervals stand to one another.",
    "Check.reason": "Why it depends, or why nothing was checked; null otherwise.",
    "Check.claimed": "The values that the claim allows.",
    "Check.observed": "The values that the evidence allows.",
    "Check.evidence": "What the result rests on.",
    "Check.working": "One line that a person can follow and redo.",
    "ClaimResult.claim": "Id of the claim.",
    "ClaimResult.result": "Consistent or inconsistent only where all readings agree.",
    "ClaimResult.reason": "What it depends on, or why nothing was checked; null otherwise.",
    "ClaimResult.checks": "Ids of the checks it comes from.",
    "ClaimResult.working": "One line that says so.",
    "Arithmetic.id": "Id within this record.",
    "Arithmetic.kind": "What sum it is.",
    "Arithmetic.result": "How what is stated stands to what the other figures give.",
    "Arithmetic.quantities": "Ids of the figures, the one that is tested first.",
    "Arithmetic.times": "Ids of the times.",
    "Arithmetic.claimed": "The values that the text states.",
    "Arithmetic.computed": "The values that its other figures give.",
    "Arithmetic.working": "The sum.",
    "Said.span": "Where the text says when.",
    "Said.edtf": "That date in EDTF; null where it cannot be resolved.",
    "Attribution.id": "Id within this record.",
    "Attribution.source": "Who speaks, as written; empty where the text does not say.",
    "Attribution.cue": "The words that attribute: said, according to, a colon.",
    "Attribution.content": "What is attributed, in one part or several.",
    "Attribution.speaker": "Id of the speaking actor; null where it is unclear who speaks.",
    "Attribution.form": "Whether the words are quoted, reported, or partly each.",
    "Attribution.kind": "A statement (something said), or what was believed, intended, decreed or shown.",
    "Attribution.act": "What was done in saying it.",
    "Attribution.said": "When it was said, as the text dates it; null where it does not.",
    "Attribution.parent": "Id of the attribution whose content holds this one; null if none does.",
    "Attribution.confidence": "The program's own reckoning, from 0 to 1.",
    "Phrase.span": "Where the words stand.",
    "Phrase.text": "The words.",
    "Comparison.relation": "How it compares: same, times, more, less, with, or changed from.",
    "Comparison.span": "Where the text says what it is compared with.",
    "Comparison.text": "Those words.",
    "Comparison.quantity": "Id of the other quantity; null where the words give none.",
    "Quantity.id": "Id within this record.",
    "Quantity.span": "The figure with its bound, scale and unit; the counted noun is outside.",
    "Quantity.lower": "Lower end; null where there is none.",
    "Quantity.upper": "Upper end; null where there is none.",
    "Quantity.lower_open": "Whether the lower end itself is left out (more than).",
    "Quantity.upper_open": "Whether the upper end itself is left out (less than).",
    "Quantity.approximate": "Whether the text blurs the figure (about, nearly, dozens).",
    "Quantity.trend": "Whether it is a rise or a fall, or what something rose or fell to; null for neither.",
    "Quantity.unit": "UCUM code, 1 for counts and ratios, pp, bp, or an ISO 4217 code.",
    "Quantity.unit_name": "The unit's name, or the counted noun in the singular; null where there is none.",
    "Quantity.of": "What is counted or measured; null where the rules find none.",
    "Quantity.per": "What it is per, as a UCUM code: d, {person}.d; null for no rate.",
    "Quantity.share_of": "The whole that a percentage or fraction is a part of, as stated; null if none is.",
    "Quantity.compared": "What it is compared with by reference; null for nothing.",
    "Time.id": "Id within this record.",
    "Time.span": "The time as written, without a preposition.",
    "Time.kind": "A date, a time of day, a duration, or a set of times such as every Monday.",
    "Time.edtf": "The value in EDTF (ISO 8601-2); null where not resolved, and for a duration or set.",
    "Time.lo": "First day (ISO 8601), inclusive; null where not resolved.",
    "Time.hi": "Last day (ISO 8601), inclusive; null where not resolved.",
    "Time.grain": "The unit of the calendar it is given in, such as day, week, month or year.",
    "Time.duration": "Duration in ISO 8601, such as P7D; null if there is none.",
    "Time.anchor": "What it counts from: published, the id of an earlier time, event, or none.",
    "Time.reading": "The reading taken: a point, a unit of the calendar, or a stretch to or from the anchor.",
    "Time.alternatives": "Other readings that the words allow.",
    "Time.timex": "The value as TIMEX3 writes it.",
    "Time.clock": "Time of day, HH:MM or HH:MM/HH:MM, as written; null if none is given.",
    "Time.reason": "Why it is not resolved; null where it is.",
    "Time.event": "The words of the event it counts from; null if it counts from none.",
    "Alternative.edtf": "The value in EDTF; null if it has none.",
    "Alternative.lo": "First day, inclusive.",
    "Alternative.hi": "Last day, inclusive.",
    "Alternative.reading": "What kind of reading this is.",
    "Timex.type": "DATE, TIME, DURATION or SET.",
    "Timex.value": "The value attribute of TIMEX3.",
    "Timex.mod": "The mod attribute of TIMEX3, such as START, MID or END; null if there is none.",
    "Warning.code": "Code of the warning, listed in the reference.",
    "Warning.message": "The warning in words.",
}
_SPAN = {
    "description": "A half-open range [start, end) of Unicode code points of document.text.",
    "type": "array",
    "prefixItems": [{"type": "integer", "minimum": 0}, {"type": "integer", "minimum": 0}],
    "minItems": 2,
    "items": False,
}
_PLAIN = {str: "string", int: "integer", float: "number", bool: "boolean"}


def record_schema() -> dict[str, Any]:
    """JSON Schema, draft 2020-12, of what ``Record.to_dict`` gives and ``Record.from_dict`` takes."""
    definitions: dict[str, Any] = {}
    root = _object(Record, definitions)
    root["properties"]["schema"] = {"description": _FIELDS["Record.schema"], "const": SCHEMA}
    root["required"] = ["schema", *root["required"]]  # the version has a default in Python, never in JSON
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:onrecord:{SCHEMA.replace('/', ':')}",
        "title": "onrecord record",
        **root,
        "$defs": dict(sorted(definitions.items())),
    }


def schema_text() -> str:
    """The schema as the JSON text of ``onrecord/record.schema.json``, with a final newline."""
    return json.dumps(record_schema(), indent=2, ensure_ascii=False) + "\n"


def _object(cls: type, definitions: dict[str, Any]) -> dict[str, Any]:
    hints = get_type_hints(cls, vars(record))
    fields = dataclasses.fields(cls)
    return {
        "description": _first_paragraph(cls),
        "type": "object",
        "properties": {field.name: _field(cls, field, hints[field.name], definitions) for field in fields},
        "required": [field.name for field in fields if field.default is dataclasses.MISSING],
        "additionalProperties": False,
    }


def _field(cls: type, field: dataclasses.Field[Any], hint: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    schema = {"description": _FIELDS[f"{cls.__name__}.{field.name}"], **_type(hint, definitions)}
    if field.default is not dataclasses.MISSING:
        schema["default"] = list(field.default) if isinstance(field.default, tuple) else field.default
    return schema


def _type(hint: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    """The schema of one annotation; dataclasses and spans go to ``definitions`` and are referred to."""
    origin, arguments = get_origin(hint), get_args(hint)
    if hint is Span:
        definitions["Span"] = _SPAN
        return {"$ref": "#/$defs/Span"}
    if dataclasses.is_dataclass(hint):
        name = hint.__name__  # type: ignore[union-attr]
        if name not in definitions:
            definitions[name] = _object(hint, definitions)  # type: ignore[arg-type]
        return {"$ref": f"#/$defs/{name}"}
    if origin is tuple:
        return {"type": "array", "items": _type(arguments[0], definitions)}
    if origin is Literal:
        return {"enum": list(arguments)}
    if origin in (Union, types.UnionType):
        return {"anyOf": [_type(argument, definitions) for argument in arguments]}
    return {"type": "null" if hint is types.NoneType else _PLAIN[hint]}


def _first_paragraph(cls: type) -> str:
    """The class docstring's first paragraph on one line, without the marks of reStructuredText."""
    return " ".join((inspect.getdoc(cls) or "").split("\n\n")[0].split()).replace("``", "")


def main() -> None:
    """Print the schema."""
    sys.stdout.write(schema_text())


if __name__ == "__main__":
    main()
