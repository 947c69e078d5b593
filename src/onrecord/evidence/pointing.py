"""Claims that point back to the figure before: "Tarn had 1,400 boats in 2021. That was 100 more than in 2020".

Such a claim is read as one with the claim before it, without that one's own figure: of the same series, entity and
time.
"""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.evidence.question import Context, context
from onrecord.record import Claim
from onrecord.spans import Span

__all__ = ["POINTED", "figures_before", "points_back"]

POINTED = frozenset(
    {"change", "change_percent", "change_points", "factor", "mean", "per_day", "rank", "record", "comparison"}
)
"""What a claim may ask of the figure before it. A level of its own would be another figure."""

_BACK = re.compile(
    r"^\W*(?:and |or |but )?(?:(?:that|this|it|the (?:figure|total|number|sum|amount|rate|level|tally|count|result)"
    r"|which)(?:['’]s| is| was| were| are| has| had| means?| meant| makes| made| marks| marked| represents| represented"
    r"| compares| compared| amounts| amounted| works out| worked out| comes| came| equals| equalled| corresponds"
    r"| translates| translated)\b|(?:up|down|a (?:rise|fall|gain|drop|decline|decrease|increase|jump)|an increase)\b)"
)
# What would be of something else than the figure before
_OTHER = re.compile(r"\b(?:it|that|this) (?:is|was|has|had) (?:not|no|also)\b|\b(?:thanks|due|because)\b")
_APART = 30  # characters between the two claims, at most: quotation marks, "he said"


def points_back(found: Context) -> Context | None:
    """The claim of ``found`` together with the one before it whose figure it points back to; None where it does not."""
    if not _BACK.match(found.raw) or _OTHER.search(found.raw):
        return None
    before = _before(found)
    if before is None:
        return None
    own = context(found.record, before, found.unnamed)
    if len(own.quantities) != 1 or any(q.trend or q.compared or q.unit_name == "time" for q in own.quantities):
        return None
    gap = found.unnamed[before.span.end : found.claim.span.start]
    if len(gap) > _APART or "\n" in gap:
        return None
    claim = replace(
        found.claim,
        span=Span(before.span.start, found.claim.span.end),
        parts=(*before.parts, *found.claim.parts),
        times=tuple(dict.fromkeys((*before.times, *found.claim.times))),
        carried_times=before.carried_times,
    )
    return replace(context(found.record, claim, found.unnamed), quantities=found.quantities)


def figures_before(found: Context, joined: Context) -> tuple[Span, ...]:
    """Where the figures of the claim stand that ``found`` points back to in ``joined``."""
    start, end = joined.claim.span.start, found.claim.span.start
    return tuple(q.span for q in found.record.quantities if start <= q.span.start and q.span.end <= end)


def _before(found: Context) -> Claim | None:
    """The claim that ends last before this one, by the same speaker or by nobody else."""
    earlier = [c for c in found.record.claims if c.span.end <= found.claim.span.start and c.kind != "other"]
    last = max(earlier, key=lambda c: c.span.end, default=None)
    same = last is not None and last.attribution in (found.claim.attribution, None)
    return last if same and last is not None and last.factuality == "asserted" else None
