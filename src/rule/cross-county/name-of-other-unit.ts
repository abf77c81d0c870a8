import { spokesmanOf } from '../project-row';
import type { PeerRule } from '../rule';

const lists = ['4', '5', '6', '7', '8', '9', 'A', 'B'];

/**
 * A project's name holds the name of another county. Only names that cannot be an ordinary word are looked for (the
 * plan's short names): 城区, 开发区 and 市本级 have none, since “主城区” is a word.
 */
export const nameOfOtherUnit: PeerRule = {
  scope: 'cross-county',
  code: 'cross-county/name-of-other-unit',
  severity: 'info',
  source: '三(一)2',
  lists,
  columns: [],
  compare(context, index) {
    const otherThan = (unit: number, name: string) =>
      context.plan.units.find(({ shortName }, at) => at !== unit && shortName !== undefined && name.includes(shortName));
    return [
      {
        fellowship: 'name',
        on: lists,
        judge(table, row, tell) {
          const project = index.projectOf(table, row);
          if (!project || project.places[0] !== index.placeOf(table, row) || !otherThan(project.unit, project.name)) return;
          const first = spokesmanOf(index.rowsAt(project.places), context);
          if (first) tell('info', first.table, first.row);
        },
        detail: (table, row) => ({
          columns: ['projectName', 'unit'],
          params: { seen: table.value('projectName', row), other: otherThan(table.unit[row]!, table.name(row))!.key },
        }),
      },
    ];
  },
};
