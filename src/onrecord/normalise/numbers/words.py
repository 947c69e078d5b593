"""The words that numbers are made of (English)."""

from __future__ import annotations

__all__ = [
    "DENOMINATORS",
    "FOLDS",
    "LETTER_SCALES",
    "MULTIPLES",
    "ORDINALS",
    "SCALES",
    "SMALL",
    "STARTERS",
    "TENS",
    "VAGUE",
    "VULGAR",
]

SMALL = {
    "zero": 0, "nil": 0, "nought": 0, "naught": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5,
    "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90,
}  # fmt: skip
SCALES = {
    "hundred": 1e2, "thousand": 1e3, "lakh": 1e5, "lakhs": 1e5, "million": 1e6, "crore": 1e7, "crores": 1e7,
    "billion": 1e9, "trillion": 1e12, "quadrillion": 1e15, "mil": 1e6, "mln": 1e6, "mn": 1e6, "bln": 1e9,
    "bn": 1e9,
    "tn": 1e12, "trn": 1e12, "dozen": 12.0, "dozens": 12.0,
}  # fmt: skip
LETTER_SCALES = {"k": 1e3, "m": 1e6, "b": 1e9, "mm": 1e6, "t": 1e12}
"""Scales that are also symbols of units or initials: read only where what is around them says so."""
DENOMINATORS = {
    "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4, "fourths": 4,
    "fifth": 5, "fifths": 5, "sixth": 6, "sixths": 6, "seventh": 7, "sevenths": 7, "eighth": 8, "eighths": 8,
    "ninth": 9, "ninths": 9, "tenth": 10, "tenths": 10, "twelfth": 12, "twelfths": 12, "sixteenth": 16,
    "sixteenths": 16, "twentieth": 20, "twentieths": 20, "hundredth": 100, "hundredths": 100,
    "thousandth": 1000, "thousandths": 1000,
}  # fmt: skip
VAGUE = {
    "tens": 20.0, "dozens": 24.0, "scores": 40.0, "hundreds": 200.0, "thousands": 2e3, "lakhs": 2e5,
    "crores": 2e7,
    "millions": 2e6, "billions": 2e9, "trillions": 2e12,
}  # fmt: skip
"""Plurals without a number: at least two of them, and no upper end."""
MULTIPLES = {
    "twice": 2, "thrice": 3, "doubled": 2, "tripled": 3, "trebled": 3, "quadrupled": 4, "quintupled": 5,
    "doubling": 2, "tripling": 3, "quadrupling": 4, "halved": 0.5, "halving": 0.5,
}  # fmt: skip
ORDINALS = {
    "first": 1.0, "second": 2.0, "third": 3.0, "fourth": 4.0, "fifth": 5.0, "sixth": 6.0, "seventh": 7.0, "eighth": 8.0,
    "ninth": 9.0, "tenth": 10.0, "eleventh": 11.0, "twelfth": 12.0, "thirteenth": 13.0, "fourteenth": 14.0,
    "fifteenth": 15.0, "sixteenth": 16.0, "seventeenth": 17.0, "eighteenth": 18.0, "nineteenth": 19.0,
    "twentieth": 20.0, "thirtieth": 30.0, "fortieth": 40.0, "fiftieth": 50.0, "sixtieth": 60.0, "seventieth": 70.0,
    "eightieth": 80.0, "ninetieth": 90.0, "hundredth": 100.0,
}  # fmt: skip
FOLDS = {f"{word}fold": float(value) for word, value in {**SMALL, **TENS, "hundred": 100, "thousand": 1000}.items()}
VULGAR = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒"

_OPENERS = {"a", "an", "half", "several", "quarter", "dozen", "hundred", "thousand", "million", "billion"}
STARTERS = frozenset(
    {
        *SMALL,
        *TENS,
        *VAGUE,
        *MULTIPLES,
        *FOLDS,
        *_OPENERS,
        "single",
        "minus",
        "negative",
        "trillion",
        "lakh",
        "crore",
        *VULGAR,
    }
)
"""Words at which a number may begin."""
