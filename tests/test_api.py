from __future__ import annotations

import types

import pytest

import onrecord
from onrecord import reader
from onrecord.api import PARTS, WARNINGS, read, read_document
from onrecord.documents import DEGRADED, from_bytes, from_text
from onrecord.errors import InvalidDate
from onrecord.reader.findings import Finding, Findings, Mention
from onrecord.record import Record
from onrecord.spans import Span, quote

TEXT = "“We will reopen the bridge in May,” said Mayor Ana Brill on Tuesday. She denied the ferry was unsafe."
FRENCH = "Le maire a déclaré mardi que le pont serait rouvert au mois de mai, malgré les réserves du conseil."


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


FINDINGS = Findings(
    (
        Finding(
            (span("Mayor Ana Brill"),),
            (span("said"),),
            (span("“We will reopen the bridge in May,”"),),
            "direct",
            0.9,
        ),
        Finding((span("She"),), (span("denied"),), (span("the ferry was unsafe"),), "indirect", 0.8, parent=0),
    ),
    (Mention(span("Ana Brill"), "person"),),
)


@pytest.fixture(autouse=True)
def found(monkeypatch):
    """A reader that finds the two attributions of TEXT; gives the list of texts it was asked about."""
    asked = []

    def find(text):
        asked.append(text)
        return FINDINGS if text == TEXT else Findings()

    monkeypatch.setattr(reader, "find", find)
    return asked


def test_what_is_visible_is_what_is_promised():
    visible = {
        name
        for name, value in vars(onrecord).items()
        if not name.startswith("_") and not isinstance(value, types.ModuleType)
    }
    assert visible | {"__version__"} == set(onrecord.__all__)


def test_all_is_sorted_as_ruff_sorts_it():
    assert len(onrecord.__all__) == len(set(onrecord.__all__))


def test_findings_become_attributions_in_text_order():
    record = read(TEXT, published="2024-03-08")
    assert [attribution.id for attribution in record.attributions] == ["q1", "q2"]
    assert [quote(TEXT, attribution.cue[0]) for attribution in record.attributions] == ["said", "denied"]
    assert [attribution.parent for attribution in record.attributions] == [None, "q1"]
    assert [attribution.confidence for attribution in record.attributions] == [0.9, 0.8]


def test_speakers_are_actors_of_the_record():
    record = read(TEXT)
    actors = {actor.id: actor for actor in record.actors}
    assert {actors[a.speaker].name for a in record.attributions if a.speaker} == {"Ana Brill"}


def test_kind_act_and_day_come_from_the_cue_and_its_context():
    first, second = read(TEXT, published="2024-03-08").attributions
    assert (first.kind, second.act) == ("statement", "deny")
    assert first.said is not None
    assert (first.said.edtf, second.said) == ("2024-03-05", None)


def test_what_is_given_is_on_the_document():
    document = read(TEXT, published="2024", publisher="The Courier", title="A bridge", id="x").document
    assert (document.id, document.text, document.title, document.publisher) == (
        "x",
        TEXT,
        "A bridge",
        "The Courier",
    )
    assert (document.published.edtf, document.published.basis) == ("2024", "given")


def test_the_record_goes_through_json():
    record = read(TEXT, published="2024-03-08")
    assert Record.from_json(record.to_json()) == record


def test_a_date_that_is_none():
    with pytest.raises(InvalidDate, match="E110"):
        read(TEXT, published="yesterday")


def test_another_language_gets_a_warning_and_no_attributions(found):
    record = read(FRENCH)
    assert (record.attributions, record.actors, found) == ((), (), [])
    (warning,) = record.warnings
    assert warning.code == "W101"
    assert "(fr)" in warning.message


@pytest.mark.parametrize("text", ["", " \n\t\n"])
def test_no_text_gets_a_warning(found, text):
    record = read(text)
    assert [warning.code for warning in record.warnings] == ["W102"]
    assert found == []


def test_a_text_too_short_to_tell_its_language_is_read(found):
    assert read("“Yes,” he said.").warnings == ()
    assert len(found) == 1


def test_each_loss_on_the_way_is_a_warning():
    document = from_bytes("Fünf Brücken, sagte sie".encode() + b"\xff", source="a.txt")
    warnings = read_document(document).warnings
    lost = [DEGRADED[flag] for flag in document.degraded]
    assert lost
    assert [warning.message for warning in warnings if warning.code == "W103"] == lost


def test_every_code_has_its_sentence():
    codes = {warning.code for text in ("", FRENCH, "a \ud800 b") for warning in read_document(from_text(text)).warnings}
    assert codes == set(WARNINGS)


@pytest.mark.parametrize("part", PARTS)
def test_a_part_alone_is_the_same_as_in_the_whole(found, part):
    document = from_text(TEXT, published="2024-03-08")
    whole, alone = read_document(document), read_document(document, only=(part,))
    assert getattr(alone, part) == getattr(whole, part) != () or part in (
        "quantities",
        "claims",
        "checks",
        "arithmetic",
    )
    assert {getattr(alone, other) for other in PARTS if other != part} == {()}
    assert alone.document == document


def test_quantities_and_times_ask_no_reader(found):
    document = from_text("About 40 boats sailed on 2 May 2024, the mayor said.")
    record = read_document(document, only=("quantities", "times"))
    assert [quote(document.text, quantity.span) for quantity in record.quantities] == ["About 40"]
    assert record.times[0].edtf == "2024-05-02"
    assert found == []


def test_actors_have_the_identities_of_the_alias_tables(tmp_path):
    path = tmp_path / "who.csv"
    path.write_text("name,alias,id\nA. Brill,Ana Brill,local:7\n", encoding="utf-8")
    table = onrecord.AliasTable((onrecord.AliasRow("Brill", "Ana Brill", "local:8"),))
    assert [read(TEXT, aliases=aliases).actors[0].same_as for aliases in ((), [path], [str(path)], [table])] == [
        (),
        ("local:7",),
        ("local:7",),
        ("local:8",),
    ]
    both = read(TEXT, aliases=[path, table]).actors[0]
    assert (both.same_as, {link.match for link in both.suggested}) == ((), {"several"})


@pytest.mark.parametrize("text", [TEXT, FRENCH, ""])
def test_a_table_that_cannot_be_used_is_told_whatever_the_text(text, tmp_path):
    with pytest.raises(onrecord.UnreadableInput):
        read(text, aliases=[tmp_path / "gone.csv"])


def test_terms_come_with_the_actors(monkeypatch):
    text = "“The junta will fall,” said Mayor Ana Brill."
    content = Span(0, text.index(" said"))
    finding = Finding((Span(text.index("Mayor"), len(text) - 1),), (), (content,), "direct", 0.9)
    monkeypatch.setattr(reader, "find", lambda _: Findings((finding,), ()))
    (term,) = read(text).characterising
    assert (quote(text, term.span), term.attribution) == ("The junta", "q1")
    assert read_document(from_text(text), only=["actors"]).characterising == (term,)
    assert read_document(from_text(text), only=["attributions"]).characterising == ()
