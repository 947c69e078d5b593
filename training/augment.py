"""Training texts made from annotated ones: other quotation marks, and passages wrapped in an outer attribution.

PolNeAR holds news only and annotates outermost attributions only. Wrapping one of its passages in the forms that press
releases use gives both what it lacks: those forms, and attributions inside a content. All names here are invented.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from onrecord.reader.quotes import paragraphs, quotations
from onrecord.spans import overlap

_FIRST = """Ada Bruno Carla Dario Edda Farid Gala Hugo Ines Jonas Kira Leon Mira Nadia Oskar Petra Quentin Rosa Samir Tilda
Ursula Viktor Wanda Xenia Yusuf Zora Amara Bao Chike Devika Emre Fatou Giorgos Hanako Ismail Jun Katya Lwazi Meera Noor""".split()
_LAST = """Adler Brandt Costa Dorn Eklund Farkas Galanis Haddad Ivers Janda Kessler Lindqvist Moreau Novik Okafor Pereira
Quist Rahimi Sandoval Tanaka Ulrich Varga Weiss Xu Yilmaz Zeman Abara Bello Chandra Duarte Eze Fontaine Gupta Holm Ito
Jansen Kamara Lopes Mbeki-Stone O'Dell al-Sabri de Wit van Rooy""".split("\n")
_LAST = [name for line in _LAST for name in line.split()]
_TITLES = """Commissioner|Chair|Chairwoman|Chairman|Minister|Secretary-General|Executive Director|President|Vice President|Mayor|
Senator|Ambassador|spokesperson|spokeswoman|Chief Executive|Director-General|Governor|Prime Minister|Foreign Minister|
Health Minister|General Secretary|Professor|Dr.|Deputy Minister|Board member|CEO|High Commissioner|Inspector|Judge""".replace(
    "\n", ""
).split("|")
_BODIES = """Harbour Authority|Council of Ports|Ministry of Water|Lower House|Northern Relief Fund|Transport Union|Court of Accounts|
Institute for Soil Research|City of Marrowdale|Veterans' League|Energy Board|Republic of Tessaly|Upland Farmers' Union|
People's Front|World Grain Office|Bank of Orsk|National Weather Service|Coastal Guard|Free Press Foundation|Medical Society""".replace(
    "\n", ""
).split("|")
_VERBS = "said told stated added wrote announced warned insisted noted explained argued stressed emphasized declared".split()


def other_marks(row: dict[str, Any], rng: np.random.Generator) -> dict[str, Any]:
    """The same article with all its quotation marks of another style; every offset stays."""
    text = row["text"]
    doubles = [("“", "”"), ('"', '"'), ("«", "»"), ("„", "“"), ("‘", "’")][
        rng.choice(5, p=[0.35, 0.35, 0.1, 0.08, 0.12])
    ]
    letters = list(text)
    for quotation in quotations(text):
        if quotation.depth == 0 and quotation.opening == 1:
            letters[quotation.span.start] = doubles[0]
            if quotation.closed and quotation.closing == 1:
                letters[quotation.span.end - 1] = doubles[1]
    straight = rng.random() < 0.5
    letters = [
        ("'" if straight else "’")
        if c in "'’" and 0 < i < len(letters) - 1 and letters[i - 1].isalpha() and letters[i + 1].isalpha()
        else c
        for i, c in enumerate(letters)
    ]
    return row | {"text": "".join(letters)}


class _Text:
    """A text under construction that remembers where its parts lie."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.size = 0
        self.attributions: list[dict[str, Any]] = []
        self.nested: list[dict[str, Any]] = []

    def add(self, part: str) -> tuple[int, int]:
        start = self.size
        self.parts.append(part)
        self.size += len(part)
        return start, self.size


def wrapped(rows: list[dict[str, Any]], rng: np.random.Generator) -> dict[str, Any]:
    """A made-up release of about ten paragraphs, each an annotated passage put into someone's mouth or left as it is."""
    out = _Text()
    for _ in range(int(rng.integers(6, 13))):
        row = rows[int(rng.integers(len(rows)))]
        passage = _passage(row, rng)
        if passage is None:
            continue
        if out.size:
            out.add("\n\n")
        (_leave if rng.random() < 0.25 else _wrap)(out, row, passage, rng)
    return {"text": "".join(out.parts), "attributions": out.attributions, "nested": out.nested}


def _passage(row: dict[str, Any], rng: np.random.Generator) -> tuple[int, int] | None:
    """A paragraph of 6 to 60 words that no attribution leaves or enters and that is not set aside."""
    found = list(paragraphs(row["text"]))
    spans = [span for a in row["attributions"] for role in ("source", "cue", "content") for span in a[role]]
    for i in rng.permutation(len(found))[:12]:
        start, end = found[i]
        text = row["text"][start:end].rstrip()
        end = start + len(text)
        crossing = any(
            overlap(span, (start, end)) and not (start <= span[0] and span[1] <= end) for span in spans
        )
        set_aside = any(overlap(span, (start, end)) for span in row.get("discard") or [])
        if 6 <= len(text.split()) <= 60 and not crossing and not set_aside and "\n" not in text:
            return start, end
    return None


