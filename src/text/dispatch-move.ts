import type { Carry } from '../dispatch/carry';
import type { Move, MoveKind } from '../dispatch/move';
import type { Column, Value } from '../list/list';
import type { Plan } from '../plan/plan';
import { unitOf } from '../plan/unit';
import { formatDay, formatMonth, formatNumber, formatValue } from './format';

/** Fixed words of 调度 › 流转. */
export const moveWords = {
  kinds: {
    start: '未开工 → 已开工未入统',
    register: '已开工未入统 → 已入统',
    raise: '存在问题 → 问题交办',
    reserve: '储备项目 → 前期手续',
  },
  intro: '项目往前走一步，点“流转”：状态和日期写回原表，需要时在下一张清单里添一行，基本情况自动带过去。',
  finding: '正在查找可以流转的项目',
  none: '没有可以流转的项目',
  noneHint: '在清单中填写项目后，这里按去向列出可以流转的项目。',
  open: '流转',
  all: '全部流转',
  title: '流转',
  submit: '确认流转',
  fillFirst: '去补填',
  choose: '请选择',
  wrongMonth: '请选择月份。',
  wrongChoice: '请选择。',
  required: '请填写。',
  note: '只写入上面说到的单元格和下一张清单的一行，并重新校验。会带来错误的不写入。',
  same: '下面填写的内容用于这些项目，各项目原来已有的日期不变。',
  own: '各项目自己有的内容（如责任单位、责任人），留空就用各自的。',
  ready: '可流转',
  incomplete: '先补填再流转',
} as const satisfies { readonly kinds: Readonly<Record<MoveKind, string>> } & Readonly<Record<string, unknown>>;

/** Fixed words of 自动带入. */
export const carryWords = {
  heading: '自动带入',
  intro: '同一项目（项目代码或同一单位内名称相同）在别的清单里已经填过的，这里可以带入空着的单元格；已填的内容不改动。',
  none: '没有可以带入的内容',
  open: '带入',
  all: '全部带入',
  decline: '不用',
  choose: '选择',
  title: '自动带入',
  submit: '带入选中的内容',
  leave: '不带入',
  conflict: '各表填写不一致，请选一个',
} as const;

const row = (sheet: string, name: string) => `《${sheet}》${name === '' ? '的这一行' : `“${name}”`}`;
const quoted = (headers: readonly string[]) => headers.map((header) => `“${header}”`).join('、');

/** Why a project was not moved on, or nothing carried in: where, what was seen, what was expected, what to do. */
export const moveJobTexts = {
  /** `action` is what the user pressed. */
  structureFirst: (action: string) =>
    `有工作表或表头被删除、改动，看不准内容该写到哪一列，没有${action}，已填内容没有改动。请先点“一键校验”，按提示恢复工作表和表头，再${action}。`,
  changed: (sheet: string, name: string) =>
    `${row(sheet, name)}在查看之后又有改动，与面板上看到的不一样，没有写入。请按面板上的最新情况再操作一次。`,
  missing: (sheet: string, name: string, headers: readonly string[]) =>
    `${row(sheet, name)}还没有填写${quoted(headers)}，流转前应填齐，没有写入。请先补填，再流转。`,
  wrongAnswers: (name: string, headers: readonly string[]) => `“${name}”的${quoted(headers)}没有填写或填法不对，没有写入。请填好后再流转。`,
  bringsErrors: (count: number, first: string) =>
    `没有写入：写入后会出现 ${formatNumber(count)} 处错误。${first}${count > 1 ? `另有 ${formatNumber(count - 1)} 处。` : ''}请改正后再操作。`,
  noRoom: (sheet: string, line: number) =>
    `《${sheet}》的表已经填满，第 ${line} 行有表外的内容，新的一行没有地方写，没有写入。请在表格末尾插入空行，或把表外的内容移开，再操作一次。`,
  editedSince: (sheet: string, name: string) =>
    `${row(sheet, name)}在那之后又有改动，撤销会丢掉这些改动，没有写入。请直接在表中修改。`,
  undoneAlready: '这次操作已经撤销过，工作簿没有改动。请按面板上的最新情况继续。',
  nothingChosen: (sheet: string, name: string) => `${row(sheet, name)}没有选中要带入的内容，没有写入。请先在各来源中选一个，再带入。`,
} as const;

/** 《5 未开工项目》第 12 行; the sheet as it is called now. */
export function describePlace(sheet: string, line: number): string {
  return `《${sheet}》第 ${line} 行`;
}

