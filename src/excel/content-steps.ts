import { formatArea } from '../sheet/address';
import type { Area, Block, Content, Formula } from '../sheet/model';
import { bytesOf, toCellInput, type CellInput } from './cell-input';
import { splitArea } from './read';
import { WRITE_CELLS, type Step } from './step';

/** Bytes of a range's look-up and of the call that sets it. */
const CALL_BYTES = 400;
/** The largest part of a block that one range is given; a line of it holds at most 1,000,000 bytes in Excel's limits. */
const PART_BYTES = 1_000_000;

type IsTextCell = (row: number, column: number) => boolean;

/** The block's constants; cells with formulas are left alone (null), empty ones stay empty or are cleared. */
export function constantSteps(sheet: string, block: Block, isTextCell: IsTextCell): readonly Step[] {
  const write = (cell: Content, row: number, column: number): CellInput | null =>
    isFormula(cell) ? null : toCellInput(cell, isTextCell(row, column));
  return partsOf(block)
    .map((area) => ({ area, inputs: inputsOf(block, area, write) }))
    .filter(({ inputs }) => inputs.some((line) => line.some((input) => input !== null && input !== '')))
    .flatMap(({ area, inputs }) => splitByBytes(area, inputs))
    .map(({ area, inputs }) => ({
      bytes: CALL_BYTES + bytesOf(inputs),
      run: (desk) => void (desk.range(sheet, area).values = [...inputs] as CellInput[][]),
    }));
}

/** The block's formulas, in as few rectangles as there are; a cell formatted as text would show them as they are. */
export function formulaSteps(sheet: string, block: Block, isTextCell: IsTextCell): readonly Step[] {
  const rectangles = formulaAreas(block, isTextCell).flatMap((area) => splitArea(area, WRITE_CELLS));
  return rectangles
    .flatMap((area) => splitByBytes(area, inputsOf(block, area, (cell) => toCellInput(cell, false))))
    .map(({ area, inputs }) => ({
      bytes: CALL_BYTES + bytesOf(inputs),
      run: (desk) => {
        const range = desk.range(sheet, area);
        const isText = isTextCell(area.row, area.column);
        if (isText) range.numberFormat = 'General' as unknown as string[][];
        range.formulas = [...inputs] as CellInput[][];
        if (isText) range.numberFormat = '@' as unknown as string[][];
      },
    }));
}

/** Constants and formulas in one go, null clearing the cell. */
export function writeSteps(sheet: string, block: Block, isTextCell: IsTextCell): readonly Step[] {
  const write = (cell: Content, row: number, column: number): CellInput =>
    toCellInput(cell, isTextCell(row, column));
  return partsOf(block)
    .flatMap((area) => splitByBytes(area, inputsOf(block, area, write)))
    .map(({ area, inputs }) => ({
      bytes: CALL_BYTES + bytesOf(inputs),
      run: (desk) => void (desk.range(sheet, area).formulas = [...inputs] as CellInput[][]),
    }));
}

export function areaOfBlock(block: Block): Area {
  return { row: block.row, column: block.column, rows: block.content.length, columns: block.content[0]?.length ?? 0 };
}

function partsOf(block: Block): readonly Area[] {
  const area = areaOfBlock(block);
  return area.rows > 0 && area.columns > 0 ? splitArea(area, WRITE_CELLS) : [];
}

function inputsOf<T>(block: Block, area: Area, write: (cell: Content, row: number, column: number) => T): T[][] {
  return block.content.slice(area.row - block.row, area.row - block.row + area.rows).map((line, i) => {
    const from = area.column - block.column;
    return line.slice(from, from + area.columns).map((cell, j) => write(cell, area.row + i, area.column + j));
  });
}

interface Part<T> {
  readonly area: Area;
  readonly inputs: readonly (readonly T[])[];
}

function splitByBytes<T extends CellInput | null>(area: Area, inputs: readonly (readonly T[])[]): readonly Part<T>[] {
  if (inputs.length === 1 || bytesOf(inputs) <= PART_BYTES) return [{ area, inputs }];
  const half = Math.ceil(inputs.length / 2);
  return [
    ...splitByBytes({ ...area, rows: half }, inputs.slice(0, half)),
    ...splitByBytes({ ...area, row: area.row + half, rows: area.rows - half }, inputs.slice(half)),
  ];
}

function isFormula(cell: Content): cell is Formula {
  return typeof cell === 'object' && cell !== null;
}

/** Runs of formulas down each column, of one kind of format; neighbouring columns alike in one rectangle. */
function formulaAreas({ row, column, content }: Block, isTextCell: IsTextCell): readonly Area[] {
  const areas: Area[] = [];
  let open = new Map<string, Area>();
  const width = content[0]?.length ?? 0;
  for (let c = 0; c <= width; c += 1) {
    const next = new Map<string, Area>();
    for (let r = 0; r < content.length; r += 1) {
      if (!isFormula(content[r]?.[c] ?? null)) continue;
      const isText = isTextCell(row + r, column + c);
      let end = r + 1;
      while (isFormula(content[end]?.[c] ?? null) && isTextCell(row + end, column + c) === isText) end += 1;
      const key = `${r},${end},${isText}`;
      const before = open.get(key);
      next.set(key, before ? { ...before, columns: before.columns + 1 } : { row: row + r, column: column + c, rows: end - r, columns: 1 });
      open.delete(key);
      r = end - 1;
    }
    areas.push(...open.values());
    open = next;
  }
  return areas;
}

/** For error messages: where a block is. */
export function describeBlock(sheet: string, block: Block): string {
  return `${sheet}!${formatArea({ ...areaOfBlock(block), columns: Math.max(1, areaOfBlock(block).columns) })}`;
}
