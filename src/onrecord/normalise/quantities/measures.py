"""Units and money around a number."""

from __future__ import annotations

from typing import NamedTuple

from onrecord.normalise.numbers import Number, Tokens
from onrecord.normalise.numbers.wordlists import wordlists
from onrecord.normalise.quantities.lexicon import MAX_TOKENS, RATES, money, units
from onrecord.normalise.quantities.nouns import is_plural

__all__ = ["Measure", "measure_after", "money_before", "rate_after", "unit_at"]


class Measure(NamedTuple):
    """A unit and the token range it is written in; ``per`` where the abbreviation says so ("mph")."""

    first: int
    last: int
    unit: str
    name: str | None
    per: str | None = None


_AGE = ("old", "olds")
_ADJECTIVE_CODES = ("us", "u.s.")


def money_before(tokens: Tokens, i: int, dollar: str) -> Measure | None:
    """The currency before token ``i`` ("$", "US$", "AU $"); ``dollar`` is the code of a bare "$"."""
    lexicon = money()
    if tokens.word(i - 1) in ("-", "−") and tokens.gap(i) == 0 and tokens.word(i - 2) in lexicon.ends:
        i -= 1
    if tokens.word(i - 1) not in lexicon.ends:
        return None
    for length in range(min(MAX_TOKENS, i), 0, -1):
        first = i - length
        form = " ".join(tokens.low[first:i])
        code = lexicon.symbols.get(form)
        if code is None and length == 1 and tokens.words[first] in lexicon.codes:
            code = tokens.words[first]
        if code is None and form == "dollar":
            code = dollar
        if code is None or any(tokens.gap(j) > 1 for j in range(first + 1, i + 1)):
            continue
        prefix = length > 1 and form[0].isalpha()
        if prefix and not (tokens.gap(first + 1) == 0 or (tokens.words[first].isupper() and len(form) > 3)):
            continue  # "a $7 million settlement" is no Australian one
        letters = form.isalpha() and tokens.words[first] not in lexicon.codes
        apart = tokens.gap(i) == 0 or form == "rs" or (tokens.words[first][1:2].isalpha() and form in _BEFORE_AMOUNT)
        if letters and not (tokens.words[first][0].isupper() and apart):
            continue
        return Measure(first, i, dollar if form == "$" else code, None)
    return None


_BEFORE_AMOUNT = frozenset(("rmb", "nis", "ksh", "tsh", "ush", "rm"))
"""Letters of currencies that stand apart from the amount as codes do: "RMB 40 million"."""


def measure_after(tokens: Tokens, number: Number, dollar: str) -> Measure | None:
    """The unit or currency after a number, the longest that fits; a hyphen may stand between."""
    i = number.last
    hyphen = tokens.word(i) in ("-", "‑") and tokens.gap(i) == 0 and tokens.gap(i + 1) == 0
    if tokens.gap(i) > 1 and tokens.word(i) != "%":
        return None
    j = i + hyphen
    if number.form == "fraction" and not hyphen:
        j = _past_article(tokens, i)
    elif (number.form == "vague" or number.scale >= 1e5) and tokens.word(i) == "of":
        j = i + 1  # "thousands of tonnes", "a lakh of rupees"
    j += tokens.word(j) == "us" and tokens.word(j + 1) in _US_UNITS
    j += tokens.word(j) in _BETWEEN and is_plural(tokens.word(j + 1))
    found = _written_on(tokens, number) or unit_at(tokens, j, dollar)
    return _age(tokens, found) if found and _plausible(tokens, number, found) else None


_WORDS = wordlists(__package__, "measures")
_WRITTEN_ON = {"C": "Cel", "F": "[degF]", "in": "[in_i]"}
_SCREENS = frozenset(("360", "480", "720", "1080", "1440", "2160", "4320"))


def _written_on(tokens: Tokens, number: Number) -> Measure | None:
    """Symbols that are units only written on to the number: "40C", "10in"; not in a name, "Zephyr 5C"."""
    i = number.last
    if tokens.gap(i) or i >= len(tokens) or tokens.words[i] not in _WRITTEN_ON:
        return None
    before = tokens.words[number.first - 1] if number.first else ""
    if (before[:1].isupper() and tokens.gap(number.first) == 1) or before == "." or tokens.word(i + 1) in ("/", "-"):
        return None
    code = _WRITTEN_ON[tokens.words[i]]
    return Measure(i, i + 1, code, units().names[code])


