"""Actors: pronouns of GAP, names of GUM and of re3d, and re3d's roles, from whole records.

    python benchmarks/actors.py [--shared ../shared] [--errors]

What counts, by corpus:

- GAP development (Webster et al. 2018): a pronoun's actor is the one among whose mentions the pronoun is; of the two
  names of a row those are found that are mentions of that actor. F over both, by the pronoun's gender, and the
  feminine F in per cent of the masculine.
- GUM dev, re3d dev (one document in five, by the hash of its id): a name counts if an actor of its kind has a mention
  with just these edges (article and title aside). What the corpora annotate as something else than a name (offices,
  descriptions, adjectives of nationality) counts for nothing. The map from their labels is ``training/sources.py``.
- re3d's roles: the pairs of a person and an organisation that it relates by BelongsTo or InChargeOf, and of a person
  and a title that it calls synonyms or attributes, found where a record gives that person such a role.
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import corpora
from corpora import Corpus, Rows

sys.path.append(str(Path(__file__).resolve().parents[1] / "training"))

KINDS = ("person", "organisation", "place")
FEMININE = frozenset(("she", "her", "hers", "herself"))

Json = dict[str, Any]


def read(documents: Rows) -> Rows:
    """The records of the documents, by id, as plain data."""
    import onrecord

    return {id: onrecord.read(row["text"], id=id).to_dict() for id, row in documents.items()}


# GAP ------------------------------------------------------------------------------------------------------


def gap_rows(path: Path) -> Rows:
    """The rows of a GAP file with their two names and the pronoun as spans."""
    out: Rows = {}
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            span = lambda name, at: [int(row[at]), int(row[at]) + len(row[name])]  # noqa: B023, E731
            out[row["ID"]] = {
                "text": row["Text"],
                "pronoun": span("Pronoun", "Pronoun-offset"),
                "names": [span(name, f"{name}-offset") for name in "AB"],
                "same": [row[f"{name}-coref"] == "TRUE" for name in "AB"],
            }
    return out


def gap_answer(row: Json, record: Json) -> list[bool]:
    """Which of the row's two names the record takes the pronoun for."""
    holds = lambda actor, span: any(a < span[1] and span[0] < b for a, b in actor["mentions"])  # noqa: E731
    meant = [actor for actor in record["actors"] if row["pronoun"] in [list(m) for m in actor["mentions"]]]
    return [any(holds(actor, span) for actor in meant) for span in row["names"]]


def gap_figures(_: Any, documents: Rows, records: Rows) -> dict[str, float]:
    """F over both names of all rows, by the gender of the pronoun."""
    counts = {gender: [0, 0, 0] for gender in ("masculine", "feminine")}
    for id, row in documents.items():
        gender = "feminine" if row["text"][slice(*row["pronoun"])].lower() in FEMININE else "masculine"
        for wanted, found in zip(row["same"], gap_answer(row, records[id]), strict=True):
            for i, hit in enumerate((wanted and found, found, wanted)):
                counts[gender][i] += hit
    both = [sum(pair) for pair in zip(*counts.values(), strict=True)]
    figures = {f"{name} F": _f(*found) for name, found in (*counts.items(), ("overall", both))}
    ratio = figures["feminine F"] / figures["masculine F"] if figures["masculine F"] else 0.0
    precision = round(100 * both[0] / max(both[1], 1), 1)
    return figures | {"precision": precision, "feminine ÷ masculine": round(100 * ratio, 1)}


def exchanged(documents: Rows) -> Rows:
    """GAP's rows with every word that states a gender exchanged for its counterpart: what is hard about the passages
    stays with them, what is hard about a gender does not."""
    import augment
    from sources import gendered

    out: Rows = {}
    for id, row in documents.items():
        spans = {"text": row["text"], "pronoun": [row["pronoun"]], "names": row["names"]}
        made = augment.exchanged(spans | {"gendered": list(gendered(row["text"]))})
        out[f"{id} exchanged"] = row | {"text": made["text"], "pronoun": made["pronoun"][0], "names": made["names"]}
    return out


def _f(right: int, found: int, wanted: int) -> float:
    return round(200 * right / (found + wanted), 1) if found + wanted else 0.0


# Names ----------------------------------------------------------------------------------------------------


