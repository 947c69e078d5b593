"""Measure the eval gate's figures again and pin them in tests/gate/floors.json.

Prints each pin, old and new. Where one would be eased nothing is written, unless --allow-regression is given.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

import accuracy
import corpora
import floors


def measure() -> floors.Pins:
    """New pins of all corpora."""
    made = {}
    for corpus in accuracy.CORPORA:
        model = accuracy.model_hash() if corpus.model else None
        made[corpus.name] = floors.pin(corpus, corpora.digest(corpus), model, corpora.measure(corpus))
    return made


def main(
    arguments: list[str] | None = None,
    path: Path = floors.PATH,
    measured: Callable[[], floors.Pins] = measure,
) -> int:
    """Pin; 1 where that is refused."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--allow-regression", action="store_true", help="write pins that are eased as well")
    allowed = parser.parse_args(arguments).allow_regression
    new = measured()
    lines, eased = floors.moves(floors.load(path) if path.exists() else {}, new)
    print(*lines, sep="\n")
    if eased and not allowed:
        print("A pin would be eased; nothing is written. To accept it: --allow-regression", file=sys.stderr)
        return 1
    floors.write(new, path)
    return 0


if __name__ == "__main__":
    sys.exit(main())
