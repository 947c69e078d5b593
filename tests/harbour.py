"""An invented statement about a port, with claims, checks of every result and sums, for tests of what is published."""

from __future__ import annotations

import hashlib
from datetime import date, timedelta
from typing import Any

from onrecord.record import (
    Actor,
    Arithmetic,
    Attribution,
    Check,
    Checkability,
    Claim,
    ClaimResult,
    Document,
    Evidence,
    Interval,
    Observation,
    Phrase,
    Published,
    Quantity,
    Reading,
    Record,
    Role,
    Time,
    Timex,
)
from onrecord.spans import Span

TEXT = """Port Elsin handled fewer trucks in spring, ministry says

ELSIN, 14 June 2024 – No more than 310 trucks entered Port Elsin in May, Ada Quill, spokeswoman of the Ministry of \
Roads, said on Friday. “In April it was 250, in May 310, together 580 trucks,” she said.

Rain fell on 21 days in May and the dam stood at 4.1 metres on 31 May, the Harbour Office said. Prices in Elsin rose \
by 3.2 per cent, it added. “The world must act now,” Quill said. The crane may return in autumn.
"""


QUERY = """SELECT sum("trucks") FROM "gate-trucks"
WHERE _lo >= DATE '2024-05-01' AND _hi <= DATE '2024-05-31'"""


def place(quoted: str, after: str = "") -> Span:
    """Where ``quoted`` first stands in the text, at or after the first ``after``."""
    start = TEXT.index(quoted, TEXT.index(after))
    return Span(start, start + len(quoted))


def days(first: str, values: list[float | None], *, row: int = 1) -> tuple[Observation, ...]:
    """One row a day from ``first``, numbered from ``row``."""
    start = date.fromisoformat(first)
    stamps = [(start + timedelta(i)).isoformat() for i in range(len(values))]
    return tuple(
        Observation(row + i, day, day, value) for i, (day, value) in enumerate(zip(stamps, values, strict=True))
    )


