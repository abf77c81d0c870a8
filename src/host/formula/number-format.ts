import { format, formatColor, isDateFormat, isValidFormat } from 'numfmt';
import { numberToText } from './coerce';
import type { Value } from './scalar';

const CHINESE = { locale: 'zh-CN' } as const;
const valid = new Map<string, boolean>();

function isUsable(pattern: string): boolean {
  let known = valid.get(pattern);
  if (known === undefined) {
    known = isValidFormat(pattern);
    valid.set(pattern, known);
  }
  return known;
}

/** A number in a cell of format General: eleven characters wide, as Excel shows it. */
function formatGeneral(value: number): string {
  const text = numberToText(value);
  return text.length <= 11 ? text : format('General', value, CHINESE);
}

export interface FormattedValue {
  readonly text: string;
  /** Colour that the format itself asks for ([Red]), as CSS knows it. */
  readonly color?: string;
  /** Set where the format cannot be read (the text is then as General shows it), or cannot show the number (#). */
  readonly invalid?: boolean;
}

/** Text of a cell's value as the number format has it; a malformed format shows the value as General does. */
export function formatValue(value: Value, numberFormat: string): FormattedValue {
  if (value === null) return { text: '' };
  if (typeof value === 'boolean') return { text: value ? 'TRUE' : 'FALSE' };
  const isGeneral = numberFormat === '' || /^general$/i.test(numberFormat);
  if (isGeneral) return { text: typeof value === 'number' ? formatGeneral(value) : value };
  if (!isUsable(numberFormat)) return { text: typeof value === 'number' ? formatGeneral(value) : value, invalid: true };
  if (typeof value === 'number' && value < 0 && isDateFormat(numberFormat)) return { text: '########', invalid: true };
  const text = format(numberFormat, value, CHINESE);
  const color = numberFormat.includes('[') ? formatColor(numberFormat, value) : undefined;
  return typeof color === 'string' ? { text, color } : { text };
}
