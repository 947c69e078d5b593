"""The tables and wordings of the part that may be looked at while the program is written."""

from __future__ import annotations

import random
from datetime import date

from truths_tables import Pack, Series, Table, Words, added, days, gaps, months, quarters, walk, weeks, wet, years
from truths_words import Wording

__all__ = ["WORDING", "packs"]

RAIN = Words(
    "mm",
    np=("rainfall in {e}", "{e}'s rainfall", "total rainfall in {e}"),
    says=(
        "{e} had {v} of rain {p}",
        "{v} of rain fell in {e} {p}",
        "{e} recorded {v} of rainfall {p}",
        "rainfall in {e} came to {v} {p}",
    ),
    mean=("{e} had an average of {v} of rain a day {p}", "average daily rainfall in {e} was {v} {p}"),
    peak=(
        "the wettest day in {e} {p} brought {v} of rain",
        "the highest daily rainfall in {e} {p} was {v}",
    ),
    count=("{e} had {n} days with more than {x} of rain {p}", "more than {x} of rain fell in {e} on {n} days {p}"),
    more=("{a} had <{more}> rain than {b} {p}", "<{more}> rain fell in {a} than in {b} {p}"),
    factor=("{a} had {f} as much rain as {b} {p}",),
    most=("of the {k} stations, {e} had the <{most}> rain {p}", "{e} was the <{wettest}> of the {k} stations {p}"),
    together=("{es} together had {v} of rain {p}",),
    narrower=(
        "hail damage in {e} came to {v} {p}",
        "{e} had {v} of snow {p}",
        "the north of {e} had {v} of rain {p}",
        "night-time rainfall in {e} came to {v} {p}",
    ),
)
RATE = Words(
    "pct",
    np=("unemployment in {e}", "the unemployment rate in {e}", "{e}'s unemployment rate"),
    says=(
        "unemployment in {e} stood at {v} {p}",
        "the unemployment rate in {e} was {v} {p}",
        "{e}'s jobless rate was {v} {p}",
        "{v} of the workforce in {e} was unemployed {p}",
    ),
    mean=("unemployment in {e} averaged {v} {p}", "the average unemployment rate in {e} {p} was {v}"),
    peak=("unemployment in {e} peaked at {v} {p}", "the highest monthly unemployment rate in {e} {p} was {v}"),
    low=("the lowest monthly unemployment rate in {e} {p} was {v}",),
    count=("the unemployment rate in {e} was above {x} in {n} months {p}",),
    narrower=(
        "youth unemployment in {e} stood at {v} {p}",
        "the long-term unemployment rate in {e} was {v} {p}",
        "unemployment among women in {e} was {v} {p}",
        "the seasonally adjusted unemployment rate in {e} was {v} {p}",
    ),
)


def _trade(noun: str, verb: str) -> Words:
    return Words(
        "eur",
        np=(f"{{e}}'s {noun}", f"{noun} from {{e}}" if noun == "exports" else f"{noun} into {{e}}"),
        plural=True,
        says=(
            f"{{e}} {verb} goods worth {{v}} {{p}}",
            f"{{e}}'s {noun} came to {{v}} {{p}}",
            f"{{e}}'s {noun} were worth {{v}} {{p}}",
        ),
        mean=(f"{{e}}'s {noun} averaged {{v}} a quarter {{p}}",),
        peak=(f"the highest quarterly {noun} of {{e}} {{p}} were {{v}}",),
        low=(f"the lowest quarterly {noun} of {{e}} {{p}} were {{v}}",),
        narrower=(
            f"{{e}}'s food {noun} came to {{v}} {{p}}",
            f"{{e}}'s {noun} of machinery were worth {{v}} {{p}}",
            f"{{e}}'s arms {noun} reached {{v}} {{p}}",
            "{e}'s trade surplus came to {v} {p}",
        ),
    )


