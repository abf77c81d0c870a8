import { formatDay, formatNumber } from './format';

/** Why 撤销上次操作 took nothing back. */
export const undoTexts = {
  undoneAlready: '上次操作已经撤销过，工作簿没有改动。请按面板上的最新情况继续。',
  editedSince: (sheet: string, line: number) =>
    `《${sheet}》第 ${line} 行在上次操作之后又有改动，撤销会丢掉这些改动，所以没有撤销。请直接在表中改回需要改回的内容。`,
  listsEditedSince: (sheets: readonly string[]) =>
    `${sheets.map((sheet) => `《${sheet}》`).join('')}在上次操作之后又有改动，撤销会连这些改动一起丢掉，所以没有撤销。请直接在表中改回需要改回的内容。`,
  gone: (sheet: string) => `《${sheet}》在上次操作之后又有改动，要撤销的单元格已经找不到，所以没有撤销。请直接在表中改回需要改回的内容。`,
  decidedSince: '说明或规则设置在上次操作之后又有改动，撤销会丢掉这些改动，所以没有撤销。请在面板上直接撤回或调整。',
} as const;

/** What each operation did, as the bar says it. */
export const toldTexts = {
  sample: () => '填入了示例数据',
  asOf: (from: number | null, to: number) => (from === null ? `统计截止日改为 ${formatDay(to)}` : `统计截止日由 ${formatDay(from)} 改为 ${formatDay(to)}`),
  fix: (count: number) => `修正了 ${formatNumber(count)} 处`,
  merge: (units: number) => `汇总了 ${units} 个单位的文件`,
  advance: (name: string) => (name === '' ? '推进了一个问题' : `推进了“${name}”的问题`),
  move: (count: number) => `流转了 ${formatNumber(count)} 个项目`,
  carry: (rows: number, cells: number) => `为 ${formatNumber(rows)} 行带入了 ${formatNumber(cells)} 项`,
  explain: (rule: string) => `对“${rule}”作了说明`,
  withdraw: (rule: string) => `撤回了“${rule}”的说明`,
  setRule: (rule: string) => `调整了“${rule}”的级别`,
} as const;
