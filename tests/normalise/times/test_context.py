"""What times are resolved against."""

from __future__ import annotations

import pytest

from onrecord.normalise.times.context import lean, narrative, publication, publication_moment
from onrecord.normalise.times.nodes import Date, Unit


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The vote will be held on |Tuesday|.", 1),
        ("The vote was held on |Tuesday|.", -1),
        ("The plant closed |Tuesday| after a strike.", -1),
        ("It stays shut until |Tuesday|, he said.", 1),
        ("It is scheduled for |March|.", 1),
        ("It is to be published in |March|.", 1),
        ("On |Tuesday| the council met.", -1),
        ("On |Tuesday| in the town hall.", 0),
        ("It will rain. On |Tuesday| the town flooded.", -1),
        ("They lose the road once the case is heard in |May|.", 1),
        ("The council said it pays if the bill is passed on |Tuesday|.", 1),
        ("She leaves on |Monday|. Ola went home.", 0),
        ("She leaves on |Monday|. Óla went home.", 0),
        ("She leaves on |Monday|. Олена went home.", 0),
        ("She leaves on |Monday|. 美玲 went home.", 0),
    ],
)
def test_the_clause_leans_by_its_nearest_verb(text: str, expected: int) -> None:
    before, time, after = text.split("|")
    assert lean(before + time + after, len(before), len(before) + len(time)) == expected


def test_publication_is_a_day_a_month_or_a_year() -> None:
    for edtf, grain in (
        ("2023-12-01", "day"),
        ("2023-12-01T10:00:00Z", "day"),
        ("2023-12", "month"),
        ("2023", "year"),
    ):
        found = publication(edtf)
        assert found is not None
        assert found.grain == grain
    assert publication(None) is publication("2023-02-30") is publication("soon") is None


def test_the_time_of_publication_needs_minutes() -> None:
    moment = publication_moment("2023-12-01T10:30:00")
    assert moment is not None
    assert moment.isoformat() == "2023-12-01T10:30:00"
    assert publication_moment("2023-12-01") is publication_moment(None) is None


def test_a_text_of_other_years_is_a_narrative() -> None:
    own = publication("2009-12-19")
    assert narrative([Date(year=1939)] * 4, own)
    assert not narrative([Date(year=1939)] * 4 + [Unit("week", -1)] * 3, own)
    assert not narrative([Date(year=2009)] * 9, own)
