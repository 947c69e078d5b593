"""What is taken back, asked or said of none."""

from __future__ import annotations

import pytest

from onrecord.evidence.doubted import is_doubted


@pytest.mark.parametrize(
    ("before", "raw", "after"),
    [
        ("the paper withdrew its report that ", "elsin had 300 visitors", "."),
        ("she refused to believe that ", "elsin had 300 visitors", "."),
        ("an earlier version of this article said ", "elsin had 300 visitors", "."),
        ("", "no ferry that carries 300 people a day is small", "."),
        ("", "the ceiling for elsin was set at 300 visitors", "."),
        ("", "300 visitors in elsin", "?” he asked."),
    ],
)
def test_it_is_not_asserted(before: str, raw: str, after: str) -> None:
    assert is_doubted(before, raw, after)


@pytest.mark.parametrize(
    ("before", "raw"),
    [
        ("the paper reported that ", "elsin had 300 visitors"),
        ("", "no ferry carried more than 300 people"),
        ("", "the level of the lake was 300 cm"),
    ],
)
def test_it_is_asserted(before: str, raw: str) -> None:
    assert not is_doubted(before, raw, ".")
