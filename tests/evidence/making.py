"""Packs for tests: invented towns and their figures."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import Any

RAIN = "day,town,rain_mm\n2024-01-01,Port Elsin,1.5\n2024-01-02,Port Elsin,0\n2024-01-03,Port Elsin,12.25\n"


def resource(path: str = "rain.csv", **changes: Any) -> dict[str, Any]:
    """A resource of town rain; ``changes`` replace its parts, and those of ``onrecord`` with ``own=``."""
    own = {
        "producer": "Elsin Weather Office",
        "confirmed": True,
        "entities": {"column": "town"},
        "periods": {"grain": "day", "column": "day"},
        "series": [
            {"name": "rain", "property": "rainfall", "column": "rain_mm", "unit": "mm", "sort": "flow", "rounding": 0.1}
        ],
        **changes.pop("own", {}),
    }
    fields = [{"name": "day", "type": "date"}, {"name": "town"}, {"name": "rain_mm", "type": "number"}]
    return {
        "name": "town-rain",
        "path": path,
        "schema": {"fields": fields},
        "onrecord": own,
        **changes,
    }


def write(folder: Path, *resources: dict[str, Any], name: str = "weather", **files: str | bytes) -> Path:
    """A pack in ``folder``; ``files`` are given as ``rain_csv=…``."""
    folder.mkdir(parents=True, exist_ok=True)
    data = {"name": name, "resources": list(resources)}
    (folder / "datapackage.json").write_text(json.dumps(data), encoding="utf-8")
    for key, content in files.items():
        path = folder / ".".join(key.rsplit("_", 1))
        path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
    return folder


def xlsx(path: Path, rows: str, *, sheet: str = "Sheet 1", extra: dict[str, bytes] | None = None) -> None:
    """A workbook of one sheet, whose ``<row>`` elements are ``rows``."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    files = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types">'
        f'<Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{kind}.worksheet+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships">'
        f'<Relationship Id="r1" Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets>'
        f'<sheet name="{sheet}" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships">'
        f'<Relationship Id="r1" Type="{office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData>{rows}</sheetData></worksheet>',
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
        for name, content in (extra or {}).items():
            archive.writestr(name, content)


def row(number: int, *cells: str | float) -> str:
    """A ``<row>``: texts inline, numbers as numbers, and a text that begins with ``<`` as it stands."""
    written = []
    for letter, cell in zip("ABCDEFGH", cells, strict=False):
        where = f'r="{letter}{number}"'
        if isinstance(cell, str) and cell.startswith("<"):
            written.append(cell.replace("<c", f"<c {where}", 1))
        elif isinstance(cell, str):
            written.append(f'<c {where} t="inlineStr"><is><t>{cell}</t></is></c>')
        else:
            written.append(f"<c {where}><v>{cell}</v></c>")
    return f'<row r="{number}">{"".join(written)}</row>'
