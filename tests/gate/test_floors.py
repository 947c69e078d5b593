"""The eval gate: no figure on the annotated corpora falls below what is pinned."""

from __future__ import annotations

import pytest

import accuracy
import corpora
import floors

CORPORA = {corpus.name: corpus for corpus in accuracy.CORPORA}


def test_each_corpus_is_pinned():
    assert floors.load().keys() == CORPORA.keys()


@pytest.mark.parametrize("name", CORPORA)
def test_the_corpus_is_the_one_that_the_pins_were_measured_on(name):
    found = corpora.digest(CORPORA[name])
    assert found == floors.load()[name]["sha256"], (
        f"{CORPORA[name].file} has changed: its figures cannot be compared. Pin them again: sh scripts/pin"
    )


@pytest.mark.parametrize("name", CORPORA)
def test_no_figure_falls_below_its_pin(name, measured):
    failed = floors.failures(floors.load()[name], measured(CORPORA[name]))
    assert not failed, "\n".join(failed)
