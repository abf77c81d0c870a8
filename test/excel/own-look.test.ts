import { applyChanges } from '../../src/sheet/apply-change';
import { differences } from '../../src/sheet/difference';
import type { AreaStyle, Change, SheetModel } from '../../src/sheet/model';
import { sheetOf, workbookOf } from '../sheet/small-model';
import { tableOf } from './feature-model';
import { openBook } from './open-book';

const laid = (headers: readonly string[], row: number, columnWidths: SheetModel['columnWidths']): SheetModel =>
  sheetOf({
    name: '清单',
    blocks: [{ row, column: 0, content: [headers, headers.map(() => 45_000), headers.map(() => 1)] }],
    styles: [{ area: { row: row + 1, column: 0, rows: 2, columns: 1 }, style: { numberFormat: '0.00' } }],
    columnWidths,
    tables: [tableOf('t4_list', row, 3, headers)],
  });

const ours = [{ column: 0, width: 80 }];
const dated: AreaStyle = { area: { row: 3, column: 1, rows: 2, columns: 1 }, style: { numberFormat: 'yyyy/m/d' } };
const plain = laid(['名称', '复核日期', '复核人'], 2, ours);
const own = { ...plain, styles: [...plain.styles, dated], columnWidths: [...ours, { column: 1, width: 150 }] };

const lookOf = (sheet: SheetModel) => ({
  formats: sheet.styles.filter(({ style }) => style.numberFormat === 'yyyy/m/d').map(({ area }) => area),
  widths: sheet.columnWidths,
});

it.each<[string, SheetModel, ReturnType<typeof lookOf>]>([
  ['where it stands', plain, { formats: [dated.area], widths: [...ours, { column: 1, width: 150 }] }],
  [
    'with the table moved down by two rows, and grown',
    { ...laid(['名称', '复核日期', '复核人'], 4, ours), tables: [tableOf('t4_list', 4, 6, ['名称', '复核日期', '复核人'])] },
    { formats: [{ row: 5, column: 1, rows: 5, columns: 1 }], widths: [...ours, { column: 1, width: 150 }] },
  ],
  [
    'moved aside by a column of ours put back',
    laid(['名称', '金额', '复核日期', '复核人'], 2, [...ours, { column: 1, width: 90 }]),
    { formats: [{ row: 3, column: 2, rows: 2, columns: 1 }], widths: [...ours, { column: 1, width: 90 }, { column: 2, width: 150 }] },
  ],
])('a column that the user added keeps its number format and width when the sheet is laid anew: %s', async (_, next, expected) => {
  const change: Change = { kind: 'laySheet', sheet: next, after: null };
  const model = workbookOf(own);
  const { book, port } = await openBook(model);
  await port.read();
  await port.apply([change]);
  const after = applyChanges(model, [change]);
  expect(lookOf(after.sheets[0]!)).toEqual(expected);
  expect(differences(book.toModel(), after)).toEqual([]);
});

it('a column of ours, or one that was not there, is laid as the model has it', async () => {
  const change: Change = { kind: 'laySheet', sheet: laid(['名称', '新列', '复核人'], 2, [...ours, { column: 2, width: 60 }]), after: null };
  const after = applyChanges(workbookOf(own), [change]);
  expect(lookOf(after.sheets[0]!)).toEqual({ formats: [], widths: [...ours, { column: 2, width: 60 }] });
});

it('one look more is all it costs, and none where the user added nothing', async () => {
  const looks = async (model: SheetModel, next: SheetModel): Promise<number> => {
    const { host, port } = await openBook(workbookOf(model));
    await port.read();
    await port.apply([{ kind: 'laySheet', sheet: next, after: null }]);
    return host.statistics.syncs;
  };
  const all = [0, 1, 2].map((column) => ({ column, width: 80 }));
  expect(await looks(own, plain)).toBe((await looks(laid(['名称', '复核日期', '复核人'], 2, all), laid(['名称', '复核日期', '复核人'], 2, all))) + 1);
});
