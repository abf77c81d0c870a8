/** Sentences about a file that could not be read to its end, beside those about what is in it (text/file.ts). */

const LOOK_FIRST = '请先用 Excel 或 WPS 打开看是否完好：能打开就另存为“Excel 工作簿（*.xlsx）”后再选，打不开就请对方重新发送。';

/** Reading took longer than it may; the limit in seconds. */
export function describeSlowFile(fileName: string, seconds: number): string {
  return `文件“${fileName}”读了 ${seconds} 秒还没有读完，应在几秒内读完，已停止读取，没有采用其中任何内容。${LOOK_FIRST}`;
}

/** Reading it broke the reader down. */
export function describeBreakingFile(fileName: string): string {
  return `文件“${fileName}”读取时出错中断，没有采用其中任何内容。${LOOK_FIRST}`;
}

/** The system does not hand it out: moved, renamed or locked since it was chosen, or a folder. */
export function describeLockedFile(fileName: string): string {
  return `文件“${fileName}”打不开，可能选中之后已被移动、改名，正被其他程序占用，或者是文件夹。请关闭占用它的程序，再重新选择这个文件。`;
}

/** It is a sound workbook, but not one that can be judged; the reason as said of an open workbook (workbookTexts). */
export function describeUnusableFile(fileName: string, reason: string): string {
  return `文件“${fileName}”不能校验：${reason.replace(/^当前工作簿/, '它')}`;
}

/** A sound workbook without any of our lists. */
export function describeForeignFile(fileName: string): string {
  return `文件“${fileName}”不是“九张清单”工作簿，里面没有可以校验的表。请改选用“九张清单”生成或下发的工作簿；内容是从别处复制来的，请粘贴到下发的工作簿里再选。`;
}
