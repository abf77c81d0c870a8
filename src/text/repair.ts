/** What a sheet can lose, in the order in which it is told: its name, and what is said of a sheet that has lost it. */
const kinds = {
  sheet: { name: '工作表', told: () => '整张工作表不见了' },
  table: { name: '表格格式', told: () => '表格格式（筛选、自动扩展）' },
  row: { name: '表格下方的新增行', told: (count: number) => `表格下方新增的 ${count} 行没有纳入表格` },
  formula: { name: '公式', told: (count: number) => `公式 ${count} 处` },
  dropdown: { name: '下拉选项', told: (count: number) => `下拉选项 ${count} 列` },
  check: { name: '填写提示', told: (count: number) => `填写提示 ${count} 列` },
  mark: { name: '颜色标记', told: () => '颜色标记' },
  bar: { name: '进度条', told: () => '进度条' },
  format: { name: '单元格格式', told: (count: number) => `日期、文本等格式 ${count} 列` },
  lock: { name: '可填单元格', told: (count: number) => `${count} 列可填单元格被锁定` },
  filter: { name: '筛选按钮', told: () => '筛选按钮' },
  protection: { name: '工作表保护', told: () => '工作表保护' },
  freeze: { name: '冻结窗格', told: () => '冻结窗格' },
  print: { name: '打印设置', told: () => '打印设置' },
  shownSheet: { name: '工作表的显示', told: () => '工作表被隐藏' },
  shownColumn: { name: '列的显示', told: (count: number) => `${count} 列被隐藏` },
  shownRow: { name: '行的显示', told: () => '有行被隐藏' },
  hiddenColumn: { name: '列的隐藏', told: () => '“行标识”列没有隐藏' },
  hiddenSheet: { name: '工作表的隐藏', told: () => '内部数据表没有隐藏好' },
  name: { name: '单元格名称', told: (count: number) => `单元格名称 ${count} 个` },
} satisfies Record<string, { readonly name: string; readonly told: (count: number) => string }>;

/**
 * What a workbook of ours can lose in another program or by pasting. sheet: a sheet of ours · table: the native table ·
 * row: rows under it that it does not take in · formula: ƒ cells, or those above the table and on 汇总 · dropdown, check:
 * input checks with and without a list · mark: the colours by 校验提示 · bar: data bars · format: number formats ·
 * lock: cells to fill in that cannot be · shownSheet, shownColumn, shownRow: hidden by hand, so that nobody can fill them in ·
 * name: named cells.
 */
export type LossKind = keyof typeof kinds;

/** In the order in which they are told. */
export const lossKinds = Object.keys(kinds) as readonly LossKind[];

/** One kind of loss on one sheet, as it is told. */
export interface ToldLoss {
  readonly sheet: string;
  readonly kind: LossKind;
  readonly count: number;
}

/** Kinds named in one line before the rest is only counted. */
const namedKinds = 3;

/** Sheets named in one line before the rest is only counted. */
const namedSheets = 3;

/** 5 未开工项目：下拉选项 6 列、颜色标记、冻结窗格; sheets that have lost the same share a line. */
export function lossLines(losses: readonly ToldLoss[]): string[] {
  const bySheet = new Map<string, string[]>();
  for (const { sheet, kind, count } of losses) bySheet.set(sheet, [...(bySheet.get(sheet) ?? []), kinds[kind].told(count)]);
  const byPhrase = new Map<string, string[]>();
  for (const [sheet, told] of bySheet) {
    const text = told.join('、');
    byPhrase.set(text, [...(byPhrase.get(text) ?? []), sheet]);
  }
  return [...byPhrase].map(([text, sheets]) => `${namesOf(sheets)}：${text}`);
}

function namesOf(sheets: readonly string[]): string {
  const named = sheets.slice(0, namedSheets).join('、');
  return sheets.length > namedSheets ? `${named}等 ${sheets.length} 张表` : named;
}

/** 8 张表丢失公式、下拉选项、颜色标记等 13 处。, 少了 1 张工作表。: all sheets in one line. */
export function summariseLosses(losses: readonly ToldLoss[]): string {
  const sheets = new Set(losses.map(({ sheet }) => sheet)).size;
  if (losses.every(({ kind }) => kind === 'sheet')) return `少了 ${sheets} 张工作表。`;
  const names = lossKinds.filter((kind) => losses.some((loss) => loss.kind === kind)).map((kind) => kinds[kind].name);
  const rest = names.length > namedKinds ? '等' : '';
  return `${sheets} 张表丢失${names.slice(0, namedKinds).join('、')}${rest} ${losses.length} 处。`;
}

export const repairTexts = {
  title: '表格结构不完整',
  advice: '可能是用其他软件保存、粘贴覆盖或隐藏造成的。点“修复表格”补回，已填内容不变。',
  repair: '修复表格',
  whole: '表格结构：完整',
  show: '看明细',
  hide: '收起明细',
} as const;

/** 表格结构 after 修复表格. */
export function describeRepaired(restored: readonly ToldLoss[], left: readonly ToldLoss[]): string {
  if (restored.length + left.length === 0) return '表格结构是完整的，没有需要修复的地方；已填内容没有改动。';
  const sheets = new Set(restored.map(({ sheet }) => sheet)).size;
  const done = restored.length === 0 ? '' : `已修复 ${sheets} 张表的 ${restored.length} 处结构，已填内容没有改动。`;
  return left.length === 0 ? done : `${done}还有 ${left.length} 处没有补回：${lossLines(left).join('；')}。请先按校验提示恢复表头和工作表，再点“修复表格”。`;
}
