"""Places: which country, and which of several places of one name, as far as the text says."""

from __future__ import annotations

from onrecord.normalise.places.located import country_alone, located

__all__ = ["country_alone", "located"]
