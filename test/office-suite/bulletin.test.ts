import { buildBulletin } from '../../src/sheet/build-bulletin';
import type { SheetModel } from '../../src/sheet/model';
import { computeBulletin } from '../../src/total/bulletin';
import { writeWorkbook } from '../../src/xlsx/write-workbook';
import { describeWith } from '../require-tool';
import { longestBulletin } from '../sheet/longest-bulletin';
import { computeBook } from '../total/book';
import { startBook } from '../total/progress-book';
import { readPages, type PrintedPage } from './printed-page';
import { convertFile } from './soffice';

/** Without Excel's own font LibreOffice draws columns wider; this is how wide they are with it. */
function asInExcel(sheet: SheetModel): SheetModel {
  return { ...sheet, columnWidths: sheet.columnWidths.map((each) => ({ ...each, width: Math.round(each.width * 0.78) })) };
}

const withoutTables = (sheet: SheetModel): SheetModel => ({ ...sheet, tables: [] });

const longest = buildBulletin('长', { bulletin: longestBulletin(), olderFile: '晋市政办函2023-31_全市_20231125.xlsx' });
const sheets: readonly SheetModel[] = [
  longest,
  { ...asInExcel(longest), name: '长，列窄' },
  buildBulletin('不比较', { bulletin: computeBulletin(startBook({ zezhou: 10, yangcheng: 5 }), null), olderFile: null }),
  buildBulletin('空', { bulletin: computeBulletin(computeBook({}), null), olderFile: null }),
].map(withoutTables);

describeWith('soffice', '排名通报 printed by LibreOffice', (soffice) => describeWith('pdftotext', 'on paper', (pdftotext) => {
  let pages: readonly PrintedPage[];

  beforeAll(async () => {
    pages = readPages(pdftotext, convertFile(soffice, await writeWorkbook({ sheets, names: [], activeSheet: sheets[0]!.name }), 'pdf'));
  }, 120_000);

  it('is one page of A4 upright, however long its words and however wide its columns', () => {
    expect(pages.map(({ width, height }) => [width, height])).toEqual(sheets.map(() => [expect.closeTo(595.3, 0), expect.closeTo(841.9, 0)]));
  });

  it('cuts nothing off', () => {
    sheets.forEach((sheet, at) => {
      const texts = sheet.blocks.flatMap(({ content }) => content.flat()).filter((text) => typeof text === 'string').map((text) => text.replace(/\s/g, ''));
      expect(texts.filter((text) => !pages[at]!.text.includes(text))).toEqual([]);
      expect(pages[at]!.text).not.toContain('###');
    });
  });
}));
