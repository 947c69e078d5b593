from __future__ import annotations

import pytest

from onrecord.normalise.authors import Author, author

VENN = Author("Mara Venn", None, person=True)


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Speech of Mara Venn, chair of the Harbour Board, to the pilots", VENN),
        ("Remarks by Mara Venn", VENN),
        ("Remarks as Prepared", None),
        ("Opening Remarks by Ms Mara Venn at the quay", VENN),
        ("Statement by Prime Minister Mara Venn on the quay", Author("Mara Venn", "Prime Minister", person=True)),
        ("Comment by Harbour Aide Odo Holt following the call", Author("Odo Holt", "Harbour Aide", person=True)),
        ("Statement by the Harbour Board", Author("Harbour Board", None, person=False)),
        ("Statement by Harbour Board spokesman Odo Holt", None),
        ("Statement by Harbour Board Chair", None),
        ("Mara Venn’s opening address to the pilots", VENN),
        ("Remarks by Mara Venn draw anger", None),
        ("Mara Venn spoke", None),
        ("A letter by the sea", None),
        ("", None),
    ],
)
def test_whose_speech_it_is(line: str, found: Author | None) -> None:
    assert author(f"\n{line}\nDear pilots", None) == found
    assert author("Dear pilots", line) == found


def test_a_long_line_is_read_in_linear_time() -> None:
    assert author("Statement by " + "Aa " * 100_000, None) is None
