"""Claims, checks and sums in the report: every line can be followed, nothing in a pack can add an element."""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import harbour
from onrecord.publish import to_html
from onrecord.publish.report import render
from onrecord.publish.report_checks import is_address
from onrecord.record import Check, Claim, ClaimResult, Evidence, Observation, Phrase, Record
from onrecord.spans import Span
from page import Page

ONLY = ("claims", "checks", "arithmetic")


@pytest.fixture(scope="module")
def port() -> Record:
    return harbour.record()


@pytest.fixture(scope="module")
def page(port: Record) -> Page:
    return Page(to_html([port]))


@pytest.fixture(scope="module")
def several(port: Record) -> Page:
    return Page(to_html([port, Record(port.document), port]))


@pytest.fixture(scope="module")
def tables(port: Record) -> Page:
    return Page(render([port], only=ONLY))  # type: ignore[arg-type]


pages = pytest.mark.parametrize("which", ["page", "several", "tables"])


@pages
def test_ids_are_unique_and_every_link_and_description_arrives(which: str, request: pytest.FixtureRequest) -> None:
    page: Page = request.getfixturevalue(which)
    ids = page.values("id")
    assert len(ids) == len(set(ids))
    wanted = {href[1:] for href in page.values("href") if href.startswith("#")}
    for attribute in ("aria-describedby", "aria-labelledby", "data-q"):
        wanted |= {id for value in page.values(attribute) for id in value.split()}
    assert wanted <= set(ids)


@pages
def test_headings_do_not_skip_a_level(which: str, request: pytest.FixtureRequest) -> None:
    page: Page = request.getfixturevalue(which)
    levels = [int(tag[1]) for tag, _ in page.elements if re.fullmatch("h[1-6]", tag)]
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


@pages
def test_nothing_inline_and_only_sources_are_links(which: str, request: pytest.FixtureRequest) -> None:
    page: Page = request.getfixturevalue(which)
    names = {name for _, attributes in page.elements for name in attributes}
    assert not {name for name in names if name.startswith("on") or name in ("style", "src", "srcset", "action", "fill")}
    out = {href for href in page.values("href") if not href.startswith(("#", "data:,"))}
    assert out == {"https://customs.example/elsin/gate?year=2024"}
    assert all("noreferrer" in a["rel"] for a in page.all("a") if a.get("href", "").startswith("http"))
    policy = next(meta["content"] for meta in page.all("meta") if meta.get("http-equiv") == "Content-Security-Policy")
    for tag in ("style", "script"):
        (text,) = page.words[tag]
        assert f"{tag}-src 'sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}'" in policy


def test_a_page_without_claims_and_sums_carries_nothing_for_them(port: Record) -> None:
    bare = to_html([replace(port, claims=(), checks=(), results=(), arithmetic=())])
    assert (
        "checked" not in bare.casefold().replace(" checked>", "").replace("shortcuts.checked", "").split("<footer>")[0]
    )
    assert ".chart" not in bare
    assert ".chart" in to_html([port])


def test_claims_alone_are_offered_but_not_opened_and_nothing_is_marked(port: Record) -> None:
    html = to_html([replace(port, checks=(), results=())])
    page = Page(html)
    assert "All claims of the text: 7" in html
    assert "Checked against evidence" not in html
    assert all("open" not in details for details in page.all("details"))
    assert not [mark for mark in page.all("mark") if mark["class"].startswith("k")]


def test_the_head_counts_results_and_the_foot_says_what_they_mean(page: Page, several: Page, tables: Page) -> None:
    assert "5 statements by 2 speakers. 3 claims checked: 1 consistent, 1 inconsistent, 1 depends." in page.words["p"]
    assert several.words["nav"][0].count("3 claims checked: 1 consistent, 1 inconsistent, 1 depends") == 2
    for one in (page, several, tables):
        assert "neither borne out nor contradicted" in one.words["footer"][0]
    assert page.values("href")[3] == "#the-checks"


