"""Words that look like a denial, a wish or a question and take nothing back from the figure beside them."""

from __future__ import annotations

import re
from collections.abc import Collection

from onrecord.evidence.question import Context

__all__ = ["beside_figures", "is_certain", "is_disowned", "is_rhetorical", "unwished"]

_DOUBTS = (
    r"(?:den(?:y|ies|ied|ying)|doubt(?:s|ed|ing)?|disput(?:e|es|ed|ing)|contest(?:s|ed|ing)?|question(?:s|ed|ing)?"
    r"|contradict(?:s|ed|ing)?|contend(?:s|ed)? otherwise|controversial|surpris(?:e|ed|ing)|secret|mystery"
    r"|quarrel(?:s|ed)? with|argu(?:e|es|ed|ing) with)"
)
# "nobody disputes that", "there is no denying that", "it is beyond dispute that"
_CERTAIN = re.compile(
    r"\b(?:nobody|no one|none|few|no|not|never|n['’]t|cannot|beyond|without)\s+(?:[a-z]+\s+){0,3}?"
    rf"(?:an?y?\s+)?{_DOUBTS}\b[^.;,]{{0,30}}\bthat\s+$"
)
# "we cannot confirm that", "the rumour goes like this:"
_DISOWNED = re.compile(
    r"\b(?:cannot|can['’]t|could not|couldn['’]t|unable to|impossible to|refus(?:e|es|ed) to|declin(?:e|es|ed) to)"
    r"(?: [a-z]{2,15}){0,2} (?:confirm|verify|prove|substantiate|vouch|corroborate|say)(?: [a-z]{2,12})? that\s+$"
    r"|\b(?:rumou?rs?|lies?|myths?|fictions?|legends?|hoax|falsehoods?|fake news|fairy tales?)\b[^:.;]{0,40}:\W{0,4}$"
)
# A question that takes for granted what it is about: "did you know that", "remember when"
_KNOWN = re.compile(
    r"^\W*(?:(?:did|do|does) (?:you|we|they|anyone|anybody|everyone) (?:all )?(?:even |really |still )?"
    r"(?:know|realise|realize|notice|remember|recall)|(?:have|has) (?:you|anyone|anybody) (?:noticed|heard|forgotten)"
    r"|(?:who )?(?:remember|recall)s?|ever (?:noticed|heard)|(?:are|were) you aware|is (?:anyone|anybody) aware"
    r"|who (?:knew|noticed|has noticed|remembers))\b[^.;?]{0,60}(?:\bthat|\bhow|\bwhen|,)?\s+$"
)
# A question that only follows on what is told: ", and what did you do?"
_ASKED_AFTER = re.compile(
    r"[^?]{0,80}(?:,|;|–|—|-|:)\s+(?:(?:and|but|so|then)\s+)?"
    r"(?:what|why|how|where|who|whom|when|which|is|are|do|does|did|can|will|would|should|have|has)\b[^?]*\?"
)
_WISHES = (
    r"(?:expected|planned|forecast|predicted|projected|targeted|hoped|feared|assumed|supposed|likely|unlikely|aimed"
    r"|wished|wanted)"
)
# What is only compared with: "than anyone could have guessed", "as expected", "more than planned"
_ONLY_COMPARED = re.compile(
    rf"\b(?:as|than|though|although|even if|while)(?:\s+[a-z#\d,]+){{0,5}}?\s+{_WISHES}\b(?!\s+to\b)"
    r"|\bthan (?:[a-z]+ ){1,3}(?:would|could|might|should)(?: ever)?(?: have)? [a-z]+"
    r"|\b(?:contrary to|against|above|below|short of|in line with|despite|defying|beyond) (?:all |any |every |the "
    r"|its |their |our ){0,2}(?:expectations?|forecasts?|predictions?|targets?|plans?|hopes?)\b"
)
_NOT = re.compile(r"\b(?:not|no|never|none|nobody|nothing|neither|nor|without|hardly|scarcely|cannot)\b|n['’]t\b")
# Denials of something else than the figure: "no wonder", "no better:", "without a break", "no longer"
_IDLE = re.compile(
    r"\bno (?:doubt|wonder|surprise|accident|coincidence|secret|mystery|mistake|question|small|mean|matter|time|end"
    r"|break|exception|interruption|let-?up|respite|joke|fluke|apparent reason|fewer than|less than|more than|other"
    r"|more,? (?:and )?no less|less,? (?:and )?no more|bigger news|different|better|worse|exaggeration|relief)\b"
    r"|\bnot (?:surprisingly|unexpectedly|coincidentally|for nothing|by accident|by chance|to mention|only|just|merely"
    r"|least|bad|so bad|one but|any more|a fluke|an exaggeration)\b"
    r"|\bwithout (?:a |an |any )?(?:break|interruption|exception|pause|doubt|precedent|let-?up|fuss|warning)\b"
    r"|\bnothing (?:new|less than|short of|special|unusual)\b|\bnone other than\b|\bnever mind\b|\bneedless to say\b"
)


def is_certain(before: str) -> bool:
    """Whether the words before a claim only deny that anybody doubts it: "nobody disputes that"."""
    return bool(_CERTAIN.search(before))


def is_disowned(before: str) -> bool:
    """Whether the words before a claim say that it is vouched for by nobody: "cannot confirm that", "the rumour:"."""
    return bool(_DISOWNED.search(before))


def is_rhetorical(before: str, rest: str) -> bool:
    """Whether a sentence that ends in a question mark asks something else than the claim between ``before`` and
    ``rest``, in lower case: "did you know that …?", "…, and what did you do?"."""
    return bool(_KNOWN.search(before) or _ASKED_AFTER.match(rest))


def unwished(words: str, labels: Collection[str] = ()) -> str:
    """``words``, in lower case, without wishes and guesses that are only compared with, or that ``labels`` of series
    have: "planned admissions" are what they are called."""
    text = _ONLY_COMPARED.sub(" ", words)
    for label in labels:
        text = re.sub(rf"\b{re.escape(label)}\b(?!\s+(?:to|for|by|on)\b)", " ", text)
    return text


def beside_figures(found: Context) -> bool:
    """Whether all that a claim with figures denies is beside them: idle turns ("no wonder"), or words that a colon or
    a dash sets before its figures."""
    text = _IDLE.sub(" ", found.raw)
    if not found.quantities or not _NOT.search(found.raw):
        return False
    denied = _NOT.search(text)
    if denied is None:
        return True
    first = text.find(":", denied.end())
    own = min(q.span.start for q in found.quantities) - found.claim.span.start
    lead = found.raw.find(":")
    return first >= 0 and 0 < lead < own and not _NOT.search(_IDLE.sub(" ", found.raw[lead:]))
