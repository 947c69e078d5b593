"""Sets of values compared, and readings put together."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from onrecord.evidence.verdict import agreed, compared, holds, meets, scaled
from onrecord.record import Check, Interval, Reading, Reason, Result

NUMBER = st.floats(-1e6, 1e6, allow_nan=False)
CLOSED = st.tuples(NUMBER, NUMBER).map(lambda ends: Interval(min(ends), max(ends)))


def check(result: Result, reason: Reason | None = None, **reading: object) -> Check:
    plain = Reading("level", "visitors", "Tarn Office", lo="2023-08-01", hi="2023-08-31")
    return Check("k", "c1", replace(plain, **reading), result, reason, None, None, (), "")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("interval", "number", "inside"),
    [
        (Interval(1, 2), 2, True),
        (Interval(1, 2, upper_open=True), 2, False),
        (Interval(1, 2, lower_open=True), 1, False),
        (Interval(None, 2), -5, True),
        (Interval(1, None), 0.5, False),
        (Interval(0.1 + 0.2, 0.3), 0.3, True),
    ],
)
def test_ends_are_inside_unless_open(interval: Interval, number: float, inside: bool) -> None:
    assert holds(interval, number) is inside
    assert meets(interval, number, number) is inside


def test_between_consistent_and_inconsistent_lies_rounding() -> None:
    claimed = Interval(95, 105), Interval(90, 110)
    assert compared(claimed, 100, 0) == ("consistent", None)
    assert compared(claimed, 107, 0) == ("depends", "rounding")
    assert compared(claimed, 112, 3) == ("depends", "rounding")
    assert compared(claimed, 112, 1) == ("inconsistent", None)


@given(CLOSED, NUMBER, st.floats(0, 1e3))
def test_a_value_outside_is_never_consistent_and_one_inside_always(
    claimed: Interval, number: float, half: float
) -> None:
    assert claimed.lower is not None and claimed.upper is not None
    inside = claimed.lower <= number <= claimed.upper
    far = number < claimed.lower - 1 or number > claimed.upper + 1
    assume(inside or far)
    assert (compared((claimed,), number, half)[0] == "consistent") is inside


ORDER = {"consistent": 0, "depends": 1, "inconsistent": 2}


@given(CLOSED, NUMBER, st.floats(0, 1e3), st.floats(0, 1e3))
def test_comparing_is_monotone(claimed: Interval, number: float, half: float, more: float) -> None:
    """Looser rows never make it more inconsistent, nor does moving a value that is above further up make it less."""
    before = ORDER[compared((claimed,), number, half)[0]]
    assert ORDER[compared((claimed,), number, half + more)[0]] <= before
    assert claimed.upper is not None
    if number > claimed.upper:
        assert ORDER[compared((claimed,), number + more, half)[0]] >= before


@given(CLOSED, NUMBER, st.floats(-100, 100).filter(lambda f: abs(f) > 1e-3), st.floats(-100, 100))
def test_scaling_keeps_order_and_what_is_inside(claimed: Interval, number: float, factor: float, offset: float) -> None:
    moved = scaled(claimed, factor, offset)
    assert moved.lower is not None and moved.upper is not None
    assert moved.lower <= moved.upper
    assert claimed.lower is not None and claimed.upper is not None
    if claimed.lower + 1 < number < claimed.upper - 1:
        assert holds(moved, number * factor + offset)


def test_a_negative_factor_turns_open_ends_round() -> None:
    assert scaled(Interval(1, None, lower_open=True), -2) == Interval(None, -2, upper_open=True)


def test_readings_agree_or_say_what_they_depend_on() -> None:
    yes, no = check("consistent"), check("inconsistent")
    assert agreed([yes, yes]) == ("consistent", None)
    assert agreed([no, check("not_checked", "data_fault")]) == ("inconsistent", None)
    assert agreed([check("not_checked", "data_fault")]) == ("not_checked", "data_fault")
    assert agreed([]) == ("not_checked", "no_table")
    assert agreed([check("depends", "rounding")] * 2) == ("depends", "rounding")


@pytest.mark.parametrize(
    ("other", "reason"),
    [
        ({"producer": "Ferry Company"}, "producer"),
        ({"lo": "2022-08-01", "hi": "2022-08-31"}, "period"),
        ({"definition": "guests by night"}, "definition"),
        ({"form": "mean"}, "definition"),
    ],
)
def test_what_tells_readings_apart(other: dict[str, str], reason: Reason) -> None:
    assert agreed([check("consistent"), check("inconsistent", **other)]) == ("depends", reason)


def test_of_several_that_differ_the_one_that_settles_it() -> None:
    checks = [
        check("consistent"),
        check("consistent", producer="Ferry Company"),
        check("inconsistent", lo="2022-08-01"),
        check("inconsistent", lo="2022-08-01", producer="Ferry Company"),
    ]
    assert agreed(checks) == ("depends", "period")
