"""How sure figures and differences are: the bootstrap over articles (Efron and Tibshirani 1993, ch. 13)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from corpora import Rows

__all__ = ["FIGURES", "RESAMPLES", "SEED", "band", "counts", "difference"]

RESAMPLES, SEED = 1000, 20240229

FIGURES = ("linked relaxed", "linked exact")


def counts(score: Any, gold: Rows, predicted: Rows, figure: str) -> NDArray[np.int64]:
    """Pairs found, predicted and annotated in each article, shape ``(articles, 3)``, for one linked figure.

    The scorer rounds shares to a tenth of a per cent; an article has fewer than a thousand attributions,
    so the number of pairs is got back exactly.
    """
    out = []
    for id, row in gold.items():
        found = score.score({id: row}, predicted)
        pairs = round(found[figure][1] / 100 * found["gold"])
        out.append((pairs, found["predicted"], found["gold"]))
    return np.array(out, np.int64)


def band(articles: NDArray[np.int64]) -> tuple[float, float]:
    """The 95 % band of F, in per cent."""
    return _ends(_resampled(articles))


def difference(a: NDArray[np.int64], b: NDArray[np.int64]) -> tuple[float, float, float]:
    """F of ``a`` less F of ``b``, the same articles in the same order, and the paired 95 % band (points)."""
    low, high = _ends(_resampled(a) - _resampled(b))
    return float(_f(a.sum(0)) - _f(b.sum(0))), low, high


def _resampled(articles: NDArray[np.int64]) -> NDArray[np.float64]:
    """F of each resample; the seed is fixed, so that two systems are drawn alike."""
    drawn = np.random.default_rng(SEED).integers(0, len(articles), (RESAMPLES, len(articles)))
    return _f(articles[drawn].sum(1))


def _f(sums: NDArray[np.int64]) -> NDArray[np.float64]:
    pairs, predicted, annotated = np.moveaxis(sums, -1, 0)
    out: NDArray[np.float64] = 200 * pairs / np.maximum(predicted + annotated, 1)
    return out


def _ends(values: NDArray[np.float64]) -> tuple[float, float]:
    low, high = np.percentile(values, (2.5, 97.5))
    return float(low), float(high)
