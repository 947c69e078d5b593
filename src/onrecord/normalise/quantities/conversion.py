"""Conversion between units of one dimension. Money is never converted."""

from __future__ import annotations

from onrecord.normalise.quantities.lexicon import units

__all__ = ["convert", "dimension"]


def dimension(unit: str) -> str | None:
    """What a UCUM code measures ("length", "mass"), or None for counts, money and unknown codes."""
    row = units().table.get(unit)
    return row[0] if row else None


def convert(value: float, unit: str, to: str) -> float | None:
    """``value`` of ``unit`` in the unit ``to``; None where the two do not measure the same thing.

    Factors are those of the maintained table ``scripts/units.tsv`` (NIST SP 811 and the UCUM tables; tested
    against
    pint). A year is 365.25 days, a month a twelfth of it, as in UCUM.

    >>> convert(2.0, "km", "m"), convert(100.0, "Cel", "[degF]"), convert(1.0, "km", "kg")
    (2000.0, 212.0, None)
    """
    table = units().table
    if unit == to:
        return value
    if unit not in table or to not in table or table[unit][0] != table[to][0]:
        return None
    _, factor, offset = table[unit]
    _, to_factor, to_offset = table[to]
    return round((value * factor + offset - to_offset) / to_factor, 12)
