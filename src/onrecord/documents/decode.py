"""Bytes to characters: byte order mark, declared charset, UTF-8, then a guess; binary files are refused."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from onrecord.documents.language import detect_language
from onrecord.errors import BinaryInput, InputTooLarge

__all__ = ["LIMIT", "Decoded", "check_size", "declared_charset", "decode", "unify_line_ends"]

# 20 MB is a thousand times a long press release; a parser's tree can take ten times its input in memory.
LIMIT = 20_000_000

_TOO_LARGE_REMEDY = "Split it, or take the text out of it first"

# Longest first: the UTF-32 mark for little-endian begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_KINDS = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive (also DOCX, ODT, EPUB)"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh91AY&SY", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF87a", "a GIF picture"),
    (b"GIF89a", "a GIF picture"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office file (DOC, XLS, PPT)"),
    (b"{\\rtf", "an RTF file"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"\x7fELF", "a program"),
)

_BINARY_REMEDY = "Save its text as plain text, Markdown or HTML and give that file"

# WHATWG Encoding Standard, section 4.2: labels that pages use for the larger Windows or Chinese superset.
_SUPERSETS = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
}
_SINGLE_BYTE = ("iso8859", "cp125", "cp1252", "koi8", "mac", "cp866", "cp874", "tis")
_MULTI_BYTE = ("utf-8", "gb18030", "big5", "cp932", "cp949", "cp950", "euc", "hz", "iso2022")

_CHARSET = re.compile(rb"""charset\s{0,9}=\s{0,9}["']?\s{0,9}([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)

# Curly quotation marks, dashes, ellipsis, no-break space: the same in all Windows code pages, 1250 to 1258.
_WINDOWS_PUNCTUATION = frozenset(b"\x85\x91\x92\x93\x94\x95\x96\x97\xa0")

# The legacy encodings of the web that are still met (WHATWG Encoding Standard, section 4.2). Left to all of
# Python's, charset-normalizer 3.5 takes an English text with curly quotation marks and one "é" for cp775.
_GUESSES = [
    *("cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258", "cp874"),
    *("iso8859_2", "koi8_r", "koi8_u", "cp866", "gb18030", "big5", "cp932", "euc_jp", "cp949"),
]

# Bytes; more lines of an encoding's own letters tell nothing new.
_GUESS_FROM = 50_000

# ISO 639-1: languages written in windows-1252.
_WESTERN = frozenset(
    (
        *(
            "af",
            "br",
            "ca",
            "cy",
            "da",
            "de",
            "en",
            "es",
            "eu",
            "fi",
            "fo",
            "fr",
            "fy",
            "ga",
            "gd",
            "gl",
            "id",
        ),
        *("is", "it", "lb", "ms", "nl", "no", "oc", "pt", "so", "sq", "sv", "sw", "tl", "wa", "zu"),
    )
)


class Decoded(NamedTuple):
    """Characters and the flags (keys of DEGRADED) earned while decoding them."""

    text: str
    degraded: tuple[str, ...]


def check_size(size: int, place: str) -> None:
    """Raise :class:`InputTooLarge` where ``size`` (bytes) is over :data:`LIMIT`."""
    if size > LIMIT:
        raise InputTooLarge(place, f"larger than {LIMIT // 1_000_000} MB", _TOO_LARGE_REMEDY)


def decode(data: bytes, place: str, *, charset: str | None = None) -> Decoded:
    """The characters of ``data``, without a byte order mark; ``charset`` is what the document declares.

    Raises:
        BinaryInput: the bytes are not text.
        InputTooLarge: more than :data:`LIMIT` bytes.
    """
    check_size(len(data), place)
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _replacing(data[len(mark) :], name)
    _refuse_binary(data, place)
    declared = _codec(charset)
    # Text in a single-byte encoding hardly ever forms valid UTF-8, and pages saved anew keep an old charset.
    if declared and not declared.startswith(_SINGLE_BYTE) and _is(data, declared):
        return Decoded(data.decode(declared), ())
    if _is(data, "utf-8"):
        return Decoded(data.decode("utf-8"), ())
    return _replacing(data, declared) if declared and declared != "utf-8" else _guess(data)


def declared_charset(data: bytes) -> str | None:
    """The charset an HTML page names in its first 1,024 bytes (HTML Living Standard, 13.2.3.2), if any."""
    match = _CHARSET.search(data[:1024])
    return match[1].decode("ascii") if match else None


def unify_line_ends(text: str) -> str:
    """``text`` with CRLF and CR as LF."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _refuse_binary(data: bytes, place: str) -> None:
    for magic, kind in _KINDS:
        if data.startswith(magic):
            raise BinaryInput(place, f"this is {kind}, not text", _BINARY_REMEDY)
    if b"\0" in data:
        problem = "holds NUL bytes, so it is not text in an encoding known here"
        raise BinaryInput(place, problem, f"{_BINARY_REMEDY}; UTF-16 needs a byte order mark")


def _codec(charset: str | None) -> str | None:
    """The Python codec for a declared charset; None for those that are not encodings of text on the web."""
    try:
        name = codecs.lookup(charset or "").name
    except (LookupError, ValueError):
        return None
    name = _SUPERSETS.get(name, name)
    return name if name.startswith((*_SINGLE_BYTE, *_MULTI_BYTE)) else None


def _is(data: bytes, codec: str) -> bool:
    try:
        data.decode(codec)
    except UnicodeDecodeError:
        return False
    return True


def _replacing(data: bytes, name: str) -> Decoded:
    try:
        return Decoded(data.decode(name), ())
    except UnicodeDecodeError:
        return Decoded(data.decode(name, "replace"), ("undecodable",))


def _guess(data: bytes) -> Decoded:
    """Decode bytes that are not UTF-8 and say nothing about themselves."""
    high = frozenset(data) - frozenset(range(0x80))
    if high <= _WINDOWS_PUNCTUATION:
        return Decoded(data.decode("cp1252"), ("encoding_guessed",))
    damaged = data.decode("utf-8", "replace")
    whole = sum(1 for character in damaged if ord(character) > 0x7F and character != "�")
    # A file cut or patched in places stays UTF-8: legacy text hardly ever forms valid sequences by chance.
    if whole > 10 * damaged.count("�"):
        return Decoded(damaged, ("undecodable",))
    decoded = _replacing(data, _guessed_codec(data))
    return Decoded(decoded.text, ("encoding_guessed", *decoded.degraded))


def _guessed_codec(data: bytes) -> str:
    from charset_normalizer import from_bytes

    # Lines with no high byte say nothing about the encoding, so a long document is judged by the others.
    telling = b"".join(line for line in data.splitlines(keepends=True) if not line.isascii())[:_GUESS_FROM]
    if _is_western(telling):
        return "cp1252"
    best = from_bytes(telling, cp_isolation=_GUESSES).best()
    return best.encoding if best and best.encoding in _GUESSES else "cp1252"


def _is_western(data: bytes) -> bool:
    """Whether ``data``, read as windows-1252, is in Latin letters and a language written in that encoding.

    charset-normalizer cannot tell windows-1252 from -1250 on short texts; the language can. A text too short
    for that counts as Western, as browsers in most locales have it (WHATWG Encoding Standard).
    """
    letters = sum(1 for byte in data if chr(byte).isalpha() and byte < 0x80)
    if 2 * sum(1 for byte in data if byte > 0x7F) > letters or not _is(data, "cp1252"):
        return False
    language = detect_language(data.decode("cp1252"))
    return language is None or language in _WESTERN
