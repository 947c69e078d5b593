"""Training texts made from annotated ones: other quotation marks, and passages wrapped in an outer attribution.

PolNeAR holds news only and annotates outermost attributions only. Wrapping one of its passages in the forms that press
releases use gives both what it lacks: those forms, and attributions inside a content.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from onrecord.reader.quotes import paragraphs, quotations
from onrecord.spans import overlap

Row = dict[str, Any]
ROLES = ("source", "cue", "content")
_INVENTED = tomllib.loads((Path(__file__).parent / "invented.toml").read_text(encoding="utf-8"))
_STYLES = ((0.35, "“", "”"), (0.35, '"', '"'), (0.1, "«", "»"), (0.08, "„", "“"), (0.12, "‘", "’"))
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
            out.add(_fill(_choose(_INVENTED["others"], rng), rng))
        elif kind < 0.34:
            if rng.random() < 0.4:
                out.add(_fill(_choose(_INVENTED["datelines"], rng), rng))
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
    for name, cue, plain in _parts(_choose(_INVENTED["forms"], rng)):
        if cue:
            spans["cue"].append(list(out.add(_fill(cue, rng))))
        elif plain:
            out.add(plain)
        elif name in ("source", "Source", "last"):
            source = _fill("{last}" if name == "last" else _choose(_INVENTED["sources"], rng), rng)
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
    found: str = _INVENTED[name][int(rng.integers(len(_INVENTED[name])))]
    return found


def _choose(options: list[list[Any]], rng: np.random.Generator) -> Any:
    shares = np.array([share for share, _ in options], float)
    return options[int(rng.choice(len(options), p=shares / shares.sum()))][1]
