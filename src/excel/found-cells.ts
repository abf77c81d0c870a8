import { formatArea } from '../sheet/address';
import type { Area, Content } from '../sheet/model';
import { blockOf, bytesPerCell, isFormulaStanding, wholePart, type CellBlock, type Value } from './cell-block';
import { bytesOf, toCellInput, type CellInput } from './cell-input';
import type { FoundCells } from './finding';
import type { Desk } from './request';
import { isSameStanding } from './spelling';
import type { Step } from './step';

/** Bytes of a range's look-up and of the question, and of a number format in the answer. */
const CALL_BYTES = 350;
const FORMAT_BYTES = 12;

/** Errors as constants: typed, they are errors again; no user has them as text. */
const ERROR = /^#(?:N\/A|NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|SPILL!|CALC!|GETTING_DATA)$/;

/** The step that writes these contents, with a look at what it writes over. */
export function withLook(step: Step, sheet: string, area: Area, written: readonly (readonly Content[])[], expects: readonly (readonly Value[])[]): Step {
  const read: CellBlock = { area, values: expects.map((line) => line.map(inAnswer)), formulas: expects.map((line) => line.map(inAnswer)) };
  return {
    ...step,
    bytes: step.bytes + CALL_BYTES,
    answerBytes: area.rows * area.columns * (bytesPerCell(read) + FORMAT_BYTES),
    look: (desk) => {
      const ask = askForStanding(desk, sheet, area);
      return () => {
        const found = ask();
        return { kind: 'cells', sheet, area, ...found, written, isExpected: isExpected(found.block, expects, written) };
      };
    },
  };
}

/** Never a range that the write shares: what is asked of it later would take the place of this answer. */
function askForStanding(desk: Desk, sheet: string, area: Area): () => Pick<FoundCells, 'block' | 'numberFormats'> {
  const range = desk.sheet(sheet).getRange(formatArea(area));
  range.load('values,formulas,numberFormat');
  return () => ({ block: blockOf(sheet, area, range), numberFormats: wholePart(sheet, area, range.numberFormat) });
}

function inAnswer(value: Value): unknown {
  return value ?? '';
}

function isExpected({ formulas }: CellBlock, expects: readonly (readonly Value[])[], written: readonly (readonly Content[])[]): boolean {
  return formulas.every((line, i) =>
    line.every((cell, j) => isSameStanding(cell, expects[i]?.[j] ?? null) || isSameStanding(cell, asStanding(written[i]?.[j] ?? null))),
  );
}

function asStanding(content: Content): Value {
  return typeof content === 'object' && content !== null ? content.formula : content;
}

/**
 * Puts back what stood in the cells, with its number formats; newest first, since one may lie over another. With
 * `now`, which is what stands there by now, only cells that still hold what was written.
 */
export function putBackSteps(found: readonly FoundCells[], now: ReadonlyMap<FoundCells, CellBlock> | null): readonly Step[] {
  return [...found].reverse().flatMap((one) => {
    const { sheet, area } = one;
    const isOurs = (i: number, j: number): boolean =>
      now === null || isSameStanding(now.get(one)?.formulas[i]?.[j], asStanding(one.written[i]?.[j] ?? null));
    const pick = <T>(choose: (i: number, j: number) => T): (T | null)[][] =>
      one.block.formulas.map((line, i) => line.map((_, j) => (isOurs(i, j) ? choose(i, j) : null)));
    const inputs = pick((i, j) => inputOf(one, i, j));
    if (inputs.every((line) => line.every((input) => input === null))) return [];
    const formatOf = (i: number, j: number): unknown => one.numberFormats[i]?.[j];
    return {
      bytes: 3 * CALL_BYTES + bytesOf(inputs) + 2 * FORMAT_BYTES * area.rows * area.columns,
      run: (desk) => {
        const range = desk.range(sheet, area);
        range.numberFormat = pick((i, j) => (isNoTextInText(one, i, j) ? 'General' : formatOf(i, j))) as string[][];
        range.formulas = inputs as CellInput[][];
        if (pick((i, j) => isNoTextInText(one, i, j)).some((line) => line.includes(true))) range.numberFormat = pick(formatOf) as string[][];
      },
    };
  });
}

/** A text cell makes text of what it is given, but not of a number or formula that it holds already. */
function isNoTextInText({ block, numberFormats }: FoundCells, i: number, j: number): boolean {
  const value = block.values[i]?.[j];
  return numberFormats[i]?.[j] === '@' && (typeof value !== 'string' || isFormulaStanding(value, block.formulas[i]?.[j]));
}

function inputOf({ block, numberFormats }: FoundCells, i: number, j: number): CellInput {
  const value = block.values[i]?.[j] as CellInput;
  const formula = block.formulas[i]?.[j] as CellInput;
  if (isFormulaStanding(value, formula)) return formula;
  if (typeof value === 'string' && ERROR.test(value)) return value;
  return value === '' ? '' : toCellInput(value, numberFormats[i]?.[j] === '@');
}

/** Asks for what stands by now where these were found. */
export function askForNow(desk: Desk, found: readonly FoundCells[]): () => ReadonlyMap<FoundCells, CellBlock> {
  const asked = found.map((one) => [one, askForStanding(desk, one.sheet, one.area)] as const);
  return () => new Map(asked.map(([one, ask]) => [one, ask().block]));
}
