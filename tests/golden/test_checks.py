"""Statements written for this test, checked against invented packs: the result, reason and working of each claim.

A case is a folder of `checks`: `statement.txt`, `case.json` (the pack of `packs`, the date of publication) and
`expected.json`. `python -m tests.golden.test_checks` writes what is expected anew; read the difference before keeping
it, and work each figure out by hand.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, get_args

import pytest

import onrecord
from onrecord.record import Check, QueryForm, Reason, Record, Result

FOLDER = Path(__file__).parent
CASES = sorted((FOLDER / "checks").iterdir())
SAID_ELSEWHERE = {"ambiguous_number"}  # reasons that no check gives: the figure is not read as one at all
NO_FORM = {"ratio"}  # forms that claims are not read as yet


def checked(case: Path) -> Record:
    text = (case / "statement.txt").read_text(encoding="utf-8").rstrip("\n")
    settings = json.loads((case / "case.json").read_text(encoding="utf-8"))
    return onrecord.read(text, published=settings["published"], evidence=[FOLDER / "packs" / settings["pack"]])


def found(record: Record) -> list[dict[str, Any]]:
    made = []
    for claim, result in zip(record.claims, record.results, strict=True):
        checks = [one for one in record.checks if one.id in result.checks]
        made.append(
            {
                "claim": record.document.text[claim.span.start : claim.span.end],
                "result": result.result,
                "reason": result.reason,
                "working": result.working,
                "checks": [_line(one) for one in checks],
            }
        )
    return made


def _line(check: Check) -> str:
    form = check.reading.form if check.reading else "-"
    return f"{form}: {check.result}" + (f" ({check.reason})" if check.reason else "")


def written(case: Path) -> str:
    return json.dumps(found(checked(case)), ensure_ascii=False, indent=1) + "\n"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_checks(case: Path) -> None:
    expected = json.loads((case / "expected.json").read_text(encoding="utf-8"))
    assert found(checked(case)) == expected


def expected() -> list[dict[str, Any]]:
    return [each for case in CASES for each in json.loads((case / "expected.json").read_text(encoding="utf-8"))]


def test_every_result_reason_and_form_has_a_case() -> None:
    assert {each["result"] for each in expected()} == set(get_args(Result))
    reasons = {each["reason"] for each in expected()} | {
        check.partition("(")[2].rstrip(")") for each in expected() for check in each["checks"]
    }
    assert set(get_args(Reason)) - reasons <= SAID_ELSEWHERE
    forms = {check.partition(":")[0] for each in expected() for check in each["checks"]}
    assert set(get_args(QueryForm)) - forms <= NO_FORM


if __name__ == "__main__":
    for each in CASES:
        (each / "expected.json").write_text(written(each), encoding="utf-8")
