/** What FileError carries, by shape: text does not know the file room. A new kind does not compile where it is handed in. */
type FileFault =
  | { readonly kind: 'empty' | 'oldFormat' | 'encrypted' | 'openDocument' | 'webPage' | 'plainText' | 'unknownFormat' | 'unsafe' }
  | { readonly kind: 'otherFormat'; readonly format: keyof typeof FORMATS }
  | { readonly kind: 'damaged'; readonly sheet?: string }
  | { readonly kind: 'incompleteSheet'; readonly sheet: string }
  | { readonly kind: 'tooLarge'; readonly measure: keyof typeof MEASURES; readonly limit: number; readonly sheet?: string };

const FORMATS = {
  pdf: ' PDF 文件',
  picture: '图片',
  document: '文字文档或其他程序的数据文件',
  slides: '演示文稿',
  binaryWorkbook: '二进制工作簿（.xlsb）',
  archive: '压缩包',
} as const;

const MEASURES = {
  bytes: (limit: number) => `超过 ${megabytes(limit)}`,
  parts: (limit: number) => `里面的部件超过 ${limit} 个`,
  expandedBytes: (limit: number) => `展开后过大（上限 ${megabytes(limit)}），或者是反复压缩的异常文件`,
  cells: (limit: number) => `用到的范围超过 ${limit / 10_000} 万个单元格`,
  texts: (limit: number) => `不同的文字超过 ${limit / 10_000} 万条`,
  textLength: (limit: number) => `有一个单元格的文字超过 ${limit} 字`,
  characters: (limit: number) => `文字合计超过 ${limit / 10_000} 万字`,
  formulas: (limit: number) => `公式合计超过 ${limit / 10_000} 万个字符`,
  formats: (limit: number) => `单元格格式、合并、下拉列表和条件格式超过 ${limit} 处`,
  sheets: (limit: number) => `工作表超过 ${limit} 张`,
} as const;

const SAVE_ANEW = '请用 Excel 或 WPS 打开它，点“文件 → 另存为”，类型选“Excel 工作簿（*.xlsx）”，再选新存的文件。';
const GET_ANEW = '请先用 Excel 或 WPS 打开看是否完好：能打开就另存为“Excel 工作簿（*.xlsx）”后再选，打不开就请对方重新发送。';

const SHRINK = '请删除数据区以外的空行空列（选中后用“删除”，不是“清除”）和无关的工作表、图片，保存后再选。';
const SHORTEN = '请把这段文字缩短，或移到 Word 文档里，保存后再选。';

const SENTENCES: { readonly [K in FileFault['kind']]: (fault: Extract<FileFault, { readonly kind: K }>) => string } = {
  empty: () => '是空文件（0 字节），应为一个 Excel 工作簿。多半是没有传完，请重新下载或请对方重新发送。',
  oldFormat: () => `是旧格式的表格（.xls，或 WPS 的 .et），这里只能打开 .xlsx。${SAVE_ANEW}`,
  encrypted: () =>
    '设了打开密码，这里无法读取，应为没有密码的 .xlsx。请用 Excel 或 WPS 打开它，在“文件 → 信息 → 保护工作簿 → 用密码进行加密”中清空密码，保存后再选。',
  openDocument: () => `是 OpenDocument 表格（.ods），这里只能打开 .xlsx。${SAVE_ANEW}`,
  webPage: () => `是网页，不是工作簿；有的系统导出的“.xls”其实是网页。这里只能打开 .xlsx。${SAVE_ANEW}`,
  plainText: () => `是纯文本（如 .csv、.txt），不是工作簿。这里只能打开 .xlsx。${SAVE_ANEW}`,
  otherFormat: ({ format }) => `是${FORMATS[format]}，应为 Excel 工作簿（.xlsx）。${format === 'binaryWorkbook' ? SAVE_ANEW : '请改选工作簿文件；如果是压缩包，请先解压，再选里面的工作簿。'}`,
  unknownFormat: () => `不是能认出的表格文件，应为 Excel 工作簿（.xlsx）。${GET_ANEW}`,
  damaged: ({ sheet }) => `已损坏，${sheet === undefined ? '内容读不完整' : `读到工作表“${sheet}”时出错`}，没有采用其中任何内容。${GET_ANEW}`,
  incompleteSheet: ({ sheet }) => `不完整：工作表“${sheet}”只有前半部分，后面的内容缺失，没有采用其中任何内容。${GET_ANEW}`,
  tooLarge: ({ measure, limit, sheet }) =>
    `太大：${sheet === undefined ? '' : `工作表“${sheet}”`}${MEASURES[measure](limit)}，没有打开。${measure === 'textLength' ? SHORTEN : SHRINK}`,
  unsafe: () => `含有办公软件不会写入的内容，为安全起见没有打开。${SAVE_ANEW}`,
};

/** One Chinese sentence for a file that cannot be used: which file, what was seen and expected, what to do. */
export function describeFileFault(fault: FileFault, fileName: string): string {
  const describe = SENTENCES[fault.kind] as (fault: FileFault) => string;
  return `文件“${fileName}”${describe(fault)}`;
}

const UNKNOWN_PARTS = {
  comment: '批注',
  picture: '图片',
  chart: '图表',
  pivotTable: '数据透视表',
  macro: '宏',
  externalLink: '对其他文件的链接',
} as const;

/** Told before a file is saved over that holds what we cannot keep. */
export function describeUnknownParts(parts: readonly (keyof typeof UNKNOWN_PARTS)[], fileName: string): string {
  const names = parts.map((part) => UNKNOWN_PARTS[part]).join('、');
  return `文件“${fileName}”中有${names}，写入后会丢失；清单内容不受影响。请另存为新文件，或先留好原文件的备份。`;
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1_000_000)} MB`;
}