def test_each_checked_claim_is_marked_in_the_text_with_its_badge(page: Page) -> None:
    marks = [mark for mark in page.all("mark") if mark["class"].startswith("k")]
    assert {mark["class"].split()[1] for mark in marks} == {"depends", "inconsistent", "consistent"}
    assert [mark["data-n"] for mark in marks if "data-n" in mark] == ["± 1", "≠ 2", "= 4"]
    ids = page.values("id")
    assert {"claim-1-k1", "claim-2-k1", "claim-2-k2", "claim-4-k1"} <= set(ids)
    assert "claim-3-k1" not in ids
    assert sum("data-open" in mark for mark in marks) == 4


def test_the_mark_of_a_claim_moves_no_underline(port: Record) -> None:
    def underlines(record: Record) -> list[str]:
        return [m["class"] for m in Page(to_html([record])).all("mark") if not m["class"].startswith("k")]

    assert set(underlines(port)) == set(underlines(replace(port, results=())))


def test_a_note_beside_the_text_leads_to_the_check(page: Page) -> None:
    notes = [" ".join(text.split()) for text in page.words["li"]]
    assert "± depends claim 1 It depends on who counted. the check, 2 readings" in notes
    assert "= consistent claim 4 The evidence allows what the claim says. the check" in notes
    order = [a["id"] for a in page.all("li") if a.get("class", "").startswith("note")]
    assert order == ["q1", "claim-1", "q2", "claim-2", "q3", "claim-4", "q4", "q5"]


def test_a_check_shows_all_that_it_rests_on(page: Page) -> None:
    terms = [" ".join(text.split()) for text in page.words["dt"]]
    facts = list(zip(terms, (" ".join(text.split()) for text in page.words["dd"]), strict=False))  # keys come after
    assert facts[:8] == [
        ("The claim allows", "at most 310"),
        ("The evidence allows", "312"),
        ("So", "The evidence does not allow what the claim says."),
        ("Period", "the claim states the period"),
        ("Figures by", "Elsin Customs Service"),
        ("What is counted", "Laden trucks counted at the north gate."),
        ("Source", "https://customs.example/elsin/gate?year=2024, retrieved 3 June 2024"),
        ("Where it is", "pack elsin, file gate-trucks.csv, table gate-trucks, series trucks"),
    ]
    assert ("It supposes", "“Trucks” counts empty ones too.") in facts
    assert ("Source", "javascript:alert(1), retrieved 3 June 2024") in facts
    assert page.words["pre"][0] == harbour.QUERY
    assert page.words["q"] == [
        "No more than 310 trucks entered Port Elsin in May",
        "in May 310 … trucks",
        "the dam stood at 4.1 metres on 31 May",
    ]
    assert "31 rows of May 2024 sum to 312; the claim is at most 310." in page.words["p"]


def test_what_is_counted_is_said_once_where_reading_and_series_agree(port: Record) -> None:
    definition = port.checks[0].evidence[0].definition
    for said, times in ((definition, 1), ("Trucks of any kind.", 2)):
        check = replace(port.checks[0], reading=harbour.reading(definition=said))
        page = Page(to_html([replace(port, checks=(check,))]))
        assert page.words["dt"].count("What is counted") == times


def test_rows_are_one_click_away_and_those_round_them_are_told_apart(page: Page) -> None:
    rows = next(words for words in page.words["details"] if words.startswith("Rows used: 31"))
    used, beside = rows.split("Before and after, not used")
    assert [row for row in used.split("\n") if row][2:4] == ["1221 May 202412", "1232 May 20249"]
    assert "15231 May 202421" in used
    assert "10716 April 202410" in beside
    assert "11726 April 2024none" in beside


def test_each_series_has_a_picture(page: Page) -> None:
    assert len(page.all("svg")) == 4
    assert all(svg["role"] == "img" for svg in page.all("svg"))
    assert {svg["aria-labelledby"] for svg in page.all("svg")} == {
        f"check-{i}-1-t check-{i}-1-d" for i in ("1-1", "1-2", "2-1", "4-1")
    }


