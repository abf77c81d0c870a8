import fc from 'fast-check';
import { check, checkInSteps } from '../../src/rule/engine';
import { fixesOf } from '../../src/rule/fix';
import { applyCellFixes } from './apply-fix';
import { entriesOf, judge, lists, plan, rowWith, type Row } from './fixture';

describe('a check of many rows', () => {
  it('lists a bounded number of issues and counts the rest exactly', () => {
    const rows = Array.from({ length: 1_500 }, (_, index) => rowWith({ identity: `5-${index}`, projectName: `项目${index}`, unit: '坏', startState: '坏' }));
    const result = judge({ rows: { 5: rows } });
    expect(result.issues.filter((issue) => issue.code === 'cell/enum')).toHaveLength(1_000);
    expect(result.unlisted['cell/enum']).toBe(2_000);
    expect(result.counts.error).toBe(3_000 + result.issues.filter((issue) => issue.severity === 'error' && issue.code !== 'cell/enum').length);
  });

  it('counts each unit’s errors exactly, beside rows that say no unit', () => {
    const wrong = (count: number, unit: string): Row[] =>
      Array.from({ length: count }, (_, at) => rowWith({ identity: `5-${unit}-${at}`, projectName: `${unit}项目${at}`, unit, startState: '坏' }));
    const [gaoping, zezhou, unknown] = [600, 550, 7];
    const rows = [...wrong(gaoping, '高平市'), ...wrong(zezhou, '泽州县'), ...wrong(unknown, '坏县')];
    const result = check(entriesOf({ rows: { 5: rows } }), plan, lists, { only: ({ scope }) => scope === 'cell' });
    expect(result.issues).toHaveLength(1_000);
    expect(result.unitErrors).toEqual({ ...Object.fromEntries(plan.units.map(({ key }) => [key, 0])), gaoping, zezhou });
    // 坏县 is as wrong as 坏.
    expect(result.counts.error).toBe(gaoping + zezhou + 2 * unknown);
  });

  it('yields between small pieces of work, with progress, and can be left at any of them', () => {
    const rows = Array.from({ length: 3_000 }, (_, index) => rowWith({ identity: `5-${index}`, projectName: `项目${index}` }));
    const entries = entriesOf({ rows: { 5: rows } });
    const done: number[] = [];
    let total = 0;
    const steps = checkInSteps(entries, plan, lists);
    for (let step = steps.next(); !step.done; step = steps.next()) {
      expect(step.value.done).toBeLessThanOrEqual(step.value.total);
      done.push(step.value.done);
      total = step.value.total;
    }
    expect(done.length).toBeGreaterThan(8);
    expect(done).toEqual([...done].sort((a, b) => a - b));
    expect(done.at(-1)).toBe(total);
  });
});

describe('全部修正', () => {
  const cell = fc.oneof(
    fc.constantFrom<Row[string]>('2000万', '1,234.5 ', '2023.11.5', '20231105', '沁水', '产业类', '—', '１２', '无', '', null, '坏', '#REF!', 0.4),
    fc.double({ noNaN: true, min: -10, max: 1e8 }),
  );
  const columns = ['unit', 'totalInvestment', 'yearPlan', 'plannedStart', 'actualStart', 'projectType', 'startState', 'phone', 'projectCode', 'notStartedReason'];
  it('leaves none of the issues it mends, and brings no other on the cells', () => {
    fc.assert(
      fc.property(fc.array(fc.dictionary(fc.constantFrom(...columns), cell), { maxLength: 6 }), (changes) => {
        const rows = changes.map((change, index) => rowWith({ ...change, identity: `5-${index}`, projectName: `项目${index}` }));
        const entries = entriesOf({ rows: { 5: rows } });
        const before = check(entries, plan, lists);
        const fixes = fixesOf(before);
        const after = check(applyCellFixes(entries, fixes), plan, lists);
        const known = new Set(before.issues.map((each) => each.id));
        const left = new Set(after.issues.map((each) => each.id));
        expect(fixes.filter((each) => left.has(each.id))).toEqual([]);
        expect(after.issues.filter((each) => each.code.startsWith('cell/') && !known.has(each.id))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});
