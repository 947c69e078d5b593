"""The tree of errors: one code each, one line each, as the module's docstring draws it."""

from __future__ import annotations

import pytest

from onrecord import errors

ALL = [getattr(errors, name) for name in errors.__all__]


def test_all_names_are_public_and_sorted() -> None:
    visible = {name for name, value in vars(errors).items() if isinstance(value, type)}
    assert set(errors.__all__) == visible
    assert errors.__all__ == sorted(errors.__all__)


def test_codes_are_unique() -> None:
    codes = [error.code for error in ALL]
    assert len(set(codes)) == len(codes)


@pytest.mark.parametrize("error", [error for error in ALL if not error.code.endswith("00")])
def test_each_error_stands_in_the_tree_with_its_code(error: type[errors.OnrecordError]) -> None:
    assert any(f"* {error.__name__} " in line and error.code in line for line in (errors.__doc__ or "").splitlines())


@pytest.mark.parametrize("error", ALL)
def test_an_error_is_one_line_with_code_place_and_remedy(error: type[errors.OnrecordError]) -> None:
    raised = error("notes.txt", "no such file", "Check the path")
    assert str(raised) == f"{error.code} notes.txt: no such file. Check the path"
    assert isinstance(raised, errors.OnrecordError)
    assert (raised.place, raised.problem, raised.remedy) == ("notes.txt", "no such file", "Check the path")
