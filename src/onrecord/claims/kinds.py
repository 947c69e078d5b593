"""What kind of claim a clause is: by the act it is reported with, its syntax, and closed classes of words."""

from __future__ import annotations

import re

from onrecord.record import Attribution, ClaimKind, Factuality, Quantity

__all__ = ["CALLS", "kind_of"]

CALLS = re.compile(
    r"\b(?:must|should|ought to|(?<!the )needs? to|let(?:’|')?s|let us|it is (?:time|imperative|essential|vital|urgent)"
    r"|(?:we|i) (?:call|urge|appeal|demand|ask|beg|implore|request|invite)|please)\b",
    re.I,
)
_CAUSE = re.compile(
    r"\b(?:because|due to|owing to|as a result of|result(?:s|ed|ing)? (?:in|from)|caus(?:e|es|ed|ing)|led to|leads to"
    r"|leading to|thanks to|on account of|brought about|stem(?:s|med) from|attribut(?:ed|able) to|blamed on)\b",
    re.I,
)
_COMPARISON = re.compile(
    r"\b(?:(?:more|less|fewer|higher|lower|larger|smaller|greater|worse|better|faster|slower|older|younger|longer"
    r"|shorter|earlier|later|bigger|weaker|stronger|[a-z]{3,}ier) than|twice|compared (?:with|to)"
    r"|as (?:many|much|high|low|large|few) as"
    r"|(?:high|low|larg|small|great|worst|bigg|fast|slow|strong|weak|deadli|cheap|long|short)(?:est)?"
    r" (?:[a-z]+ ){0,3}(?:since|in (?:[a-z]+ ){0,2}(?:years|decades|months)|on record|ever)"
    r"|record (?:high|low|level|number)"
    r"|(?:doubled|tripled|trebled|quadrupled|halved))\b",
    re.I,
)


def kind_of(
    said: str,
    attribution: Attribution | None,
    factuality: Factuality,
    figures: list[Quantity],
    *,
    fragment: bool,
    question: bool,
) -> ClaimKind:
    """The kind of a claim with these words."""
    if question:
        return "other"
    if attribution is not None and attribution.act == "urge" and (fragment or CALLS.search(said)):
        return "call"
    if CALLS.search(said):
        return "call"
    if factuality == "future":
        return "prediction"
    if _COMPARISON.search(said) or any(figure.compared for figure in figures):
        return "comparison"
    if _CAUSE.search(said):
        return "cause"
    if figures:
        return "quantity"
    return "other" if fragment else "event"
