import { protectSheet } from '../../src/host/book/edit/protect';
import { checkWorkbook } from '../../src/job/check';
import { journalState } from '../../src/job/journal';
import { builtInPlan as plan } from '../../src/plan/built-in';
import { halfFilled, makeSurroundings } from '../job/workbook';
import { openBook } from './open-book';

const around = makeSurroundings();

test('a check that a password refuses leaves nothing standing for 恢复, and every sheet protected as it was', async () => {
  const { book, port } = await openBook(halfFilled({ scope: { kind: 'unit', unit: 'zezhou' }, seed: 5 }));
  await checkWorkbook(port, [plan], around);
  protectSheet(book, 'user', book.findSheet('7 未按序时进度项目')!, { allowFormatColumns: true, allowFilter: true }, '密码');
  const protections = () => book.sheets.map(({ name, state }) => [name, state.protection]);
  const before = protections();
  await expect(checkWorkbook(port, [plan], around)).rejects.toMatchObject({ fault: 'protected' });
  expect(journalState(await port.read())).toBe('none');
  expect(protections()).toEqual(before);
}, 120_000);
