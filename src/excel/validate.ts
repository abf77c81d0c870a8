import { intersectAreas } from '../sheet/area';
import type { Validation } from '../sheet/model';
import type { Step } from './step';
import { bytesOfText } from './cell-input';

const OPERATORS = {
  between: 'Between',
  greaterThanOrEqual: 'GreaterThanOrEqualTo',
  lessThanOrEqual: 'LessThanOrEqualTo',
} as const;
const LEVELS = { stop: 'Stop', warning: 'Warning', information: 'Information' } as const;

/** Input checks and prompts; `isBare` says that the sheet has none yet. */
export function validationSteps(sheet: string, validations: readonly Validation[], isBare: boolean): readonly Step[] {
  return validations.map((validation, i) => {
    const { area, prompt, error } = validation;
    const isCovering = !isBare || validations.slice(0, i).some((earlier) => intersectAreas(earlier.area, area));
    return {
      bytes: 720 + bytesOfText(`${prompt?.title}${prompt?.text}${error?.title}${error?.text}`),
      run: (desk) => {
        const { dataValidation } = desk.range(sheet, area);
        if (isCovering) dataValidation.clear();
        dataValidation.rule = ruleOf(validation.rule);
        if (prompt) dataValidation.prompt = { title: prompt.title, message: prompt.text, showPrompt: true };
        dataValidation.errorAlert = error
          ? { title: error.title, message: error.text, showAlert: true, style: LEVELS[error.level] }
          : { title: '', message: '', showAlert: false, style: 'Stop' };
      },
    };
  });
}

/**
 * Dates go as formulas, so that no time zone touches them. Office.js shows a prompt only where there is a rule,
 * so a mere prompt rests on one that everything meets.
 */
function ruleOf(rule: Validation['rule']): Excel.DataValidationRule {
  switch (rule.kind) {
    case 'any':
      return { custom: { formula: '=TRUE' } };
    case 'list':
      return { list: { inCellDropDown: true, source: rule.source } };
    case 'date':
      return { date: boundsOf(rule, (day) => `=${day}`) };
    case 'decimal':
      return { decimal: boundsOf(rule, (number) => number) };
    case 'whole':
      return { wholeNumber: boundsOf(rule, (number) => number) };
    case 'textLength':
      return { textLength: boundsOf(rule, (number) => number) };
  }
}

type BoundedRule = Exclude<Validation['rule'], { kind: 'any' } | { kind: 'list' }>;

function boundsOf<T>(
  { operator, minimum, maximum }: BoundedRule,
  write: (bound: number) => T,
): { formula1: T; formula2?: T; operator: (typeof OPERATORS)[keyof typeof OPERATORS] } {
  return {
    formula1: write(minimum),
    ...(operator === 'between' && maximum !== undefined && { formula2: write(maximum) }),
    operator: OPERATORS[operator],
  };
}
