from __future__ import annotations

from dataclasses import replace

from onrecord.reader.coordinated import coordinated, headed
from onrecord.reader.findings import Finding
from onrecord.spans import Span
from reader.trees import tree

TEXT = "She urged calm and stressed risks."
LINES = """
    She PRON nsubj 2
    urged VERB root 0
    calm NOUN obj 2
    and CCONJ cc 5
    stressed VERB conj 2
    risks NOUN obj 5
    . PUNCT punct 2
"""


def finding(cue: str, content: str, source: str | None = None, parent: int | None = None) -> Finding:
    span = lambda words: (Span(TEXT.index(words), TEXT.index(words) + len(words)),)  # noqa: E731
    return Finding(span(source) if source else (), span(cue), span(content), "indirect", 1.0, parent)


FIRST, SECOND = finding("urged", "calm", "She"), finding("stressed", "risks")


def test_a_second_verb_shares_the_source_of_the_first() -> None:
    found = coordinated([FIRST, SECOND], tree(TEXT, LINES))
    assert found == (FIRST, replace(SECOND, source=FIRST.source))


def test_a_verb_that_is_not_coordinated_has_no_source() -> None:
    assert coordinated([FIRST, SECOND], tree(TEXT, LINES.replace("conj", "parataxis"))) == (FIRST, SECOND)


def test_a_passive_verb_has_no_source() -> None:
    lines = LINES.replace("and CCONJ cc 5", "and AUX aux:pass 5")
    assert coordinated([FIRST, SECOND], tree(TEXT, lines)) == (FIRST, SECOND)


def test_what_lies_in_another_content_shares_nothing() -> None:
    inner = replace(SECOND, parent=0)
    assert coordinated([FIRST, inner], tree(TEXT, LINES)) == (FIRST, inner)


def test_a_source_stays() -> None:
    own = replace(SECOND, source=(Span(11, 14),))
    assert coordinated([FIRST, own], tree(TEXT, LINES)) == (FIRST, own)


SAID = "The figures from Tarn show that rain fell."
PARSED = """
    The DET det 2
    figures NOUN nsubj 5
    from ADP case 4
    Tarn PROPN nmod 2
    show VERB root 0
    that SCONJ mark 8
    rain NOUN nsubj 8
    fell VERB ccomp 5
    . PUNCT punct 5
"""


def attributed(cue: str, parent: int | None = None) -> Finding:
    span = lambda words: Span(SAID.index(words), SAID.index(words) + len(words))  # noqa: E731
    return Finding((), (span(cue),), (span("that rain fell"),), "indirect", 1.0, parent)


def test_a_noun_that_is_the_subject_of_the_verb_beside_it_is_its_source() -> None:
    (found,) = headed([attributed("figures"), attributed("show")], tree(SAID, PARSED))
    assert [SAID[slice(*span)] for span in found.source] == ["The figures from Tarn"]
    assert [SAID[slice(*span)] for span in found.cue] == ["show"]


def test_a_verb_beside_a_verb_is_no_source() -> None:
    both = (attributed("figures"), attributed("show"))
    assert headed(both, tree(SAID, PARSED.replace("figures NOUN", "figures VERB"))) == both
    held = (attributed("figures"), attributed("show"), attributed("fell", parent=0))
    assert headed(held, tree(SAID, PARSED)) == held
