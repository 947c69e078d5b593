"""The machinery of the grammar: rules over symbols, applied in levels, the longest match first.

A rule is a regular expression over symbols and a function that makes a node of the matched tokens, or None
where they do not make one. A level replaces matches by one token each; the next level sees the result. Every
pattern is bounded in length, so a level is linear in its tokens.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from onrecord.normalise.times.lexicon import first_symbols, pattern, symbol
from onrecord.normalise.times.tokens import Token

__all__ = ["Level", "Matched", "Rule"]


class Matched:
    """The tokens of a match, by the group of the rule."""

    __slots__ = ("_match", "_tokens")

    def __init__(self, match: re.Match[str], tokens: Sequence[Token]) -> None:
        self._match = match
        self._tokens = tokens

    def tokens(self, group: str) -> Sequence[Token]:
        """The tokens of a group; none where it took no part or the rule has no such group."""
        if group not in self._match.re.groupindex:
            return ()
        start, end = self._match.span(group)
        return self._tokens[start:end] if start >= 0 else ()

    def __getitem__(self, group: str) -> Any:
        """The value of the first token of a group, or None."""
        found = self.tokens(group)
        return found[0].value if found else None

    def __contains__(self, group: str) -> bool:
        return bool(self.tokens(group))

    def names(self, group: str, *symbols: str) -> bool:
        """Whether the first token of a group has one of these symbols."""
        found = self.tokens(group)
        return bool(found) and found[0].symbol in map(symbol, symbols)

    def before(self) -> Token | None:
        """The token before the match."""
        start = self._match.start()
        return self._tokens[start - 1] if start else None

    def after(self) -> Token | None:
        """The token after the match."""
        end = self._match.end()
        return self._tokens[end] if end < len(self._tokens) else None

    @property
    def span(self) -> tuple[int, int]:
        """First and last code point of the group ``span``, else of the whole match."""
        named = "span" in self._match.re.groupindex and self._match.start("span") >= 0
        start, end = self._match.span("span") if named else self._match.span()
        return self._tokens[start].start, self._tokens[end - 1].end


Builder = Callable[[Matched], Any]


class Rule(NamedTuple):
    """``name`` is the symbol that a match becomes; ``source`` the pattern; ``build`` gives its value or
    None."""

    name: str
    source: str
    build: Builder


class Level:
    """Rules that compete for the same tokens."""

    def __init__(self, *rules: Rule) -> None:
        self._by_first: dict[str, list[tuple[str, re.Pattern[str], Builder]]] = {}
        for rule in rules:
            compiled = symbol(rule.name), pattern(rule.source), rule.build
            for first in first_symbols(rule.source):
                self._by_first.setdefault(first, []).append(compiled)

    def apply(self, tokens: list[Token]) -> list[Token]:
        """``tokens`` with every match replaced by one token."""
        line = "".join([token.symbol for token in tokens])
        done: list[Token] = []
        at = 0
        while at < len(tokens):
            made = self._longest(line, tokens, at)
            done.append(made[0] if made else tokens[at])
            at = made[1] if made else at + 1
        return done

    def _longest(self, line: str, tokens: list[Token], at: int) -> tuple[Token, int] | None:
        found = []
        for name, regex, build in self._by_first.get(line[at], ()):
            match = regex.match(line, at)
            if match:
                found.append((match.end(), name, match, build))
        if len(found) > 1:
            found.sort(key=lambda each: -each[0])
        for end, name, match, build in found:
            matched = Matched(match, tokens)
            value = build(matched)
            if value is not None:
                return Token(name, *matched.span, value), end
        return None
