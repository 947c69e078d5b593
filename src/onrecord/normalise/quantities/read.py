"""The pass over a text: numbers, what they are, what belongs to them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from onrecord.normalise.numbers import Form, Number, Style, Tokens, read_numbers, style_of, tokenise
from onrecord.normalise.numbers.wordlists import wordlists
from onrecord.normalise.numbers.words import DENOMINATORS, ORDINALS, STARTERS, VULGAR
from onrecord.normalise.quantities.bounds import bound_after, bound_before
from onrecord.normalise.quantities.codes import telephones
from onrecord.normalise.quantities.comparisons import link_comparisons
from onrecord.normalise.quantities.conversion import dimension
from onrecord.normalise.quantities.counts import find_noun, find_part
from onrecord.normalise.quantities.draft import Draft, Range
from onrecord.normalise.quantities.lexicon import money
from onrecord.normalise.quantities.measures import measure_after, money_before, rate_after, unit_at
from onrecord.normalise.quantities.nouns import phrase_end, whole_words
from onrecord.normalise.quantities.ranges import join_counts, join_ranges, merge_bounds, share_trend, share_units
from onrecord.normalise.quantities.ranks import ranks
from onrecord.normalise.quantities.senses import chained, other_sense
from onrecord.normalise.quantities.things import find_age, find_share, find_thing
from onrecord.normalise.quantities.trends import change_before, trend_of
from onrecord.record import Comparison, Phrase, Quantity
from onrecord.spans import Span

__all__ = ["quantities"]

_LINE = re.compile(r"[^\n]+")
_OPENERS = {word for word in (*STARTERS, *DENOMINATORS, *ORDINALS, "couple") if word.isascii() and len(word) > 2}
_WORDS = "|".join(sorted(_OPENERS, key=len, reverse=True))
_GATE = re.compile(rf"[\d{VULGAR}]|\b(?:{_WORDS})\b", re.IGNORECASE)
"""A line without this holds no number, and is not looked at further."""


def quantities(
    text: str, taken: Sequence[Span] = (), *, dollar: str = "USD", ones: bool = False
) -> tuple[Quantity, ...]:
    """The quantities of ``text``, in order, with ids n1, n2 …

    Dates, years, clock times, ordinals, scores, list numbers, parts of names and the like are no quantities.
    Durations and ages are, in UCUM's a, mo, wk, d, h, min, s.

    Args:
        text: the text, in English; spans are code points of it.
        taken: spans that hold no quantities (the times); numbers that overlap them are left out.
        dollar: the ISO 4217 code of a "$" or "dollar" that does not say whose.
        ones: take "one" before a noun as a quantity ("one mosque"); otherwise only in ratios and scales.
    """
    paragraphs = [tokenise(text, start, end) for start, end in _lines(text)]
    style, spans = _style(paragraphs), _merged(taken)
    pounds = "GBP" if "£" in text or "sterling" in text else "[lb_av]"
    found: list[Quantity] = []
    for tokens in paragraphs:
        drafts = _read(tokens, style, spans, dollar, ones=ones)
        for draft in drafts:
            _settle_pound(tokens, draft, pounds)
        found += _finished(tokens, drafts, len(found) + 1)
    return tuple(found)


def _lines(text: str) -> Iterator[tuple[int, int]]:
    return (match.span() for match in _LINE.finditer(text) if _GATE.search(text, *match.span()))


def _style(paragraphs: list[Tokens]) -> Style:
    votes = [style_of(tokens) for tokens in paragraphs]
    return "comma" if votes.count("comma") > votes.count("point") else "point"


def _read(tokens: Tokens, style: Style, taken: list[tuple[int, int]], dollar: str, *, ones: bool) -> list[Draft]:
    called = telephones(tokens)
    numbers = [
        number
        for number in read_numbers(tokens, style)
        if number.last - 1 not in called and not _overlaps(tokens, number.first, number.last, taken)
    ]
    placed = ranks(tokens)
    if not (numbers or placed):
        return []
    chains = chained(tokens, numbers)
    drafts = [_draft(tokens, number, dollar) for k, number in enumerate(numbers) if k not in chains]
    drafts = join_ranges(tokens, drafts)
    kept: list[Draft] = []
    for draft in drafts:
        if _is_other(tokens, draft):
            continue
        _bound(tokens, draft)
        if find_noun(tokens, draft, ones=ones):
            kept.append(draft)
    kept = sorted((*kept, *placed), key=lambda draft: draft.first)
    share_units(tokens, kept)
    # A unit or bound may have drawn in words that are a time's.
    kept = [d for d in merge_bounds(tokens, kept) if not _overlaps(tokens, d.first, d.last, taken)]
    kept = _with_rates(tokens, kept)
    for draft, after in pairwise(kept):
        find_part(tokens, draft, after)
    for draft in kept:
        find_age(tokens, draft)
        find_share(tokens, draft)
        find_thing(tokens, draft)
        _trend(tokens, draft)
    for draft, after in pairwise(kept):
        _restate(tokens, draft, after)
        share_trend(tokens, draft, after)
        join_counts(tokens, draft, after)
    link_comparisons(tokens, kept)
    for draft in kept:
        _level(draft)
    return kept


def _merged(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans in order, those that overlap made one."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return merged


def _overlaps(tokens: Tokens, first: int, last: int, taken: list[tuple[int, int]]) -> bool:
    start, end = tokens.starts[first], tokens.ends[last - 1]
    k = bisect_left(taken, (end, end)) - 1  # the last that begins before the number ends
    return k >= 0 and taken[k][1] > start


def _draft(tokens: Tokens, number: Number, dollar: str) -> Draft:
    value, first, last = number.value, number.first, number.last
    upper = None if number.form == "vague" else value
    draft = Draft(number, first, last, value, upper, approximate=number.form == "vague" or _couple(tokens, number))
    measure = money_before(tokens, first, dollar)
    if measure:
        draft.first, draft.measure, draft.unit, draft.money_first = measure.first, measure, measure.unit, True
        _again(tokens, draft, dollar)
        if (
            tokens.word(draft.first - 1) in ("-", "−")
            and tokens.gap(draft.first) == 0
            and tokens.gap(draft.first - 1) > 0
        ):
            draft.first, draft.lower, draft.upper = draft.first - 1, -value, -value
        return draft
    measure = measure_after(tokens, number, dollar)
    if measure:
        draft.last, draft.measure, draft.unit, draft.unit_name, draft.per = (
            measure.last,
            measure,
            measure.unit,
            measure.name,
            measure.per,
        )
    return draft


def _couple(tokens: Tokens, number: Number) -> bool:
    return "couple" in tokens.low[number.first : number.last]


def _again(tokens: Tokens, draft: Draft, dollar: str) -> None:
    """A currency named twice: "$76 US", "$5 dollars", "$15 million USD"."""
    if tokens.word(draft.last) == "us" and tokens.words[draft.last] == "US" and draft.unit == dollar:
        draft.last, draft.unit = draft.last + 1, "USD"
        return
    more = unit_at(tokens, draft.last, dollar) if tokens.word(draft.last) in money().starts else None
    if more and len(more.unit) == 3 and more.unit.isupper() and tokens.word(draft.last) != "$":
        draft.last = more.last
        draft.unit = more.unit if more.unit not in ("XXX", dollar) else draft.unit


def _is_other(tokens: Tokens, draft: Draft) -> bool:
    bound = bound_before(tokens, draft.first)
    bounded = draft.bounded or (bound is not None and bound.effect in _ENDS)
    measured, joined = draft.measure is not None, draft.joined is not None
    return other_sense(tokens, draft.number, measured=measured, bounded=bounded, joined=joined, money=draft.money_first)


_ENDS = ("lt", "le", "gt", "ge")


def _bound(tokens: Tokens, draft: Draft) -> None:
    """Bounds and blurs around the number, the nearest first: "about, or above", "more than an estimated"."""
    for _ in range(3):
        bound = bound_before(tokens, draft.first)
        if bound is None or _during(tokens, draft, bound.edge):
            break
        again = draft.bounded and draft.lower is None and bound.effect in _ENDS
        if again or (bound.effect != "about" and draft.upper is None and draft.number.form != "vague"):
            break
        draft.apply(bound.effect)
        draft.first = bound.edge
    after = bound_after(tokens, draft.last)
    if after and not (draft.bounded and after.effect not in ("about", "closed")):
        draft.apply(after.effect)
        draft.last = after.edge
        equal = tokens.word(draft.first - 2), tokens.word(draft.first - 1)
        if equal == ("equal", "to"):
            draft.first -= 2


_BEFORE_OVER = wordlists(__package__, "read")["before_over"]


def _during(tokens: Tokens, draft: Draft, edge: int) -> bool:
    """Whether "over" means during: "$30 billion over 10 years"."""
    over = tokens.low[edge] == "over" and dimension(draft.unit) == "time"
    return over and tokens.word(edge - 1) not in _BEFORE_OVER


def _with_rates(tokens: Tokens, drafts: list[Draft]) -> list[Draft]:
    """The drafts with what they are per, without the numbers inside that: "30 deaths per 100,000"."""
    kept: list[Draft] = []
    reach = 0
    for draft in drafts:
        if draft.number.first < reach:
            continue
        kept.append(draft)
        rate = rate_after(tokens, draft.noun.last if draft.noun else draft.last)
        if rate is None and draft.measure and tokens.word(draft.last) == "of":
            rate = rate_after(tokens, phrase_end(tokens, draft.last + 1))  # "15 litres of water per person"
            reach = draft.last
            draft.per = rate[1] if rate else draft.per
        elif rate:
            reach = draft.reach = rate[0]
            draft.per = f"{draft.per}.{rate[1]}" if draft.per else rate[1]
            draft.last = draft.last if draft.noun else reach
    return kept


def _restate(tokens: Tokens, draft: Draft, after: Draft) -> None:
    """A figure alone in parentheses restates the one before in another unit, with its bounds and rate."""
    inside = tokens.word(draft.last) == "(" and after.first == draft.last + 1 and tokens.word(after.last) == ")"
    if not inside or not (draft.measure and after.measure) or draft.unit == after.unit:
        return
    if dimension(draft.unit) != dimension(after.unit):
        return
    rate = rate_after(tokens, after.last + 1) if draft.per is None else None
    draft.per = rate[1] if rate else draft.per
    after.per = after.per or draft.per
    after.trend, after.approximate = after.trend or draft.trend, after.approximate or draft.approximate
    if draft.upper is None and after.upper is not None:
        after.upper, after.lower_open = None, draft.lower_open
    elif draft.lower is None and after.lower is not None:
        after.lower, after.upper_open = None, draft.upper_open


def _level(draft: Draft) -> None:
    """What changed "from" one figure to another is one thing in one unit, named once."""
    other = draft.other
    if draft.relation == "from" and other:
        draft.of, other.of = draft.of or other.of, other.of or draft.of
        if draft.unit == other.unit:
            draft.per, other.per = draft.per or other.per, other.per or draft.per


def _trend(tokens: Tokens, draft: Draft) -> None:
    if draft.number.form == "multiple":
        draft.trend = draft.trend or change_before(tokens, draft.first)
        return
    if draft.trend:
        return
    sign = tokens.words[draft.number.first]
    if draft.unit in ("%", "pp", "bp") and sign in ("+", "-", "−"):
        draft.trend = "up" if sign == "+" else "down"
        return
    number = draft.number.value
    amount = draft.measure is not None or number >= 1000 or number != int(number) or draft.unit_name == "point"
    point = draft.noun and draft.unit_name == "point"  # "5 points lower"
    last = draft.noun.last if draft.noun and point else draft.last
    draft.trend = trend_of(tokens, draft.first, last, amount=amount, rate=draft.unit == "%")


def _settle_pound(tokens: Tokens, draft: Draft, pounds: str) -> None:
    """ "pounds" are money where the text writes of such money, or of millions of them; else a weight."""
    if draft.unit != "[lb_av]" or not draft.measure or not tokens.low[draft.measure.first].startswith("pound"):
        return
    if pounds == "GBP" or draft.number.scale >= 1e6:
        draft.unit, draft.unit_name = "GBP", None


def _finished(tokens: Tokens, drafts: list[Draft], number: int) -> list[Quantity]:
    ids = {id(draft): f"n{number + k}" for k, draft in enumerate(drafts)}
    return [_quantity(tokens, draft, ids) for draft in drafts]


def _quantity(tokens: Tokens, draft: Draft, ids: dict[int, str]) -> Quantity:
    compared = None
    phrase = _phrase(tokens, draft.reference, draft)
    if draft.relation and phrase:
        compared = Comparison(draft.relation, phrase.span, phrase.text, ids.get(id(draft.other)))
    return Quantity(
        id=ids[id(draft)],
        span=Span(tokens.starts[draft.first], tokens.ends[draft.last - 1]),
        lower=_printed(draft.lower, draft.number.form),
        upper=_printed(draft.upper, draft.number.form),
        lower_open=draft.lower_open,
        upper_open=draft.upper_open,
        approximate=draft.approximate,
        trend=draft.trend,
        unit=draft.unit,
        unit_name=draft.unit_name,
        of=_phrase(tokens, draft.of, draft),
        per=draft.per,
        share_of=_phrase(tokens, draft.share, draft),
        compared=compared,
    )


def _printed(value: float | None, form: Form) -> float | None:
    """Fractions and ratios that do not end are written with four decimals, or four digits if that is finer.

    A third is 0.3333: "one in twelve" claims no more digits than a person would print.
    """
    if value is None or form not in ("fraction", "ratio") or round(value, 7) == value:
        return None if value is None else float(value)
    return round(value, 4) if abs(value) >= 0.001 else float(f"{value:.4g}")


def _phrase(tokens: Tokens, found: Range | None, draft: Draft) -> Phrase | None:
    found = whole_words(tokens, found, (draft.first, draft.last)) if found else None
    if not found:
        return None
    span = Span(tokens.starts[found[0]], tokens.ends[found[1] - 1])
    return Phrase(span, tokens.text[span.start : span.end])