def months(year: int, values: list[float | None], *, row: int = 1) -> tuple[Observation, ...]:
    """One row a month from January."""
    found = []
    for i, value in enumerate(values):
        first = date(year + i // 12, i % 12 + 1, 1)
        last = date(year + (i + 1) // 12, (i + 1) % 12 + 1, 1) - timedelta(1)
        found.append(Observation(row + i, first.isoformat(), last.isoformat(), value))
    return tuple(found)


def evidence(rows: tuple[Observation, ...], **changes: Any) -> Evidence:
    """A series of the pack ``elsin``."""
    fields: dict[str, Any] = {
        "pack": "elsin",
        "table": "gate-trucks",
        "series": "trucks",
        "file": "gate-trucks.csv",
        "producer": "Elsin Customs Service",
        "query": QUERY,
        "rows": rows,
        "source": "https://customs.example/elsin/gate?year=2024",
        "retrieved": "2024-06-03",
        "definition": "Laden trucks counted at the north gate.",
        "unit": "1",
        "sort": "flow",
    }
    return Evidence(**{**fields, **changes})


def reading(**changes: Any) -> Reading:
    """The sum of the trucks of May."""
    fields: dict[str, Any] = {
        "form": "sum",
        "property": "trucks that entered",
        "producer": "Elsin Customs Service",
        "quantity": "n1",
        "entity": "Port Elsin",
        "lo": "2024-05-01",
        "hi": "2024-05-31",
        "period": "stated",
    }
    return Reading(**{**fields, **changes})


def check(id: str, claim: str, result: Any, *held: Evidence, **changes: Any) -> Check:
    """A check of ``claim`` that rests on ``held``."""
    fields: dict[str, Any] = {
        "reading": reading(),
        "reason": None,
        "claimed": Interval(None, 310),
        "observed": Interval(312, 312),
        "working": "31 rows of May 2024 sum to 312; the claim is at most 310.",
    }
    return Check(id=id, claim=claim, result=result, evidence=held, **{**fields, **changes})


def claim(id: str, *parts: Span, **changes: Any) -> Claim:
    """A claim of a quantity, as a fact."""
    fields: dict[str, Any] = {"attribution": None, "kind": "quantity", "factuality": "asserted"}
    fields["checkability"] = Checkability(True, "It has a figure, a period and a place.", Phrase(parts[0], "x"))
    return Claim(id=id, span=Span(parts[0].start, parts[-1].end), parts=parts, **{**fields, **changes})


TRUCKS: list[float | None] = [12, 9, 8, 14, 11, 3, 0, 10, 13, 12, 9, 11, 12, 2, 0, 13, 14, 9, 8, 16, 4, 0, 12, 11, 13]
TRUCKS += [12, 10, 17, 14, 12, 21]
UNION: list[float | None] = [300, 280, 340, 350, 331, 320, 290, 310, 305, 330, 300, 290, 270, 240, 255, 250, 298]
BEFORE: list[float | None] = [10, 8, 7, 9, 12, 2, 0, 9, 9, 11, None, 7, 1, 0, 8]


def record() -> Record:
    """The statement with seven claims: consistent, inconsistent, depends, and four that were not checked."""
    sha256 = hashlib.sha256(TEXT.encode()).hexdigest()
    document = Document(
        sha256,
        sha256,
        "port.txt",
        "text/plain",
        TEXT.split("\n")[0],
        "Ministry of Roads",
        "en",
        Published("2024-06-14", "dateline"),
        TEXT,
    )
    actors = (
        Actor("a1", "Ministry of Roads", "organisation", mentions=(place("Ministry of Roads"),)),
        Actor("a2", "Ada Quill", "person", (Role("spokeswoman", "a1"),), (place("Ada Quill"),)),
        Actor("a3", "Harbour Office", "organisation", mentions=(place("Harbour Office"),)),
    )
    may = place("No more than 310 trucks entered Port Elsin in May")
    both = place("“In April it was 250, in May 310, together 580 trucks,”")
    rain, dam = place("Rain fell on 21 days in May"), place("the dam stood at 4.1 metres on 31 May")
    prices = place("Prices in Elsin rose by 3.2 per cent")
    call = place("“The world must act now,”")
    said: dict[str, Any] = {"form": "indirect", "kind": "statement", "act": "state"}
    attributions = (
        Attribution("q1", (place("Ada Quill"),), (place("said"),), (may,), "a2", **said),
        Attribution("q2", (place("she"),), (place("said", "she"),), (both,), "a2", **{**said, "form": "direct"}),
        Attribution(
            "q3", (place("the Harbour Office"),), (place("said", "Office"),), (Span(rain.start, dam.end),), "a3", **said
        ),
        Attribution("q4", (place("it", "per cent"),), (place("added"),), (prices,), "a3", **said),
        Attribution("q5", (place("Quill", "now"),), (place("said", "now"),), (call,), "a2", **said),
    )

    def figure(id: str, words: str, value: float, after: str = "", **changes: Any) -> Quantity:
        return Quantity(id, place(words, after), value, value, **changes)

    quantities = (
        Quantity("n1", place("No more than 310"), None, 310, unit_name="truck"),
        figure("n2", "250", 250),
        figure("n3", "310", 310, "in May 310"),
        figure("n4", "580", 580, unit_name="truck"),
        figure("n5", "21 days", 21, unit="d", unit_name="day"),
        figure("n6", "4.1 metres", 4.1, unit="m", unit_name="metre"),
        figure("n7", "3.2 per cent", 3.2, unit="%", unit_name="per cent", trend="up"),
    )
    month = ("date", "2024-05", "2024-05-01", "2024-05-31", "month", None, "published", "calendar", ())
    t1 = Time("t1", place("May"), *month, Timex("DATE", "2024-05"))  # type: ignore[arg-type]
    claims = (
        claim("c1", may, attribution="q1", quantities=("n1",)),
        claim("c2", place("in May 310", "250"), place("trucks", "580"), attribution="q2", quantities=("n3",)),
        claim("c3", rain, attribution="q3", quantities=("n5",)),
        claim("c4", dam, attribution="q3", quantities=("n6",)),
        claim("c5", prices, attribution="q4", quantities=("n7",)),
        claim("c6", call, attribution="q5", kind="call"),
        claim("c7", place("The crane may return in autumn"), factuality="possible", kind="event"),
    )
    gate = evidence(days("2024-05-01", TRUCKS, row=122), around=days("2024-04-16", BEFORE, row=107))
    yearbook = months(2023, UNION)
    union = evidence(
        yearbook[-1:],
        around=yearbook,
        table="union-trucks",
        file="union.csv",
        producer="Carriers’ Union of Elsin",
        definition="Trucks, laden or empty.",
        query='SELECT "n" FROM "union-trucks"',
        source="Carriers’ Union, yearbook 2024",
    )
    level = evidence(
        days("2024-05-31", [4.2], row=152),
        around=days("2024-05-17", [3.2, 3.2, 3.3, 3.5, None, 3.6, 3.9, 4.0, 4.0, 4.1, 4.3, 4.3, 4.2, 4.2], row=138)
        + days("2024-06-01", [4.1, 4.0, 3.8, 3.6, 3.6], row=153),
        table="dam",
        series="level",
        file="dam.csv",
        producer="Water Board",
        unit="m",
        sort="stock",
        definition="Water above the sill at noon.",
        query='SELECT "level" FROM "dam" WHERE _lo = DATE \'2024-05-31\'',
        source="javascript:alert(1)",
    )
    checks = (
        check("k1", "c1", "inconsistent", gate),
        check(
            "k2",
            "c1",
            "consistent",
            union,
            reading=reading(form="level", producer=union.producer, assumed=("“Trucks” counts empty ones too.",)),
            observed=Interval(297.5, 298.5, upper_open=True),
            working="The row of May 2024 is 298; the claim is at most 310.",
        ),
        check(
            "k3",
            "c2",
            "inconsistent",
            gate,
            claimed=Interval(310, 310),
            working="31 rows sum to 312, not 310.",
            reading=reading(quantity="n3", period="carried"),
        ),
        check(
            "k4",
            "c4",
            "consistent",
            level,
            reading=reading(
                form="level",
                property="level of the dam",
                producer="Water Board",
                entity="Elsin Dam",
                lo="2024-05-31",
                hi="2024-05-31",
                unit="m",
                quantity="n6",
            ),
            claimed=Interval(4.05, 4.15, upper_open=True),
            observed=Interval(4.1, 4.3),
            working="The row of 31 May 2024 is 4.2 m, printed to 0.1 m; the claim prints as 4.1.",
        ),
        check(
            "k5",
            "c5",
            "not_checked",
            reading=None,
            reason="no_period",
            claimed=Interval(3.15, 3.25),
            observed=None,
            working="Since when prices rose is not said.",
        ),
    )
    results = (
        ClaimResult("c1", "depends", "producer", ("k1", "k2"), "Inconsistent by one count, consistent by another."),
        ClaimResult("c2", "inconsistent", None, ("k3",), "31 rows sum to 312, not 310."),
        ClaimResult("c3", "not_checked", "no_table", (), "No table is of days with rain."),
        ClaimResult("c4", "consistent", None, ("k4",), "4.2 m at noon, which prints as near 4.1 m."),
        ClaimResult("c5", "not_checked", "no_period", ("k5",), "Since when prices rose is not said."),
        ClaimResult("c6", "not_checked", "not_fact", (), "A call to action."),
        ClaimResult("c7", "not_checked", "not_asserted", (), "It is put as possible."),
    )
    total, least = Interval(580, 580), Interval(None, 310)
    arithmetic = (
        Arithmetic(
            "s1", "parts", "inconsistent", ("n4", "n2", "n3"), (), total, Interval(560, 560), "250 + 310 = 560, not 580"
        ),
        Arithmetic(
            "s2", "repeated", "consistent", ("n3", "n1"), ("t1",), Interval(310, 310), least, "310 is at most 310"
        ),
    )
    return Record(
        document,
        actors,
        attributions,
        quantities=quantities,
        times=(t1,),
        claims=claims,
        checks=checks,
        results=results,
        arithmetic=arithmetic,
    )
