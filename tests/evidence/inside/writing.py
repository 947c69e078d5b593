"""Sentences with sums in them, written at random: true, or with one number moved."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

PLACES = ("Port Elsin", "Lindhaven", "Lower Marsh", "Ostra")
THINGS = (
    ("boats", "ferries", "tugs", "barges"),
    ("pupils", "walkers", "cyclists", "riders"),
    ("trees", "oaks", "elms", "firs"),
)


@dataclass(frozen=True)
class Written:
    """A sentence, the kind of its sum, and whether the sum is right."""

    text: str
    kind: str
    true: bool


def moved(rng: random.Random, number: int, *, true: bool) -> int:
    """The number, or where it is to be wrong another that is a tenth to a half off."""
    if true:
        return number
    change = max(2, int(number * rng.uniform(0.1, 0.5)))
    return number + change if rng.random() < 0.5 or number - change < 1 else number - change


def odd(rng: random.Random, low: int, high: int) -> int:
    """A number that does not end in zero, so that each of its digits counts."""
    number = rng.randint(low, high)
    return number if number % 10 else number + rng.randint(1, 9)


def men_and_women(rng: random.Random, true: bool) -> str:
    a, b = odd(rng, 20, 900), odd(rng, 20, 900)
    whole = moved(rng, a + b, true=true)
    form = rng.choice(
        ("{w:,} people came: {a:,} men and {b:,} women.", "{w:,} people ({b:,} women and {a:,} men) came.")
    )
    return form.format(w=whole, a=a, b=b)


def made_of(rng: random.Random, true: bool) -> str:
    a, b, c = (odd(rng, 5, 300) for _ in range(3))
    thing, x, y, z = rng.choice(THINGS)
    whole = moved(rng, a + b + c, true=true)
    link = rng.choice(("made up of", "consisting of", "comprising"))
    return f"The town has {whole:,} {thing}, {link} {a} {x}, {b} {y} and {c} {z}."


def the_rest(rng: random.Random, true: bool) -> str:
    a, b = odd(rng, 5, 300), odd(rng, 5, 300)
    thing, *_ = rng.choice(THINGS)
    whole = moved(rng, a + b, true=true)
    return f"Of the {max(whole, a + 1):,} {thing}, {a} were lost and the remaining {b} were found."


def in_total(rng: random.Random, true: bool) -> str:
    a, b = odd(rng, 12, 90), odd(rng, 12, 90)
    whole = moved(rng, a + b, true=true)
    return f"The board spent ${a}m on piers and ${b}m on roads, for a total of ${whole}m."


def per_cent(rng: random.Random, true: bool) -> str:
    a = odd(rng, 11, 59)
    b = odd(rng, 5, 89 - a)
    c = 100 - a - b if true else 100 - a - b + rng.randint(4, 30)
    return f"{a}% walk, {b}% cycle and the remaining {max(c, 1)}% drive."


def share_of(rng: random.Random, true: bool) -> str:
    whole = odd(rng, 40, 2000)
    part = odd(rng, whole // 5, whole - 10)
    share = round(100 * part / whole)
    share = share if true else moved(rng, share, true=False)
    thing, *_ = rng.choice(THINGS)
    form = rng.choice(
        (
            "{p:,} of the {w:,} {t} ({s}%) were lost.",
            "Of the {w:,} {t}, {p:,} ({s}%) were lost.",
            "{s}% ({p:,} of {w:,}) were lost.",
        )
    )
    return form.format(p=part, w=whole, s=share, t=thing)


def change_of(rng: random.Random, true: bool) -> str:
    old = odd(rng, 101, 900)
    new = odd(rng, 101, 900)
    if new == old:
        new += 11
    size = 100 * (new - old) / old
    share = round(abs(size), 1)
    share = share if true else round(share * rng.uniform(1.15, 1.5) + 3, 1)
    verb = "rose" if size > 0 else "fell"
    form = rng.choice(
        (
            "Sales {v} {s}% from ${o}m to ${n}m.",
            "Sales {v} {s}% to ${n}m from ${o}m.",
            "Sales {v} by {s} per cent to ${n}m in May, from ${o}m in April.",
        )
    )
    return form.format(v=verb, s=share, o=old, n=new)


def points(rng: random.Random, true: bool) -> str:
    old = rng.randint(11, 90)
    new = old + rng.choice((-1, 1)) * rng.randint(2, 9)
    step = abs(new - old) if true else abs(new - old) + rng.randint(2, 5)
    verb = "up" if new > old else "down"
    return f"The rate was {new / 10}% in May, {verb} from {old / 10}% in April, {verb} {step / 10} percentage points."


def days_of(rng: random.Random, true: bool) -> str:
    count = rng.randint(3, 9)
    first = date(2024, rng.randint(1, 11), rng.randint(1, 18))
    last = first + timedelta(count - rng.choice((0, 1)))
    stated = count if true else count + rng.choice((3, 4))
    name = {3: "three", 4: "four", 5: "five", 6: "six", 7: "seven", 8: "eight", 9: "nine", 10: "10"}.get(
        stated, str(stated)
    )
    days = f"{first.day} {first:%B} to {last.day} {last:%B} 2024"
    return rng.choice((f"The {name}-day strike ran from {days}.", f"It lasted {name} days, from {days}."))


def a_day(rng: random.Random, true: bool) -> str:
    rate, count = odd(rng, 21, 400), rng.randint(3, 5)
    whole = moved(rng, rate * count, true=true)
    whole += 0 if true or whole % 10 else 1
    return f"At {rng.choice(PLACES)}, {rate} boats a day came for {count} days, a total of {whole:,} boats."


WRITERS: dict[str, tuple[str, Callable[[random.Random, bool], str]]] = {
    "men and women": ("parts", men_and_women),
    "made up of": ("parts", made_of),
    "the remaining": ("parts", the_rest),
    "for a total of": ("parts", in_total),
    "per cent": ("parts", per_cent),
    "share": ("share", share_of),
    "change": ("change", change_of),
    "points": ("change", points),
    "days": ("duration", days_of),
    "a day": ("rate", a_day),
}


def write(name: str, seed: int, *, true: bool) -> Written:
    """A sentence of the kind ``name``, the same for the same seed."""
    kind, writer = WRITERS[name]
    return Written(writer(random.Random(f"{name} {seed} {true}"), true), kind, true)
