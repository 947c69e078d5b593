"""Write the lexicons of units and currencies that `onrecord.normalise.quantities` reads.

    python scripts/lexicons.py

Sources: `scripts/units.tsv` beside this file (UCUM codes, factors, what CLDR lacks) and CLDR through Babel
(names,
plurals and symbols in English, which currencies are legal tender). A test fails when the files are not what
this
writes.
"""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

from babel import Locale
from babel.core import get_global

HERE = Path(__file__).parent
DATA = HERE.parent / "src" / "onrecord" / "normalise" / "quantities" / "data"
LOCALES = [Locale.parse("en"), Locale.parse("en_GB"), Locale.parse("en_AU")]
TOKEN = re.compile(r"\d+|[^\W\d_]+|[^\w\s]|_")
CURRENCY_SYMBOLS = {
    "$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "￥": "JPY", "₹": "INR", "₽": "RUB", "₩": "KRW",
    "₪": "ILS",
    "₺": "TRY", "₴": "UAH", "₦": "NGN", "₱": "PHP", "₫": "VND", "฿": "THB", "₡": "CRC", "₲": "PYG",
    "₵": "GHS",
    "₸": "KZT", "₼": "AZN", "₾": "GEL", "₭": "LAK", "₮": "MNT", "៛": "KHR", "֏": "AMD", "৳": "BDT",
    "﷼": "IRR",
    "us $": "USD", "u . s . $": "USD", "$ us": "USD", "a $": "AUD", "au $": "AUD", "aud $": "AUD",
    "$ a": "AUD",
    "c $": "CAD", "ca $": "CAD", "can $": "CAD", "cad $": "CAD", "cdn $": "CAD", "$ c": "CAD", "$ cdn": "CAD",
    "nz $": "NZD", "$ nz": "NZD", "hk $": "HKD", "$ hk": "HKD", "s $": "SGD", "sg $": "SGD", "nt $": "TWD",
    "r $": "BRL", "mx $": "MXN", "mxn $": "MXN", "j $": "JMD", "tt $": "TTD", "z $": "ZWL", "fj $": "FJD",
    "cn ¥": "CNY", "rmb ¥": "CNY", "jp ¥": "JPY", "e £": "EGP", "rm": "MYR", "rs": "INR", "rs .": "INR",
    "ps": "GBP", "r": "ZAR", "sfr": "CHF", "fr .": "CHF", "元": "CNY", "円": "JPY", "₿": "XBT", "btc": "XBT",
    "kr": "XXX", "rmb": "CNY", "ntd": "TWD", "y =": "JPY",
    "nis": "ILS", "ksh": "KES", "tsh": "TZS", "ush": "UGX",
}  # fmt: skip
"""Symbols before or after an amount, tokens apart by blanks, lower case. "PS" is how some feeds write the
pound sign."""
CURRENCY_WORDS = {
    "dollar": "USD", "buck": "USD", "greenback": "USD", "euro": "EUR", "pound": "GBP",
    "pound sterling": "GBP",
    "sterling": "GBP", "quid": "GBP", "yen": "JPY", "yuan": "CNY", "renminbi": "CNY", "shekel": "ILS",
    "ruble": "RUB", "rouble": "RUB", "korean won": "KRW", "hryvnia": "UAH", "lira": "TRY", "rand": "ZAR",
    "naira": "NGN",
    "reais": "BRL", "brazilian real": "BRL", "dollar us": "USD", "us dollar": "USD", "u . s . dollar": "USD",
    "american dollar": "USD",
    "crown": "XXX",
    "danish crown": "DKK", "swedish crown": "SEK", "norwegian crown": "NOK", "czech crown": "CZK",
    "chinese renminbi": "CNY", "usd": "USD", "eur": "EUR", "bitcoin": "XBT",
}  # fmt: skip
"""Names as they are used where CLDR's is longer, in the singular."""
IRREGULAR = {
    "yen": "yen", "yuan": "yuan", "renminbi": "renminbi", "korean won": "korean won", "baht": "baht",
    "rand": "rand",
    "hryvnia": "hryvnias", "sterling": "sterling", "quid": "quid", "pound sterling": "pounds sterling",
    "dollar us": "dollars us", "usd": "usd", "eur": "eur",
}  # fmt: skip
SUBUNITS = ["cent", "pence", "penny", "sen", "paise", "kopeck", "agora", "fil", "piastre", "centavo"]
NOT_SYMBOLS = {
    "#", "A", "AU", "B", "C", "CD", "Cal", "G", "Gs", "H", "K", "N", "T", "a", "au", "d", "dec", "in", "c",
    "mb", "mo", "pm",
    "st", "tn", "us", "w", "y", "pt", "day", "ac", "bu", "at", "k", "q", "drop", "pinch", "dots", "nit", "ms",
}  # fmt: skip
"""Symbols of CLDR and UCUM that in running text are mostly something else: an article, a name, "1st", "6
pm"."""
NOT_MONEY = {
    "gold", "mark", "marks", "sol", "won", "rights", "unit", "units", "special", "som", "soms", "real",
    "reals",
}  # fmt: skip
"""Last words of currency names that alone are mostly something else."""
CODE_IS_A_WORD = {
    "ALL",
    "TOP",
    "MOP",
    "PEN",
    "TRY",
    "CUP",
    "GEL",
    "LAK",
    "RON",
    "BAM",
    "SOS",
    "MAD",
    "BOB",
    "CAD",
}


