"""Statements written for this test, with the quantities that they hold.

`python -m tests.golden.test_quantities` writes the files anew; read the difference before keeping it.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from onrecord.normalise.quantities import quantities
from onrecord.record import Document, Published, Record

CASES = sorted((Path(__file__).parent / "quantities").iterdir())


def found(case: Path) -> str:
    text = (case / "text.txt").read_text(encoding="utf-8")
    document = Document(case.name, "", "", "text/plain", None, None, "en", Published(), text)
    rows = Record(document, quantities=quantities(text)).to_dict()["quantities"]
    for row in rows:
        row["text"] = text[slice(*row["span"])]
    return "[\n" + ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows) + "\n]\n"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_quantities(case: Path) -> None:
    assert found(case) == (case / "quantities.json").read_text(encoding="utf-8")


if __name__ == "__main__":
    for each in CASES:
        (each / "quantities.json").write_text(found(each), encoding="utf-8")
