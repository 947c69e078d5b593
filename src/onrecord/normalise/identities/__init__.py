"""Who is who across documents: what alias tables say of the names in one."""

from __future__ import annotations

from onrecord.normalise.identities.identified import identified
from onrecord.normalise.identities.tables import AliasRow, AliasTable, read_aliases

__all__ = ["AliasRow", "AliasTable", "identified", "read_aliases"]
