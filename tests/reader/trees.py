"""Trees written by hand: one word a line, with its part of speech, its relation and the number of its head."""

from __future__ import annotations

import numpy as np

from onrecord.reader.labels import PARTS, RELATIONS
from onrecord.reader.syntax import Syntax


def tree(text: str, lines: str) -> Syntax:
    """The words of ``text`` as a tree: ``lines`` are ``word part relation head``, heads counted from 1, 0 a root."""
    rows = [line.split() for line in lines.strip().splitlines()]
    starts, ends, at = [], [], 0
    for word, *_ in rows:
        at = text.index(word, at)
        starts.append(at)
        at += len(word)
        ends.append(at)
    heads = [i if row[3] == "0" else int(row[3]) - 1 for i, row in enumerate(rows)]
    return Syntax(
        text,
        np.array(starts, np.int32),
        np.array(ends, np.int32),
        np.array([PARTS.index(row[1]) for row in rows], np.int8),
        np.array([RELATIONS.index(row[2]) for row in rows], np.int8),
        np.array(heads, np.int32),
    )