_US_UNITS = _WORDS["us_units"]
_BETWEEN = _WORDS["between"]
"""Adjectives that may stand between a number and its unit."""
_BEFORE_SLASH = {"A": "A", "N": "N", "C": "C", "T": "T"}


def _past_article(tokens: Tokens, i: int) -> int:
    """Past "of a" between a fraction and its unit: "half a mile", "a tenth of a second"."""
    j = i + (tokens.word(i) == "of")
    return j + 1 if tokens.word(j) in ("a", "an") else i


def unit_at(tokens: Tokens, i: int, dollar: str = "USD") -> Measure | None:
    """The longest unit or currency that begins at token ``i``."""
    if i >= len(tokens):
        return None
    low, lexicon, coins = tokens.low[i], units(), money()
    if tokens.words[i] in _BEFORE_SLASH and tokens.word(i + 1) == "/" and tokens.gap(i + 1) == 0:
        return Measure(i, i + 1, tokens.words[i], lexicon.names[tokens.words[i]])
    if (
        low not in lexicon.starts
        and low not in coins.starts
        and low not in coins.subunits
        and low[:-1] not in coins.subunits
    ):
        return None
    for length in range(min(MAX_TOKENS, len(tokens) - i), 0, -1):
        last = i + length
        if any(tokens.gap(j) > 1 for j in range(i + 1, last)):
            continue
        form = " ".join(tokens.low[i:last])
        if form in RATES:
            return Measure(i, last, RATES[form][0], None, RATES[form][1])
        exact = " ".join(tokens.words[i:last])
        code = lexicon.symbols.get(exact) or lexicon.words.get(form)
        if code:
            return Measure(i, last, code, lexicon.names[code])
        code = coins.words.get(form) or coins.symbols.get(form) if form not in ("r", "ps", "kr") else None
        if code is None and length == 1 and exact in coins.codes:
            code = exact
        if code:
            bare = form in ("$", "dollar", "dollars")
            return Measure(i, last, dollar if bare else code, form if code == "XXX" else None)
        if length == 1 and (form in coins.subunits or form[:-1] in coins.subunits or form == "p"):
            return Measure(i, last, "1", {"pence": "penny", "p": "penny"}.get(form, form.removesuffix("s")))
    return None


def _plausible(tokens: Tokens, number: Number, found: Measure) -> bool:
    """Symbols that are other words too need more than to stand there: "1990s", "35 m of", "1080p"."""
    word, adjacent = tokens.words[found.first], tokens.gap(found.first) == 0
    if word in money().codes and number.form == "words" and number.value < 1000:
        return False  # codes go with digits: "four MDL members" are the members of something called so
    if word == "s":
        return not (adjacent and number.plain)
    if word == "m":
        return adjacent or not number.plain or tokens.word(found.last) not in ("of", "people")
    if len(word) == 1 and word.isupper() and (number.form == "words" or _hyphened_code(tokens, found.last)):
        return False  # "ten F-16s"
    return found.unit != "1" or word != "p" or (adjacent and tokens.words[number.first] not in _SCREENS)


def _hyphened_code(tokens: Tokens, i: int) -> bool:
    return tokens.word(i) == "-" and tokens.gap(i) == 0 and tokens.digits(i + 1)


def _age(tokens: Tokens, found: Measure) -> Measure:
    """ "years old", "year-old", "years of age", "months old" belong to the unit."""
    i = found.last
    if found.unit not in ("a", "mo", "wk", "d"):
        return found
    j = i + (tokens.word(i) == "-")
    if tokens.word(j) in _AGE:
        return found._replace(last=j + 1, name=f"{found.name} of age")
    if tokens.word(i) == "of" and tokens.word(i + 1) == "age":
        return found._replace(last=i + 2, name=f"{found.name} of age")
    return found