def test_sums_lead_to_their_figures(page: Page) -> None:
    sums = [" ".join(text.split()) for text in page.words["li"] if "own figures" in text]
    assert sums[0] == (
        "≠ inconsistent The text’s own figures do not agree. parts and their total "
        "250 + 310 = 560, not 580 580, 250, 310"
    )
    assert len(sums) == 2
    links = [a["href"] for a in page.all("a") if a.get("class") == "n" and a["href"].endswith("-m")]
    assert {"#figure-5-m", "#figure-3-m", "#figure-4-m"} <= set(links)


def test_all_claims_stand_folded_with_why_they_were_not_checked(page: Page) -> None:
    rows = next(words for words in page.words["details"] if words.startswith("All claims"))
    assert "– not checked: no tableRain fell on 21 days in MayNo table is of days with rain." in rows
    assert "event, possible– not checked: not assertedThe crane may return in autumn" in rows


def test_the_speaker_of_a_claim_can_be_filtered_by(page: Page) -> None:
    rows = {row["data-q"]: row.get("data-who") for row in page.all("tr") if row.get("data-q", "").startswith("claim")}
    assert rows == {"claim-1": "a2", "claim-2": "a2", "claim-4": "a3"}


def test_a_page_of_parts_has_their_tables_and_no_text(port: Record, tables: Page) -> None:
    assert tables.all("mark") == []
    assert [title for title in tables.words["h2"] if title != "Keys"][:3] == [
        "Checked against evidence", "What is claimed", "Arithmetic in the text",
    ]  # fmt: skip
    for part in ONLY:
        html = render([Record(port.document)], only=(part,))  # type: ignore[arg-type]
        assert 'class="none"' in html


def test_nothing_that_could_be_compared_is_said(port: Record) -> None:
    html = to_html([replace(port, results=port.results[2:3], checks=())])
    assert "No claim of this text could be compared with the evidence." in html
    assert "1 claim not checked: 1 no table." in html


def test_a_result_whose_checks_are_not_in_the_record_says_so(port: Record) -> None:
    assert "The record holds no check for this result." in to_html([replace(port, checks=())])


def _with(port: Record, *rows: Observation, **changes: object) -> str:
    series = replace(port.checks[0].evidence[0], rows=rows, around=(), **changes)
    return to_html([replace(port, checks=(replace(port.checks[0], evidence=(series,)),))])


def test_no_rows_one_row_and_rows_left_out(port: Record) -> None:
    assert "No row of the table falls in the period." in _with(port)
    assert "Rows used: 1<" in _with(port, Observation(3, None, None, -7.5))
    html = _with(port, Observation(3, "2024-05-01", "2024-05-01", 1e300), omitted=12000)
    assert "Rows used: 12,001" in html
    assert "and 12,000 more that are not listed in this record" in html


def test_a_claim_without_intervals_and_without_a_reading_is_shown(port: Record) -> None:
    check = replace(port.checks[0], reading=None, claimed=None, observed=None)
    html = to_html([replace(port, checks=(check,))])
    assert "no reading could be made" in html
    assert "The claim allows" not in html


def test_many_readings_are_counted(port: Record) -> None:
    checks = tuple(replace(port.checks[0], id=f"k{i}") for i in range(40))
    html = to_html([replace(port, checks=checks)])
    assert "reading 40 of 40" in html
    assert html.count("This reading is not part of the claim’s result.") == 38


def test_readings_that_were_not_compared_are_folded(port: Record) -> None:
    left = replace(port.checks[1], id="k9", result="not_checked", reason="data_fault", working="Row 4 cannot be read.")
    page = Page(to_html([replace(port, checks=(*port.checks, left))]))
    folded = next(words for words in page.words["details"] if words.startswith("Readings that were not compared: 1"))
    assert "Carriers’ Union of Elsin: trucks that entered, Port Elsin, May 2024. Not checked: a row" in folded
    assert "Row 4 cannot be read." in folded
    assert "reading 2 of 2" in " ".join(page.words["h4"])


