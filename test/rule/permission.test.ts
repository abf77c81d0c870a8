import { issueCodes } from '../../src/rule/code';
import { hasExplainable, maySwitch, mayExplain, settingsInForce, severitiesOf } from '../../src/rule/permission';
import { messyIssues } from '../text/messy';

const issue = (code: string, rest: Partial<Parameters<typeof mayExplain>[0]> = {}) => ({ code, severity: 'error' as const, columns: [], params: {}, ...rest });

describe('what a rule finds', () => {
  it('is known for every code, the gravest first', () => {
    for (const code of issueCodes) expect(severitiesOf(code).length).toBeGreaterThan(0);
    expect(severitiesOf('row/duplicate')).toEqual(['error', 'warning']);
    expect(severitiesOf('nonsense')).toEqual([]);
  });
  it('is never of a severity that is not said here', () => {
    for (const { code, severity } of messyIssues) expect([code, severitiesOf(code)]).toEqual([code, expect.arrayContaining([severity])]);
  });
});

describe('maySwitch', () => {
  it.each(['cell/phone', 'list/leader-count', 'row/duplicate', 'cell/range', 'cell/project-code'])('%s, which gives a warning or a hint', (code) => expect(maySwitch(code)).toBe(true));
  it.each(['cell/required', 'cell/enum', 'list/header-altered', 'cross-county/total', 'row/future-actual', 'nonsense'])('not %s', (code) => expect(maySwitch(code)).toBe(false));
});

describe('mayExplain', () => {
  it('any warning and hint', () => {
    for (const each of messyIssues.filter(({ severity }) => severity !== 'error')) expect(mayExplain(each)).toBe(true);
  });
  it('a warning that the office weighs as an error', () => {
    expect(mayExplain(issue('cell/phone'))).toBe(true);
    expect(mayExplain(issue('row/duplicate', { columns: ['projectCode'], params: { same: 'code' } }))).toBe(true);
    expect(mayExplain(issue('cell/range', { params: { reason: 'negative', mayBe: true } }))).toBe(true);
  });
  it.each([
    ['row/duplicate', { columns: ['projectName'], params: { same: 'name' } }],
    ['row/new-start-spent', {}],
    ['row/annual-plan-exceeds-total', {}],
    ['row/future-actual', {}],
    ['row/problem-dates', {}],
    ['row/funds-exceed-plan', {}],
    ['row/permit-date', { params: { missing: [], late: ['approval.date'] } }],
    ['cross-list/not-started-and-started', {}],
  ])('%s, which can be true to the facts', (code, rest) => expect(mayExplain(issue(code, rest))).toBe(true));
  it.each([
    ['cell/required', {}],
    ['cell/type', {}],
    ['cell/enum', {}],
    ['cell/range', { params: { reason: 'negative', mayBe: false } }],
    ['cell/formula-error', {}],
    ['row/duplicate', { columns: ['problemNumber'], params: { same: 'name' } }],
    ['row/permit-date', { params: { missing: ['approval.date'], late: [] } }],
    ['row/problem-overdue-unexplained', {}],
    ['row/part-exceeds-whole', {}],
    ['list/sheet-missing', {}],
    ['list/header-altered', {}],
    ['list/target-altered', {}],
    ['list/unit-rows', {}],
    ['cross-county/total', {}],
    ['cross-county/foreign-row', {}],
    ['cross-county/plan-mismatch', {}],
  ])('not %s, which no fact can make right', (code, rest) => expect(mayExplain(issue(code, rest))).toBe(false));
  it('is said of a rule as soon as one of its issues can be', () => {
    for (const each of messyIssues.filter(mayExplain)) expect([each.code, hasExplainable(each.code)]).toEqual([each.code, true]);
    expect(hasExplainable('cell/enum')).toBe(false);
  });
});

describe('the settings in force', () => {
  const setting = (code: string, severity: 'off' | 'info' = 'off') => ({ code, severity, who: '甲', why: '乙' });
  it('stand in the order of the codes, the later of two for one rule, and not for what stays an error', () => {
    const given = [setting('row/start-late'), setting('cell/phone'), setting('cell/enum'), setting('cell/phone', 'info'), setting('nonsense')];
    expect(settingsInForce(given)).toEqual([setting('cell/phone', 'info'), setting('row/start-late')]);
  });
});
