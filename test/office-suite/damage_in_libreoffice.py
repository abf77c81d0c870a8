"""As test/return's, and what takes the layout of a sheet apart: python3 FILE SOFFICE JOBS.json"""
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "return"))

import edit_in_libreoffice as editor
from com.sun.star.table import CellAddress

change_cells = editor.change


def area_of(sheet, step):
    return sheet.getCellRangeByPosition(
        step["column"], step["row"], step["column"] + step["columns"] - 1, step["row"] + step["rows"] - 1
    )


def change(desktop, document, step):
    kind = step["do"]
    if kind == "removeName":
        document.NamedRanges.removeByName(step["name"])
        return document
    if kind == "removeTable":
        document.DatabaseRanges.removeByName(step["table"])
        return document
    if kind == "removeFilter":
        document.DatabaseRanges.getByName(step["table"]).AutoFilter = False
        return document
    sheet = document.Sheets.getByName(step["sheet"])
    if kind == "pasteOver":
        # Plain cells from the hidden sheet's far end, with all that a paste brings along.
        source = document.Sheets.getByName(step["from"]).getCellRangeByPosition(200, 900, 199 + step["columns"], 899 + step["rows"])
        target = CellAddress(sheet.RangeAddress.Sheet, step["column"], step["row"])
        sheet.copyRange(target, source.RangeAddress)
    elif kind == "clearCells":
        area_of(sheet, step).clearContents(1 | 2 | 4 | 16)
    elif kind == "pasteValues":
        area = area_of(sheet, step)
        values = area.getDataArray()
        area.setDataArray(values)
    elif kind == "removeColours":
        formats = sheet.getCellRangeByPosition(0, 0, 0, 0).Spreadsheet.ConditionalFormats
        for each in formats.getConditionalFormats():
            formats.removeByID(each.ID)
    elif kind == "unprotect":
        sheet.unprotect("")
    elif kind == "removePrint":
        sheet.setPrintAreas(())
        sheet.setPrintTitleRows(False)
    elif kind == "showSheet":
        sheet.IsVisible = True
    elif kind == "hideSheet":
        sheet.IsVisible = False
    elif kind == "hideColumn":
        sheet.Columns.getByIndex(step["column"]).IsVisible = False
    elif kind == "hideRows":
        for row in range(step["row"], step["row"] + step["rows"]):
            sheet.Rows.getByIndex(row).IsVisible = False
    elif kind == "showColumn":
        sheet.Columns.getByIndex(step["column"]).IsVisible = True
    else:
        return change_cells(desktop, document, step)
    return document


editor.change = change
editor.main()
