import { keptInput } from '../../src/job/kept-input';
import { createMemoryPort } from '../../src/job/memory-port';
import { builtInPlan as plan } from '../../src/plan/built-in';
import type { WorkbookModel } from '../../src/sheet/model';
import { around, readKnown } from './exchange-office';
import { newWorkbook } from './workbook';

const october = 'fixedAssetInvestment.m10';

describe('what a target list is laid out from again', () => {
  let issued: WorkbookModel;
  beforeAll(async () => {
    issued = (await newWorkbook({})).model();
  });

  async function keptAfter(edit: (set: (unit: string, column: string, value: string | number) => void) => void) {
    const port = createMemoryPort(issued);
    const { sheetName, firstRow, at, values } = (await readKnown(port)).reading.entries.lists['1']!;
    edit((unit, column, value) => port.edit(sheetName, firstRow + values['unit']!.indexOf(unit), at[column]!, [[value]]));
    const { rowCount, values: kept } = keptInput((await readKnown(port)).reading, plan, around).rows['1']!;
    return { rowCount, units: kept['unit']!, figures: kept[october]! };
  }

  it('keeps the figures of a unit that is written in another way in its own row, under its name', async () => {
    const { rowCount, units, figures } = await keptAfter((set) => {
      set('泽州县', october, 12.5);
      set('泽州县', 'unit', ' 泽州');
    });
    expect(rowCount).toBe(7);
    expect(figures[units.indexOf('泽州县')]).toBe(12.5);
  });

  it('shows a row of no unit, and a second one of a unit, below the others', async () => {
    const { rowCount, units, figures } = await keptAfter((set) => {
      set('泽州县', october, 12.5);
      set('高平市', october, 8);
      set('高平市', 'unit', '泽州');
      set('陵川县', 'unit', '某县');
    });
    expect(rowCount).toBe(9);
    expect([figures[units.indexOf('泽州县')], figures[units.indexOf('高平市')]]).toEqual([12.5, null]);
    expect(units.slice(7)).toEqual(['泽州', '某县']);
    expect(figures[7]).toBe(8);
  });
});
