"""Frames that look open and assert all the same: "it should be remembered that", "few would have guessed that".

What a factive verb governs is taken for granted whatever is denied, asked or wished of the verb itself (Kiparsky and
Kiparsky 1970), and who says "may I add that" adds it. Such a frame is cut from the claim, whose own words then decide;
where these are open themselves ("… that it may have had 300") nothing is cut. Whoever claims or swears something
asserts it, right or wrong.
"""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.evidence.phrasing import MODAL
from onrecord.evidence.question import Context
from onrecord.evidence.scope import Scope
from onrecord.spans import Span

__all__ = ["bared", "set_apart"]

_MIND = r"(?:forget|forgets|forgot|forgotten|forgetting|ignor(?:e|es|ed|ing)|overlook(?:s|ed|ing)?|hide|conceal)"
_FELT = (
    r"(?:surpris(?:e|es|ed|ing)|shock(?:s|ed|ing)?|stunned|amaz(?:ed|ing)|astonish(?:ed|ing)|startl(?:ed|ing)|proud"
    r"|pleased|glad|sorry|ashamed|relieved|delighted|horrified|dismayed|appalled|angry|sad|a (?:pity|shame|scandal"
    r"|disgrace|relief|surprise|shock|wonder|coincidence)|no (?:surprise|shock|wonder|coincidence|accident|secret))"
)
# Taken for granted also where it is denied, wished or asked: "do not forget that", "nobody should be surprised that"
_FACTIVE = re.compile(
    rf"\b(?:{_MIND}|{_FELT}(?: (?:to|by|at|for|in) [a-z]+){{0,2}}|the fact|lose sight of the fact|pass over the fact"
    r"|mind|point(?:s|ed|ing)? out|remind(?:s|ed|ing)?(?: [a-z]+){1,3}) that\s+"
    r"|\b(?:will|would|should|can|could|may|might|does|did) (?:not )?(?:surprise|shock|astonish|amaze|startle) "
    r"(?:[a-z]+ ){1,2}that\s+"
    r"|\b(?:few|nobody|no one|none|who|not many|hardly anyone|not even [a-z ]{1,30}) (?:would|could|might|will)"
    r"(?: ever)? have (?:guessed|predicted|foreseen|imagined|expected|thought|believed|dreamt) that\s+"
)
# The same where nothing is denied
_KNOWN = re.compile(
    r"\b(?:remember(?:s|ed)?|recall(?:s|ed)?|note[sd]?|notice[sd]?|know|knows|known|see|seen|learn|learned|learnt|aware"
    r"|reminded|told again|(?:is|was|been) (?:officially )?(?:estimated|calculated|reckoned)) that\s+"
)
# Who says so much says it
_ADDED = re.compile(
    r"\b(?:i|we|one|it) (?:(?:can|could|may|might|must|should|shall|will|would|have to|has to|need to|want to|wish to"
    r"|like to|ought to|feel bound to|only|also|just|now|even|again|here|be|be permitted to) ){1,4}"
    r"(?:add|added|tell [a-z]+|report|reported|confirm|confirmed|mention|mentioned|stress|stressed|emphasi[sz]ed?"
    r"|repeat|repeated|reveal|revealed|admit|admitted|acknowledged?|observe|underline|underlined|remark) that\s+"
    r"|\b(?:i|we|it) (?:must|can|has to|have to|needs to) (?:also |again |now )?(?:be )?(?:say|said) that\s+"
    r"|^\W*(?:may|can|shall|could|might) (?:i|we) (?:just |only |also )?(?:remind [a-z]+|add|point out|tell you"
    r"|say|mention) that\s+"
)
_BEGUN = re.compile(
    r"^\W*(?:[a-z]+ly )?[a-z]+ as (?:it|that|this|they) (?:may|might) (?:well )?"
    r"(?:be|seem|sound|look|appear)"
    r"(?: to [a-z]+){0,2},\s+"
    r"|^\W*(?:be that as it may|come what may|mark my words|take my word for it|to the best of (?:my|our)"
    r" knowledge"
    r"|like it or not|for what it is worth)[,:]\s+"
    r"|^\W*the (?:plain |simple |sad |hard |awkward |good |bad )?(?:truth|fact|reality|point|upshot|trouble|problem"
    r"|news)(?: of (?:the matter|it all))? (?:is|was|remains) that\s+"
)
# It is so, or may be so for all that is known: "I would not be surprised to learn that"
_UNSURPRISED = re.compile(
    r"\bwould(?: not|n['’]t)? (?:be|have been) [a-z]{3,10}(?:ed|ing)(?: to [a-z]{2,12})? that\s+$"
)
_CLAUSE = re.compile(r"^[^:#\d]{3,80}:\s+")
_APART = re.compile(r"(?:[:;—–]|[.!?]|,\s{1,3}(?:but|yet|and yet|only)|\bbut)\W{0,4}$")
_VERBED = re.compile(
    r"\b(?:is|are|was|were|has|have|had|did|came|stood|fell|rose|saw|took|lost|won|made|held|sold|ran|brought|cost"
    r"|grew|went|got|gave|hit|paid|spent|drew|[a-z]{2,20}ed)\b"
)
_DENIED = re.compile(
    r"\b(?:not|no|never|none|nobody|nothing|neither|nor|without|hardly|scarcely|cannot|few)\b|n['’]t\b"
)
_OPEN = re.compile(
    r"\b(?:if|unless|whether|may|might|could|can|must|will|shall|would|perhaps|maybe|possibly|probably|reportedly"
    r"|allegedly|apparently|seems?|seemed|appears?|appeared|likely)\b(?! \d)"
)
_CONDITION = re.compile(r"\b(?:if|unless|whether|suppose|supposing|imagine|assuming|provided|lest)\b")
# Nobody stands by it: "wrongly claimed", "withdrew her claim that"
_TAKEN_BACK = re.compile(
    r"\b(?:wrongly|falsely|mistakenly|incorrectly|false|untrue|wrong|lies?|lied|myth|rumou?rs?|stopped|stops|short of"
    r"|withdr[a-z]{2,4}|retract[a-z]*|drop(?:s|ped)?|refut[a-z]*|debunk[a-z]*|disprov[a-z]*|reject[a-z]*)\b"
    r"|\b(?:a|the|his|her|its|their|this|that|any|every) claim\b"
)
# What a colon only points on to: "the hope was this:"
_ONWARD = re.compile(r"\b(?:this|these|that|thing|things|follows|following|so|on|goes|went|simple|says|said)\W{0,5}$")
_CLAIMING = frozenset(
    (
        *("claim", "claims", "claimed", "claiming", "allege", "alleges", "alleged", "alleging"),
        *("sure", "certain", "convinced", "adamant", "positive"),
    )
)
_NO_FACT = frozenset({"call", "characterisation", "other", "prediction"})


