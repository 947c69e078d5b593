"""Mentions mended into names: what the tagger splits is joined, what it takes too much is cut off.

Only the form of the words decides: capitals that run through, the small words that link names, the nouns
that head institutions and lands. A source that is one such run is a whole name, and so is the same run elsewhere.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from onrecord.normalise.names import fold, trim_name
from onrecord.normalise.words import (
    FUNCTION,
    HONORIFICS,
    INSTITUTIONS,
    LANDS,
    OFFICES,
    PORTFOLIO,
    is_role,
    role_key,
    word_set,
)
from onrecord.reader.findings import Findings, Mention
from onrecord.record import ActorKind
from onrecord.spans import Span

__all__ = ["mended"]

_CAPITAL = r"(?:al-|el-)?[A-Z][\w.&-]*(?:[’'][\w-]*)?"
_LINKED = r" (?:(?:of|for) (?:the )?|de |del |al )?"
_RUN = re.compile(f"{_CAPITAL}(?:{_LINKED}{_CAPITAL}){{0,11}}")
_CAPITALS = re.compile(r"(?:the )?[A-Z][\w&-]*(?: [A-Z][\w&-]*){0,5}")
_LINK = re.compile(r" (?:of|for) (?:the )?")
_DANGLING = re.compile(r"(?: (?:of|for|and|in|on|at|the|to|by|from|with)){1,4}$")
_SMALL_FIRST = re.compile(r"(?:(?:of|for|in|on|at|by|from|with|and|to) (?:the )?){1,4}(?=[^\W\d_])")
_LEADING = re.compile(r"(?:(?:the|but|and|while|as|a|an|meanwhile),? )+", re.I)
_FOLLOWED = re.compile(r"[ .,;:’”\"]{0,9}$|,| \(| (?:in|at|who|which|that|whose|also|itself) ")
_OFFICE_FOLLOWS = re.compile(r" ([A-Z][\w-]*|[a-z-]+)")
_PORTFOLIO_BEFORE = re.compile(r"([\w-]{1,40}) (?:of|for) (?:the )?$")
_GRADES = word_set("executive chief deputy vice prime acting former senior assistant interim")
_PORTFOLIO = PORTFOLIO | {"advisor", "adviser"}
_ADDRESS = re.compile(r"M(?:r|rs|s)\.? ")
_ADDRESSED = re.compile(r"M(?:r|rs|s)\.? [A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,2}")
_GENERATION = re.compile(r" (?:(?:Jr|Sr)\b\.?|I{2,3}\b|IV\b)")
_APOSTROPHE = re.compile(r"(?<=\w)[’'](?!s\b)[^\W\d_]{2,20}")
_INNER_BODIES = word_set("committee board panel council commission")
_LONGEST = 120  # characters of a joined name, so that a text of capitals stays linear
_NAMES_A_WORD = 32  # whole names with the same first word that are looked for


def mended(text: str, findings: Findings) -> tuple[Mention, ...]:
    """The mentions of ``findings`` as names, in text order and apart; their edges may still hold titles."""
    ordered = sorted(findings.mentions, key=lambda m: (m.span.start, -m.span.end))
    cleaned = [kept for mention in ordered if (kept := _cleaned(text, mention))]
    joined = _joined(text, _parted(text, cleaned))
    shown = _shown(text, findings, joined)
    return tuple(_told_apart(text, list(_spread(text, _overlaid(joined, shown)))))


# Edges -------------------------------------------------------------------------------------------------


def _cleaned(text: str, mention: Mention) -> Mention | None:
    """The mention without stray marks and small words at its edges, None where nothing of a name is left."""
    start, end = trim_name(text, mention.span)
    if leading := _SMALL_FIRST.match(text, start, end):
        start = leading.end()
    if start and text[start - 1] == "@":
        start -= 1
    if broken := _APOSTROPHE.match(text, end):
        end = broken.end()
    end = _without_grades(text, start, _linked_on(text, start, end))
    end = _without_office(text, start, end) if mention.kind == "organisation" else end
    surface = text[start:end]
    if not any(letter.isalpha() for letter in surface) or (surface.lower() in FUNCTION and not surface.isupper()):
        return None
    if surface.islower() and text[start - 1 : start] == "-":
        return None
    kind: ActorKind = "person" if _is_addressed(text, start) else mention.kind
    if kind == "person" and (more := _GENERATION.match(text, end)):
        end = more.end()
    mention = Mention(Span(start, end), kind)
    return None if _is_portfolio(text, mention) else mention


def _is_addressed(text: str, start: int) -> bool:
    """Whether "Mr", "Mrs" or "Ms" begins a name or stands before it."""
    return bool(_ADDRESS.match(text, start)) or any(
        _ADDRESS.fullmatch(text, start - size, start) for size in (3, 4, 5) if start >= size
    )


def _linked_on(text: str, start: int, end: int) -> int:
    """The end of a name that stops at "of": over the capitals that follow, else before the small word."""
    dangling = _DANGLING.search(text, start, end)
    if not dangling:
        return end
    run = _CAPITALS.match(text, end + 1) if dangling.group().startswith((" of", " for")) else None
    return run.end() if run and text[end : end + 1] == " " else dangling.start()


def _without_grades(text: str, start: int, end: int) -> int:
    """The end before "Executive" where the office goes on, as in "Northgas Executive Director"."""
    follows = _OFFICE_FOLLOWS.match(text, end)
    if not follows or not is_role(follows[1]):
        return end
    while end > start:
        head, _, last = text[start:end].rpartition(" ")
        if last.lower() not in _GRADES:
            break
        end = start + len(head)
    return end


def _without_office(text: str, start: int, end: int) -> int:
    """The end before the office that a body's name is followed by: "Northgas" of "Northgas Executive Director". A name
    with "of" or "for" may end in an office ("Office of the Mayor"), and one that is all office stays."""
    words = text[start:end].split(" ")
    kept = len(words)
    while kept and (is_role(words[kept - 1].lower()) or (kept < len(words) and words[kept - 1].lower() in _GRADES)):
        kept -= 1
    if not 0 < kept < len(words) or not {"of", "for"}.isdisjoint(words) or not words[kept][:1].isupper():
        return end
    return start + len(" ".join(words[:kept]))


def _is_portfolio(text: str, mention: Mention) -> bool:
    """Whether a mention is what an office is for: "Minister of Rural Affairs", "Rural Affairs Minister"."""
    words = text[mention.span.start : mention.span.end].split()
    if mention.kind != "organisation" and words != ["State"]:
        return False
    if _is_institution(words) or any(word.isupper() for word in words):
        return False
    floor = max(0, mention.span.start - 40)
    before = _PORTFOLIO_BEFORE.search(text[floor : mention.span.start])
    if before and before[1].lower() in PORTFOLIO:
        return not text[floor : mention.span.start].lower().endswith(("prime minister of ", "prime minister of the "))
    follows = _OFFICE_FOLLOWS.match(text, mention.span.end)
    if follows is None or not follows[1][0].isupper():
        return False
    if text[floor : mention.span.start].endswith("Chief "):
        return follows[1] == "Officer"
    return len(words) > 1 and role_key(follows[1]) in _PORTFOLIO


def _parted(text: str, mentions: list[Mention]) -> list[Mention]:
    """The mentions with a committee of an organisation apart from the organisation, where that is named elsewhere or is
    an institution by its head ("Steering Committee of the Port Authority")."""
    bodies = {text[slice(*m.span)] for m in mentions if m.kind in ("organisation", "person")}
    out: list[Mention] = []
    for mention in mentions:
        start, end = mention.span
        link = _LINK.search(text, start, end) if mention.kind == "organisation" else None
        whole = text[link.end() : end] if link else ""
        inner = whole[:1].isupper() and _head(text[start:end].split()) in _INNER_BODIES
        if link and inner and (whole in bodies or _is_institution(whole.split())):
            out += [Mention(Span(start, link.start()), mention.kind), Mention(Span(link.end(), end), mention.kind)]
        else:
            out.append(mention)
    return out


def _is_institution(words: Sequence[str]) -> bool:
    """Whether the head of a name, its last word before "of" or "for", is an institution's."""
    return _head(words) in INSTITUTIONS