_FREQUENCY = {
    "daily": "d", "annually": "a", "yearly": "a", "monthly": "mo", "weekly": "wk", "hourly": "h",
    "apiece": "{piece}",
}  # fmt: skip
_PER_NOUNS = {
    "share": "{share}", "person": "{person}", "head": "{head}", "capita": "{head}",
    "household": "{household}",
    "family": "{family}", "vehicle": "{vehicle}", "inhabitant": "{inhabitant}", "child": "{child}",
    "piece": "{piece}",
    "night": "d", "student": "{student}", "user": "{user}", "unit": "{unit}", "patient": "{patient}",
    "game": "{game}", "annum": "a", "diem": "d",
}  # fmt: skip


def rate_after(tokens: Tokens, i: int) -> tuple[int, str] | None:
    """What a quantity that ends before token ``i`` is per: ("a day", "per person per day", "/km",
    "-a-barrel").

    Gives the token after it and the code ("d", "{person}.d").
    """
    codes: list[str] = []
    while len(codes) < 3:
        step = _one_rate(tokens, i)
        if step is None:
            break
        i, code = step
        codes.append(code)
    return (i, ".".join(codes)) if codes else None


def _one_rate(tokens: Tokens, i: int) -> tuple[int, str] | None:
    low = tokens.word(i)
    if low in _FREQUENCY:
        return i + 1, _FREQUENCY[low]
    if low == "-" and tokens.word(i + 1) in ("a", "per", "an") and tokens.word(i + 2) == "-":
        low, j = tokens.word(i + 1), i + 3
    elif low in ("per", "a", "an", "each", "every") or (
        low in ("/", "∕") and tokens.gap(i) == 0 and tokens.word(i + 1).isalnum() and _rated(tokens, i)
    ):
        j = i + 1
    elif low == "for" and tokens.word(i + 1) == "every" and tokens.digits(i + 2):
        low, j = "per", i + 2  # "for every 10,000 people"
    else:
        return None
    if low in ("per", "/") and (tokens.digits(j) or tokens.word(j) in _PER_POWERS):
        return _per_number(tokens, j)
    if tokens.word(j) in _PER_NOUNS:
        return j + 1, _PER_NOUNS[tokens.word(j)]
    found = unit_at(tokens, j)
    if found and (low not in ("a", "an", "each", "every") or _measured_by(tokens, found)):
        code = found.unit if found.unit != "1" else "{" + str(found.name) + "}"
        return found.last, code
    if low == "per" and tokens.word(j).isalpha() and len(tokens.word(j)) > 2:
        return j + 1, "{" + tokens.word(j) + "}"
    return None


def _rated(tokens: Tokens, i: int) -> bool:
    """Whether a number after the slash at token ``i`` is of a unit, not of a date: "5 l/100 km"."""
    if not tokens.digits(i + 1):
        return True
    return not tokens.digits(i - 1) and unit_at(tokens, i + 2) is not None


_SOLD_BY = {"mass", "volume", "time", "area", "length"}


def _measured_by(tokens: Tokens, found: Measure) -> bool:
    """ "a day", "an ounce", but not "a cup of"."""
    row = units().table.get(found.unit)
    whole = tokens.word(found.last) not in (
        "of",
        "ago",
        "earlier",
        "later",
        "after",
        "before",
        "old",
        "-",
        "long",
    )
    return bool(row) and row[0] in _SOLD_BY and whole  # type: ignore[index]


_PER_POWERS = {"hundred": "100", "thousand": "1000", "million": "1000000"}


def _per_number(tokens: Tokens, i: int) -> tuple[int, str] | None:
    word = tokens.word(i)
    digits = _PER_POWERS.get(word) or "".join(character for character in word if character.isdecimal())
    j = i + 1
    if tokens.word(j) == "000" and tokens.gap(j) == 1:
        digits, j = digits + "000", j + 1
    if tokens.word(j) in ("million", "thousand"):
        digits, j = digits + ("000000" if tokens.word(j) == "million" else "000"), j + 1
    found = unit_at(tokens, j)
    if found and found.unit in units().table and units().table[found.unit][0] in _SOLD_BY:
        return found.last, f"{digits}.{found.unit}"
    if tokens.word(j) in ("people", "persons", "residents", "inhabitants", "population", "live"):
        return j + (2 if tokens.word(j) == "live" else 1), digits + ".{person}" if tokens.word(
            j
        ) != "live" else digits + ".{birth}"
    return j, digits
