"""What the document around a claim says of whom and when."""

from __future__ import annotations

import pytest

from evidence.memory import day, months, only, record, subject
from onrecord.evidence.events import Event
from onrecord.evidence.model import Entities
from onrecord.evidence.periods import Period
from onrecord.evidence.query import Value
from onrecord.evidence.scope import Scope
from onrecord.evidence.subject import Subject
from onrecord.evidence.told import claim_words
from onrecord.evidence.when import periods
from onrecord.evidence.whose import Whose, nearest, part_and_whole, whose
from onrecord.record import Attribution, Record
from onrecord.spans import Span

TOWNS = Entities(column="town", names={"Elsin": ("Port Elsin",)})
NAMES = ("Tarn", "Elsin")
CLAIM = "There were 40 visitors in May 2023"


def speech(content: str, text: str, source: str = "") -> Attribution:
    start = text.index(content)
    at = text.find(source) if source else -1
    named = (Span(at, at + len(source)),) if at >= 0 else ()
    span = Span(start, start + len(content))
    return Attribution("q1", named, (), (span,), None, "direct", "statement", "state")


def meant(made: Record) -> Whose | None:
    found = only(made)
    return whose(Scope.of(made), found, claim_words(found), TOWNS, NAMES)


@pytest.mark.parametrize("before", ["It rained. ", "It had rained! ", "“It rained.” ", "No rain\n"])
def test_a_sentence_begins_after_the_mark_before_it(before: str) -> None:
    made = record(f"{before}{CLAIM}.", CLAIM)
    sentence = Scope.of(made).sentence(made.claims[0].span)
    assert made.document.text[sentence.start : sentence.end] == f"{CLAIM}."


def test_the_words_before_a_claim_in_its_sentence_are_of_it() -> None:
    made = record("If the tide holds, there were 40 visitors. More came.", "there were 40 visitors")
    sentence = Scope.of(made).sentence(made.claims[0].span)
    assert made.document.text[sentence.start : sentence.end] == "If the tide holds, there were 40 visitors."


def test_a_question_asks() -> None:
    made = record("“Were there 40 visitors?” Ana asked.", "Were there 40 visitors")
    scope = Scope.of(made)
    assert scope.asks(scope.sentence(made.claims[0].span))


def test_the_entity_that_the_claim_names() -> None:
    assert meant(record("Port Elsin had 40 visitors.")) == Whose("Elsin")
    assert meant(record("Tarn and Elsin had 40 visitors.")) == Whose("Tarn", others=("Elsin",))


def test_the_only_one_named_nearest_around_it() -> None:
    assert meant(record(f"In Tarn, they say, {CLAIM.lower()}. Elsin had none.", CLAIM.lower())) == Whose("Tarn")
    elsewhere = meant(record(f"{CLAIM}. Elsin is small.", CLAIM))
    assert elsewhere == Whose("Elsin", "Elsin is meant, which the text names elsewhere")
    titled = meant(record(f"{CLAIM}.", CLAIM, title="Tarn in May"))
    assert titled == Whose("Tarn", "Tarn is meant, which the title names")


def test_what_a_speaker_says_is_nearer_than_the_rest() -> None:
    text = f"Elsin is small. “We love Tarn. {CLAIM},” she said."
    made = record(text, CLAIM, attributions=[speech(f"We love Tarn. {CLAIM}", text)])
    found = meant(made)
    assert found and found.entity == "Tarn"


def test_of_two_named_around_it_none_is_meant() -> None:
    assert meant(record(f"Tarn and Elsin are small. {CLAIM}.", CLAIM)) is None
    assert meant(record(f"{CLAIM}.", CLAIM)) is None


def test_of_several_figures_each_has_the_entity_beside_it() -> None:
    found = only(record("It was 40 in Tarn and 30 in Elsin."))
    said = claim_words(found)
    beside = [nearest(quantity, found, said, TOWNS, NAMES) for quantity in found.quantities]
    assert beside == [Whose("Tarn"), Whose("Elsin")]


