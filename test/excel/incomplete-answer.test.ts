import type { Change } from '../../src/sheet/model';
import type { WorkbookPort } from '../../src/job/port';
import { sheetOf, workbookOf } from '../sheet/small-model';
import { tableOf } from './feature-model';
import { openBook } from './open-book';

const model = workbookOf(
  sheetOf({
    name: '清单',
    blocks: [{ row: 2, column: 0, content: [['名称', '金额', '自加列'], ['甲', 1, '记'], ['乙', 2, null]] }],
    tables: [tableOf('t4_list', 2, 3, ['名称', '金额', '自加列'])],
  }),
  sheetOf({ name: '_数据', visibility: 'veryHidden', blocks: [{ row: 0, column: 0, content: [['x']] }] }),
);
const [list] = model.sheets;
const numberLike: Change = { kind: 'writeCells', sheet: '清单', row: 3, column: 0, content: [['2023-10']], expects: [['甲']] };
const laid: Change = { kind: 'laySheet', sheet: { ...list!, columnWidths: [{ column: 0, width: 90 }] }, after: null };

/** What each of these does first when it asks for more than names. */
test.each<[string, number, (port: WorkbookPort) => Promise<unknown>]>([
  ['values, formulas and headers of a workbook', 2, (port) => port.read()],
  ['number formats of cells to be written', 2, (port) => port.apply([numberLike])],
  ['headers of a sheet to be laid', 2, (port) => port.apply([laid])],
  ['the look of a column of the user’s', 3, (port) => port.apply([laid])],
  ['what stood in cells that were written', 3, (port) => port.apply([numberLike])],
])('an answer without %s is an incomplete read, and the next is whole', async (_, nth, call) => {
  const { host, port } = await openBook(model);
  host.failSync(nth, { kind: 'nulls', cells: 0 });
  await expect(call(port)).rejects.toMatchObject({ name: 'HostError', fault: 'incompleteRead' });
  expect((await port.read()).sheets).toHaveLength(2);
});

test('what stood in a sheet that was laid', async () => {
  const { host, port } = await openBook(model);
  const [expects] = (await port.read()).sheets;
  host.failSync(2, { kind: 'nulls', cells: 2 });
  await expect(port.apply([{ ...laid, expects: expects! }])).rejects.toMatchObject({ fault: 'incompleteRead' });
});
