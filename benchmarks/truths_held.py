"""The tables and wordings of the held part: what fails here is never printed, so that nothing is fitted to it."""

from __future__ import annotations

import random
from datetime import date

from truths_tables import Pack, Series, Table, Words, added, days, gaps, months, quarters, walk, weeks, wet, years
from truths_words import Wording

__all__ = ["WORDING", "packs"]

SNOW = Words(
    "cm",
    np=("snowfall at {e}", "fresh snow at {e}", "the snowfall measured at {e}"),
    says=(
        "{v} of fresh snow fell at {e} {p}",
        "{e} got {v} of snow {p}",
        "{p}, {v} of snow came down at {e}",
        "observers at {e} measured {v} of fresh snow {p}",
    ),
    mean=("snowfall at {e} averaged {v} a day {p}", "on an average day {p}, {v} of snow fell at {e}"),
    peak=("the snowiest day at {e} {p} saw {v} of fresh snow", "on the snowiest day {p}, {e} got {v} of fresh snow"),
    count=("on {n} days {p}, over {x} of snow fell at {e}",),
    more=("{a} saw <{more}> snow than {b} {p}", "snowfall was <{heavier}> at {a} than at {b} {p}"),
    factor=("{a} saw {f} as much snow as {b} {p}",),
    most=("none of the {k} stations saw <{more}> snow than {e} {p}",
          "{e} topped the {k} stations with the <{most}> snow {p}"),
    together=("{es} saw a combined {v} of snow {p}",),
    narrower=(
        "{v} of snow lay on the ground at {e} {p}",
        "{v} of artificial snow was made at {e} {p}",
        "{e} got {v} of rain {p}",
    ),
)  # fmt: skip
INFLATION = Words(
    "pct",
    np=("inflation in {e}", "annual inflation in {e}", "{e}'s inflation rate"),
    says=(
        "inflation in {e} ran at {v} {p}",
        "annual inflation came in at {v} in {e} {p}",
        "{e}'s inflation rate stood at {v} {p}",
        "{p}, inflation in {e} was {v}",
    ),
    mean=("average inflation in {e} was {v} {p}", "inflation in {e} was {v} on average {p}"),
    peak=("inflation in {e} hit a high of {v} {p}", "at its highest {p}, inflation in {e} was {v}"),
    low=("inflation in {e} hit a low of {v} {p}",),
    count=("inflation in {e} was over {x} in {n} months {p}",),
    narrower=(
        "food inflation in {e} ran at {v} {p}",
        "core inflation in {e} was {v} {p}",
        "wage growth in {e} ran at {v} {p}",
        "producer price inflation in {e} stood at {v} {p}",
    ),
)
PRICES = Words(
    "index",
    np=("the rent index for {e}", "{e}'s rent index"),
    says=("the rent index for {e} stood at {v} {p}", "{e}'s rent index came in at {v} {p}"),
    narrower=(
        "the rent index for students in {e} stood at {v} {p}",
        "the office rent index for {e} came in at {v} {p}",
        "the house price index for {e} stood at {v} {p}",
    ),
)
LOANS = Words(
    "count",
    np=("lending at {e}", "the number of loans at {e}", "book loans at {e}"),
    says=(
        "readers borrowed {v} books from {e} {p}",
        "{e} lent {v} books {p}",
        "{v} loans were made at {e} {p}",
        "{e} counted {v} loans {p}",
    ),
    mean=("on average, {e} lent {v} books a month {p}", "{e} made an average of {v} loans per month {p}"),
    perday=("readers borrowed {v} books a day from {e} {p}", "{v} books a day were lent at {e} {p}"),
    peak=("in its best month {p}, {e} lent {v} books",),
    low=("in its weakest month {p}, {e} lent {v} books",),
    count=("in {n} months {p}, {e} lent over {x} books",),
    more=("{a} lent <{more}> books than {b} {p}", "readers borrowed <{more}> books from {a} than from {b} {p}"),
    factor=("{a} lent {f} as many books as {b} {p}", "{p}, {f} as many books were borrowed from {a} as from {b}"),
    most=("no other of the {k} branches lent as <{many}> books as {e} {p}",
          "{e} lent the <{most}> books of all {k} branches {p}"),
    share=("{v} of all loans at {t} {p} were made at {e}", "{e} had a share of {v} in all loans at {t} {p}"),
    together=("{es} between them lent {v} books {p}",),
    of_total=("{t} made {w} loans {p}, {v} of them at {e}",),
    narrower=(
        "{e} lent {v} audio books {p}",
        "children borrowed {v} books from {e} {p}",
        "{e} had {v} readers {p}",
        "{e} bought {v} books {p}",
    ),
)  # fmt: skip
BIRTHS = Words(
    "count",
    np=("the number of births in {e}", "births in {e}"),
    says=(
        "{v} children were born in {e} {p}",
        "{e} registered {v} births {p}",
        "{p}, {v} babies were born in {e}",
        "midwives and hospitals in {e} counted {v} births {p}",
    ),
    mean=("on average, {v} children a year were born in {e} {p}",),
    peak=("births in {e} peaked at {v} in a single year {p}",),
    low=("the weakest year for births in {e} {p} had {v}",),
    more=("<{more}> children were born in {a} than in {b} {p}",),
    factor=("{f} as many children were born in {a} as in {b} {p}",),
    most=("among the {k} counties, {e} registered the <{most}> births {p}",),
    head=(
        "{v} children were born for every 1,000 inhabitants of {e} {p}",
        "{e} had {v} births per 1,000 residents {p}",
    ),
    per=1_000,
    together=("{es} registered {v} births between them {p}",),
    narrower=(
        "{v} twins were born in {e} {p}",
        "{e} registered {v} births to mothers under 20 {p}",
        "{v} children were born at home in {e} {p}",
        "{e} registered {v} adoptions {p}",
    ),
)
RESIDENTS = Words(
    "count",
    np=("the number of residents of {e}", "{e}'s population", "the resident population of {e}"),
    says=("{e} counted {v} residents {p}", "{p}, {v} people were living in {e}", "{e}'s population stood at {v} {p}"),
    more=("<{more}> people were living in {a} than in {b} {p}",),
    factor=("{a} counted {f} as many residents as {b} {p}",),
    most=("{p}, {e} was the <{largest}> of the {k} counties by population",),
    together=("{es} counted {v} residents between them {p}",),
    narrower=("{e} counted {v} voters {p}", "{v} pensioners were living in {e} {p}", "{e} counted {v} homes {p}"),
)
JABS = Words(
    "count",
    np=("the number of vaccinations at {e}", "vaccinations at {e}"),
    says=(
        "{e} gave {v} vaccinations {p}",
        "{v} people were vaccinated at {e} {p}",
        "nurses at {e} gave {v} vaccinations {p}",
    ),
    mean=("on average, {e} gave {v} vaccinations a week {p}",),
    perday=("{e} gave {v} vaccinations a day {p}",),
    peak=("in its busiest week {p}, {e} gave {v} vaccinations",),
    low=("in its slowest week {p}, {e} gave {v} vaccinations",),
    count=("{e} gave over {x} vaccinations in {n} weeks {p}",),
    more=("{a} vaccinated <{more}> people than {b} {p}",),
    factor=("{a} gave {f} as many vaccinations as {b} {p}",),
    most=("{e} gave the <{most}> vaccinations of all {k} clinics {p}",),
    together=("{es} gave {v} vaccinations between them {p}",),
    narrower=(
        "{e} gave {v} measles vaccinations {p}",
        "{v} pensioners were vaccinated at {e} {p}",
        "{e} threw away {v} doses {p}",
        "{e} gave {v} second vaccinations {p}",
    ),
)
TRADE = Words(
    "usd",
    np=("{e}'s timber exports", "timber exports from {e}"),
    plural=True,
    says=(
        "{e} sold timber worth {v} abroad {p}",
        "timber exports from {e} brought in {v} {p}",
        "timber worth {v} left {e} for export {p}",
        "{p}, {e}'s timber exports were worth {v}",
    ),
    mean=("in an average quarter {p}, {e}'s timber exports brought in {v}",),
    peak=("in the best quarter {p}, timber exports from {e} brought in {v}",),
    low=("in the worst quarter {p}, timber exports from {e} brought in {v}",),
    narrower=(
        "{e} sold plywood worth {v} abroad {p}",
        "{e}'s exports of all goods were worth {v} {p}",
        "{e}'s exports of oak were worth {v} {p}",
        "{e}'s timber imports were worth {v} {p}",
    ),
)
WOOL = Words(
    "t",
    np=("wool production in {e}", "the wool clip in {e}", "{e}'s wool production"),
    says=(
        "farmers in {e} produced {v} of wool {p}",
        "{v} of wool was produced in {e} {p}",
        "{e} produced {v} of wool {p}",
        "wool production in {e} added up to {v} {p}",
    ),
    mean=("farmers in {e} produced {v} of wool a year on average {p}",),
    peak=("in the best year {p}, {e} produced {v} of wool",),
    low=("in the poorest year {p}, {e} produced {v} of wool",),
    count=("in {n} years {p}, {e} produced over {x} of wool",),
    more=("farmers in {a} produced <{more}> wool than those in {b} {p}",),
    factor=("{a} produced {f} as much wool as {b} {p}",),
    most=("no district of the {k} produced <{more}> wool than {e} {p}",),
    share=("{e} produced {v} of all wool in {t} {p}", "{v} of the wool produced in {t} {p} was from {e}"),
    together=("farmers in {es} produced {v} of wool between them {p}",),
    of_total=("farmers in {t} produced {w} of wool {p}, {v} of it in {e}",),
    narrower=(
        "{e} produced {v} of merino wool {p}",
        "{e} produced {v} of lamb meat {p}",
        "{v} of wool was sold at auction in {e} {p}",
        "organic farms in {e} produced {v} of wool {p}",
    ),
)
TRAM = Words(
    "count",
    np=("ridership on {e}", "the number of riders on {e}"),
    says=(
        "{v} people rode {e} {p}",
        "{e} had {v} riders {p}",
        "{v} riders were counted on {e} {p}",
        "{p}, {e} was used by {v} riders",
    ),
    mean=("on average, {v} people a day rode {e} {p}", "{e} had {v} riders on an average day {p}"),
    peak=("on its busiest day {p}, {e} had {v} riders",),
    low=("on its slowest day {p}, {e} had {v} riders",),
    count=("{e} had over {x} riders on {n} days {p}",),
    narrower=(
        "{v} pupils rode {e} {p}",
        "{v} people rode {e} without a ticket {p}",
        "{v} riders were counted on {e} at night {p}",
        "{e} had {v} accidents {p}",
    ),
)
LAKE = Words(
    "pct",
    np=("the water level of {e}", "{e}'s water level"),
    says=("{e} was {v} full {p}", "the water level of {e} stood at {v} of capacity {p}"),
    narrower=("the lower basin of {e} was {v} full {p}", "the salt content of {e} stood at {v} {p}"),
)
GRAIN = Words(
    "t",
    np=("the food aid that reached {e}", "food aid to {e}"),
    says=(
        "{v} of food aid reached {e} {p}",
        "{e} was supplied with {v} of food aid {p}",
        "trucks brought {v} of food aid to {e} {p}",
    ),
    mean=("on average, {v} of food aid a day reached {e} {p}",),
    peak=("on the best day {p}, {v} of food aid reached {e}",),
    low=("on the worst day {p}, {v} of food aid reached {e}",),
    more=("<{more}> food aid reached {a} than {b} {p}",),
    factor=("{f} as much food aid reached {a} as {b} {p}",),
    most=("{e} got the <{most}> food aid of all {k} valleys {p}",),
    need=("the food aid that reached {e} {p} was {v} of what was needed", "{p}, {v} of the food needed reached {e}"),
    together=("{es} got {v} of food aid between them {p}",),
    narrower=(
        "{v} of rice reached {e} {p}",
        "{v} of medical aid reached {e} {p}",
        "{v} of food aid was stolen on the way to {e} {p}",
        "shops in {e} sold {v} of food {p}",
    ),
)


