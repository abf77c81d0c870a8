import type { ConditionalFormat } from '../sheet/model';
import type { Step } from './step';
import { bytesOfText } from './cell-input';

/** Takes all conditional formats off a sheet. */
export function unhighlightStep(sheet: string): Step {
  return { bytes: 500, run: (desk) => desk.sheet(sheet).getRange().conditionalFormats.clearAll() };
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

function addFormula({ custom }: Excel.ConditionalFormat, format: Extract<ConditionalFormat, { kind: 'formula' }>): void {
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
