import type { Plan } from '../plan/plan';
import { baseColumns, tailColumns } from './base-column';
import { defineColumn, type ColumnDraft } from './column';
import type { ProjectList } from './list';

type ProjectDraft = Pick<ProjectList, 'key' | 'sheetName' | 'title' | 'source'> &
  Partial<Pick<ProjectList, 'attachment' | 'paper' | 'expectedRows' | 'unitOfMeasure'>> & {
    /** The list's own columns, between the base columns and 备注. */
    readonly columns: readonly ColumnDraft[];
    /** True where the list has no base columns and its own columns are all there is (8 and B). */
    readonly withoutBase?: boolean;
    readonly typeRequired?: boolean;
    readonly units?: 'all' | 'county';
  };

/** One of lists 4 to 9 or a ledger: base columns, own columns, 备注 · 校验提示 · 行标识. */
export function defineProjectList(plan: Plan, draft: ProjectDraft): ProjectList {
  const { columns, withoutBase, typeRequired, units, ...rest } = draft;
  const base = withoutBase ? [] : baseColumns(plan, { typeRequired: typeRequired ?? false });
  return {
    kind: 'project',
    nameColumn: 'projectName',
    unitColumn: 'unit',
    attachment: `附件${draft.key}`,
    tableName: `t${draft.key}_list`,
    unitOfMeasure: '万元',
    paper: 'A4',
    units: plan.units.filter((unit) => units !== 'county' || unit.kind === 'county').map((unit) => unit.key),
    ...rest,
    columns: [...base, ...columns.map((column) => defineColumn(plan, column)), ...tailColumns(plan)],
  };
}
