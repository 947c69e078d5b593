"""The closed classes of English words that claims are split and sorted by. No name of any actor."""

from __future__ import annotations

from onrecord.normalise.words import word_set

__all__ = [
    "CONDITIONS",
    "CONJUNCTIONS",
    "MODALS",
    "NEGATIONS",
    "POSSIBLY",
    "RELATIVES",
    "STOPS",
    "SUBORDINATORS",
]

CONJUNCTIONS = word_set("and but or nor yet plus")
SUBORDINATORS = word_set(
    "because while although though whereas after before since until as when once whenever so wherever even"
)
CONDITIONS = word_set("if unless provided whether lest")
RELATIVES = word_set("which who whose whom where")
STOPS = frozenset(",;:–—()[]…")
NEGATIONS = word_set("not never no nobody none nothing neither nor cannot hardly scarcely nowhere without")
MODALS = {
    "may": "possible", "might": "possible", "could": "possible", "can": "asserted", "will": "future",
    "shall": "future", "ll": "future", "wo": "future", "would": "conditional", "d": "asserted",
    "must": "asserted", "should": "asserted", "ought": "asserted",
}  # fmt: skip
POSSIBLY = word_set(
    """
    reportedly allegedly perhaps maybe possibly probably likely apparently seemingly presumably supposedly purportedly
    ostensibly potentially arguably unlikely conceivably
    """
)
