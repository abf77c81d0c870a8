import { checkWorkbook } from '../../src/job/check';
import { applyFixes } from '../../src/job/fix';
import { createMemoryPort, type MemoryPort } from '../../src/job/memory-port';
import { builtInPlan as plan } from '../../src/plan/built-in';
import { toSerial } from '../../src/plan/day';
import { fixesOf } from '../../src/rule/fix';
import type { ConditionalFormat, WorkbookModel } from '../../src/sheet/model';
import { openFile } from '../../src/xlsx/file-port';
import { readWorkbook } from '../../src/xlsx/read-workbook';
import { writeWorkbook } from '../../src/xlsx/write-workbook';
import { findSheet, withSheet } from './mishap';
import { makeSurroundings, newWorkbook } from './workbook';

const around = makeSurroundings();
const tab5 = '5 未开工项目';
const bar: ConditionalFormat = { kind: 'dataBar', area: { row: 6, column: 8, rows: 90, columns: 1 }, color: '#638EC6', minimum: 0, maximum: 90_000 };
const late: ConditionalFormat = { kind: 'formula', area: { row: 6, column: 0, rows: 90, columns: 20 }, formula: '=$I7>50000', fill: '#FFFF00' };
const result: ConditionalFormat = { kind: 'formula', area: { row: 7, column: 4, rows: 500, columns: 1 }, formula: '=$E8="城区"', fill: '#FFFF00' };

const formatsOf = (model: WorkbookModel, name: string) => findSheet(model, name).conditionalFormats;

describe('conditional formats of the user’s own', () => {
  let plain: WorkbookModel;
  let marked: WorkbookModel;
  beforeAll(async () => {
    const scope = { kind: 'unit', unit: 'chengqu' } as const;
    plain = (await newWorkbook({ scope, sample: { kind: 'mistakes', seed: 9 }, asOf: toSerial('2023-12-25') })).model();
    const ours = formatsOf(plain, tab5);
    // The user's among ours, and ours broken up and copied about, as pasting and sorting leave them.
    const broken = ours.flatMap((format): ConditionalFormat[] => [
      { ...format, area: { ...format.area, rows: 3 } },
      { ...format, area: { ...format.area, row: format.area.row + 4, rows: 1 } },
    ]);
    const own = withSheet(plain, tab5, { conditionalFormats: [bar, ...broken, late, ours[0]!] });
    marked = withSheet(own, '校验结果', { conditionalFormats: [...formatsOf(plain, '校验结果'), result] });
  });

  const expectBoth = (model: WorkbookModel): void => {
    expect(formatsOf(model, tab5)).toEqual([...formatsOf(plain, tab5), bar, late]);
    expect(formatsOf(model, '校验结果').slice(3)).toEqual([result]);
  };

  it('outlive 一键校验 and 修正, and one set of marks is left', async () => {
    const port = createMemoryPort(marked);
    const report = await checkWorkbook(port, [plan], around);
    expectBoth(port.model());
    const fixes = fixesOf(report.result);
    expect(fixes.length).toBeGreaterThan(0);
    await applyFixes(port, report, fixes, around);
    expectBoth(port.model());
  });

  it('outlive a check of a file', async () => {
    const port = await openFile(await writeWorkbook(marked), createMemoryPort as (model: WorkbookModel) => MemoryPort);
    await checkWorkbook(port, [plan], around);
    expectBoth(await readWorkbook(await port.save()));
  });
});