def test_right_to_left_words_are_isolated_and_take_their_own_direction(port: Record) -> None:
    check = replace(port.checks[0], working="312 משאיות", reading=harbour.reading(entity="נמל", property="משאיות"))
    series = replace(check.evidence[0], producer="שירות המכס", definition="משאיות מלאות")
    page = Page(to_html([replace(port, checks=(replace(check, evidence=(series,)),))]))
    assert "sum of משאיות, נמל, May 2024" in page.words["bdi"]
    assert "שירות המכס" in page.words["bdi"]
    assert [a["dir"] for a in page.all("p") if a.get("class") == "working"] == ["auto", "auto", "auto"]


@pytest.mark.parametrize(
    ("source", "link"),
    [
        ("https://a.example/b?c=d&e=f#g", True),
        ("http://a.example", True),
        ("HTTPS://a.example", False),
        ("https://", False),
        ("https://[x", False),
        ("https://user@a.example/", False),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("//a.example", False),
        ("https://a.example/ b", False),
        ("https://a.example/\u202e", False),
        ('https://a.example/"x', False),
        ("Yearbook 2024", False),
        ("", False),
        (None, False),
    ],
)
def test_only_a_plain_address_is_a_link(source: str | None, link: bool) -> None:
    assert is_address(source) is link


HOSTILE = "</title></svg></details><script>x</script>\"'><!--&#0;]]>\x00\x1b\ud800\u202e\u2066{{ 7 }}{% raw %}"
letters = st.characters() | st.sampled_from("<>&\"'`=/\x00\ud800\u202e ")


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.text(letters, max_size=25) | st.just(HOSTILE))
def test_hostile_packs_add_no_element(text: str) -> None:
    port = harbour.record()
    row = Observation(1, text, text, 3.0, text)
    held = Evidence(
        text, text, text, text, text, text, (row,), text, text, text, 2, (replace(row, row=2),), text, "flow"
    )
    reading = harbour.reading(
        property=text,
        producer=text,
        quantity=text,
        definition=text,
        entity=text,
        unit=text,
        against=text,
        assumed=(text,),
    )
    check = Check(text, text, reading, "inconsistent", None, *(port.checks[0].claimed,) * 2, (held, held), text)
    stated = replace(port.claims[0].checkability, reason=text, property=Phrase(Span(0, 1), text))
    claim = Claim(text, Span(0, 9), (Span(0, 9),), text, "quantity", "asserted", stated, (text,))
    result = ClaimResult(text, "inconsistent", None, (text,), text)
    sums = tuple(replace(one, id=text, working=text) for one in port.arithmetic)
    record = replace(port, claims=(claim, claim), checks=(check, check), results=(result,), arithmetic=sums)
    for html in (to_html([record, record]), render([record], only=ONLY)):  # type: ignore[arg-type]
        html.encode("utf-8")
        page = Page(html)
        assert [tag for tag, _ in page.elements if tag in ("script", "style")] == ["style", "script"]
        assert not {name for _, attributes in page.elements for name in attributes if name.startswith("on")}
        assert re.search("[\x00-\x08\x0e-\x1f\ud800-\udfff\u202d\u202e]", html) is None
        ids = page.values("id")
        assert len(ids) == len(set(ids))


def test_a_thousand_checks_of_a_hundred_rows_grow_in_step(port: Record) -> None:
    series = replace(port.checks[0].evidence[0], rows=harbour.days("2024-01-01", [*range(100)]), around=())

    def size(count: int) -> int:
        checks = tuple(replace(port.checks[0], id=f"k{i}", evidence=(series,)) for i in range(count))
        return len(to_html([replace(port, checks=checks)]))

    small, large = size(50), size(200)
    assert large < 4.2 * small
