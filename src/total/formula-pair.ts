import type { List, Value } from '../list/list';
import type { MeasureKey, Plan, Scope } from '../plan/plan';
import type { Row, TotalData } from './data';

/** What a native formula is written from. */
export interface FormulaContext {
  readonly plan: Plan;
  readonly lists: readonly List[];
  readonly scope: Scope;
  readonly list: List;
  /** Cell of the list's first header (A$6), from which 序号 counts. */
  readonly headerCell: string;
  /** In 城区's workbook the locked cell with 市本级's subtotal of a measure; null elsewhere. */
  readonly cityLevelCell: (measure: MeasureKey) => string | null;
}

/** A ƒ column: the native formula, the same text in every row, and its computing twin. */
export interface FormulaPair {
  readonly formula: (context: FormulaContext) => string;
  /** rowIndex is 0-based in the list. */
  readonly compute: (row: Row, data: TotalData, rowIndex: number) => Value;
}
