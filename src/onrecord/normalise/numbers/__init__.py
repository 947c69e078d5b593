"""Numbers as people write them, with spans: digits of any script, words, fractions, scales, separators by
locale.

What a number *means* (a quantity, a year, part of a name) is decided by the readers of quantities and times.
"""

from onrecord.normalise.numbers.digits import Style, style_of
from onrecord.normalise.numbers.number import Form, Number
from onrecord.normalise.numbers.read import read_numbers
from onrecord.normalise.numbers.tokens import Tokens, tokenise

__all__ = ["Form", "Number", "Style", "Tokens", "numbers", "read_numbers", "style_of", "tokenise"]


def numbers(text: str) -> list[tuple[int, int, float]]:
    """Every number of ``text`` as (start, end, value), in order, in code points.

    A vague number ("dozens") gives its lower bound. Numbers too large for a float are left out. Separators
    are
    read by the text's own habit: "1.209" is 1.209, and 1209 in a text that writes "3,5".
    """
    tokens = tokenise(text)
    found = read_numbers(tokens, style_of(tokens))
    return [(tokens.starts[n.first], tokens.ends[n.last - 1], n.value) for n in found]
