"""The annotated corpora as rows (see corpus): which words of each are names, what each pronoun stands for.

Nothing of them is stored in the project; ``data`` is the folder where they lie.
"""

from __future__ import annotations

import csv
import gzip
import hashlib
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from corpus import Row, load

from onrecord.normalise.words import FUNCTION, HONORIFICS, OFFICES, RANKS, is_role
from onrecord.reader.stands import THIRD

_CORENLP = {"PERSON": "person", "ORGANIZATION": "organisation", "LOCATION": "place", "MISC": "group"}
"""CoreNLP's four classes; its MISC is mostly nationalities, parties and faiths."""

COUNTERPARTS = {
    a: b
    for one, other in (
        ("he", "she"), ("him", "her"), ("his", "her"), ("himself", "herself"), ("mr.", "ms."), ("mr", "ms"),
        ("man", "woman"), ("men", "women"), ("husband", "wife"), ("father", "mother"), ("son", "daughter"),
        ("brother", "sister"), ("king", "queen"), ("prince", "princess"), ("boy", "girl"), ("uncle", "aunt"),
        ("chairman", "chairwoman"), ("spokesman", "spokeswoman"), ("congressman", "congresswoman"),
        ("businessman", "businesswoman"), ("dad", "mom"), ("nephew", "niece"), ("sir", "madam"),
    )
    for a, b in ((one, other), (other, one))
}  # fmt: skip
"""Words that state a gender and those that state the other; "her" has two, by its part of speech."""

_PRONOUNS = THIRD | frozenset(["i", "me", "my", "we", "us", "our", "you", "your", "who"])

_RE3D = {"Person": "person", "Organisation": "organisation", "Location": "place", "Nationality": "group"}


def polnear(data: Path, part: str) -> list[Row]:
    """The articles of PolNeAR with attributions, and what CoreNLP says of names and pronouns."""
    folder = data / "attribution" / "polnear"
    rows = load(folder / f"{part}.jsonl.gz")
    parses = {row["id"]: row for row in load(folder / f"{part}.corenlp.jsonl.gz")}
    for row in rows:
        parse = parses.get(row["id"])
        if parse is not None:
            row["names"] = [name for sentence in parse["sents"] for name in _machine_names(sentence)]
            row["pronouns"] = list(_machine_pronouns(parse))
            row["gendered"] = list(_gendered(parse, row["text"]))
            row["stand_ins"] = list(_stand_ins(parse, row["text"]))
    return rows


def _gendered(parse: Row, text: str) -> Iterator[list[Any]]:
    """The words that say a person's gender, each with its counterpart."""
    for sentence in parse["sents"]:
        for start, end, _, _, tag, _ in sentence["tok"]:
            if other := counterpart(text[start:end], possessive=tag == "PRP$"):
                yield [start, end, other]


def counterpart(word: str, *, possessive: bool) -> str | None:
    """The word that states the other gender; None for a word that states none."""
    low = word.lower()
    other = ("his" if possessive else "him") if low == "her" else COUNTERPARTS.get(low)
    return other and (other.capitalize() if word[0].isupper() else other)


_CASES = {"nsubj": "subject", "nsubjpass": "subject", "nmod:poss": "possessive", "dobj": "object", "nmod": "object"}


def _stand_ins(parse: Row, text: str) -> Iterator[list[Any]]:
    """Persons' names for which a pronoun could stand: ``[start, end, case]``, a possessive ending included.

    Such as are named by their last word alone and have been named before.
    """
    met: set[str] = set()
    for sentence in parse["sents"]:
        tokens, heads = sentence["tok"], sentence["dep"]
        for i, token in enumerate(tokens):
            if token[5] != "PERSON" or (i + 1 < len(tokens) and tokens[i + 1][5] == "PERSON"):
                continue
            word = text[token[0] : token[1]]
            case = _CASES.get(heads[i][1])
            follows = i + 1 < len(tokens) and text[tokens[i + 1][0] : tokens[i + 1][1]] in ("’s", "'s")
            lone = i == 0 or (tokens[i - 1][5] != "PERSON" and not tokens[i - 1][4].startswith("NNP"))
            if lone and word in met and case and follows == (case == "possessive"):
                yield [token[0], tokens[i + 1][1] if follows else token[1], case]
            met.add(word)


def _machine_names(sentence: Row) -> Iterator[list[Any]]:
    run: list[list[Any]] = []
    previous = None
    for token in [*sentence["tok"], [0, 0, 0, "", "", ""]]:
        kind = _CORENLP.get(token[5])
        if run and kind != previous:
            yield [run[0][0], run[-1][1], previous]
            run = []
        if kind is not None:
            run.append(token)
        previous = kind


