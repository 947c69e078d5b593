"""Whose words each word of a text is, and which only say who speaks."""

from __future__ import annotations

import heapq
import re
from collections.abc import Sequence

from onrecord.claims.words import Words
from onrecord.normalise.acts import cue_words
from onrecord.record import Attribution
from onrecord.spans import Span

__all__ = ["FRAME", "counts_itself", "voices"]

# Verbs by which figures are counted as much as told: "the port recorded 300 boats" says that there were 300.
_COUNTING = re.compile(
    r"\b(?:record|count|register|log|tall|measur|report|post|enjoy|see|saw|experienc|not|represent|document|welcom|"
    r"greet|admit|host|receiv)(?:s|es|ed|ied|n|ted)?\b"
)

_PASSIVE = re.compile(r"(?:is|are|was|were|been|being|has been|have been|had been)\b")
# What nobody says has been: "300 houses were promised"
_HOLDING = re.compile(
    r"\b(?:promis|plann|expect|pledg|predict|forecast|project|den|propos|demand|allege|accus|order|ask)"
)
_NEAR = 3  # words before a content among which the figure is that it goes with: "counted 7,742 | births"

FRAME = -2
"""The voice of words that only say who speaks: sources and cues."""


def counts_itself(words: Words, attribution: Attribution, figures: bytearray) -> bool:
    """Whether an attribution only has a counted figure for its content: "Elsin recorded 300 boats", "300 boats were
    counted". Nothing is said in it by anybody, so that its words are of the voice around it.

    Without a source, whatever the verb: "300 cases were confirmed", "the rate was put at 9%".
    """
    cue = " ".join(words.text[span.start : span.end].lower() for span in attribution.cue)
    inside = [word for span in attribution.content for word in words.syntax.words(span)]
    if not inside or any(words.predicate[word] and words.part[word] in ("VERB", "AUX") for word in inside):
        return False
    if not attribution.source and _PASSIVE.match(cue):
        return not _HOLDING.search(cue)
    beside = range(max(0, inside[0] - _NEAR), inside[0])
    plain = not cue_words(words.text, attribution.cue)[0]  # "consumed" is no word for saying anything
    return any(figures[word] for word in (*beside, *inside)) and (plain or bool(_COUNTING.search(cue)))


def voices(words: Words, attributions: Sequence[Attribution]) -> tuple[list[int], dict[int, int]]:
    """For each word the number of the attribution with the shortest content round it, -1 outside all contents,
    :data:`FRAME` for the sources and cues of what is reported at the same depth; and for each word of a frame the voice
    that it is in."""
    contents = []
    for number, attribution in enumerate(attributions):
        for part in attribution.content:
            found = words.syntax.words(part)
            if len(found):
                contents.append((found.start, found.stop, number))
    contents.sort()
    lengths = [sum(part.end - part.start for part in attribution.content) for attribution in attributions]
    owner = [-1] * len(words)
    open_now: list[tuple[int, int, int]] = []  # length, end, number: the shortest first
    following = 0
    for word in range(len(words)):
        while following < len(contents) and contents[following][0] <= word:
            _, stop, number = contents[following]
            heapq.heappush(open_now, (lengths[number], stop, number))
            following += 1
        while open_now and open_now[0][1] <= word:
            heapq.heappop(open_now)
        if open_now:
            owner[word] = open_now[0][2]
    said = list(owner)
    framed: dict[int, int] = {}
    numbers = {attribution.id: number for number, attribution in enumerate(attributions)}
    for number, attribution in enumerate(attributions):
        around = numbers.get(attribution.parent or "", -1)
        spans: Sequence[Span] = (*attribution.source, *attribution.cue)
        for span in spans:
            for word in words.syntax.words(span):
                if owner[word] in (around, -1) and owner[word] != number:
                    said[word] = FRAME
                    framed[word] = owner[word]
    return said, framed