PEOPLE = Words(
    "count",
    np=("the population of {e}", "{e}'s population", "the number of inhabitants of {e}"),
    says=(
        "{e} had {v} inhabitants {p}",
        "{v} people lived in {e} {p}",
        "the population of {e} was {v} {p}",
        "{e} was home to {v} people {p}",
    ),
    more=("{a} had <{more}> inhabitants than {b} {p}", "<{more}> people lived in {a} than in {b} {p}"),
    factor=("{a} had {f} as many inhabitants as {b} {p}",),
    most=("{e} had the <{most}> inhabitants of the {k} towns {p}", "{e} was the <{largest}> of the {k} towns {p}"),
    together=("{es} together had {v} inhabitants {p}",),
    narrower=(
        "{e} had {v} households {p}",
        "{v} children lived in {e} {p}",
        "{e} had {v} foreign-born inhabitants {p}",
        "the greater {e} area had {v} inhabitants {p}",
    ),
)
DEATHS = Words(
    "count",
    np=("the number of road deaths in {e}", "road deaths in {e}"),
    says=(
        "{e} had {v} road deaths {p}",
        "{v} people died on the roads of {e} {p}",
        "{v} people were killed on roads in {e} {p}",
        "there were {v} road deaths in {e} {p}",
    ),
    mean=("{e} had an average of {v} road deaths a year {p}",),
    peak=("the highest number of road deaths in a year in {e} {p} was {v}",),
    more=("{a} had <{more}> road deaths than {b} {p}",),
    factor=("{a} had {f} as many road deaths as {b} {p}",),
    most=("{e} had the <{most}> road deaths of the {k} towns {p}",),
    head=(
        "{e} had {v} road deaths per 100,000 inhabitants {p}",
        "there were {v} road deaths per 100,000 people in {e} {p}",
    ),
    together=("{es} together had {v} road deaths {p}",),
    narrower=(
        "{v} cyclists died on the roads of {e} {p}",
        "{e} had {v} road deaths involving lorries {p}",
        "{v} people were injured on the roads of {e} {p}",
    ),
)
ADMITTED = Words(
    "count",
    np=("admissions to {e}", "the number of admissions to {e}", "patient admissions at {e}"),
    says=(
        "{e} admitted {v} patients {p}",
        "{v} patients were admitted to {e} {p}",
        "there were {v} admissions to {e} {p}",
    ),
    mean=("{e} admitted an average of {v} patients a week {p}", "admissions to {e} averaged {v} a week {p}"),
    perday=("{e} admitted an average of {v} patients a day {p}",),
    peak=("the busiest week at {e} {p} saw {v} admissions",),
    low=("the quietest week at {e} {p} saw {v} admissions",),
    count=("{e} had more than {x} admissions in {n} weeks {p}",),
    more=("{a} admitted <{more}> patients than {b} {p}", "<{more}> patients were admitted to {a} than to {b} {p}"),
    factor=("{a} admitted {f} as many patients as {b} {p}",),
    most=("{e} admitted the <{most}> patients of the {k} hospitals {p}",),
    together=("{es} together admitted {v} patients {p}",),
    narrower=(
        "{e} admitted {v} patients with influenza {p}",
        "{v} children were admitted to {e} {p}",
        "{e} discharged {v} patients {p}",
        "{v} patients were treated in the emergency room of {e} {p}",
    ),
)
VISITORS = Words(
    "count",
    np=("the number of visitors to {e}", "visitor numbers in {e}"),
    says=(
        "{e} had {v} visitors {p}",
        "{v} visitors came to {e} {p}",
        "{e} welcomed {v} visitors {p}",
        "{e} was visited by {v} people {p}",
    ),
    mean=("{e} had an average of {v} visitors a month {p}",),
    perday=("{e} had an average of {v} visitors a day {p}",),
    peak=("the busiest month in {e} {p} brought {v} visitors",),
    low=("the quietest month in {e} {p} brought {v} visitors",),
    count=("{e} had more than {x} visitors in {n} months {p}",),
    more=("{a} had <{more}> visitors than {b} {p}", "<{more}> visitors went to {a} than to {b} {p}"),
    factor=("{a} had {f} as many visitors as {b} {p}",),
    most=(
        "{e} had the <{most}> visitors of the {k} regions {p}",
        "of the {k} regions, {e} had the <{most}> visitors {p}",
    ),
    share=("{e} accounted for {v} of all visitors to {t} {p}", "{v} of visitors to {t} {p} went to {e}"),
    together=("{es} together had {v} visitors {p}",),
    of_total=("of the {w} visitors to {t} {p}, {v} went to {e}",),
    narrower=(
        "{e} had {v} foreign visitors {p}",
        "{v} cruise passengers came to {e} {p}",
        "{e} had {v} overnight stays {p}",
        "{v} visitors came to the museums of {e} {p}",
    ),
)