def test_part_and_whole_of_a_share() -> None:
    found = only(record("Tarn had a third of the visitors to Elsin."))
    start = found.text.index("the visitors")
    assert part_and_whole(Span(start, start + 21), claim_words(found), TOWNS, NAMES) == ("Tarn", "Elsin")
    assert part_and_whole(Span(0, 4), claim_words(found), TOWNS, ("Tarn",)) is None


def test_every_attribution_around_a_claim() -> None:
    text = f"The port says that {CLAIM.lower()}."
    made = record(text, CLAIM.lower(), attributions=[speech(f"that {CLAIM.lower()}", text, "The port")])
    assert [each.id for each in Scope.of(made).attributions(only(made))] == ["q1"]


# When

YEAR = months(2023, *range(1, 13))


def found(
    text: str, said: str, own: Subject, published: str | None = "2024-02-10", events: list[Event] | None = None
) -> list[Period]:
    made = record(text, said, published=published)
    claim = only(made)
    time = next((time for time in claim.times if time.lo), None)
    return list(periods(Scope.of(made), claim, time, own, events or []))


def spans(each: list[Period]) -> list[tuple[str, str, str]]:
    return [(one.lo.isoformat(), one.hi.isoformat(), one.basis) for one in each]


def test_the_time_of_the_claim_is_the_only_one() -> None:
    each = found(f"In March 2023 it rained. {CLAIM}.", CLAIM, subject(YEAR))
    assert spans(each) == [("2023-05-01", "2023-05-31", "stated")]


def test_so_far_is_up_to_the_last_that_the_series_has() -> None:
    [period] = found(
        "Tarn had 40 visitors since May 2023.", "Tarn had 40 visitors since May 2023", subject(YEAR), "2024-01-20"
    )
    assert (period.hi, period.assumed) == (day("2023-12-31"), "up to 2023-12-31, the last that the series has")
    [late] = found(
        "Tarn had 40 visitors since May 2023.", "Tarn had 40 visitors since May 2023", subject(YEAR), "2025-01-20"
    )
    assert late.hi == day("2025-01-20")


def test_other_times_of_the_document_and_all_of_the_series() -> None:
    each = found("In March 2023 it rained. There were 40 visitors.", "There were 40 visitors", subject(YEAR))
    assert spans(each) == [("2023-03-01", "2023-03-31", "document"), ("2023-01-01", "2023-12-31", "coverage")]
    assert each[0].assumed == "“March 2023”, elsewhere in the text, is meant"


def test_of_a_rate_the_latest_values() -> None:
    each = found("Inflation is 4 %.", "Inflation is 4 %", subject(YEAR, sort="rate", unit="%"))
    assert spans(each) == [
        ("2023-12-01", "2023-12-31", "latest"),
        ("2023-11-01", "2023-11-30", "latest"),
        ("2023-10-01", "2023-10-31", "latest"),
    ]


def test_without_a_day_of_publication_nothing_is_supposed() -> None:
    assert found("There were 40 visitors.", "There were 40 visitors", subject(YEAR), None) == []


def test_a_need_has_its_only_period() -> None:
    own = subject([("2022", 1.0)], role="need", table={"grain": "year"})
    assert spans(found("They need 40 tonnes.", "They need 40 tonnes", own)) == [("2022-01-01", "2022-12-31", "series")]


def test_an_event_that_the_document_names() -> None:
    own = subject([(f"2024-01-{i:02d}", 1.0) for i in range(1, 21)], table={"grain": "day"})
    event = Event(own, day("2024-01-03"), day("2024-01-09"), "strike", (0,), Value(1, 0, "", ()))
    each = found("There were 40 visitors.", "There were 40 visitors", own, events=[event])
    assert spans(each) == [("2024-01-03", "2024-01-09", "document")]
    assert each[0].assumed == "strike, 3–9 Jan 2024, which the text names, is meant"
