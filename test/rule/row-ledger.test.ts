import { check } from '../../src/rule/engine';
import { listsOf } from '../../src/list/registry';
import { day, entriesOf, issuesOf, outcomeOf, plan, type Row } from './fixture';

/** Rules on ledgers A and B. */
const onA = (code: string, cells: Row) => outcomeOf(code, 'A', cells);
const onB = (code: string, cells: Row) => outcomeOf(code, 'B', cells);

describe('row/plan-exceeds-remaining', () => {
  const code = 'row/plan-exceeds-remaining';
  const row = { totalInvestment: 1_000, doneByYearEnd: 400.1, startKind: '续建' };
  it('passes when the plan is at most what is left, in exact decimals', () => expect(onA(code, { ...row, nextYearPlan: 599.9 })).toBe('passes'));
  it('reports when it is more', () => {
    expect(onA(code, { ...row, nextYearPlan: 599.91 })).toBe('warning');
    expect(onA(code, { totalInvestment: 1_000, nextYearPlan: 1_001 })).toBe('warning');
  });
  it('is undecided when what was spent on a 续建 is missing; a 新开工 has spent nothing', () => {
    expect(onA(code, { ...row, doneByYearEnd: null, nextYearPlan: 900 })).toBe('undecided');
    expect(onA(code, { ...row, doneByYearEnd: null, nextYearPlan: 900, startKind: '新开工' })).toBe('passes');
    expect(onA(code, { totalInvestment: 1_000 })).toBe('undecided');
  });
});

describe('row/new-start-spent', () => {
  const code = 'row/new-start-spent';
  it('passes when a new start has spent nothing, or the project goes on', () => {
    expect(onA(code, { startKind: '新开工', doneByYearEnd: 0 })).toBe('passes');
    expect(onA(code, { startKind: '续建', doneByYearEnd: 5 })).toBe('passes');
  });
  it('reports when it has', () => expect(onA(code, { startKind: '新开工', doneByYearEnd: 5 })).toBe('error'));
  it('is undecided when 开工类别 is missing', () => expect(onA(code, { doneByYearEnd: 5 })).toBe('undecided'));
});

describe('row/framework-counted', () => {
  const code = 'row/framework-counted';
  it('passes when it is a contract', () => expect(onB(code, { agreementKind: '正式合同' })).toBe('passes'));
  it('hints at a framework agreement, unless the plan counts them', () => {
    expect(onB(code, { agreementKind: '框架协议' })).toBe('info');
    const counting = { ...plan, settings: { ...plan.settings, frameworkAgreementCounts: true } };
    const result = check(entriesOf({ rows: { B: [{ agreementKind: '框架协议' }] } }), counting, listsOf(counting));
    expect(result.issues.some((issue) => issue.code === code)).toBe(false);
  });
  it('is undecided when the kind is missing', () => expect(onB(code, {})).toBe('undecided'));
});

describe('row/signing-period', () => {
  const code = 'row/signing-period';
  it('passes within the quarter', () => {
    expect(onB(code, { signedOn: day('2023-10-01') })).toBe('passes');
    expect(onB(code, { signedOn: day('2023-12-31') })).toBe('passes');
  });
  it('hints outside', () => {
    expect(onB(code, { signedOn: day('2023-09-30') })).toBe('info');
    expect(onB(code, { signedOn: day('2024-01-01') })).toBe('info');
  });
  it('is undecided when the date is missing', () => expect(onB(code, {})).toBe('undecided'));
});

describe('row/funds-exceed-plan', () => {
  const code = 'row/funds-exceed-plan';
  it('passes when funds are at most the plan', () => {
    expect(onB(code, { arrivedFunds: 1.2, plannedInvestment: 1.2, isFixedAsset: '是' })).toBe('passes');
    expect(onB(code, { isFixedAsset: '否' })).toBe('passes');
  });
  it('reports when they are more, or the row is no fixed-asset project', () => {
    expect(onB(code, { arrivedFunds: 1.2001, plannedInvestment: 1.2, isFixedAsset: '是' })).toBe('error');
    expect(issuesOf(code, { rows: { B: [{ arrivedFunds: 1, isFixedAsset: '否' }] } })).toMatchObject([{ columns: ['arrivedFunds', 'isFixedAsset'] }]);
  });
  it('is undecided when the plan is missing', () => expect(onB(code, { arrivedFunds: 1, isFixedAsset: '是' })).toBe('undecided'));
});
