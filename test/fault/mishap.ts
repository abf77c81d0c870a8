import type { Book } from '../../src/host/book/book';
import { insertColumns, insertRows } from '../../src/host/book/edit/shift-lines';
import { sortTable } from '../../src/host/book/edit/sort-table';
import { renameSheet } from '../../src/host/book/edit/tabs';
import { writeContents } from '../../src/host/book/edit/write-contents';
import type { Sheet } from '../../src/host/book/sheet';
import type { Fault } from '../../src/host/protocol/fault';
import type { Operation, Place } from './operation';

/** Something that can befall one round trip. */
export interface Mishap {
  readonly name: string;
  readonly kind: 'fault' | 'edit' | 'contest' | 'kill';
  readonly faultFor: (book: Book, operation: Operation) => Fault;
  /** What befalls the nth round trip after that one as well. */
  readonly second?: { readonly nth: number; readonly fault: Fault };
  /** What another author does while the user tries again. */
  readonly atRetry?: Edit;
  /** What another author does after it, before 恢复. */
  readonly beforeRestore?: Edit;
  /** What befalls 恢复 itself, one round trip later each time, until it gets through. */
  readonly inRestore?: Fault;
  /** True where it says nothing more of round trips that only read: then it befalls those that write. */
  readonly isOfWriting?: boolean;
}

/** What another author does in a list, to a row that the operation is not about. */
export interface Edit {
  readonly name: string;
  readonly make: (book: Book, list: Operation['list']) => void;
}

/** What another author puts behind a sheet's name. */
export const renamed = '（改）';

/** What another author types. */
export const othersText = '另一位作者';

/** These change how the sheet itself stands. */
const wide: readonly string[] = ['别人插列', '别人改名'];

const minute = 60_000;
const error = 'GeneralException';

const bystanders: Readonly<Record<Operation['list'], Place>> = {
  '5': { list: '5', header: '项目名称', row: '旁观项目', column: '责任人' },
  '7': { list: '7', header: '项目名称', row: '旁观项目', column: '责任人' },
  '8': { list: '8', header: '问题编号', row: 'SJ-002', column: '问题描述' },
};

export const edits: readonly Edit[] = [
  {
    name: '别人填写',
    make(book, list) {
      const at = findPlace(book, bystanders[list]) ?? { sheet: book.sheets.find(({ state }) => state.protection === null)!, row: 2, column: 0 };
      writeContents(book, 'remote', at.sheet, at.row, at.column, [[othersText]]);
    },
  },
  {
    name: '别人插行',
    make(book, list) {
      const at = findPlace(book, bystanders[list]);
      if (at) insertRows(book, 'remote', at.sheet, at.top, 1);
    },
  },
  {
    name: '别人排序',
    make(book, list) {
      const at = findPlace(book, bystanders[list]);
      if (at) sortTable(book, 'remote', at.sheet, at.sheet.state.tables[0]!, [{ column: at.key, descending: true }]);
    },
  },
  {
    name: '别人插列',
    make(book, list) {
      const at = findPlace(book, bystanders[list]);
      if (at) insertColumns(book, 'remote', at.sheet, at.column, 1);
    },
  },
  {
    name: '别人改名',
    make(book, list) {
      const at = findPlace(book, bystanders[list]);
      if (at) renameSheet(book, 'remote', at.sheet, `${at.sheet.name}${renamed}`);
    },
  },
];

function compete(book: Book, { contested }: Operation): void {
  const at = contested && findPlace(book, contested);
  if (!at) throw new Error('the contested cell is not there');
  writeContents(book, 'remote', at.sheet, at.row, at.column, [[othersText]]);
}

const plain = (name: string, fault: Fault): Mishap => ({ name, kind: 'fault', faultFor: () => fault });
const killed = (name: string, share: number): Mishap => ({ name, kind: 'kill', faultFor: () => ({ kind: 'unanswered', share }), isOfWriting: share > 0 && share < 1 });
/** Two at once: it is cut off, and so is what comes after that. */
const twice = (name: string, nth: number, fault: Fault): Mishap => ({ ...plain(name, { kind: 'cut', share: 0.6, code: error }), second: { nth, fault }, isOfWriting: true });

