import type { ConditionalFormat, FormulaFormat } from './model';

const textOrReference = /("(?:[^"]|"")*")|\$?[A-Z]{1,3}\$?[0-9]{1,7}|#REF!/gi;

/** What is left of a formula when its references are taken out: pasting, sorting and inserting change nothing else. */
function shapeOf(formula: string): string {
  return formula.replace(textOrReference, (_, text: string | undefined) => text ?? '@').replace(/^=/, '');
}

/**
 * True where the formula (in English) is one of these formats' but for its references: the same format, wherever it
 * has been pasted, moved or broken up to, and also where what it referred to is gone.
 */
export function isOurFormula(formula: string, ours: readonly FormulaFormat[]): boolean {
  const shape = shapeOf(formula);
  return ours.some((format) => shapeOf(format.formula) === shape);
}

/** The formats of a sheet that are not ours, in their order. */
export function withoutOurs(formats: readonly ConditionalFormat[], ours: readonly FormulaFormat[]): ConditionalFormat[] {
  return formats.filter((format) => format.kind !== 'formula' || !isOurFormula(format.formula, ours));
}
