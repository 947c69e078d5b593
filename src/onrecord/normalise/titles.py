"""Titles and organisations of persons, as the text states them beside a name.

"Minister of Health N. N.", "X spokesperson N. N.", "the director of X, N. N.,", "N. N., a member of the board
of X,", "N. N., chief economist, X". Titles are kept verbatim without article; an organisation is the span of
a name in the text.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from onrecord.normalise.letters import CAPITAL
from onrecord.normalise.names import Name
from onrecord.normalise.words import (
    ARTICLES,
    FUNCTION,
    HONORIFICS,
    PORTFOLIO,
    PREPOSITIONS,
    is_abbreviation,
    is_role,
    word_set,
)
from onrecord.spans import Span

__all__ = ["Stated", "head_word", "stated_roles"]


@dataclass(frozen=True, slots=True)
class Stated:
    """A role beside a name: the title's text (None: only an organisation is given), the organisation's span,
    where the whole noun phrase begins, and the modifiers left out of the title."""

    title: str | None
    organisation: Span | None
    start: int


_BREAK = re.compile(r"[,;:()\[\]“”\"„«»\n—–!?]| --? |(?<![A-Z])(?<!\b[A-Z][a-z])(?<!\b[A-Z][a-z]{2})\.\s")
_WORD = re.compile(r"[^\W_](?:[\w.’'&/-]*[\w.])?")
_ACRONYM = re.compile(r"(?!CEO|CFO|COO|CTO)([A-Z]{3,8}) (?=\w)")
_CAPS_RUN = re.compile(rf"[{CAPITAL}][\w’'.&-]*(?: (?:(?:of|and|for|the|&|on|de) ){{0,2}}[{CAPITAL}][\w’'.&-]*)*")
_LINK = re.compile(r" (?:at|for|with|from|of|in|to|on) ")
_APPOSED = re.compile(r" ?\([^()\n]{1,20}\)?,? |(?:, (?:\d{1,3}, )?)|: (?=[a-z])")
_END = re.compile(
    r"[;:\n—–()\[\]“”\"!?]|(?<![A-Z])(?<!\b[MD][rs])(?<!\bMrs)\.(?=\s|$)| - "
    r"| (?:who|which|whose|that|said|says|told|has|had|is|was|were|are|will|added|wrote) "
)
_OF = re.compile(r" (?:of|from) (?:the )?")
_ASIDE = re.compile(r" (?:by|under|during|after|before|since|until|when|while|as|against|over|because) ")
_DETERMINED = re.compile(r"\b(?:the|an?|and|his|her|its|their|our|my) ")
_POSSESSED = re.compile(r"(?:’s|'s|(?<=s)[’']) ")
_REACH_BACK, _REACH_ON, _REACH_SOURCE = 110, 170, 400


def stated_roles(text: str, names: list[Name], place: int, limit: int | None = None) -> list[Stated]:
    """The roles beside the person ``names[place]``; ``limit`` is where the source that holds it ends."""
    name = names[place]
    before = _before(text, names, place)
    return [
        *([before] if before else []),
        *_after(text, names, place, limit if limit and limit > name.span.end else None),
    ]


def head_word(phrase: str) -> str:
    """The head of a noun phrase: its last word before a preposition.

    >>> head_word("chief market strategist at the bank")
    'strategist'
    """
    head = ""
    for match in _WORD.finditer(phrase):
        word = match.group()
        if word.lower() in PREPOSITIONS and head:
            break
        head = word
    return head


# Before the name ---------------------------------------------------------------------------------------


def _before(text: str, names: list[Name], place: int) -> Stated | None:
    name = names[place]
    floor = max(0, name.lead - _REACH_BACK, names[place - 1].span.start - 40 if place else 0)
    window = text[floor : name.lead]
    if window.endswith(", "):
        return _before_comma(text, names, place, floor)
    breaks = [match.end() for match in _BREAK.finditer(window)]
    start = floor + (breaks[-1] if breaks else 0)
    if place and names[place - 1].kind == "person":
        start = max(start, names[place - 1].span.end)
        owned = _POSSESSED.match(text, start)
        start = owned.end() if owned else start
    words = [(start + m.start(), m.group()) for m in _WORD.finditer(text[start : name.lead])]
    own = [(name.lead + m.start(), m.group()) for m in _WORD.finditer(text[name.lead : name.span.start])]
    first = _title_start(words + own)
    if first is None:
        return None
    return _split(text, names, Span(first, name.span.start), place)


def _title_start(words: list[tuple[int, str]]) -> int | None:
    """Where a title that ends with the last word begins, None where there is none."""
    at = len(words) - 1
    if at < 0:
        return None
    if not is_role(words[at][1]):
        at = _over_complement(words)
        if at < 0:
            return None
    first, plain = at, 0
    while first > 0:
        word = words[first - 1][1]
        low = word.lower()
        if low in FUNCTION or (first == 1 and word[0].isupper() and low in _OPENERS):
            break
        if not word[0].isupper():
            if low.endswith(("ed", "ing")) or low in _SAYING or plain == 3 or words[first][1] in _STARTS:
                break
            if low.endswith("s") and words[first][1][0].isupper():
                break
            plain += 1
        first -= 1
    return words[first][0]


_OPENERS = word_set("meanwhile yesterday today earlier later")
_DETERMINERS = ARTICLES | {"another", "now", "currently", "also"}
_STARTS = word_set("former then acting ex")
_SAYING = word_set(
    """
    alongside said says told met tells say tell meet met saw see called asked quoted wrote writes
    """
)


def _over_complement(words: list[tuple[int, str]]) -> int:
    """The place of the role word in "Minister for Rural Affairs", -1 where the words are no such thing."""
    at = len(words) - 1
    if words[at][1].lower() in FUNCTION:
        return -1
    while at > 0 and (words[at][1][0].isupper() or words[at][1] in ("and", "the", "of")):
        at -= 1
        if words[at][1] in ("of", "for", "in", "to") and at and is_role(words[at - 1][1]):
            return at - 1
    return -1


def _before_comma(text: str, names: list[Name], place: int, floor: int) -> Stated | None:
    """ "the director of X, N. N.,": a noun phrase with a determiner, closed by a comma after the name."""
    name = names[place]
    if not re.match(r"[,.:;)—–]", text[name.span.end : name.span.end + 1]):
        return None
    end = name.lead - 2
    breaks = [match.end() for match in _BREAK.finditer(text[floor:end])]
    words = list(_WORD.finditer(text, floor + (breaks[-1] if breaks else 0), end))
    for i, match in enumerate(words[:-1]):
        opens = match.group().lower() in ARTICLES or bool(_POSSESSED.match(text, match.end() - 2))
        if not opens and (i or match.group().lower() in FUNCTION or not match.group()[0].isupper() or len(words) > 5):
            continue
        start = (
            match.start()
            if opens and match.group().lower() not in ARTICLES
            else words[i + 1].start()
            if opens
            else match.start()
        )
        phrase = text[start:end]
        if not _DETERMINED.search(phrase.split(" of ")[0]) and is_role(_plain_head(phrase)):
            return _split(text, names, Span(start, end), place)
    return None


def _plain_head(phrase: str) -> str:
    return re.sub(r"(?:’s|'s|[’'])$", "", head_word(phrase))


# After the name ----------------------------------------------------------------------------------------


def _after(text: str, names: list[Name], place: int, limit: int | None) -> list[Stated]:
    name = names[place]
    opening = _APPOSED.match(text, name.span.end)
    if not opening:
        return _of_organisation(text, names, place)
    end = _phrase_end(text, opening.end(), limit)
    found: list[Stated] = []
    start = opening.end()
    for stop in _segments(text, start, end):
        span = Span(start, stop)
        organisation = _whole_name(text, names, span)
        if found and found[-1].organisation is None and organisation:
            found[-1] = Stated(found[-1].title, organisation, found[-1].start)
        elif stated := _appositive(text, names, span, place):
            found.append(stated)
        elif not found or not limit:
            break
        start = _skip_joint(text, stop)
    return found


def _phrase_end(text: str, start: int, limit: int | None) -> int:
    reach = start + _REACH_ON if limit is None else min(limit, start + _REACH_SOURCE)
    end = min(reach, len(text))
    stop = _END.search(text, start, end)
    return stop.start() if stop and (limit is None or stop.group()[0] != " ") else end


def _segments(text: str, start: int, end: int) -> list[int]:
    """Ends of the comma-parted segments; " and " parts where an office follows."""
    stops = [m.start() for m in re.finditer(r",(?= )| and (?=(?:\S+ ){0,4}?\S+,)", text[start:end])]
    return [start + stop for stop in stops if stop] + [end]


def _skip_joint(text: str, stop: int) -> int:
    joint = re.compile(r",? (?:and )?").match(text, stop)
    return joint.end() if joint else stop


def _appositive(text: str, names: list[Name], span: Span, place: int) -> Stated | None:
    phrase = text[span.start : span.end]
    if (
        not is_role(_plain_head(phrase))
        or is_abbreviation(f"{phrase}.")
        or phrase.lower().startswith(("and ", "or ", "but "))
    ):
        return None
    if any(
        n.kind == "person" and n.words and text[n.span.end : n.span.end + 2] not in ("’s", "'s")
        for n in _inside(names, span)
    ):
        return None
    return _split(text, names, span, place)


def _whole_name(text: str, names: list[Name], span: Span) -> Span | None:
    """The organisation that fills ``span``, article aside."""
    inside = [name for name in _inside(names, span) if name.kind in ("organisation", "place", "group")]
    if not inside:
        return None
    lead, tail = text[span.start : inside[0].span.start].strip().lower(), text[inside[-1].span.end : span.end]
    if lead in ("", "the") and not tail.strip(" .,"):
        return Span(inside[0].span.start, inside[-1].span.end)
    run = _CAPS_RUN.fullmatch(text, inside[0].span.start, span.end)
    return Span(*run.span()) if run and lead in ("", "the") else None


def _of_organisation(text: str, names: list[Name], place: int) -> list[Stated]:
    """ "N. N. of X": an organisation without a title."""
    end = names[place].span.end
    link = _OF.match(text, end)
    if not link or place + 1 >= len(names):
        return []
    other = names[place + 1]
    if other.span.start != link.end() or other.kind != "organisation":
        return []
    return [Stated(None, other.span, names[place].lead)]


# Title and organisation apart --------------------------------------------------------------------------


def _inside(names: list[Name], span: Span) -> list[Name]:
    first = bisect_left(names, span.start, key=lambda name: name.span.start)
    found = []
    for name in names[first : first + 8]:
        if name.span.start >= span.end:
            break
        if name.span.end <= span.end:
            found.append(name)
    return found


def _split(text: str, names: list[Name], span: Span, place: int) -> Stated | None:
    start, end = _bare(text, span)
    inside = [n for n in _inside(names, Span(start, end)) if n.kind != "person" and n is not names[place]]
    organisation: Span | None = None
    begin = start
    if inside and inside[0].span.start <= start + 1:
        after = _POSSESSED.match(text, inside[0].span.end)
        if after and after.end() < end:
            organisation, begin = inside[0].span, after.end()
        elif inside[0].kind == "organisation" and is_role(_plain_head(text[inside[0].span.end : end])):
            organisation, begin = inside[0].span, inside[0].span.end
    if organisation is None and not inside and (acronym := _ACRONYM.match(text, start, end)):
        organisation, begin = Span(start, acronym.end(1)), acronym.end()
    if organisation is None and begin == start:
        owner = re.compile(r"\S{1,60}(?:’s|'s) ").match(text, start, end)
        begin = owner.end() if owner else start
    tail = None if organisation else _tail(text, inside, begin, end)
    if tail:
        organisation, end = tail
    aside = _ASIDE.search(text, begin, end)
    title = text[begin : aside.start() if aside else end].strip(" ,;:-")
    title = title if is_abbreviation(title.rpartition(" ")[2]) else title.rstrip(".")
    if not title or not is_role(_plain_head(title)):
        return Stated(None, organisation, start) if organisation and not title else None
    return Stated(" ".join(title.split()), organisation, span.start)


def _bare(text: str, span: Span) -> Span:
    """The phrase without article, possessive pronoun and blanks."""
    start, end = span
    while True:
        match = _WORD.match(text, start, end)
        if not match or match.group().lower() not in _DETERMINERS or match.end() >= end:
            break
        start = match.end() + 1
    while end > start and text[end - 1] in " ,.;:" and not is_abbreviation(text[start:end].rpartition(" ")[2]):
        end -= 1
    return Span(start, end)


def _tail(text: str, inside: list[Name], start: int, end: int) -> tuple[Span | None, int] | None:
    """The organisation that ends a title phrase and where the title then ends."""
    if inside and inside[-1].span.end == end:
        first = inside[-1]
        if len(inside) > 1 and _POSSESSED.fullmatch(text, inside[-2].span.end, first.span.start):
            first = inside[-2]
        return _linked(text, Span(first.span.start, end), start, inside[-1].kind)
    if inside and _POSSESSED.match(text, inside[-1].span.end) and _CAPS_RUN.fullmatch(text, inside[-1].span.start, end):
        return _linked(text, Span(inside[-1].span.start, end), start, "organisation")
    return _unmarked(text, start, end)


def _linked(text: str, organisation: Span, start: int, kind: str) -> tuple[Span | None, int] | None:
    links = list(_LINK.finditer(text, start, organisation.start))
    if not links:
        return None
    link = links[-1]
    if kind == "place" and link.group() != " of ":
        return (None, link.start()) if link.group() in (" in ", " from ", " at ", " for ") else None
    return (organisation, link.start()) if kind in ("organisation", "place") else None


def _unmarked(text: str, start: int, end: int) -> tuple[Span, int] | None:
    """An organisation that no mention marks: a run of capitals after "at", "for", "with" or "of the"."""
    of_met = False
    for link in _LINK.finditer(text, start, end):
        head = head_word(text[start : link.start()]).lower()
        portfolio = head in PORTFOLIO and not of_met and not text.startswith(("Prime ", "prime "), start)
        of_met = of_met or link.group() == " of "
        run_start = link.end() + 4 if text.startswith("the ", link.end()) else link.end()
        if text[run_start:end].partition(" ")[0].rstrip(".").lower() in HONORIFICS:
            continue
        if not _CAPS_RUN.fullmatch(text, run_start, end) or link.group() in (" in ", " to ", " on "):
            continue
        if portfolio and link.group() in (" of ", " for "):
            continue
        return Span(run_start, end), link.start()
    return None
