"""How a careful writer prints a figure, and which values it then stands for."""

from __future__ import annotations

import math
import random
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_EVEN, Decimal

__all__ = ["KINDS", "STYLES", "Phrase", "far", "fits", "phrase", "rescaled"]

Unit = tuple[float, tuple[str, ...], str]
"""How much of the table's unit one of it is, how it is written, its family (for changing one unit for another)."""

KINDS: dict[str, tuple[Unit, ...]] = {
    "count": ((1, ("{n}",), ""), (1e6, ("{n} million",), "")),
    "mm": ((1, ("{n} mm", "{n} millimetres"), "length"), (10, ("{n} cm", "{n} centimetres"), "length")),
    "cm": ((1, ("{n} cm", "{n} centimetres"), "length"), (0.1, ("{n} mm", "{n} millimetres"), "length")),
    "pct": ((1, ("{n} per cent", "{n}%", "{n} percent"), ""),),
    "pp": ((1, ("{n} percentage points",), ""),),
    "eur": ((1e6, ("€{n} million", "{n} million euros"), ""), (1e9, ("€{n} billion", "{n} billion euros"), "")),
    "usd": ((1e6, ("${n} million", "{n} million dollars"), ""), (1e9, ("${n} billion", "{n} billion dollars"), "")),
    "mwh": (
        (1, ("{n} MWh", "{n} megawatt hours"), "energy"),
        (1e3, ("{n} GWh", "{n} gigawatt hours"), "energy"),
        (1e-3, ("{n} kWh", "{n} kilowatt hours"), "energy"),
    ),
    "t": ((1, ("{n} tonnes", "{n} metric tons"), "mass"), (1e-3, ("{n} kg", "{n} kilograms"), "mass")),
    "m3": ((1, ("{n} cubic metres",), "volume"), (1e-3, ("{n} litres",), "volume")),
    "index": ((1, ("{n}", "{n} points"), ""),),
    "ratio": ((1, ("{n}",), ""),),
}

STYLES = (
    "exact", "exact", "exact", "round", "round", "about", "about",
    "nearly", "justover", "more", "least", "fewer", "most", "between",
)  # fmt: skip

