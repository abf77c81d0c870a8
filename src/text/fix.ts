import type { List } from '../list/list';
import type { Plan } from '../plan/plan';
import type { Issue } from '../rule/issue';
import { formatValue } from './format';
import { addressOf } from './issue';
import type { Locate } from './speaker';

/** One line of the preview of 全部修正: which cell, what is there, what it becomes. */
export interface FixDescription {
  readonly sheetName: string;
  /** C12; empty where the fix is about more than a cell. */
  readonly cell: string;
  /** Header of the column, or what is mended where it is no column. */
  readonly what: string;
  readonly before: string;
  readonly after: string;
}

/** What 修正 will do to an issue; null for an issue without a fix. */
export function describeFix(issue: Issue, plan: Plan, lists: readonly List[], locate?: Locate): FixDescription | null {
  const { fix } = issue;
  if (!fix) return null;
  const list = lists.find((each) => each.key === fix.list);
  const place = issue.place ?? locate?.(issue) ?? null;
  const sheetName = place?.sheetName ?? list?.sheetName ?? '';
  const cell = place ? addressOf(place) : '';
  const column = 'column' in fix ? (list?.columns.find((each) => each.key === fix.column) ?? null) : null;
  const what = column?.header ?? '';
  switch (fix.kind) {
    case 'cell':
      return {
        sheetName,
        cell,
        what,
        before: formatValue(fix.before, typeof fix.before === 'number' && issue.code === 'cell/type' ? null : column),
        after: fix.after === null ? '清空' : formatValue(fix.after, column),
      };
    case 'restoreFormula':
      return { sheetName, cell, what, before: formatValue(seenOf(issue), column), after: '恢复公式' };
    case 'restoreTarget':
      return { sheetName, cell, what, before: formatValue(seenOf(issue), column), after: formatValue(fix.after, column) };
    case 'restoreHeader':
      return { sheetName, cell, what: '表头', before: formatValue(seenOf(issue), null), after: what };
    case 'restoreSheet':
      return { sheetName, cell: '', what: '工作表', before: '缺失', after: '重新生成空表' };
    case 'growTable':
      return { sheetName, cell, what: '表格范围', before: '表外有内容', after: `表格向下扩大 ${fix.rows} 行` };
  }
}

function seenOf(issue: Issue): string | number | boolean | null {
  const seen = issue.params['seen'];
  return seen === undefined || typeof seen === 'object' ? null : seen;
}
