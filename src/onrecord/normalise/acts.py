"""What kind of attribution a finding is, and which act, from its cue in context.

The cue's words are looked up (phrases before single words, heads before weak verbs); a neutral verb of saying
takes its act from what is said. Side-blind: nothing here looks at who speaks, only at whether the source is a
report or data.
"""

from __future__ import annotations

import re
from functools import cache

from onrecord.normalise.cues import (
    EVIDENCE_NOUNS,
    EVIDENTIAL,
    NEUTRAL,
    PHRASES,
    WEAK,
    Entry,
    entries,
    lemma_of,
)
from onrecord.normalise.words import word_set
from onrecord.reader.findings import Finding
from onrecord.record import Act, AttributionKind
from onrecord.spans import Span, quote

__all__ = ["cue_entry", "cue_words", "kind_and_act"]

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_NEGATION = word_set("not never no neither nor cannot without")
_PASSIVE_FORECAST = word_set("expect predict project forecast anticipate estimate")
_COMMITS = re.compile(
    r"\b(?:(?:we|i)(?:(?:’|')ll| will| shall| intend to| plan to| pledge| promise)\b"
    r"|will (?:continue to|ensure|never|always|not (?:allow|rest|accept)"
    r"|do (?:everything|whatever)|stand (?:by|with)|keep (?:working|fighting)))",
    re.I,
)
_OWN_FUTURE = re.compile(r"(?:that )?(?:he|she|it|they) (?:will|would|won(?:’|')t)\b", re.I)
_FUTURE = re.compile(r"\b(?:will|won(?:’|')t|going to|(?:likely|expected|set|poised|bound) to|would be)\b", re.I)
_DUTY = re.compile(
    r"\b(?:must|should|ought to|(?<!the )needs? to|ha(?:s|ve) (?:got )?to|let(?:’|')?s"
    r"|(?:is|are) (?:urged|advised|asked) to|it is (?:time|imperative|essential|vital|urgent|critical)"
    r"|(?:call|urge|appeal) (?:on|upon|for|to)|please)\b",
    re.I,
)
_WRONG = re.compile(
    r"\b(?:crim(?:es?|inals?)|illegal(?:ly)?|unlawful(?:ly)?|aggression|brutal\w*|atroci\w+|massacre\w*|genocid\w+"
    r"|cleansing|exterminat\w+|racis[mt]\w*|fascis[mt]\w*|bigot\w*|terror\w*|murder\w*|persecut\w+|shameful|disgrace\w*"
    r"|reckless\w*|hypocri\w+|provocation\w*|oppress\w+|tyran\w+|abus(?:e|es|ed|ive)|incompeten\w+|negligen\w+"
    r"|propaganda|disinformation|unfit)\b",
    re.I,
)
_CHARGE = re.compile(
    r"\b(?:lie[sd]|lying|liars?|a lie|violat(?:ed|ing|es)|guilty|corrupt(?:ion)?|fraud\w*|rigged"
    r"|cheat(?:ed|ing|er)?|stole|stolen|betray\w*|sabotag\w+|conspir\w+"
    r"|to blame|blame[sd]|responsible for|cover-?up|crooked)\b",
    re.I,
)
_FEELING = re.compile(
    r"\b(?:thanks?|thankful|grateful|gratitude|congratulat\w+|proud|pleased|delighted|honou?red|excited|thrilled"
    r"|welcome|applaud|condolences|sorry|apologi[sz]\w+|saddened|deeply moved|sympath\w+)\b",
    re.I,
)
_QUESTION = re.compile(r"^(?:whether|if|why|how|what|who|when|where|which|about)\b", re.I)
_TO = re.compile(r"^to\b", re.I)
# An infinitive later on, not "to" before a noun phrase: "reporters to leave", not "visitors to the islands".
_LATER_TO = re.compile(
    r"^(?:\S+ ){1,12}?(?:not )?to "
    r"(?!(?:the|an?|its?|his|her|their|our|your|my|this|that|these|those|all|each|every|some|any|no)\b)[a-z]",
)
_ADVISING = word_set("say tell argue suggest insist stress according")
_LONG = 1200


def kind_and_act(text: str, finding: Finding) -> tuple[AttributionKind, Act]:
    """The kind and the act of ``finding`` in ``text``.

    >>> from onrecord.spans import Span
    >>> text = "The mayor denied that the bridge was closed."
    >>> kind_and_act(text, Finding((Span(0, 9),), (Span(10, 16),), (Span(17, 43),), "indirect", 1.0))
    ('statement', 'deny')
    """
    words = _words(text, finding.cue)
    lemma, (kind, act) = cue_entry(words)
    said = _said(text, finding)
    kind, act = _in_context(lemma, words, (kind, act), said, finding)
    if kind == "statement" and lemma in EVIDENTIAL | {"according"} and _is_document(text, finding.source):
        kind = "evidence"
    if kind in ("statement", "evidence") and act == "state" and (lemma in NEUTRAL or lemma in ("", "according")):
        act = _act_of_content(lemma, said, finding)
    return kind, act


