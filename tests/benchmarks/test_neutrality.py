from __future__ import annotations

import json

import pytest

import corpora
import fakes
import neutrality
from onrecord.audit import Names, Swap, audit_swap
from onrecord.documents import from_text

TEXT = "“We wait,” said Ana Brill. “So do we,” said Bo Tarn."


def part(words: str) -> dict[str, object]:
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words), "text": words}


def gold(speaker: str, content: str, **flags: bool) -> dict[str, object]:
    return {
        "source": [part(speaker)],
        "content": [part(content)],
        "speaker": speaker,
        "self": False,
        "implicit": False,
    } | flags


ROW = {
    "id": "g1",
    "text": TEXT,
    "attributions": [
        gold("Ana Brill", "We wait"),
        gold("Bo Tarn", "So do we"),
        gold("Bo Tarn", "said", self=True),
        gold("We", "wait"),
    ],
}


@pytest.fixture(autouse=True)
def scorer(monkeypatch):
    if not corpora.SHARED.is_dir():
        pytest.skip(f"no scorers: there is no folder {corpora.SHARED.name}/ beside the repository")


def test_recall_is_counted_for_whoever_stands_in_the_speakers_place():
    swap = Swap((Names("person", name=("Uri Vos",)), Names("person", name=("陳美玲",))))
    document = from_text(TEXT, id="g1")
    found: dict[str, neutrality.Recall] = {}
    for each in audit_swap(document, [swap], plant=True, read=lambda d: fakes.without(fakes.read(d), "陳美玲")):
        neutrality.recall(each, ROW, found)
    assert found == {"Uri Vos": neutrality.Recall(2, 2, 2), "陳美玲": neutrality.Recall(2, 0, 0)}


def test_the_statements_come_once_each(tmp_path):
    folder = tmp_path / "data" / "gold"
    folder.mkdir(parents=True)
    (folder / "gold.jsonl").write_text(json.dumps(ROW) + "\n", encoding="utf-8")
    (tmp_path / "statements").mkdir()
    (tmp_path / "statements" / "same.txt").write_text(TEXT + "\n", encoding="utf-8")
    (tmp_path / "statements" / "port-2024-05-03.txt").write_text("Ana Brill waits.", encoding="utf-8")
    one, two = neutrality.documents(tmp_path)
    assert (one.id, two.id, two.published.edtf) == ("g1", "port-2024-05-03", "2024-05-03")
