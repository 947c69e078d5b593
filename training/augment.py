"""Training texts made from annotated ones: other quotation marks, and passages wrapped in an outer attribution.

PolNeAR holds news only and annotates outermost attributions only. Wrapping one of its passages in the forms that press
releases use gives both what it lacks: those forms, and attributions inside a content. Names are changed so that what
is learned does not hang on who is named, genders are exchanged, and pronouns are put where a name stood.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Any

import naming
import numpy as np
from corpus import Row

from onrecord.reader.quotes import paragraphs, quotations
from onrecord.spans import overlap

ROLES = ("source", "cue", "content")
_STYLES = ((0.35, "“", "”"), (0.35, '"', '"'), (0.1, "«", "»"), (0.08, "„", "“"), (0.12, "‘", "’"))
_NAME_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]{2,})*")
_FIELD = re.compile(r"\{(\w+)\}|\[([^\]]+)\]|([^{\[]+)")


def other_marks(row: Row, rng: np.random.Generator) -> Row:
    """The same article with all its quotation marks of another style; every offset stays."""
    text = row["text"]
    _, opening, closing = _STYLES[int(rng.choice(len(_STYLES), p=[share for share, _, _ in _STYLES]))]
    letters = list(text)
    for quotation in quotations(text):
        if quotation.depth == 0 and quotation.opening == 1:
            letters[quotation.span.start] = opening
            if quotation.closed and quotation.closing == 1:
                letters[quotation.span.end - 1] = closing
    apostrophe = "'" if rng.random() < 0.5 else "’"
    for i in range(1, len(letters) - 1):
        if letters[i] in "'’" and letters[i - 1].isalpha() and letters[i + 1].isalpha():
            letters[i] = apostrophe
    return row | {"text": "".join(letters)}


def renamed(row: Row, rng: np.random.Generator) -> Row:
    """The same article about others: its persons, bodies, places and peoples under invented names of many shapes.

    A person's surname is changed wherever it stands, so that those who were called by it still are.
    """
    text, chosen = row["text"], {}
    edits: dict[tuple[int, int], str] = {}
    words: dict[str, str] = {}
    for start, end, kind in row["names"]:
        name = text[start:end]
        if kind == "person":
            found = list(_NAME_WORD.finditer(text, start, end))
            for i, match in enumerate(found):
                last = i == len(found) - 1
                if match[0][:1].isupper() and len(match[0]) > 2:
                    new = words.setdefault(match[0], (naming.last if last else naming.first)(rng))
                    edits[match.span()] = new.upper() if match[0].isupper() and len(match[0]) > 3 else new
        else:
            if name not in chosen:
                chosen[name] = _other_name(name, kind, rng) if rng.random() < 0.7 else name
            edits[start, end] = chosen[name]
    lower = set(re.findall(r"\b[a-z]+\b", text))
    surnames = {w for w in words if w.lower() not in lower and w in {text[s:e].split()[-1] for s, e, _ in row["names"]}}
    taken = sorted(edits)
    for match in _NAME_WORD.finditer(text):
        if match[0] in surnames and not _touches(taken, match.span()):
            edits[match.span()] = words[match[0]]
    return edited(row, edits)


def _touches(taken: list[tuple[int, int]], span: tuple[int, int]) -> bool:
    place = bisect_right(taken, span)
    return any(overlap(other, span) for other in taken[max(0, place - 1) : place + 1])


def _other_name(name: str, kind: str, rng: np.random.Generator) -> str:
    if name.isupper() and len(name) <= 6:
        letters = naming.acronym(rng, len(name.replace(".", "")))
        return ".".join(letters) + "." if "." in name else letters
    if kind == "group":
        return naming.people(rng) + ("s" if name.endswith("s") else "")
    return naming.body(rng) if kind == "organisation" else naming.place(rng)


def exchanged(row: Row) -> Row:
    """The same article with every word that states a gender exchanged for its counterpart."""
    return edited(row, {(start, end): other for start, end, other in row.get("gendered") or []})


_PRONOUN = {
    "subject": ("he", "she", "they"), "object": ("him", "her", "them"), "possessive": ("his", "her", "their"),
}  # fmt: skip


def pronouned(row: Row, rng: np.random.Generator, share: float = 0.3) -> Row:
    """The same article with pronouns where some names stood (after Kocijan et al. 2019, who mask names in Wikipedia).

    ``share`` of the places where a person named before is named by the surname alone. What each new pronoun means is
    the other places of that surname.
    """
    text = row["text"]
    genders: dict[str, int] = {}
    edits, made = {}, []
    by_name: dict[str, list[list[int]]] = {}
    for start, end, kind in row["names"]:
        if kind == "person":
            by_name.setdefault(text[start:end].split()[-1], []).append([start, end])
    for pronoun in row.get("pronouns") or []:
        gender = {"he": 0, "she": 1, "his": 0, "him": 0, "her": 1}.get(text[slice(*pronoun["at"])].lower())
        for start, end in pronoun["means"]:
            if (
                gender is not None
                and (last := text[start:end].split()[-1].removesuffix("’s").removesuffix("'s")) in by_name
            ):
                genders.setdefault(last, gender)
    for start, end, case in row.get("stand_ins") or []:
        name = text[start:end].removesuffix("’s").removesuffix("'s")
        if rng.random() >= share or name not in by_name:
            continue
        pronoun = _PRONOUN[case][genders.setdefault(name, int(rng.integers(2)))]
        begins = not text[:start].rstrip(' “"').endswith(tuple("abcdefghijklmnopqrstuvwxyz,;"))
        edits[start, end] = pronoun.capitalize() if begins and case != "object" else pronoun
        others = [span for span in by_name[name] if not overlap(span, (start, end))]
        made.append({"at": [start, end], "means": others})
    gone = [list(span) for span in edits]
    names = [n for n in row["names"] if not any(overlap(n[:2], span) for span in gone)]
    pronouns = [
        p | {"means": [span for span in p["means"] if not any(overlap(span, g) for g in gone)]}
        for p in [*(row.get("pronouns") or []), *made]
    ]
    # A machine's pronoun whose every name is gone would say that it means nobody.
    return edited(row | {"names": names, "pronouns": [p for p in pronouns if p["means"]]}, edits)


def edited(row: Row, edits: dict[tuple[int, int], str]) -> Row:
    """``row`` with the texts at some spans replaced, and every span of it moved along."""
    spans = sorted(edits)
    starts, ends = [start for start, _ in spans], [end for _, end in spans]
    shifts, parts, at = [0], [], 0
    for start, end in spans:
        parts += [row["text"][at:start], edits[start, end]]
        shifts.append(shifts[-1] + len(edits[start, end]) - (end - start))
        at = end
    parts.append(row["text"][at:])

    def moved(offset: int, *, end: bool) -> int:
        before = bisect_right(ends, offset)
        if before < len(starts) and starts[before] < offset:  # inside a changed stretch: to its edge
            return ends[before] + shifts[before + 1] if end else starts[before] + shifts[before]
        return offset + shifts[before]

    def move(value: Any) -> Any:
        if isinstance(value, list) and len(value) >= 2 and all(isinstance(v, int) for v in value[:2]):
            return [moved(value[0], end=False), moved(value[1], end=True), *value[2:]]
        if isinstance(value, list):
            return [move(item) for item in value]
        if isinstance(value, dict):
            return {key: move(item) for key, item in value.items()}
        return value

    kept = {key: value for key, value in row.items() if key != "gendered"}
    return {key: move(value) for key, value in kept.items()} | {"text": "".join(parts)}


def wrapped(rows: list[Row], rng: np.random.Generator) -> Row:
    """A made-up release of about ten paragraphs, each an annotated passage in someone's mouth or left as it is.

    ``nested`` of the result lists, for each wrapped passage, the range where everything is ``known`` and the
    ``attributions`` inside it.
    """
    out = _Text()
    for _ in range(int(rng.integers(6, 13))):
        row = rows[int(rng.integers(len(rows)))]
        passages = [p for p in dict.fromkeys((_passage(row, rng), _passage(row, rng))) if p]
        if len(passages) < 2:
            continue
        if out.size:
            out.add("\n\n")
        kind = rng.random()
        if kind < 0.12:
            out.add(_fill(_choose(naming.INVENTED["others"], rng), rng))
        elif kind < 0.34:
            if rng.random() < 0.4:
                out.add(_fill(_choose(naming.INVENTED["datelines"], rng), rng))
            start, _ = out.add(row["text"][slice(*passages[0])])
            out.attributions += _moved(row, passages[0], start)
        else:
            _wrap(out, row, passages, rng)
    return {"text": "".join(out.parts), "attributions": out.attributions, "nested": out.nested}


class _Text:
    """A text under construction that remembers where its parts lie."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.size = 0
        self.attributions: list[Row] = []
        self.nested: list[Row] = []

    def add(self, part: str) -> tuple[int, int]:
        start = self.size
        self.parts.append(part)
        self.size += len(part)
        return start, self.size


