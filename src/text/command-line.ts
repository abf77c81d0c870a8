import { workbookTexts } from './workbook';

/**
 * Where a sentence about the open workbook would send its reader to a button, what the command line offers instead. A
 * sentence that is not here says what to do in any place.
 */
const instead: readonly (readonly [said: string, told: string])[] = [
  [workbookTexts.notOurs, '不是“九张清单”工作簿，里面没有清单。请改用 generate 生成的、或下发的工作簿。'],
  [
    workbookTexts.unknownPlan('{id}'),
    '依据的文件是“{id}”，与这次所用的方案不是同一份，没有采用其中内容。请用 --plan 写出那份文件的方案，或改用本次行动的工作簿。',
  ],
  [workbookTexts.newerVersion, '由更新版本的程序生成，为避免损坏，没有采用也没有修改。请更新本程序后再试。'],
  [workbookTexts.backupWaiting, '上一次操作没有做完，已填内容都在备份里，这次没有改动。请在 Excel 的“九张清单”面板中打开它，点“恢复”，保存后再试。'],
];

/** A sentence about “当前工作簿” as the command line says it of a file. */
export function describeWorkbookFault(sentence: string, file: string): string {
  for (const [said, told] of instead) {
    const [before = '', after] = said.split('{id}');
    if (after === undefined ? sentence === said : sentence.startsWith(before) && sentence.endsWith(after)) {
      return `文件“${file}”${told.replace('{id}', sentence.slice(before.length, sentence.length - (after ?? '').length))}`;
    }
  }
  return `文件“${file}”：${sentence.replaceAll('当前工作簿', '这个工作簿')}`;
}

export const commandTexts = {
  inside: (reason: string, place: string) =>
    `程序内部出错，这一步没有做完。请更新到最新版本再试；仍然出错的，请把这一行和所用的文件交给维护人员：${reason}${place}`,
  missing: (path: string) => `文件“${path}”打不开：没有这个文件。请检查文件名和路径，名称里有空格的要用英文引号括起来。`,
  noMatch: (pattern: string) => `没有找到符合“${pattern}”的文件。请检查文件夹和文件名。`,
  locked: (path: string) => `文件“${path}”打不开：正被其他程序占用，或没有读取权限。请关闭打开它的程序再试。`,
  unreadable: (path: string) => `文件“${path}”打不开，请检查文件名和路径。`,
  officeOwner: (path: string, name: string) => `“${path}”是 Excel 打开“${name}”时留下的临时文件，不是工作簿。请在 Excel 中关闭“${name}”，改写它的文件名。`,
  workbookFolder: (path: string) => `“${path}”是文件夹，不是工作簿文件，应为一个 .xlsx 文件。请写出文件夹里工作簿的文件名，例如：${inFolder(path, '全市.xlsx')}`,
  planFolder: (path: string) => `“${path}”是文件夹，不是方案文件，应为一个 .json 文件。请写出文件夹里方案的文件名，例如：${inFolder(path, '方案.json')}`,
  planCoding: (path: string) => `方案“${path}”不是用 UTF-8 编码保存的文字，不能使用。请确认选的是方案文件（.json），用记事本打开后另存为，编码选“UTF-8”。`,
  taken: (path: string) => `文件“${path}”已经存在，没有覆盖。请在 --out 后面换一个文件名。`,
  someTaken: (path: string) => `文件“${path}”已经存在，没有覆盖，也没有写出其他文件。请换一个文件夹，或先移走原来的文件。`,
  outIsFolder: (path: string) => `“${path}”是文件夹，不能当作文件名，没有写出文件。请在后面加上文件名，例如：${inFolder(path, '结果.xlsx')}`,
  noFolder: (path: string, folder: string) => `文件“${path}”写不进去：没有“${folder}”这个文件夹。请先建好文件夹，或换一个位置。`,
  fullDisk: (path: string) => `文件“${path}”写不进去：磁盘已满。请腾出空间，或换一个磁盘。`,
  longName: (path: string) => `文件“${path}”写不进去：文件名太长。请换一个短一些的文件名。`,
  unwritable: (path: string) => `文件“${path}”写不进去，请检查文件夹是否存在、是否有写入权限。`,
  readOnly: (path: string) => `文件“${path}”写不进去：正被其他程序（多半是 Excel 或 WPS）打开，或是只读的；原来的内容没有改动。请关闭它，或去掉只读属性再试。`,
  noFolderMade: (path: string) => `文件夹“${path}”建不了：同名的文件已经存在，或没有写入权限。请换一个文件夹。`,
  noneLeft: '这次没有写出任何文件。',
  unknownOption: (typed: string) => `没有“${typed}”这个选项。加 --help 可看用法。`,
  otherDash: (typed: string, meant: string) => `“${typed}”前面的横线不是英文减号，应为 ${meant}。请切换到英文输入后重写。`,
  noContent: (option: string) => `选项 ${option} 后面缺少内容。`,
  needsNoContent: (option: string) => `选项 ${option} 后面不需要内容。`,
  twice: (option: string) => `选项 ${option} 写了不止一次，应只写一次。`,
  wrong: (option: string, seen: string, reason: string) => `选项 ${option} 填写为“${seen}”，${reason}。`,
  lacking: (option: string, reason: string) => `选项 ${option}：${reason}。`,
  noFiles: (seen: string, command: string) => `“${seen}”不知道作什么用：${command} 不读文件，应只写选项。请删去它；要写出的文件名，写在 --out 后面。`,
  sameFile: (path: string) => `文件“${path}”写了不止一次，只用一次。`,
  putBack: (file: string) => `“${file}”没有改动；要补回或升级后另存，请加 --out，例如 --out 已修复.xlsx。`,
  noneUsable: (path: string) => `没有可以采用的返回文件，没有写出“${path}”。请按上面的原因处理后再汇总。`,
} as const;

function inFolder(folder: string, name: string): string {
  return `${folder.replace(/[\\/]+$/, '')}/${name}`;
}
