"""Names as they are compared: without case, diacritics, punctuation and a leading "the"."""

from __future__ import annotations

import re
import unicodedata

__all__ = ["fold"]

# Letters that Unicode does not decompose into a base and a mark; the base is that of CLDR's Latin-ASCII transform.
_LETTERS = str.maketrans(
    {
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "æ": "ae",
        "œ": "oe",
        "ı": "i",
        "ħ": "h",
        "ŧ": "t",
        "&": " and ",
    }
)
# Full stops and apostrophes of all kinds join ("U.S.", "Côte d’Ivoire"), every other mark divides.
_JOINING = re.compile("[.'’‘ʼʻʽʾʿ`´]")
_DIVIDING = re.compile(r"[\W_]+")


def fold(name: str) -> str:
    """``name`` in the form in which two spellings of one name are the same string; "" where nothing is left.

    >>> fold("The Côte-d’Ivoire"), fold("U.S.A.")
    ('cote divoire', 'usa')
    """
    letters = _JOINING.sub("", name).casefold()
    if not letters.isascii():
        letters = "".join(c for c in unicodedata.normalize("NFKD", letters) if not unicodedata.combining(c)).casefold()
    words = _DIVIDING.sub(" ", letters.translate(_LETTERS)).split()
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)
