"""Statements of TabFact as running text: put back from tokens and base forms, without what only names the table.

The statements are in lower case, cut into tokens, with verbs in their base form; what a table is titled stands in
many of them. Nothing else is changed.
"""

from __future__ import annotations

import re

__all__ = ["readable"]

_SPACED = ((r" ([,.;:%)?!])", r"\1"), (r"\( ", "("), (r" ('s|n't)\b", r"\1"), (r"(\d) - (\d)", r"\1–\2"), (r" - ", "-"))
_VERBS = (
    (r"\bthere be\b", "there were"),
    (r"\b(?:have|has) (?:be|been)\b", "had been"),
    (r"\bto be\b", "to_be"),
    (r"\bbe\b", "was"),
    (r"\bto_be\b", "to be"),
    (r"\bhave\b", "had"),
    (r"\bdo\b", "did"),
    (r"\b(\d+) time\b", r"\1 times"),
    (r"\blead\b", "led"),
    (r"\bexceed\b", "exceeded"),
)
_LEAD = r"(?:(?:in|during|for|of|at|from|on|throughout|over|within)\s+)?(?:the\s+|a\s+)?"
_TAIL = r"(?:\s+(?:season|tournament|championship|table|list|chart|event|competition|election|draft|game))?"
_CHART = re.compile(
    r"\b(?:(?:on|in|of|from) (?:the|this) (?:table|list|chart)|"
    r"(?:that be )?list(?:ed)? (?:on|in) the (?:table|chart))\b"
)


def readable(statement: str, caption: str) -> str:
    """``statement`` as text; of what ``caption`` says, phrases of two words and more and its years are left out."""
    text = _without(f" {statement.lower()} ", caption.lower())
    text = _CHART.sub(" ", text)
    for pattern, put in (*_VERBS, *_SPACED):
        text = re.sub(pattern, put, text)
    text = re.sub(r"\s+", " ", text).strip(" ,.;")
    text = re.sub(r"\s+,", ",", text)
    return text[:1].upper() + text[1:] + "." if text else ""


def _without(text: str, caption: str) -> str:
    tokens = caption.split()
    for size in range(len(tokens), 1, -1):
        for first in range(len(tokens) - size + 1):
            phrase = tokens[first : first + size]
            if not any(re.search(r"[a-z]{3}", token) for token in phrase):
                continue
            pattern = r"\s+".join(_any_form(token) for token in phrase)
            text = re.sub(rf"(?<!\w){_LEAD}{pattern}{_TAIL}(?!\w)(?:\s+'s)?\s*,?", " ", text)
    for year in re.findall(r"\b[12]\d{3}\b", caption):
        text = re.sub(
            rf"(?<!\w)(?:in|during|for|of)\s+(?:the\s+)?{year}(?:\s+-\s+\d\d(?:\d\d)?)?{_TAIL}(?!\w)\s*,?", " ", text
        )
    return text


def _any_form(token: str) -> str:
    """A word of the caption as the statement may have it: without the plural's s."""
    stem = token.removesuffix("s") if len(token) > 3 else token
    return re.escape(stem) + ("s?" if stem != token else "")
