"""The closed classes of English words that claims are split and sorted by. No name of any actor.

What leaves open or denies what it governs follows the classes of implicative and non-implicative verbs of Karttunen
(1971); written from general knowledge of English, with all forms of each verb.
"""

from __future__ import annotations

from onrecord.normalise.lemma import forms
from onrecord.normalise.words import word_set
from onrecord.record import Factuality

__all__ = [
    "CONDITIONS",
    "CONJUNCTIONS",
    "DENYING",
    "DOUBTED",
    "EXPECTED",
    "MODALS",
    "NEGATIONS",
    "OPENING",
    "OPEN_NOUNS",
    "POSSIBLY",
    "RELATIVES",
    "SAID",
    "SHORT",
    "STOPS",
    "SUBORDINATORS",
]


def _forms(verbs: str) -> frozenset[str]:
    return frozenset(form for verb in verbs.split() for form in forms(verb))


CONJUNCTIONS = word_set("and but or nor yet plus")
SUBORDINATORS = word_set(
    "because while although though whereas after before since until as when once whenever so wherever even"
)
CONDITIONS = word_set("if unless provided whether lest")
RELATIVES = word_set("which who whose whom where")
STOPS = frozenset(",;:–—()[]…")
NEGATIONS = word_set("not never no nobody none nothing neither nor cannot hardly scarcely nowhere without")
MODALS: dict[str, Factuality] = {
    "may": "possible", "might": "possible", "could": "possible", "can": "possible", "will": "future",
    "shall": "future", "ll": "future", "wo": "future", "would": "conditional", "d": "asserted",
    "must": "possible", "should": "possible", "ought": "possible", "ca": "possible",
}  # fmt: skip
# Modal verbs as they stand before "n't".
SHORT: dict[str, Factuality] = {"couldn": "possible", "wouldn": "conditional", "won": "future"}
POSSIBLY = word_set(
    """
    reportedly allegedly perhaps maybe possibly probably likely apparently seemingly presumably supposedly purportedly
    ostensibly potentially arguably unlikely conceivably
    """
)
# With an infinitive: what has not happened yet.
EXPECTED = word_set(
    "expected likely set due poised bound about scheduled projected forecast predicted slated supposed anticipated"
)
# Verbs that leave open what they govern.
OPENING = _forms(
    """
    want plan hope wish intend aim seek try attempt ask urge demand order tell expect propose offer agree promise vow
    pledge threaten consider need decide prepare call suggest recommend believe think suspect doubt fear worry predict
    forecast encourage persuade press push authorise authorize allow permit invite advise require request warn appear
    seem estimate assume imagine claim allege vote
    """
) | word_set("able ready willing eager likely possible unable unlikely reluctant supposed")
# Verbs that deny what they govern.
DENYING = _forms("fail refuse decline deny prevent avoid ban block stop neglect forget reject cancel prohibit bar")
# Verbs that leave a whole clause open.
DOUBTED = _forms("want wish hope doubt wonder fear worry ask demand urge recommend propose")
SAID = word_set("said says say told added adds asked replied wrote writes stated continued")
OPEN_NOUNS = word_set(
    """
    plan plans effort efforts attempt attempts bid decision proposal offer ability right opportunity chance need
    intention promise pledge threat request call calls order demand way time money permission power authority
    """
)
