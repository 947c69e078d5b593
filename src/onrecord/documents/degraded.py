"""The flags of ``document.degraded``: what was lost or guessed on the way from bytes to text."""

from __future__ import annotations

__all__ = ["DEGRADED"]

DEGRADED = {
    "empty": "The document holds no text.",
    "broken_unicode": "The text holds lone surrogates, which are not characters.",
    "encoding_guessed": "No encoding was stated and the bytes are not UTF-8, so the encoding was guessed.",
    "undecodable": "Some bytes could not be decoded; each stands in the text as U+FFFD.",
    "html_timeout": "Finding the main text took too long; all text of the page was kept, menus included.",
    "html_failed": "The main text could not be told from the rest; all text of the page was kept.",
    "markdown_timeout": "Reading the Markdown took too long; the file was read as plain text.",
    "markdown_failed": "The Markdown could not be read; the file was read as plain text.",
}
