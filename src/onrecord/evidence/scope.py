"""The document around a claim: its sentence, who says it, and the day of publication."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.evidence.asked import Context
from onrecord.evidence.calendar import days
from onrecord.evidence.wording import Word, words
from onrecord.record import Attribution, Record
from onrecord.spans import Span

__all__ = ["Scope"]

_SENTENCE = re.compile(r"[.!?][\"'”’)]*\s+(?=[\"'“‘(]?[A-Z])|\n")


# "…, more than half of them in Tarn": what is said of a part
_PART_AFTER = re.compile(
    r"^\W{0,3}[^,;]{0,40}?\b(?:of (?:them|which|whom|these|those|it)|including|among them|most|mostly|mainly)\b"
)


@dataclass(frozen=True, slots=True)
class Scope:
    """A record seen from one of its claims. ``published`` is the last day that it may be of; ``words`` are all."""

    record: Record
    published: date | None
    words: tuple[Word, ...]

    @classmethod
    def of(cls, record: Record) -> Scope:
        """The scope of every claim of ``record``."""
        text = record.document.text
        known = days(record.document.published.edtf or "")
        return cls(record, known[1] if known else None, tuple(words(text, [Span(0, len(text))])))

    def sentence(self, span: Span) -> Span:
        """The sentence around ``span``, by its marks."""
        text = self.record.document.text
        # One character more, by which a mark shows that it ends a sentence.
        ends = (match.end() for match in _SENTENCE.finditer(text, 0, span.start + 1))
        start = max((end for end in ends if end <= span.start), default=0)
        after = _SENTENCE.search(text, max(span.end - 1, 0))
        return Span(start, after.start() + 1 if after else len(text))

    def asks(self, sentence: Span) -> bool:
        """Whether a sentence ends in a question mark, within quotation marks or not."""
        text = self.record.document.text[sentence.start : sentence.end + 2].rstrip(" \n\"'”’)»")
        return text.endswith("?")

    def attribution(self, context: Context) -> Attribution | None:
        """The attribution that the claim is from."""
        return next((a for a in self.record.attributions if a.id == context.claim.attribution), None)

    def attributions(self, context: Context) -> list[Attribution]:
        """Every attribution that holds the claim: "figures from the port, the mayor said, show that …"."""
        claim, found = context.claim.span, []
        for attribution in self.record.attributions:
            held = any(part.start <= claim.start and claim.end <= part.end for part in attribution.content)
            if held or attribution.id == context.claim.attribution:
                found.append(attribution)
        return found

    def around(self, context: Context, apart: Sequence[Span] = ()) -> Iterator[list[Word]]:
        """The words around the claim, nearer ones first: of its sentence, of all that its speaker says there, of the
        whole document; without those in ``apart``."""
        attribution = self.attribution(context)
        # What is said of a part is not said of the whole before it: "… had 300, 40 of them in Tarn"
        claim = next((c for c in self.record.claims if c.id == context.claim.id), context.claim)
        sentence = self.sentence(context.claim.span)
        if _PART_AFTER.match(context.unnamed[context.claim.span.end : sentence.end].lower()):
            apart = [*apart, Span(context.claim.span.end, sentence.end)]
        cut = [*apart, Span(context.claim.span.end, max(context.claim.span.end, claim.span.end))]
        yield self._inside(self.sentence(context.claim.span), cut)
        if attribution and attribution.content:
            yield self._inside(Span(attribution.content[0].start, attribution.content[-1].end), cut)
        yield [word for word in self.words if not any(one.start <= word.span.start < one.end for one in cut)]

    def _inside(self, span: Span, cut: Sequence[Span]) -> list[Word]:
        inside = (word for word in self.words if span.start <= word.span.start and word.span.end <= span.end)
        return [word for word in inside if not any(one.start <= word.span.start < one.end for one in cut)]
