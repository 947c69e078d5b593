"""The annotated corpora, each read once a session."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest

import accuracy


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep the gate on one worker, where each corpus is read once."""
    for item in items:
        if "gate" in item.path.parts:
            item.add_marker(pytest.mark.xdist_group("gate"))


@pytest.fixture(scope="session", autouse=True)
def shared() -> None:
    """The corpora and scorers."""
    if not accuracy.SHARED.is_dir():
        pytest.skip(f"no annotated corpora: there is no folder {accuracy.SHARED.name}/ beside the repository")


@pytest.fixture(scope="session")
def measured(shared: None) -> Callable[[accuracy.Corpus], dict[str, float]]:
    """The figures of a corpus, measured once."""

    @cache
    def measure(corpus: accuracy.Corpus) -> dict[str, float]:
        documents = accuracy.rows(corpus)
        return accuracy.figures(corpus, documents, accuracy.read(documents))

    return measure