def packs(seed: int) -> list[Pack]:
    """Ten packs, none of a field of the other part."""
    rng = random.Random(f"held {seed}")
    makers = (_snow, _prices, _rents, _library, _births, _clinics, _timber, _wool, _tram, _lakes, _valleys)
    return [maker(rng) for maker in makers]


def _snow(rng: random.Random) -> Pack:
    places = ("Mount Ervik", "Skarnadal", "the Holmar Pass")
    span = days(date(2018, 11, 1), 181)
    cells = {("snow", place): wet(rng, span, 0.5, 4 + 3 * index) for index, place in enumerate(places)}
    series = Series("snow", "snowfall", "fresh_cm", "cm", "flow", SNOW, ("fresh snow", "snow"), rounding=0.1)
    table = Table(
        "fresh-snow", "day", "Ervik Avalanche Service", "Snow fallen in the 24 hours of the day.", places, (series,),
        cells, column="station", aliases={"the Holmar Pass": ("Holmar Pass",)}, group="stations",
    )  # fmt: skip
    return Pack("ervik-snow", (table,))


def _prices(rng: random.Random) -> Pack:
    span = months(date(2009, 1, 1), 168)
    bureau = walk(rng, span, 4, noise=0.06, place=0.1, least=0.2)
    bank = tuple((lo, hi, round((v or 0) * 1.15 + rng.uniform(0.2, 0.6), 1)) for lo, hi, v in bureau)
    series = Series("inflation", "inflation rate", "rate", "%", "rate", INFLATION, ("inflation",), rounding=0.1)
    tables = [
        Table(name, "month", producer, definition, ("Lorvania",), (series,), {("inflation", "Lorvania"): cells})
        for name, producer, definition, cells in (
            ("bureau", "Lorvania Bureau of Figures", "Consumer prices, on the year.", bureau),
            ("bank", "Bank of Lorvania", "Consumer prices with the cost of owned homes, on the year.", bank),
        )
    ]
    return Pack("lorvania-prices", tuple(tables))


