"""Any observations give one well-formed picture with finite coordinates inside its frame, or none."""

from __future__ import annotations

import math
import re
from typing import Any, get_args
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

import harbour
from onrecord.publish.charts import HEIGHT, WIDTH, caption, chart
from onrecord.publish.plotted import Guide, guide, is_bars, points, scale, ticks
from onrecord.record import Check, Interval, Observation, QueryForm, SeriesSort

HOSTILE = "</svg><script>x</script>\"'&\x00\x1b\ud800\u202e]]>"

numbers = st.floats() | st.sampled_from([0.0, -0.0, 5e-324, 1.79e308, -1.79e308, 1e16, 12.5, -3.0])
bounds = st.none() | numbers
some_days = st.dates().map(str) | st.none() | st.sampled_from(["2024-02-30", "", "2024", HOSTILE])
names = st.none() | st.text(max_size=6) | st.sampled_from([HOSTILE, "Elsin", "שלום"])
observations = st.builds(Observation, st.integers(0, 40), some_days, some_days, bounds, names)
dated = st.dates().map(lambda day: Observation(day.toordinal(), str(day), str(day), float(day.day)))
rows = st.lists(observations, max_size=6) | st.lists(dated, max_size=6)
intervals = st.none() | st.builds(Interval, bounds, bounds, st.booleans(), st.booleans())


def drawn(svg: Any) -> ElementTree.Element:
    """The picture as a tree; its numbers are finite and lie in the frame."""
    root = ElementTree.fromstring(str(svg))  # noqa: S314  made here
    for element in root.iter():
        found = {
            name: element.get(name) for name in ("x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r", "width", "height")
        }
        values = [float(value) for value in found.values() if value is not None]
        values += [float(value) for value in re.findall("[-0-9.]+|nan|inf", element.get("d") or "")]
        assert all(math.isfinite(value) and -1 <= value <= WIDTH for value in values), element.attrib
        assert all(float(element.get(name) or 0) <= HEIGHT for name in ("y", "y1", "y2", "cy", "height"))
    return root


def kinds(root: ElementTree.Element, name: str) -> list[ElementTree.Element]:
    return [element for element in root.iter() if name in (element.get("class") or "").split()]


def level(values: list[float | None], **changes: Any) -> Check:
    """A check of a level on the last of ``values``, one a day."""
    held = harbour.days("2024-05-01", values)
    series = harbour.evidence(held[-1:], around=held[:-1], sort="stock", unit="m")
    found: dict[str, Any] = {"claimed": Interval(4, 5), "observed": Interval(values[-1], values[-1])}
    last = held[-1].hi
    return harbour.check(
        "k1",
        "c1",
        "consistent",
        series,
        reading=harbour.reading(form="level", lo=last, hi=last),
        **{**found, **changes},
    )


checks = st.tuples(
    st.sampled_from([None, *get_args(SeriesSort)]), st.sampled_from(get_args(QueryForm)), intervals, intervals
)


@given(rows, rows, checks, some_days, some_days, st.integers(0, 3), names)
def test_any_series_is_well_formed_and_finite(
    used: list[Observation], around: list[Observation], read: Any, lo: Any, hi: Any, omitted: int, unit: str | None
) -> None:
    sort, form, claimed, observed = read
    series = harbour.evidence(
        tuple(used), around=tuple(around), sort=sort, omitted=omitted, unit=unit, series=HOSTILE, producer=HOSTILE
    )
    check = harbour.check(
        "k1",
        "c1",
        "depends",
        series,
        reading=harbour.reading(form=form, lo=lo, hi=hi),
        claimed=claimed,
        observed=observed,
    )
    svg = chart(check, series, "k")
    told = caption(check, series)
    if svg is None:
        assert points(series) == []
        return
    root = drawn(svg)
    assert {element.tag for element in root.iter()} <= {
        "svg", "title", "desc", "rect", "line", "path", "circle", "text",
    }  # fmt: skip
    assert root[0].tag == "title"
    assert root[1].tag == "desc"
    assert bool(kinds(root, "claimed")) == ("claimed" in dict(told))
    assert len(kinds(root, "bar") + kinds(root, "dot")) == len(points(series))


