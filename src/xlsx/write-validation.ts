import type { DataValidation } from 'hucre/xlsx';
import { formatArea } from '../sheet/address';
import type { Validation } from '../sheet/model';
import { escapeUnsafe } from './xml-text';

/** More makes Excel repair the file. */
const LONGEST_PROMPT_TITLE = 32;
const LONGEST_PROMPT = 255;

/** An input check or prompt, in the file library's terms. */
export function toFileValidation({ area, rule, prompt, error }: Validation): DataValidation {
  return {
    ...toFileCheck(rule),
    range: formatArea(area),
    allowBlank: true,
    showInputMessage: prompt !== undefined,
    showErrorMessage: rule.kind !== 'any',
    ...(prompt && {
      inputTitle: shorten(prompt.title, LONGEST_PROMPT_TITLE),
      inputMessage: shorten(prompt.text, LONGEST_PROMPT),
    }),
    ...(error && {
      errorTitle: shorten(error.title, LONGEST_PROMPT_TITLE),
      errorMessage: shorten(error.text, LONGEST_PROMPT),
      errorStyle: error.level,
    }),
  };
}

function toFileCheck(rule: Validation['rule']): Pick<DataValidation, 'type' | 'operator' | 'formula1' | 'formula2'> {
  // The library's type has no "none", but it writes what it is given.
  if (rule.kind === 'any') return { type: 'none' as DataValidation['type'] };
  if (rule.kind === 'list') return { type: 'list', formula1: rule.source.replace(/^=/, '') };
  return {
    type: rule.kind,
    operator: rule.operator,
    formula1: String(rule.minimum),
    ...(rule.operator === 'between' && { formula2: String(rule.maximum ?? rule.minimum) }),
  };
}

function shorten(text: string, longest: number): string {
  return escapeUnsafe(text.slice(0, longest));
}
