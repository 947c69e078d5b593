"""One place where documents are made: identity, language and date are found the same way for every input."""

from __future__ import annotations

import re
from dataclasses import dataclass
from hashlib import sha256

from onrecord.documents.dateline import find_dateline
from onrecord.documents.dates import parse_published
from onrecord.documents.formats import TEXT, by_name, sniff
from onrecord.documents.language import detect_language
from onrecord.documents.parsed import Parsed
from onrecord.record import Document, Published

__all__ = ["Given", "from_bytes", "from_text"]

_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Given:
    """What the user says about a document; each field goes before what the document says itself."""

    published: str | None = None
    publisher: str | None = None
    title: str | None = None


def from_text(
    text: str,
    *,
    id: str | None = None,
    source: str = "",
    published: str | None = None,
    publisher: str | None = None,
    title: str | None = None,
) -> Document:
    """A document whose text is ``text``, unchanged code point for code point.

    ``published`` is a date as :func:`~onrecord.documents.dates.parse_published` takes it; the id is the
    SHA-256 of the text in UTF-8 where none is given. Raises :class:`~onrecord.errors.InvalidDate`.
    """
    digest = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    given = Given(_checked(published), publisher, title)
    return _document(Parsed(text), given, digest, id or digest, source, TEXT.media_type)


def from_bytes(
    data: bytes,
    *,
    source: str,
    format: str | None = None,
    published: str | None = None,
    publisher: str | None = None,
    title: str | None = None,
) -> Document:
    """The document in ``data``, the content of the file or address ``source``.

    ``format`` is a name of :data:`~onrecord.documents.formats.FORMATS`; without one the suffix of ``source``
    and then the content decide.

    Raises:
        UnknownFormat: no format is called ``format``.
        InvalidDate: ``published`` is not a date.
        BinaryInput: the bytes are not text.
        InputTooLarge: more than 20 MB.
    """
    given = Given(_checked(published), publisher, title)
    chosen = by_name(format) if format else sniff(data, source)
    parsed = chosen.parse(data, source)
    digest = sha256(data).hexdigest()
    return _document(parsed, given, digest, digest, source, chosen.media_type)


def _checked(published: str | None) -> str | None:
    return None if published is None else parse_published(published)


def _document(parsed: Parsed, given: Given, digest: str, id: str, source: str, media_type: str) -> Document:
    return Document(
        id=id,
        sha256=digest,
        source=source,
        media_type=media_type,
        title=given.title or parsed.title,
        publisher=given.publisher or parsed.publisher,
        language=detect_language(parsed.text),
        published=_published(given.published, parsed),
        text=parsed.text,
        degraded=_degraded(parsed),
    )


def _published(given: str | None, parsed: Parsed) -> Published:
    """The date by the best basis there is; never today's and never the file's."""
    if given:
        return Published(given, "given")
    if parsed.published:
        return Published(parsed.published, "metadata")
    dateline = find_dateline(parsed.text)
    return Published(dateline, "dateline") if dateline else Published()


def _degraded(parsed: Parsed) -> tuple[str, ...]:
    flags = list(parsed.degraded)
    if not parsed.text.strip():
        flags.append("empty")
    if _SURROGATE.search(parsed.text):
        flags.append("broken_unicode")
    return tuple(flags)
