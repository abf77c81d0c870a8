import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import type { SheetModel, WorkbookModel } from '../../src/sheet/model';
import { writeWorkbook } from '../../src/xlsx/write-workbook';
import { workbook } from '../sheet/arbitrary-model';
import { workbookOf } from '../sheet/small-model';
import { demandsOfExcel } from './excel-demand';
import { fullModel } from './full-model';

const partOf = async (model: WorkbookModel, path: string): Promise<string> =>
  strFromU8(unzipSync(await writeWorkbook(model))[path] ?? new Uint8Array());
const sheetXml = (sheet: Partial<SheetModel>): Promise<string> => partOf(workbookOf(sheet), 'xl/worksheets/sheet1.xml');

describe('what Excel demands of a file', () => {
  it('is met by a workbook that uses everything', async () => {
    expect(demandsOfExcel(await writeWorkbook(fullModel))).toEqual([]);
  });

  it('is met by any workbook', async () => {
    await fc.assert(
      fc.asyncProperty(workbook, async (model) => {
        expect(demandsOfExcel(await writeWorkbook(model))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it('is known to the test: a file with its parts in another order is found out', async () => {
    const parts = unzipSync(await writeWorkbook(fullModel));
    const { zipSync, strToU8 } = await import('fflate');
    const path = 'xl/worksheets/sheet2.xml';
    const moved = strFromU8(parts[path] ?? new Uint8Array()).replace(/(<sheetData>.*<\/sheetData>)(.*)(<pageMargins[^>]*>)/s, '$3$1$2');
    expect(demandsOfExcel(zipSync({ ...parts, [path]: strToU8(moved) })).join()).toMatch(/out of order in <worksheet>/);
  });
});

describe('cells', () => {
  it('saves a failed formula as an error, not as text', async () => {
    const xml = await sheetXml({ blocks: [{ row: 0, column: 0, content: [[{ formula: '=1/0', value: '#DIV/0!' }, '#N/A']] }] });
    expect(xml).toContain('<c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="B1" t="e"><v>#N/A</v></c>');
  });

  it('never turns a text that begins with = into a formula', async () => {
    const xml = await sheetXml({ blocks: [{ row: 0, column: 0, content: [['=HYPERLINK("x")']] }] });
    expect(xml).not.toContain('<f>');
  });

  it('says what the cells span', async () => {
    expect(await sheetXml({ blocks: [{ row: 2, column: 1, content: [[1, 2], [3, 4]] }] })).toContain('<dimension ref="B3:C4"/>');
  });

  it('does not write a million rows for a style down to the end of the sheet', async () => {
    const xml = await sheetXml({
      blocks: [{ row: 0, column: 0, content: [[1], [2]] }],
      styles: [{ area: { row: 0, column: 0, rows: 1_048_576, columns: 1 }, style: { bold: true } }],
    });
    expect(xml.match(/<row /g)).toHaveLength(2);
  });
});

describe('tables', () => {
  it('give a row that the user adds the formulas of its column', async () => {
    const xml = await partOf(fullModel, 'xl/tables/table1.xml');
    expect(xml).toContain('<calculatedColumnFormula>ROW()-ROW(t5_list[[#Headers],[序号]])</calculatedColumnFormula>');
    expect(xml).toContain('name="县_x000a_（市、区）"');
    expect(xml.match(/<calculatedColumnFormula>/g)).toHaveLength(2);
  });

  it('have header cells that say what the table says, each once', async () => {
    const bytes = await writeWorkbook(
      workbookOf({
        blocks: [{ row: 0, column: 0, content: [['金额', '金额', null], [1, 2, 3]] }],
        tables: [{ name: 't', area: { row: 0, column: 0, rows: 1, columns: 3 }, headers: ['金额', '金额', ''], filter: true, style: null }],
      }),
    );
    expect(demandsOfExcel(bytes)).toEqual([]);
  });
});

describe('what a file tells about its maker', () => {
  it('is nothing: no names, no machine, no time', async () => {
    const core = await partOf(fullModel, 'docProps/core.xml');
    const app = await partOf(fullModel, 'docProps/app.xml');
    expect(core).not.toMatch(/creator|lastModifiedBy/);
    expect(core).toContain('2000-01-01T00:00:00Z');
    expect(app).toContain('<Application>nine-lists</Application>');
    expect(app).not.toMatch(/Company|Manager/);
  });
});

it('opens on the first visible sheet where the active one is hidden', async () => {
  const model = { ...workbookOf({ name: '甲', visibility: 'veryHidden' }, { name: '乙' }), activeSheet: '甲' };
  expect(await partOf(model, 'xl/workbook.xml')).toContain('activeTab="1"');
});

it('cuts prompts at the length that Excel accepts', async () => {
  const xml = await sheetXml({
    validations: [
      { area: { row: 0, column: 0, rows: 1, columns: 1 }, rule: { kind: 'any' }, prompt: { title: '题'.repeat(40), text: '字'.repeat(300) } },
    ],
  });
  expect(xml).toContain(`promptTitle="${'题'.repeat(32)}" prompt="${'字'.repeat(255)}"`);
});
