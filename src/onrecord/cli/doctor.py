"""``onrecord doctor``: what a bug report needs."""

from __future__ import annotations

import click

__all__ = ["doctor"]


@click.command()
def doctor() -> None:
    """x"""
