import type { UnitStatus } from '../exchange/board';
import type { ComparisonCounts } from '../exchange/compare';
import type { MergeCounts } from '../exchange/proposal';
import { comparisonKindName, comparisonKinds } from './exchange-comparison';
import { describeCounts } from './exchange-merge';
import { formatNumber } from './format';

/** Fixed words of 收发. */
export const exchangeTexts = {
  title: '收发',
  parts: { issue: '分发', returns: '汇总', board: '报送看板', compare: '比上月' },
  issueIntro: '为每个单位生成一份只含本单位内容的工作簿，保存后发给各单位填报。',
  units: '分发给',
  allUnits: '全部单位',
  issue: '生成各单位文件',
  made: '已生成的文件',
  save: '保存',
  saveZip: '全部保存为一个压缩包',
  open: '打开',
  openHint: '这台电脑上的 Excel 不能直接下载，请逐个打开后另存。',
  returnsIntro: '选择各单位发回的文件，先看会改动什么，再写入当前工作簿。',
  proposed: '可以汇总',
  superseded: '没有采用',
  refused: '不能使用',
  nothing: '清单没有要改动的内容，只登记为“已汇总”。',
  changes: '会改动的内容',
  added: '新增',
  changed: '修改',
  deleted: '单位已删除',
  deleteToo: '一并删除',
  refusals: '没有采用的内容',
  conflicts: '需要选择的冲突',
  conflict: '冲突',
  issued: '分发时',
  city: '市级',
  unit: '单位',
  allCity: '全部按市级',
  allUnit: '全部按单位',
  undecided: '暂不选择',
  merge: '写入当前工作簿',
  mergeNote: '写入前会先备份；写入后可以撤销一次。',
  boardIntro: '按各单位最近一次分发统计。',
  compareIntro: '选择较早的一份工作簿，看此后新开工、新入统、新销号和变更了哪些。',
  layComparison: '写成工作表“比上月”',
  remind: '催报',
  /** To a unit whose file has been merged, and leaves something to be put right. */
  remindMerged: '提醒补正',
  remindAll: '催报全部未返回的单位',
  remindTitle: '提醒文字',
  remindHint: '可以修改后再复制，粘贴到微信、短信或邮件中发出。',
  copy: '复制',
  copied: '已复制',
  errors: '错误',
} as const;

/** 128 行 */
export function describeRows(rows: number): string {
  return rows === 0 ? '空表' : `${formatNumber(rows)} 行`;
}

export function describeMerged(counts: MergeCounts, undecided: number): string {
  const done = `汇总完成：${describeCounts({ ...counts, conflicting: 0 })}。`;
  return undecided === 0 ? done : `${done}有 ${formatNumber(undecided)} 处冲突没有选择，保留市级工作簿的内容，已记入交换记录。`;
}

/** 3 处冲突，还有 2 处没有选择；没有选择的保留市级的内容 */
export function describeConflictCount(all: number, undecided: number): string {
  return undecided === 0 ? `${formatNumber(all)} 处冲突，已全部选择` : `${formatNumber(all)} 处冲突，还有 ${formatNumber(undecided)} 处没有选择；没有选择的保留市级的内容`;
}

/** 已返回 3 个，未返回 5 个 */
export function describeBoard(states: readonly UnitStatus['state'][]): string {
  const count = (wanted: readonly UnitStatus['state'][]) => states.filter((state) => wanted.includes(state)).length;
  return `已返回 ${count(['returned', 'merged'])} 个，未返回 ${count(['sent'])} 个，未分发 ${count(['notSent'])} 个`;
}

/** What happened with a unit's file, in one line. */
export function describeStatus(status: UnitStatus): string {
  const sent = status.sentAt === null ? '' : `${status.sentAt} 分发`;
  const file = status.file === '' ? '' : `“${status.file}”`;
  const merged = status.mergedAt === null ? '' : `${status.mergedAt} 汇总`;
  return [sent, merged, file].filter((part) => part !== '').join('，');
}

/** 新开工 3 项、新入统 2 项; only what there is. */
export function describeComparisonCounts(counts: ComparisonCounts): string {
  const said = comparisonKinds.filter((kind) => counts[kind] > 0).map((kind) => `${comparisonKindName(kind)} ${formatNumber(counts[kind])} 项`);
  return said.length === 0 ? '没有变化' : said.join('、');
}
