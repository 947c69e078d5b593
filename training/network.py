"""The encoder and its heads in PyTorch: MiniLM with three more embeddings, token heads and the linker."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import torch
import torch.nn.functional as F
from safetensors.torch import load_file
from torch import Tensor, nn

from onrecord.reader.inner import LONGEST
from onrecord.reader.labels import ARC, CUE_TAGS, FAR, MENTION_TAGS, PARTS, REACH, RELATIONS, ROLE_TAGS
from onrecord.reader.masking import NAME
from onrecord.reader.words import CASES, GAPS, STATES

WIDTH, LAYERS, HEADS, INNER, VOCABULARY, POSITIONS = 384, 6, 12, 1536, 30522, 512
LINK_WIDTH, LINK_LAYERS, LINK_HEADS, LINK_INNER = 128, 2, 4, 256
NAME_LAYERS, NAME_ARC = 3, 64
TOKEN_HEADS = {
    "cue": CUE_TAGS, "nested": CUE_TAGS, "roles": ROLE_TAGS, "mentions": MENTION_TAGS, "parts": len(PARTS),
    "relations": len(RELATIONS),
}  # fmt: skip
NAME_TAGS = {"mentions": MENTION_TAGS, "parts": len(PARTS), "relations": len(RELATIONS)}


_SOMEBODY = 8307
"""The vocabulary's id of "somebody"; the mark of a name begins as it."""


class Dropout(nn.Module):
    """Dropout (Srivastava et al. 2014) from a pool of random bits, read from a new place at each call.

    On a CPU drawing a fresh number for every activation took a third of each training step; the pool is drawn
    anew every 200 calls.
    """

    _POOL = 1 << 24

    def __init__(self, chance: float) -> None:
        super().__init__()
        self.chance, self.calls = chance, 0
        self.pool: Tensor | None = None

    def forward(self, x: Tensor) -> Tensor:
        if not self.training or not self.chance:
            return x
        if x.is_cuda:
            return F.dropout(x, self.chance)
        if self.pool is None or self.calls % 200 == 0:
            self.pool = (torch.rand(self._POOL) >= self.chance).to(x.dtype) / (1 - self.chance)
        self.calls += 1
        size = x.numel()
        if size > self._POOL // 2:
            return F.dropout(x, self.chance)
        at = int(torch.randint(self._POOL - size, ()))
        return x * self.pool[at : at + size].view_as(x)


def attend(q: Tensor, k: Tensor, v: Tensor, mask: Tensor) -> Tensor:
    """Scaled dot-product attention (Vaswani et al. 2017), without dropout.

    Written out for the CPU: in bfloat16 that takes half the time of PyTorch's fused kernel there.
    """
    if q.is_cuda:
        return F.scaled_dot_product_attention(q, k, v, mask)
    bias = torch.zeros(mask.shape, dtype=q.dtype).masked_fill_(~mask, -1e4)
    return torch.matmul((torch.matmul(q, k.transpose(-1, -2)) * q.shape[-1] ** -0.5 + bias).softmax(-1), v)


