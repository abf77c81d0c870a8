import { formatArea } from '../sheet/address';
import type { Area, Block, Content, Formula } from '../sheet/model';
import type { Value } from './cell-block';
import { bytesOf, toCellInput, type CellInput } from './cell-input';
import type { Pieces } from './breathe';
import { withLook } from './found-cells';
import { splitArea } from './read';
import { WRITE_CELLS, type Step } from './step';

/** Bytes of a range's look-up and of the call that sets it. */
const CALL_BYTES = 400;
/** The largest part of a block that one range is given; a line of it holds at most 1,000,000 bytes in Excel's limits. */
const PART_BYTES = 1_000_000;

type IsTextCell = (row: number, column: number) => boolean;

/** The block's constants; cells with formulas are left alone (null), empty ones stay empty or are cleared. */
export function* constantSteps(sheet: string, block: Block, isTextCell: IsTextCell): Pieces<readonly Step[]> {
  const write = (cell: Content, row: number, column: number): CellInput | null =>
    isFormula(cell) ? null : toCellInput(cell, isTextCell(row, column));
  const steps: Step[] = [];
  for (const whole of partsOf(block)) {
    const cells = inputsOf(block, whole, write);
    if (!cells.some((line) => line.some((input) => input !== null && input !== ''))) continue;
    for (const { area, inputs, bytes } of yield* splitByBytes(whole, cells)) {
      steps.push({ bytes: CALL_BYTES + bytes, run: (desk) => void (desk.range(sheet, area).values = [...inputs] as CellInput[][]) });
    }
    yield;
  }
  return steps;
}

/** The block's formulas, in as few rectangles as there are; a cell formatted as text would show them as they are. */
export function* formulaSteps(sheet: string, block: Block, isTextCell: IsTextCell): Pieces<readonly Step[]> {
  const steps: Step[] = [];
  const rectangles = (yield* formulaAreas(block, isTextCell)).flatMap((area) => splitArea(area, WRITE_CELLS));
  for (const whole of rectangles) {
    for (const { area, inputs, bytes } of yield* splitByBytes(whole, inputsOf(block, whole, (cell) => toCellInput(cell, false)))) {
      const isText = isTextCell(area.row, area.column);
      steps.push({
        bytes: CALL_BYTES + bytes,
        run: (desk) => {
          const range = desk.range(sheet, area);
          if (isText) range.numberFormat = 'General' as unknown as string[][];
          range.formulas = [...inputs] as CellInput[][];
          if (isText) range.numberFormat = '@' as unknown as string[][];
        },
      });
    }
    yield;
  }
  return steps;
}

/** Constants and formulas in one go, null clearing the cell; with a look at what was there before where that is expected to be something. */
export function* writeSteps(
  sheet: string,
  block: Block,
  isTextCell: IsTextCell,
  expects: readonly (readonly Value[])[] | null,
): Pieces<readonly Step[]> {
  const write = (cell: Content, row: number, column: number): CellInput =>
    toCellInput(cell, isTextCell(row, column));
  const steps: Step[] = [];
  for (const whole of partsOf(block)) {
    for (const { area, inputs, bytes } of yield* splitByBytes(whole, inputsOf(block, whole, write))) {
      const step: Step = {
        bytes: CALL_BYTES + bytes,
        run: (desk) => void (desk.range(sheet, area).formulas = [...inputs] as CellInput[][]),
      };
      steps.push(expects === null ? step : withLook(step, sheet, area, cutOut(block.content, block, area), cutOut(expects, block, area)));
    }
    yield;
  }
  return steps;
}

export function areaOfBlock(block: Block): Area {
  return { row: block.row, column: block.column, rows: block.content.length, columns: block.content[0]?.length ?? 0 };
}

function partsOf(block: Block): readonly Area[] {
  const area = areaOfBlock(block);
  return area.rows > 0 && area.columns > 0 ? splitArea(area, WRITE_CELLS) : [];
}

function inputsOf<T>(block: Block, area: Area, write: (cell: Content, row: number, column: number) => T): T[][] {
  return cutOut(block.content, block, area).map((line, i) => line.map((cell, j) => write(cell, area.row + i, area.column + j)));
}

/** The part of lines that begin where the block does which lies in the area. */
function cutOut<T>(lines: readonly (readonly T[])[], { row, column }: Pick<Block, 'row' | 'column'>, area: Area): T[][] {
  const from = area.column - column;
  return lines.slice(area.row - row, area.row - row + area.rows).map((line) => line.slice(from, from + area.columns));
}

interface Part<T> {
  readonly area: Area;
  readonly inputs: readonly (readonly T[])[];
  readonly bytes: number;
}

/** Lines together as long as they keep within PART_BYTES. */
function* splitByBytes<T extends CellInput | null>(area: Area, inputs: readonly (readonly T[])[]): Pieces<readonly Part<T>[]> {
  const parts: Part<T>[] = [];
  let [from, bytes, counted] = [0, 0, 0];
  const close = (end: number): void => {
    parts.push({ area: { ...area, row: area.row + from, rows: end - from }, inputs: inputs.slice(from, end), bytes });
    [from, bytes] = [end, 0];
  };
  for (const [at, line] of inputs.entries()) {
    const more = bytesOf([line]);
    if (at > from && bytes + more > PART_BYTES) close(at);
    bytes += more;
    counted += more;
    if (counted < PART_BYTES) continue;
    counted = 0;
    yield;
  }
  close(inputs.length);
  return parts;
}

function isFormula(cell: Content): cell is Formula {
  return typeof cell === 'object' && cell !== null;
}

/** Runs of formulas down each column, of one kind of format; neighbouring columns alike in one rectangle. */
function* formulaAreas({ row, column, content }: Block, isTextCell: IsTextCell): Pieces<readonly Area[]> {
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
    yield;
  }
  return areas;
}

/** For error messages: where a block is. */
export function describeBlock(sheet: string, block: Block): string {
  return `${sheet}!${formatArea({ ...areaOfBlock(block), columns: Math.max(1, areaOfBlock(block).columns) })}`;
}
