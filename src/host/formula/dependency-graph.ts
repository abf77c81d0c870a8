import type { Area } from '../../sheet/model';
import type { Place, ReferenceResolver } from './resolve-reference';
import { isError } from './scalar';
import type { SheetCells } from './sheet-cells';
import type { FormulaCell, ReadArea } from './vertex';

/** The cell's own place, as its formula is resolved for it. */
export function placeOf(cell: FormulaCell): Place {
  return { sheet: cell.sheet, row: cell.row, column: cell.column, rowShift: 0, columnShift: 0 };
}

function areaOf(cell: FormulaCell): Area {
  return { row: cell.row, column: cell.column, rows: 1, columns: 1 };
}

function hasDirty(shared: ReadArea): boolean {
  let found = false;
  shared.sheet.visitFormulas(shared.area, (cell) => {
    found ||= cell.isDirty;
  });
  return found;
}

/** Who reads what, and what is older than what it reads. */
export class DependencyGraph {
  readonly dirty = new Set<FormulaCell>();
  /** Something changed since the last calculation, be it read by a formula or not. */
  isAnythingNew = false;
  private readonly touched: ReadArea[] = [];

  /** Notes the ranges that a cell's formula reads. */
  bind(cell: FormulaCell, references: readonly ReferenceResolver[]): void {
    const place = placeOf(cell);
    cell.areas = [];
    for (const resolve of references) {
      const reference = resolve(place);
      if (isError(reference)) continue;
      const shared = (reference.sheet as SheetCells).shareArea(reference.area);
      if (cell.areas.includes(shared)) continue;
      shared.readers.push(cell);
      cell.areas.push(shared);
    }
  }

  unbind(cell: FormulaCell): void {
    for (const area of cell.areas) {
      area.readers.splice(area.readers.indexOf(cell), 1);
      if (area.readers.length === 0) area.sheet.dropArea(area);
    }
    cell.areas = [];
  }

  /** Cells bound just now: they are dirty, and so are their readers. */
  admit(cells: Iterable<FormulaCell>): void {
    for (const cell of cells) {
      cell.isDirty = true;
      this.dirty.add(cell);
      this.touch(cell.sheet, areaOf(cell));
    }
    // A range read for the first time has not been told of cells inside it that were dirty before.
    for (const cell of cells) {
      for (const area of cell.areas) if (!area.isTouched && hasDirty(area)) this.touchAlone(area);
    }
  }

  markDirty(cell: FormulaCell): void {
    if (cell.isDirty) return;
    cell.isDirty = true;
    this.dirty.add(cell);
    this.touch(cell.sheet, areaOf(cell));
  }

  /** Everything that reads the area, directly or through other formulas, is dirty from now on. */
  touch(sheet: SheetCells, area: Area): void {
    this.isAnythingNew = true;
    const waiting: { sheet: SheetCells; area: Area }[] = [{ sheet, area }];
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      next.sheet.visitReaders(next.area, (shared) => {
        if (shared.isTouched) return;
        this.touchAlone(shared);
        for (const reader of shared.readers) {
          if (reader.isDirty) continue;
          reader.isDirty = true;
          this.dirty.add(reader);
          waiting.push({ sheet: reader.sheet, area: areaOf(reader) });
        }
      });
    }
  }

  private touchAlone(shared: ReadArea): void {
    shared.isTouched = true;
    shared.content = null;
    this.touched.push(shared);
  }

  /** To be called when everything dirty has been computed. */
  settle(): void {
    this.dirty.clear();
    for (const area of this.touched) area.isTouched = false;
    this.touched.length = 0;
  }
}