@given(st.lists(st.floats(allow_nan=False, allow_infinity=False), min_size=1), st.booleans())
def test_any_values_have_a_scale_that_holds_them_and_ticks_in_it(values: list[float], bars: bool) -> None:
    low, high = scale(values, bars=bars)
    assert low < high
    assert math.isfinite(low)
    assert math.isfinite(high)
    assert not bars or low <= 0 <= high
    if max(map(abs, values)) < 1e300:
        assert low <= min(values)
        assert max(values) <= high
    found = ticks(low, high)
    assert 1 <= len(found) <= 6
    assert all(low <= tick <= high for tick in found)


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [(0, 23, [0, 10, 20]), (0, 350, [0, 100, 200, 300]), (-12, 4, [-10, -5, 0]), (3.1, 4.4, [3.5, 4.0])],
)
def test_ticks_are_round(low: float, high: float, expected: list[float]) -> None:
    assert ticks(low, high) == expected


def test_no_row_no_value_and_no_picture() -> None:
    for held in ((), harbour.days("2024-05-01", [None, None]), harbour.days("2024-05-01", [math.nan])):
        series = harbour.evidence(held)
        assert chart(harbour.check("k1", "c1", "not_checked", series), series, "k") is None
        assert caption(harbour.check("k1", "c1", "not_checked", series), series) == (
            ("period", "the period that was read"),
        )


def test_one_row_is_one_bar_with_its_day_below() -> None:
    series = harbour.evidence(harbour.days("2024-05-07", [7]))
    root = drawn(chart(harbour.check("k1", "c1", "consistent", series), series, "k"))
    (bar,) = kinds(root, "used")
    assert float(bar.get("width") or 0) == 80
    assert [tick.text for tick in kinds(root, "tick")][-1] == "7 May 2024"


def test_flows_are_bars_that_stand_on_nought_and_levels_a_line() -> None:
    check = harbour.check("k1", "c1", "consistent", harbour.evidence(harbour.days("2024-05-01", [5, -3, 8])))
    (series,) = check.evidence
    first, below, _ = kinds(drawn(chart(check, series, "k")), "bar")
    foot = float(first.get("y") or 0) + float(first.get("height") or 0)
    assert foot == pytest.approx(float(below.get("y") or 0), abs=0.2)
    stock = level([4.2, 4.3, 4.4])
    root = drawn(chart(stock, stock.evidence[0], "k"))
    assert kinds(root, "bar") == []
    assert len(kinds(root, "dot")) == 3
    assert len(kinds(root, "used")) == 1
    assert ("", "the scale does not start at 0") in caption(stock, stock.evidence[0])


def test_without_the_sort_the_reading_says_what_is_an_amount() -> None:
    series = harbour.evidence(harbour.days("2024-05-01", [1, 2]), sort=None)
    assert is_bars(harbour.check("k1", "c1", "consistent", series), series)
    assert not is_bars(harbour.check("k1", "c1", "consistent", series, reading=harbour.reading(form="mean")), series)
    assert not is_bars(harbour.check("k1", "c1", "consistent", series, reading=None), series)


def test_a_line_is_broken_where_a_value_is_missing() -> None:
    check = level([4.0, 4.1, None, 4.3, 4.4])
    (curve,) = kinds(drawn(chart(check, check.evidence[0], "k")), "curve")
    assert re.sub("[^ML]", "", curve.get("d") or "") == "MLML"


def test_the_period_is_shaded_where_it_is_in_the_picture() -> None:
    check = level([4.0, 4.1, 4.2, 4.3])
    root = drawn(chart(check, check.evidence[0], "k"))
    (shade,) = kinds(root, "period")
    (grid, *_) = kinds(root, "grid")
    edge = float(grid.get("x1") or 0)
    assert float(shade.get("x") or 0) == pytest.approx(edge + 0.75 * (WIDTH - 2 - edge), abs=0.2)
    far = level([4.0, 4.1], observed=None)
    far = harbour.check(
        "k1", "c1", "consistent", far.evidence[0], reading=harbour.reading(lo="2020-01-01", hi="2020-01-31")
    )
    assert kinds(drawn(chart(far, far.evidence[0], "k")), "period") == []


def _one(
    form: QueryForm, values: list[float | None], claimed: Interval | None, observed: Interval | None
) -> Guide | None:
    series = harbour.evidence(harbour.days("2024-05-01", values))
    check = harbour.check(
        "k1", "c1", "consistent", series, reading=harbour.reading(form=form), claimed=claimed, observed=observed
    )
    return guide(check, series)


