import type { Issue, Severity } from '../../src/rule/issue';
import { countChoices, countFacets, filterIssues, noFilter, toggleKind } from '../../src/pane/issue/filter';

function makeIssue(id: string, severity: Severity, list: string | null, unit: string | null, code = 'cell/type'): Issue {
  return { id, code, severity, list, unit, row: null, rowIndex: null, columns: [], params: {}, source: '惯例' };
}

const issues = [
  makeIssue('a', 'info', '1', 'chengqu'),
  makeIssue('b', 'error', '5', 'qinshui'),
  makeIssue('c', 'warning', '5', 'chengqu', 'row/duplicate'),
  makeIssue('d', 'error', null, null, 'cross-county/total'),
  { ...makeIssue('e', 'error', '5', 'qinshui'), explained: { who: '张三', why: '已核实' } },
];
const idsOf = (shown: readonly Issue[]): string => shown.map(({ id }) => id).join('');

describe('what is shown of the issues', () => {
  test('without a filter everything: errors first, what was explained last, otherwise as judged', () => {
    expect(idsOf(filterIssues(issues, noFilter))).toBe('bdcae');
  });

  test('several kinds add up; choosing one again lets it go', () => {
    const both = toggleKind(toggleKind(noFilter, 'info'), 'warning');
    expect(idsOf(filterIssues(issues, both))).toBe('ca');
    expect(idsOf(filterIssues(issues, toggleKind(both, 'info')))).toBe('c');
  });

  test('list, unit and rule narrow together; issues about no list can be chosen', () => {
    expect(idsOf(filterIssues(issues, { ...noFilter, list: '5', unit: 'qinshui' }))).toBe('be');
    expect(idsOf(filterIssues(issues, { ...noFilter, list: '' }))).toBe('d');
    expect(countFacets({ ...noFilter, list: '5', unit: 'qinshui' })).toBe(2);
  });

  test('each choice says how many it would show under the other filters', () => {
    expect([...countChoices(issues, { ...noFilter, unit: 'qinshui', list: '1' }, 'list')]).toEqual([['5', 2]]);
  });
});
