import { deleteSheet } from '../../src/host/book/edit/tabs';
import { checkWorkbook } from '../../src/job/check';
import { applyFixes } from '../../src/job/fix';
import { repairWorkbook } from '../../src/job/repair';
import { builtInPlan as plan } from '../../src/plan/built-in';
import { halfFilled, makeSurroundings } from '../job/workbook';
import { openBook } from './open-book';

const around = makeSurroundings();

test('修正 does not call a formula mended that still fails because 说明 is gone, and after 修复表格 nothing is left of it', async () => {
  const { book, port } = await openBook(halfFilled({ scope: { kind: 'unit', unit: 'zezhou' }, seed: 5 }));
  deleteSheet(book, 'user', book.findSheet('说明')!);
  const report = await checkWorkbook(port, [plan], around);
  const failing = report.result.issues.filter(({ code, params }) => code === 'cell/formula-error' && params['isError'] === true);
  expect(failing.length).toBeGreaterThan(0);
  const { applied, standing, skipped } = await applyFixes(port, report, failing, around);
  expect({ applied, skipped }).toEqual({ applied: [], skipped: [] });
  expect(standing.map(({ id }) => id)).toEqual(failing.map(({ id }) => id));
  await repairWorkbook(port, [plan], around);
  const after = await checkWorkbook(port, [plan], around);
  expect(after.result.issues.filter(({ code }) => code === 'cell/formula-error')).toEqual([]);
}, 120_000);
