"""NewsQuant and the range cases: onrecord's quantities in their conventions, and those of peers.

    python benchmarks/quantities.py [--shared ../shared] [--errors]

The maps from onrecord's fields to each data set's conventions live here, never in the product. NewsQuant: a bound
gives its number as the value and "<" or ">" as the change; "dozens" is 12 to 120; a change "from A to B" is one range;
only verbs give a trend; "one" before a noun counts, "several" and "twice" do not. Range cases: every range written
with "between", "from … to" or a dash is half-open there.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import corpora
from corpora import Corpus, Rows, f_scores
from onrecord.normalise.numbers import numbers
from onrecord.normalise.quantities import quantities
from onrecord.normalise.quantities.lexicon import units
from onrecord.normalise.quantities.nouns import singular
from onrecord.record import Quantity

Json = dict[str, Any]

NAMES = {
    "%": "percentage", "USD": "dollar", "EUR": "euro", "GBP": "pound sterling", "JPY": "japanese yen",
    "AUD": "australian dollar",
    "CAD": "canadian dollar", "NZD": "new zealand dollar", "HKD": "hong kong dollar",
    "SGD": "singapore dollar",
    "CNY": "chinese yuan", "INR": "indian rupee", "MYR": "malaysian ringgit", "DKK": "danish krone",
    "SEK": "swedish krona",
    "NOK": "norwegian krone", "CHF": "swiss franc", "ILS": "shekel", "RUB": "russian ruble",
    "KRW": "south korean won",
    "ZAR": "south african rand", "TRY": "turkish lira", "BRL": "brazilian real", "MXN": "mexican peso",
    "PHP": "philippine peso",
    "THB": "thai baht", "NGN": "nigerian naira", "XBT": "bitcoin", "PKR": "pakistani rupee",
    "TWD": "new taiwan dollar",
    "t": "metric ton", "Gt": "gigaton", "Mt": "megaton", "[lb_av]": "pound-mass", "[ston_av]": "ton",
    "Cel": "celsius",
    "[degF]": "fahrenheit", "[sft_i]": "square feet", "[mi_i]2": "square mile", "[ppm]": "parts-per-million",
    "um": "micrometre",
    "[ppb]": "parts-per-billion", "[kn_i]": "knot", "pp": "percentage point", "bp": "basis point",
    "[HP]": "horsepower",
    "[lton_av]": "long ton", "[gal_us]": "gallon", "[pt_us]": "pint", "[qt_us]": "quart",
    "[foz_us]": "fluid ounce", "har": "hectare", "[acr_br]": "acre", "10.a": "decade", "100.a": "century",
    "kW.h": "kilowatt hour",
}  # fmt: skip
"""The names NewsQuant gives units where they differ from CLDR's."""
VAGUE = re.compile(r"\b(dozens|scores|tens|hundreds|thousands|millions|billions|trillions)\b", re.IGNORECASE)
UNUSED = re.compile(
    r"\b(several|couple|few|twice|thrice|halv\w+|doubl\w+|tripl\w+|trebl\w+|quadrupl\w+|\w*fold)\b", re.IGNORECASE
)
TREND_NOUN = re.compile(
    r"\s(\w+\s)?(increase|rise|gain|jump|surge|growth|hike|climb|rally|boost|leap|spike|raise|decrease|fall|drop|decline|reduction"
    r"|cut|loss|dip|plunge|slump|slide|higher|lower|more|less|fewer|greater|discount|rebound)\b",
    re.IGNORECASE,
)
PARTICLE = re.compile(r",?\s(up|down)\sfrom\b", re.IGNORECASE)
NOUN_BEFORE = re.compile(
    r"\b(increase|rise|gain|jump|surge|growth|hike|decrease|fall|drop|decline|reduction|cut|loss|dip)\s(of|in)\s$",
    re.I,
)


def newsquant(text: str) -> list[Json]:
    """The quantities of one sentence by NewsQuant's conventions."""
    found = quantities(text, ones=True)
    by_id = {quantity.id: quantity for quantity in found}
    joined: dict[str, Quantity] = {}
    for quantity in found:
        other = by_id.get((quantity.compared and quantity.compared.quantity) or "")
        if other and quantity.compared.relation == "from" and other.span < quantity.span:
            joined[quantity.id] = other
    dropped = {other.id for other in joined.values()}
    return [
        _newsquant_row(text, quantity, joined.get(quantity.id))
        for quantity in found
        if quantity.id not in dropped and not UNUSED.search(text[quantity.span.start : quantity.span.end])
    ]


