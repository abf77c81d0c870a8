import { checkWorkbook } from '../../src/job/check';
import { keptInput } from '../../src/job/kept-input';
import { createMemoryPort } from '../../src/job/memory-port';
import { recogniseWorkbook } from '../../src/job/recognise';
import { findLosses } from '../../src/job/structure';
import { upgradeWorkbook } from '../../src/job/upgrade';
import { builtInPlan as plan } from '../../src/plan/built-in';
import { buildWorkbook } from '../../src/sheet/build-workbook';
import { differences } from '../../src/sheet/difference';
import type { WorkbookModel } from '../../src/sheet/model';
import { openBook } from './open-book';
import { laySummary } from '../../src/sheet/summary-layout';
import { stateSummary, versions } from '../../src/sheet/version/versions';
import { sheetOf } from '../sheet/small-model';
import { around, lingchuan, open, shipped } from '../version/shipped';

/** 已完成 of the first rate, as the first version laid it: its line on the sheet. */
const former = stateSummary(versions[0]!, plan, lingchuan).headings[2]!.row + 4;

test('a workbook of the first version, open in Excel, is after 升级 what is laid from the same entries', async () => {
  const model = (await open(shipped[0]!)).model();
  const own = sheetOf({ name: '自用', blocks: [{ row: 0, column: 0, content: [[{ formula: `=汇总!B${former}`, value: 0 }]] }] });
  const { book, port } = await openBook({ ...model, sheets: [...model.sheets, own] });
  const known = recogniseWorkbook(await port.read(), [plan], around);
  const fresh = createMemoryPort(buildWorkbook(keptInput(known.reading, plan, around)));
  await checkWorkbook(fresh, [plan], around);
  const { report } = await upgradeWorkbook(port, { plan, scope: lingchuan }, around);
  // The user's own formula reads the same figure.
  expect(book.findSheet('自用')!.formulaAt(0, 0)).toBe(`=汇总!B${laySummary(plan, lingchuan).done.firstRow + 1}`);
  const now = book.toModel();
  expect(differences(withoutTitleColumns({ ...now, sheets: now.sheets.filter(({ name }) => name !== '自用') }), withoutTitleColumns({ ...fresh.model(), activeSheet: book.activeSheet.name }))).toEqual([]);
  expect(await findLosses(port, recogniseWorkbook(await port.read(), [plan], around))).toEqual([]);
  expect(report.result.counts.explained).toBe(1);
});

/** Columns repeated on every page cannot be taken back over Office.js; on a list that is one page wide they show nowhere. */
function withoutTitleColumns(model: WorkbookModel): WorkbookModel {
  const sheets = model.sheets.map((sheet) => {
    if (sheet.print?.fitToWidth !== 1) return sheet;
    const print = { ...sheet.print };
    delete print.titleColumns;
    return { ...sheet, print };
  });
  return { ...model, sheets };
}
