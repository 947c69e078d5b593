# ruff: noqa: E501 - figures of a table stand in one row
"""Invented jobless rates, ports, power stations, house sales, milk, trains and births with their figures, which the
sentences of ``cedar.txt`` are about."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

UNEMPLOYMENT = {  # %, January 2022 to December 2023
    "Harrowmere": "5.8 5.7 5.7 5.5 5.4 5.3 5.3 5.2 5.1 5.1 5.0 5.0 4.9 4.9 4.8 4.7 4.7 4.6 4.4 4.3 4.5 4.6 4.8 4.9",
    "Calden Valley": "7.4 7.6 7.9 8.1 8.4 8.3 8.5 8.8 8.6 8.9 9.2 9.4 9.5 9.3 9.1 8.9 8.6 8.2 8.0 7.7 7.5 7.1 6.8 6.6",
    "Ostrey": "3.1 3.2 3.0 2.9 2.8 2.9 2.7 2.6 2.6 2.7 2.8 3.0 3.2 3.3 3.4 3.6 3.7 3.9 4.1 4.2 4.2 4.4 4.5 4.7",
    "Whinfell": "6.2 6.1 6.3 6.0 5.9 6.0 6.1 6.3 6.4 6.2 6.5 6.6 6.7 6.5 6.4 6.6 6.8 6.7 6.9 7.0 7.2 7.1 7.3 7.2",
}
EXPORTS = {  # hundreds of tonnes, first quarter of 2020 to fourth quarter of 2023
    "Hallowmouth": "4123 2886 3512 4057 4319 4472 4628 4891 5026 5183 5307 5412 5489 5274 4963 4708",
    "Port Wend": "1984 1417 1639 1872 2053 2146 2261 2405 2518 2634 2702 2887 3015 3186 3369 3524",
    "Kirrin Sound": "642 318 403 529 587 611 695 724 702 689 773 816 801 954 1276 1632",
    "Osterhaven": "1206 952 1048 1113 1084 1027 976 941 883 857 792 764 719 668 623 581",
}
POWER = {  # hundreds of megawatt hours, January 2022 to December 2023
    "wind": "3124 3411 2982 2653 2307 1884 1619 1752 2241 2868 3183 3359 3652 3518 3397 3014 2476 1963 1812 2138 2671 3294 3843 4217",
    "solar": "182 314 579 842 1121 1263 1308 1149 791 437 209 131 243 418 754 1183 1607 1872 1924 1681 1142 627 291 188",
    "hydro": "1403 1322 1509 1741 1884 1627 1213 979 918 1084 1292 1437 1508 1383 1462 1691 1917 1584 1092 843 881 1126 1374 1491",
    "gas": "4212 3818 3651 3124 2743 2829 3177 3312 3418 3663 3984 4372 3879 3412 3088 2481 2017 2206 2634 2541 2463 2809 2897 3012",
}
HOUSES = {  # sales and median price in pounds, January 2022 to January 2024
    "Tolbeck": (
        "318 342 401 437 468 502 489 471 433 398 342 287 241 229 262 274 291 306 312 298 281 259 246 203 219",
        "214500 216000 218200 221500 224000 227500 229800 231000 230400 228900 226500 224100 221800 219500 217900 216200 "
        "215800 214900 213700 212400 211900 211200 210600 209800 210400",
    ),
    "Ashquay": (
        "154 161 188 203 217 226 241 238 209 187 162 133 128 121 139 152 168 177 183 194 201 212 189 141 157",
        "305000 307500 311000 316500 321000 326500 331000 334500 333000 331500 328000 325500 324000 322500 321000 323500 "
        "326000 329500 333500 337000 340500 343000 346500 344000 347500",
    ),
    "Merehaven": (
        "82 79 96 104 117 121 128 119 98 91 76 58 61 54 67 73 78 84 89 83 71 66 52 38 44",
        "172000 173500 175000 176500 179000 181500 182000 181000 179500 178000 177500 176000 175500 174000 172500 171500 "
        "170000 169500 168000 167500 166000 165500 164000 163500 162000",
    ),
}
MILK = (  # tonnes, weeks from 2 January 2023
    "3412 3438 3467 3451 3502 3549 3588 3621 3674 3718 3783 3841 3926 4017 4108 4193 4287 4372 4459 4518 4561 4533 "
    "4476 4401 4338 4262 4197 4118 4043 3961 3894 3812 3741 3688 3617 3559 3496 3428 3371 3317 3264 3228 3189 3157 "
    "3142 3166 3191 3218 3247 3276 3091 3143 3312 3358 3391 3427"
)
TRAINS = [  # date's trains timetabled and run, run on time and cancelled, 1 December 2023 to 4 February 2024
    tuple(int(n) for n in one.split("/"))
    for one in [
        "212/187/4",
        "164/151/2",
        "141/133/1",
        "214/190/2",
        "213/178/3",
        "210/171/6",
        "211/183/5",
        "209/166/7",
        "163/148/3",
        "140/131/2",
        "213/189/3",
        "214/193/2",
        "212/184/4",
        "208/159/8",
        "210/177/6",
        "162/144/4",
        "139/129/3",
        "211/186/5",
        "209/171/7",
        "205/148/11",
        "198/127/18",
        "190/112/26",
        "151/98/15",
        "132/109/10",
        "0/0/0",
        "96/91/1",
        "148/137/3",
        "151/141/2",
        "149/138/4",
        "147/132/5",
        "98/93/0",
        "102/97/0",
        "209/188/4",
        "211/194/3",
        "212/197/2",
        "212/195/4",
        "165/157/1",
        "142/138/0",
        "213/199/3",
        "214/203/2",
        "215/206/1",
        "213/198/3",
        "211/189/5",
        "164/153/2",
        "141/136/1",
        "206/161/10",
        "199/143/17",
        "187/104/29",
        "201/152/15",
        "208/174/8",
        "163/149/3",
        "142/134/0",
        "172/88/44",
        "183/107/33",
        "207/181/9",
        "212/196/4",
        "213/201/3",
        "165/159/1",
        "142/139/0",
        "214/205/2",
        "215/208/1",
        "215/207/1",
        "214/204/2",
        "213/202/3",
        "166/161/0",
        "143/141/0",
    ]
    if not one.startswith("0/")  # no trains on Christmas Day
]
COUNTIES = {  # boys, girls, deaths and mid-year population, 2012 to 2023
    "Eldshire": (
        "2874 2831 2798 2762 2719 2688 2627 2571 2498 2513 2446 2371",
        "2741 2693 2667 2618 2584 2551 2502 2439 2386 2397 2318 2264",
        "4312 4287 4351 4408 4396 4457 4489 4512 4938 4871 4704 4653",
        "482300 483900 485200 486800 488100 489700 490900 492200 492800 493500 494600 496100",
    ),
    "Vance": (
        "1512 1538 1561 1589 1617 1642 1671 1704 1698 1743 1779 1812",
        "1439 1457 1482 1513 1541 1568 1593 1617 1609 1661 1688 1724",
        "1723 1738 1741 1762 1759 1781 1794 1803 1987 1942 1891 1878",
        "214600 218100 221900 226200 230700 235400 240300 245100 248900 253800 259200 264700",
    ),
    "Port Arden": (
        "4218 4193 4237 4261 4284 4249 4198 4137 4012 4089 3974 3918",
        "4027 4009 4033 4071 4088 4052 4003 3946 3821 3897 3792 3733",
        "5127 5098 5143 5189 5172 5218 5243 5267 5894 5781 5512 5436",
        "641200 645800 650300 655100 659400 662700 665200 667900 665400 666800 670300 674500",
    ),
    "Sele": (
        "312 304 297 289 281 272 263 251 243 238 227 214",
        "298 291 279 276 266 261 248 239 231 226 213 206",
        "741 748 752 763 771 778 784 792 861 837 824 819",
        "64800 64300 63900 63300 62800 62200 61700 61100 60600 60100 59600 59000",
    ),
}


def _months(first: int, count: int) -> list[str]:
    return [f"{first + i // 12}-{i % 12 + 1:02d}" for i in range(count)]


def _series(name: str, column: str, of: str, *synonyms: str, **more: Any) -> dict[str, Any]:
    own = {"name": name, "property": of, "synonyms": list(synonyms), "column": column, "unit": "1", "sort": "flow"}
    return own | more


def _table(
    name: str, periods: dict[str, str], kinds: str, whose: dict[str, str], producer: str, series: list[Any]
) -> dict[str, Any]:
    fields = [{"name": periods[key], "type": kinds} for key in ("column", "last") if key in periods]
    fields += [{"name": whose["column"], "type": "string"}] if "column" in whose else []
    fields += [{"name": one["column"], "type": "number"} for one in series]
    own = {"producer": producer, "confirmed": True, "entities": whose, "periods": periods, "series": series}
    return {"name": name, "path": f"{name}.csv", "schema": {"fields": fields}, "onrecord": own}


def _rows(head: str, rows: Any) -> list[str]:
    return [head, *(",".join(str(cell) for cell in row) for row in rows)]


def pack(folder: Path) -> Path:
    """The pack, written into ``folder``."""
    months, more = _months(2022, 24), _months(2022, 25)
    quarters = [f"{2020 + i // 4}-Q{i % 4 + 1}" for i in range(16)]
    weeks = [date(2023, 1, 2) + timedelta(7 * i) for i in range(56)]
    days = [date(2023, 12, 1) + timedelta(i) for i in range(66)]
    days.remove(date(2023, 12, 25))
    power = {source: [100 * int(n) for n in row.split()] for source, row in POWER.items()}
    tables = [
        (
            _table(
                "unemployment",
                {"grain": "month", "column": "month"},
                "yearmonth",
                {"column": "region"},
                "Labour Market Office of Marland",
                [
                    _series(
                        "unemployment rate",
                        "rate",
                        "unemployment rate",
                        "jobless rate",
                        "rate of unemployment",
                        "unemployment",
                        unit="%",
                        sort="rate",
                        rounding=0.1,
                    )
                ],
            ),
            _rows(
                "month,region,rate",
                [(m, who, row.split()[i]) for i, m in enumerate(months) for who, row in UNEMPLOYMENT.items()],
            ),
        ),
        (
            _table(
                "exports",
                {"grain": "quarter", "column": "quarter"},
                "string",
                {"column": "port"},
                "Marland Ports Statistics",
                [
                    _series(
                        "exports",
                        "tonnes",
                        "exports",
                        "goods exported",
                        "export volume",
                        "cargo exported",
                        unit="t",
                        rounding=100,
                    )
                ],
            ),
            _rows(
                "quarter,port,tonnes",
                [(q, who, 100 * int(row.split()[i])) for i, q in enumerate(quarters) for who, row in EXPORTS.items()],
            ),
        ),
        (
            _table(
                "electricity",
                {"grain": "month", "column": "month"},
                "yearmonth",
                {"constant": "Velmark"},
                "Velmark Energy Statistics",
                [
                    _series(
                        "electricity generation",
                        "total",
                        "electricity generation",
                        "electricity generated",
                        "power generation",
                        "electricity output",
                        unit="MW.h",
                    ),
                    _series(
                        "wind generation",
                        "wind",
                        "wind generation",
                        "wind power",
                        "wind output",
                        "electricity from wind",
                        unit="MW.h",
                    ),
                    _series(
                        "solar generation",
                        "solar",
                        "solar generation",
                        "solar power",
                        "solar output",
                        "electricity from solar panels",
                        unit="MW.h",
                    ),
                    _series(
                        "hydro generation",
                        "hydro",
                        "hydro generation",
                        "hydropower",
                        "hydro output",
                        "electricity from water",
                        unit="MW.h",
                    ),
                    _series(
                        "gas generation",
                        "gas",
                        "gas generation",
                        "gas-fired generation",
                        "gas output",
                        "electricity from gas",
                        unit="MW.h",
                    ),
                ],
            ),
            _rows(
                "month,total,wind,solar,hydro,gas",
                [
                    (m, sum(row[i] for row in power.values()), *(row[i] for row in power.values()))
                    for i, m in enumerate(months)
                ],
            ),
        ),
        (
            _table(
                "houses",
                {"grain": "month", "column": "month"},
                "yearmonth",
                {"column": "district"},
                "Land Registry of Quillshire",
                [
                    _series("house sales", "sales", "house sales", "homes sold", "houses sold", "property sales"),
                    _series(
                        "median house price",
                        "price",
                        "median house price",
                        "house price",
                        "price of a home",
                        unit="GBP",
                        sort="rate",
                        rounding=100,
                    ),
                ],
            ),
            _rows(
                "month,district,sales,price",
                [
                    (m, who, sales.split()[i], prices.split()[i])
                    for i, m in enumerate(more)
                    for who, (sales, prices) in HOUSES.items()
                ],
            ),
        ),
        (
            _table(
                "milk",
                {"grain": "period", "column": "from", "last": "to"},
                "date",
                {"constant": "Brennia"},
                "Brennia Dairy Board",
                [
                    _series(
                        "milk deliveries",
                        "tonnes",
                        "milk deliveries",
                        "milk delivered",
                        "milk collected",
                        "deliveries of milk",
                        unit="t",
                    )
                ],
            ),
            _rows(
                "from,to,tonnes",
                [(w, w + timedelta(6), n) for w, n in zip(weeks, MILK.split(), strict=True)],
            ),
        ),
        (
            _table(
                "trains",
                {"grain": "day", "column": "day"},
                "date",
                {"constant": "Corran Line"},
                "Corran Rail",
                [
                    _series("trains", "trains", "trains run", "trains", "trains operated", "services run"),
                    _series(
                        "trains on time",
                        "punctual",
                        "trains on time",
                        "punctual trains",
                        "trains that were on time",
                        "on-time arrivals",
                    ),
                    _series(
                        "cancelled trains",
                        "cancelled",
                        "cancelled trains",
                        "trains cancelled",
                        "cancellations",
                        "cancelled services",
                    ),
                    _series(
                        "punctuality",
                        "punctuality",
                        "punctuality",
                        "punctuality rate",
                        "train punctuality",
                        unit="%",
                        sort="rate",
                        rounding=0.1,
                    ),
                ],
            ),
            _rows(
                "day,trains,punctual,cancelled,punctuality",
                [
                    (d, run, good, gone, f"{100 * good / run:.1f}")
                    for d, (run, good, gone) in zip(days, TRAINS, strict=True)
                ],
            ),
        ),
        (
            _table(
                "counties",
                {"grain": "year", "column": "year"},
                "year",
                {"column": "county"},
                "Statistics Marland",
                [
                    _series("births", "births", "births", "live births", "babies born", "newborns"),
                    _series("boys", "boys", "births of boys", "boys born", "baby boys", "male births"),
                    _series("girls", "girls", "births of girls", "girls born", "baby girls", "female births"),
                    _series("deaths", "deaths", "deaths", "people who died"),
                    _series("population", "population", "population", "inhabitants", "residents", sort="stock"),
                ],
            ),
            _rows(
                "year,county,births,boys,girls,deaths,population",
                [
                    (2012 + i, who, *_county([int(row.split()[i]) for row in rows]))
                    for i in range(12)
                    for who, rows in COUNTIES.items()
                ],
            ),
        ),
    ]
    folder.mkdir(parents=True, exist_ok=True)
    data = {"name": "cedar", "resources": [table for table, _ in tables]}
    (folder / "datapackage.json").write_text(json.dumps(data), encoding="utf-8")
    for table, lines in tables:
        (folder / table["path"]).write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


def _county(row: list[int]) -> tuple[int, ...]:
    boys, girls, deaths, people = row
    return boys + girls, boys, girls, deaths, people
