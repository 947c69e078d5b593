"""The report in a real browser: hostile text stays text, and the keys do what the key list says."""

from __future__ import annotations

import itertools
import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest

import harbour
from onrecord.publish import to_html
from onrecord.record import Actor, Attribution, CharacterisingMention, Evidence, Observation, Record, Role, Warning
from onrecord.spans import Span

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine")
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--virtual-time-budget=3000",
    "--window-size=1300,900",
)

_RUN = "document.title='EXECUTED'"
_SHAPES = (
    "<script>{run}</script>",
    "</title><script>{run}</script>",
    "</style><script>{run}</script>",
    "</script><script>{run}</script>",
    "</textarea><script>{run}</script>",
    "<img src=x onerror={run}>",
    '"><img src=x onerror="{run}">',
    "'><img src=x onerror='{run}'>",
    "<svg onload={run}>",
    "<svg><script>{run}</script></svg>",
    "<svg><animate onbegin={run} attributeName=x dur=1s>",
    "<math><mtext></mtext><script>{run}</script></math>",
    "<iframe srcdoc='<script>parent.{run}</script>'></iframe>",
    '<iframe src="javascript:parent.{run}"></iframe>',
    "<body onload={run}>",
    "<input autofocus onfocus={run}>",
    "<details open ontoggle={run}>",
    "<video><source onerror={run}></video>",
    '<object data="javascript:{run}"></object>',
    '<embed src="javascript:{run}">',
    '<a href="javascript:{run}" autofocus onfocus={run}>a</a>',
    '<meta http-equiv=refresh content="0;url=javascript:{run}">',
    "<base href=javascript:{run}//>",
    '<link rel=stylesheet href="data:text/css,*{{}}" onload={run}>',
    "<style onload={run}></style>",
    "<marquee onstart={run}>",
    "<template><script>{run}</script></template>",
    '<noscript><p title="</noscript><img src=x onerror={run}>">',
    "<!--><script>{run}</script>-->",
    "--!><script>{run}</script>",
    "]]><script>{run}</script>",
    '" autofocus onfocus={run} x="',
    "' autofocus onfocus={run} x='",
    "` onmouseover={run} `",
    "{{{{ {run} }}}}",
    "{{% for x in () %}}{run}",
    "\u202e<script>{run}</script>",
    "\x00<scr\x00ipt>{run}</script>",
    "\ud800<script>{run}</script>",
    "&lt;script&gt;{run}&lt;/script&gt;",
    "&#60;script&#62;{run}&#60;/script&#62;",
    "<scr<script>ipt>{run}</scr</script>ipt>",
)


def _payloads() -> list[str]:
    """Every shape in three spellings of its tags; the code they would run is spelt right in each."""
    spelt = itertools.product((str, str.upper, lambda shape: shape.replace(" ", "/")), _SHAPES)
    return [change(shape.replace("{run}", "\x01")).replace("\x01", _RUN) for change, shape in spelt]


def dump(path: Path, tmp_path: Path) -> str:
    command = [str(CHROMIUM), *FLAGS, f"--user-data-dir={tmp_path / 'profile'}", "--dump-dom", path.as_uri()]
    return subprocess.run(command, capture_output=True, check=True, timeout=60).stdout.decode("utf-8")


def _hostile_record(payloads: list[str], make_record: Callable[..., Record]) -> Record:
    text = "\n\n".join(payloads)
    starts = list(itertools.accumulate((len(payload) + 2 for payload in payloads), initial=0))[:-1]
    actors = tuple(Actor(p, p, "person", (Role(p, None),)) for p in payloads)
    attributions = tuple(
        Attribution(
            p,
            (Span(b, b + 3),),
            (Span(b + 2, b + 6),),
            (Span(b + 4, b + len(p)),),
            p,
            "direct",
            "statement",
            "state",
        )
        for b, p in zip(starts, payloads, strict=True)
    )
    everywhere = "".join(payloads)
    record = make_record(
        text,
        *attributions,
        actors=actors,
        title=everywhere,
        publisher=everywhere,
        source=everywhere,
        media_type=everywhere,
        language=everywhere,
        sha256=everywhere,
        degraded=tuple(payloads),
    )
    return Record(record.document, record.actors, record.attributions, tuple(Warning(p, p) for p in payloads))


def test_a_hundred_attacks_run_nothing(make_record: Callable[..., Record], tmp_path: Path) -> None:
    payloads = _payloads()
    assert len(payloads) >= 100
    path = tmp_path / "report.html"
    path.write_text(to_html([_hostile_record(payloads, make_record)]), encoding="utf-8")
    dom = dump(path, tmp_path)
    title = re.search("<title>(.*?)</title>", dom, re.DOTALL)
    assert title is not None
    assert title[1].endswith("· onrecord")
    assert "Content-Security-Policy" in dom
    assert dom.count("<script") == 1
    assert len(re.findall(r"<(?:img|svg|iframe|object|embed|base|math|video)\b", dom)) == 0
    assert len(re.findall("<tr data-q=", dom)) == len(payloads)


def test_a_hundred_attacks_from_a_pack_run_nothing(tmp_path: Path) -> None:
    port = harbour.record()
    checks = []
    for payload in _payloads():
        row = Observation(1, payload, payload, 3.0, payload)
        held = Evidence(*[payload] * 6, (row,), payload, payload, payload, 0, (replace(row, row=2),), payload, "flow")
        reading = harbour.reading(property=payload, producer=payload, entity=payload, unit=payload, assumed=(payload,))
        checks.append(replace(port.checks[0], id=payload, reading=reading, evidence=(held,), working=payload))
    results = (replace(port.results[0], working=_payloads()[0]),)
    path = tmp_path / "report.html"
    path.write_text(to_html([replace(port, checks=tuple(checks), results=results)]), encoding="utf-8")
    dom = dump(path, tmp_path)
    title = re.search("<title>(.*?)</title>", dom, re.DOTALL)
    assert title is not None
    assert title[1].endswith("· onrecord")
    assert dom.count("<script") == 1
    assert len(re.findall(r"<(?:img|iframe|object|embed|base|math|video)\b", dom)) == 0
    assert dom.count("<svg") == len(checks)
    assert len(re.findall(r'<a href="(?!#)', dom)) == 0


_FILTER = """
const sections = () => [...document.querySelectorAll(".checked")].filter((s) => !s.hidden).map((s) => s.id).join(" ");
const notes = [...document.querySelectorAll(".note")];
const seen = [`all=${sections()}`];
const press = (key) => document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
press("j"); press("j"); seen.push(`second=${document.activeElement.id}`);
const lit = [...document.querySelectorAll("[data-on]")].map((e) => e.id || e.dataset.q);
seen.push(`lit=${lit.filter(Boolean).join(" ")}`);
const tops = notes.map((note) => note.getBoundingClientRect());
seen.push(`apart=${tops.every((box, i) => !i || box.top >= tops[i - 1].bottom)}`);
seen.push(`wide=${document.documentElement.scrollWidth <= innerWidth}`);
document.querySelectorAll(".cast button")[1].click();
setTimeout(() => { seen.push(`office=${sections()}`); document.title = seen.join("|"); }, 50);
"""


def test_keys_take_checks_too_and_a_filter_takes_their_sections(tmp_path: Path) -> None:
    html = re.sub('<meta http-equiv="Content-Security-Policy"[^>]*>', "", to_html([harbour.record()]))
    path = tmp_path / "report.html"
    path.write_text(html.replace("</body>", f"<script>{_FILTER}</script></body>"), encoding="utf-8")
    title = re.search("<title>(.*?)</title>", dump(path, tmp_path), re.DOTALL)
    assert title is not None
    assert dict(pair.split("=", 1) for pair in unescape(title[1]).split("|")) == {
        "all": "claim-1-checks claim-2-checks claim-4-checks",
        "second": "claim-1",
        "lit": "claim-1-k1 claim-1 claim-1",
        "apart": "true",
        "wide": "true",
        "office": "claim-4-checks",
    }


