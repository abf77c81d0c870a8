import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { SheetModel } from '../../src/sheet/model';
import { readWorkbook } from '../../src/xlsx/read-workbook';
import { writeWorkbook } from '../../src/xlsx/write-workbook';
import { sheetOf } from '../sheet/small-model';

const sheet: SheetModel = {
  ...sheetOf({ name: '清单', blocks: [{ row: 0, column: 0, content: [['项目', '单位'], ['甲', 'A'], ['乙', 'B'], ['丙', 'A'], ['丁', 'B']] }] }),
  columnWidths: [{ column: 0, width: 90 }, { column: 1, width: 70, hidden: true }],
  tables: [{ name: 't_list', area: { row: 0, column: 0, rows: 5, columns: 2 }, headers: ['项目', '单位'], filter: true, style: null }],
  hiddenRows: [{ row: 2, rows: 2 }, { row: 8, rows: 1 }],
};
const bytes = writeWorkbook({ sheets: [sheet], names: [], activeSheet: '清单' });

/** The file with parts of it rewritten, and the sheet that it then holds. */
async function reread(rewrite: (xml: string, part: string) => string = (xml) => xml): Promise<SheetModel> {
  const parts = Object.fromEntries(Object.entries(unzipSync(await bytes)).map(([part, content]) => [part, /\.xml$/.test(part) ? strToU8(rewrite(strFromU8(content), part)) : content]));
  return (await readWorkbook(zipSync(parts))).sheets[0]!;
}

describe('rows and columns that a file hides', () => {
  it('come back as they were written', async () => {
    const { hiddenRows, columnWidths } = await reread();
    expect({ hiddenRows, columnWidths }).toEqual({ hiddenRows: sheet.hiddenRows, columnWidths: sheet.columnWidths });
  });

  it('are nobody’s doing in a table that a filter acts on; others are', async () => {
    const filtered = await reread((xml, part) => (part.includes('tables/') ? xml.replace(/(<autoFilter ref="[^"]*")\s*\/>/, '$1><filterColumn colId="1"><filters><filter val="A"/></filters></filterColumn></autoFilter>') : xml));
    expect(filtered.hiddenRows).toEqual([{ row: 8, rows: 1 }]);
  });

  it('are not told where the sheet itself is filtered', async () => {
    const filtered = await reread((xml, part) => (part.includes('worksheets/') ? xml.replace('</sheetData>', '</sheetData><autoFilter ref="A1:B5"><filterColumn colId="1"/></autoFilter>') : xml));
    expect(filtered.hiddenRows).toBeUndefined();
  });

  it('are hidden as well by a width or height of nothing', async () => {
    const narrow = await reread((xml, part) =>
      part.includes('worksheets/') ? xml.replace(/<col [^>]*min="1"[^>]*\/>/, '<col min="1" max="1" width="0" customWidth="1"/>').replace(/<row r="2"/, '<row r="2" ht="0" customHeight="1"') : xml,
    );
    expect(narrow.columnWidths[0]).toEqual({ column: 0, width: 64, hidden: true });
    expect(narrow.hiddenRows).toEqual([{ row: 1, rows: 3 }, { row: 8, rows: 1 }]);
  });
});
