"""Corpora of invented texts, in the forms of the real ones."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest
import sources

CONLLU = """\
# newdoc id = one
# newpar
# text = President Mara Venn's Harbour Board met.
1	President	president	PROPN	NNP	Number=Sing	3	nmod:desc	_	Entity=(1-person-new-nnnnn-cf1-2-coref
2	Mara	Mara	PROPN	NNP	Number=Sing	6	nmod:poss	_	_
3	Venn	Venn	PROPN	NNP	Number=Sing	2	flat	_	SpaceAfter=No
4	's	's	PART	POS	_	2	case	_	Entity=1)
5	Harbour	Harbour	PROPN	NNP	Number=Sing	6	compound	_	Entity=(2-organization-new-nnnnn-cf2-2-sgl
6	Board	Board	PROPN	NNP	Number=Sing	7	nsubj	_	Entity=2)
7	met	meet	VERB	VBD	_	0	root	_	SpaceAfter=No
8	.	.	PUNCT	.	_	7	punct	_	_

# text = She didn't speak; the Orlans did.
1	She	she	PRON	PRP	_	4	nsubj	_	Entity=(1-person-giv-nnnnn-cf1-1-ana)
2-3	didn't	_	_	_	_	_	_	_	_
2	did	do	AUX	VBD	_	4	aux	_	_
3	n't	not	PART	RB	_	4	advmod	_	_
4	speak	speak	VERB	VB	_	0	root	_	SpaceAfter=No
5	;	;	PUNCT	:	_	4	punct	_	_
6	the	the	DET	DT	_	7	det	_	Entity=(3-person-new-nnnnn-cf3-2-sgl
7	Orlans	Orlan	PROPN	NNPS	Number=Plur	8	nsubj	_	Entity=3)
8	did	do	VERB	VBD	_	4	parataxis	_	SpaceAfter=No
9	.	.	PUNCT	.	_	4	punct	_	_

"""


@pytest.fixture
def row(tmp_path: Path) -> dict[str, Any]:
    file = tmp_path / "some.conllu.gz"
    with gzip.open(file, "wt", encoding="utf-8") as out:
        out.write(CONLLU)
    (found,) = sources.treebank(file)
    return found


def said(row: dict[str, Any], span: list[Any]) -> str:
    return row["text"][span[0] : span[1]]


def test_a_treebank_gives_its_text(row: dict[str, Any]) -> None:
    assert row["text"] == "President Mara Venn's Harbour Board met. She didn't speak; the Orlans did."
    assert [said(row, token) for token in row["tokens"][:4]] == ["President", "Mara", "Venn", "'s"]
    speak = next(token for token in row["tokens"] if said(row, token) == "speak")
    assert speak[2:4] == ["VERB", "root"]
    assert said(row, row["tokens"][speak[4]]) == "speak"


def test_names_have_no_title_and_no_article(row: dict[str, Any]) -> None:
    assert [(said(row, name), name[2]) for name in row["names"]] == [
        ("Mara Venn", "person"),
        ("Harbour Board", "organisation"),
        ("Orlans", "group"),
    ]


def test_pronouns_mean_what_was_named_before(row: dict[str, Any]) -> None:
    (pronoun,) = row["pronouns"]
    assert said(row, pronoun["at"]) == "She"
    assert [said(row, span) for span in pronoun["means"]] == ["Mara Venn"]


def test_words_of_gender_know_their_counterpart(row: dict[str, Any]) -> None:
    assert [(said(row, item), item[2]) for item in row["gendered"]] == [("She", "He")]
    assert sources.counterpart("her", possessive=True) == "his"
    assert sources.counterpart("Her", possessive=False) == "Him"
    assert sources.counterpart("table", possessive=False) is None


def test_gap_rows_mean_the_name_everywhere(tmp_path: Path) -> None:
    text = "Mara Venn met Odo Holt. Then she left Mara Venn House with Venn."
    head = "ID\tText\tPronoun\tPronoun-offset\tA\tA-offset\tA-coref\tB\tB-offset\tB-coref\tURL"
    file = tmp_path / "some.tsv"
    lines = [head, f"a\t{text}\tshe\t29\tMara Venn\t0\tTRUE\tOdo Holt\t14\tFALSE\tx"]
    lines.append(f"b\t{text}\tshe\t29\tMara Venn\t0\tFALSE\tOdo Holt\t14\tFALSE\tx")
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    (found,) = sources.gap(file)  # a row whose pronoun means neither teaches nothing
    (pronoun,) = found["pronouns"]
    assert [text[a:b] for a, b in pronoun["means"]] == ["Mara Venn", "Mara Venn"]
    assert "Venn" in [text[a:b] for a, b in pronoun["unsure"]]


def test_re3d_names_leave_titles_and_pronouns_out(tmp_path: Path) -> None:
    text = "Foreign Minister Mara Venn met the Harbour Board in Oldport. She left."
    folder = tmp_path / "actors" / "re3d" / "Some"
    folder.mkdir(parents=True)
    entities = [
        ("Foreign Minister Mara Venn", "Person"), ("the Harbour Board", "Organisation"), ("Oldport", "Location"),
        ("She", "Person"), ("Mara Venn", "Person"),
    ]  # fmt: skip
    rows = [
        {"documentId": "d", "begin": text.index(v), "end": text.index(v) + len(v), "type": t, "value": v}
        for v, t in entities
    ]
    (folder / "entities.json").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    (folder / "documents.json").write_text(json.dumps({"_id": "d", "text": text}), encoding="utf-8")
    found = [*sources.re3d(tmp_path, "train"), *sources.re3d(tmp_path, "dev")]
    assert len(found) == 1
    assert {(text[a:b], kind) for a, b, kind in found[0]["names"]} == {
        ("Mara Venn", "person"), ("Harbour Board", "organisation"), ("Oldport", "place"),
    }  # fmt: skip
