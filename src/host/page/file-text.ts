import type { FileFault, FileMeasure } from '../../xlsx/file-error';

const formats: Readonly<Record<'pdf' | 'picture' | 'document' | 'slides' | 'binaryWorkbook' | 'archive', string>> = {
  pdf: 'PDF 文件',
  picture: '图片',
  document: '文字文档',
  slides: '演示文稿',
  binaryWorkbook: '二进制工作簿（.xlsb）',
  archive: '压缩包',
};

const measures: Readonly<Record<FileMeasure, string>> = {
  bytes: '文件大小（字节）',
  parts: '内部部件数',
  expandedBytes: '解压后的大小（字节）',
  cells: '单元格数',
  texts: '文字条数',
  sheets: '工作表数',
};

/** Why a file cannot be opened: which file, what was seen, what is expected, what to do. */
export function describeFault(fileName: string, fault: FileFault): string {
  return `“${fileName}”${seen(fault)}当前工作簿没有改动。`;
}

function seen(fault: FileFault): string {
  const saveAs = '请在 Excel 或 WPS 中打开它，另存为“Excel 工作簿（*.xlsx）”后再打开。';
  switch (fault.kind) {
    case 'empty':
      return '是空文件，里面没有任何内容。请向发送人核对，重新取得这个文件。';
    case 'oldFormat':
      return `是旧版工作簿（.xls 或 .et），这里只能打开 .xlsx。${saveAs}`;
    case 'encrypted':
      return '设有打开密码，这里无法打开。请在 Excel 或 WPS 中取消密码并保存后再打开。';
    case 'openDocument':
      return `是 .ods 表格，这里只能打开 .xlsx。${saveAs}`;
    case 'webPage':
      return `其实是一个网页，只是名称像表格；这里只能打开 .xlsx。${saveAs}`;
    case 'plainText':
      return `其实是文本文件，这里只能打开 .xlsx。${saveAs}`;
    case 'otherFormat':
      return `是${formats[fault.format]}，这里只能打开 .xlsx。请选择正确的工作簿文件。`;
    case 'unknownFormat':
      return '不是能识别的表格文件，这里只能打开 .xlsx。请选择正确的工作簿文件。';
    case 'damaged':
      return `${fault.sheet ? `中的工作表“${fault.sheet}”` : ''}已损坏，读不出完整内容。请向发送人重新索取，或者在 Excel 中用“打开并修复”处理后再打开。`;
    case 'incompleteSheet':
      return `中的工作表“${fault.sheet}”不完整，后面的行丢失了。请向发送人重新索取完整的文件。`;
    case 'tooLarge':
      return `${fault.sheet ? `中的工作表“${fault.sheet}”` : ''}太大：${measures[fault.measure]}超过了 ${fault.limit}。请删去不需要的内容或空白行列，保存后再打开。`;
    case 'unsafe':
      return '含有正常办公软件不会写入的内容，为安全起见没有打开。请向发送人核实文件来源。';
  }
}
