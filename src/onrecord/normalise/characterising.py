"""Terms by which one party names another: "the junta", "these so-called liberators", "the occupation".

Found by general form: a definite or demonstrative noun phrase whose head is a word of category rather than a name.
The words are those about which newsrooms tell their writers to take care (BBC Editorial Guidelines, guidance on
language when reporting terrorism; Reuters Handbook of Journalism, on emotive terms), with their counterparts in
praise and the forms that regimes, armies and movements are called by. They are categories: no actor's name, and
nothing that only one side is called. A term is recorded as it stands: not linked, not replaced, not scored.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.normalise.lemma import IRREGULAR_PASTS
from onrecord.normalise.words import word_set
from onrecord.record import Attribution, CharacterisingMention
from onrecord.spans import Span

__all__ = ["characterising"]

# Words for people, with their plurals: alone or at the end of a phrase they say what somebody is held to be.
_PEOPLE = word_set(
    """
    aggressor bandit coloniser colonizer colonialist dictator enemy extremist fanatic fascist guerrilla gunman
    hardliner hooligan imperialist infiltrator insurgent insurrectionist invader liberator lackey mercenary militant
    occupier oppressor putschist rebel saboteur secessionist separatist stooge terrorist thug traitor tyrant usurper
    warlord warmonger
    """
)
# The same, where the word in the singular is mostly an adjective or somebody outside politics.
_PLURAL_PEOPLE = word_set("criminal hero martyr murderer patriot radical resister revolutionary")
# Words for bodies: one is named by them alone.
_BODIES = word_set("autocracy dictatorship junta occupation regime resistance tyranny")
# Words that are one only with a word before them that characterises: "the illegitimate entity", not "the entity".
_PLAIN_BODIES = word_set(
    """
    administration alliance army authority authorities axis band bloc body camp clique cell coup faction fighters force
    forces gang gangs government group groups leaders leadership mob movement network organisation organisations
    organization organizations outfit party police power powers rulers settlers soldiers state states entity troops
    """
)
# What may stand before the head without being one of these words: adjectives by their endings, and a few more.
_ADJECTIVAL = (
    *("al", "an", "ary", "ate", "ent", "ese", "ful", "ible", "able", "ic", "ing", "ern", "ish", "ist", "ive", "less"),
    *("ous", "ed", "backed", "led", "held", "called"),
)
_MORE = word_set(
    """
    armed bloody brave brutal cowardly criminal current evil failed false former free foreign illegal local new old
    other puppet rogue ruling same so-called terror unjust unlawful whole wicked racist entire proxy heroic
    """
)
_CHARACTERISING_ADJECTIVES = word_set(
    """
    aggressive apartheid barbaric bloodthirsty brutal colonial corrupt cowardly criminal despotic dictatorial evil
    extremist fanatical fascist genocidal heroic illegal illegitimate imperialist murderous occupying oppressive puppet
    racist rebel rogue ruthless savage separatist so-called tyrannical terror terrorist treacherous unjust unlawful
    usurping warmongering insurgent militant occupation enemy
    """
)
# Policies that are called regimes, before the word, and what is occupied, after it: neither is an actor.
_POLICY = word_set(
    """
    customs exercise fee inspection inspections legal licensing monitoring permit pricing regulatory rent sanctions
    subsidy tariff tax trade training treatment verification visa payment reporting drug dosing testing
    """
)
_IRREGULAR = {"enemy": "enemies", "gunman": "gunmen", "hero": "heroes"}
_SINGULAR = _PEOPLE | _BODIES
_PLURAL = frozenset(
    _IRREGULAR.get(word) or (word[:-1] + "ies" if word.endswith("ary") else word + "s")
    for word in _PEOPLE | _PLURAL_PEOPLE
)

_COMPLEMENTS = {"occupation": ("of", "by"), "resistance": ("of", "to", "against", "from")}
# The words after the article are looked at, not taken, so that a phrase within a phrase is found too.
_PHRASE = re.compile(
    r"\b(?:[Tt]he|[Tt]his|[Tt]hat|[Tt]hese|[Tt]hose)(?=((?:[ \n][“‘\"']?[A-Za-z][\w’-]{0,30}[”’\"']?){1,5}))"
)
_WORD = re.compile(r"[A-Za-z][\w-]*")
_AFTER = re.compile(r"[ \n]([A-Za-z][\w’'-]*)(?:[ \n]([a-z]+))?")
# After a head, what shows that the phrase ends there: it is no modifier of the noun that follows.
_ENDING = word_set(
    """
    a about after against also among an and are as at be because been before began but by can continues could did do
    does during for from had has have he her his if in into is it its like may might must never no nor not now of on
    only or our out over she should since so still than that the their them then there these they this those through
    to too under until up was we were when where which while who whom whose will with within without would you your
    """
)
_OBJECTS = word_set("a all an any her his its more no our that the their them this us")


def characterising(text: str, attributions: Sequence[Attribution]) -> tuple[CharacterisingMention, ...]:
    """The characterising mentions of ``text`` in its order, each with the innermost attribution that holds it."""
    spans = list(_spans(text))
    holders = _holders(spans, attributions)
    return tuple(
        CharacterisingMention(f"x{number}", span, holder)
        for number, (span, holder) in enumerate(zip(spans, holders, strict=True), 1)
    )


def _holders(spans: Sequence[Span], attributions: Sequence[Attribution]) -> Iterator[str | None]:
    """For each of ``spans``, in text order, the attribution with the shortest content round it."""
    contents = sorted((part, each.id) for each in attributions for part in each.content)
    begun: list[tuple[Span, str]] = []
    following = 0
    for span in spans:
        while following < len(contents) and contents[following][0].start <= span.start:
            begun.append(contents[following])
            following += 1
        begun = [item for item in begun if item[0].end > span.start]
        held = [(part.end - part.start, id) for part, id in begun if part.end >= span.end]
        yield min(held)[1] if held else None


def _is_open(words: str, opening: str, closing: str) -> bool:
    """Whether a quotation begins in ``words`` and does not end there."""
    return words.rfind(opening) > words.rfind(closing)


def _spans(text: str) -> Iterator[Span]:
    for match in _PHRASE.finditer(text):
        words = [Span(*word.span()) for word in _WORD.finditer(text, match.start(1), match.end(1))]
        end = _end(text, words, complementiser=text.startswith("hat", match.start() + 1))
        if end is not None and not any(
            _is_open(text[match.start() : end], opening, closing) for opening, closing in ("“”", "‘’")
        ):
            yield Span(match.start(), end)


def _end(text: str, words: Sequence[Span], *, complementiser: bool) -> int | None:
    """Where the phrase that begins with these words ends, if it is one; the longest there is.

    After a ``complementiser`` ("said that rebels …") a plural is no demonstrative phrase.
    """
    best = None
    marked = False  # whether a word so far characterises
    before = ""
    for span in words:
        written = text[span.start : span.end]
        word = written.lower()
        no_plural = not (complementiser and (word in _PLURAL or word.endswith("s")))
        if no_plural and _is_head(written, word, marked) and before not in _POLICY and _ends(text, span, word):
            best = span.end
        if not _may_precede(written, word):
            break
        marked = marked or word in _CHARACTERISING_ADJECTIVES or word in _SINGULAR
        before = word
    return best


def _is_head(written: str, word: str, marked: bool) -> bool:
    if written.isupper():
        return False
    return word in _SINGULAR or word in _PLURAL or (marked and written in _PLAIN_BODIES)


def _may_precede(written: str, word: str) -> bool:
    if written[0].isupper() or word in _MORE or word in _CHARACTERISING_ADJECTIVES:
        return True
    return word in _SINGULAR or word.endswith(_ADJECTIVAL)


def _ends(text: str, span: Span, word: str) -> bool:
    """Whether the phrase can end with the head at ``span``: what follows is no noun that it only modifies."""
    if text.startswith("-", span.end):
        return False
    after = _AFTER.match(text, span.end)
    if after is None:
        return True
    following = after[1].lower()
    if following in _COMPLEMENTS.get(word, ()):  # the occupation of a town, the resistance to a plan: no actor
        return False
    if following in _ENDING:
        return True
    if after[1][0].isupper():  # inside a name
        return False
    if word in _PLURAL or following in IRREGULAR_PASTS or (following.endswith("ed") and len(following) > 4):
        return True
    return following.endswith("s") and (after[2] or "") in _OBJECTS
