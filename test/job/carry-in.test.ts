import { carryFor } from '../../src/dispatch/carry';
import { openBook } from '../../src/dispatch/move-book';
import { carryIn } from '../../src/job/carry-in';
import { checkWorkbook, judgeWorkbook } from '../../src/job/check';
import { createMemoryPort } from '../../src/job/memory-port';
import type { CheckReport } from '../../src/job/report';
import { takeBack } from '../../src/job/undo';
import { builtInPlan as plan } from '../../src/plan/built-in';
import { toSerial } from '../../src/plan/day';
import type { WorkbookModel } from '../../src/sheet/model';
import { base, enter, refusal, rowOf, waitingStart } from './dispatch-scene';
import { makeSurroundings, newWorkbook } from './workbook';

// Workbooks are generated, judged and marked here, on machines that do more than that.
jest.setTimeout(30_000);

const around = makeSurroundings();

/** A unit's workbook as issued, with its first project of list 5 filled in, checked. */
let issued: WorkbookModel;
beforeAll(async () => {
  const port = await newWorkbook({ scope: { kind: 'unit', unit: 'lingchuan' }, asOf: toSerial('2023-12-25') });
  enter(port, await judgeWorkbook(port, [plan], around), '5', 0, waitingStart);
  await checkWorkbook(port, [plan], around);
  issued = port.model();
});

async function start() {
  const port = createMemoryPort(issued);
  return { port, report: await judgeWorkbook(port, [plan], around) };
}

describe('自动带入', () => {
  const carryOf = (report: CheckReport, list: string, row: number) => {
    const found = carryFor(openBook(report.entries, plan, report.lists), list, row);
    if (!found) throw new Error('nothing to be carried in');
    return found;
  };
  /** The name of list 5's project typed into the first empty row of list 7. */
  async function typed() {
    const { port, report } = await start();
    const row = report.entries.lists['7']!.values['projectName']!.indexOf(null);
    enter(port, report, '7', row, { projectName: rowOf(report, '5', 0)['projectName']!, phone: '13900000000' });
    return { port, row, report: await judgeWorkbook(port, [plan], around) };
  }

  it('fills what is empty and leaves what stands there; cells still to be filled in are no refusal', async () => {
    const { port, report, row } = await typed();
    const { cells, report: after } = await carryIn(port, report, [{ carry: carryOf(report, '7', row), chosen: {} }], around);
    expect(cells).toBe(4);
    expect(rowOf(after, '7', row)).toMatchObject({ ...base, phone: '13900000000' });
    expect((await judgeWorkbook(port, [plan], around)).result).toEqual(after.result);
  });
  it('can be taken back', async () => {
    const { port, report, row } = await typed();
    const result = await carryIn(port, report, [{ carry: carryOf(report, '7', row), chosen: {} }], around);
    const after = await takeBack(port, result.report, result, around);
    expect(rowOf(after, '7', row)).toMatchObject({ developer: null, totalInvestment: null, phone: '13900000000' });
    expect(await refusal(takeBack(port, after, result, around))).toContain('已经撤销过');
  });
  it('refuses where the row, or what was offered for it, has changed', async () => {
    const { port, report, row } = await typed();
    const carry = carryOf(report, '7', row);
    enter(port, report, '5', 0, { developer: '陵川县住建局' });
    const offeredOther = port.model();
    expect(await refusal(carryIn(port, report, [{ carry, chosen: {} }], around))).toContain('在查看之后又有改动');
    expect(port.model()).toBe(offeredOther);
    enter(port, report, '7', row, { developer: '自己填的' });
    const typedOver = port.model();
    expect(await refusal(carryIn(port, report, [{ carry, chosen: {} }], around))).toContain('在查看之后又有改动');
    expect(port.model()).toBe(typedOver);
  });
  it('says of what the user pressed why it is not done where a header was altered', async () => {
    const { port, report, row } = await typed();
    const result = await carryIn(port, report, [{ carry: carryOf(report, '7', row), chosen: {} }], around);
    const { sheetName, headerRow, at } = result.report.entries.lists['9']!;
    port.edit(sheetName, headerRow, at['developer']!, [['业主']]);
    const altered = port.model();
    const told = await refusal(carryIn(port, report, [{ carry: carryOf(report, '7', row), chosen: {} }], around));
    expect(told).toMatch(/没有带入.*请先点“一键校验”.*再带入。$/);
    expect(told).not.toContain('重算汇总');
    expect(await refusal(takeBack(port, result.report, result, around))).toContain('没有撤销');
    expect(port.model()).toBe(altered);
  });
  it('lets the user choose where sources differ', async () => {
    const { port, report, row } = await typed();
    const nine = report.entries.lists['9']!.values['projectName']!.indexOf(null);
    enter(port, report, '9', nine, { projectName: rowOf(report, '5', 0)['projectName']!, totalInvestment: 4000 });
    const seen = await judgeWorkbook(port, [plan], around);
    const carry = carryOf(seen, '7', row);
    const { report: after } = await carryIn(port, seen, [{ carry, chosen: { totalInvestment: 4000, developer: '没有人这样说' } }], around);
    expect(rowOf(after, '7', row)).toMatchObject({ totalInvestment: 4000, developer: base['developer'] });
  });
});
