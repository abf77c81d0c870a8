import type { Conflict, CellDifference, MergeCounts, MergeNote, MergeProposal, Refusal, RowPlace } from '../exchange/proposal';
import type { Column, List, ListKey } from '../list/list';
import { listOf } from '../list/registry';
import { unitOf } from '../plan/unit';
import type { Plan } from '../plan/plan';
import { formatNumber, formatValue } from './format';

/** Sentences of 回收 about the city workbook as a whole. */
export const mergeTexts = {
  onlyCity: '返回的文件要汇总到市级工作簿里，当前工作簿是一个单位的。请打开市级工作簿再试；当前工作簿没有改动。',
  structureFirst:
    '有工作表或表头被删除、改动，返回的内容没有地方放。请先点“一键校验”，按提示恢复工作表和表头，再汇总；工作簿没有改动。',
  editedSincePreview: '预览之后工作簿又有改动，按原来的预览写入会盖掉这些改动。请重新预览再汇总；这次没有写入任何内容。',
  undoneAlready: '这次汇总已经撤销过，或者不是在这个面板里做的，不能再撤销。工作簿没有改动。',
  undone: (at: string) => `撤销 ${at} 的汇总，恢复汇总前的内容`,
  editedSinceMerge: (sheets: readonly string[]) =>
    `${sheets.map((sheet) => `《${sheet}》`).join('')}在汇总之后又有改动，撤销会连这些改动一起丢掉，所以没有撤销。请直接在表中改回需要改回的内容。`,
} as const;

/** 《5 未开工项目》“某某项目” */
export function describeRow(list: List, { name }: Pick<RowPlace, 'name'>): string {
  return `《${list.sheetName}》“${name === '' ? '（没有名称的一行）' : name}”`;
}

/** 新增 3 行、修改 5 行、删除 1 行、冲突 2 处、拒收 1 处; only what there is. */
export function describeCounts({ added, changed, deleted, conflicting, refused }: MergeCounts): string {
  const parts = [
    [added, `新增 ${formatNumber(added)} 行`],
    [changed, `修改 ${formatNumber(changed)} 行`],
    [deleted, `删除 ${formatNumber(deleted)} 行`],
    [conflicting, `冲突 ${formatNumber(conflicting)} 处`],
    [refused, `拒收 ${formatNumber(refused)} 处`],
  ] as const;
  const said = parts.filter(([count]) => count > 0).map(([, text]) => text);
  return said.length === 0 ? '没有变化' : said.join('、');
}

/** What a conflict is about, and both sides in words, for a person to choose between. */
export interface ConflictText {
  /** 《5 未开工项目》“某某项目”的“计划开工日期” */
  readonly where: string;
  /** As issued; null where there was no base. */
  readonly issued: string | null;
  readonly city: string;
  readonly unit: string;
}

export function describeConflict(conflict: Conflict, list: List): ConflictText {
  const row = describeRow(list, conflict);
  if (conflict.kind === 'cell') {
    const { cell } = conflict;
    const column = columnOf(list, cell.column);
    return {
      where: `${row}的“${column?.header ?? cell.column}”`,
      issued: cell.base === undefined ? null : formatValue(cell.base, column),
      city: formatValue(cell.city, column),
      unit: formatValue(cell.returned, column),
    };
  }
  const changes = (side: 'city' | 'returned') => conflict.cells.map((cell) => changeText(list, cell, side)).join('、') || '没有改动';
  return conflict.kind === 'deletedInUnit'
    ? { where: row, issued: null, city: `保留，并改过：${changes('city')}`, unit: '删除了这一行' }
    : { where: row, issued: null, city: '已删除这一行', unit: `保留，并改过：${changes('returned')}` };
}

/** “计划开工日期”2023年12月1日 → 2023年12月20日: a cell that only the unit changed. */
export function describeChange(list: List, cell: CellDifference): string {
  return changeText(list, cell, 'returned');
}

function changeText(list: List, { column: key, base, city, returned }: CellDifference, side: 'city' | 'returned'): string {
  const column = columnOf(list, key);
  const before = base ?? (side === 'city' ? returned : city);
  return `“${column?.header ?? key}”${formatValue(before, column)} → ${formatValue(side === 'city' ? city : returned, column)}`;
}