def _newsquant_row(text: str, quantity: Quantity, start: Quantity | None) -> Json:
    low, high = (exact(text, quantity, end) for end in (quantity.lower, quantity.upper))
    change = "="
    words = text[quantity.span.start : quantity.span.end]
    if VAGUE.search(words) and high is None:
        low, high, change = low / 2, low * 5, "="
    elif low is None or high is None:
        change = "<" if low is None else ">"
        low = high = high if low is None else low
    elif start:
        low = start.lower if start.lower is not None else start.upper
    elif quantity.approximate:
        change = "~"
    elif quantity.trend and not _noun_trend(text, quantity):
        change = quantity.trend
    unit = unit_name(quantity)
    return {
        "lo": low,
        "hi": high,
        "change": change,
        "unit_norm": unit,
        "thing": unit if quantity.unit == "1" else thing(quantity),
    }


def exact(text: str, quantity: Quantity, value: float | None) -> float | None:
    """The value before ratios are rounded to four decimals."""
    if value is None or abs(value) >= 1:
        return value
    inside = [v for start, end, v in numbers(text) if start < quantity.span.end and quantity.span.start < end]
    return min(inside, key=lambda v: abs(v - value)) if inside and min(abs(v - value) for v in inside) < 1e-4 else value


def _noun_trend(text: str, quantity: Quantity) -> bool:
    after, before = text[quantity.span.end :], text[: quantity.span.start]
    return bool(TREND_NOUN.match(after) or PARTICLE.match(after) or NOUN_BEFORE.search(before))


def unit_name(quantity: Quantity) -> str:
    """The unit as NewsQuant writes it: English names, counted nouns with their modifiers."""
    code = quantity.unit
    if code == "1":
        name = counted_name(quantity)
    elif code == "a" and quantity.unit_name and "age" in quantity.unit_name:
        name = "year of age"
    else:
        name = NAMES.get(code) or units().names.get(code) or quantity.unit_name or code
    return f"{name} per {per_name(quantity.per)}" if quantity.per else name


def per_name(code: str) -> str:
    if code in NAMES:
        return NAMES[code]
    names = [
        part[1:-1] if part.startswith("{") else NAMES.get(part) or units().names.get(part, part)
        for part in code.split(".")
    ]
    return " per ".join(names)


def counted_name(quantity: Quantity) -> str:
    if quantity.unit_name is None:
        return "-"
    if quantity.unit_name == "time":
        return "count"
    if quantity.unit_name == "penny":
        return "point"
    name = "people" if quantity.unit_name == "person" else quantity.unit_name
    words = re.findall(r"[\w'’-]+", quantity.of.text) if quantity.of else []
    heads = [i for i, word in enumerate(words) if singular(word) == quantity.unit_name]
    tail = []
    if heads and words[heads[0] + 1 : heads[0] + 2] == ["of"]:
        for word in words[heads[0] + 2 :]:
            tail.append(singular(word))
            if singular(word) != word.lower():
                break
    modifiers = [w for w in words[: heads[0]] if not w.endswith(("ing", "ed"))] if heads else []
    return " ".join([*(w.lower() for w in modifiers if w not in ("and", "of")), name, *tail])


def thing(quantity: Quantity) -> str | None:
    phrase = quantity.share_of or quantity.of
    return phrase.text if phrase else None


def _range_figures(_: Any, cases: Rows, found: Rows) -> dict[str, float]:
    right = sum(_same(_wanted(case), found[id]["ranges"]) for id, case in cases.items())
    return {"exact": round(100 * right / len(cases), 1)}


def _wanted(case: Json) -> list[tuple[Any, ...]]:
    return [(q["lo"], q["hi"], q["lo_closed"], q["hi_closed"]) for q in case["quantities"]]


HALF_OPEN = re.compile(r"\b(between|from|through)\b|\d\w*\sto\s|\d\w*\s?[-–—~]\s?\d", re.IGNORECASE)


