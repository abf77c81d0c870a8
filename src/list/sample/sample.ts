import { unitsOf, unitOf } from '../../plan/unit';
import type { Plan, Scope } from '../../plan/plan';
import type { ListKey, Value } from '../list';
import { listsInScope } from '../registry';
import { sampleLedgerA } from './ledger-a';
import { sampleLedgerB } from './ledger-b';
import { sampleList1 } from './list-1';
import { sampleList4 } from './list-4';
import { sampleList8 } from './list-8';
import { sampleList9 } from './list-9';
import { plantMistakes } from './mistake';
import { sampleList5, sampleList6, sampleList7 } from './progress-list';
import { columnsOf, ProjectMaker, type SampleRow } from './project';
import { Random } from './random';

/** 示例数据: clean meets every number of the notice; mistakes is the same with a clerk's slips planted. */
export interface SampleRequest {
  readonly kind: 'clean' | 'mistakes';
  readonly seed: number;
}

/**
 * Made-up rows for a workbook, by list and column key; the same request gives the same rows. The rows of the
 * projects that the notice names come first on lists 5, 6 and 7. asOf is 统计截止日 (serial).
 */
export function sampleRows(
  plan: Plan,
  scope: Scope,
  asOf: number,
  request: SampleRequest,
): Record<ListKey, Record<string, Value[]>> {
  const random = new Random(request.seed);
  const rows = cityRows(plan, asOf, random);
  const columns: Record<ListKey, Record<string, Value[]>> = {};
  for (const list of listsInScope(plan, scope)) {
    const all = rows[list.key];
    if (all === undefined) continue;
    const own = scope.kind === 'city' ? all : all.filter((row) => row['unit'] === unitOf(plan, scope.unit).name);
    // On target lists the unit is issued; in a unit's workbook 县（市、区） fills itself by formula.
    const isTyped = (key: string) => key !== 'unit' || (list.kind === 'project' && scope.kind === 'city');
    const keys = list.columns.filter((column) => column.role === 'entry' && isTyped(column.key)).map(({ key }) => key);
    columns[list.key] = columnsOf(own, keys);
  }
  if (request.kind === 'mistakes') plantMistakes(plan, columns, random);
  return columns;
}

/** Every list of the whole city, so that a unit's sample is its part of the city's. */
function cityRows(plan: Plan, asOf: number, random: Random): Record<ListKey, SampleRow[]> {
  const maker = new ProjectMaker(plan, random);
  const context = { plan, asOf, maker, random };
  const counties = unitsOf(plan, 'county');
  const list1 = sampleList1(plan, counties, asOf, random).map((row, at) => ({ ...row, unit: counties[at]!.name }));
  const list5 = sampleList5(context);
  const list6 = sampleList6(context);
  const list7 = sampleList7(context);
  const ledgerA = sampleLedgerA(plan, maker, random);
  return {
    '1': list1,
    '4': sampleList4(plan, asOf, maker, random),
    '5': list5,
    '6': list6,
    '7': list7,
    '8': sampleList8(plan, asOf, [list7, list6, list5, ledgerA].find((rows) => rows.length > 0) ?? [], maker, random),
    '9': sampleList9(plan, asOf, ledgerA, maker, random),
    A: ledgerA,
    B: sampleLedgerB(plan, asOf, maker, random),
  };
}