def _passage(row: Row, rng: np.random.Generator) -> tuple[int, int] | None:
    """A paragraph of 6 to 60 words that no attribution leaves or enters and that is not set aside."""
    found = list(paragraphs(row["text"]))
    spans = [span for attribution in row["attributions"] for role in ROLES for span in attribution[role]]
    for i in rng.permutation(len(found))[:12]:
        start, end = found[i]
        text = row["text"][start:end].rstrip()
        whole = (start, start + len(text))
        crossing = any(overlap(s, whole) and not (whole[0] <= s[0] and s[1] <= whole[1]) for s in spans)
        set_aside = any(overlap(span, whole) for span in row.get("discard") or [])
        if 6 <= len(text.split()) <= 60 and not crossing and not set_aside and "\n" not in text:
            return whole
    return None


def _moved(row: Row, passage: tuple[int, int], start: int) -> list[Row]:
    """The attributions of a passage, moved to where it now lies."""
    low, high = passage
    kept = []
    for attribution in row["attributions"]:
        spans = [span for role in ROLES for span in attribution[role]]
        if all(low <= s and e <= high for s, e in spans):
            shift = start - low
            kept.append({role: [[s + shift, e + shift] for s, e in attribution[role]] for role in ROLES})
    return kept


def _wrap(out: _Text, row: Row, passages: list[tuple[int, int]], rng: np.random.Generator) -> None:
    """Put one or two passages into someone's mouth, in one of the forms of releases and news."""
    _, opening, closing = _STYLES[int(rng.choice(3, p=[0.5, 0.42, 0.08]))]
    spans: dict[str, list[list[int]]] = {"source": [], "cue": [], "content": []}
    nested: Row = {"known": spans["content"], "attributions": []}
    waiting = iter(passages)
    for name, cue, plain in _parts(_choose(naming.INVENTED["forms"], rng)):
        if cue:
            spans["cue"].append(list(out.add(_fill(cue, rng))))
        elif plain:
            out.add(plain)
        elif name in ("source", "Source", "last"):
            source = _fill("{last}" if name == "last" else _choose(naming.INVENTED["sources"], rng), rng)
            spans["source"].append(list(out.add(source[:1].upper() + source[1:] if name == "Source" else source)))
        else:
            passage = next(waiting)
            span, start = _content(out, name, _plain_marks(row["text"][slice(*passage)]), opening, closing)
            spans["content"].append(list(span))
            nested["attributions"] += _moved(row, passage, start)
    out.attributions.append(spans)
    out.nested.append(nested)


