"""Two invented parties, as places and as producers of figures, in one another's place: what is checked is the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from audit import towns
from onrecord.aliases import AliasRow, AliasTable
from onrecord.audit import Audited, Count, Names, Report, Swap, audit_swap, packaged
from onrecord.documents import from_text

PLACES = (towns.VELLAND, towns.OSTEN)
OWN = (*PLACES, towns.BOARD, towns.OFFICE)


def place(*names: str) -> Names:
    return Names("place", name=names)


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return towns.pack(tmp_path_factory.mktemp("packs") / "towns")


def audited(pack: Path, text: str, *swaps: Swap, plant: bool = False) -> list[Audited]:
    document = from_text(text, id="s1", published="2024-06-01")
    places = OWN if plant else ()
    found = audit_swap(document, swaps, plant=plant, places=places, read=towns.read, evidence=[pack])
    return list(found)


def different(found: list[Audited]) -> list[object]:
    """The differences in checks and results, and in those of claims that differ."""
    told = Report.of(found).differences
    return [each for each in told if each.difference.kind in ("checks", "results", "apart")]


@pytest.mark.parametrize("text", towns.STATEMENTS)
def test_what_is_checked_is_the_same_when_both_parties_change_places(pack, text):
    swaps = (Swap(PLACES), Swap((towns.BOARD, towns.OFFICE)), Swap((towns.OSTEN, place("Marl"))))
    found = audited(pack, text, *swaps)
    assert different(found) == []
    counts = [each.compared.counts for each in found if each.compared]
    assert all(each["results"].all == each["claims"].all or not each["claims"].all for each in counts)
    assert all(each["results"].all for each in counts)


def test_the_statements_have_checks_of_every_result(pack):
    found = audited(pack, "\n".join(towns.STATEMENTS), Swap(PLACES))
    record = found[0].sides[0].record
    assert {result.result for result in record.results} >= {"consistent", "inconsistent", "not_checked"}
    assert {check.reading.form for check in record.checks} >= {"level", "sum", "change", "factor", "comparison"}
    assert found[0].compared.counts["checks"].all >= 15


@pytest.mark.parametrize("kind", ["place", "organisation"])
def test_packaged_actors_in_the_places_of_both_parties(pack, kind):
    chosen = [swap for swap in packaged().swaps if swap.kind == kind][::4]  # the gate has all of them
    found = audited(pack, "\n".join(towns.STATEMENTS), *chosen, plant=True)
    compared = [each.compared for each in found if each.compared]
    assert len(compared) >= len(chosen) - 1
    assert all(each.counts["checks"].all >= 15 for each in compared)
    assert different(found) == []


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("the Low Flats", "People’s Bay"),
        ("King's Lynn", "東京"),
        ("Marks & Tarn", "Sana‘a"),
        ("St. Elsin", "Hollis"),
        ("Ayvacık", "Дніпро"),
        ("Visitors Bay", "Half Moon"),
        ("Lower Tamsel", "Norveld"),
    ],
)
def test_names_of_other_shapes(pack, one, two):
    found = audited(pack, "\n".join(towns.STATEMENTS), Swap((place(one), place(two))), plant=True)
    assert [each.skipped for each in found] == [None]
    assert different(found) == []


@pytest.mark.xfail(reason="a name of words that never narrow lets claims about it pass for claims about others")
@pytest.mark.parametrize("name", ["New Record", "Highest Point", "U.S."])
def test_a_name_of_general_words(pack, name):
    found = audited(pack, "\n".join(towns.STATEMENTS), Swap((place(name), place("Norveld"))), plant=True)
    assert different(found) == []


def test_where_only_the_evidence_has_the_names_only_checks_are_compared(pack):
    (found,) = audited(pack, "Velland welcomed 47,900 visitors in 2023.", Swap((towns.BOARD, towns.OFFICE)))
    assert (found.text, found.skipped) == (False, None)
    counts = {kind: count for kind, count in found.compared.counts.items() if count.all}
    assert counts == {"checks": Count(1, 1), "results": Count(1, 1)}
    report = Report.of([found])
    assert report.total.records == Count()
    assert report.total.kinds["checks"] == Count(1, 1)
    sides = [side.record.checks[0].evidence[0].producer for side in found.sides]
    assert sides == ["Velland Harbour Board (VHB)", "Osten Ledger Office (OLO)"]


def test_evidence_that_cannot_be_swapped_is_counted_nowhere(pack):
    both = Names("place", name=("Velland", "Osten"))
    (found,) = audited(pack, towns.STATEMENTS[0], Swap((both, place("Norveld"))))
    assert found.compared is None
    assert found.skipped == "the evidence cannot be swapped: “Osten” and “Velland” of visitors.csv would get one name"


def test_planted_actors_may_not_be_in_the_evidence_already(pack):
    (found,) = audited(pack, towns.STATEMENTS[0], Swap((place("Marl"), place("Norveld"))), plant=True)
    assert found.skipped == "the evidence or an alias table has one of the names already"


def test_an_engine_that_favours_one_side_is_found_out(pack, monkeypatch):
    from dataclasses import replace

    from onrecord.evidence import checking

    fair = checking.check

    def unfair(record, store, packs):
        checked = fair(record, store, packs)
        return replace(
            checked,
            checks=tuple(
                replace(one, result="consistent") if one.reading and one.reading.entity == "Osten" else one
                for one in checked.checks
            ),
        )

    monkeypatch.setattr(checking, "check", unfair)
    found = audited(pack, towns.STATEMENTS[1], Swap(PLACES))
    told = [(each.difference.kind, each.difference.cause) for each in different(found)]
    assert told == [("checks", "result")]


def test_aliases_give_the_same_ids_to_whoever_stands_there():
    table = AliasTable((AliasRow("Velland", "Velland", "x1"), AliasRow("Osten", "Osten", "x2")))
    document = from_text(towns.STATEMENTS[0], id="s1", published="2024-06-01")
    (found,) = audit_swap(document, [Swap(PLACES)], read=towns.read, aliases=[table])
    assert [side.record.actors[0].name for side in found.sides] == ["Velland", "Osten"]
    assert [side.record.actors[0].same_as for side in found.sides] == [("x1",), ("x1",)]
    assert found.compared.counts["actors"] == Count(1, 1)
    assert found.compared.same
