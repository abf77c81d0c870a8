import type { ListKey } from '../list/list';
import { listsInScope, listsOf } from '../list/registry';
import { computeColumnsInSteps } from '../total/compute';
import type { Columns, TotalData } from '../total/data';
import { finish, type Steps } from '../total/steps';
import { reporterOf } from '../text/sheet';
import { buildDataInSteps } from './build-data';
import { buildExchange } from './build-exchange';
import type { BuildInput } from './build-input';
import { buildIntro } from './build-intro';
import { buildList } from './build-list';
import { buildResult } from './build-result';
import { buildSummaryInSteps } from './build-summary';
import { layList } from './layout';
import type { SheetModel, WorkbookModel } from './model';
import { sheetNameOf } from './sheet-name';

/**
 * The whole workbook as plain data: 说明, 汇总, the lists of the scope, 校验结果, 交换记录 once there is any, and the hidden
 * sheet, with every formula's value computed. The same input gives the same model.
 */
export function buildWorkbook(input: BuildInput): WorkbookModel {
  return finish(buildWorkbookInSteps(input));
}

/** The same a few milliseconds at a time. */
export function* buildWorkbookInSteps(input: BuildInput): Steps<WorkbookModel> {
  const data = yield* computeInSteps(input);
  const reporter = input.reporter ?? reporterOf(input.plan, input.scope);
  const intro = buildIntro(input, reporter);
  const summary = yield* buildSummaryInSteps(input, data, reporter);
  const lists: SheetModel[] = [];
  for (const list of data.lists) lists.push(yield* buildList(list, input, data, reporter));
  const hidden = yield* buildDataInSteps(input, listsOf(input.plan), sheetNameOf('data', input.sheetNames));
  return {
    sheets: [
      intro.sheet,
      summary,
      ...lists,
      buildResult(sheetNameOf('result', input.sheetNames), input.result),
      ...(input.exchanges.length === 0 ? [] : [buildExchange(sheetNameOf('exchange', input.sheetNames), input.plan, input.exchanges)]),
      hidden,
    ],
    names: intro.names,
    activeSheet: intro.sheet.name,
  };
}

/** Everything that the sheets show, ƒ columns computed. A unit typed over its formula in a unit's workbook stays. */
export function* computeInSteps(input: BuildInput): Steps<TotalData> {
  const isUnit = new Map(listsInScope(input.plan, input.scope).map((list) => [list.key, list.kind === 'project' && list.unitColumn]));
  return yield* computeColumnsInSteps(yield* totalData(input), (list, column, row) =>
    isUnit.get(list) === column ? (input.rows[list]?.values[column]?.[row] ?? null) : null,
  );
}

/** What totals are computed from: the typed values, each list as long as its table. */
function* totalData(input: BuildInput): Steps<TotalData> {
  const lists = listsInScope(input.plan, input.scope);
  const columns: Record<ListKey, Columns> = {};
  for (const list of lists) {
    const rows = input.rows[list.key];
    const { rowCount } = layList(input.plan, list, input.scope, rows);
    columns[list.key] = Object.fromEntries(
      list.columns.map(({ key }) => {
        const typed = rows?.values[key] ?? [];
        return [key, Array.from({ length: rowCount }, (_, row) => typed[row] ?? null)];
      }),
    );
    yield;
  }
  return {
    plan: input.plan,
    lists,
    scope: input.scope,
    asOf: input.asOf,
    columns,
    cityLevelReserve: input.cityLevelReserve,
  };
}
