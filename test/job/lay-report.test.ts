import { layReport, reportTab } from '../../src/job/lay-report';
import { createMemoryPort } from '../../src/job/memory-port';
import type { WorkbookPort } from '../../src/job/port';
import type { Change, WorkbookModel } from '../../src/sheet/model';
import { contentOf } from '../../src/sheet/content-of';
import { hiddenSheet } from '../../src/sheet/hidden-sheet';
import { textPieces } from '../../src/sheet/text-piece';
import { sheetOf, workbookOf } from '../sheet/small-model';
import { faultyPort } from './faulty-port';

const list = sheetOf({ name: '清单', blocks: [{ row: 0, column: 0, content: [['甲']] }] });
const report = sheetOf({ name: '比上月', blocks: [{ row: 0, column: 0, content: [['本月']] }], freeze: { rows: 2, columns: 0 } });
const half = sheetOf({ name: '比上月', blocks: [{ row: 0, column: 0, content: [['本']] }] });
const laid: Extract<Change, { kind: 'laySheet' }> = { kind: 'laySheet', sheet: report, after: '清单' };

/** Excel that lays only half of the sheet, and then fails. */
function failing(model: WorkbookModel) {
  const port = createMemoryPort(model);
  const whole = faultyPort(port, { kind: 'cut', after: 1, fault: 'busy' });
  const broken: WorkbookPort = {
    ...whole,
    apply: (changes, options) => whole.apply(whole.struck().length > 0 ? changes : [{ ...laid, sheet: half }, ...changes.slice(1)], options),
  };
  return { port, broken };
}

test('a new report that breaks off leaves no half sheet', async () => {
  const { port, broken } = failing(workbookOf(list));
  await expect(layReport(broken, await port.read(), laid, {})).rejects.toMatchObject({ fault: 'busy' });
  expect(port.model().sheets.map(({ name }) => name)).toEqual(['清单']);
});

test('an earlier report that is laid over half is laid once more', async () => {
  const { port, broken } = failing(workbookOf(list, half));
  await expect(layReport(broken, await port.read(), laid, {})).rejects.toMatchObject({ fault: 'busy' });
  expect(port.model().sheets.find(({ name }) => name === '比上月')).toMatchObject({ freeze: { rows: 2 } });
});

test('no report is made of a workbook that waits for 恢复', async () => {
  const backup = hiddenSheet('_备份', [{ row: 0, column: 0, content: textPieces('{}').map((piece) => [piece]) }]);
  const port = createMemoryPort(workbookOf(list, backup));
  await expect(layReport(port, await port.read(), laid, {})).rejects.toThrow(/请先点“恢复”/);
  expect(port.model().sheets).toHaveLength(2);
});

describe('the tab of a report of which Excel has left half', () => {
  const whole = sheetOf({ name: '比上月', blocks: [{ row: 0, column: 0, content: [['两月对比'], ['本月'], ['甲']] }] });
  const tabOf = (...sheets: WorkbookModel['sheets']) => reportTab(contentOf(workbookOf(list, ...sheets)), () => false, whole);
  const begun = { ...whole, blocks: [{ row: 0, column: 0, content: [['两月对比'], ['本月']] }] };

  it('is the half one, also where somebody has renamed it', () => {
    expect(tabOf(begun)).toBe('比上月');
    expect(tabOf({ ...begun, name: '和十月比' })).toBe('和十月比');
  });

  it('is none of a sheet that holds anything else, or nothing at all', () => {
    expect(tabOf(sheetOf({ name: '我的', blocks: [{ row: 0, column: 0, content: [['两月对比'], ['上月']] }] }))).toBe('比上月');
    expect(tabOf(sheetOf({ name: '我的', blocks: [{ row: 1, column: 0, content: [['本月']] }] }))).toBe('比上月');
    expect(tabOf(sheetOf({ name: '空白' }))).toBe('比上月');
  });
});
