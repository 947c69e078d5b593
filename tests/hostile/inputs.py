"""Hostile inputs: made from a seed, so that a failure can be made again by its number."""

from __future__ import annotations

import random
from pathlib import Path
from typing import NamedTuple

__all__ = ["COUNT", "Input", "make"]

COUNT = 2000

EXAMPLES = [path.read_bytes() for path in sorted((Path(__file__).parents[2] / "examples").iterdir()) if path.is_file()]

MARKS = "“”‘’„‟«»‹›\"'`‚"
SPACES = " \t\n\r\f\v\u00a0\u2028\u2029\u200b\u3000"
SCRIPTS = (
    "abcdefghij KLMNOP said told that",
    "абвгд сказал что",
    "قالت الوزيرة إن",
    "אמר השר כי",
    "大臣说港口费用",
    "हिन्दी ने कहा",
    "ελληνικά είπε",
    "👩‍👩‍👧🏴󠁧󠁢󠁥󠁮󠁧󠁿🇺🇳é̀́",
)
PHRASES = (
    "“We will pay,” said Mayor Ana Brill. ",
    "The board denied that “the pier” was closed. ",
    "According to Dr. O. Tarn-Weiss, chair of the Board of Ports, ",
    "From Chair Ida Rooth: “No.” ",
    "she said that he had said that they said ",
    "noting that, ",
    "\n\n“And again,",
    "\n\n",
    "Brill’s ",
    "on 3 May 2024 ",
    "last Tuesday ",
    "the minister, ",
    "Minister Minister of the of the ",
    ": ",
    " – ",
)
TAGS = (
    *(
        "<p>",
        "</p>",
        "<div>",
        "<b>",
        "</i>",
        "<!--",
        "-->",
        "<script>",
        "</script>",
        "<table><tr><td>",
        "<br>",
    ),
    *("<h1>", "<title>", "&amp;", "&#8220;", "&#xD800;", "&#x110000;", "<![CDATA[", "<?xml", "<p title='“'>"),
    *("<svg><p>", "<a href=“", "<meta charset=utf-16>", "<time datetime='2024-13-45'>", "<template>"),
)
DAMAGE = (
    *(b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\xc3", b"\xf4\x90\x80\x80", b"\x1b[31m", b"\r"),
    *(
        "“".encode(),
        "”".encode(),
        "\u202e".encode(),
        b'"',
        b"'",
        b"said",
        b"\n\n",
        b"---\n",
        b"```",
        b"> " * 40,
    ),
)


class Input(NamedTuple):
    """Bytes and the name of the format they are read as; None: let the program tell."""

    data: bytes
    format: str | None


def make(number: int) -> Input:
    """The hostile input of that number."""
    rng = random.Random(number)
    kind = MAKERS[number % len(MAKERS)]
    return Input(kind(rng), rng.choice(("text", "text", "text", "markdown", "html", None)))


def _characters(rng: random.Random, alphabet: str, most: int = 400) -> bytes:
    return "".join(rng.choices(alphabet, k=rng.randint(0, most))).encode("utf-8", "surrogatepass")


def _bytes(rng: random.Random) -> bytes:
    return rng.randbytes(rng.randint(0, 300))


def _unicode(rng: random.Random) -> bytes:
    points = (rng.choice((0x7F, 0x2FF, 0xFFFF, 0x10FFFF)) for _ in range(rng.randint(0, 200)))
    return "".join(chr(rng.randint(0, most)) for most in points).encode("utf-8", "surrogatepass")


def _controls(rng: random.Random) -> bytes:
    return _characters(rng, "".join(map(chr, range(1, 32))) + "\u202a\u202e\u2066\u2069\ufeff\x7f\x85" + "said ")


def _marks(rng: random.Random) -> bytes:
    return _characters(rng, rng.choice((MARKS, MARKS[:2], MARKS + " ", MARKS + "a\n", '"')))


def _mixed(rng: random.Random) -> bytes:
    return _characters(rng, "".join(rng.sample(SCRIPTS, 3)) + MARKS + SPACES + "said .,")


def _surrogates(rng: random.Random) -> bytes:
    text = "".join(rng.choices(PHRASES, k=rng.randint(1, 12)))
    at = rng.randrange(len(text))
    return (text[:at] + chr(rng.randint(0xD800, 0xDFFF)) + text[at:]).encode("utf-8", "surrogatepass")


def _phrases(rng: random.Random) -> bytes:
    return "".join(rng.choices(PHRASES, k=rng.randint(0, 40))).encode()


def _nested(rng: random.Random) -> bytes:
    depth = rng.randint(1, 120)
    opening, closing = rng.choice((("“", "”"), ("‘", "’"), ("“‘", "’”"), ("(", ")"), ("<div>", "</div>"), ("> ", "")))
    return (opening * depth + rng.choice(PHRASES) + closing * rng.randint(0, depth)).encode()


def _long_line(rng: random.Random) -> bytes:
    return (rng.choice((*PHRASES, *MARKS, "x", "1,", "A.", "-", "港")) * rng.randint(200, 1500))[:6000].encode()


def _soup(rng: random.Random) -> bytes:
    return "".join(rng.choice((*TAGS, *TAGS, *PHRASES)) for _ in range(rng.randint(0, 80))).encode()


def _empty(rng: random.Random) -> bytes:
    return _characters(rng, SPACES, most=20)


def _mutated(rng: random.Random) -> bytes:
    """An example cut, patched, repeated, reversed or with bits flipped."""
    data = bytearray(rng.choice(EXAMPLES))
    start = rng.randrange(len(data))
    data = data[start : start + rng.randint(50, 1500)]
    for _ in range(rng.randint(1, 8)):
        at = rng.randrange(len(data) + 1)
        change = rng.randrange(5)
        if change == 0:
            data[at:at] = rng.choice(DAMAGE) * rng.choice((1, 1, 20))
        elif change == 1:
            del data[at : at + rng.randint(1, 60)]
        elif change == 2 and at < len(data):
            data[at] ^= 1 << rng.randrange(8)
        elif change == 3:
            data[at:at] = data[at : at + 200][::-1]
        else:
            data = data[at:] + data[:at]
    return bytes(data)


MAKERS = (
    *(_mutated, _mutated, _mutated, _phrases, _phrases, _surrogates),
    *(_bytes, _unicode, _controls, _marks, _mixed, _nested, _long_line, _soup, _soup, _empty),
)
