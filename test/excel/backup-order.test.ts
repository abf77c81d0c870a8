import { Book } from '../../src/host/book/book';
import type { Batch } from '../../src/host/object-model/batch';
import { ObjectModel } from '../../src/host/object-model/object-model';
import { Settings } from '../../src/host/protocol/settings';
import type { Change, WorkbookModel } from '../../src/sheet/model';
import { contentOf } from '../../src/sheet/content-of';
import { differences } from '../../src/sheet/difference';
import { hiddenSheet } from '../../src/sheet/hidden-sheet';
import { sheetOf, workbookOf } from '../sheet/small-model';
import { tableOf } from './feature-model';
import { openBook } from './open-book';

const protection = { allowFormatColumns: true, allowFilter: true };

/** Laid anew, the table is two rows lower, has one more column, and another row. */
function listModel(top: number, headers: readonly string[], body: readonly (readonly (string | number)[])[]): WorkbookModel {
  return workbookOf(
    sheetOf({
      name: '清单',
      protection,
      blocks: [{ row: 0, column: 0, content: [['标题']] }, { row: top, column: 0, content: [headers, ...body] }],
      columnWidths: headers.map((_, column) => ({ column, width: 90 })),
      merges: [{ row: 0, column: 0, rows: 1, columns: 2 }],
      tables: [tableOf('t4_list', top, body.length + 1, headers)],
    }),
    sheetOf({ name: '汇总', protection, blocks: [{ row: 0, column: 0, content: [['合计', { formula: '=SUM(t4_list[金额])', value: 3 }]] }] }),
  );
}

const before = listModel(2, ['名称', '金额'], [['甲', 1], ['乙', 2]]);
const after = listModel(4, ['名称', '单位', '金额'], [['甲', '城区', 1], ['乙', '城区', 2], ['丙', '城区', 0]]);
const backup = hiddenSheet('_备份', [{ row: 0, column: 0, content: [['{"全":'], ['"部"}']] }]);
const changes: Change[] = [
  { kind: 'laySheet', sheet: backup, after: '汇总' },
  ...after.sheets.map((sheet): Change => ({ kind: 'laySheet', sheet, after: null })),
  { kind: 'removeSheet', sheet: '_备份' },
];

const cut: WorkbookModel = { ...before, sheets: [...before.sheets, hiddenSheet('_备份', [{ row: 0, column: 0, content: [['{"全":']] }])] };

/** The one batch by which the port writes them. */
async function batchOf(start: WorkbookModel): Promise<Batch> {
  const { book, port } = await openBook(start);
  const run = jest.spyOn(ObjectModel.prototype, 'run');
  try {
    await port.read();
    run.mockClear();
    await port.apply(changes);
    expect(run).toHaveBeenCalledTimes(1);
    expect(differences(book.toModel(), after)).toEqual([]);
    return run.mock.calls[0]![0];
  } finally {
    run.mockRestore();
  }
}

test.each([
  ['', before],
  [', also over a backup that was cut', cut],
])('whatever call a write ends at%s, either nothing is lost and every sheet protected, or the whole backup stands, or all is written', async (_, start) => {
  const batch = await batchOf(start);
  const outcomes: string[] = [];
  for (let calls = 0; calls <= batch.Actions.length; calls += 1) {
    const book = Book.fromModel(start);
    new ObjectModel(book, new Settings(), () => undefined, null).run({ ...batch, Actions: batch.Actions.slice(0, calls) });
    const now = book.toModel();
    const backed = now.sheets.find(({ name }) => name === '_备份');
    const entered = { ...now, sheets: now.sheets.filter((sheet) => sheet !== backed) };
    const isWhole = backed !== undefined && JSON.stringify(contentOf(now).sheets.at(-1)?.values) === JSON.stringify(backup.blocks[0]!.content);
    const isProtected = entered.sheets.every((sheet) => sheet.protection !== undefined);
    const isAsBefore = isProtected && JSON.stringify(contentOf(entered).sheets.map(({ values }) => values)) === JSON.stringify(contentOf(before).sheets.map(({ values }) => values));
    if (isWhole) expect(backed.visibility).not.toBe('visible');
    const outcome = isWhole ? 'backup' : isAsBefore ? 'before' : differences(entered, after).length === 0 ? 'after' : `lost at call ${calls}`;
    if (outcomes.at(-1) !== outcome) outcomes.push(outcome);
  }
  expect(outcomes).toEqual(['before', 'backup', 'after']);
});