class Layer(nn.Module):
    """One transformer layer, normalised after each block as BERT does (Devlin et al. 2019)."""

    def __init__(self, width: int, heads: int, inner: int, drop: Dropout) -> None:
        super().__init__()
        self.heads, self.drop = heads, drop
        self.qkv, self.out = nn.Linear(width, 3 * width), nn.Linear(width, width)
        self.up, self.down = nn.Linear(width, inner), nn.Linear(inner, width)
        self.norm1, self.norm2 = nn.LayerNorm(width, eps=1e-12), nn.LayerNorm(width, eps=1e-12)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        rows, length, width = x.shape
        q, k, v = self.qkv(x).view(rows, length, 3, self.heads, width // self.heads).permute(2, 0, 3, 1, 4)
        mixed = attend(q, k, v, mask[:, None, None, :])
        x = self.norm1(x + self.drop(self.out(mixed.transpose(1, 2).reshape(rows, length, width))))
        return self.norm2(x + self.drop(self.down(F.gelu(self.up(x)))))


class Encoder(nn.Module):
    """Pieces and their features to states: ``(windows, length, 4)`` to ``(windows, length, WIDTH)``."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.drop = Dropout(dropout)
        self.pieces, self.positions = nn.Embedding(VOCABULARY, WIDTH), nn.Embedding(POSITIONS, WIDTH)
        self.case, self.gap, self.state = (nn.Embedding(n, WIDTH) for n in (CASES, GAPS, STATES))
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer(WIDTH, HEADS, INNER, self.drop) for _ in range(LAYERS))
        for added in (self.case, self.gap, self.state):
            nn.init.normal_(added.weight, std=0.02)

    def forward(self, inputs: Tensor, mask: Tensor) -> Tensor:
        pieces, case, gap, state = inputs.unbind(-1)
        x = self.pieces(pieces) + self.positions.weight[: pieces.shape[1]]
        x = self.norm(x + self.case(case) + self.gap(gap) + self.state(state))
        x = self.drop(x)
        for layer in self.layers:
            x = layer(x, mask)
        return x

    def load_pretrained(self, path: Path) -> None:
        """Take over the weights of a BERT-shaped ``model.safetensors``; the added embeddings stay as they are."""
        old = load_file(path)
        get = lambda name: old[name].float()  # noqa: E731 - a one-line alias reads best here
        with torch.no_grad():
            self.pieces.weight.copy_(get("embeddings.word_embeddings.weight"))
            self.positions.weight.copy_(
                get("embeddings.position_embeddings.weight") + get("embeddings.token_type_embeddings.weight")[0]
            )
            self.pieces.weight[NAME] = self.pieces.weight[_SOMEBODY]
            self.norm.load_state_dict(
                {"weight": get("embeddings.LayerNorm.weight"), "bias": get("embeddings.LayerNorm.bias")}
            )
            for i, layer in enumerate(self.layers):
                at = f"encoder.layer.{i}."
                for part in ("weight", "bias"):
                    getattr(layer.qkv, part).copy_(
                        torch.cat([get(f"{at}attention.self.{n}.{part}") for n in ("query", "key", "value")])
                    )
                    for mine, theirs in (
                        (layer.out, "attention.output.dense"),
                        (layer.norm1, "attention.output.LayerNorm"),
                        (layer.up, "intermediate.dense"),
                        (layer.down, "output.dense"),
                        (layer.norm2, "output.LayerNorm"),
                    ):
                        getattr(mine, part).copy_(get(f"{at}{theirs}.{part}"))


class Linker(nn.Module):
    """The words around one cue to its source and content, and whether it is a cue at all."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.project = nn.Linear(WIDTH, LINK_WIDTH)
        self.distance = nn.Embedding(2 * REACH + 1, LINK_WIDTH)
        self.norm = nn.LayerNorm(LINK_WIDTH, eps=1e-12)
        drop = Dropout(dropout)
        self.layers = nn.ModuleList(Layer(LINK_WIDTH, LINK_HEADS, LINK_INNER, drop) for _ in range(LINK_LAYERS))
        self.tags, self.valid = nn.Linear(LINK_WIDTH, ROLE_TAGS), nn.Linear(LINK_WIDTH, 1)
        self.first, self.last = nn.Parameter(torch.zeros(ROLE_TAGS)), nn.Parameter(torch.zeros(ROLE_TAGS))
        self.moves = nn.Parameter(torch.zeros(ROLE_TAGS, ROLE_TAGS))
        nn.init.normal_(self.distance.weight, std=0.02)

    def forward(self, projected: Tensor, distance: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """``projected``: ``(cues, 2 REACH, LINK_WIDTH)``. Tag scores ``(cues, 2 REACH, 5)`` and a logit a cue."""
        x = self.norm(projected + self.distance(distance))
        for layer in self.layers:
            x = layer(x, mask)
        scores = self.tags(x).masked_fill(~mask[..., None], 0.0)
        return scores, self.valid(x[:, REACH]).squeeze(-1)

    def loss(self, scores: Tensor, tags: Tensor) -> Tensor:
        """Negative log-likelihood of tag sequences under a linear-chain CRF (Lafferty et al. 2001), one a cue."""
        scores, length = scores.float(), scores.shape[1]
        rows = torch.arange(len(tags), device=tags.device)
        gold = self.first[tags[:, 0]] + self.last[tags[:, -1]] + self.moves[tags[:, :-1], tags[:, 1:]].sum(1)
        gold = gold + scores.gather(2, tags[..., None]).squeeze(-1).sum(1)
        alpha = self.first + scores[:, 0]
        for i in range(1, length):
            alpha = torch.logsumexp(alpha[:, :, None] + self.moves, 1) + scores[rows, i]
        return torch.logsumexp(alpha + self.last, 1) - gold


class Pairs(nn.Module):
    """How well two words go together: the product of what each gives (a bilinear form of low rank).

    The dependency head of a word, itself for a root (after Dozat & Manning 2017), and the word that a pronoun stands
    for (after Dobrovolskii 2021).
    """

    def __init__(self) -> None:
        super().__init__()
        self.left, self.right = nn.Linear(WIDTH, ARC), nn.Linear(WIDTH, ARC)


class Namer(nn.Module):
    """The pieces of masked names, with what the encoder says of their places, to what stands in each name.

    As wide as the encoder, whose table of pieces it reads, so that it can begin as the first layers of one that has
    read names (:meth:`begin`).
    """

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.drop = Dropout(dropout)
        self.case, self.positions = nn.Embedding(CASES, WIDTH), nn.Embedding(LONGEST, WIDTH)
        self.norm, self.around = nn.LayerNorm(WIDTH, eps=1e-12), nn.Linear(WIDTH, WIDTH)
        self.layers = nn.ModuleList(Layer(WIDTH, HEADS, INNER, self.drop) for _ in range(NAME_LAYERS))
        self.heads = nn.ModuleDict({name: nn.Linear(WIDTH, size) for name, size in NAME_TAGS.items()})
        self.left, self.right = nn.Linear(WIDTH, NAME_ARC), nn.Linear(WIDTH, NAME_ARC)
        nn.init.zeros_(self.around.weight)
        nn.init.zeros_(self.around.bias)

    def forward(self, pieces: Tensor, case: Tensor, mask: Tensor, states: Tensor) -> Tensor:
        """``pieces``: ``(names, length, WIDTH)``, rows of the encoder's table; ``case``, ``mask``: ``(names, length)``;
        ``states``: ``(names, WIDTH)``, the encoder's. States of the pieces, ``(names, length, WIDTH)``."""
        x = self.norm(pieces + self.case(case) + self.positions.weight[: pieces.shape[1]])
        x = self.drop(x + self.around(states)[:, None])
        for layer in self.layers:
            x = layer(x, mask)
        return x

    def begin(self, weights: Mapping[str, Tensor]) -> None:
        """Take over the first layers of an encoder, by the names of its weights."""
        with torch.no_grad():
            self.positions.weight.copy_(weights["positions.weight"][1 : LONGEST + 1])
            case = weights["case.weight"]
            self.case.weight.zero_()[: len(case)].copy_(case)
            self.norm.load_state_dict({part: weights[f"norm.{part}"] for part in ("weight", "bias")})
            for i, layer in enumerate(self.layers):
                at = f"layers.{i}."
                layer.load_state_dict({k.removeprefix(at): v for k, v in weights.items() if k.startswith(at)})


class Network(nn.Module):
    """Encoder, token heads, pairs, linker and namer."""

    def __init__(self) -> None:
        super().__init__()
        self.arcs, self.stands = Pairs(), Pairs()
        self.far = nn.Parameter(torch.zeros(FAR))
        self.nobody = nn.Parameter(torch.zeros(ARC))
        self.encoder = Encoder()
        self.heads = nn.ModuleDict({name: nn.Linear(WIDTH, size) for name, size in TOKEN_HEADS.items()})
        self.linker = Linker()
        self.namer = Namer()
