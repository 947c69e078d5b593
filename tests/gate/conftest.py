"""The annotated corpora, each read once a session."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest

import corpora


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep the gate on one worker, where each corpus is read once."""
    for item in items:
        if "gate" in item.path.parts:
            item.add_marker(pytest.mark.xdist_group("gate"))


@pytest.fixture(scope="session", autouse=True)
def shared() -> None:
    """The corpora and scorers."""
    if not corpora.SHARED.is_dir():
        pytest.skip(f"no annotated corpora: there is no folder {corpora.SHARED.name}/ beside the repository")


@pytest.fixture(scope="session")
def measured(shared: None) -> Callable[[corpora.Corpus], dict[str, float]]:
    """The figures of a corpus, measured once."""

    return cache(corpora.measure)
