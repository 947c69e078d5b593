"""How failures and counts are worded, the same in every command."""

from __future__ import annotations

from onrecord.errors import UnexpectedFailure

__all__ = ["counted", "one_line", "unexpected"]


def one_line(text: str) -> str:
    """``text`` as one printable line: control characters and lone surrogates become escapes.

    >>> one_line("a\\nb")
    'a\\\\nb'
    """
    shown = (c if c.isprintable() else c.encode("unicode_escape", "surrogatepass").decode() for c in text)
    return "".join(shown)


def counted(number: int, noun: str) -> str:
    """A number with its noun.

    >>> counted(1, "document"), counted(1200, "document")
    ('1 document', '1,200 documents')
    """
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def unexpected(place: str, error: BaseException) -> str:
    """The line for an exception that nothing foresaw."""
    problem = f"unexpected {type(error).__name__} ({str(error)[:200]})"
    remedy = "This is a fault in onrecord: run it again with --debug and report what it prints"
    return one_line(str(UnexpectedFailure(place, problem, remedy)))
