import { projectIndexOf, spokesmanOf } from '../project-index';
import type { WideRule } from '../rule';

/**
 * A project's name holds the name of another county. Only names that cannot be an ordinary word are looked for (the
 * plan's short names): 城区, 开发区 and 市本级 have none, since “主城区” is a word.
 */
export const nameOfOtherUnit: WideRule = {
  scope: 'cross-county',
  code: 'cross-county/name-of-other-unit',
  severity: 'info',
  source: '三(一)2',
  lists: ['4', '5', '6', '7', '8', '9', 'A', 'B'],
  *judge(context, report) {
    const { plan } = context;
    const index = yield* projectIndexOf(context);
    let seen = 0;
    for (const { unit, name, rows } of index.projects()) {
      if (++seen % 2_000 === 0) yield;
      const other = plan.units.find(({ shortName }, at) => at !== unit && shortName !== undefined && name.includes(shortName));
      const first = other ? spokesmanOf(rows, context) : undefined;
      if (!first || !other) continue;
      const { table, row } = first;
      report.fail({
        list: table.list.key,
        unit: table.unitKey(row),
        row,
        columns: ['projectName', 'unit'],
        params: { seen: table.value('projectName', row), other: other.key },
      });
    }
  },
};