_BEFORE = {
    "about": ("about", "around", "some", "roughly", "approximately"),
    "nearly": ("nearly", "almost"),
    "justover": ("just over", "slightly more than"),
    "more": ("more than", "over"),
    "least": ("at least", "no fewer than"),
    "fewer": ("fewer than", "under"),
    "most": ("at most", "up to", "no more than"),
}
_MASS = {"fewer than": "less than", "no fewer than": "no less than"}


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words for a figure. ``lo`` and ``hi`` bound what it stands for (the table's unit), ``place`` is the width of its
    last printed place, ``number`` the figure itself, both in that unit too."""

    text: str
    style: str
    number: float
    place: float
    lo: float
    hi: float
    lo_open: bool = False
    hi_open: bool = False
    family: str = ""
    body: str = ""
    factor: float = 1.0
    words: str = ""


def fits(made: Phrase, value: float) -> bool:
    """Whether ``value`` is among what the words stand for."""
    slack = 1e-9 * max(1.0, abs(value))
    low = value > made.lo + slack if made.lo_open else value >= made.lo - slack
    return low and (value < made.hi - slack if made.hi_open else value <= made.hi + slack)


def far(made: Phrase, value: float, noise: float = 0.0) -> bool:
    """Whether ``value`` is so far outside that no careful reading of the words takes it in."""
    size = max(abs(value), abs(made.number))
    if made.style in ("about", "nearly", "justover"):
        return abs(made.number - value) >= 0.25 * size + noise
    gap = max(made.lo - value, value - made.hi)
    if made.style in ("exact", "round"):
        # "1,200" may be meant to the hundred.
        wide = _last(abs(made.number) / made.factor) * made.factor / 2
        clear = abs(made.number - value) > wide + made.place
        return clear and gap >= max(3 * made.place, 0.015 * size) + 2 * noise
    return gap >= max(made.place, 0.05 * size) + 2 * noise


def phrase(value: float, kind: str, rng: random.Random, style: str, step: float = 0.0) -> Phrase | None:
    """Words for ``value`` in this style, or None where it cannot well be written so.

    ``step`` is the resolution of the value (0: none, as of a mean); an exact figure needs one, or gets decimals.
    """
    if value <= 0 or not math.isfinite(value):
        return None
    units = [u for u in KINDS[kind] if 0.9 <= value / u[0] < (1e12 if kind == "count" and u[0] == 1 else 2e7)]
    if not units:
        return None
    factor, bodies, family = units[0] if rng.random() < 0.6 else rng.choice(units)
    body = rng.choice(bodies)
    shown = value / factor
    if style == "exact":
        number, place = _exact(shown, step / factor)
    elif style == "round":
        number, place = _rounded(shown, rng, kind, step / factor)
    else:
        number, place = _nice(shown, style, rng, step / factor)
    if place is None or number <= 0:
        return None
    if kind in ("pct", "pp", "ratio", "index") and place > 1 and style in ("exact", "round"):
        return None
    return _made(value, style, number, place, factor, body, family, kind, rng)


def _made(
    value: float,
    style: str,
    number: float,
    place: float,
    factor: float,
    body: str,
    family: str,
    kind: str,
    rng: random.Random,
) -> Phrase | None:
    digits = _digits(number, place)
    if len(digits.replace(",", "").replace(".", "")) > 10 or (number == 1 and style != "exact"):
        return None
    x, h = number * factor, place * factor / 2
    before = rng.choice(_BEFORE.get(style, ("",)))
    if kind not in ("count", "ratio"):
        before = _MASS.get(before, before)
    if kind == "ratio" and before == "some":
        before = "about"
    sets = {
        "about": (min(x * 0.98, x - h), max(x * 1.02, x + h), False, False),
        "nearly": (x * 0.95, x, False, True),
        "justover": (x, x * 1.05, True, False),
        "more": (x, math.inf, True, False),
        "least": (x, math.inf, False, False),
        "fewer": (-math.inf, x, False, True),
        "most": (-math.inf, x, False, False),
    }
    lo, hi, lo_open, hi_open = sets.get(style, (x - h, x + h, False, False))
    text = f"{before} {body.format(n=digits)}".strip()
    words = digits
    if style == "between":
        width = place * rng.choice((1, 2))
        other = number + width
        lo, hi = x, other * factor
        words = f"{digits} and {_digits(other, place)}"
        text = "between " + (body.format(n=words) if "€" not in body and "$" not in body else "")
        if text == "between ":
            text = f"between {body.format(n=digits).split()[0]} and {body.format(n=_digits(other, place))}"
        if not lo * 1.002 < value < hi * 0.998:
            return None
    made = Phrase(text, style, x, 2 * h, lo, hi, lo_open, hi_open, family, body, factor, words)
    if not fits(made, value):
        return None
    # A value next to the edge of what the words stand for is one that two careful writers print differently.
    edge = min(abs(value - end) for end in (lo, hi) if math.isfinite(end))
    return made if edge > 0.04 * 2 * h or (style == "exact" and edge > 0.01 * h) else None


def _exact(shown: float, step: float) -> tuple[float, float | None]:
    if not step:
        return 0.0, None
    number = float(round(Decimal(repr(shown)), 6))
    if abs(number) >= 1e8:
        return number, None
    decimals = max(0, -math.floor(math.log10(step) + 1e-9)) if step < 1 else 0
    return round(number, decimals), 10.0**-decimals


def _rounded(shown: float, rng: random.Random, kind: str, step: float) -> tuple[float, float | None]:
    """Three or so digits: one or two decimals below a hundred, whole numbers or trailing zeros above."""
    places = [0.1] if shown < 30 else [0.1, 1.0] if shown < 100 else [1.0] if shown < 1000 else []
    if not places:
        places = [10.0 ** (math.floor(math.log10(shown)) - 2)]
    if shown < 3:
        places = [0.1, 0.01]
    if kind in ("ratio", "pp") and shown < 10:
        places = [0.1]
    places = [place for place in places if place >= step * 0.999]
    if not places:
        return 0.0, None
    place = rng.choice(places)
    number = _to(shown, place)
    if _tie(shown, place):
        return number, None
    return number, place


def _nice(shown: float, style: str, rng: random.Random, step: float) -> tuple[float, float | None]:
    """A round number near ``shown``, on the side of it that the words ask for."""
    top = math.floor(math.log10(shown))
    choices = [10.0 ** (top - 1), 10.0 ** (top - 1) * 5]
    if shown < 2 * 10.0**top:
        choices.append(10.0 ** (top - 2))
    choices = [place for place in choices if place >= step * 0.999]
    if style == "about":
        for place in choices:
            number = _to(shown, place)
            if abs(number - shown) <= 0.018 * shown and not _tie(shown, place):
                return number, _last(number)
        return 0.0, None
    most = {"nearly": 0.03, "justover": 0.02}.get(style, 0.1)
    up = style in ("nearly", "fewer", "most")
    for place in rng.sample(choices, len(choices)):
        number = math.ceil(shown / place) * place if up else math.floor(shown / place) * place
        if 0.002 * shown < abs(number - shown) <= most * shown:
            number = float(f"{number:.10g}")
            return number, _last(number)
    return 0.0, None


def _last(number: float) -> float:
    """The width of the last place that is not a zero."""
    place = 10.0 ** math.floor(math.log10(number))
    while abs(number / place - round(number / place)) > 1e-6:
        place /= 10
    return place


def _to(value: float, place: float) -> float:
    unit = Decimal(f"{place:.10g}")
    return float((Decimal(repr(value)) / unit).quantize(Decimal(1), ROUND_HALF_EVEN) * unit)


def _tie(value: float, place: float) -> bool:
    part = (value / place) % 1
    return abs(part - 0.5) < 0.03


def _digits(number: float, place: float) -> str:
    decimals = max(0, -math.floor(math.log10(place) + 1e-9))
    return f"{number:,.{decimals}f}"


def rescaled(made: Phrase, kind: str, rng: random.Random) -> Phrase | None:
    """The same number in another unit of the same dimension, so another figure; None where there is no such unit."""
    others = [u for u in KINDS[kind] if made.family and u[2] == made.family and made.body not in u[1]]
    if not others:
        return None
    factor, bodies, family = rng.choice(others)
    scale = factor / made.factor
    body = rng.choice(bodies)
    old = made.body.format(n=made.words)
    if old not in made.text:
        return None
    return replace(
        made,
        text=made.text.replace(old, body.format(n=made.words)),
        number=made.number * scale,
        place=made.place * scale,
        lo=made.lo * scale,
        hi=made.hi * scale,
        body=body,
        factor=factor,
        family=family,
    )