def _head(words: Sequence[str]) -> str:
    head = ""
    for word in words:
        if word in ("of", "for", "in") and head:
            break
        head = word
    return fold(head)


# Neighbours --------------------------------------------------------------------------------------------


def _joined(text: str, mentions: list[Mention]) -> list[Mention]:
    """Mentions that one name goes through, joined."""
    pairs = Counter(text[a.span.start : b.span.end] for a, b in pairwise(mentions) if _is_close(a, b))
    pairs.update(name for m in mentions if " " in (name := text[m.span.start : m.span.end]))
    surnames = {
        text[m.span.start : m.span.end].split()[-1]
        for m in mentions
        if m.kind == "person" and " " in text[m.span.start : m.span.end]
    }
    joined: list[Mention] = []
    for mention in mentions:
        before = joined[-1] if joined else None
        if (
            before is None
            or mention.span.start > before.span.end + 9
            or mention.span.end > before.span.start + _LONGEST
        ):
            joined.append(mention)
        elif mention.span.start < before.span.end:
            joined[-1] = _both(text, before, mention, before.kind)
        elif kind := _kind_together(text, before, mention, pairs, surnames):
            joined[-1] = _both(text, before, mention, kind)
        else:
            joined.append(mention)
    return joined


def _is_close(a: Mention, b: Mention) -> bool:
    return 0 <= b.span.start - a.span.end < 2


