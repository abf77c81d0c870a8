import { judgeWorkbook } from '../../src/job/check';
import { writeBackup, type Backup } from '../../src/job/backup';
import { applyFixes } from '../../src/job/fix';
import { restoreBackup } from '../../src/job/generate';
import { keptInput } from '../../src/job/kept-input';
import { createMemoryPort } from '../../src/job/memory-port';
import { recogniseWorkbook } from '../../src/job/recognise';
import { recordOf } from '../../src/list/record';
import { builtInPlan as plan } from '../../src/plan/built-in';
import { contentOf } from '../../src/sheet/content-of';
import { cellReader } from '../../src/sheet/read-data';
import { laySummary } from '../../src/sheet/summary-layout';
import { stateSummary, versions } from '../../src/sheet/version/versions';
import { sheetOf } from '../sheet/small-model';
import { around, lingchuan, open, shipped } from '../version/shipped';
import { deleteSheet } from './mishap';
import { tab5 } from './unit-stage';

describe('a workbook of the first version from which a list was deleted', () => {
  it('keeps by 修正 what people wrote between the sections of 汇总, and what their formulas read there', async () => {
    const { headings } = stateSummary(versions[0]!, plan, lingchuan);
    const figure = { formula: `=汇总!B${headings[2]!.row + 4}`, value: 0 };
    const model = deleteSheet((await open(shipped[0]!)).model(), 'B 招商项目台账');
    const port = createMemoryPort({ ...model, sheets: [...model.sheets, sheetOf({ name: '自用', blocks: [{ row: 0, column: 0, content: [[figure]] }] })] });
    port.edit('汇总', headings[1]!.row - 1, 2, [[4711]]);
    const seen = await judgeWorkbook(port, [plan], around);
    const missing = seen.result.issues.filter(({ code }) => code === 'list/sheet-missing');
    expect((await applyFixes(port, seen, missing, around)).applied).toHaveLength(1);
    const sheet = (name: string) => contentOf(port.model()).sheets.find((each) => each.name === name)!;
    expect(sheet('汇总').values.flat()).toContain(4711);
    expect(sheet('自用').formulas).toEqual([[`=汇总!B${laySummary(plan, lingchuan).done.sectionRow + 4}`]]);
  });
});

describe('恢复 of what the first version was writing when it broke off', () => {
  it('puts notes on 汇总 where its sections stand now, over none of their figures', async () => {
    const { headings } = stateSummary(versions[0]!, plan, lingchuan);
    const port = await open(shipped[0]!);
    const { reading } = recogniseWorkbook(await port.read(), [plan], around);
    const input = keptInput(reading, plan, around);
    const note = { sheet: '汇总', column: 2 };
    const backup: Backup = {
      schemaVersion: 1,
      planId: plan.id,
      scope: lingchuan,
      asOf: input.asOf,
      reporter: null,
      lastCheck: null,
      rows: input.rows,
      ...recordOf(input),
      sheetNames: reading.sheetNames,
      notes: [{ ...note, row: headings[1]!.row - 1, content: 4711 }, { ...note, row: headings[3]!.row - 1, content: '下周报' }, { sheet: tab5, row: 0, column: 40, content: '表旁' }],
    };
    const restored = async (notes: Backup['notes']) => {
      const under = createMemoryPort(port.model());
      await under.apply([writeBackup({ ...backup, notes }, null)]);
      await restoreBackup(under, [plan], around);
      return contentOf(under.model()).sheets.find(({ name }) => name === '汇总')!;
    };
    const [bare, noted] = [await restored([]), await restored(backup.notes)];
    const cell = cellReader(noted);
    const { lead, done, target } = laySummary(plan, lingchuan);
    expect([cell(lead.sectionRow - 1, 2), cell(done.sectionRow, 0), cell(target.sectionRow - 1, 2)]).toEqual([null, expect.stringMatching(/已完成/), '下周报']);
    const count = ({ values }: typeof bare) => values.flat().filter((value) => value !== null).length;
    expect(noted.values.flat()).toContain(4711);
    expect(count(noted)).toBe(count(bare) + 2);
  });
});