/** 可流转 3　先补填 2　已流转 12 */
export function describeMoveCount(ready: number, incomplete: number, moved: number): string {
  const parts = [
    ...(ready > 0 ? [`${moveWords.ready} ${formatNumber(ready)}`] : []),
    ...(incomplete > 0 ? [`先补填 ${formatNumber(incomplete)}`] : []),
    ...(moved > 0 ? [`已流转 ${formatNumber(moved)}`] : []),
  ];
  return parts.join('\u3000');
}

/** 还差：建设单位、总投资（万元）、责任单位等 5 项 */
export function describeMissing(columns: readonly Column[]): string {
  return `还差：${namesOf(columns)}`;
}

const mostNamed = 3;

function namesOf(columns: readonly Column[]): string {
  const names = columns.slice(0, mostNamed).map(({ header }) => header).join('、');
  return columns.length > mostNamed ? `${names}等 ${columns.length} 项` : names;
}

/** What a click on 流转 will write, beyond what is asked. */
export function describeOutcome(move: Move, from: string, to: string): string {
  switch (move.kind) {
    case 'start':
      return move.adds ? `《${from}》的状态改为已开工，这一行保留；在《${to}》添一行，入统状态为未报。` : `《${from}》的状态改为已开工；《${to}》中已有这个项目，不再添行。`;
    case 'register':
      return move.target ? `《${from}》的入统状态改为已入统，《${to}》同一项目一并填上入统日期。` : `《${from}》的入统状态改为已入统。`;
    case 'raise':
      return `《${from}》的内容不变；在《${to}》添一个问题，状态为发现。`;
    case 'reserve':
      return `《${from}》的内容不变；在《${to}》添一行，各项手续接着在那张表里填。`;
  }
}

/** 已流转 1 个项目，现位于《6 已开工未入统项目》第 12 行。 */
export function describeMoved(count: number, place: { readonly sheet: string; readonly row: number } | null): string {
  const where = place === null ? '' : `${count > 1 ? '最后一个' : '现'}位于${describePlace(place.sheet, place.row + 1)}`;
  if (count === 0) return `这个项目已经流转过，没有重复添加${where === '' ? '' : `，${where}`}。`;
  return `已流转 ${formatNumber(count)} 个项目${where === '' ? '' : `，${where}`}，并已重新校验。`;
}

export function describeCarried(rows: number, cells: number): string {
  return `已为 ${formatNumber(rows)} 行带入 ${formatNumber(cells)} 项，并已重新校验。其余必填的单元格请接着填写。`;
}

export function describeTakenBack(): string {
  return '已撤销，各单元格恢复为原来的内容，并已重新校验。';
}

/** 《6 已开工未入统项目》第 12 行“××”在《5 未开工项目》中已有，可带入建设单位、总投资（万元）等 6 项。 */
export function describeOffer(carry: Carry, place: string, name: string, sources: readonly string[], columns: readonly Column[]): string {
  const known = sources.map((sheet) => `《${sheet}》`).join('、');
  return `${place}${name === '' ? '' : `“${name}”`}在${known}中已有，可带入${namesOf(columns)}${carry.cells.some(({ choices }) => choices.length > 1) ? '，其中有的各表填写不一致' : ''}。`;
}

/** 可带入建设单位、总投资（万元）等 6 项，来自《5 未开工项目》 */
export function describeCarry(columns: readonly Column[], sources: readonly string[]): string {
  return `可带入${namesOf(columns)}，来自${sources.map((sheet) => `《${sheet}》`).join('、')}`;
}

/** 12,000（《5 未开工项目》第 7 行、《A 储备项目库》第 30 行） */
export function describeChoice(value: Value, column: Column, places: readonly string[]): string {
  return `${formatValue(value, column)}（${places.join('、')}）`;
}

/** An actual date after 统计截止日. */
export function describeTooLate(asOf: number): string {
  return `不能晚于统计截止日（${formatDay(asOf)}）。`;
}

/** 2023年12月, in a list of months. */
export function describeMonth(serial: number): string {
  return formatMonth(serial);
}

/** 泽州县; empty where the unit cannot be told. */
export function moveUnitName(plan: Plan, unit: string | null): string {
  return unit === null ? '' : unitOf(plan, unit).name;
}

/** 高标准农田建设等 12 个项目: what stands behind the first name. */
export function describeOthers(count: number): string {
  return `等 ${formatNumber(count)} 个项目`;
}