def _both(text: str, a: Mention, b: Mention, kind: ActorKind) -> Mention:
    span = Span(a.span.start, max(a.span.end, b.span.end))
    return Mention(span, "organisation" if _is_institution(text[span.start : span.end].split()) else kind)


def _kind_together(text: str, a: Mention, b: Mention, pairs: Counter[str], surnames: set[str]) -> ActorKind | None:
    """The kind of the one name that two neighbours make, None where they are two."""
    gap = text[a.span.end : b.span.start]
    left, right = (text[m.span.start : m.span.end].split() for m in (a, b))
    if not left[-1][0].isupper() or not right[0][0].isupper() or _is_titled(left[-1]) or _is_titled(right[0]):
        return None
    if _LINK.fullmatch(gap):
        return _kind_linked(a, b, gap, left, right)
    if gap == "-":
        return "organisation" if _is_institution(right) else None
    if gap != " " or b.kind == "group" or left[-1].endswith((".", "'s", "’s")):
        return None
    if _is_institution(right):
        return "organisation"
    repeated = pairs[text[a.span.start : b.span.end]] > 1
    bare = len(left) == len(right) == 1
    if repeated and bare and a.kind == "organisation":
        return "organisation"
    if a.kind == "group" or (b.kind == "person" and (len(right) > 1 or right[0] in surnames)):
        return None
    if fold(right[-1]) in LANDS and a.kind != "organisation":
        return "place"
    if a.kind == "person" and (len(left) > 1 or left[0] in surnames):
        return None
    return _kind_adjacent(a, b, left, repeated=repeated)


def _kind_linked(a: Mention, b: Mention, gap: str, left: list[str], right: list[str]) -> ActorKind | None:
    """The kind of "A of B": an institution's or a land's name goes on, a person's does not, and a committee
    of an organisation stays a body apart."""
    head = _head(left)
    if head in _INNER_BODIES and (b.kind in ("organisation", "person") or _is_institution(right)):
        return None
    if head in LANDS and "for" not in gap and len(left) == 1:
        return "place"
    if head in INSTITUTIONS and b.kind != "group":
        return "organisation"
    return "organisation" if a.kind == "organisation" and b.kind == "place" and gap.startswith(" of") else None


def _kind_adjacent(a: Mention, b: Mention, left: list[str], *, repeated: bool) -> ActorKind | None:
    """The kind of two names side by side without an institution's noun: one name if they recur or agree."""
    if a.kind == b.kind and not left[-1].isupper():
        return a.kind
    if repeated:
        return "organisation" if "organisation" in (a.kind, b.kind) else a.kind
    return "organisation" if a.kind == "organisation" and not left[-1].isupper() else None


def _is_titled(word: str) -> bool:
    low = fold(word)
    return low in HONORIFICS or low in OFFICES or is_role(low) or is_role(low.removesuffix("s"))


# Kinds -------------------------------------------------------------------------------------------------