def name_figures(_: Any, documents: Rows, records: Rows) -> dict[str, float]:
    """F of names by kind, of all of them, and of all whatever their kind."""
    counts = {kind: [0, 0, 0] for kind in (*KINDS, "any kind")}
    for id, row in documents.items():
        wanted = {(start, end): kind for start, end, kind in row["names"] if kind in KINDS}
        found = {
            span: actor["kind"]
            for actor in records[id]["actors"]
            for span in map(tuple, actor["mentions"])
            if _named(row["text"], span) and not _loose(span, row, wanted)
        }
        for span in wanted.keys() | found.keys():
            for kind in KINDS:
                hits = wanted.get(span) == kind, found.get(span) == kind
                for i, hit in enumerate((all(hits), hits[1], hits[0])):
                    counts[kind][i] += hit
            for i, hit in enumerate((span in wanted and span in found, span in found, span in wanted)):
                counts["any kind"][i] += hit
    every = [sum(column) for column in zip(*(counts[kind] for kind in KINDS), strict=True)]
    return {f"{kind} F": _f(*found) for kind, found in (*counts.items(), ("names", every))}


def gum_figures(scorer: Any, documents: Rows, records: Rows) -> dict[str, float]:
    """The figures of names, and of pronouns: precision of those that a record reads as an actor, and recall of those
    that stand for a name."""
    return name_figures(scorer, documents, records) | pronoun_figures(documents, records)


def pronoun_figures(documents: Rows, records: Rows) -> dict[str, float]:
    """Precision and recall of pronouns, persons' and others' apart."""
    counts = {"he, she": [0, 0, 0], "it, they": [0, 0, 0]}
    for id, row in documents.items():
        text, names = row["text"], [name[:2] for name in row["names"]]
        gold = {tuple(item["at"]): item["means"] for item in row["pronouns"]}
        found = {
            tuple(span): [other for other in actor["mentions"] if not _pronoun(text[slice(*other)])]
            for actor in records[id]["actors"]
            for span in actor["mentions"]
            if _pronoun(text[slice(*span)])
        }
        for at, means in gold.items():
            count = counts["he, she" if _gendered(text[slice(*at)]) else "it, they"]
            count[1] += at in found
            count[2] += any(_meet(a, b) for a in means for b in names)
            count[0] += any(_meet(a, b) for a in means for b in found.get(at, ()))
    return {
        f"{name}: {what}": round(100 * count[0] / max(count[place], 1), 1)
        for name, count in counts.items()
        for what, place in (("precision", 1), ("recall", 2))
    }


def _gendered(word: str) -> bool:
    from onrecord.normalise.pronouns import PERSONAL

    return PERSONAL[word.lower()] in ("m", "f")


def _meet(a: list[int], b: list[int]) -> bool:
    return a[0] < b[1] and b[0] < a[1]


def _named(text: str, span: tuple[int, int]) -> bool:
    return any(word[:1].isupper() for word in text[slice(*span)].split()) and not _pronoun(text[slice(*span)])


def _pronoun(words: str) -> bool:
    from onrecord.normalise.pronouns import FIRST, PERSONAL

    return words.lower() in PERSONAL or words.lower() in FIRST


def _loose(span: tuple[int, int], row: Json, wanted: Rows) -> bool:
    """Whether a name lies where nobody knows whether there is one, or is of a kind that is not compared."""
    aside = [*row["unsure"], *(name[:2] for name in row["names"] if name[2] not in KINDS)]
    return span not in wanted and any(a < span[1] and span[0] < b for a, b in aside)


def gum_rows(path: Path) -> Rows:
    """The documents of a GUM file with their names."""
    from sources import treebank

    return {str(i): row for i, row in enumerate(treebank(path))}


def re3d_rows(path: Path) -> Rows:
    """The development documents of re3d with their names and roles."""
    from sources import re3d

    found = {row["id"]: row for row in re3d(path.parents[1], "dev")}
    for folder in sorted(path.iterdir()):
        for relation in _lines(folder / "relations.json") if folder.is_dir() else ():
            if relation["documentId"] in found:
                found[relation["documentId"]].setdefault("relations", []).append(relation)
    return found


def _lines(path: Path) -> list[Json]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8-sig").splitlines() if line.strip()]


def re3d_figures(scorer: Any, documents: Rows, records: Rows) -> dict[str, float]:
    """The figures of names, and the recall of roles' organisations and titles."""
    return name_figures(scorer, documents, records) | role_figures(documents, records)


