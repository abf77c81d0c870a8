/** Words of the bar of 撤销上次操作. Apart from text/undo, which brings the plan's schema along: the bar is there before the plan is. */
export const undoBarTexts = {
  bar: '上次操作',
  undo: '撤销',
  undoMerge: '撤销本次汇总',
  see: '查看',
} as const;

/** 上次操作：修正了 12 处。 */
export function describeLastOperation(told: string): string {
  return `上次操作：${told}。`;
}
