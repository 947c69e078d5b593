"""Any bytes end in a document or in one typed error, in time that grows with their length."""

from __future__ import annotations

import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.documents import DEGRADED, from_bytes, from_text
from onrecord.errors import InputError
from onrecord.record import Document, Record

FORMATS = ("text", "markdown", "html")

TEXT = "EASTMERE, 3 May 2024 – “No ship waited,” said Ana Velde – café.\n\nThe union ‘disputes’ it.\n"
MARKDOWN = f"---\ntitle: x\ndate: 2024-05-03\n---\n# Head\n\n> {TEXT}\n- [a](b)\n- `c`\n\n|a|b|\n|-|-|\n|c|d|\n"
HTML = (
    '<!doctype html><html><head><meta charset="utf-8"><title>Head | News</title>'
    f'<script>var a = "<p>";</script></head><body><h1>Head</h1><!-- c --><p>{TEXT}<p>{TEXT * 3}'
    "<ul><li>a<li>b</ul><table><tr><td>1<td>2</table>&amp;&#8220;</body>"
)
SEEDS = [seed.encode(codec) for seed in (TEXT, MARKDOWN, HTML) for codec in ("utf-8", "utf-16", "cp1252")]
PIECES = [
    *(
        b"\0",
        b"\xff\xfe",
        b"\xef\xbb\xbf",
        b"\xed\xa0\x80",
        b"\xc3",
        b"\xf4\x90\x80\x80",
        b"\x1b[31m",
        b"\r",
        b"\x0b",
    ),
    *(
        "“".encode(),
        "\u202e".encode(),
        "\u200f".encode(),
        "e\u0301".encode() * 9,
        b"<",
        b"<!--",
        b"]]>",
        b"&#x110000;",
    ),
    *(
        b"---\n",
        b"```",
        b"[a](",
        b"<svg>",
        b"<p " + b"a" * 999,
        b"%PDF-",
        b"charset=utf-7",
        b"<td colspan=99999999999>",
    ),
]


def check(data: bytes, format: str | None) -> None:
    """``data`` gives a document whose record survives JSON, or an error with code, place and remedy."""
    try:
        document = from_bytes(data, source="hostile", format=format)
    except InputError as error:
        assert error.code.startswith("E1")
        assert error.place
        assert error.remedy
        return
    assert isinstance(document, Document)
    assert set(document.degraded) <= DEGRADED.keys()
    assert Record.from_json(Record(document).to_json()).document == document


def mutate(rng: random.Random) -> bytes:
    """A seed cut, patched, repeated, reversed or with bits flipped."""
    data = bytearray(rng.choice(SEEDS))
    for _ in range(rng.randint(1, 8)):
        at = rng.randrange(len(data) + 1)
        change = rng.randrange(5)
        if change == 0:
            data[at:at] = rng.choice(PIECES) * rng.choice((1, 1, 50))
        elif change == 1:
            del data[at : at + rng.randint(1, 60)]
        elif change == 2 and at < len(data):
            data[at] ^= 1 << rng.randrange(8)
        elif change == 3:
            data[at:at] = data[at : at + 200][::-1]
        else:
            data[at:] = data[at:] + data[:at]
    return bytes(data)


@pytest.mark.parametrize("seed", range(20))
def test_mutated_documents(seed: int) -> None:
    rng = random.Random(seed)
    for _ in range(30):
        check(mutate(rng), rng.choice((None, *FORMATS)))


@pytest.mark.parametrize("format", FORMATS)
@settings(deadline=None, max_examples=100)
@given(data=st.binary(max_size=300) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_any_bytes(format: str, data: bytes) -> None:
    check(data, format)


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\t ",
        '"' * 1000,
        "“" * 1000,
        "‘’«»„“" * 500,
        "".join(map(chr, range(1, 32))),
        "\u202eThe board said no.\u202c " * 50,
        "قالت الوزيرة: «لا». " * 50,
        "a" + "\u0301" * 5000,
        "👩‍👩‍👧" * 500,
        "<div>" * 5000 + "deep",
        "<b><i>" * 5000 + "deep" + "</i></b>" * 5000,
        "<ul><li>a<li>b</ul><table><tr><td>" * 1000 + "deep",
        '<p class="' + "x" * 150_000 + '">words</p>',
        "<p " + "a=b " * 20_000 + ">words</p>",
        "> " * 5000 + "deep",
        "[" * 20_000,
        "&#" + "9" * 6000 + ";",
    ],
    ids=range(18),
)
def test_extremes(text: str, format: str) -> None:
    check(text.encode(), format)


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("piece", ["x", "word ", "“a” ", "é", "港"], ids=["letter", "word", "quote", "latin", "cjk"])
def test_a_line_of_a_megabyte_is_read_fast(piece: str, format: str) -> None:
    data = (piece * (1_000_000 // len(piece.encode()))).encode()
    from_text("warm")
    began = time.perf_counter()
    document = from_bytes(data, source="a", format=format)
    assert len(document.text) >= 300_000
    assert time.perf_counter() - began < 10


@pytest.mark.parametrize("codec", ["utf-8", "utf-16", "utf-32", "cp1252"])
def test_the_same_words_in_every_encoding(codec: str) -> None:
    assert from_bytes(TEXT.encode(codec), source="a.txt").text == TEXT
