"""Examples to tensors: several whole articles make one step."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import torch
from corpus import IGNORE, INNER, LABELS, Example
from torch import Tensor

from onrecord.reader.batches import Batch, batch
from onrecord.reader.inner import Names, names
from onrecord.reader.labels import AHEAD, BACK, BEGIN, INSIDE, REACH, distances, far, neighbourhood
from onrecord.reader.windows import LIMIT, windows


@dataclass
class Step:
    """The tensors of one step; windows of like length share one entry of ``inputs`` and ``mask``, and ``places``
    counts through all of them; ``around`` indexes words, -1 outside the article.

    ``parsed``: windows (word ranges) where ``heads`` are known, numbered within the window. ``pronouns``: their words;
    ``near``: the words on either side, -1 outside the article; ``means``: 1 where the pronoun stands for such a
    word, -1 where nobody knows; ``trust``: its weight. ``names``: all masked names, their units counted through the
    step's words; ``inner``: labels ``(names, words)`` of what stands in them, heads counted within the name.
    """

    inputs: list[Tensor]
    mask: list[Tensor]
    places: Tensor
    labels: dict[str, Tensor]
    cues: Tensor
    around: Tensor
    distance: Tensor
    tags: Tensor
    owner: np.ndarray
    bounds: list[tuple[int, int]]
    parsed: list[tuple[int, int]]
    heads: Tensor
    pronouns: Tensor
    near: Tensor
    means: Tensor
    trust: Tensor
    far: Tensor
    names: Names
    inner: dict[str, Tensor]


def steps(examples: list[Example], pieces: int, rng: np.random.Generator) -> Iterator[Step]:
    """Shuffled articles in steps of about ``pieces`` pieces, each article cut into windows anew."""
    order = rng.permutation(len(examples))
    chosen: list[Example] = []
    size = 0
    for i in order:
        chosen.append(examples[i])
        size += len(examples[i].words.pieces)
        if size >= pieces:
            yield collate(chosen, rng)
            chosen, size = [], 0
    if chosen:
        yield collate(chosen, rng)


def collate(examples: list[Example], rng: np.random.Generator | None) -> Step:
    """One step of ``examples``; without ``rng`` windows are cut as in reading."""
    parts, offset, bounds = [], 0, []
    cues, around, distance, tags = [], [], [], []
    parsed, heads, pronouns, named = [], [], [], []
    for item in examples:
        total = len(item.words)
        first = int(rng.integers(LIMIT // 4, LIMIT + 1)) if rng is not None else None
        ranges = windows(item.words, LIMIT, first)
        parts.append(batch(item.words, ranges))
        for start, end in ranges:
            own = _within(item.heads[start:end], start, end)
            heads.append(own)
            if (own != IGNORE).any():
                parsed.append((offset + start, offset + end))
        pronouns += [_stands(item, i, offset) for i in range(len(item.pronouns))]
        bounds.append((offset, offset + total))
        named.append((names(item.own, item.masked), item, offset))
        if item.links:
            own = np.array([link.cue for link in item.links])
            near = neighbourhood(own, total)
            tags.append(_role_tags(item, own, near))
            around.append(np.where(near < 0, -1, near + offset))
            distance.append(distances(own))
            cues.append(own + offset)
        offset += total
    inputs, mask, places = _grouped(parts)
    join = lambda xs, shape: torch.from_numpy(np.concatenate(xs) if xs else np.zeros(shape, np.int64))  # noqa: E731
    return Step(
        inputs=inputs,
        mask=mask,
        places=places,
        labels={
            name: torch.from_numpy(np.concatenate([item.labels[name] for item in examples]).astype(np.int64))
            for name in LABELS
        },
        cues=join(cues, (0, 2)),
        around=join(around, (0, 2 * REACH)),
        distance=join(distance, (0, 2 * REACH)),
        tags=join(tags, (0, 2 * REACH)),
        owner=np.concatenate([np.full(end - start, i) for i, (start, end) in enumerate(bounds)]),
        bounds=bounds,
        parsed=parsed,
        heads=torch.from_numpy(np.concatenate(heads)),
        pronouns=torch.tensor([word for word, *_ in pronouns], dtype=torch.int64),
        near=join([near[None] for _, near, *_ in pronouns], (0, BACK + AHEAD)),
        means=join([means[None] for _, _, means, _ in pronouns], (0, BACK + AHEAD)),
        trust=torch.tensor([trust for *_, trust in pronouns], dtype=torch.float32),
        far=torch.from_numpy(far(np.arange(-BACK, AHEAD))),
        **_names(named),
    )


def _names(named: list[tuple[Names, Example, int]]) -> dict[str, object]:
    """The names of all articles in one, and their labels."""
    length, most = (max(getattr(found, name).shape[1] for found, *_ in named) for name in ("pieces", "firsts"))
    wide = lambda x, width, value: np.pad(x, [(0, 0), (0, width - x.shape[1])], constant_values=value)  # noqa: E731
    join = lambda name, width, value: np.concatenate([wide(getattr(f, name), width, value) for f, *_ in named])  # noqa: E731
    firsts = join("firsts", most, -1)
    starts = [found.starts for found, *_ in named]
    inner: dict[str, list[np.ndarray]] = {name: [] for name in INNER}
    for (found, item, _), own in zip(named, starts, strict=True):
        places = np.minimum(own[:, None] + np.arange(most), len(item.own) - 1)
        read = wide(found.firsts, most, -1) >= 0
        for name, rows in inner.items():
            values = np.where(read, item.inner[name][places], IGNORE)
            if name == "heads":
                values = np.where(values == IGNORE, IGNORE, values - own[:, None])
            rows.append(values)
    made = Names(
        join("pieces", length, 0),
        join("case", length, 0),
        join("mask", length, 0),
        np.concatenate([found.units + offset for found, _, offset in named]),
        firsts,
        np.concatenate(starts),
    )
    labels = {name: np.concatenate(rows).astype(np.int64) for name, rows in inner.items()}
    heads = labels["heads"]
    heads[np.take_along_axis(firsts, np.clip(heads, 0, most - 1), 1) < 0] = IGNORE
    return {"names": made, "inner": {name: torch.from_numpy(rows) for name, rows in labels.items()}}


def _within(heads: np.ndarray, start: int, end: int) -> np.ndarray:
    """Heads numbered within the window; those outside it are not known."""
    return np.where((heads >= start) & (heads < end), heads - start, IGNORE)


def _stands(item: Example, i: int, offset: int) -> tuple[int, np.ndarray, np.ndarray, float]:
    """The word of a pronoun, the words around it, which of them it stands for, and the weight of that."""
    pronoun = item.pronouns[i]
    near = pronoun.word + np.arange(-BACK, AHEAD)
    outside = (near < 0) | (near >= len(item.words)) | (near == pronoun.word)
    means = np.zeros(len(near), np.int64)
    means[pronoun.unsure - pronoun.word + BACK] = -1
    means[pronoun.means - pronoun.word + BACK] = 1
    return pronoun.word + offset, np.where(outside, -1, near + offset), means, pronoun.weight


def _grouped(parts: list[Batch]) -> tuple[list[Tensor], list[Tensor], Tensor]:
    """The windows of all articles in groups of like length, so that little is padding."""
    windows_ = [(i, row, int(part.mask[row].sum())) for i, part in enumerate(parts) for row in range(len(part.mask))]
    base: dict[tuple[int, int], int] = {}
    inputs, mask, offset = [], [], 0
    for size in sorted({-(-length // 48) for _, _, length in windows_}):
        group = [w for w in windows_ if -(-w[2] // 48) == size]
        width = max(length for _, _, length in group)
        take = np.stack([_fit(parts[i].inputs[row], width) for i, row, _ in group])
        inputs.append(torch.from_numpy(take))
        mask.append(torch.from_numpy(np.stack([_fit(parts[i].mask[row], width) for i, row, _ in group])).bool())
        for at, (i, row, _) in enumerate(group):
            base[i, row] = offset + at * width
        offset += len(group) * width
    places = []
    for i, part in enumerate(parts):
        width = part.mask.shape[1]
        starts = np.array([base[i, row] for row in range(len(part.mask))])
        places.append(starts[part.places // width] + part.places % width)
    return inputs, mask, torch.from_numpy(np.concatenate(places))


def _fit(x: np.ndarray, width: int) -> np.ndarray:
    return np.pad(x[:width], [(0, max(0, width - len(x)))] + [(0, 0)] * (x.ndim - 1))


def _role_tags(item: Example, cues: np.ndarray, near: np.ndarray) -> np.ndarray:
    tags = np.zeros((len(cues), near.shape[1]), np.int64)
    for row, link in enumerate(item.links):
        line = np.zeros(len(item.words), np.int64)
        for kind, ranges in ((0, link.source), (1, link.content)):
            for start, end in ranges:
                line[start:end] = INSIDE + 2 * kind
                line[start] = BEGIN + 2 * kind
        tags[row] = np.where(near[row] >= 0, line[near[row]], 0)
        # A role that began before the neighbourhood goes on inside it; the CRF may start inside.
    return tags


def negatives(step: Step, chance: np.ndarray, rng: np.random.Generator) -> tuple[Tensor, Tensor, Tensor]:
    """Words that the cue head takes for cues although none is there: cues, neighbourhoods and distances.

    ``chance``: the head's probability that a cue begins, a word. At most half as many as there are true cues.
    """
    label = step.labels["nested"].numpy()
    wrong = np.flatnonzero((chance > 0.08) & (label == 0) & (step.labels["cue"].numpy() != IGNORE))
    if len(wrong) > max(4, len(step.cues) // 2):
        wrong = rng.choice(wrong, max(4, len(step.cues) // 2), replace=False)
    around, cues = [], []
    for word in wrong:
        start, end = step.bounds[step.owner[word]]
        own = np.array([[word - start, word - start + 1]])
        near = neighbourhood(own, end - start)
        around.append(np.where(near < 0, -1, near + start))
        cues.append(own + start)
    if not cues:
        empty = torch.zeros((0, 2 * REACH), dtype=torch.int64)
        return torch.zeros((0, 2), dtype=torch.int64), empty, empty
    joined = np.concatenate(cues)
    return (
        torch.from_numpy(joined),
        torch.from_numpy(np.concatenate(around)),
        torch.from_numpy(distances(joined)),
    )