def _pupils(level: str) -> Words:
    return Words(
        "count",
        np=(f"enrolment in {level} schools in {{e}}", f"the number of {level} school pupils in {{e}}"),
        says=(
            f"{{v}} pupils were enrolled in {level} schools in {{e}} {{p}}",
            f"{level} schools in {{e}} had {{v}} pupils {{p}}",
            f"{{e}} had {{v}} {level} school pupils {{p}}",
        ),
        more=(f"{{a}} had <{{more}}> {level} school pupils than {{b}} {{p}}",),
        factor=(f"{{a}} had {{f}} as many {level} school pupils as {{b}} {{p}}",),
        most=(f"{{e}} had the <{{most}}> {level} school pupils of the {{k}} districts {{p}}",),
        together=(f"{{es}} together had {{v}} {level} school pupils {{p}}",),
        narrower=(
            f"{{v}} girls were enrolled in {level} schools in {{e}} {{p}}",
            f"{{e}} had {{v}} pupils in private {level} schools {{p}}",
            f"{{e}} had {{v}} {level} school teachers {{p}}",
        ),
    )


def _power(kind: str) -> Words:
    noun = f"{kind} power output" if kind else "electricity output"
    return Words(
        "mwh",
        np=(f"{noun} in {{e}}", f"{{e}}'s {noun}"),
        says=(
            f"{{e}}'s {noun} was {{v}} {{p}}",
            f"{noun} in {{e}} came to {{v}} {{p}}",
            f"{noun} in {{e}} totalled {{v}} {{p}}",
        ),
        mean=(f"{noun} in {{e}} averaged {{v}} a month {{p}}",),
        perday=(f"{noun} in {{e}} averaged {{v}} a day {{p}}",),
        peak=(f"the highest monthly {noun} in {{e}} {{p}} was {{v}}",),
        low=(f"the lowest monthly {noun} in {{e}} {{p}} was {{v}}",),
        count=(f"{noun} in {{e}} was above {{x}} in {{n}} months {{p}}",),
        narrower=(
            "coal power output in {e} came to {v} {p}",
            "{e}'s electricity exports came to {v} {p}",
            "households in {e} used {v} of electricity {p}",
        ),
    )


FERRY = Words(
    "count",
    np=("the number of passengers on {e}", "passenger numbers on {e}"),
    says=(
        "{v} passengers used {e} {p}",
        "{e} carried {v} passengers {p}",
        "{v} passengers travelled on {e} {p}",
    ),
    mean=("{e} carried an average of {v} passengers a day {p}", "an average of {v} passengers a day used {e} {p}"),
    peak=("the busiest day on {e} {p} brought {v} passengers",),
    low=("the quietest day on {e} {p} brought {v} passengers",),
    count=("{e} carried more than {x} passengers on {n} days {p}",),
    narrower=(
        "{e} carried {v} cars {p}",
        "{e} carried {v} passengers with bicycles {p}",
        "{v} school pupils used {e} {p}",
    ),
)
WATER = Words(
    "m3",
    np=("water delivered to {e}", "the amount of water delivered to {e}"),
    says=(
        "{v} of water was delivered to {e} {p}",
        "{e} received {v} of water {p}",
        "aid agencies delivered {v} of water to {e} {p}",
    ),
    mean=("an average of {v} of water a day was delivered to {e} {p}",),
    peak=("the largest daily delivery of water to {e} {p} was {v}",),
    more=("<{more}> water was delivered to {a} than to {b} {p}",),
    factor=("{a} received {f} as much water as {b} {p}",),
    most=("{e} received the <{most}> water of the {k} camps {p}",),
    need=(
        "the water delivered to {e} {p} met {v} of the need",
        "{e} received {v} of the water it needed {p}",
    ),
    together=("{es} together received {v} of water {p}",),
    narrower=(
        "{v} of bottled water was delivered to {e} {p}",
        "{v} of fuel was delivered to {e} {p}",
        "wells in {e} gave {v} of water {p}",
    ),
)