def test_the_attack_would_be_seen_if_it_worked(tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    path.write_text(f"<title>calm</title><img src=x onerror={_RUN}>", encoding="utf-8")
    assert "<title>EXECUTED</title>" in dump(path, tmp_path)


_KEYS = """
const seen = [];
const look = (what, value) => seen.push(`${what}=${value}`);
const press = (key, target = document.activeElement) =>
  target.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
const lit = () => [...document.querySelectorAll("[data-on]")].map((e) => e.id || e.dataset.q).join(" ");
const shown = () => document.querySelectorAll(".note:not([hidden])").length;
look("stops", document.querySelectorAll(".note[tabindex='0']").length);
press("j"); look("first", document.activeElement.id);
press("j"); press("j"); look("third", document.activeElement.id); look("lit", lit());
press("k"); look("back", document.activeElement.id);
press("ArrowDown"); look("arrow", document.activeElement.id);
look("stops", document.querySelectorAll(".note[tabindex='0']").length);
press("Escape"); look("gone", lit());
press("/"); look("field", document.activeElement.id);
const field = document.activeElement;
field.value = "pilings"; field.dispatchEvent(new Event("input")); look("found", shown());
press("j"); look("typing", document.activeElement.id);
press("Escape"); look("all", shown());
document.querySelector(".cast button").click(); look("cast", shown());
const terms = () => document.querySelectorAll(".terms tbody tr:not([hidden])").length;
look("terms", terms());
look("rows", document.querySelectorAll("tr[data-q]:not([hidden])").length);
document.querySelector(".cast button").click(); look("again", shown()); look("all terms", terms());
press("?", document.body); look("help", document.getElementById("the-keys").open);
document.getElementById("the-keys").close();
document.getElementById("the-shortcuts").click(); document.activeElement.blur();
press("j", document.body); look("off", document.activeElement.tagName);
document.querySelectorAll(".said thead button")[1].click();
const sorted = [...document.querySelectorAll("tbody:first-of-type tr[data-q]")];
look("sorted", sorted.map((row) => row.dataset.q).join(" "));
document.getElementById("q6-c1").dispatchEvent(new MouseEvent("mouseover", { bubbles: true }));
look("over", lit());
const tops = [...document.querySelectorAll(".note")].map((n) => n.getBoundingClientRect());
look("apart", tops.every((box, i) => !i || box.top >= tops[i - 1].bottom));
const beside = (id) => Math.abs(document.getElementById(id).getBoundingClientRect().top
  - document.getElementById(`${id}-c1`).getBoundingClientRect().top);
look("beside", beside("q1") < 20 && beside("q3") < 20);
document.title = seen.join("|");
"""


@pytest.fixture(scope="module")
def keys(example: Record, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What a script saw that pressed every key; the policy is lifted, for it would keep that script out."""
    folder = tmp_path_factory.mktemp("keys")
    held = example.attributions[2].content[0]
    terms = (CharacterisingMention("x1", Span(0, 5), None), CharacterisingMention("x2", held, "q3"))
    with_terms = replace(example, characterising=terms)
    html = re.sub('<meta http-equiv="Content-Security-Policy"[^>]*>', "", to_html([with_terms]))
    path = folder / "report.html"
    path.write_text(html.replace("</body>", f"<script>{_KEYS}</script></body>"), encoding="utf-8")
    title = re.search("<title>(.*?)</title>", dump(path, folder), re.DOTALL)
    assert title is not None
    return dict(pair.split("=", 1) for pair in unescape(title[1]).split("|"))


@pytest.mark.parametrize(
    ("what", "expected"),
    [
        ("stops", "1"),
        ("first", "q1"),
        ("third", "q3"),
        ("lit", "q3-c1 q3-u1 q3-s1 q3-c2 q3 q3"),
        ("back", "q2"),
        ("arrow", "q3"),
        ("gone", ""),
        ("field", "the-filter"),
        ("found", "4"),
        ("typing", "the-filter"),
        ("all", "13"),
        ("cast", "3"),
        ("rows", "3"),
        ("terms", "1"),
        ("again", "13"),
        ("all terms", "2"),
        ("help", "true"),
        ("off", "BODY"),
        ("sorted", "q6 q1 q2 q3 q4 q5 q7 q8 q10 q13"),
        ("over", "q6-c1 q6-s1 q6-u1 q6 q6"),
        ("apart", "true"),
        ("beside", "true"),
    ],
)
def test_keys_pointer_filter_and_sorting(keys: dict[str, str], what: str, expected: str) -> None:
    if what in ("lit", "over"):
        assert sorted(keys[what].split()) == sorted(expected.split())
    else:
        assert keys[what] == expected
