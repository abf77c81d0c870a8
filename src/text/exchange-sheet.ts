import type { Exchange } from '../list/record';

/** Fixed words of the sheet 交换记录. */
export const exchangeLabels = {
  title: '交换记录',
  intro: '本工作簿分发、汇总的全部经过，由加载项逐笔记载，供核对和存档。每一笔对应一个单位的一个文件。',
  headers: ['序号', '时间', '操作', '县（市、区）', '文件', '批次', '新增', '修改', '删除', '冲突', '拒收', '处理情况'],
} as const;

const kindNames: Readonly<Record<Exchange['kind'], string>> = { split: '分发', merge: '汇总', undo: '撤销汇总' };

/** 分发, 汇总 or 撤销汇总. */
export function exchangeKindName(kind: Exchange['kind']): string {
  return kindNames[kind];
}

/** The last six characters of a batch, which differ from batch to batch and can be said on the telephone. */
export function shortBatch(batch: string): string {
  return batch.slice(-6);
}