/** Why a row or a cell of a returned file is not taken, and what to do. */
export function describeRefusal(refusal: Refusal, list: List, plan: Plan, unit: string): string {
  const row = describeRow(list, refusal);
  const unitName = unitOf(plan, unit).name;
  switch (refusal.reason) {
    case 'otherUnit':
      return `${row}写的是“${refusal.unitText}”，不是${unitName}的项目，没有采用。请由${refusal.unitText}填报，或请${unitName}核对“县（市、区）”一列。`;
    case 'unknownUnit':
      return `${row}的“县（市、区）”填写为“${refusal.unitText}”，应为${unitName}，没有采用。请${unitName}改正后重新报送。`;
    case 'movedInCity':
      return `${row}在市级工作簿中已改由${refusal.unitText}负责，${unitName}填报的内容没有采用。请两个单位核对由谁填报。`;
    case 'twice':
      return `《${list.sheetName}》中${unitName}有两行，只采用了其中一行，另一行填报的内容没有采用。请${unitName}只保留一行后重新报送。`;
    case 'notProject':
      return `${row}是合计行或表头，不是项目，没有采用；合计由工作簿自动算出，不必填写。如果确实是项目，请${unitName}写出项目全称后重新报送。`;
    case 'formulaError': {
      const column = columnOf(list, refusal.column ?? '');
      const seen = Object.values(refusal.values)[0] ?? null;
      const what = seen === null ? '公式，文件里没有算出的结果' : `公式错误“${formatValue(seen, column)}”`;
      return `${row}的“${column?.header ?? ''}”是${what}，没有采用，保留市级工作簿的内容。请${unitName}填写数值后重新报送。`;
    }
  }
}

/** Something to be told that changes nothing. */
export function describeNote(note: MergeNote, lists: readonly List[]): string {
  const sheet = (key: ListKey) => `《${listOf(lists, key).sheetName}》`;
  switch (note.kind) {
    case 'noBase':
      return '文件里没有分发时的底稿，按两方比对：凡与市级工作簿不同的，都请逐处选择。';
    case 'unknownBatch':
      return '这个文件所属的批次不是这个市级工作簿分发的，按两方比对：凡与市级工作簿不同的，都请逐处选择。';
    case 'absentList':
      return `没有找到${sheet(note.list)}，这张表保持市级工作簿的内容，不算删除。`;
    case 'absentColumn':
      return `${sheet(note.list)}没有找到“${columnOf(listOf(lists, note.list), note.column)?.header ?? note.column}”一列，这一列保持市级工作簿的内容。`;
    case 'doubledColumn':
      return `${sheet(note.list)}有两列都叫“${columnOf(listOf(lists, note.list), note.column)?.header ?? note.column}”，内容不同，分不清哪一列是原来的，这一列保持市级工作簿的内容。请单位把自己加的一列改名后重新报送。`;
    case 'userColumn':
      return `${sheet(note.list)}中单位自己加的“${note.header}”一列没有收入市级工作簿。`;
    case 'copiedRow':
      return `${sheet(note.list)}“${note.name}”是复制出来的一行，按新增的项目收入。`;
    case 'copiedSheet':
      return `文件里的工作表“${note.sheet}”也是${sheet(note.list)}的样子，里面有${sheet(note.list)}没有的内容，没有读取。请单位把要报的内容填到${sheet(note.list)}里，重新报送。`;
    case 'absentTarget':
      return `${sheet(note.list)}中没有本单位的一行，这张表保持市级工作簿的内容。`;
    case 'notInFile':
      return `${sheet(note.list)}中有 ${formatNumber(note.count)} 个项目只在市级工作簿里有，仍然保留。`;
  }
}

/** What a person decided about a file, for 交换记录: one line for each conflict and deletion. */
export function describeDecisions(proposal: MergeProposal, decisions: Readonly<Record<string, 'city' | 'unit'>>, lists: readonly List[]): string[] {
  return proposal.lists.flatMap((own) => {
    const list = listOf(lists, own.list);
    const conflicts = own.conflicting.map((conflict) => {
      const { where, city, unit } = describeConflict(conflict, list);
      const decided = Object.hasOwn(decisions, conflict.id) ? decisions[conflict.id] : undefined;
      if (decided === undefined) return `${where}未定，暂按市级：${city}（单位：${unit}）`;
      return decided === 'unit' ? `${where}按单位：${unit}（市级原为：${city}）` : `${where}按市级：${city}（单位：${unit}）`;
    });
    const deletions = own.deleted.map((row) =>
      decisions[row.id] === 'unit' ? `${describeRow(list, row)}按单位删除` : `${describeRow(list, row)}单位已删除，市级保留`,
    );
    return [...conflicts, ...deletions];
  });
}

function columnOf(list: List, key: string): Column | null {
  return list.columns.find((column) => column.key === key) ?? null;
}