def test_a_claimed_sum_is_spread_over_its_rows() -> None:
    assert _one("sum", [4, 5, 6], Interval(None, 30, upper_open=True), Interval(15, 15)) == Guide(
        Interval(None, 10, upper_open=True), 3
    )
    assert _one("level", [4, 5, 6], Interval(7, 7), Interval(5.5, 6.5)) == Guide(Interval(7, 7), 1)
    assert _one("mean", [0.1, 0.2, 0.3], Interval(7, 9), Interval(0.2, 0.2)) == Guide(Interval(7, 9), 1)


@pytest.mark.parametrize(
    ("form", "values", "claimed", "observed"),
    [
        ("sum", [4, 5, 6], Interval(0.03, 0.03), Interval(0.015, 0.015)),  # thousands of what the rows hold
        ("change_percent", [4, 5, 6], Interval(50, 50), Interval(50, 50)),  # per cent beside trucks
        ("ratio", [4, 5, 6], Interval(5, 5), Interval(5, 5)),
        ("sum", [4, None, 6], Interval(30, 30), Interval(10, 10)),
        ("sum", [4, 5, 6], None, Interval(15, 15)),
        ("sum", [4, 5, 6], Interval(15, 15), None),
        ("sum", [4, 5, 6], Interval(None, None), Interval(15, 15)),
        ("sum", [4, 5, 6], Interval(math.nan, 3), Interval(15, 15)),
        ("sum", [], Interval(3, 3), Interval(0, 0)),
    ],
)
def test_the_claim_is_not_held_against_what_is_unlike_it(form: Any, values: Any, claimed: Any, observed: Any) -> None:
    assert _one(form, values, claimed, observed) is None


def test_a_band_with_an_open_end_reaches_the_edge() -> None:
    check = level([4.0, 4.5], claimed=Interval(4.2, None))
    root = drawn(chart(check, check.evidence[0], "k"))
    (band,) = kinds(root, "band")
    (edge,) = kinds(root, "claimed")
    assert float(band.get("y") or 0) + float(band.get("height") or 0) == pytest.approx(
        float(edge.get("y1") or 0), abs=0.2
    )
    assert float(band.get("y") or 0) < 20
    point = level([4.0, 4.5], claimed=Interval(4.2, 4.2))
    assert kinds(drawn(chart(point, point.evidence[0], "k")), "band") == []


def test_what_the_evidence_allows_of_one_row_is_drawn_across_it() -> None:
    check = level([4.0, 4.2], claimed=Interval(4.05, 4.15), observed=Interval(4.1, 4.3))
    root = drawn(chart(check, check.evidence[0], "k"))
    (line,) = kinds(root, "observed")
    (used,) = kinds(root, "used")
    assert line.get("x1") == line.get("x2") == used.get("cx")
    assert float(line.get("y2") or 0) < float(used.get("cy") or 0) < float(line.get("y1") or 0)
    assert ("observed", "what the evidence allows") in caption(check, check.evidence[0])
    for observed in (Interval(4.2, 4.2), Interval(None, 4.2), Interval(4.1, math.inf), None):
        other = level([4.0, 4.2], observed=observed)
        assert kinds(drawn(chart(other, other.evidence[0], "k")), "observed") == []


def test_rows_of_several_entities_stand_side_by_side_with_their_names() -> None:
    held = tuple(
        Observation(i + 1, "2024-05-01", "2024-05-31", 10 + i, name) for i, name in enumerate(("Elsin", "Ostmark"))
    )
    series = harbour.evidence(held, sort="rate")
    check = harbour.check("k1", "c1", "consistent", series, reading=harbour.reading(form="rank"))
    root = drawn(chart(check, series, "k"))
    assert [tick.text for tick in kinds(root, "tick")][-2:] == ["Elsin", "Ostmark"]
    assert kinds(root, "period") == []
    one, two = kinds(root, "bar")
    assert float(one.get("x") or 0) + float(one.get("width") or 0) < float(two.get("x") or 0)


def test_a_row_that_was_used_is_not_drawn_again_as_one_round_it() -> None:
    held = harbour.days("2024-05-01", [1, 2, 3])
    series = harbour.evidence(held[1:2], around=held)
    assert [(point.value, point.used) for point in points(series)] == [(1, False), (2, True), (3, False)]


def test_the_description_says_what_is_seen() -> None:
    check = level([4.0, 4.1, 3.9])
    root = drawn(chart(check, check.evidence[0], "k"))
    assert root[1].text == (
        "3 rows, 1 May 2024 to 3 May 2024; lowest 3.9 (3 May 2024), highest 4.1 (2 May 2024); what the claim allows: "
        "from 4 to 5. The rows follow as a table."
    )
