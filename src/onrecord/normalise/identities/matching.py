"""Names looked up in alias tables: what is an identity, and what only a suggestion."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Literal, NamedTuple

from onrecord.aliases import AliasRow, AliasTable
from onrecord.normalise.folding import fold
from onrecord.record import ActorKind, Link, Match

__all__ = ["IDENTITIES", "Context", "Found", "Index", "index", "look_up"]

IDENTITIES: tuple[Match, ...] = ("exact", "normalised")

# Nearly the same: this share of the characters of both (difflib's ratio). At 0.85 names of ten letters may differ in
# one and of twenty in three; a suggestion costs a person one look, and is never more than that.
NEAR = 0.85
MOST_NEAR = 5  # suggestions for one actor
MOST_SHARED = 500  # aliases that may begin a word alike before that beginning tells nothing
LONGEST = 80  # code points of a name that is compared so: comparing takes time with the square of that


class Context(NamedTuple):
    """What the document says of a name: the actor's kind, the language, the date of publication (EDTF)."""

    kind: ActorKind | None
    language: str | None
    published: str | None


class Found(NamedTuple):
    """What tables say of a name."""

    links: tuple[Link, ...] = ()
    suggested: tuple[Link, ...] = ()


class Index:
    """The rows of some tables by folded alias, and by how the words of the alias begin."""

    def __init__(self, tables: Iterable[AliasTable]) -> None:
        self.rows: defaultdict[str, list[AliasRow]] = defaultdict(list)
        for table in tables:
            for row in table.rows:
                self.rows[fold(row.alias)].append(row)
        self.rows.pop("", None)
        self._begun: defaultdict[str, list[str]] = defaultdict(list)
        for form in self.rows:
            for beginning in _beginnings(form):
                self._begun[beginning].append(form)

    def near(self, form: str) -> list[str]:
        """The folded aliases nearly the same as the folded ``form``, the nearest first."""
        shared = [self._begun.get(beginning, []) for beginning in sorted(_beginnings(form))]
        others = dict.fromkeys(other for bucket in shared if len(bucket) <= MOST_SHARED for other in bucket)
        short = (other for other in others if len(other) <= LONGEST)
        rated = [(likeness, other) for other in short if (likeness := _likeness(form, other)) >= NEAR]
        return [other for _, other in sorted(rated, key=lambda item: (-item[0], item[1]))]


@lru_cache(maxsize=8)
def index(tables: tuple[AliasTable, ...]) -> Index:
    """The index of these very tables, made once."""
    return Index(tables)


def look_up(names: Sequence[str], context: Context, known: Index) -> Found:
    """What the tables say of an actor that the document calls by ``names``.

    An id is linked where every name that the tables know has that id and no other. Where names or rows disagree
    none is linked, and all are suggested.
    """
    found = [link for name in names for link in _links(name, context, known)]
    standing = [link for link in found if link.match in IDENTITIES]
    rest = [link for link in found if link.match not in IDENTITIES]
    ids = {link.id for link in standing}
    if len(ids) > 1:
        return Found((), _once([*(replace(link, match="several") for link in standing), *rest]))
    if standing:
        return Found(_once(standing), _once(link for link in rest if link.id not in ids))
    return Found((), _once(rest or _near(names, context, known)))


def _links(name: str, context: Context, known: Index) -> Iterator[Link]:
    for row in known.rows.get(fold(name), ()):
        when = _applies(row, context.published)
        if when != "no":
            yield _link(row, _match(row, name, context) if when == "yes" else "dates")


def _near(names: Sequence[str], context: Context, known: Index) -> list[Link]:
    others = [other for name in names for other in known.near(fold(name)[:LONGEST])]
    rows = [row for other in others for row in known.rows[other] if _applies(row, context.published) != "no"]
    return [_link(row, "near") for row in rows if _fits(row.kind, context.kind)][:MOST_NEAR]


def _link(row: AliasRow, match: Match) -> Link:
    return Link(row.id, row.name, row.alias, match, row.source)


def _match(row: AliasRow, name: str, context: Context) -> Match:
    if not _fits(row.kind, context.kind):
        return "kind"
    if row.language and context.language and row.language.partition("-")[0] != context.language.partition("-")[0]:
        return "language"
    return "exact" if row.alias == name else "normalised"


def _fits(row: ActorKind | None, actor: ActorKind | None) -> bool:
    """A person is no other kind; a state is a place and a body at once, so the other kinds fit each other."""
    return row is None or actor is None or (row == "person") == (actor == "person")


def _applies(row: AliasRow, published: str | None) -> Literal["yes", "no", "unclear"]:
    """Whether the whole of the date of publication lies in the row's dates; unclear where only a part does.

    EDTF dates of a year, a month or a day compare as far as the shorter goes.
    """
    if row.first is None and row.last is None:
        return "yes"
    if published is None:
        return "unclear"
    first, last = row.first or "", row.last or "9999"
    if published < first[: len(published)] or published[: len(last)] > last:
        return "no"
    whole = published[: len(first)] >= first and (len(published) >= len(last) or published < last[: len(published)])
    return "yes" if whole else "unclear"


def _once(links: Iterable[Link]) -> tuple[Link, ...]:
    return tuple(dict.fromkeys(links))


def _beginnings(form: str) -> set[str]:
    return {word[:4] for word in form.split() if len(word) > 3}


def _likeness(one: str, other: str) -> float:
    """From 0 to 1; 1 also for the same words in another order, and where one has all words of the other and more."""
    words, others = set(one.split()), set(other.split())
    if len(words & others) > 1 and (words <= others or others <= words):
        return 1.0
    if 2 * min(len(one), len(other)) < NEAR * (len(one) + len(other)):
        return 0.0
    return SequenceMatcher(None, one, other, autojunk=False).ratio()
