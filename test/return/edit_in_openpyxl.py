"""Opens, changes and saves .xlsx files with openpyxl, as many an office's own script does: python3 FILE JOBS.json"""
import json
import sys
from copy import copy
from pathlib import Path

from openpyxl import Workbook, load_workbook


def move_column(sheet, source, target):
    sheet.insert_cols(target + 1)
    for row in range(1, sheet.max_row + 1):
        sheet.cell(row, target + 1).value = sheet.cell(row, source + 2).value
    sheet.delete_cols(source + 2)


def sort_rows(sheet, step):
    first, columns = step["row"] + 1, step["columns"]
    rows = [[sheet.cell(first + i, 1 + c).value for c in range(columns)] for i in range(step["rows"])]
    rows.sort(key=lambda row: str(row[step["by"]] or ""), reverse=True)
    for i, values in enumerate(rows):
        for c, value in enumerate(values):
            sheet.cell(first + i, 1 + c).value = value


def change(book, step):
    sheet = book[step["sheet"]]
    kind = step["do"]
    row = step.get("row", 0) + 1
    if kind == "insertRow":
        sheet.insert_rows(row)
        for column, value in step["cells"].items():
            sheet.cell(row, int(column) + 1).value = value
    elif kind == "deleteRow":
        sheet.delete_rows(row)
    elif kind == "moveColumn":
        move_column(sheet, step["from"], step["to"])
    elif kind == "insertColumn":
        sheet.insert_cols(step["column"] + 1)
        sheet.cell(row, step["column"] + 1).value = step["header"]
    elif kind == "setCell":
        sheet.cell(row, step["column"] + 1).value = step["value"]
    elif kind == "sortRows":
        sort_rows(sheet, step)
    elif kind == "mergeCells":
        sheet.merge_cells(start_row=row, end_row=row + step["rows"] - 1, start_column=step["column"] + 1, end_column=step["column"] + 1)
    elif kind == "hideRows":
        for number in range(row, row + step["rows"]):
            sheet.row_dimensions[number].hidden = True
    elif kind == "filterRows":
        for table in sheet.tables.values():
            table.autoFilter.add_filter_column(step["by"], [step["text"]])
        for number in range(row, row + step["rows"]):
            sheet.row_dimensions[number].hidden = sheet.cell(number, step["by"] + 1).value != step["text"]
    elif kind == "renameSheet":
        sheet.title = step["name"]
    elif kind == "keepSheet":
        other = Workbook()
        page = other.active
        page.title = step["sheet"]
        for cells in sheet.iter_rows():
            for cell in cells:
                copied = page.cell(cell.row, cell.column, cell.value)
                copied.number_format = copy(cell.number_format)
        return other
    else:
        raise ValueError(kind)
    return book


for job in json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")):
    book = load_workbook(job["source"])
    for step in job["steps"]:
        book = change(book, step)
    book.save(job["target"])