def cue_entry(words: list[str]) -> tuple[str, Entry]:
    """The lemma that carries a cue of these lower-case words, "" where none is listed, and its entry."""
    table, lemma = entries(), lemma_of()
    bases = [lemma.get(word, word) for word in words]
    weak: tuple[str, Entry] | None = None
    for place, base in enumerate(bases):
        for length in _phrase_lengths().get(base, ()):
            phrase = " ".join([base, *words[place + 1 : place + length]])
            if phrase in PHRASES:
                return base, PHRASES[phrase]
        if base in table:
            if base not in WEAK:
                return base, table[base]
            weak = weak or (base, table[base])
    return weak or ("", ("statement", "state"))


@cache
def _phrase_lengths() -> dict[str, tuple[int, ...]]:
    """First word of the phrases to the numbers of words they have, longest first."""
    found: dict[str, set[int]] = {}
    for phrase in PHRASES:
        parts = phrase.split()
        found.setdefault(parts[0], set()).add(len(parts))
    return {head: tuple(sorted(lengths, reverse=True)) for head, lengths in found.items()}


def cue_words(text: str, cue: tuple[Span, ...]) -> tuple[str, Entry]:
    """The lemma that carries the cue at these spans of ``text``, "" where none is listed, and its entry."""
    return cue_entry(_words(text, cue))


def _words(text: str, spans: tuple[Span, ...]) -> list[str]:
    return [word.replace("’", "'") for span in spans for word in _WORD.findall(quote(text, span).lower())]


def _said(text: str, finding: Finding) -> str:
    """The content with its closing mark, where a question shows; long ones are judged by their beginning."""
    spans = finding.content
    if not spans:
        return ""
    last = text[spans[-1].end : spans[-1].end + 1]
    return " ".join(quote(text, Span(a, min(b, a + _LONG))) for a, b in spans[:8])[:_LONG] + (
        last if last == "?" else ""
    )


def _in_context(lemma: str, words: list[str], entry: Entry, said: str, finding: Finding) -> Entry:
    """The entry of a cue, moved by its complement, its voice and a negation."""
    kind, act = entry
    negated = any(word in _NEGATION or word.endswith("n't") for word in words)
    if lemma in _PASSIVE_FORECAST and words[0] in ("is", "are", "was", "were", "been", "be"):
        return "belief", "predict"
    if lemma in ("ask", "tell", "remind", "request") and not _QUESTION.match(said):
        passive = any(word in ("was", "were", "been", "being", "is", "are") for word in words)
        if _TO.match(said) or (lemma == "ask" and "?" not in said and _LATER_TO.match(said)):
            return kind, "ask" if lemma == "ask" and (passive or not finding.source) else "urge"
        if lemma == "tell" and _LATER_TO.match(said) and " that " not in f" {said[:60]}" and not said[:1].isupper():
            return kind, "urge"
    if kind == "intention" and lemma == "want" and not _TO.match(said):
        return kind, "urge"
    if lemma == "agree" and not _TO.match(said):
        return kind, "state"
    if lemma == "warn" and ("against" in words or said.startswith(("against", "not to"))):
        return kind, "urge"
    if negated and kind in ("statement", "intention"):
        return kind, {"deny": "state", "promise": "other", "announce": "state", "predict": "state"}.get(act, act)  # type: ignore[return-value]
    return kind, act


def _is_document(text: str, source: tuple[Span, ...]) -> bool:
    """Whether the source is a report, data or the like: by its head noun, before any preposition."""
    if not source:
        return False
    return any(
        word in EVIDENCE_NOUNS or word.rstrip("s") in EVIDENCE_NOUNS for word in _head_words(quote(text, source[0]))
    )


def _head_words(source: str) -> list[str]:
    head = re.split(
        r" (?:of|by|from|in|on|for|at|with|that|which|who|and|conducted|released|published)\b|,",
        source.lower(),
        maxsplit=1,
    )[0]
    return _WORD.findall(head)[-1:]


def _act_of_content(lemma: str, said: str, finding: Finding) -> Act:
    """The act of a neutral verb of saying, from the words said."""
    if said.endswith("?"):
        return "ask"
    quoted = finding.form != "indirect"
    if quoted and (_FEELING.search(said[:160]) or "hank you" in said):
        return "other"
    if _CHARGE.search(said) or len(_WRONG.findall(said)) > 1:
        return "accuse"
    if (quoted or lemma in _ADVISING) and _DUTY.search(said):
        return "urge"
    if (_COMMITS.search(said)) or _OWN_FUTURE.match(said):
        return "promise"
    return "predict" if _FUTURE.search(said) else "state"