def packs(seed: int) -> list[Pack]:
    """Ten packs of other fields than aid and prices."""
    rng = random.Random(f"dev {seed}")
    return [
        maker(rng)
        for maker in (_rain, _jobs, _exports, _towns, _hospitals, _visits, _schools, _norvend, _ferry, _camps)
    ]


def _rain(rng: random.Random) -> Pack:
    places = ("Port Elsin", "Haverlund", "Upper Tyssen")
    span = days(date(2021, 1, 1), 365)
    cells = {("rain", place): wet(rng, span, 0.45, 5 + 2 * index) for index, place in enumerate(places)}
    series = Series("rain", "rainfall", "rain_mm", "mm", "flow", RAIN, ("rain", "precipitation"), rounding=0.1)
    table = Table(
        "daily-rain", "day", "Varnmoor Weather Service", "Water in the gauge from 0:00 to 24:00.", places, (series,),
        cells, column="station", aliases={"Port Elsin": ("Elsin",)}, group="stations",
    )  # fmt: skip
    return Pack("elsin-rain", (table,))


def _jobs(rng: random.Random) -> Pack:
    span = months(date(2012, 1, 1), 132)
    survey = walk(rng, span, 8, noise=0.03, season=-0.05, place=0.1)
    registered = tuple((lo, hi, round((v or 0) * 0.8 + rng.uniform(0.2, 0.5), 1)) for lo, hi, v in survey)
    series = Series(
        "unemployment", "unemployment rate", "rate", "%", "rate", RATE, ("unemployment", "jobless rate"), rounding=0.1
    )
    tables = [
        Table(name, "month", producer, definition, ("Varnmoor",), (series,), {("unemployment", "Varnmoor"): cells})
        for name, producer, definition, cells in (
            (
                "jobless-survey",
                "Varnmoor Statistical Office",
                "People without work who looked for it, by survey.",
                survey,
            ),
            ("jobless-register", "Varnmoor Labour Agency", "People registered as looking for work.", registered),
        )
    ]
    return Pack("varnmoor-jobs", tuple(tables))


def _exports(rng: random.Random) -> Pack:
    span = quarters(date(2008, 1, 1), 60)
    cells = {
        ("exports", "Ostavia"): walk(rng, span, 9e8, drift=0.012, noise=0.04, place=1e5),
        ("imports", "Ostavia"): walk(rng, span, 1.2e9, drift=0.008, noise=0.04, place=1e5),
    }
    series = (
        Series("exports", "exports", "exports_eur", "EUR", "flow", _trade("exports", "exported"),
               ("exports of goods",), rounding=1e5),
        Series("imports", "imports", "imports_eur", "EUR", "flow", _trade("imports", "imported"),
               ("imports of goods",), rounding=1e5),
    )  # fmt: skip
    table = Table(
        "trade",
        "quarter",
        "Ostavia Customs",
        "Goods that crossed the border, free on board.",
        ("Ostavia",),
        series,
        cells,
    )
    return Pack("ostavia-trade", (table,))


def _towns(rng: random.Random) -> Pack:
    places = ("Kellmarsh", "Dravnik", "Ostenby", "Little Arden", "Morvane", "Tellick")
    span = years(2000, 23)
    people = {
        ("people", place): walk(rng, span, 18_000 * (index + 1.3), drift=0.008 * (index - 2), noise=0.008)
        for index, place in enumerate(places)
    }
    deaths = {
        ("deaths", place): walk(rng, span, 14 + 9 * index, noise=0.1, least=2) for index, place in enumerate(places)
    }
    tables = (
        Table(
            "population", "year", "Kellmarsh Provincial Registry", "Registered inhabitants on 1 July.", places,
            (Series("people", "population", "inhabitants", "1", "stock", PEOPLE, ("inhabitants", "people living"),
                    "inhabitant", role="population", of=("deaths",)),),
            people, column="town", group="towns",
        ),
        Table(
            "road-deaths", "year", "Kellmarsh Road Police", "Deaths within 30 days of an accident.", places,
            (Series("deaths", "road deaths", "deaths", "1", "flow", DEATHS,
                    ("people killed on roads", "people who died on the roads"), "death"),),
            deaths, column="town", group="towns",
        ),
    )  # fmt: skip
    return Pack("kellmarsh-towns", tables)


