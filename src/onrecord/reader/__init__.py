"""Document to spans, by one trained encoder with one head a task."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.reader.findings import Findings

__all__ = ["find"]


def find(text: str) -> Findings:
    """The attributions and names in ``text`` as spans of it, its sentences as trees and its pronouns.

    Raises:
        ModelError: the packaged weights are missing or damaged.
    """
    from onrecord.reader import decode
    from onrecord.reader.attributions import attributions
    from onrecord.reader.coordinated import coordinated, headed
    from onrecord.reader.findings import Findings, Mention
    from onrecord.reader.masking import masked
    from onrecord.reader.session import session
    from onrecord.reader.stands import stands
    from onrecord.reader.syntax import Syntax
    from onrecord.reader.uncut import uncut
    from onrecord.reader.words import split
    from onrecord.spans import Span

    model = session()
    words = split(text, model.tokenizer)
    if not len(words):
        return Findings()
    unnamed = masked(words, model.common)
    heads = model.heads(words, unnamed)
    names = tuple(
        Mention(Span(int(words.starts[start]), int(words.ends[end - 1])), kind)
        for start, end, kind in decode.mentions(heads.mentions, words.glued())
    )
    found = attributions(
        unnamed.words,
        heads.cue,
        heads.nested,
        lambda around, distance: model.link(heads.projected, around, distance),
        model.crf,
        model.thresholds,
    )
    tree = heads.tree
    syntax = Syntax(text, words.starts, words.ends, tree.parts, tree.relations, tree.heads)
    pronouns = stands(
        text, (unnamed.words.starts, unnamed.words.ends), heads.asked, heads.named, (model.far, model.nobody)
    )
    return Findings(
        uncut(coordinated(headed(found, syntax), syntax), [name.span for name in names]), names, syntax, pronouns
    )
