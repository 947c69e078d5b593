from __future__ import annotations

import pytest

from onrecord.audit.lists import load, packaged, parse
from onrecord.audit.names import FORMS, Names
from onrecord.errors import BadSwapList, UnreadableInput

PAIR = """[[swap]]
kind = "person"
actors = [{ name = "Ana Brill" }, { name = ["Bo Tarn", "B. Tarn"], surname = "Tarn" }]
"""


def test_a_list_is_read():
    found = parse(PAIR + '[[role]]\nkind = "place"\nname = "Velland"\nadjective = "Vellish"\n', "a.toml")
    (swap,) = found.swaps
    assert swap.actors == (
        Names("person", name=("Ana Brill",)),
        Names("person", name=("Bo Tarn", "B. Tarn"), surname=("Tarn",)),
    )
    assert found.roles == (Names("place", name=("Velland",), adjective=("Vellish",)),)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("x = ", "E107 a.toml: not TOML"),
        ("", "E107 a.toml: it holds no swap."),
        ("[[swaps]]", "no such key: swaps (did you mean swap?)"),
        ("swap = 3", "swap is no list of tables"),
        (PAIR.replace("person", "persn"), "a.toml: swap 1: its kind is 'persn' (did you mean person?)"),
        (PAIR.replace('kind = "person"\n', ""), "its kind is None"),
        (PAIR.replace("surname", "surnam"), "swap 1, actor 2: no such key: surnam (did you mean surname?)"),
        (PAIR.replace('"Tarn"', "7"), "swap 1, actor 2, surname: 7 is no name"),
        (PAIR.replace('"Tarn"', '"..."'), "surname: '...' is no name"),
        (PAIR.replace('"Tarn"', "[]"), "[] is no name"),
        (PAIR.replace('name = "Ana Brill"', 'short = "Ana Brill"'), "actor 1: the actor has no name"),
        (PAIR.replace('"Tarn"', '"ana brill"'), "two actors are called 'ana brill'"),
        ('[[swap]]\nkind = "person"\nactors = [{ name = "Ana Brill" }]', "it needs two actors or more"),
        (PAIR + '[[role]]\nkind = "place"\n', "a.toml: role 1: the actor has no name"),
    ],
)
def test_what_is_no_list_is_one_error_that_names_the_place(text, message):
    with pytest.raises(BadSwapList) as raised:
        parse(text, "a.toml")
    assert message in str(raised.value)


def test_a_file_that_is_not_there_or_is_not_text(tmp_path):
    with pytest.raises(UnreadableInput, match="no such file"):
        load(tmp_path / "gone.toml")
    (tmp_path / "bad.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(UnreadableInput, match="not text in UTF-8"):
        load(tmp_path / "bad.toml")
    (tmp_path / "good.toml").write_text(PAIR, encoding="utf-8")
    assert load(tmp_path / "good.toml").swaps


def test_the_packaged_list_is_large_and_of_every_kind():
    swaps = packaged().swaps
    assert len(swaps) >= 40
    assert {swap.kind for swap in swaps} == {"person", "place", "organisation", "group"}


def test_the_packaged_names_have_many_shapes_and_scripts():
    names = [actor.name[0] for swap in packaged().swaps for actor in swap.actors]
    words = [name.split() for name in names]
    assert {1, 2, 3, 4} <= {len(each) for each in words}
    assert any(not name[0].isascii() and name[0].lower() == name[0].upper() for name in names)
    assert any("Ѐ" <= name[0] <= "ӿ" for name in names)
    assert any(name.isupper() for name in names)
    for part in ("-", "'", "al-", " de ", " van "):
        assert any(part in name for name in names)


def test_both_actors_of_a_packaged_swap_have_the_same_forms_and_articles():
    for swap in packaged().swaps:
        shapes = {
            tuple((len(actor.spellings(form)), actor.of(form).startswith("the ")) for form in FORMS)
            for actor in swap.actors
        }
        assert len(shapes) == 1, swap.label
