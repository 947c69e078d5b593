from __future__ import annotations

from dataclasses import replace

import pytest

import figure_peers


def test_an_absent_program_has_no_version():
    (peer, *_) = figure_peers.PEERS
    assert figure_peers.installed(replace(peer, package="no-such-peer")) is None
    assert figure_peers.installed(replace(peer, package="pytest")) == pytest.__version__


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
