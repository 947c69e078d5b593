"""``onrecord schema``: the JSON Schema of a record."""

from __future__ import annotations

import json

import click

__all__ = ["schema"]


@click.command()
def schema() -> None:
    """Prints the JSON Schema that every record follows.

    \b
    Examples:
      onrecord schema > record.schema.json
    """
    from onrecord import publish

    click.echo(json.dumps(publish.schema(), ensure_ascii=False, indent=2))