def _machine_pronouns(parse: Row) -> Iterator[Row]:
    """Of a machine's chains only he and she are taken, and only where the chain holds a person's name."""
    for chain in parse["coref"]:
        mentions, lone, named = [], [], False
        for sentence, first, last, *_ in chain:
            tokens = parse["sents"][sentence]["tok"][first:last]
            if last - first == 1 and tokens[0][4] in ("PRP", "PRP$"):
                lone.append((tokens[0][0], tokens[0][1], tokens[0][3]))
            elif tokens and last - first <= 6:
                named = named or any(token[5] == "PERSON" for token in tokens)
                mentions.append([tokens[0][0], tokens[-1][1]])
        if named:
            spans = [*mentions, *([start, end] for start, end, _ in lone)]
            for start, end, lemma in lone:
                if lemma in ("he", "she", "himself", "herself"):
                    yield {"at": [start, end], "means": [s for s in spans if s != [start, end]], "silver": True}


# Universal Dependencies ----------------------------------------------------------------------------------


def treebank(path: Path) -> Iterator[Row]:
    """The documents of a CoNLL-U file: tokens, and, where it has them (GUM), names and pronouns."""
    documents: list[list[dict[str, Any]]] = []
    sentence: dict[str, Any] = {"tokens": [], "whole": {}, "break": False}
    fresh = False
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            line = line.rstrip("\n")
            if line.startswith("# newdoc"):
                documents.append([])
            elif line.startswith("# newpar"):
                fresh = True
            elif not line and sentence["tokens"]:
                sentence["break"] = fresh
                documents[-1].append(sentence)
                sentence, fresh = {"tokens": [], "whole": {}, "break": False}, False
            elif line[:1].isdigit():
                cells = line.split("\t")
                if "-" in cells[0]:
                    first, last = map(int, cells[0].split("-"))
                    sentence["whole"][first] = (last, cells[1], cells[9])
                elif "." not in cells[0]:
                    sentence["tokens"].append(cells)
    for document in documents:
        yield _document(document)


def _document(sentences: list[dict[str, Any]]) -> Row:
    text, size = [], 0
    tokens: list[list[Any]] = []
    gendered: list[list[Any]] = []
    entities = _Entities()
    for sentence in sentences:
        if size:
            text.append("\n\n" if sentence["break"] else " ")
            size += len(text[-1])
        base, until = len(tokens), 0
        for number, cells in enumerate(sentence["tokens"], 1):
            word, spaced = cells[1], "SpaceAfter=No" not in cells[9]
            if number in sentence["whole"]:
                until, whole, misc = sentence["whole"][number]
                spaces = "SpaceAfter=No" not in misc
            if number <= until:
                spaced = spaces and number == until
                if number == until and number in sentence["whole"]:
                    word = whole
            head = base + int(cells[6]) - 1 if cells[6] != "0" else base + number - 1
            tokens.append([size, size + len(word), cells[3], cells[7], head])
            if other := counterpart(word, possessive=cells[4] == "PRP$"):
                gendered.append([size, size + len(word), other])
            entities.token(cells, len(tokens) - 1)
            text.append(word + (" " if spaced and number < len(sentence["tokens"]) else ""))
            size += len(text[-1])
    row: Row = {"text": "".join(text), "tokens": tokens, "gendered": gendered}
    if entities.mentions:
        row |= entities.row(tokens)
    return row


