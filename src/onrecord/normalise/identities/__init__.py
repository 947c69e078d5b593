"""Who is who across documents: what alias tables say of the names in one."""

from __future__ import annotations

from onrecord.normalise.identities.identified import identified

__all__ = ["identified"]
