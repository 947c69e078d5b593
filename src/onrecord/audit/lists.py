"""Lists of actors to swap: TOML files, and the one that is packaged."""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, get_args

from onrecord.audit.names import FORMS, Names, Swap, article_of
from onrecord.errors import BadSwapList, UnreadableInput
from onrecord.record import ActorKind

__all__ = ["SwapList", "load", "packaged", "parse"]

_KINDS: tuple[ActorKind, ...] = get_args(ActorKind)
_KEYS = {"swap": ("kind", "actors"), "role": ("kind", *FORMS)}


@dataclass(frozen=True, slots=True)
class SwapList:
    """The swaps of a file, and the actors of the texts whose places they are to take (none: found in each text)."""

    swaps: tuple[Swap, ...]
    roles: tuple[Names, ...] = ()


@cache
def packaged() -> SwapList:
    """The packaged list: names of many shapes and scripts, of persons, places, organisations and groups."""
    text = (files("onrecord.audit") / "swaps.toml").read_text(encoding="utf-8")
    return parse(text, "swaps.toml")


def load(path: Path | str) -> SwapList:
    """The list in the TOML file at ``path``.

    Raises:
        UnreadableInput: the file cannot be opened, or is not UTF-8.
        BadSwapList: it is not a list of swaps.
    """
    try:
        text = Path(path).read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise UnreadableInput(str(path), "no such file", "Check the path") from error
    except (OSError, ValueError) as error:
        reason = (error.strerror if isinstance(error, OSError) else None) or "not text in UTF-8"
        raise UnreadableInput(str(path), reason, "Name a TOML file in UTF-8") from error
    return parse(text, str(path))


def parse(text: str, place: str) -> SwapList:
    """The list in ``text``, TOML; ``place`` names it in errors. Raises :class:`BadSwapList`."""
    try:
        data = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise BadSwapList(
            place, f"not TOML ({error})", "See the how-to on auditing neutrality for an example"
        ) from error
    _known(data, tuple(_KEYS), place)
    swaps = tuple(_swap(item, f"{place}: swap {n}") for n, item in enumerate(_tables(data, "swap", place), 1))
    roles = tuple(_role(item, f"{place}: role {n}") for n, item in enumerate(_tables(data, "role", place), 1))
    if not swaps:
        raise BadSwapList(place, "it holds no swap", "Add a [[swap]] with kind and at least two actors")
    _apart(roles, f"{place}: role")
    return SwapList(swaps, roles)


def _tables(data: dict[str, Any], key: str, place: str) -> list[dict[str, Any]]:
    value = data.get(key, [])
    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        raise BadSwapList(place, f"{key} is no list of tables", f"Begin each with [[{key}]]")
    return value


def _swap(item: dict[str, Any], place: str) -> Swap:
    _known(item, _KEYS["swap"], place)
    kind, actors = _kind(item, place), item.get("actors")
    if not isinstance(actors, list) or len(actors) < 2 or not all(isinstance(actor, dict) for actor in actors):
        raise BadSwapList(place, "it needs two actors or more", 'Write actors = [{name = "…"}, {name = "…"}]')
    found = tuple(_names(actor, kind, f"{place}, actor {n}") for n, actor in enumerate(actors, 1))
    _apart(found, place)
    return Swap(found)


def _role(item: dict[str, Any], place: str) -> Names:
    _known(item, _KEYS["role"], place)
    return _names({key: value for key, value in item.items() if key != "kind"}, _kind(item, place), place)


def _kind(item: dict[str, Any], place: str) -> ActorKind:
    kind: ActorKind | None = item.get("kind")
    if kind not in _KINDS:
        raise BadSwapList(
            place, f"its kind is {kind!r}{_meant(str(kind), _KINDS)}", f"Write one of {', '.join(_KINDS)}"
        )
    return kind


def _names(item: dict[str, Any], kind: ActorKind, place: str) -> Names:
    _known(item, FORMS, place)
    forms = {form: _spellings(item[form], f"{place}, {form}") for form in FORMS if form in item}
    if not forms.get("name"):
        raise BadSwapList(place, "the actor has no name", 'Add name = "…", the name in full')
    return Names(kind, **forms)


def _spellings(value: Any, place: str) -> tuple[str, ...]:
    found = (value,) if isinstance(value, str) else tuple(value) if isinstance(value, list) else ()
    if not found or not all(isinstance(each, str) and _is_name(each) for each in found):
        raise BadSwapList(place, f"{value!r} is no name", 'Write a name of letters, "…", or several as ["…", "…"]')
    return tuple(" ".join(each.split()) for each in found)


def _is_name(spelling: str) -> bool:
    bare = spelling[len(article_of(spelling)) :].strip()
    return bool(bare) and (bare[0].isalnum() or bare[0] == "@") and any(c.isalpha() for c in bare) and len(bare) < 200


def _apart(actors: Iterable[Names], place: str) -> None:
    """Two actors may not share a spelling: which of them a text means could not be told."""
    owner: dict[str, int] = {}
    for index, actor in enumerate(actors):
        for spelling in (each for form in FORMS for each in actor.spellings(form)):
            bare = spelling[len(article_of(spelling)) :].casefold()
            if owner.setdefault(bare, index) != index:
                raise BadSwapList(place, f"two actors are called {bare!r}", "Give it to one of them")


def _known(item: dict[str, Any], keys: tuple[str, ...], place: str) -> None:
    for key in item:
        if key not in keys:
            raise BadSwapList(place, f"no such key: {key}{_meant(key, keys)}", f"The keys are {', '.join(keys)}")


def _meant(word: str, known: tuple[str, ...]) -> str:
    near = difflib.get_close_matches(word.lower(), known, n=1, cutoff=0.5)
    return f" (did you mean {near[0]}?)" if near else ""