class _Entities:
    """The entity mentions of a GUM document, from the brackets in its last column."""

    def __init__(self) -> None:
        self.open: list[tuple[str, str, int]] = []
        self.mentions: list[tuple[str, str, int, int]] = []
        self.forms: list[str] = []
        self.plural: list[bool] = []

    def token(self, cells: list[str], i: int) -> None:
        self.forms.append(cells[1])
        self.plural.append("Number=Plur" in cells[5])
        found = re.search(r"Entity=([^|]+)", cells[9])
        if not found:
            return
        for match in re.finditer(r"\([^()]+\)?|[^()]+\)", found[1]):
            part = match[0]
            if part.startswith("("):
                fields = part.strip("()").split("-")
                self.open.append((fields[0].split("[")[0], fields[1] if len(fields) > 1 else "", i))
            if part.endswith(")"):
                group = part.strip("()").split("-")[0].split("[")[0]
                for at in range(len(self.open) - 1, -1, -1):
                    if self.open[at][0] == group:
                        _, kind, first = self.open.pop(at)
                        self.mentions.append((group, kind, first, i + 1))
                        break

    def row(self, tokens: list[list[Any]]) -> Row:
        """Names and pronouns of the document."""
        names: dict[tuple[int, int], str] = {}
        unsure: list[list[int]] = []
        places: dict[str, list[tuple[int, int]]] = {}
        for group, kind, first, last in self.mentions:
            head = _head(tokens, first, last)
            lone = last - first == 1 and tokens[first][2] == "PRON"
            span = (first, last) if last - first <= 3 else (head, head + 1)
            if not lone and tokens[head][2] == "PROPN":
                span = _name(tokens, self.forms, first, last, head, kind == "person")
                named = _kind(kind, self.forms[span[0] : span[1]], plural=self.plural[span[1] - 1])
                if named:
                    names[span] = named
                else:
                    unsure.append([tokens[span[0]][0], tokens[span[1] - 1][1]])
            places.setdefault(group, []).append(span)
        outer = [s for s in names if not any(t != s and t[0] <= s[0] and s[1] <= t[1] for t in names)]
        # Nationalities as adjectives are names of groups elsewhere, and no mentions here.
        adjectives = [t[:2] for form, t in zip(self.forms, tokens, strict=True) if t[2] == "ADJ" and form[:1].isupper()]
        inside = {i for a, b in outer for i in range(a, b)}
        loose = [
            t[:2] for i, t in enumerate(tokens) if t[2] == "PROPN" and i not in inside and self.forms[i][:1].isupper()
        ]
        return {
            "names": [[tokens[a][0], tokens[b - 1][1], names[a, b]] for a, b in sorted(outer)],
            "unsure": [*unsure, *adjectives, *loose],
            "pronouns": list(self._pronouns(tokens, places)),
        }

    def _pronouns(self, tokens: list[list[Any]], places: dict[str, list[tuple[int, int]]]) -> Iterator[Row]:
        spans = lambda found: [[tokens[a][0], tokens[b - 1][1]] for a, b in found]  # noqa: E731
        groups = {span: group for group, found in places.items() for span in found if span[1] - span[0] == 1}
        for i, token in enumerate(tokens):
            if token[2] != "PRON" or self.forms[i].lower() not in THIRD:
                continue
            group = groups.get((i, i + 1))
            others = [span for span in places.get(group or "", []) if span != (i, i + 1)]
            before = [span for span in others if span[0] < i]
            yield {"at": token[:2], "means": spans(before or others)}


def _head(tokens: list[list[Any]], first: int, last: int) -> int:
    """The token of a span whose own head lies outside it."""
    return next((i for i in range(first, last) if not first <= tokens[i][4] < last or tokens[i][4] == i), last - 1)


def _name(tokens: list[list[Any]], forms: list[str], first: int, last: int, head: int, person: bool) -> tuple[int, int]:
    """The name proper in a mention: its head with what belongs to the name, without title, apposition and article."""
    inside = {head}
    for _ in range(4):
        for i in range(first, last):
            _, _, part, relation, to = tokens[i]
            if i in inside or to not in inside:
                continue
            capital = forms[i][:1].isupper() or forms[i].lower().startswith(("al", "de", "van", "von", "bin"))
            fixed = relation in ("flat", "compound") and (part == "PROPN" or capital)
            more = (relation in ("amod", "nummod", "conj") and capital) or (relation == "nmod" and part == "PROPN")
            if fixed or (more and not person):
                inside.add(i)
    inside = {i for i in inside if not (i != head and forms[i].lower().rstrip(".") in HONORIFICS)}
    a = b = head
    while a > first and _goes_on(forms, inside, a - 1, -1):
        a -= 1
    while b + 1 < last and _goes_on(forms, inside, b + 1, 1):
        b += 1
    while a not in inside:
        a += 1
    while b not in inside:
        b -= 1
    return a, b + 1


_JOINTS = frozenset(("of", "the", "and", "for", "&", "-", "–", "'", "’", "'s", "’s", ".", "on", "de", "in"))


def _goes_on(forms: list[str], inside: set[int], i: int, step: int) -> bool:
    """Whether token ``i`` is of the name, or joins it to a token of it that is at most three further on."""
    if i in inside:
        return True
    return forms[i].lower() in _JOINTS and any(
        j in inside and all(forms[k].lower() in _JOINTS for k in range(min(i, j) + 1, max(i, j)) if k not in inside)
        for j in range(i + step, i + 4 * step, step)
    )


