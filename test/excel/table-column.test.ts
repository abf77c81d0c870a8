import fc from 'fast-check';
import { planColumns } from '../../src/excel/table-column';

/** What Excel does with the plan; each column keeps an identity that references hold on to. */
function carryOut(present: readonly string[], wanted: readonly string[]): { header: string; origin: string | null }[] {
  const plan = planColumns(present, wanted);
  const columns = present.map((header): { header: string; origin: string | null } => ({ header, origin: header }));
  for (const at of plan.removed) columns.splice(at, 1);
  for (const { at, header } of plan.renamed) {
    const column = columns[at];
    expect(columns.map((other) => other.header)).not.toContain(header);
    if (column) columns[at] = { header, origin: column.origin };
  }
  for (const { at, header } of plan.added) columns.splice(at, 0, { header, origin: null });
  return columns;
}

test('columns end up as wanted, and no header is written over the column of another that stays', () => {
  const headers = fc.uniqueArray(fc.constantFrom<string>('甲', '乙', '丙', '丁', '戊', '己', '庚'), { maxLength: 7 });
  fc.assert(
    fc.property(headers, headers, (present, wanted) => {
      const columns = carryOut(present, wanted);
      expect(columns.map(({ header }) => header)).toEqual(wanted);
      for (const { header, origin } of columns) {
        if (origin !== null && wanted.includes(origin)) expect(header).toBe(origin);
      }
    }),
  );
});

test('a column that the user added in the middle is taken over by none of ours', () => {
  expect(planColumns(['序号', '自建', '备注'], ['序号', '备注', '自建'])).toEqual({
    removed: [1],
    renamed: [],
    added: [{ at: 2, header: '自建' }],
  });
});

test('a header of another year renames its column', () => {
  expect(planColumns(['序号', '2023年计划'], ['序号', '2024年计划'])).toEqual({
    removed: [],
    renamed: [{ at: 1, header: '2024年计划' }],
    added: [],
  });
});