def _hospitals(rng: random.Random) -> Pack:
    places = ("Saint Brannoc Hospital", "Lakeside Hospital", "Northgate Clinic")
    span = weeks(date(2019, 12, 30), 105)
    cells = {
        ("admissions", place): walk(rng, span, 240 + 210 * index, noise=0.06, season=-0.1, least=20)
        for index, place in enumerate(places)
    }
    cells["admissions", "Northgate Clinic"] = gaps(cells["admissions", "Northgate Clinic"], (31, 32, 70))
    series = Series(
        "admissions",
        "hospital admissions",
        "admissions",
        "1",
        "flow",
        ADMITTED,
        ("admissions", "patients admitted"),
        "patient",
    )
    table = Table(
        "admissions", "week", "Drumlin Health Board", "Patients admitted to a bed.", places, (series,), cells,
        column="hospital", aliases={"Saint Brannoc Hospital": ("St Brannoc", "Saint Brannoc")}, two_dates=True,
        group="hospitals",
    )  # fmt: skip
    return Pack("drumlin-hospitals", (table,))


def _visits(rng: random.Random) -> Pack:
    places = ("Sundholm", "West Quarrel", "Ambermouth", "Fellrigg")
    span = months(date(2014, 1, 1), 108)
    parts = [walk(rng, span, 9_000 + 16_000 * index, noise=0.05, season=0.6, least=100) for index in range(4)]
    cells = {("visitors", place): part for place, part in zip(places, parts, strict=True)}
    cells["visitors", "the Quarrel Islands"] = added(parts)
    series = Series(
        "visitors", "visitors", "visitors", "1", "flow", VISITORS, ("visitor numbers", "people who visited"), "visitor"
    )
    table = Table(
        "visitors", "month", "Quarrel Islands Tourist Board", "People who spent at least a night.",
        (*places, "the Quarrel Islands"), (series,), cells, column="region", total="the Quarrel Islands",
        aliases={"the Quarrel Islands": ("Quarrel Islands",)}, group="regions",
    )  # fmt: skip
    return Pack("quarrel-visitors", (table,))


def _schools(rng: random.Random) -> Pack:
    places = ("Upper Tamsel", "Lower Tamsel", "Ravensay", "Corlath")
    span = years(1998, 26)
    cells = {
        (level, place): walk(rng, span, size * (1 + 0.7 * index), drift=0.004 * (index - 1), noise=0.015)
        for index, place in enumerate(places)
        for level, size in (("primary", 6_100), ("secondary", 4_700))
    }
    series = tuple(
        Series(
            level, f"{level} school enrolment", "pupils", "1", "stock", _pupils(level),
            (f"pupils in {level} schools", f"{level} school pupils"), "pupil", where=("level", level),
        )
        for level in ("primary", "secondary")
    )  # fmt: skip
    table = Table(
        "enrolment", "year", "Tamsel Education Authority", "Pupils enrolled on 1 October.", places, series, cells,
        column="district", where_column="level", group="districts",
    )  # fmt: skip
    return Pack("tamsel-schools", (table,))


def _norvend(rng: random.Random) -> Pack:
    span = months(date(2010, 1, 1), 156)
    hydro = walk(rng, span, 41_000, noise=0.06, season=-0.2)
    wind = walk(rng, span, 12_000, drift=0.006, noise=0.07, season=-0.3)
    cells = {("hydro", "Norvend"): hydro, ("wind", "Norvend"): wind}
    gas = walk(rng, span, 22_000, drift=-0.002, noise=0.05)
    cells["all", "Norvend"] = added([hydro, wind, gas])
    series = (
        Series("all", "electricity output", "total_mwh", "MW.h", "flow", _power(""), ("electricity produced",)),
        Series("hydro", "hydro power output", "hydro_mwh", "MW.h", "flow", _power("hydro"), ("hydropower produced",)),
        Series("wind", "wind power output", "wind_mwh", "MW.h", "flow", _power("wind"), ("wind power produced",)),
    )
    table = Table("output", "month", "Norvend Grid", "Electricity fed into the grid, net.", ("Norvend",), series, cells)
    return Pack("norvend-power", (table,))


