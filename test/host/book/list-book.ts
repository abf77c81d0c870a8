import { Book } from '../../../src/host/book/book';
import type { Sheet } from '../../../src/host/book/sheet';
import type { Table } from '../../../src/host/book/state';
import { parseAddress } from '../../../src/sheet/address';
import type { SheetModel } from '../../../src/sheet/model';
import { workbookOf } from '../../sheet/small-model';

/** 2023-12-25 */
export const TODAY = 45285;

/** A list from row 3 (项目, 县, 投资, 折合亿元) with a total under a title, and a sheet that refers to it. */
export function listBook(parts: Partial<SheetModel> = {}): { readonly book: Book; readonly list: Sheet; readonly total: Sheet } {
  const model = workbookOf(
    {
      name: '1 清单',
      blocks: [
        { row: 0, column: 0, content: [['清单']] },
        {
          row: 2,
          column: 0,
          content: [
            ['项目', '县', '投资', '折合亿元'],
            ['甲', '沁水县', 30000, { formula: '=tT[[#This Row],[投资]]/10000', value: 3 }],
            ['乙', '城区', 10000, { formula: '=tT[[#This Row],[投资]]/10000', value: 1 }],
            ['丙', '沁水县', 20000, { formula: '=tT[[#This Row],[投资]]/10000', value: 2 }],
          ],
        },
      ],
      styles: [
        { area: { row: 3, column: 2, rows: 3, columns: 1 }, style: { numberFormat: '#,##0', locked: false } },
      ],
      tables: [{ name: 'tT', area: { row: 2, column: 0, rows: 4, columns: 4 }, headers: ['项目', '县', '投资', '折合亿元'], filter: true, style: null }],
      validations: [
        {
          area: { row: 3, column: 1, rows: 3, columns: 1 },
          rule: { kind: 'list', source: "='总'!$D$1:$D$2" },
          error: { title: '县', text: '请从下拉列表选择。', level: 'stop' },
        },
        {
          area: { row: 3, column: 2, rows: 3, columns: 1 },
          rule: { kind: 'decimal', operator: 'greaterThanOrEqual', minimum: 0 },
          error: { title: '投资', text: '应为正数。', level: 'warning' },
        },
      ],
      ...parts,
    },
    {
      name: '总',
      blocks: [
        {
          row: 0,
          column: 0,
          content: [
            [{ formula: '=SUM(tT[投资])', value: 60000 }, { formula: "='1 清单'!$C$5*2", value: 20000 }, { formula: '=SUBTOTAL(109,tT[投资])', value: 60000 }, '沁水县'],
            [{ formula: "=SUM('1 清单'!C4:C6)", value: 60000 }, null, null, '城区'],
          ],
        },
      ],
      links: [{ row: 1, column: 1, sheet: '1 清单', targetRow: 4, targetColumn: 0 }],
    },
  );
  const named = { ...model, names: [{ name: '县列', sheet: '1 清单', area: { row: 3, column: 1, rows: 3, columns: 1 } }] };
  const book = Book.fromModel(named, { today: () => TODAY });
  const [list, total] = book.sheets;
  if (!list || !total) throw new Error('two sheets');
  return { book, list, total };
}

/** The value in a cell by its address. */
export function at(sheet: Sheet, address: string): unknown {
  const { row, column } = placeOf(address);
  return sheet.valueAt(row, column);
}

export function formulaAt(sheet: Sheet, address: string): string | null {
  const { row, column } = placeOf(address);
  return sheet.formulaAt(row, column);
}

export function placeOf(address: string): { readonly row: number; readonly column: number } {
  const place = parseAddress(address);
  if (!place) throw new Error(address);
  return place;
}

export function tableOf(sheet: Sheet): Table {
  const [table] = sheet.state.tables;
  if (!table) throw new Error('no table');
  return table;
}