def _inner(row: dict[str, Any], passage: tuple[int, int], shift: int) -> list[dict[str, Any]]:
    """The attributions of a passage, moved to where it now lies."""
    low, high = passage
    kept = []
    for attribution in row["attributions"]:
        spans = [span for role in ("source", "cue", "content") for span in attribution[role]]
        if spans and all(low <= start and end <= high for start, end in spans):
            kept.append(
                {
                    role: [[s - low + shift, e - low + shift] for s, e in attribution[role]]
                    for role in ("source", "cue", "content")
                }
            )
    return kept


def _leave(out: _Text, row: dict[str, Any], passage: tuple[int, int], rng: np.random.Generator) -> None:
    start, _ = out.add(row["text"][slice(*passage)])
    out.attributions += _inner(row, passage, start)


def _person(rng: np.random.Generator) -> tuple[str, str, str]:
    pick = lambda xs: xs[int(rng.integers(len(xs)))]  # noqa: E731
    return f"{pick(_FIRST)} {pick(_LAST)}", pick(_TITLES), pick(_BODIES)


def _source(rng: np.random.Generator) -> str:
    name, title, body = _person(rng)
    last = name.split(" ", 1)[1]
    forms = [
        name,
        f"{title} {name}",
        f"{name}, {title} of the {body}",
        f"{body} {title} {name}",
        f"the {body}",
        body,
        last,
        f"{title} {last}",
        "she",
        "he",
        "the " + title.lower(),
        f"{name}, the {title.lower()} of the {body}",
        f"{body}'s {title} {name}",
        f"{name} ({body})",
    ]
    return forms[
        int(
            rng.choice(
                len(forms),
                p=[0.12, 0.16, 0.12, 0.08, 0.08, 0.06, 0.08, 0.06, 0.04, 0.04, 0.04, 0.05, 0.04, 0.03],
            )
        )
    ]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _wrap(out: _Text, row: dict[str, Any], passage: tuple[int, int], rng: np.random.Generator) -> None:
    """One of the forms in which releases and news put words into a mouth."""
    text = row["text"][slice(*passage)]
    opening, closing = [("“", "”"), ('"', '"'), ("«", "»")][int(rng.choice(3, p=[0.5, 0.42, 0.08]))]
    if opening in text or closing in text:
        text = text.translate(str.maketrans('“”"«»', "‘’'‘’"))
    verb = _VERBS[int(rng.integers(len(_VERBS)))]
    who = _source(rng)
    style = int(rng.choice(8, p=[0.16, 0.12, 0.14, 0.12, 0.12, 0.08, 0.16, 0.10]))
    if style == 0:  # “…” – Commissioner N. N.
        content, shift = _quoted(out, text, opening, closing)
        out.add([" ", "\n"][int(rng.random() < 0.3)])
        cue = out.add(["–", "—", "-", "--"][int(rng.integers(4))])
        out.add([" ", ""][int(rng.random() < 0.3)])
        source = out.add(_capital(who))
    elif style == 1:  # From Chair N. N.: “…”
        out.add(["From ", "And from ", "Statement from "][int(rng.integers(3))])
        source = out.add(who)
        cue = out.add(":")
        out.add(" ")
        content, shift = _quoted(out, text, opening, closing)
    elif style == 2:  # N. N.: “…”
        source = out.add(_capital(who))
        cue = out.add(":")
        out.add(" ")
        content, shift = _quoted(out, text, opening, closing)
    elif style == 3:  # N. N.: …
        source = out.add(_capital(who))
        cue = out.add(":")
        out.add(" ")
        content = out.add(text)
        shift = content[0]
    elif style in (4, 5):  # N. N. said that … / N. N. told reporters: “…”
        source = out.add(_capital(who))
        out.add(" ")
        cue = out.add(verb if style == 4 else "told")
        out.add(" " if style == 4 else " reporters" + [" ", ": ", " on Tuesday: "][int(rng.integers(3))])
        if style == 4:
            start = out.add("that ")[0]
            shift, end = out.add(text[:1].lower() + text[1:] if text[1:2].islower() else text)
            content = (start, end)
        else:
            content, shift = _quoted(out, text, opening, closing)
    elif style == 6:  # “…,” said N. N.
        body = text[:-1] + "," if text.endswith(".") else text
        content, shift = _quoted(out, body, opening, closing)
        out.add(" ")
        if rng.random() < 0.5:
            cue = out.add(verb)
            out.add(" ")
            source = out.add(who)
        else:
            source = out.add(who)
            out.add(" ")
            cue = out.add(verb)
        out.add(".")
    else:  # N. N. said: “…”
        source = out.add(_capital(who))
        out.add(" ")
        cue = out.add(verb + ":")
        out.add(" ")
        content, shift = _quoted(out, text, opening, closing)
    out.attributions.append({"source": [list(source)], "cue": [list(cue)], "content": [list(content)]})
    out.nested.append({"known": [list(content)], "attributions": _inner(row, passage, shift)})


def _quoted(out: _Text, text: str, opening: str, closing: str) -> tuple[tuple[int, int], int]:
    start, shift = out.add(opening)
    out.add(text)
    _, end = out.add(closing)
    return (start, end), shift
