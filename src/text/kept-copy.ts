/** Words of the sheets that keep what was typed between a break-off and its 恢复. */
export const keptCopyTexts = {
  /** Begins the first cell, by which such a sheet is known: it may hold the headers of a list, and is none. */
  mark: '恢复之前另存：',
  row: '原行号',
} as const;

/** The tab; a number follows where there is one already. */
export function keptCopyName(sheet: string): string {
  return `恢复前 ${sheet}`;
}

export function describeKeptCopy(sheet: string): string {
  return `${keptCopyTexts.mark}上次操作中断之后、点“恢复”之前，有人在《${sheet}》里填写过。标黄的格是当时填写、没有放回清单的内容，请核对后抄到《${sheet}》，抄完可以删除本表。`;
}

/** Follows what 恢复 says it has done. */
export function describeKeptCopies(tabs: readonly string[]): string {
  return `中断之后填写的内容没有放进清单，另存在${tabs.map((tab) => `《${tab}》`).join('')}，请打开核对并抄回。`;
}