def _rents(rng: random.Random) -> Pack:
    span = quarters(date(2010, 1, 1), 52)
    cells = {("rents", "Qualdorn"): walk(rng, span, 88, drift=0.006, noise=0.01, place=0.1)}
    series = Series("rents", "rent index", "index_2015", "1", "index", PRICES, ("index of rents",), rounding=0.1)
    table = Table(
        "rent-index", "quarter", "Qualdorn Housing Office", "2015 = 100; new leases.", ("Qualdorn",), (series,), cells
    )
    return Pack("qualdorn-rents", (table,))


def _library(rng: random.Random) -> Pack:
    places = ("Quillan Hill Library", "Eastwharf Library", "the Bellfield Library", "Old Mint Library")
    span = months(date(2013, 1, 1), 120)
    parts = [walk(rng, span, 4_000 + 5_500 * index, noise=0.05, season=-0.2, least=50) for index in range(4)]
    cells = {("loans", place): part for place, part in zip(places, parts, strict=True)}
    cells["loans", "Quillmere City Libraries"] = added(parts)
    series = Series(
        "loans", "library loans", "loans", "1", "flow", LOANS, ("loans", "books lent", "books borrowed"), "book"
    )
    table = Table(
        "loans", "month", "Quillmere Culture Department", "First loans; renewals are not counted.",
        (*places, "Quillmere City Libraries"), (series,), cells, column="branch", total="Quillmere City Libraries",
        aliases={"the Bellfield Library": ("Bellfield Library",)}, group="branches",
    )  # fmt: skip
    return Pack("quillmere-library", (table,))


