import { subtractArea } from './area';
import type { Area, ConditionalFormat } from './model';
import { createFormulaMover } from './move-formula';

const textOrReference = /("(?:[^"]|"")*")|\$?[A-Z]{1,3}\$?[0-9]{1,7}|#REF!/gi;

/** What is left of a formula when its references are taken out: pasting, sorting and inserting change nothing else. */
function shapeOf(formula: string): string {
  return formula.replace(textOrReference, (_, text: string | undefined) => text ?? '@').replace(/^=/, '');
}

/**
 * True where the formula (in English) is one of these formats' but for its references: the same format, wherever it
 * has been pasted, moved or broken up to, and also where what it referred to is gone.
 */
export function isOurFormula(formula: string, ours: readonly ConditionalFormat[]): boolean {
  const shape = shapeOf(formula);
  return ours.some((format) => format.kind === 'formula' && shapeOf(format.formula) === shape);
}

/** The formats of a sheet that these do not take the place of (Change replaceConditionalFormats), in their order. */
export function withoutOurs(formats: readonly ConditionalFormat[], ours: readonly ConditionalFormat[]): ConditionalFormat[] {
  const bars = ours.filter(({ kind }) => kind === 'dataBar');
  return formats
    .filter((format) => format.kind !== 'formula' || !isOurFormula(format.formula, ours))
    .flatMap((format) => outsideBars(format, bars));
}

function outsideBars(format: ConditionalFormat, bars: readonly ConditionalFormat[]): ConditionalFormat[] {
  const left = bars.reduce<readonly Area[]>((parts, bar) => parts.flatMap((part) => subtractArea(part, bar.area)), [format.area]);
  if (left.length === 1 && left[0] === format.area) return [format];
  if (format.kind === 'dataBar') return left.map((area) => ({ ...format, area }));
  const move = createFormulaMover(format.formula.slice(1), format.area.row, format.area.column);
  return left.map((area) => ({ ...format, area, formula: `=${move(area.row, area.column)}` }));
}
