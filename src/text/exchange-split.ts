import { listOf } from '../list/registry';
import type { List } from '../list/list';
import type { StrayRow } from '../exchange/split';
import { formatNumber } from './format';

const mostNamed = 3;

/** Sentences of 分发. */
export const splitTexts = {
  onlyCity: '只有市级工作簿可以分发，当前工作簿是一个单位的。请打开市级工作簿再试；当前工作簿没有改动。',
  structureFirst:
    '有工作表或表头被删除、改动，分发出去的文件会缺少内容。请先点“一键校验”，按提示恢复工作表和表头，再分发；没有写出任何文件。',
  noUnit: '没有选择要分发的单位。请至少选一个责任主体再试；没有写出任何文件。',
} as const;

/** 发出 128 行: what a file held when it was sent out, for 交换记录. */
export function describeIssued(rows: number): string {
  return rows === 0 ? '发出空表' : `发出 ${formatNumber(rows)} 行`;
}

/** Rows that went to nobody, one sentence for each list and reason. */
export function describeStrays(strays: readonly StrayRow[], lists: readonly List[]): string[] {
  const groups = new Map<string, StrayRow[]>();
  for (const stray of strays) {
    const key = `${stray.list}|${stray.reason}`;
    groups.set(key, [...(groups.get(key) ?? []), stray]);
  }
  return [...groups.values()].map((group) => {
    const { list, reason } = group[0]!;
    const names = group.slice(0, mostNamed).map(({ name, unitText }) => `“${name || '（未填名称）'}”${unitText === '' ? '' : `（填写为“${unitText}”）`}`);
    const more = group.length > mostNamed ? `等 ${group.length} 个项目` : '';
    const where = `《${listOf(lists, list).sheetName}》${names.join('、')}${more}`;
    return reason === 'unknownUnit'
      ? `${where}的“县（市、区）”没有填写或不是责任主体，没有分发给任何单位。请填上责任主体，再分发一次。`
      : `${where}所填的责任主体不填报这张表，没有分发。请核对“县（市、区）”一列。`;
  });
}