def _births(rng: random.Random) -> Pack:
    places = ("Estmarken", "Holvany", "Grenmoor", "Sallowby", "Arndale Vale")
    span = years(1995, 27)
    births = {
        ("births", place): walk(rng, span, 900 + 800 * i, drift=-0.004, noise=0.03) for i, place in enumerate(places)
    }
    people = {
        ("residents", place): walk(rng, span, 84_000 + 71_000 * i, drift=0.002, noise=0.004)
        for i, place in enumerate(places)
    }
    group: dict[str, str] = {"column": "county", "group": "counties"}
    tables = (
        Table(
            "births", "year", "Estmarken Registrar", "Live births by the mother's address.", places,
            (Series("births", "births", "live_births", "1", "flow", BIRTHS, ("children born", "babies born"),
                    "birth"),),
            births, **group,
        ),
        Table(
            "residents", "year", "Estmarken Registrar", "Residents at the end of the year.", places,
            (Series("residents", "population", "residents", "1", "stock", RESIDENTS, ("residents", "people living"),
                    "resident", role="population", of=("births",)),),
            people, **group,
        ),
    )  # fmt: skip
    return Pack("estmarken-births", tables)


def _clinics(rng: random.Random) -> Pack:
    places = ("Haldern Clinic", "Mossgate Clinic", "Riverbend Clinic", "Tarn Street Clinic")
    span = weeks(date(2021, 1, 4), 104)
    cells = {
        ("jabs", place): walk(rng, span, 310 + 260 * index, noise=0.06, least=15) for index, place in enumerate(places)
    }
    cells["jabs", "Tarn Street Clinic"] = gaps(cells["jabs", "Tarn Street Clinic"], (20, 55))
    series = Series(
        "jabs", "vaccinations", "given", "1", "flow", JABS, ("people vaccinated", "vaccinations given"), "vaccination"
    )
    table = Table(
        "vaccinations", "week", "Haldern Public Health", "Doses given, Monday to Sunday.", places, (series,), cells,
        column="clinic", group="clinics",
    )  # fmt: skip
    return Pack("haldern-clinics", (table,))


