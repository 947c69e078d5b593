"""Bytes to Document: sniffing, decoding, main text, dates and language.

``from_text`` and ``from_bytes`` give one :class:`~onrecord.record.Document`; ``from_batch`` reads JSON Lines;
``gather`` expands files, folders and ``-``; ``read_inputs`` does all of it and puts an error in the place of
what cannot be read.

What a document lost on the way is named in ``document.degraded``; ``DEGRADED`` has a sentence for each flag:

==================== ==============================================================
empty                no text
broken_unicode       lone surrogates in the text
encoding_guessed     the encoding was neither stated nor UTF-8
undecodable          bytes that could not be decoded, replaced by U+FFFD
html_timeout         main text not found in time: all text of the page
html_failed          main text not found: all text of the page
markdown_timeout     Markdown not read in time: read as plain text
markdown_failed      Markdown not readable: read as plain text
==================== ==============================================================

Nothing heavy is imported until a document is read.
"""

from __future__ import annotations

from onrecord.documents.batch import from_batch
from onrecord.documents.build import from_bytes, from_text
from onrecord.documents.dates import parse_published
from onrecord.documents.degraded import DEGRADED
from onrecord.documents.formats import NAMES
from onrecord.documents.inputs import STDIN, Input, gather, read_inputs

__all__ = [
    "DEGRADED",
    "NAMES",
    "STDIN",
    "Input",
    "from_batch",
    "from_bytes",
    "from_text",
    "gather",
    "parse_published",
    "read_inputs",
]
