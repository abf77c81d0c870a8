import type { List, Value } from '../list/list';
import type { Plan } from '../plan/plan';
import type { FormulaContext } from '../total/formula-pair';
import { formulaPairOf } from '../total/compute';
import { valuesOf, type TotalData } from '../total/data';
import { makeInSteps, type Steps } from '../total/steps';
import type { ListRows } from './build-input';
import { columnValidation } from './column-check';
import type { LaidColumn, ListLayout } from './layout';
import { bodyStyleOf, styles } from './look';
import type { AreaStyle, Content, Validation } from './model';

/** The table's body: typed values as they are, ƒ columns as formulas with computed values. */
export function* bodyContent(
  list: List,
  layout: ListLayout,
  rows: ListRows | undefined,
  data: TotalData,
  context: FormulaContext,
): Steps<Content[][]> {
  const columns: (readonly Content[])[] = [];
  for (const place of layout.places) {
    columns.push(columnContent(place, list, layout.rowCount, rows, data, context));
    yield;
  }
  return yield* makeInSteps(layout.rowCount, (row) => columns.map((column) => column[row] ?? null));
}

function columnContent(
  place: LaidColumn,
  list: List,
  count: number,
  rows: ListRows | undefined,
  data: TotalData,
  context: FormulaContext,
): readonly Content[] {
  if (place.kind === 'user') {
    const { values, formulas } = place.user;
    return values.map((value, row) => {
      const formula = formulas[row];
      return formula === null || formula === undefined ? value : { formula, value };
    });
  }
  const { key } = place.column;
  const typed: readonly Value[] = rows?.values[key] ?? [];
  const pair = formulaPairOf(data.plan, list, key, data.scope);
  if (pair === undefined) {
    const formulas = rows?.formulas?.[key];
    if (formulas === undefined) return typed;
    return typed.map((value, row) => {
      const formula = formulas[row] ?? null;
      return formula === null ? value : { formula, value };
    });
  }
  const formula = pair.formula(context);
  const computed = valuesOf(data, list.key, key);
  const isUnit = list.kind === 'project' && key === list.unitColumn;
  return Array.from({ length: count }, (_, row): Content => {
    const own = isUnit ? (typed[row] ?? null) : null;
    return own ?? { formula, value: computed[row] ?? '' };
  });
}

/** Styles of the body, column by column. Cells that the user fills in are unlocked where the sheet is protected. */
export function bodyStyles(list: List, layout: ListLayout): AreaStyle[] {
  return layout.places.map((place, column) => {
    const style = place.kind === 'ours' ? bodyStyleOf(place.column) : styles.body;
    const isOpen = list.kind === 'target' && (place.kind === 'user' || place.column.role === 'entry');
    return {
      area: { row: layout.firstRow, column, rows: layout.rowCount, columns: 1 },
      style: isOpen ? { ...style, locked: false } : style,
    };
  });
}

/** Dropdowns and input checks of the body. */
export function bodyValidations(plan: Plan, layout: ListLayout, dataSheet: string): Validation[] {
  return layout.places.flatMap((place, column) => {
    if (place.kind !== 'ours') return [];
    const area = { row: layout.firstRow, column, rows: layout.rowCount, columns: 1 };
    return columnValidation(plan, place.column, area, dataSheet) ?? [];
  });
}
