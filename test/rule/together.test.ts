import { check } from '../../src/rule/engine';
import { explain } from '../../src/rule/explain';
import { checkTogetherInSteps, type LabelledWorkbook, type TogetherResult } from '../../src/rule/together';
import { sentenceOf } from '../../src/text/issue';
import { day, entriesOf, lists, plan, type Row } from './fixture';

const code = '2311-140500-04-01-123456';
const project = (unit: string, cells: Row = {}): Row => ({ projectName: `${unit}的项目`, unit, totalInvestment: 10_000, ...cells });

function file(unit: string, rows: readonly Row[], asOf = '2023-12-10'): LabelledWorkbook {
  const found = plan.units.find((each) => each.key === unit);
  return { label: `${found?.name ?? ''}.xlsx`, entries: entriesOf({ rows: { A: rows }, scope: { kind: 'unit', unit }, asOf }) };
}

function judgeTogether(...workbooks: readonly LabelledWorkbook[]): TogetherResult {
  const steps = checkTogetherInSteps(workbooks, plan, lists);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

const codesOf = (issues: TogetherResult['together']) => issues.map((issue) => issue.code);

describe('several files judged together', () => {
  it('shows what none of them shows alone, in the file and row that it is about', () => {
    const { workbooks } = judgeTogether(
      file('gaoping', [project('高平市'), project('高平市', { projectName: '另一项目', projectCode: code })]),
      file('zezhou', [project('泽州县'), project('泽州县', { projectCode: code, projectName: '第三项目' })]),
    );
    const found = workbooks.map((result) => result.issues.filter((issue) => issue.code === 'cross-county/same-code'));
    expect(found[0]).toEqual([]);
    expect(found[1]).toMatchObject([{ unit: 'zezhou', rowIndex: 1, params: { units: ['zezhou', 'gaoping'], rows: [8], files: ['高平市.xlsx'] } }]);
    const [issue] = found[1] ?? [];
    expect(issue && sentenceOf(issue, plan, lists)).toContain('在文件“高平市.xlsx”的《A 储备项目库》第 8 行也有');
  });

  it('counts such an issue with the file’s own', () => {
    const alone = judgeTogether(file('zezhou', [project('泽州县', { projectCode: code })])).workbooks[0];
    const both = judgeTogether(file('zezhou', [project('泽州县', { projectCode: code })]), file('gaoping', [project('高平市', { projectCode: code })])).workbooks[0];
    expect(both?.counts.warning).toBe((alone?.counts.warning ?? 0) + 1);
    expect(both?.issues).toHaveLength((alone?.issues.length ?? 0) + 1);
  });

  it('counts such an issue with the file’s errors where the office made it one', () => {
    const ruleSettings = [{ code: 'cross-county/same-code', severity: 'error', who: '市发改委', why: '不得重复' } as const];
    const strict = ({ label, entries }: LabelledWorkbook): LabelledWorkbook => ({ label, entries: { ...entries, ruleSettings } });
    const zezhou = strict(file('zezhou', [project('泽州县', { projectCode: code })]));
    const alone = judgeTogether(zezhou).workbooks[0];
    const both = judgeTogether(zezhou, strict(file('gaoping', [project('高平市', { projectCode: code })]))).workbooks[0];
    expect(both?.unitErrors).toEqual({ ...alone?.unitErrors, zezhou: (alone?.unitErrors['zezhou'] ?? 0) + 1 });
    expect(both?.counts.error).toBe((alone?.counts.error ?? 0) + 1);
  });

  it('says once that 统计截止日 differs, with the dates', () => {
    const { together } = judgeTogether(file('zezhou', [project('泽州县')]), file('gaoping', [project('高平市')], '2023-12-25'));
    const [issue] = together.filter((each) => each.code === 'cross-county/as-of-mismatch');
    expect(issue && sentenceOf(issue, plan, lists)).toContain('有 2023年12月10日（泽州县.xlsx）、2023年12月25日（高平市.xlsx）');
    expect(codesOf(judgeTogether(file('zezhou', [project('泽州县')]), file('gaoping', [project('高平市')])).together)).not.toContain('cross-county/as-of-mismatch');
  });

  it('says the dates in their order, each with all of its files', () => {
    const { together } = judgeTogether(file('gaoping', [], '2023-12-25'), file('zezhou', []), file('qinshui', []));
    const found = together.filter((each) => each.code === 'cross-county/as-of-mismatch');
    expect(found).toMatchObject([{ columns: [], params: { days: [day('2023-12-10'), day('2023-12-25')], files: ['泽州县.xlsx、沁水县.xlsx', '高平市.xlsx'] } }]);
  });

  it('says which file is of another plan', () => {
    const other = file('zezhou', [project('泽州县')]);
    const { together } = judgeTogether({ ...other, entries: { ...other.entries, planId: '别的方案' } }, file('gaoping', [project('高平市')]));
    expect(together.filter((issue) => issue.code === 'cross-county/plan-mismatch')).toMatchObject([{ params: { file: '泽州县.xlsx' } }]);
  });

  it('names the units that sent no file', () => {
    const { together } = judgeTogether(file('zezhou', [project('泽州县')]), file('gaoping', [project('高平市')]));
    expect(together.filter((issue) => issue.code === 'cross-county/missing-unit').map((issue) => issue.unit)).toEqual(
      plan.units.map((unit) => unit.key).filter((unit) => unit !== 'zezhou' && unit !== 'gaoping'),
    );
  });

  it('leaves each file’s own issues as they are', () => {
    const workbook = file('zezhou', [project('泽州县', { totalInvestment: '2000万' }), project('高平市')]);
    const [together] = judgeTogether(workbook, file('gaoping', [])).workbooks;
    expect(codesOf(together?.issues ?? [])).toEqual(expect.arrayContaining(['cell/type', 'cross-county/foreign-row']));
  });

  it('finds the row in a file that comes after one whose sheet is gone', () => {
    const gone: LabelledWorkbook = { label: '阳城县.xlsx', entries: entriesOf({ rows: {}, scope: { kind: 'unit', unit: 'yangcheng' }, findings: [{ kind: 'sheetMissing', list: 'A' }] }) };
    const { workbooks } = judgeTogether(gone, file('zezhou', [project('泽州县'), project('泽州县', { projectCode: code })]), gone, file('gaoping', [project('高平市', { projectCode: code })]));
    expect(workbooks.map((result) => codesOf(result.issues).filter((each) => each === 'cross-county/same-code').length)).toEqual([0, 1, 0, 0]);
    const [issue] = workbooks[1]?.issues.filter((each) => each.code === 'cross-county/same-code') ?? [];
    expect(issue).toMatchObject({ rowIndex: 1, params: { rows: [7], files: ['高平市.xlsx'] } });
  });

  it('judges a file’s own rows across counties once, not alone and again together', () => {
    const [own] = judgeTogether(file('zezhou', [project('泽州县', { projectCode: code }), project('高平市', { projectCode: code })]), file('gaoping', [])).workbooks;
    expect(codesOf(own?.issues ?? []).filter((each) => each === 'cross-county/same-code')).toHaveLength(1);
  });

  it('knows which rows of each file are as issued: nobody blames names that nobody has filled in yet', () => {
    const issued = { A: { 'A-1': { name: '泽州县的项目', unit: '泽州县' } } };
    const waiting = file('zezhou', [{ identity: 'A-1', projectName: '泽州县的项目', unit: '泽州县' }]);
    const { together } = judgeTogether({ ...waiting, entries: { ...waiting.entries, issued } }, file('gaoping', [project('高平市')]));
    expect(together.filter((issue) => issue.code === 'cross-county/missing-unit').map((issue) => issue.unit)).toContain('zezhou');
  });

  it('says of a file’s own rows what judging it alone says, and of other files nothing', () => {
    const alone = file('zezhou', [project('泽州县', { totalInvestment: '2000万', projectCode: code }), project('高平市')]);
    const [own] = judgeTogether(alone, file('gaoping', [])).workbooks;
    const { undecided, ...expected } = check(alone.entries, plan, lists);
    const { undecided: left, ...found } = own!;
    expect(found).toEqual(expected);
    const isJoint = ({ code: each }: { readonly code: string }) => each.startsWith('cross-county/') && each !== 'cross-county/total';
    expect(left.filter((each) => !isJoint(each))).toEqual(undecided.filter((each) => !isJoint(each)));
  });

  it('says once, of all files and not of each, that a plan or 统计截止日 is another', () => {
    const other = file('zezhou', [project('泽州县')]);
    const { workbooks, together } = judgeTogether({ ...other, entries: { ...other.entries, planId: '别的方案' } }, file('gaoping', [project('高平市')], '2023-12-25'));
    expect(workbooks.flatMap(({ issues }) => codesOf(issues)).filter((each) => each.endsWith('-mismatch'))).toEqual([]);
    expect(codesOf(together).filter((each) => each.endsWith('-mismatch'))).toEqual(['cross-county/plan-mismatch', 'cross-county/as-of-mismatch']);
    expect(together.every((issue) => issue.rowIndex === null)).toBe(true);
  });

  it('counts what was explained across files as explained, with no file’s errors', () => {
    const ruleSettings = [{ code: 'cross-county/same-code', severity: 'error', who: '市发改委', why: '不得重复' } as const];
    const files = ['zezhou', 'gaoping'].map((unit) => {
      const { label, entries } = file(unit, [project(plan.units.find(({ key }) => key === unit)!.name, { projectCode: code, identity: `A-${unit}` })]);
      return { label, entries: { ...entries, ruleSettings } };
    });
    const before = judgeTogether(...files).workbooks[0]!;
    const issue = before.issues.find((each) => each.code === 'cross-county/same-code')!;
    const explained = files.map((each) => ({ ...each, entries: { ...each.entries, explanations: [explain(issue, files[0]!.entries, '王某', '分段实施')] } }));
    const after = judgeTogether(...explained).workbooks[0]!;
    expect(after.issues.find(({ id }) => id === issue.id)?.explained).toEqual({ who: '王某', why: '分段实施' });
    expect(after.counts).toEqual({ ...before.counts, error: before.counts.error - 1, explained: 1 });
    expect(after.unitErrors).toEqual({ ...before.unitErrors, zezhou: before.unitErrors['zezhou']! - 1 });
  });

  it('reads no row from a file that has fewer columns, and none from one where the list begins elsewhere', () => {
    const withoutCode: LabelledWorkbook = { label: '阳城县.xlsx', entries: entriesOf({ rows: { A: [project('阳城县')] }, scope: { kind: 'unit', unit: 'yangcheng' }, gone: { A: ['projectCode'] } }) };
    const gaoping = file('gaoping', [project('高平市', { projectCode: code })]);
    const list = gaoping.entries.lists['A']!;
    const lower: LabelledWorkbook = { ...gaoping, entries: { ...gaoping.entries, lists: { ...gaoping.entries.lists, A: { ...list, firstRow: 20 } } } };
    const { workbooks } = judgeTogether(withoutCode, file('zezhou', [project('泽州县', { projectCode: code })]), lower);
    const found = workbooks.map(({ issues }) => issues.filter((each) => each.code === 'cross-county/same-code'));
    expect(found).toMatchObject([[], [{ rowIndex: 0, params: { rows: [21], files: ['高平市.xlsx'] } }], []]);
  });

  it('is refused for no file at all', () => expect(() => judgeTogether()).toThrow(new RangeError('no workbook to judge')));
});