def _ferry(rng: random.Random) -> Pack:
    span = days(date(2020, 1, 1), 731)
    cells = {("passengers", "the Corrasund ferry"): walk(rng, span, 900, noise=0.12 / 4, season=0.3, least=40)}
    series = Series("passengers", "ferry passengers", "passengers", "1", "flow", FERRY, ("passengers",), "passenger")
    table = Table(
        "passengers", "day", "Corrasund Harbour Office", "Tickets read at the gate.", ("the Corrasund ferry",),
        (series,), cells, aliases={"the Corrasund ferry": ("Corrasund ferry", "Corrasund")},
    )  # fmt: skip
    return Pack("corrasund-ferry", (table,))


def _camps(rng: random.Random) -> Pack:
    places = ("Camp Oriel", "Camp Sedge", "Camp Larkin")
    span = days(date(2022, 3, 1), 122)
    water, need = {}, {}
    for index, place in enumerate(places):
        water["water", place] = walk(rng, span, 110 + 60 * index, noise=0.04, place=0.1, least=5)
        need["need", place] = walk(rng, span, 260 + 150 * index, noise=0, place=10)
    tables = (
        Table(
            "deliveries", "day", "Oriel Relief Mission", "Water pumped into the tanks of the camp.", places,
            (Series("water", "water delivered", "water_m3", "m3", "flow", WATER, ("water deliveries",), rounding=0.1),),
            water, column="camp", group="camps",
        ),
        Table(
            "need", "day", "Oriel Relief Mission", "Fifteen litres a person and day.", places,
            (Series("need", "water needed", "need_m3", "m3", "flow", None, role="need", of=("water",)),),
            need, column="camp", group="camps",
        ),
    )  # fmt: skip
    return Pack("oriel-camps", tables)


