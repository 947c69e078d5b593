"""Which way "best" and "worst" are of a series: the worst month for burglaries has the most of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from onrecord.evidence.gates import label_words
from onrecord.evidence.model import Series
from onrecord.evidence.question import Asked
from onrecord.evidence.wording import leans

__all__ = ["facing"]

_OTHER = {"maximum": "minimum", "minimum": "maximum"}


def facing(item: Asked, series: Series) -> Iterator[Asked]:
    """``item`` as it is of ``series``: both ways where the claim says "best" or "worst" and neither is known of it."""
    lean = leans([word for label in (series.property, series.counted or "") for word in label_words(label)])
    if not item.judged or lean >= 0:
        yield item
    if item.judged and lean <= 0:
        yield replace(item, sign=-item.sign, form=_OTHER.get(item.form, item.form))  # type: ignore[arg-type]
