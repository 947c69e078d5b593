"""DuckDB, shut in: in memory, one thread, no extensions, no files, and a configuration that cannot be changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.evidence.limits import Limits

if TYPE_CHECKING:
    import duckdb

__all__ = ["connect", "lock"]


def connect(limits: Limits) -> duckdb.DuckDBPyConnection:
    """A database of its own. Not yet locked: Parquet is read by DuckDB itself."""
    import duckdb

    con = duckdb.connect(":memory:")
    for setting in (
        "autoinstall_known_extensions = false",
        "autoload_known_extensions = false",
        "allow_community_extensions = false",
        "python_enable_replacements = false",  # no name in a query ever means a variable of this program
        "threads = 1",
        f"memory_limit = '{limits.memory_bytes}B'",
        "temp_directory = ''",  # what does not fit is an error, not a file
        "preserve_insertion_order = true",
    ):
        con.execute(f"SET {setting}")
    return con


def lock(con: duckdb.DuckDBPyConnection) -> None:
    """From here on no query reads or writes a file, attaches, loads an extension or changes a setting.

    https://duckdb.org/docs/stable/operations_manual/securing_duckdb/overview
    """
    con.execute("SET enable_external_access = false")
    con.execute("SET lock_configuration = true")
