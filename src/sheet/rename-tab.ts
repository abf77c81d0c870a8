import { parseA1Ref, stringifyA1Ref, tokenize } from '@borgar/fx';

/**
 * The formula as it reads once tabs are called otherwise (`nameOf` gives the new name, or the same). Blind spots as for
 * shiftFormula: references over several sheets and into other workbooks stay as they are.
 */
export function renameTabs(formula: string, nameOf: (tab: string) => string): string {
  if (!formula.includes('!')) return formula;
  let changed = false;
  const parts = tokenize(formula, { mergeRefs: true, allowTernary: true }).map(({ value }) => {
    const reference = value.includes('!') ? parseA1Ref(value, { allowTernary: true }) : null;
    const [tab, ...more] = reference?.context ?? [];
    if (!reference || tab === undefined || more.length > 0 || nameOf(tab) === tab) return value;
    changed = true;
    return stringifyA1Ref({ ...reference, context: [nameOf(tab)] });
  });
  return changed ? parts.join('') : formula;
}
