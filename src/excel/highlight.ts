import type { Area, ConditionalFormat, FormulaFormat } from '../sheet/model';
import { isOurFormula } from '../sheet/our-format';
import { bytesOfText } from './cell-input';
import { sendRequest, type Desk } from './request';
import type { Step } from './step';

/** A conditional format as it stands on a sheet. */
export interface Highlight {
  readonly id: string;
  /** Null for one that has none, such as a data bar. */
  readonly formula: string | null;
}

/**
 * Asks for the conditional formats of a sheet in a request; the returned function gives them once it has been
 * answered. Never by `custom`: one format of another kind makes Excel refuse the whole request (office-js#2180).
 */
export function askForHighlights(desk: Desk, sheet: string): () => readonly Highlight[] {
  const { conditionalFormats } = desk.sheet(sheet).getRange();
  conditionalFormats.load('items/id,items/customOrNullObject/rule/formula');
  return () =>
    conditionalFormats.items.map(({ id, customOrNullObject: custom }) => ({
      id,
      formula: custom.isNullObject ? null : custom.rule.formula,
    }));
}

/** The same in two round trips and with plainer words, for when the one question for all of it is refused. */
export async function readHighlights(sheet: string): Promise<readonly Highlight[]> {
  const formatsOf = (desk: Desk) => desk.sheet(sheet).getRange().conditionalFormats;
  const { items } = await sendRequest((desk) => formatsOf(desk).load('items/id,items/type'));
  const rules = await sendRequest((desk) =>
    items.map(({ id, type }) => (type === 'Custom' ? formatsOf(desk).getItem(id).custom.rule.load('formula') : null)),
  );
  return items.map(({ id }, at) => ({ id, formula: rules[at]?.formula ?? null }));
}

/** Takes ours off, as far as they are known again by their formulas, and lays them anew above what else there is. */
export function relaySteps(sheet: string, formats: readonly ConditionalFormat[], present: readonly Highlight[]): readonly Step[] {
  const old = present.filter(({ formula }) => formula !== null && (isUnfinished(formula) || isOurFormula(formula, formats)));
  const remove = old.length === present.length ? [clearStep(sheet)] : old.map(({ id }) => deleteStep(sheet, id));
  const bars = formats.filter(({ kind }) => kind === 'dataBar');
  return [...remove, ...bars.map(({ area }) => clearAreaStep(sheet, area)), ...highlightSteps(sheet, formats)];
}

/** A format that was added and got no formula yet when the write broke off: it never applies, and nobody wants it. */
function isUnfinished(formula: string): boolean {
  return /^=?(FALSE(\(\))?)?$/i.test(formula.trim());
}

function clearAreaStep(sheet: string, area: Area): Step {
  return { bytes: 500, run: (desk) => desk.range(sheet, area).conditionalFormats.clearAll() };
}

function clearStep(sheet: string): Step {
  return { bytes: 500, run: (desk) => desk.sheet(sheet).getRange().conditionalFormats.clearAll() };
}

/** Excel does not find some formats by what it gave as their id (office-js#5222): that must not stop the rest. */
function deleteStep(sheet: string, id: string): Step {
  return { bytes: 700, run: (desk) => desk.sheet(sheet).getRange().conditionalFormats.getItemOrNullObject(id).delete() };
}

/** Conditional formats; Excel puts each new one first, so the last is added first. */
export function highlightSteps(sheet: string, formats: readonly ConditionalFormat[]): readonly Step[] {
  return [...formats].reverse().map((format) => ({
    bytes: 1300 + (format.kind === 'formula' ? bytesOfText(format.formula) : 0),
    run: (desk) => {
      const { conditionalFormats } = desk.range(sheet, format.area);
      if (format.kind === 'formula') addFormula(conditionalFormats.add('Custom'), format);
      else addBar(conditionalFormats.add('DataBar'), format);
    },
  }));
}

function addFormula({ custom }: Excel.ConditionalFormat, format: FormulaFormat): void {
  custom.rule.formula = format.formula;
  if (format.fill !== undefined) custom.format.fill.color = format.fill;
  if (format.color !== undefined) custom.format.font.color = format.color;
  if (format.bold === true) custom.format.font.bold = true;
}

function addBar({ dataBar }: Excel.ConditionalFormat, format: Extract<ConditionalFormat, { kind: 'dataBar' }>): void {
  dataBar.lowerBoundRule = { type: 'Number', formula: String(format.minimum) };
  dataBar.upperBoundRule = { type: 'Number', formula: String(format.maximum) };
  dataBar.positiveFormat.fillColor = format.color;
}
