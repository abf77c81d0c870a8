import type { RefusalReason } from '../book/refusal';

export interface Refusal {
  readonly title: string;
  readonly text: string;
}

/** What the user is told when the workbook refuses a change: what happened, why, what to do. */
export const refusalTexts: Readonly<Record<RefusalReason, Refusal>> = {
  protected: {
    title: '单元格受保护',
    text: '您试图更改的单元格位于受保护的工作表中，目标数、公式等单元格不能改动。请在可填写的单元格中录入。',
  },
  password: { title: '密码不正确', text: '这张工作表的保护设有密码，输入的密码不对，保护没有撤销。请核对大小写后再试。' },
  validation: { title: '录入内容不符合要求', text: '此单元格限定了可以录入的内容。请按单元格的提示重新录入。' },
  mergedCells: { title: '无法完成', text: '所选区域只包含合并单元格的一部分。请选中整个合并单元格后再操作。' },
  tableOverlap: { title: '无法完成', text: '这样会使两个表格重叠。请换一个位置。' },
  tableHeader: { title: '无法完成', text: '表格的标题行不能单独删除。请只选中标题行以下的行。' },
  invalidArgument: { title: '无法完成', text: '此操作不适用于所选区域。请换一个区域再试。' },
  invalidFormula: { title: '公式有误', text: '这个公式无法识别。请检查括号、引号和逗号是否完整；如果只是文字，请在最前面加一个单引号（\'）。' },
  invalidName: { title: '名称无效', text: '工作表名称不能为空，不能超过 31 个字，也不能含有 \\ / ? * [ ] : 这些符号。请换一个名称。' },
  nameTaken: { title: '名称重复', text: '工作簿中已有同名的工作表。请换一个名称。' },
  lastVisibleSheet: { title: '无法完成', text: '工作簿中至少要留一张可见的工作表。请先新建或显示另一张工作表。' },
  notFound: { title: '无法完成', text: '要操作的内容已不存在。请重新选择后再试。' },
  outsideSheet: { title: '无法完成', text: '超出了工作表的边界。请减少行列数，或者换一个位置。' },
  tooMuch: { title: '无法完成', text: '涉及的单元格太多。请减少所选区域后再试。' },
  unsupported: { title: '无法完成', text: '这个内嵌表格暂不支持此操作。请保存文件后在 Excel 或 WPS 中进行。' },
};
