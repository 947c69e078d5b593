"""Invented libraries, ports, roads, a park, councils' schools, provinces' wildfires, energy bills and recycling with
their figures, which the sentences of ``dogwood.txt`` are about."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

LOANS = {
    "Hollin Road": "4120 3980 4410 4060 3890 3720 5210 5640 4330 4480 4250 3310 "
    "4390 4270 4720 4350 4140 3950 5630 6080 4690 4810 4560 3540 4870",
    "Castle Quay": "1240 1310 1460 1520 1590 1680 2170 2390 2040 2150 2230 1870 "
    "2480 2560 2790 2710 2830 2920 3480 3660 3190 3270 3340 2650 3720",
    "Wendlebury": "2870 2790 2930 2710 2640 2550 3020 3110 2580 2490 2430 1960 "
    "2310 2240 2280 2150 2090 1980 2360 2450 1940 1870 1820 1430 1690",
    "Mill Lane": "618 592 655 603 571 549 802 846 640 662 631 487 597 611 640 588 563 540 779 823 655 671 644 498 702",
}
LANDINGS = {
    "Skarvik": "6120 4310 3870 5540 6480 4520 4010 5890 6900 4780 4260 6230 7340 5060 4390 6610",
    "Port Averill": "2840 3120 3560 2910 2710 2980 3390 2760 2590 2830 3170 2640 2430 2650 2960 2480",
    "Hamble Point": "1120 1460 1890 1240 1180 1530 2010 1310 980 1270 1640 1050 1250 1610 2120 1390",
    "Tolquay": "410 520 640 450 460 610 730 520 580 740 910 660 720 930 1180 840",
}
FATAL = "0 0 0 2 2 2 2 2 1 2 1 1 3 3 0 1 1 0 0 0 1 0 2 1 0 2 2 0 2 0 1 2 2 5 1 2 1 0 0 1 1 2 2 2"
SERIOUS = (
    "11 16 20 15 15 12 13 10 15 9 16 12 11 11 14 8 8 16 14 10 16 17 "
    "13 12 11 17 10 13 18 17 13 17 15 20 15 18 24 13 20 18 18 13 15 14"
)
SLIGHT = (
    "66 54 59 46 72 48 57 53 58 57 61 54 59 46 66 54 61 60 57 53 65 43 "
    "67 58 60 68 87 78 88 92 88 76 79 97 79 76 76 86 84 74 76 68 71 65"
)
VISITORS = (
    "741 581 677 2016 1658 744 820 931 732 837 2392 2220 828 745 746 774 611 1720 2353 704 839 787 764 681 2334 1896 "
    "836 661 813 759 650 1954 1572 823 787 739 716 617 1694 2006 772 657 613 774 960 2105 2387 691 772 792 646 797 "
    "1872 2196 118 5840 747 684 744 2041 2036 3912 500 687 561 714 1890 1793 693 780 624 583 485 1877 1499 648 688 "
    "549 618 727 1583 64 143 633 532 600 636 1766 1370 717 574 506 822 744 1825 2051"
)
ABSENCE = {
    "Carsley": "4.4 4.5 4.6 4.7 4.8 4.9 5.3 6.1 7.6 7.1",
    "Holmby": "3.9 4.0 3.8 3.9 4.1 4.0 4.4 5.2 6.5 6.0",
    "Nethershaw": "5.1 5.2 5.4 5.5 5.7 5.9 6.4 7.3 9.2 8.8",
    "Strand": "4.8 4.6 4.5 4.3 4.2 4.0 4.1 4.9 5.8 5.2",
}
BURNT = {
    "Serrana": "1840 960 720 1310 2470 8930 1120 1560 2080 3350 9610 2240",
    "Altamora": "640 410 530 390 880 2150 470 690 810 1240 3980 1020",
    "Costa Brisa": "3120 1450 980 2760 3490 5280 1730 2190 2640 4010 7450 12380",
    "Valdoro": "210 150 95 180 260 470 120 175 205 330 610 290",
}
FIRES = {
    "Serrana": "212 148 121 176 243 391 139 187 221 268 402 230",
    "Altamora": "96 71 82 68 117 173 75 93 104 131 214 122",
    "Costa Brisa": "318 241 197 296 333 389 228 262 287 340 421 466",
    "Valdoro": "44 31 24 37 48 66 29 36 41 55 73 52",
}
ELECTRICITY = (
    "41.20 40.60 39.80 38.10 36.90 35.70 36.20 36.80 38.40 41.90 44.30 46.10 "
    "52.40 53.10 53.80 61.70 60.90 59.80 60.30 61.20 64.50 78.40 80.10 82.30 "
    "81.60 80.20 78.90 74.30 70.10 66.80 64.20 63.70 63.10 62.40 63.80 65.20 66.10"
)
GAS = (
    "48.50 46.90 43.20 37.60 29.40 22.10 19.80 20.30 26.70 36.40 47.10 53.80 "
    "63.20 62.40 58.90 67.30 51.20 38.90 34.60 35.10 44.80 78.60 91.40 102.70 "
    "101.90 97.30 88.40 69.20 51.70 38.40 33.10 32.60 37.90 50.80 64.70 72.40 74.90"
)
RECYCLED = {
    "Eastmere": "4210 4680 4530 4390 4480 4950 4790 4620 4830 5310 5140 5020",
    "Linfold": "2140 2390 2310 2250 2090 2330 2260 2180 2020 2250 2170 2110",
    "Quarrington": "1290 1480 1430 1350 1460 1690 1620 1540 1710 1980 1890 1820",
    "Thaxby": "640 720 690 670 660 750 720 690 690 780 750 730",
}
LANDFILL = {
    "Eastmere": "9120 8870 8940 9310 8640 8390 8430 8780 7980 7710 7760 8050",
    "Linfold": "3980 3860 3900 4050 4020 3910 3960 4110 4090 3970 4030 4190",
    "Quarrington": "2760 2610 2640 2790 2510 2370 2400 2540 2260 2130 2150 2290",
    "Thaxby": "1480 1430 1450 1510 1460 1410 1430 1490 1450 1390 1410 1480",
}
POPULATION = {
    "Ardlow": "212000 213500 214800 216100 217400",
    "Eastmere": "84200 85100 86000 86700 87500",
    "Linfold": "47300 47100 46800 46500 46200",
    "Quarrington": "31600 31900 32300 32600 33000",
    "Thaxby": "14100 14200 14250 14300 14400",
}


def _months(first: int, count: int) -> list[str]:
    return [f"{first + i // 12}-{i % 12 + 1:02d}" for i in range(count)]


def _quarters(first: int, count: int) -> list[str]:
    return [f"{first + i // 4}-Q{i % 4 + 1}" for i in range(count)]


def _years(first: int, count: int) -> list[str]:
    return [str(first + i) for i in range(count)]


def _each(name: str, periods: list[str], **columns: dict[str, str]) -> list[str]:
    """Lines of a table with an entity column, ``columns`` being column -> entity -> figures."""
    cells = {col: {who: row.split() for who, row in rows.items()} for col, rows in columns.items()}
    whos = list(next(iter(columns.values())))
    return [
        ",".join(["period", name, *columns]),
        *(
            ",".join([one, who, *(cells[col][who][i] for col in columns)])
            for i, one in enumerate(periods)
            for who in whos
        ),
    ]


def _one(periods: list[str], **columns: list[str]) -> list[str]:
    rows = zip(periods, *columns.values(), strict=True)
    return [",".join(["period", *columns]), *(",".join(row) for row in rows)]


def _series(name: str, of: str, column: str, *synonyms: str, **more: Any) -> dict[str, Any]:
    own = {"name": name, "property": of, "synonyms": list(synonyms), "column": column, "unit": "1", "sort": "flow"}
    return own | more


def _table(name: str, grain: str, whose: dict[str, str], producer: str, *series: dict[str, Any]) -> dict[str, Any]:
    types = {"day": "date", "week": "date", "month": "yearmonth", "year": "year"}
    if grain == "period":
        fields = [{"name": "from", "type": "date"}, {"name": "to", "type": "date"}]
        periods = {"grain": "period", "column": "from", "last": "to"}
    else:
        fields = [{"name": "period", "type": types.get(grain, "string")}]
        periods = {"grain": grain, "column": "period"}
    fields += [{"name": whose["column"]}] if "column" in whose else []
    fields += [{"name": one["column"], "type": "number"} for one in series]
    own = {"producer": producer, "confirmed": True, "entities": whose, "periods": periods, "series": list(series)}
    return {"name": name, "path": f"{name}.csv", "schema": {"fields": fields}, "onrecord": own}


def pack(folder: Path) -> Path:
    """The pack, written into ``folder``."""
    fatal, serious, slight = FATAL.split(), SERIOUS.split(), SLIGHT.split()
    weeks = [date(2023, 4, 3) + timedelta(7 * i) for i in range(len(fatal))]
    days = [str(date(2023, 11, 1) + timedelta(i)) for i in range(len(VISITORS.split()))]
    electricity, gas = ELECTRICITY.split(), GAS.split()
    tables = [
        (
            _table(
                "loans",
                "month",
                {"column": "branch"},
                "Dunmoor Libraries",
                _series("library loans", "library loans", "loans", "loans", "books borrowed", "items borrowed"),
            ),
            _each("branch", _months(2022, 25), loans=LOANS),
        ),
        (
            _table(
                "landings",
                "quarter",
                {"column": "port"},
                "Fisheries Office of Norrhaven",
                _series(
                    "fish landings", "fish landings", "landed", "landings", "fish landed", "catch landed", unit="t"
                ),
            ),
            _each("port", _quarters(2020, 16), landed=LANDINGS),
        ),
        (
            _table(
                "accidents",
                "period",
                {"constant": "Ardlow"},
                "Ardlow Police",
                _series("accidents", "road accidents", "all", "accidents", "traffic accidents", "collisions"),
                _series("fatal accidents", "fatal road accidents", "fatal", "fatal collisions"),
                _series("serious accidents", "serious road accidents", "serious", "serious collisions"),
                _series("slight accidents", "slight road accidents", "slight", "minor accidents"),
            ),
            [
                "from,to,all,fatal,serious,slight",
                *(
                    f"{one},{one + timedelta(6)},{int(a) + int(b) + int(c)},{a},{b},{c}"
                    for one, a, b, c in zip(weeks, fatal, serious, slight, strict=True)
                ),
            ],
        ),
        (
            _table(
                "visitors",
                "day",
                {"constant": "Fennick Park"},
                "Fennick Park Trust",
                _series("visitors", "park visitors", "visitors", "visitors", "visits"),
            ),
            _one(days, visitors=VISITORS.split()),
        ),
        (
            _table(
                "absence",
                "year",
                {"column": "council"},
                "Office for School Statistics",
                _series(
                    "absence",
                    "school absence rate",
                    "rate",
                    "absence rate",
                    "pupil absence",
                    "school absence",
                    unit="%",
                    sort="rate",
                    rounding=0.1,
                ),
            ),
            _each("council", _years(2014, 10), rate=ABSENCE),
        ),
        (
            _table(
                "wildfires",
                "year",
                {"column": "province"},
                "Forest Service of Meridia",
                _series(
                    "area burnt",
                    "area burnt",
                    "burnt",
                    "hectares burnt",
                    "burnt area",
                    "land burnt",
                    unit="ha",
                    rounding=5,
                ),
                _series("wildfires", "wildfires", "fires", "fires", "forest fires"),
            ),
            _each("province", _years(2012, 12), burnt=BURNT, fires=FIRES),
        ),
        (
            _table(
                "bills",
                "month",
                {"constant": "Velmark"},
                "Velmark Energy Regulator",
                _series(
                    "energy bill",
                    "monthly energy bill",
                    "total",
                    "household energy bill",
                    "average energy bill",
                    unit="GBP",
                    sort="rate",
                    rounding=0.1,
                ),
                _series(
                    "electricity bill",
                    "monthly electricity bill",
                    "electricity",
                    "household electricity bill",
                    unit="GBP",
                    sort="rate",
                    rounding=0.1,
                ),
                _series(
                    "gas bill", "monthly gas bill", "gas", "household gas bill", unit="GBP", sort="rate", rounding=0.1
                ),
            ),
            _one(
                _months(2021, len(gas)),
                total=[f"{float(a) + float(b):.2f}" for a, b in zip(electricity, gas, strict=True)],
                electricity=electricity,
                gas=gas,
            ),
        ),
        (
            _table(
                "recycling",
                "quarter",
                {"column": "district"},
                "Wold Waste Partnership",
                _series("recycling", "waste recycled", "recycled", "recycling", "household recycling", unit="t"),
                _series("landfill", "waste sent to landfill", "landfill", "landfill", "landfilled waste", unit="t"),
            ),
            _each("district", _quarters(2021, 12), recycled=RECYCLED, landfill=LANDFILL),
        ),
        (
            _table(
                "population",
                "year",
                {"column": "district"},
                "Wold Registrar",
                _series("population", "population", "people", "inhabitants", "residents", sort="stock"),
            ),
            _each("district", _years(2019, 5), people=POPULATION),
        ),
    ]
    folder.mkdir(parents=True, exist_ok=True)
    data = {"name": "dogwood", "resources": [table for table, _ in tables]}
    (folder / "datapackage.json").write_text(json.dumps(data), encoding="utf-8")
    for table, lines in tables:
        (folder / table["path"]).write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder
