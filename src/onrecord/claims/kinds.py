"""What kind of claim a clause is: by the act it is reported with, its syntax, and closed classes of words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.claims.clauses import Clause
from onrecord.claims.factuality import is_coming
from onrecord.claims.judging import JUDGING, LABELS, PLAIN
from onrecord.claims.pieces import is_base
from onrecord.claims.words import Words
from onrecord.normalise.acts import cue_words
from onrecord.record import Attribution, ClaimKind, Factuality, Quantity
from onrecord.spans import Span

__all__ = ["Reported", "kind_of", "reported"]

_CALL = re.compile(
    r"\b(?:must|should(?! (?:the|a|an|any|this|they|he|she|it)\b)|ought to|(?<!the )needs? to|let(?:’|')?s\b|let us"
    r"|(?:is|are) (?:urged|advised|asked|requested|encouraged|called on) to"
    r"|it is (?:time|imperative|essential|vital|urgent)"
    r"|(?:we|i) (?:\w+ ){0,2}(?:call (?:on|upon|for)|urge|appeal|demand|ask|beg|implore|request|invite)|please)\b",
    re.I,
)
_CAUSE = re.compile(
    r"\b(?:because|due to|owing to|as a result of|results? in|result(?:ed|ing) (?:in|from)|caused|causing"
    r"|(?:to|will|would) cause|led to|leads to|leading to|thanks to|on account of|brought about|stem(?:s|med) from"
    r"|attribut(?:ed|able) to|blamed on)\b",
    re.I,
)
_COMPARISON = re.compile(
    r"\b(?:(?:more|less|fewer|higher|lower|larger|smaller|greater|worse|better|faster|slower|older|younger|longer"
    r"|shorter|earlier|later|bigger|weaker|stronger) (?:[\w-]+ ){0,3}than"
    r"|twice as|compared (?:with|to)|the same (?:number|amount|rate)"
    r"|as (?:many|much|high|low|large|few) as|double (?:the|that|its|their)"
    r"|(?:highest|lowest|largest|smallest|greatest|worst|biggest|fastest|slowest|strongest|weakest|deadliest|first"
    r"|last|longest|shortest|most|fewest|best) (?:[\w-]+ ){0,4}(?:since|in (?:[\w#]+ ){0,3}(?:years|decades|months)"
    r"|on record|ever|in history)"
    r"|record (?:high|low|level|number)|(?:doubled|tripled|trebled|quadrupled|halved))\b",
    re.I,
)
_GREETING = re.compile(
    r"\b(?:(?:i|we) )?(?:@?\w{1,30} )?(?:thanks?|thank|congratulat\w+|applaud|welcome|salute|commend|condolences"
    r"|apologi[sz]e|regret|good (?:morning|evening|afternoon)|dear|hello|sorry|happy to)\b",
    re.I,
)
_WORD = re.compile(r"[a-z][a-z-]*")


@dataclass(frozen=True, slots=True)
class Reported:
    """What the way it is reported makes of a content: a call, something that is still to come, something believed,
    or something denied."""

    call: bool = False
    told: bool = False
    coming: bool = False
    believed: bool = False
    denied: bool = False
    asked: bool = False
    indirect: bool = False


_FACTIVE = frozenset(("know", "learn", "discover", "realise", "realize", "remember", "see", "understand", "aware"))
_ALLEGED = frozenset(("allege", "suspect", "claim"))


def reported(text: str, attribution: Attribution) -> Reported:
    """How the cue of an attribution bears on what is said, whoever says it."""
    lemma, listed = cue_words(text, attribution.cue)
    neutral = listed[1] == "state"
    act, kind = attribution.act, attribution.kind
    call = act == "urge" and not neutral
    told = act == "urge" and neutral
    ordered = kind == "decree" and bool(attribution.content) and _begins_to(text, attribution.content[0])
    coming = (not neutral and act == "predict" and lemma not in ("estimate", "project", "warn", "calculate")) or (
        act == "promise" and not neutral
    )
    return Reported(
        call=call or ordered,
        told=told,
        coming=coming,
        believed=(kind == "belief" and lemma not in _FACTIVE) or lemma in _ALLEGED,
        denied=act == "deny" and not neutral,
        asked=act == "ask" and not neutral,
        indirect=attribution.form == "indirect",
    )


def _begins_to(text: str, span: Span) -> bool:
    return text[span.start : span.start + 3].lower() == "to "


def kind_of(
    words: Words,
    clause: Clause,
    said: str,
    factuality: Factuality,
    figures: list[Quantity],
    how: Reported,
    *,
    placed: bool,
    question: bool,
) -> ClaimKind:
    """The kind of a claim whose words are ``said``, figures written as ``#``; ``placed``: it states a time or place."""
    own = clause.relation in ("main", "coordinate", "shared")
    if question or how.asked:
        return "other"
    if own and (how.call or (how.told and not clause.finite) or _CALL.search(said) or _imperative(words, clause)):
        return "other" if _GREETING.match(said) else "call"
    if not figures and _GREETING.match(said):
        return "other"
    if factuality == "future" or (clause.predicate is not None and is_coming(words, clause.predicate)):
        return "prediction"
    if _COMPARISON.search(said) or any(figure.compared for figure in figures):
        return "comparison"
    if clause.opener == "because" or _CAUSE.search(said):
        return "cause"
    if figures:
        return "quantity"
    if clause.predicate is None or not clause.finite:
        return "other"
    return "characterisation" if _judges(words, clause, said, placed) else "event"


def _imperative(words: Words, clause: Clause) -> bool:
    """Whether a clause begins with its verb in the base form and has no subject."""
    verb = clause.predicate
    if verb is None or words.subject[verb] >= 0 or words.part[verb] != "VERB" or clause.relation == "shared":
        return False
    before = [words.low[w] for w in clause.words if w < verb and words.part[w] not in ("PUNCT", "CCONJ")]
    if before not in ([], ["please"], ["do", "not"], ["never"], ["don", "’", "t"], ["don", "'", "t"], ["now"]):
        return False
    written = words.text[words.starts[verb] : words.ends[verb]]
    begins = bool(before) or written[0].isupper() or clause.relation == "coordinate"
    return begins and is_base(words, verb)


def _judges(words: Words, clause: Clause, said: str, placed: bool) -> bool:
    """Whether a clause without a figure judges: its predicate does, or its words do and it names no time and place."""
    predicate = clause.predicate
    if predicate is not None and any(words.relation[kid] == "cop" for kid in words.kids[predicate]):
        low = words.low[predicate]
        if low in PLAIN or (placed and low in ("best", "worst")):  # of its times or places, which figures show
            return False
        if low in LABELS or low in JUDGING or (words.part[predicate] == "ADJ" and not placed):
            return True
        return any(words.low[kid] in JUDGING for kid in words.kids[predicate])
    found = [word for word in _WORD.findall(said.lower()) if word in JUDGING or word in LABELS]
    return len(found) > 1 or (bool(found) and not placed)
