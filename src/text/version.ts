import { inThousands } from './ui-sentence';

/** What a version changed for those who look at the workbook or keep it, in the order in which it is told. */
const changes = {
  summaryLead: '“汇总”增加“与时间进度相比”一节，落后的标红',
  summaryChart: '“汇总”的排名旁增加对比图',
  summaryCounts: '“汇总”的完成数、应完成数按所数的内容命名，如“开工（个）”',
  listPages: '各清单打印时不再把一栏或标题切在两页上，表头按字数留高',
  targetFilter: '前三张目标清单不再显示筛选按钮',
  journal: '写入中途断开的，打开后可以点“恢复”',
} as const;

export type VersionChange = keyof typeof changes;

/** A workbook of an earlier version, and 升级. `product` is the version of the add-in that made it: 0.1. */
export const upgradeTexts = {
  title: '这是旧版本的工作簿',
  body: (product: string): string =>
    `由 ${product} 版生成，可以照常填报、校验和汇总。点“升级”换成现在的样式，已填内容、情况说明、规则调整和交换记录都保留。`,
  upgrade: '升级',
  show: '看变化',
  hide: '收起',
  recalculate: '当前工作簿由旧版本生成，“汇总”的样式已经改变，不能单独重算。请点“升级”，“汇总”会一并重算；已填内容都保留。',
} as const;

export function tellChange(change: VersionChange): string {
  return changes[change];
}

/** After 升级. */
export function describeUpgraded(kept: number, sheets: number): string {
  return `已升级 ${sheets} 张表，${inThousands(kept)} 个已填单元格都保留，并重新校验了一遍。`;
}
