from __future__ import annotations

import subprocess
import sys

from onrecord import publish
from onrecord.publish import report, terminal
from onrecord.record import SCHEMA, Record


def test_the_three_ways_to_publish(example: Record) -> None:
    assert publish.to_html([example], model="ab") == report.render([example], model="ab")
    assert publish.to_terminal(example) == terminal.render(example, width=80, colour=False)
    assert publish.to_terminal(example, 40, True) == terminal.render(example, width=40, colour=True)
    assert publish.schema()["properties"]["schema"]["const"] == SCHEMA


def test_importing_the_room_loads_nothing_heavy() -> None:
    script = "import sys, onrecord.publish; print({'jinja2', 'rich', 'markupsafe'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True, text=True)
    assert done.stdout == "set()\n"
