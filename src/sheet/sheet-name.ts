import type { List } from '../list/list';

/** Names of the sheets that are no lists. Metadata is very hidden: custom XML does not survive every program. */
export const sheetNames = {
  intro: '说明',
  summary: '汇总',
  result: '校验结果',
  exchange: '交换记录',
  comparison: '比上月',
  bulletin: '排名通报',
  data: '_数据',
  backup: '_备份',
} as const;

/** Names of the tables on sheets that are no lists, by which they are known again. */
export const tableNames = { result: 'tResult_list', exchange: 'tExchange_list' } as const;

export type SheetKey = keyof typeof sheetNames;

/** The tab of a list or of another sheet of ours, as the user calls it now. */
export function sheetNameOf(
  key: SheetKey | List,
  renamed: Readonly<Record<string, string>> | undefined,
): string {
  if (typeof key === 'string') return renamed?.[key] ?? sheetNames[key];
  return renamed?.[key.key] ?? key.sheetName;
}

/** Named cells of 说明 that every other sheet reads. */
export const reporterName = '填报单位';