def role_figures(documents: Rows, records: Rows) -> dict[str, float]:
    """Recall of the pairs of re3d whose person a record names: persons' organisations, persons' titles."""
    right, total = {"organisation": 0, "title": 0}, {"organisation": 0, "title": 0}
    for id, row in documents.items():
        actors = records[id]["actors"]
        names = {actor["id"]: actor["name"] for actor in actors}
        for what, person, other in _role_pairs(row):
            for actor in actors:
                if actor["kind"] == "person" and any(a < person[1] and person[0] < b for a, b in actor["mentions"]):
                    said = row["text"][slice(*other)].lower()
                    roles = [
                        names.get(r["organisation"]) if what == "organisation" else r["title"] for r in actor["roles"]
                    ]
                    total[what] += 1
                    right[what] += any(role and (role.lower() in said or said in role.lower()) for role in roles)
                    break
    return {f"roles: {what} recall": round(100 * right[what] / total[what], 1) for what in total if total[what]}


def _role_pairs(row: Json) -> Iterator[tuple[str, list[int], list[int]]]:
    persons = [name[:2] for name in row["names"] if name[2] == "person"]
    inside = lambda span: any(a >= span[0] and b <= span[1] for a, b in persons)  # noqa: E731
    seen = set()
    for relation in row.get("relations", []):
        source = [relation["sourceBegin"], relation["sourceEnd"]]
        target = [relation["targetBegin"], relation["targetEnd"]]
        what = {"BelongsTo": "organisation", "InChargeOf": "organisation"}.get(relation["type"], "title")
        if what == "title" and relation["type"] not in ("IsSynonymOf", "HasAttrOf"):
            continue
        if not inside(source):
            source, target = target, source
        key = (what, *source, *target)
        if (
            inside(source)
            and not inside(target)
            and key not in seen
            and (what == "organisation") == (relation["type"] in ("BelongsTo", "InChargeOf"))
        ):
            seen.add(key)
            yield what, source, target


GAP = Corpus("GAP development", "data/actors/gap/gap-development.tsv", None, read, gap_figures, 1.0, True, gap_rows)
GUM = Corpus("GUM dev, names", "data/syntax/gum/dev.conllu.gz", None, read, gum_figures, 1.0, True, gum_rows)
RE3D = Corpus("re3d dev, names", "data/actors/re3d", None, read, re3d_figures, 1.5, True, re3d_rows)
CORPORA = (GAP, GUM, RE3D)


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", nargs="*", help="GAP, GUM or re3d; all when none is named")
    parser.add_argument("--shared", type=Path, default=corpora.SHARED)
    parser.add_argument("--errors", action="store_true", help="print what is wrong")
    parser.add_argument("--exchanged", action="store_true", help="GAP also with genders exchanged, and both together")
    arguments = parser.parse_args()
    for corpus in CORPORA:
        if not arguments.corpus or corpus.name.split()[0].lower() in [c.lower() for c in arguments.corpus]:
            documents = corpora.rows(corpus, arguments.shared)
            records = corpus.read(documents)
            if arguments.errors:
                (show_gap if corpus is GAP else show_names)(documents, records)
            print(corpus.name, corpus.figures(None, documents, records))
            if arguments.exchanged and corpus is GAP:
                other = exchanged(documents)
                read_too = corpus.read(other)
                print(corpus.name, "with genders exchanged", gap_figures(None, other, read_too))
                print(corpus.name, "both together", gap_figures(None, documents | other, records | read_too))


def show_gap(documents: Rows, records: Rows) -> None:
    """Print the rows of GAP that are wrong."""
    for id, row in documents.items():
        answer = gap_answer(row, records[id])
        if answer != row["same"]:
            text = row["text"]
            print(id, text, "\n   ", text[slice(*row["pronoun"])], row["pronoun"][0], end=" ")
            print([text[slice(*n)] for n in row["names"]], "wanted", row["same"], "got", answer)


def show_names(documents: Rows, records: Rows) -> None:
    """Print the names that are missed and made up."""
    for id, row in documents.items():
        text = row["text"]
        wanted = {(a, b, k) for a, b, k in row["names"] if k in KINDS}
        keys = {name[:2]: name for name in wanted}
        found = {
            (*span, actor["kind"])
            for actor in records[id]["actors"]
            for span in map(tuple, actor["mentions"])
            if _named(text, span) and not _loose(span, row, keys)
        }
        print(id, "missed", sorted((text[a:b], k) for a, b, k in wanted - found))
        print("    made up", sorted((text[a:b], k) for a, b, k in found - wanted))


if __name__ == "__main__":
    main()
