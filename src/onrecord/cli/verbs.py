"""Groups of commands that say which one was meant."""

from __future__ import annotations

import difflib
from pathlib import Path

import click

__all__ = ["Verbs"]


class Verbs(click.Group):
    """A group that suggests the verb that was meant, and ``usual`` where a file came without one."""

    usual = "read"

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        word = args[0]
        if (word.startswith("-") and word != "-") or self.get_command(ctx, word):
            return super().resolve_command(ctx, args)
        raise click.UsageError(f"No such command {word!r}.{self._meant(word, ctx)}", ctx)

    def _meant(self, word: str, ctx: click.Context) -> str:
        if word == "-" or Path(word).exists() or Path(word).suffix:
            return f" Did you mean '{ctx.command_path} {self.usual} {word}'?"
        verbs = self.list_commands(ctx)
        near = difflib.get_close_matches(word, verbs, n=1)
        if near:
            return f" Did you mean '{ctx.command_path} {near[0]}'?"
        return f" The command{'s are' if len(verbs) > 1 else ' is'} {', '.join(verbs)}."