def _plain_marks(text: str) -> str:
    """Double marks made single, so that the text can stand between double ones."""
    return text.translate(str.maketrans('“”"«»', "‘’'‘’"))


def _parts(form: str) -> Iterator[tuple[str, str, str]]:
    """The parts of a form: a field's name, the cue, or plain text; the other two empty."""
    for match in _FIELD.finditer(form):
        yield match[1] or "", match[2] or "", match[3] or ""


def _content(out: _Text, name: str, text: str, opening: str, closing: str) -> tuple[tuple[int, int], int]:
    """Add the passage as a form wants it; its span with marks or "that", and where the passage itself begins."""
    if name == "plain":
        start, end = out.add(text)
        return (start, end), start
    if name == "that":
        start, begin = out.add("that ")
        _, end = out.add(text[:1].lower() + text[1:] if text[1:2].islower() else text)
        return (start, end), begin
    if name == "running" and text.endswith("."):
        text = text[:-1] + ","
    start, begin = out.add(opening)
    out.add(text)
    end = out.size if name == "open" else out.add(closing)[1]
    return (start, end), begin


def _fill(form: str, rng: np.random.Generator) -> str:
    """A form with its fields filled from the invented names."""
    last, title, city = _pick("last", rng), _pick("titles", rng), _pick("cities", rng)
    fields = {"name": f"{_pick('first', rng)} {last}", "last": last, "title": title, "office": title.lower()}
    fields |= {"city": city, "CITY": city.upper(), "body": _pick("bodies", rng), "verb": _pick("verbs", rng)}
    numbers = {"day": int(rng.integers(1, 29)), "year": int(rng.integers(1998, 2027))}
    return form.format(**fields, **numbers, month=_pick("months", rng))


def _pick(name: str, rng: np.random.Generator) -> str:
    found: str = naming.INVENTED[name][int(rng.integers(len(naming.INVENTED[name])))]
    return found


def _choose(options: list[list[Any]], rng: np.random.Generator) -> Any:
    shares = np.array([share for share, _ in options], float)
    return options[int(rng.choice(len(options), p=shares / shares.sum()))][1]