def key(form: str) -> str:
    """A form as the reader looks it up: its tokens apart by one blank."""
    return " ".join(TOKEN.findall(form))


def patterns(unit: str) -> tuple[set[str], set[str]]:
    """CLDR's long names and short symbols of one unit in English."""
    words, symbols = set(), set()
    for locale in LOCALES:
        for width, forms in locale._data["unit_patterns"].get(unit, {}).items():
            for count, pattern in forms.items():
                if count not in ("one", "other"):
                    continue
                form = pattern.replace("{0}", "").strip(" -")
                if form:
                    (words if width == "long" else symbols).add(form)
    return words, symbols


def split(cell: str) -> list[str]:
    return [] if cell == "-" else cell.split("|")


def rows() -> list[list[str]]:
    """The rows of `units.tsv`."""
    lines = (HERE / "units.tsv").read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line.strip() and not line.startswith("#")]


def name(code: str, cldr: str, words: list[str]) -> str:
    """The unit's name in the singular: CLDR's British one, else the first word of the table."""
    forms = LOCALES[1]._data["unit_patterns"].get(cldr, {}).get("long", {})
    return forms["one"].replace("{0}", "").strip() if "one" in forms else (words or [code])[0]


def units() -> dict[str, object]:
    """The lexicon of units: what each code means, words and symbols to codes."""
    words: dict[str, str] = {}
    symbols: dict[str, str] = {}
    for code, _, _, _, _, more_words, more_symbols in rows():  # the table first: CLDR must not take its forms
        for form in split(more_words):
            words.setdefault(key(form.casefold()), code)
        for form in split(more_symbols):
            symbols.setdefault(key(form), code)
    for code, _, _, _, cldr, _, _ in rows():
        long_forms, short_forms = patterns(cldr)
        for form in sorted(long_forms):
            words.setdefault(key(form.casefold()), code)
        for form in sorted(short_forms | ({code} if code.isalnum() else set())):
            if form.casefold() not in words and not form.startswith("/"):
                symbols.setdefault(key(form), code)
    for form in NOT_SYMBOLS:
        symbols.pop(form, None)
    return {
        "units": {row[0]: [row[1], float(row[2]), float(row[3])] for row in rows()},
        "names": {row[0]: name(row[0], row[4], split(row[5])) for row in rows()},
        "words": dict(sorted(words.items())),
        "symbols": dict(sorted(symbols.items())),
    }


def plural(word: str) -> str:
    return IRREGULAR.get(word) or (word if word.endswith("s") else word + "s")


def currencies() -> dict[str, object]:
    """The lexicon of money: codes now or lately in use, names and symbols to codes."""
    tender = {entry[0] for uses in get_global("territory_currencies").values() for entry in uses
              if entry[3] and (entry[2] is None or date(*entry[2]) > date(1990, 1, 1))}  # fmt: skip
    current = {entry[0] for uses in get_global("territory_currencies").values() for entry in uses
               if entry[3] and entry[2] is None}  # fmt: skip
    words: dict[str, str] = {}
    last: dict[str, set[str]] = {}
    english = LOCALES[0]
    for code in sorted(tender, key=lambda code: (code not in current, code)):
        forms = english._data["currency_names_plural"].get(code, {})
        for form in (english.currencies.get(code), *forms.values()):
            if form and "(" not in form:
                words.setdefault(key(form.casefold()), code)
                if code in current:
                    last.setdefault(form.casefold().split()[-1], set()).add(code)
    for word, codes in sorted(last.items()):
        if len(word) > 2 and word not in NOT_MONEY:
            words.setdefault(key(word), next(iter(codes)) if len(codes) == 1 else "XXX")
    for word, code in CURRENCY_WORDS.items():
        words[key(word)] = words[key(plural(word))] = code
    return {
        "codes": sorted(tender | {"XBT"}),
        "prose_codes": sorted(code for code in tender if code not in CODE_IS_A_WORD),
        "words": dict(sorted(words.items())),
        "symbols": dict(sorted((key(s), code) for s, code in CURRENCY_SYMBOLS.items())),
        "subunits": SUBUNITS,
    }


def lexicons() -> dict[str, str]:
    """File names and the text that belongs in them."""
    made = {"units.json": units(), "currencies.json": currencies()}
    return {name: json.dumps(data, ensure_ascii=False, indent=0) + "\n" for name, data in made.items()}


def main() -> None:
    """Write the files."""
    DATA.mkdir(parents=True, exist_ok=True)
    for name, text in lexicons().items():
        (DATA / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
