import { checkWorkbook } from '../../src/job/check';
import { builtInPlan as plan } from '../../src/plan/built-in';
import { halfFilled, makeSurroundings } from '../job/workbook';
import { openBook } from './open-book';

const around = makeSurroundings();

test('校验结果 whose title somebody has typed over is still the one that a check writes', async () => {
  const { book, port, edit } = await openBook(halfFilled({ scope: { kind: 'unit', unit: 'zezhou' }, seed: 5 }));
  await checkWorkbook(port, [plan], around);
  const before = book.sheets.map(({ name }) => name);
  await edit('校验结果', 0, 0, '十二月校验');
  await checkWorkbook(port, [plan], around);
  expect(book.sheets.map(({ name }) => name)).toEqual(before);
}, 60_000);
