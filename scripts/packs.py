"""Write the evidence packs in `packs/` from the data they were taken from.

    python scripts/packs.py [--data ../shared/data] [--into packs]

The data are not part of this repository: only the figures go in, each with its source. Property names, synonyms and
definitions are written here. A test fails when the files are not what this writes.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(Path(__file__).parent))

from packing import gaza_aid, inflation  # noqa: E402


def files(data: Path) -> dict[str, str]:
    """The text of every file by its path under `packs/`; `data` is the folder with `evidence` and `claims`."""
    return {
        f"{pack}/{name}": text
        for pack, made in (
            ("gaza-aid-2023", gaza_aid.files(data / "evidence")),
            ("inflation", inflation.files(data / "claims" / "nso_inflation")),
        )
        for name, text in made.items()
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data")
    parser.add_argument("--into", type=Path, default=ROOT / "packs")
    arguments = parser.parse_args()
    for name, text in files(arguments.data).items():
        path = arguments.into / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")


if __name__ == "__main__":
    main()
