import type { Sheet } from '../sheet';
import type { Transaction } from '../transaction';

/** The formula as it shall be now; it stands on `home` (a rule's is written for the first cell of its area). */
export type Rewrite = (formula: string, home: Sheet, row: number, column: number) => string;

/** Every formula of the book, in cells, validations and conditional formats, through one function. */
export function rewriteFormulas(transaction: Transaction, rewrite: Rewrite): void {
  for (const sheet of transaction.book.sheets) {
    for (const [row, cells] of [...sheet.state.rows]) {
      for (const [column, cell] of [...cells]) {
        if (cell.formula === null) continue;
        const formula = rewrite(cell.formula, sheet, row, column);
        if (formula !== cell.formula) transaction.putCell(sheet, row, column, { ...cell, formula });
      }
    }
    rewriteRules(transaction, sheet, rewrite);
  }
}

function rewriteRules(transaction: Transaction, sheet: Sheet, rewrite: Rewrite): void {
  let changed = false;
  const follow = (formula: string, area: { readonly row: number; readonly column: number }): string => {
    const followed = rewrite(formula, sheet, area.row, area.column);
    changed ||= followed !== formula;
    return followed;
  };
  const validations = sheet.state.validations.map((validation) => {
    const { rule, area } = validation;
    return rule.kind === 'list' && rule.source.startsWith('=')
      ? { ...validation, rule: { kind: rule.kind, source: follow(rule.source, area) } }
      : validation;
  });
  const formats = sheet.state.formats.map((placed) =>
    placed.format.kind === 'formula'
      ? { ...placed, format: { ...placed.format, formula: follow(placed.format.formula, placed.format.area) } }
      : placed,
  );
  if (changed) transaction.update(sheet, { validations, formats });
}
