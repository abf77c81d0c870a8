import { applyChanges } from '../../src/sheet/apply-change';
import { differences } from '../../src/sheet/difference';
import { markFormats } from '../../src/sheet/mark-format';
import type { Change, ConditionalFormat } from '../../src/sheet/model';
import { sheetOf, workbookOf } from '../sheet/small-model';
import { openBook } from './open-book';

const ours = markFormats({ headerRow: 0, firstRow: 1, rowCount: 5, column: 0, columns: 3, markColumn: 2 });
const bar: ConditionalFormat = { kind: 'dataBar', area: { row: 1, column: 1, rows: 5, columns: 1 }, color: '#638EC6', minimum: 0, maximum: 9 };
const large: ConditionalFormat = { kind: 'formula', area: { row: 1, column: 0, rows: 5, columns: 3 }, formula: '=$B2>1', fill: '#FFFF00' };
/** As after a row was cut out and pasted further down. */
const broken = ours.flatMap((format): ConditionalFormat[] => [
  { ...format, area: { ...format.area, rows: 2 } },
  { ...format, area: { ...format.area, row: 7, rows: 1 }, formula: format.formula.replace('$C2', '$C8') },
]);
const relay: Change = { kind: 'replaceConditionalFormats', sheet: '清单', formats: ours };

const listWith = (...conditionalFormats: ConditionalFormat[]) =>
  workbookOf(
    sheetOf({ name: '清单', blocks: [{ row: 0, column: 0, content: [['名称', '金额', '校验提示'], ['甲', 2, null]] }], conditionalFormats }),
    sheetOf({ name: '旁表', conditionalFormats: [large] }),
  );

it.each([
  ['none at all', listWith()],
  ['only ours, broken up', listWith(...broken)],
  ['the user’s among ours', listWith(bar, ...broken, large)],
  ['only the user’s', listWith(bar, large)],
])('marks are laid again over %s', async (_, model) => {
  const { book, host, port } = await openBook(model);
  await port.read();
  await port.apply([relay]);
  expect(differences(book.toModel(), applyChanges(model, [relay]))).toEqual([]);
  expect(host.statistics.syncs).toBe(4);
});

it('a mark that was begun when an earlier write broke off goes, and the user’s stay', async () => {
  const { book, port } = await openBook(listWith(bar, { ...large, formula: '=FALSE' }, ...broken));
  await port.apply([relay]);
  expect(differences(book.toModel(), applyChanges(listWith(bar), [relay]))).toEqual([]);
});

it('marks that lie right stay as they are when laid again and again', async () => {
  const model = listWith(...ours, bar);
  const { book, port } = await openBook(model);
  for (let check = 0; check < 3; check += 1) await port.apply([relay]);
  expect(differences(book.toModel(), model)).toEqual([]);
});

it('the question for all sheets at once being refused, each sheet is asked', async () => {
  const model = listWith(bar, ...broken, large);
  const { book, host, port } = await openBook(model);
  await port.read();
  host.failSync(1, { code: 'GeneralException' });
  await port.apply([relay]);
  expect(differences(book.toModel(), applyChanges(model, [relay]))).toEqual([]);
});

it('a sheet whose formats Excel cannot read keeps all of them; everything else is written', async () => {
  const model = listWith(bar, ...broken, large);
  const { book, host, port } = await openBook(model);
  await port.read();
  // The joint question, and the one about this sheet alone.
  host.failSync(1, { code: 'GeneralException' });
  host.failSync(3, { code: 'GeneralException' });
  const write: Change = { kind: 'writeCells', sheet: '清单', row: 1, column: 2, content: [['〔金额〕有误']] };
  await port.apply([write, relay]);
  expect(differences(book.toModel(), applyChanges(model, [write]))).toEqual([]);
});

it('while a cell is being edited nothing is taken for unreadable', async () => {
  const { book, port } = await openBook(listWith(bar, ...broken));
  await port.read();
  book.isEditing = true;
  await expect(port.apply([relay])).rejects.toMatchObject({ fault: 'editMode' });
  book.isEditing = false;
}, 20_000);