def _timber(rng: random.Random) -> Pack:
    span = quarters(date(2005, 1, 1), 68)
    cells = {("timber", "Meridalia"): walk(rng, span, 2.3e8, drift=0.008, noise=0.05, place=1e5)}
    series = Series(
        "timber", "timber exports", "exports_usd", "USD", "flow", TRADE, ("exports of timber",), rounding=1e5
    )
    table = Table(
        "timber", "quarter", "Meridalia Port Authority", "Sawn wood and logs by ship.", ("Meridalia",), (series,), cells
    )
    return Pack("meridalia-timber", (table,))


def _wool(rng: random.Random) -> Pack:
    places = ("Upper Corrie", "Strathmuir", "Lannock", "the Braes of Fenn")
    span = years(1990, 32)
    parts = [walk(rng, span, 600 + 450 * index, noise=0.04) for index in range(4)]
    cells = {("wool", place): part for place, part in zip(places, parts, strict=True)}
    cells["wool", "Corriemoor"] = added(parts)
    series = Series("wool", "wool production", "wool_t", "t", "flow", WOOL, ("wool produced", "wool clip"))
    table = Table(
        "wool", "year", "Corriemoor Wool Board", "Greasy wool at the farm.", (*places, "Corriemoor"), (series,), cells,
        column="district", total="Corriemoor", aliases={"the Braes of Fenn": ("Braes of Fenn",)}, group="districts",
    )  # fmt: skip
    return Pack("corriemoor-wool", (table,))


def _tram(rng: random.Random) -> Pack:
    span = days(date(2022, 1, 1), 546)
    cells = {("riders", "the Ravelsund tram"): walk(rng, span, 5_200, noise=0.03, season=-0.2, least=300)}
    series = Series(
        "riders", "tram ridership", "riders", "1", "flow", TRAM, ("tram riders", "riders", "ridership"), "rider"
    )
    table = Table(
        "riders", "day", "Ravelsund Transit", "People counted at the doors.", ("the Ravelsund tram",), (series,), cells,
        aliases={"the Ravelsund tram": ("Ravelsund tram",)},
    )  # fmt: skip
    return Pack("ravelsund-tram", (table,))


def _lakes(rng: random.Random) -> Pack:
    places = ("Lake Orlen", "Lake Savik")
    span = months(date(2016, 1, 1), 90)
    cells = {
        ("level", place): walk(rng, span, 52 + 8 * i, noise=0.03, place=0.1, least=4) for i, place in enumerate(places)
    }
    capped = {key: tuple((lo, hi, min(v or 0, 98.7)) for lo, hi, v in row) for key, row in cells.items()}
    series = Series("level", "water level", "percent_full", "%", "rate", LAKE, ("fill level",), rounding=0.1)
    table = Table(
        "levels", "month", "Orlen Dam Company", "Mean of the month, in per cent of capacity.", places, (series,),
        capped, column="lake", group="lakes",
    )  # fmt: skip
    return Pack("orlen-lakes", (table,))