def _ranges(text: str) -> list[tuple[Any, ...]]:
    """The intervals of a text in the convention of the range cases: bare numbers are left out."""
    found = []
    for quantity in quantities(text):
        words = text[quantity.span.start : quantity.span.end]
        low, high = quantity.lower, quantity.upper
        equal = "equal" in words.lower() or re.search(r"equal\w*\s+(to\s+)?$", text[: quantity.span.start])
        if low == high and not equal:
            continue
        half_open = (
            low != high and low is not None and high is not None and HALF_OPEN.search(words) and not quantity.upper_open
        )
        high_closed = high is not None and not quantity.upper_open and not half_open
        found.append((low, high, low is not None and not quantity.lower_open, high_closed))
    return found


def _same(want: list[tuple[Any, ...]], got: list[tuple[Any, ...]]) -> bool:
    def plain(items: list[tuple[Any, ...]]) -> list[str]:
        return sorted(str([round(x, 6) if isinstance(x, float) else x for x in item]) for item in items)

    return plain(want) == plain([tuple(float(x) if type(x) is int else x for x in item) for item in got])


def number_cases(cases: Iterable[Json]) -> tuple[int, int]:
    """How many number values of the number cases are found, of how many."""
    right = total = 0
    for case in cases:
        got = [value for _, _, value in numbers(case["text"])]
        for wanted in case["quantities"]:
            try:
                value = float(str(wanted["value"]).rstrip("%"))
            except ValueError:
                continue
            total += 1
            right += any(abs(value - v) <= 1e-6 * max(1.0, abs(value)) for v in got)
    return right, total


MEASURED = ("age", "currency", "dimension", "temperature")


def measured_cases(cases: Iterable[Json]) -> tuple[int, int]:
    """How many values with a unit of the age, currency, dimension and temperature cases are found with some
    unit."""
    right = total = 0
    for case in cases:
        got = [q for q in quantities(case["text"], ones=True) if q.unit != "1" or q.unit_name]
        for wanted in case["quantities"]:
            try:
                value = float(str(wanted["value"]))
            except ValueError:
                continue
            total += 1
            ends = [end for q in got for end in (q.lower, q.upper) if end is not None]
            right += any(abs(value - end) <= 1e-6 * max(1.0, abs(value)) for end in ends)
    return right, total


def read_newsquant(documents: Rows, read: Callable[[str], list[Json]] = newsquant) -> Rows:
    """The quantities of each sentence in NewsQuant's conventions, by onrecord or by a peer's ``read``."""
    return {id: {"quantities": read(row["text"])} for id, row in documents.items()}


def _newsquant_figures(scorer: Any, documents: Rows, found: Rows) -> dict[str, float]:
    return f_scores(scorer.main(documents, found), ("value", "value+unit", "value+change"))


NEWSQUANT = Corpus(
    "NewsQuant dev",
    "data/quantities/newsquant_dev.jsonl.gz",
    "eval/score_quantities.py",
    read_newsquant,
    _newsquant_figures,
    margin=0.3,
)
RANGES = Corpus(
    "number range cases",
    "data/quantities/spec_numberrangemodel.jsonl.gz",
    None,
    lambda cases: {id: {"ranges": _ranges(case["text"])} for id, case in cases.items()},
    _range_figures,
    margin=0.3,
)
CORPORA = (NEWSQUANT, RANGES)


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=corpora.SHARED)
    parser.add_argument("--errors", action="store_true", help="print what is wrong on NewsQuant")
    arguments = parser.parse_args()
    shared: Path = arguments.shared
    if arguments.errors:
        for row in corpora.rows(NEWSQUANT, shared).values():
            show_errors(row)
    for corpus in CORPORA:
        print(corpus.name, corpora.measure(corpus, shared))
    for names, count in ((("number", "percent"), number_cases), (MEASURED, measured_cases)):
        for name in names:
            cases = corpora.rows(replace(RANGES, file=f"data/quantities/spec_{name}model.jsonl.gz"), shared)
            print(f"{name} cases  %d of %d values" % count(cases.values()))


def show_errors(row: Json) -> None:
    """Print a sentence whose values differ, with what was wanted and what came."""
    want = [(q["lo"], q["hi"], q["change"], q["unit_norm"]) for q in row["quantities"]]
    got = [(q["lo"], q["hi"], q["change"], q["unit_norm"]) for q in newsquant(row["text"])]
    missed, extra = [w for w in want if w not in got], [g for g in got if g not in want]
    if missed or extra:
        print(row["doc"][-4:], row["text"], "\n   missed", missed, "\n   extra ", extra)


if __name__ == "__main__":
    main()
