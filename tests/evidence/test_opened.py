"""Packs that stay open for the next document."""

from __future__ import annotations

import pytest

from evidence.making import RAIN, resource, write
from onrecord.errors import OnrecordError
from onrecord.evidence.opened import opened


def test_the_same_folders_are_opened_once(tmp_path):
    folder = str(write(tmp_path / "rain", resource(), rain_csv=RAIN))
    assert opened((folder,)) is opened((folder,))
    assert opened((folder + "/",)) is opened((folder,))


def test_a_name_in_another_working_folder_is_another_pack(tmp_path, monkeypatch):
    found = []
    for place in ("a", "b"):
        write(tmp_path / place / "rain", resource(), name=f"weather-{place}", rain_csv=RAIN)
        monkeypatch.chdir(tmp_path / place)
        found.append(opened(("rain",)).packs[0].name)
    assert found == ["weather-a", "weather-b"]


def test_a_pack_stays_usable_where_the_working_folder_changes(tmp_path, monkeypatch):
    write(tmp_path / "rain", resource(), rain_csv=RAIN)
    monkeypatch.chdir(tmp_path)
    store = opened(("rain",))
    monkeypatch.chdir("/")
    [pack] = store.packs
    assert store.run(pack, pack.tables[0], 'SELECT count(*) FROM "town-rain"') == [(3,)]


def test_a_folder_without_a_descriptor_is_an_error(tmp_path):
    with pytest.raises(OnrecordError):
        opened((str(tmp_path),))