def _valleys(rng: random.Random) -> Pack:
    places = ("Tolmeri Valley", "Ansk Valley", "Lower Dhorve")
    span = days(date(2019, 9, 1), 140)
    food, need = {}, {}
    for index, place in enumerate(places):
        food["food", place] = walk(rng, span, 35 + 30 * index, noise=0.04, place=0.1, least=1)
        need["need", place] = walk(rng, span, 90 + 80 * index, noise=0, place=5)
    group: dict[str, str] = {"column": "valley", "group": "valleys"}
    tables = (
        Table(
            "food", "day", "Tolmeri Supply Commission", "Food weighed at the store of the valley.", places,
            (Series("food", "food aid", "food_t", "t", "flow", GRAIN, ("food aid delivered",), rounding=0.1),),
            food, **group,
        ),
        Table(
            "need", "day", "Tolmeri Supply Commission", "Half a kilogram a person and day.", places,
            (Series("need", "food needed", "need_t", "t", "flow", None, role="need", of=("food",)),), need, **group,
        ),
    )  # fmt: skip
    return Pack("tolmeri-food", tables)


WORDING = Wording(
    wraps=(
        "{S}.",
        "{S}.",
        "As the statement puts it, {c}.",
        "{spk_} noted that {c}.",
        "“We can confirm that {c},” {spk_} told the assembly.",
        "The report states that {c}.",
        "It was announced that {c}.",
        "{S}, the report says.",
    ),
    fronts=("{P}, {c}.", "“{P} {c},” {spk_} said in an interview.", "{P}, the report says, {c}."),
    named=(
        "{Prod} reported that {c}.",
        "{S}, {prod} reported.",
        "By the count of {prod}, {c}.",
        "{S}, says {prod}.",
    ),
    joins=("{S}, but {d}.", "While {c}, {d}.", "{S} and {d}.", "“{S}, and {d},” said {spk}."),
    speakers=(
        "Tomas Ekvall, the head of the commission",
        "the governor, Lena Ostrowald",
        "deputy director Ansa Mirel",
        "Hedda Voss, who chairs the board",
    ),
    publishers=("Evening Ledger", "Meridalia Daily", "The Valley Echo"),
    before=(
        "The annual debate opened with a surprise.",
        "Critics had questioned the figures for months.",
        "Funding for the service is under review.",
    ),
    after=("Unions were not convinced.", "The assembly votes on the budget next.",
           "The causes are still being studied."),
    generic={
        "level": ("{np} came to {v} {p}", "{p}, {np} {was} {v}"),
        "reached": ("{np} {was} at {v} {p}", "{p}, {np} {was} {v}"),
        "now": ("{np} currently {stands} at {v}", "at present, {np} {is_} {v}"),
        "more": ("{np} surpassed {x} {p}", "{np} went above {x} {p}"),
        "most": ("{np} did not go above {x} {p}", "{np} {was} no higher than {x} {p}"),
        "fewer": ("{np} {was} below {x} {p}",),
        "percent": (
            "{np} {was} {up} {v} {ina} compared with {b}",
            "compared with {b}, {np} {rose} by {v} {ina}",
            "there was {arise} of {v} in {np} between {b} and {a}",
        ),
        "change": ("{np} {was} {up} by {v} {ina} compared with {b}", "between {b} and {a}, {np} {rose} by {v}"),
        "levels": ("{np}, {w} {inb}, had {risen} to {v} {ina}", "{np} went {up} from {w} {inb} to {v} {ina}"),
        "factor": ("{np} {was} {f} as high {ina} as {inb}",),
        "higher": ("{np} {was} <{higher}> {ina} than {inb}", "<compared with {b}, {np} {rose}> {ina}"),
        "record": ("not since {b} {has_} {np} been as <{high}> as {ina}",
                   "{ina}, {np} {was} at {its} <{highest} since {b}>"),
        "record_all": ("{np} {has_} never been <{higher}> than {ina}", "{ina}, {np} {was} at an <all-time {high}>"),
        "trend": (
            "from {b} to {a}, {np} <{rose} {grain} after {grain}>",
            "{np} kept <{rising} with every {grain}> between {b} and {a}",
        ),
    },
    periods={
        "day": ("on {m} {d} {y}", "on {wd}, {lo}", "on the {d}{th} of {m} {y}"),
        "week": ("during the week to {hi}", "in the seven days from {d} to {D} {m} {y}", "between {us} and {ush}"),
        "week_cross": ("during the week to {hi}", "between {us} and {ush}"),
        "days": ("from {m} {d} to {D}, {y}", "{d} through {D} {m} {y}", "in the {n} days to {hi}"),
        "days_cross": ("from {lo} through {hi}", "in the {n} days to {hi}"),
        "month": ("during {m} {y}", "in {m} of {y}", "over {m} {y}"),
        "months": ("{m} through {M} {y}", "in the months from {m} to {M} {y}"),
        "months_cross": ("{m} {y} through {M} {Y}",),
        "quarter": ("during the {q} quarter of {y}", "in {y}'s {q} quarter", "in the three months to {M} {y}"),
        "half": ("over the {h} half of {y}", "in the six months to {M} {y}"),
        "year": ("during {y}", "in the year {y}", "over the whole of {y}"),
        "years": ("over the years {y} to {Y}", "in the period {y}-{Y}"),
    },
    bare={
        "day": ("{m} {d} {y}", "{lo}"),
        "week": ("the week to {hi}", "the seven days to {hi}"),
        "week_cross": ("the week to {hi}",),
        "days": ("the days from {lo} to {hi}",),
        "days_cross": ("the days from {lo} to {hi}",),
        "month": ("{m} of {y}", "{m} {y}"),
        "months": ("the months from {m} to {M} {y}",),
        "months_cross": ("the months from {m} {y} to {M} {Y}",),
        "quarter": ("{y}'s {q} quarter", "Q{Q} of {y}"),
        "half": ("the {h} half of {y}",),
        "year": ("the year {y}", "{y}"),
        "years": ("the period {y}-{Y}",),
    },
    relative={
        "day": (("the day before", "next_day"),),
        "week": (("in the past week", "next_week"),),
        "month": (("in the previous month", "next_month"), ("this {m}", "same_year")),
        "quarter": (("in this year's {q} quarter", "same_year"),),
        "half": (("in the {h} six months of this year", "same_year"),),
        "year": (("in the previous year", "next_year"),),
        "since": (("so far this year", "after"), ("since 1 January", "after")),
    },
    up={
        "rose": ("climbed", "went up", "jumped"), "higher": ("higher", "greater"), "highest": ("highest",),
        "high": ("high",), "more": ("more",), "most": ("most",), "heavier": ("heavier",), "largest": ("largest",),
        "up": ("up",), "arise": ("an increase", "a rise"), "risen": ("risen", "grown"), "rising": ("rising", "growing"),
        "many": ("many",),
    },
    down={
        "rose": ("went down", "decreased", "slipped"), "higher": ("lower",), "highest": ("lowest",),
        "high": ("low",), "more": ("less", "fewer"), "most": ("least", "fewest"), "heavier": ("lighter",),
        "largest": ("smallest",), "up": ("down",), "arise": ("a drop", "a decrease"), "risen": ("fallen", "shrunk"),
        "rising": ("falling", "shrinking"), "many": ("few",),
    },
    hard={
        "forecast": (
            "{np} {is_} forecast to come to {v} {p}",
            "analysts see {np} at {v} {p}",
            "{np} may well pass {v} {p}",
        ),
        "conditional": (
            "had {np} come to {v} {p}, taxes would have been cut",
            "unless {np} came to {v} {p}, the fund would be closed",
        ),
        "wish": (
            "we had hoped that {np} would come to {v} {p}",
            "the plan aimed at {v} for {np} {p}",
            "{spk_} demanded that {np} be brought to {v} {p}",
        ),
        "denied": (
            "the claim that {np} came to {v} {p} is wrong",
            "{spk_} denied that {np} came to {v} {p}",
        ),
        "asked": ("did {np} come to {v} {p}?",),
    },
)  # fmt: skip
