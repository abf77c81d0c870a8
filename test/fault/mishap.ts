import type { Book } from '../../src/host/book/book';
import { insertRows } from '../../src/host/book/edit/shift-lines';
import { sortTable } from '../../src/host/book/edit/sort-table';
import { writeContents } from '../../src/host/book/edit/write-contents';
import type { Sheet } from '../../src/host/book/sheet';
import type { Fault } from '../../src/host/protocol/fault';
import type { Operation, Place } from './operation';

/** Something that can befall one round trip. */
export interface Mishap {
  readonly name: string;
  readonly kind: 'fault' | 'edit' | 'contest' | 'kill';
  readonly faultFor: (book: Book, operation: Operation) => Fault;
}

/** What another author does in a list, to a row that the operation is not about. */
export interface Edit {
  readonly name: string;
  readonly make: (book: Book, list: Operation['list']) => void;
}

/** What another author types. */
export const othersText = '另一位作者';

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
      const at = findPlace(book, bystanders[list]) ?? { sheet: book.sheets[0]!, row: 2, column: 0 };
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
];

function compete(book: Book, { contested }: Operation): void {
  const at = contested && findPlace(book, contested);
  if (!at) throw new Error('the contested cell is not there');
  writeContents(book, 'remote', at.sheet, at.row, at.column, [[othersText]]);
}

const plain = (name: string, fault: Fault): Mishap => ({ name, kind: 'fault', faultFor: () => fault });
const killed = (name: string, share: number): Mishap => ({ name, kind: 'kill', faultFor: () => ({ kind: 'unanswered', share }) });

export const mishaps: readonly Mishap[] = [
  plain('拒绝', { code: error }),
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
  ...edits.map(({ name, make }): Mishap => ({ name, kind: 'edit', faultFor: (book, { list }) => ({ kind: 'edited', edit: () => make(book, list) }) })),
  { name: '别人同改', kind: 'contest', faultFor: (book, operation) => ({ kind: 'edited', edit: () => compete(book, operation) }) },
  killed('写前关闭', 0),
  killed('写后关闭', 1),
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
