"""Write the English names of months and weekdays from CLDR, as Babel carries it.

python scripts/calendar_names.py > src/onrecord/normalise/times/names.json
"""

from __future__ import annotations

import json
import sys

from babel.dates import get_day_names, get_month_names

_LOCALES = ("en", "en_GB", "en_AU")  # their abbreviations differ: Sep, Sept


def names() -> dict[str, dict[str, int]]:
    """``months`` and ``weekdays``: lower-case full and abbreviated name to its number (Monday is 0)."""
    months: dict[str, int] = {}
    weekdays: dict[str, int] = {}
    for locale in _LOCALES:
        for width in ("wide", "abbreviated"):
            months |= {name.lower(): number for number, name in get_month_names(width, locale=locale).items()}
            weekdays |= {name.lower(): number for number, name in get_day_names(width, locale=locale).items()}
    return {"months": dict(sorted(months.items())), "weekdays": dict(sorted(weekdays.items()))}


def text() -> str:
    """The names as the JSON text of the data file, with a final newline."""
    return json.dumps(names(), indent=1) + "\n"


if __name__ == "__main__":
    sys.stdout.write(text())
