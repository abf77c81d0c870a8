import type { Finding, ListEntries, WorkbookEntries } from '../list/entry';
import type { List, ListKey, Value } from '../list/list';
import type { Plan } from '../plan/plan';
import { totalLine } from '../total/city-line';
import { computeColumnsInSteps, formulaPairOf } from '../total/compute';
import type { Columns, TotalData } from '../total/data';
import { finish, makeInSteps, type Steps } from '../total/steps';
import { countedMeasures } from '../total/target-measure';

const errorText = /^(#|Err:)/;

/**
 * The entries with every ƒ cell that holds a formula computed anew: a file saved by another program, or a host
 * that has not recalculated, shows what it held last, and nobody is to be blamed for that. What was typed over a
 * formula stays, and so does a formula's error. A list whose columns or sheet are gone keeps what it shows.
 */
export function* computeEntries(entries: WorkbookEntries, plan: Plan, lists: readonly List[]): Steps<WorkbookEntries> {
  const whole = lists.filter((list) => isWhole(list, entries, plan));
  const computed = yield* totalInSteps(entries, plan, lists);
  const found: Record<ListKey, ListEntries> = { ...entries.lists };
  for (const list of whole) {
    const before = entries.lists[list.key]!;
    const values: Record<string, readonly Value[]> = { ...before.values };
    for (const { key } of list.columns) {
      const shown = before.values[key];
      if (shown === undefined || formulaPairOf(plan, list, key, entries.scope) === undefined) continue;
      values[key] = yield* makeInSteps(shown.length, (row) =>
        before.formulas[key]?.[row] ? (keptValue(before, key, row) ?? computed.columns[list.key]?.[key]?.[row] ?? shown[row]!) : shown[row]!,
      );
    }
    found[list.key] = { ...before, values };
  }
  return { ...entries, lists: found, findings: entries.findings.map((finding) => recount(finding, whole, computed)) };
}

/** What a ƒ cell holds against its formula: a typed value, or the error that the formula shows. */
function keptValue(entries: ListEntries | undefined, column: string, row: number): Value {
  const value = entries?.values[column]?.[row] ?? null;
  const formulas = entries?.formulas[column];
  if (formulas === undefined || value === null) return null;
  return formulas[row] ? (isErrorText(value) ? value : null) : value;
}

/** True for what a cell shows whose formula fails. */
export function isErrorText(value: Value | undefined): boolean {
  return typeof value === 'string' && errorText.test(value);
}

/** A figure of 全市合计 that a formula gives is the sum of what the column now holds. */
function recount(finding: Finding, whole: readonly List[], computed: TotalData): Finding {
  if (finding.kind !== 'cityFigure' || finding.line !== 'total' || !finding.hasFormula) return finding;
  if (isErrorText(finding.seen)) return finding;
  const list = whole.find((candidate) => candidate.key === finding.list);
  const column = list?.columns.find((candidate) => candidate.key === finding.column);
  if (list?.kind !== 'target' || column === undefined) return finding;
  const noCell = () => '';
  return { ...finding, seen: totalLine(list, column, computed, { total: noCell, notice: noCell }).value };
}

/** True where everything that the list's formulas read is there under its own header. */
function isWhole(list: List, entries: WorkbookEntries, plan: Plan): boolean {
  const counted = countedMeasures(plan);
  const ledgers = list.columns.flatMap((column) => {
    const ledger = column.measure === undefined ? undefined : counted[column.measure]?.aggregate.list;
    return list.kind === 'target' && ledger !== undefined ? [ledger] : [];
  });
  return [list.key, ...ledgers].every(
    (key) =>
      entries.lists[key] !== undefined &&
      !entries.findings.some((finding) => finding.kind === 'headerAltered' && finding.list === key),
  );
}

/** What totals are computed from, ƒ columns computed but for what was typed over them. */
export function totalEntries(entries: WorkbookEntries, plan: Plan, lists: readonly List[]): TotalData {
  return finish(totalInSteps(entries, plan, lists));
}

function totalInSteps(entries: WorkbookEntries, plan: Plan, lists: readonly List[]): Steps<TotalData> {
  const columns: Record<ListKey, Columns> = {};
  for (const { key } of lists) columns[key] = entries.lists[key]?.values ?? {};
  const { scope, asOf, cityLevelReserve } = entries;
  return computeColumnsInSteps({ plan, lists, scope, asOf, columns, cityLevelReserve }, (list, column, row) =>
    keptValue(entries.lists[list], column, row),
  );
}
