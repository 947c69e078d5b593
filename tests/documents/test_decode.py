"""Bytes to characters."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.documents.decode import LIMIT, declared_charset, decode, unify_line_ends
from onrecord.errors import BinaryInput, InputTooLarge

WORDS = "“Nobody waited,” said Ana Velde – café"


@pytest.mark.parametrize(
    ("mark", "codec"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_byte_order_mark_decides_and_is_dropped(mark: bytes, codec: str) -> None:
    assert decode(mark + WORDS.encode(codec), "a") == (WORDS, ())
    assert decode(mark + WORDS.encode(codec), "a", charset="windows-1251").text == WORDS


@given(st.text(st.characters(exclude_characters="\0\ufeff", exclude_categories=("Cs",))))
def test_utf8_comes_back_as_it_was(text: str) -> None:
    try:
        assert decode(text.encode(), "a") == (text, ())
    except BinaryInput:
        assert text.startswith(("%PDF-", "{\\rtf", "GIF8", "BZh", "7z", "Rar!", "PK", "\x1f", "\x7f"))


@pytest.mark.parametrize(
    ("charset", "codec", "text"),
    [
        ("windows-1252", "cp1252", WORDS),
        ("iso-8859-1", "cp1252", WORDS),  # as browsers read that label
        ("ISO-8859-2", "iso8859-2", "Ministr řekl"),
        ("gb2312", "gb18030", "部长说，路将开放。"),
        ("Shift_JIS", "cp932", "大臣は述べた。"),
        ("koi8-r", "koi8-r", "Министр заявил"),
    ],
)
def test_a_declared_charset_is_believed(charset: str, codec: str, text: str) -> None:
    assert decode(text.encode(codec), "a", charset=charset) == (text, ())


def test_utf8_that_still_declares_an_old_charset_is_utf8() -> None:
    assert decode(WORDS.encode(), "a", charset="iso-8859-1").text == WORDS


@pytest.mark.parametrize(
    "charset", ["zlib", "unicode_escape", "punycode", "idna", "utf-7", "utf-16", "x" * 40, "\0", ""]
)
def test_a_charset_that_is_none_of_the_webs_is_passed_over(charset: str) -> None:
    assert decode(WORDS.encode(), "a", charset=charset).text == WORDS


LEGACY = {
    "cp1252": "Der Bürgermeister sagte: „Die Straße wird nächste Woche geöffnet.“ Die Bürger hören zu.",
    "iso8859-1": "L'opposition a été très sévère: « le président a menti à l'assemblée », a dit la députée.",
    "cp1250": "Ministr řekl, že silnice bude otevřena příští týden. Obyvatelé města čekají na rozhodnutí.",
    "cp1251": "Министр заявил, что дорога будет открыта на следующей неделе. Жители ждут решения.",
    "koi8-r": "Министр заявил, что дорога будет открыта на следующей неделе. Жители ждут решения.",
    "cp1254": "Bakan, yolun gelecek hafta açılacağını söyledi. Şehir sakinleri kararı bekliyor.",
    "cp1256": "قال الوزير إن الطريق سيفتح الأسبوع المقبل. ينتظر سكان المدينة القرار.",
    "gb18030": "部长说，这条路将于下周开放。城市居民正在等待决定。",
    "cp932": "大臣は、道路は来週開通すると述べた。市民は決定を待っている。",
}


@pytest.mark.parametrize("codec", LEGACY)
def test_an_undeclared_legacy_encoding_is_guessed_and_flagged(codec: str) -> None:
    assert decode(LEGACY[codec].encode(codec), "a") == (LEGACY[codec], ("encoding_guessed",))


@pytest.mark.parametrize("text", ["“It’s over,” she said…", "He called it “fine” – twice. Then a café opened."])
def test_english_with_windows_quotation_marks(text: str) -> None:
    assert decode(text.encode("cp1252"), "a") == (text, ("encoding_guessed",))


def test_utf8_damaged_in_one_place_stays_utf8() -> None:
    damaged = ("“Nein”, sagte er – ähnlich wie früher. " * 9).encode() + b"\xff end"
    text, degraded = decode(damaged, "a")
    assert text.count("“Nein”") == 9
    assert text.endswith("\ufffd end")
    assert degraded == ("undecodable",)


def test_bytes_no_encoding_has_are_replaced_and_flagged() -> None:
    assert decode(codecs.BOM_UTF8 + b"a\xffb", "a") == ("a\ufffdb", ("undecodable",))
    assert decode(b"a\x81b", "a", charset="windows-1252") == ("a\ufffdb", ("undecodable",))


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7\n", "PDF"),
        (b"PK\x03\x04rest", "DOCX"),
        (b"\x1f\x8b\x08", "gzip"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"{\\rtf1 words}", "RTF"),
        (b"some\0thing", "NUL"),
        ("no mark".encode("utf-16-le"), "NUL"),
    ],
)
def test_a_binary_file_is_refused_with_a_remedy(data: bytes, kind: str) -> None:
    with pytest.raises(BinaryInput) as caught:
        decode(data, "b.txt")
    assert kind in caught.value.problem
    assert caught.value.place == "b.txt"
    assert "plain text" in caught.value.remedy


def test_too_large() -> None:
    with pytest.raises(InputTooLarge, match=r"E104 big\.txt: larger than 20 MB\. "):
        decode(b"a" * (LIMIT + 1), "big.txt")


@pytest.mark.parametrize(
    ("page", "charset"),
    [
        (b'<meta charset="utf-8">', "utf-8"),
        (b"<META CHARSET = windows-1251 >", "windows-1251"),
        (b'<meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-2">', "ISO-8859-2"),
        (b'<?xml version="1.0"?><html><head><title>x</title>', None),
        (b" " * 2000 + b'<meta charset="utf-8">', None),
    ],
)
def test_declared_charset(page: bytes, charset: str | None) -> None:
    assert declared_charset(page) == charset


def test_line_ends() -> None:
    assert unify_line_ends("a\r\nb\rc\n\r\nd") == "a\nb\nc\n\nd"