WORDING = Wording(
    wraps=(
        "{S}.",
        "{S}.",
        "{S}, officials said.",
        "{spk_} said that {c}.",
        "“{S},” said {spk}.",
        "{spk_} told reporters that {c}.",
        "“{S},” {spk_} said at a press conference.",
        "New figures show that {c}.",
    ),
    fronts=("{P}, {c}.", "{P} {c}.", "“{P}, {c},” said {spk}.", "{spk_} said that {p}, {c}."),
    named=(
        "According to {prod}, {c}.",
        "{S}, according to {prod}.",
        "{Prod} said that {c}.",
        "Figures from {prod} show that {c}.",
    ),
    joins=("{S}, and {d}.", "{S}, while {d}.", "{S}; {d}.", "{spk_} said that {c} and that {d}."),
    speakers=(
        "Mara Tellane, the minister",
        "the mayor, Jonas Aldervik",
        "Ilse Qvarn, a spokeswoman for the council",
        "council leader Piet Orrow",
    ),
    publishers=("Elsin Courier", "The Varnmoor Post", "Harbour News"),
    before=(
        "The council met on Thursday to discuss the matter.",
        "Residents have long asked for better information.",
        "The report was presented in the town hall.",
    ),
    after=(
        "The opposition called for an inquiry.",
        "The council will return to the matter after the summer.",
        "No reason was given.",
    ),
    generic={
        "level": ("{np} {was} {v} {p}", "{np} amounted to {v} {p}"),
        "reached": ("{np} reached {v} {p}", "{np} stood at {v} {p}"),
        "now": ("{np} {is_} {v}", "{np} {is_} now at {v}", "{np} {stands} at {v}"),
        "more": ("{np} exceeded {x} {p}", "{np} topped {x} {p}"),
        "most": ("{np} did not exceed {x} {p}",),
        "fewer": ("{np} stayed below {x} {p}",),
        "percent": (
            "{np} {rose} by {v} between {b} and {a}",
            "{np} {rose} {v} from {b} to {a}",
            "{np} {was} {v} {higher} {ina} than {inb}",
        ),
        "change": ("{np} {rose} by {v} between {b} and {a}", "{np} {rose} by {v} from {b} to {a}"),
        "levels": ("{np} {rose} from {w} {inb} to {v} {ina}",),
        "factor": ("{np} {was} {f} as high {ina} as {inb}",),
        "higher": ("{np} {was} <{higher}> {ina} than {inb}", "{np} <{rose}> between {b} and {a}"),
        "record": (
            "{np} {p} {was} the <{highest} since {b}>",
            "{np} {p} reached {its} <{highest} level since {b}>",
        ),
        "record_all": ("{np} {p} {was} the <{highest} on record>", "{np} reached a <record {high}> {p}"),
        "trend": (
            "{np} <{rose} every {grain}> between {b} and {a}",
            "{np} <{rose} in every {grain}> from {b} to {a}",
        ),
    },
    periods={
        "day": ("on {lo}", "on {us}", "on {wd} {lo}"),
        "week": ("from {d} to {D} {m} {y}", "in the week of {d}-{D} {m} {y}", "in the week ending {hi}"),
        "week_cross": ("from {d} {m} to {hi}", "in the week ending {hi}"),
        "days": ("from {d} to {D} {m} {y}", "between {d} and {D} {m} {y}", "on {d}-{D} {m} {y}"),
        "days_cross": ("from {d} {m} to {hi}", "between {lo} and {hi}"),
        "month": ("in {m} {y}",) * 5 + ("in the month of {m} {y}",),
        "months": ("from {m} to {M} {y}", "between {m} and {M} {y}"),
        "months_cross": ("from {m} {y} to {M} {Y}", "between {m} {y} and {M} {Y}"),
        "quarter": ("in the {q} quarter of {y}", "in the {q} quarter of {y}", "from {m} to {M} {y}", "in Q{Q} {y}"),
        "half": ("in the {h} half of {y}", "from {m} to {M} {y}"),
        "year": ("in {y}",),
        "years": ("between {y} and {Y}", "from {y} to {Y}"),
    },
    bare={
        "day": ("{lo}", "{us}"),
        "week": ("the week of {d}-{D} {m} {y}", "the week ending {hi}"),
        "week_cross": ("the week ending {hi}",),
        "days": ("{d}-{D} {m} {y}",),
        "days_cross": ("{d} {m}-{hi}",),
        "month": ("{m} {y}",),
        "months": ("{m}-{M} {y}",),
        "months_cross": ("{m} {y}-{M} {Y}",),
        "quarter": ("the {q} quarter of {y}",),
        "half": ("the {h} half of {y}",),
        "year": ("{y}",),
        "years": ("{y}-{Y}",),
    },
    relative={
        "day": (("yesterday", "next_day"),),
        "week": (("last week", "next_week"),),
        "week_cross": (("last week", "next_week"),),
        "month": (("last month", "next_month"), ("in {m}", "same_year")),
        "quarter": (("in the {q} quarter", "same_year"),),
        "half": (("in the {h} half of the year", "same_year"),),
        "year": (("last year", "next_year"),),
        "since": (("since January", "after"), ("since the start of the year", "after")),
    },
    up={
        "rose": ("rose", "increased", "grew"), "higher": ("higher",), "highest": ("highest",), "high": ("high",),
        "more": ("more",), "most": ("most",), "wettest": ("wettest",), "largest": ("largest",),
    },
    down={
        "rose": ("fell", "dropped", "declined"), "higher": ("lower",), "highest": ("lowest",), "high": ("low",),
        "more": ("less", "fewer"), "most": ("least", "fewest"), "wettest": ("driest",), "largest": ("smallest",),
    },
    hard={
        "forecast": (
            "{np} will reach {v} {p}",
            "{np} {is_} expected to reach {v} {p}",
            "{np} could reach {v} {p}, economists warn",
        ),
        "conditional": (
            "if {np} had reached {v} {p}, the plan would have been dropped",
            "the plan depends on whether {np} reached {v} {p}",
        ),
        "wish": (
            "we would have liked {np} to reach {v} {p}",
            "the target for {np} was {v} {p}",
            "the council called for {np} to be {v} {p}",
        ),
        "denied": (
            "it is not true that {np} {was} {v} {p}",
            "nobody has shown that {np} {was} {v} {p}",
        ),
        "asked": ("who believes that {np} {was} {v} {p}?",),
    },
)  # fmt: skip