def _told_apart(text: str, mentions: list[Mention]) -> list[Mention]:
    """``mentions`` with no person's name of several words that mostly has "the" before it: that is a body's."""
    tally: Counter[str] = Counter()
    for start, end in (mention.span for mention in mentions if mention.kind == "person"):
        the = text[max(0, start - 4) : start].lower() == "the "
        tally[text[start:end]] += 1 if the and not any(map(_is_titled, text[start:end].split())) else -1
    return [
        replace(mention, kind="organisation")
        if mention.kind == "person" and " " in (name := text[mention.span.start : mention.span.end]) and tally[name] > 0
        else mention
        for mention in mentions
    ]


# Sources -----------------------------------------------------------------------------------------------


def _shown(text: str, findings: Findings, mentions: list[Mention]) -> list[Mention]:
    """Institutions' names that sources show whole: one run of capitals whose head is such a noun."""
    single = {mention.span for mention in mentions if mention.kind == "person"}
    starts = [mention.span.start for mention in mentions]
    found: dict[Span, Mention] = {}
    for finding in findings.attributions:
        for start, end in finding.source[:1]:
            if addressed := _ADDRESSED.fullmatch(text, start, end):
                found[Span(start, end)] = Mention(Span(*addressed.span()), "person")
                continue
            lead = _LEADING.match(text, start, end)
            run = _RUN.match(text, lead.end() if lead else start, end)
            if not run or not _FOLLOWED.match(text[run.end() : min(end, run.end() + 12)]):
                continue
            span = trim_name(text, Span(*run.span()))
            if span not in single and _is_whole(text[span.start : span.end].split()):
                found[span] = Mention(span, "organisation")
            elif span.end == end and (kind := _kind_of_parts(text, span, mentions, starts)):
                found[span] = Mention(span, kind)
    return sorted(found.values(), key=lambda m: m.span)


def _kind_of_parts(text: str, span: Span, mentions: list[Mention], starts: list[int]) -> ActorKind | None:
    """The kind of a source of two or three capitalised words, each marked apart; None for any other source."""
    inside = mentions[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
    words = text[span.start : span.end].split()
    if not 1 < len(words) == len(inside) < 4 or any(_is_titled(word) for word in words):
        return None
    if not all(text[m.span.start : m.span.end] == word for m, word in zip(inside, words, strict=True)):
        return None
    kinds = {mention.kind for mention in inside}
    ranked: tuple[ActorKind, ...] = ("organisation", "place", "person")
    return next((kind for kind in ranked if kind in kinds), None)


def _is_whole(words: list[str]) -> bool:
    """Whether a run of capitals names an institution: its head is one, no office stands before it."""
    if len(words) < 2 or not _is_institution(words):
        return False
    front = list(words[: words.index("of")] if "of" in words else words)
    return not any(_is_titled(word) for word in front)


def _overlaid(mentions: list[Mention], shown: list[Mention]) -> list[Mention]:
    """``mentions`` with the wider of each pair that overlaps, the name shown by a source before a narrower one."""
    merged: list[Mention] = []
    for mention in sorted([*mentions, *shown], key=lambda m: (m.span.start, -m.span.end)):
        if not merged or mention.span.start >= merged[-1].span.end:
            merged.append(mention)
        elif mention.span.end > merged[-1].span.end:
            merged[-1] = replace(mention, span=Span(merged[-1].span.start, mention.span.end))
    return merged


def _spread(text: str, mentions: list[Mention]) -> Iterator[Mention]:
    """``mentions`` with every beginning of a longer name completed where the text goes on with that name."""
    longer = _by_first_word(text, mentions)
    reached = 0
    for mention in mentions:
        start, end = mention.span
        if end <= reached:
            continue
        for name, kind in longer.get(text[start:end].split()[0], ()):
            stop = start + len(name)
            if stop > end and text.startswith(name, start) and not text[stop : stop + 1].isalnum():
                mention = Mention(Span(start, stop), kind)
                break
        reached = mention.span.end
        yield mention


def _by_first_word(text: str, mentions: Iterable[Mention]) -> dict[str, list[tuple[str, ActorKind]]]:
    known: dict[str, dict[str, ActorKind]] = defaultdict(dict)
    for mention in mentions:
        name = text[mention.span.start : mention.span.end]
        if mention.kind in ("organisation", "place") and " " in name:
            known[name.split()[0]].setdefault(name, mention.kind)
    return {
        word: sorted(names.items(), key=lambda item: -len(item[0]))[:_NAMES_A_WORD] for word, names in known.items()
    }
