"""Reads a spreadsheet with Python's standard library alone (openpyxl with `--openpyxl`) and prints it as JSON.

xlsx: {"formulas": n, "rows": [[cell, ...], ...], "frozen": "A2", "widths": n}, csv: {"rows": ...} as they stand in the file.
"""
import csv
import json
import re
import sys
import xml.etree.ElementTree as xml
import zipfile

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def unescape(text):
    """ECMA-376, ST_Xstring: _xHHHH_ stands for a character that XML cannot hold."""
    return re.sub("_x([0-9A-Fa-f]{4})_", lambda found: chr(int(found[1], 16)), text)


def column(reference):
    number = 0
    for letter in re.match("[A-Z]+", reference)[0]:
        number = number * 26 + ord(letter) - 64
    return number - 1


def value(cell, shared):
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        return unescape("".join(t.text or "" for t in cell.iter(MAIN + "t")))
    number = cell.find(MAIN + "v")
    if kind == "s":
        return shared[int(number.text)]
    return None if number is None else float(number.text) if kind == "n" else number.text


def read_xlsx(path):
    with zipfile.ZipFile(path) as book:
        if book.testzip() is not None:
            raise SystemExit(f"damaged: {book.testzip()}")
        parts = {name: xml.fromstring(book.read(name)) for name in book.namelist()}
    sheet = parts["xl/worksheets/sheet1.xml"]
    strings = parts.get("xl/sharedStrings.xml", [])
    shared = [unescape("".join(t.text or "" for t in its.iter(MAIN + "t"))) for its in strings]
    rows = []
    for row in sheet.iter(MAIN + "row"):
        cells = {column(cell.get("r")): value(cell, shared) for cell in row.iter(MAIN + "c")}
        rows.append([cells.get(i) for i in range(max(cells, default=-1) + 1)])
    pane = sheet.find(f".//{MAIN}pane")
    return {
        "formulas": sum(1 for part in parts.values() for _ in part.iter(MAIN + "f")),
        "rows": rows,
        "frozen": None if pane is None else pane.get("topLeftCell"),
        "widths": sum(1 for _ in sheet.iter(MAIN + "col")),
        "sheet": parts["xl/workbook.xml"].find(f".//{MAIN}sheet").get("name"),
    }


def read_with_openpyxl(path):
    import datetime

    import openpyxl

    sheet = openpyxl.load_workbook(path).active
    # openpyxl hands _xHHHH_ out as it stands in the file.
    told = lambda v: (
        v.isoformat()
        if isinstance(v, (datetime.datetime, datetime.date))
        else unescape(v) if isinstance(v, str) else v
    )
    return {
        "formulas": sum(1 for row in sheet.iter_rows() for cell in row if cell.data_type == "f"),
        "rows": [[told(cell.value) for cell in row] for row in sheet.iter_rows()],
        "frozen": sheet.freeze_panes,
        "sheet": sheet.title,
    }


def read_csv(path, encoding):
    with open(path, encoding=encoding, newline="") as file:
        return {"rows": list(csv.reader(file, strict=True))}


if __name__ == "__main__":
    csv.field_size_limit(10_000_000)
    path, options = sys.argv[1], sys.argv[2:]
    if path.endswith(".csv"):
        found = read_csv(path, options[0])
    else:
        found = read_with_openpyxl(path) if "--openpyxl" in options else read_xlsx(path)
    json.dump(found, sys.stdout)
