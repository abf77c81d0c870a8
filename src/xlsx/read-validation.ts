import { parseArea } from '../sheet/address';
import type { Area, Validation } from '../sheet/model';
import type { Budget } from './budget';
import { childText, elementsOf, isTrue } from './xml-element';
import type { XmlElement } from './xml-element';
import { decodeEscapes } from './xml-text';

/**
 * The input checks of a worksheet part, in the plain form and in the one of later Excel and of WPS (in extLst, with
 * <xm:sqref> and <xm:f>). Read by us: the library drops checks that only have a prompt. Checks that the model
 * does not know (custom, time, comparisons with a cell) are left out. Throws FileError tooLarge.
 */
export function readValidations(xml: string, budget: Budget, sheet: string): readonly Validation[] {
  const validations: Validation[] = [];
  for (const element of elementsOf(xml, 'dataValidation')) {
    budget.spend('formats', 1, sheet);
    const rule = readRule(element);
    if (!rule) continue;
    const prompt = readPrompt(element);
    const error = rule.kind === 'any' ? undefined : readError(element);
    const ranges = element.attributes.get('sqref') ?? childText(element.inner, 'sqref') ?? '';
    for (const area of parseAreas(ranges, budget, sheet)) {
      validations.push({ area, rule, ...(prompt && { prompt }), ...(error && { error }) });
    }
  }
  return validations;
}

/** A list of ranges parted by blanks, as files write them. Throws FileError tooLarge. */
export function parseAreas(ranges: string, budget: Budget, sheet?: string): readonly Area[] {
  // By length, before it is split: no range is shorter than A1 and a blank.
  budget.spend('formats', Math.ceil(ranges.length / 3), sheet);
  return ranges.split(/\s+/).flatMap((range) => parseArea(range) ?? []);
}

function readRule({ attributes, inner }: XmlElement): Validation['rule'] | null {
  const type = attributes.get('type') ?? 'none';
  const first = childText(inner, 'formula1');
  if (type === 'none') return { kind: 'any' };
  if (type === 'list') return first === null || first.trim() === '' ? null : { kind: 'list', source: `=${first.trim().replace(/^=/, '')}` };
  if (type !== 'decimal' && type !== 'whole' && type !== 'date' && type !== 'textLength') return null;
  const operator = attributes.get('operator') ?? 'between';
  const minimum = numberOf(first);
  if (minimum === null) return null;
  if (operator === 'equal') return { kind: type, operator: 'between', minimum, maximum: minimum };
  if (operator === 'greaterThanOrEqual' || operator === 'lessThanOrEqual') return { kind: type, operator, minimum };
  const maximum = numberOf(childText(inner, 'formula2'));
  return operator === 'between' && maximum !== null ? { kind: type, operator, minimum, maximum } : null;
}

function numberOf(text: string | null): number | null {
  const trimmed = text?.trim() ?? '';
  const number = Number(trimmed);
  return trimmed === '' || !Number.isFinite(number) ? null : number;
}

function readPrompt({ attributes }: XmlElement): Validation['prompt'] {
  const title = decodeEscapes(attributes.get('promptTitle') ?? '');
  const text = decodeEscapes(attributes.get('prompt') ?? '');
  return isTrue(attributes.get('showInputMessage')) && (title || text) ? { title, text } : undefined;
}

function readError({ attributes }: XmlElement): Validation['error'] {
  const title = decodeEscapes(attributes.get('errorTitle') ?? '');
  const text = decodeEscapes(attributes.get('error') ?? '');
  const style = attributes.get('errorStyle');
  const level = style === 'warning' || style === 'information' ? style : 'stop';
  const isShown = isTrue(attributes.get('showErrorMessage'));
  return isShown && (title || text || level !== 'stop') ? { title, text, level } : undefined;
}
