"""The packaged tokeniser, without the rest of the model."""

from __future__ import annotations

import pytest
from tokenizers import Tokenizer

from onrecord.reader.session import WEIGHTS


@pytest.fixture(scope="session")
def tokenizer() -> Tokenizer:
    return Tokenizer.from_file(str(WEIGHTS / "tokenizer.json"))