def bared(found: Context, scope: Scope) -> Context:
    """``found`` without the frame that its claim stands in, where this asserts it; ``opened`` is where what is asserted
    then begins. Any other claim is returned as it is."""
    claim, sentence = found.claim, scope.sentence(found.claim.span)
    ends = [q.span.start for q in found.quantities] or [claim.span.end]
    lead = found.unnamed[sentence.start : min(ends)].lower()
    end = _end(found, lead, sentence.start)
    if end is None:
        return _claimed(found, scope, sentence)
    rest = found.unnamed[end : claim.span.end].lower()
    if _OPEN.search(rest) or MODAL.search(rest) or _DENIED.search(rest):
        return found
    parts = tuple(Span(max(part.start, end), part.end) for part in claim.parts if part.end > end)
    if not parts:
        return found
    own = Span(parts[0].start, parts[-1].end)
    kind = "quantity" if claim.kind in _NO_FACT else claim.kind
    made = replace(claim, span=own, parts=parts, factuality="asserted", kind=kind)
    times = tuple(time for time in found.times if time.span.start >= end)
    return replace(found, claim=made, times=times, opened=own.start)


def set_apart(before: str, claim: str) -> bool:
    """Whether a mark or "but" parts a claim that has a verb of its own from the words ``before`` it, in lower case.

    What these wish or doubt is not the claim's: "we had hoped for better: Tarn lost 300 trees".
    """
    onward = _ONWARD.search(before) and MODAL.search(before)
    return bool(_APART.search(before) and _VERBED.search(claim) and not onward)


def _end(found: Context, lead: str, start: int) -> int | None:
    """Where the last frame in ``lead`` ends, which begins at ``start``; None where there is none about the claim."""
    own = found.claim.span.start
    matches = [m for pattern in (_FACTIVE, _ADDED) for m in pattern.finditer(lead)]
    matches += [m for m in _KNOWN.finditer(lead) if not _DENIED.search(lead[: m.start()])]
    matches = [
        m for m in matches if not _CONDITION.search(lead[: m.start()]) and not _UNSURPRISED.search(m.string[: m.end()])
    ]
    cut = max(own - start, 0)
    begun = _BEGUN.match(lead[cut:]) or _BEGUN.match(lead)
    ends = [m.end() + start for m in matches]
    if begun:
        ends.append(begun.end() + (own if begun.string is not lead else start))
    colon = _CLAUSE.match(lead[cut:])
    if (
        colon
        and not _ONWARD.search(colon[0])
        and found.claim.factuality != "asserted"
        and _VERBED.search(found.raw[colon.end() :])
    ):
        ends.append(own + colon.end())
    end = max(ends, default=None)
    return end if end is not None and found.unnamed[end : max(end, own)].strip(" \"“‘'") == "" else None


def _claimed(found: Context, scope: Scope, sentence: Span) -> Context:
    """A claim that somebody is told to claim, swear or be sure of: it is asserted, where its own words leave nothing
    open and nobody denies that it is claimed."""
    attribution = scope.attribution(found)
    cue = {word for span in attribution.cue for word in found.words(span).split()} if attribution else set()
    if found.claim.factuality != "possible" or not cue & _CLAIMING or scope.asks(sentence):
        return found
    claim = found.claim
    around = (found.unnamed[sentence.start : claim.span.start] + found.unnamed[claim.span.end : sentence.end]).lower()
    open_words = _OPEN.search(found.raw) or MODAL.search(found.raw) or _DENIED.search(found.raw)
    if (
        open_words
        or _TAKEN_BACK.search(around)
        or _OPEN.search(around)
        or _DENIED.search(around)
        or _CONDITION.search(around)
    ):
        return found
    return replace(found, claim=replace(claim, factuality="asserted"), opened=claim.span.start)
