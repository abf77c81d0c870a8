"""Opens, changes and saves files in LibreOffice, started once for all of them: python3 FILE SOFFICE JOBS.json"""
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import uno
from com.sun.star.beans import NamedValue, PropertyValue
from com.sun.star.table import CellAddress, TableSortField
from com.sun.star.sheet import TableFilterField
from com.sun.star.sheet.FilterOperator import EQUAL

FILTERS = {
    "xlsx": "Calc MS Excel 2007 XML",
    "xls": "MS Excel 97",
    "ods": "calc8",
    "csv": "Text - txt - csv (StarCalc)",
    "html": "HTML (StarCalc)",
}


def properties(**values):
    return tuple(PropertyValue(name, 0, value, 0) for name, value in values.items())


def put(sheet, row, column, value):
    cell = sheet.getCellByPosition(column, row)
    if value is None:
        cell.clearContents(1 | 2 | 4 | 16)
    elif isinstance(value, str):
        cell.setString(value)
    else:
        cell.setValue(value)


def change(desktop, document, step):
    sheet = document.Sheets.getByName(step["sheet"])
    kind = step["do"]
    if kind == "insertRow":
        sheet.Rows.insertByIndex(step["row"], 1)
        for column, value in step["cells"].items():
            put(sheet, step["row"], int(column), value)
    elif kind == "deleteRow":
        sheet.Rows.removeByIndex(step["row"], 1)
    elif kind == "moveColumn":
        sheet.Columns.insertByIndex(step["to"], 1)
        last = 200
        source = sheet.getCellRangeByPosition(step["from"] + 1, 0, step["from"] + 1, last)
        place = CellAddress(source.RangeAddress.Sheet, step["to"], 0)
        sheet.moveRange(place, source.RangeAddress)
        sheet.Columns.removeByIndex(step["from"] + 1, 1)
    elif kind == "insertColumn":
        sheet.Columns.insertByIndex(step["column"], 1)
        put(sheet, step["row"], step["column"], step["header"])
    elif kind == "setCell":
        put(sheet, step["row"], step["column"], step["value"])
    elif kind == "sortRows":
        field = TableSortField()
        field.Field = step["by"]
        field.IsAscending = False
        area = sheet.getCellRangeByPosition(0, step["row"], step["columns"] - 1, step["row"] + step["rows"] - 1)
        fields = uno.Any("[]com.sun.star.table.TableSortField", (field,))
        area.sort((PropertyValue("SortFields", 0, fields, 0), *properties(ContainsHeader=False)))
    elif kind == "mergeCells":
        sheet.getCellRangeByPosition(step["column"], step["row"], step["column"], step["row"] + step["rows"] - 1).merge(True)
    elif kind == "hideRows":
        for row in range(step["row"], step["row"] + step["rows"]):
            sheet.Rows.getByIndex(row).IsVisible = False
    elif kind == "filterRows":
        area = sheet.getCellRangeByPosition(0, step["row"] - 1, step["columns"] - 1, step["row"] + step["rows"] - 1)
        descriptor = area.createFilterDescriptor(True)
        field = TableFilterField()
        field.Field = step["by"]
        field.Operator = EQUAL
        field.IsNumeric = False
        field.StringValue = step["text"]
        descriptor.setFilterFields((field,))
        descriptor.ContainsHeader = True
        area.filter(descriptor)
    elif kind == "renameSheet":
        sheet.Name = step["name"]
    elif kind == "keepSheet":
        # Copied cell by cell as through the clipboard: LibreOffice 7.4 crashes on saving a sheet that it imported.
        cursor = sheet.createCursor()
        cursor.gotoEndOfUsedArea(False)
        end = cursor.RangeAddress
        contents = sheet.getCellRangeByPosition(0, 0, end.EndColumn, end.EndRow).getDataArray()
        other = desktop.loadComponentFromURL("private:factory/scalc", "_blank", 0, properties(Hidden=True))
        page = other.Sheets.getByIndex(0)
        page.Name = step["sheet"]
        page.getCellRangeByPosition(0, 0, end.EndColumn, end.EndRow).setDataArray(contents)
        document.close(True)
        return other
    else:
        raise ValueError(kind)
    return document


def edit(desktop, job):
    # What belongs to a window, such as frozen panes, is lost where there is none.
    hidden = properties(Hidden="shown" not in job)
    document = desktop.loadComponentFromURL(Path(job["source"]).as_uri(), "_blank", 0, hidden)
    for step in job["steps"]:
        document = change(desktop, document, step)
    options = {}
    if "password" in job:
        # What its own dialog passes on; a plain Password is ignored for .xlsx.
        data = (NamedValue("CryptoType", "Standard"), NamedValue("OOXPassword", job["password"]))
        options["EncryptionData"] = uno.Any("[]com.sun.star.beans.NamedValue", data)
    document.storeToURL(Path(job["target"]).as_uri(), properties(FilterName=FILTERS[job["format"]], **options))
    document.close(True)


def connect(port):
    resolver = uno.getComponentContext().ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
    for _ in range(600):
        try:
            return resolver.resolve(f"uno:pipe,name={port};urp;StarOffice.ComponentContext")
        except Exception:
            time.sleep(0.2)
    raise RuntimeError("LibreOffice does not answer")


def main():
    soffice, jobs = sys.argv[1:3]
    with tempfile.TemporaryDirectory() as profile:
        pipe = f"nine-lists-{Path(profile).name}"
        office = subprocess.Popen(
            [soffice, f"-env:UserInstallation={Path(profile).as_uri()}", "--headless", "--norestore", f"--accept=pipe,name={pipe};urp;"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            context = connect(pipe)
            desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
            for job in json.loads(Path(jobs).read_text(encoding="utf-8")):
                edit(desktop, job)
            desktop.terminate()
            office.wait(60)
        finally:
            office.kill()


if __name__ == "__main__":
    main()