export const mishaps: readonly Mishap[] = [
  plain('拒绝', { code: error }),
  plain('找不到', { code: 'ItemNotFound' }),
  plain('受保护', { code: 'AccessDenied' }),
  plain('正在输入', { code: 'InvalidOperationInCellEditMode' }),
  plain('请求过大', { code: 'RequestPayloadSizeLimitExceeded' }),
  plain('切断三成', { kind: 'cut', share: 0.3, code: error }),
  plain('切断六成', { kind: 'cut', share: 0.6, code: error }),
  plain('切断末尾', { kind: 'cut', share: 0.97, code: error }),
  plain('答复丢失', { kind: 'lost', code: error }),
  plain('没有答复', { kind: 'unanswered', share: 0 }),
  plain('写完没有答复', { kind: 'unanswered', share: 1 }),
  plain('慢四十秒', { kind: 'late', milliseconds: 40_000 }),
  plain('迟一小时', { kind: 'late', milliseconds: 60 * minute }),
  plain('断开', { kind: 'gone', code: 'InactiveWorkbook' }),
  plain('空值', { kind: 'nulls', cells: 20 }),
  ...edits.map(({ name, make }): Mishap => ({ name, kind: 'edit', faultFor: (book, { list }) => ({ kind: 'edited', edit: () => make(book, list) }), isOfWriting: wide.includes(name) })),
  { name: '别人同改', kind: 'contest', faultFor: (book, operation) => ({ kind: 'edited', edit: () => compete(book, operation) }) },
  // By then the port has put back what was switched off, and the job has read what stands.
  twice('放回时切断', 5, { kind: 'cut', share: 0.5, code: error }),
  twice('放回时再断', 6, { kind: 'cut', share: 0.5, code: error }),
  twice('切断后断开', 1, { kind: 'gone', code: 'InactiveWorkbook' }),
  { ...plain('重试遇填写', { code: error }), atRetry: edits[0]!, isOfWriting: true },
  { ...plain('重试遇插行', { kind: 'cut', share: 0.6, code: error }), atRetry: edits[1]!, isOfWriting: true },
  killed('写前关闭', 0),
  killed('开头时关闭', 0.1),
  killed('三成时关闭', 0.3),
  killed('六成时关闭', 0.6),
  killed('末尾时关闭', 0.97),
  killed('写后关闭', 1),
  { ...killed('恢复时关闭', 0.6), inRestore: { kind: 'unanswered', share: 0.6 } },
  { ...killed('恢复时切断', 0.6), inRestore: { kind: 'cut', share: 0.6, code: error } },
  { ...killed('恢复前改名', 0.6), beforeRestore: edits.find(({ name }) => name === '别人改名')! },
  { ...killed('恢复前插行', 0.6), beforeRestore: edits.find(({ name }) => name === '别人插行')! },
  { ...killed('恢复前排序', 0.6), beforeRestore: edits.find(({ name }) => name === '别人排序')! },
];

/** A mishap that can befall this operation. */
export function canBefall({ kind }: Mishap, { contested }: Operation): boolean {
  return kind !== 'contest' || contested !== undefined;
}

/** Null where the list, or its row, is not there (yet). */
function findPlace(book: Book, place: Place) {
  const found = book.sheets.flatMap((sheet) => sheet.state.tables.map((table) => ({ sheet, table }))).find(({ table }) => table.name === `t${place.list}_list`);
  if (!found) return null;
  const { sheet, table } = found;
  const key = columnOf(sheet, place.header);
  for (let row = table.area.row + 1; row < table.area.row + table.area.rows; row += 1) {
    if (sheet.valueAt(row, table.area.column + key) !== place.row) continue;
    return { sheet, row, column: table.area.column + columnOf(sheet, place.column), key, top: table.area.row + 1 };
  }
  return null;
}

function columnOf(sheet: Sheet, header: string): number {
  const { area } = sheet.state.tables[0]!;
  return Array.from({ length: area.columns }, (_, at) => sheet.valueAt(area.row, area.column + at)).indexOf(header);
}
