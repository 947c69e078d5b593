"""What counts in the figures of actors."""

from __future__ import annotations

from pathlib import Path

import pytest

import actors

TEXT = "Mara Venn met Odo Holt of Northgas. She left."
ROW = {"text": TEXT, "pronoun": [36, 39], "names": [[0, 9], [14, 22]], "same": [True, False]}


def record(*named: tuple[str, list[list[int]]]) -> actors.Json:
    found = [
        {"id": f"a{i}", "name": "", "kind": kind, "mentions": spans, "roles": []}
        for i, (kind, spans) in enumerate(named)
    ]
    return {"actors": found}


def test_a_pronoun_is_taken_for_the_actor_that_holds_it() -> None:
    assert actors.gap_answer(ROW, record(("person", [[0, 9], [36, 39]]), ("person", [[14, 22]]))) == [True, False]
    assert actors.gap_answer(ROW, record(("person", [[0, 9]]), ("person", [[14, 22], [36, 39]]))) == [False, True]
    assert actors.gap_answer(ROW, record(("person", [[0, 9]]))) == [False, False]


def test_f_is_over_both_names_of_all_rows() -> None:
    masculine = ROW | {"text": TEXT.replace("She", "He "), "pronoun": [36, 38]}
    right = record(("person", [[0, 9], [36, 39], [36, 38]]))
    wrong = record(("person", [[14, 22], [36, 39], [36, 38]]))
    figures = actors.gap_figures(None, {"1": ROW, "2": masculine}, {"1": right, "2": wrong})
    assert figures["feminine F"] == 100.0
    assert figures["masculine F"] == 0.0
    assert figures["overall F"] == 50.0
    assert figures["precision"] == 50.0


def test_the_ratio_is_of_the_feminine_to_the_masculine() -> None:
    rows = {"1": ROW, "2": ROW | {"text": TEXT.replace("She", "He "), "pronoun": [36, 38]}}
    right = record(("person", [[0, 9], [36, 39], [36, 38]]))
    assert actors.gap_figures(None, rows, {"1": right, "2": right})["feminine ÷ masculine"] == 100.0


def test_a_name_counts_with_its_edges_and_kind() -> None:
    row = {"text": TEXT, "names": [[0, 9, "person"], [14, 22, "person"], [26, 34, "organisation"]], "unsure": []}
    figures = actors.name_figures(
        None, {"1": row}, {"1": record(("person", [[0, 9], [14, 17]]), ("place", [[26, 34]]))}
    )
    assert figures["person F"] == pytest.approx(50.0)
    assert figures["organisation F"] == 0.0
    assert figures["any kind F"] == pytest.approx(66.7)


def test_what_nobody_is_sure_of_and_pronouns_count_for_nothing() -> None:
    row = {"text": TEXT, "names": [[0, 9, "person"]], "unsure": [[14, 34]]}
    made = record(("person", [[0, 9], [36, 39]]), ("person", [[14, 22]]))
    assert actors.name_figures(None, {"1": row}, {"1": made})["names F"] == 100.0


def test_roles_are_looked_for_at_the_person_they_are_related_to() -> None:
    relation = {"type": "BelongsTo", "sourceBegin": 14, "sourceEnd": 22, "targetBegin": 26, "targetEnd": 34}
    row = {"text": TEXT, "names": [[14, 22, "person"]], "relations": [relation]}
    holt = {"id": "a1", "name": "Odo Holt", "kind": "person", "mentions": [[14, 22]]}
    firm = {"id": "a2", "name": "Northgas", "kind": "organisation", "mentions": [[26, 34]], "roles": []}
    for roles, recall in (([{"title": None, "organisation": "a2"}], 100.0), ([], 0.0)):
        found = actors.role_figures({"1": row}, {"1": {"actors": [holt | {"roles": roles}, firm]}})
        assert found == {"roles: organisation recall": recall}


def test_a_gap_file_gives_spans(tmp_path: Path) -> None:
    header = "ID\tText\tPronoun\tPronoun-offset\tA\tA-offset\tA-coref\tB\tB-offset\tB-coref\tURL\n"
    file = tmp_path / "some.tsv"
    file.write_text(
        header + f"row-1\t{TEXT}\tShe\t36\tMara Venn\t0\tTRUE\tOdo Holt\t14\tFALSE\tnone\n", encoding="utf-8"
    )
    assert actors.gap_rows(file)["row-1"] == ROW


def test_exchanged_passages_are_about_the_other_gender() -> None:
    (made,) = actors.exchanged({"1": ROW}).values()
    assert made["text"] == "Mara Venn met Odo Holt of Northgas. He left."
    assert made["text"][slice(*made["pronoun"])] == "He"
    assert made["same"] == ROW["same"]
