"""The linker looks further than a short text reaches; what it says of words that are not there is dropped."""

from __future__ import annotations

import numpy as np
import pytest

from onrecord.reader.attributions import Crf, Thresholds, attributions
from onrecord.reader.labels import CUE_TAGS, ROLE_TAGS
from onrecord.reader.words import split

TEXT = "The mayor said that the bridge was open"


def everything(role):
    """A linker that takes every place around the cue, before and after the text as well, for one role."""

    def link(around, distance):
        scores = np.zeros((*around.shape, ROLE_TAGS), np.float32)
        scores[..., 2 + 2 * role] = 9
        scores[:, 81, 3] = 99
        scores[:, 81, 4] = 99
        return scores, np.full(len(around), 9, np.float32)

    return link


@pytest.mark.parametrize("role", [0, 1])
def test_no_role_reaches_out_of_the_text(tokenizer, role):
    words = split(TEXT, tokenizer)
    cue = np.zeros((len(words), CUE_TAGS), np.float32)
    cue[:, 0], cue[2, 1] = 9, 18
    zeros = np.zeros(ROLE_TAGS, np.float32)
    crf = Crf(zeros, zeros, np.zeros((ROLE_TAGS, ROLE_TAGS), np.float32))
    nested = np.tile(np.float32([9, 0, 0]), (len(words), 1))
    (found,) = attributions(words, cue, nested, everything(role), crf, Thresholds())
    for span in (*found.source, *found.cue, *found.content):
        assert 0 <= span.start < span.end <= len(TEXT)