def _kind(entity: str, words: list[str], *, plural: bool) -> str | None:
    """The kind of actor of a name in GUM; None where it is no name: an office alone, a work, an event."""
    if not (words[0][:1].isupper() or words[-1][:1].isupper()):
        return None
    if entity == "person":
        if plural and len(words) == 1:
            return "group"
        return None if plural or all(is_role(w.lower()) or w.lower() in RANKS for w in words) else "person"
    return {"organization": "organisation", "place": "place"}.get(entity)


# Others ---------------------------------------------------------------------------------------------------


def re3d(data: Path, part: str) -> Iterator[Row]:
    """Releases and reports with their names; one in five, by the hash of its id, is the development part."""
    for folder in sorted((data / "actors" / "re3d").iterdir()):
        if not folder.is_dir():
            continue
        entities: dict[str, list[Row]] = {}
        for entity in _lines(folder / "entities.json"):
            entities.setdefault(entity["documentId"], []).append(entity)
        for document in _lines(folder / "documents.json"):
            key = document["_id"]
            held = hashlib.sha256(key.encode()).digest()[0] % 5 == 0
            if held == (part == "dev"):
                yield {"id": key, "text": document["text"]} | _re3d_names(document["text"], entities.get(key, []))


def _lines(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8-sig").splitlines() if line.strip()]


def _re3d_names(text: str, entities: list[Row]) -> Row:
    """Names in re3d: its spans also hold titles, descriptions and plain nouns, which are left open."""
    names, unsure = [], []
    for entity in entities:
        kind = _RE3D.get(entity["type"])
        start, end = entity["begin"], entity["end"]
        if kind is None or text[start:end] != entity["value"]:
            continue
        words = entity["value"].split()
        if kind == "place" and ", " in entity["value"]:
            unsure.append([start, end])
            continue
        if entity["value"].lower() in _PRONOUNS:
            continue
        while words and (_is_title(words[0]) if kind == "person" else words[0].lower() == "the"):
            start += len(words[0]) + 1
            words = words[1:]
        capital = bool(words) and words[0][:1].isupper() and (words[-1][:1].isupper() or len(words) == 1)
        titled = kind == "person" and any(is_role(word) or word.islower() for word in words)
        if capital and not titled and text[start:end].split() == words:
            names.append([start, end, kind])
        elif any(word[:1].isupper() for word in words):
            unsure.append([entity["begin"], entity["end"]])
    outer = [n for n in names if not any(m != n and m[0] <= n[0] and n[1] <= m[1] for m in names)]
    return {"names": outer, "unsure": unsure}


def _is_title(word: str) -> bool:
    low = word.lower().rstrip(".")
    return low in OFFICES or low in HONORIFICS or low == "the"


def gap(path: Path) -> Iterator[Row]:
    """Wikipedia passages with one pronoun and two names it may stand for (Webster et al. 2018)."""
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            text, at = row["Text"], int(row["Pronoun-offset"])
            meant, other = [], []
            for letter in "AB":
                name, start = row[letter], int(row[f"{letter}-offset"])
                (meant if row[f"{letter}-coref"] == "TRUE" else other).append((name, start))
            if not meant:
                continue
            means = [[s, s + len(name)] for name, _ in meant for s in _everywhere(text, name)]
            # Other pronouns may stand for anybody, and so may parts of the names.
            surnames = {name.split()[-1] for name, _ in meant}
            unsure = [list(m.span()) for m in re.finditer(r"\b(?:[Hh]e|[Hh]i[ms]|[Ss]he|[Hh]ers?)\b", text)]
            unsure += [list(m.span()) for m in re.finditer(r"\w+", text) if m[0] in surnames]
            yield {
                "id": row["ID"],
                "text": text,
                "pronouns": [{"at": [at, at + len(row["Pronoun"])], "means": means, "unsure": unsure}],
                "gendered": list(gendered(text)),
            }


def gendered(text: str) -> Iterator[list[Any]]:
    """As :func:`_gendered`, of a text without a parse: "her" before a word that is no function word is possessive."""
    for match in re.finditer(r"[A-Za-z]+", text):
        after = re.match(r" ([A-Za-z]+)", text[match.end() : match.end() + 20])
        possessive = bool(after) and after[1].lower() not in FUNCTION
        if other := counterpart(match[0], possessive=possessive):
            yield [*match.span(), other]


def _everywhere(text: str, name: str) -> list[int]:
    return [match.start() for match in re.finditer(rf"\b{re.escape(name)}\b", text)]
