import { listsInScope } from '../../src/list/registry';
import { builtInPlan as plan } from '../../src/plan/built-in';
import { toSerial } from '../../src/plan/day';
import type { Scope } from '../../src/plan/plan';
import { buildResult } from '../../src/sheet/build-result';
import { contentOf } from '../../src/sheet/content-of';
import type { Content, SheetModel, WorkbookModel } from '../../src/sheet/model';
import { sheetNameOf } from '../../src/sheet/sheet-name';
import { writeWorkbook } from '../../src/xlsx/write-workbook';
import { newWorkbook } from '../job/workbook';
import { describeWith } from '../require-tool';
import { readPages, type PrintedPage } from './printed-page';
import { convertFile } from './soffice';

const asOf = toSerial('2023-12-25');
const emptyScope: Scope = { kind: 'unit', unit: 'lingchuan' };
const lists = listsInScope(plan, emptyScope);
const paper = { A4: [841.89, 595.3], A3: [1190.55, 841.89] } as const;
const longText = '因拆迁户对补偿方案有异议，施工便道至今未能打通；'.repeat(9);

/**
 * A sheet as it prints, on its own: results instead of formulas, no table, and its name in the middle of the footer
 * so that each page tells what it belongs to.
 */
function printed(sheet: SheetModel, name: string): SheetModel {
  // A formula that shows nothing counts as something to print, so it stays one.
  const nothing = { formula: '=""', value: '' };
  const result = (content: Content): Content => (typeof content === 'object' && content !== null ? content.value || nothing : content);
  return {
    ...sheet,
    name,
    blocks: sheet.blocks.map((block) => ({ ...block, content: block.content.map((cells) => cells.map(result)) })),
    tables: [],
    validations: [],
    links: [],
    print: { ...sheet.print!, footer: { ...sheet.print!.footer, center: `〔${name}〕` } },
  };
}

/** A long text in the first row under the header of a column. */
function withLongText(sheet: SheetModel, header: string): SheetModel {
  const { area, headers } = sheet.tables[0]!;
  const block = sheet.blocks.find(({ row }) => row === area.row + 1)!;
  const content = block.content.map((cells, row) => cells.map((cell, column) => (row === 0 && column === headers.indexOf(header) ? longText : cell)));
  return { ...sheet, blocks: sheet.blocks.map((each) => (each === block ? { ...block, content } : each)) };
}

describeWith('soffice', 'the workbook printed by LibreOffice', (soffice) => describeWith('pdftotext', 'on paper', (pdftotext) => {
  let pages: readonly PrintedPage[];
  let sheets: SheetModel[];

  const pagesOf = (name: string): readonly PrintedPage[] => pages.filter(({ text }) => text.includes(`〔${name.replace(/\s/g, '')}〕`));
  const sheetOf = (name: string): SheetModel => sheets.find((sheet) => sheet.name === name)!;

  beforeAll(async () => {
    const empty = (await newWorkbook({ scope: emptyScope, asOf })).model();
    const filled = (await newWorkbook({ scope: { kind: 'unit', unit: 'yangcheng' }, asOf, sample: { kind: 'clean', seed: 1 } })).model();
    const city = (await newWorkbook({ scope: { kind: 'city' }, asOf })).model();
    const named = (model: WorkbookModel, name: string): SheetModel => model.sheets.find((sheet) => sheet.name === name)!;
    const line = { level: '错误', sheet: '5 未开工项目', cell: 'C9', place: { row: 8, column: 2 }, unit: '沁水县', code: 'row/unknown-unit', sentence: longText, source: '二(三)' };
    sheets = [
      ...empty.sheets.filter(({ visibility }) => visibility === 'visible').map((sheet) => printed(sheet, sheet.name)),
      ...['5', '8'].map((key) => lists.find((list) => list.key === key)!).map((list) => {
        const name = sheetNameOf(list, {});
        return printed(withLongText(named(filled, name), list.key === '5' ? '建设内容及规模' : '问题描述'), `满${name}`);
      }),
      printed(named(filled, '6 已开工未入统项目'), '满6'),
      printed(named(city, '汇总'), '全市汇总'),
      printed(buildResult('校验', { summary: ['校验时间：今天'], lines: Array.from({ length: 40 }, () => line) }), '满校验结果'),
    ];
    const pdf = convertFile(soffice, await writeWorkbook({ sheets, names: [], activeSheet: sheets[0]!.name }), 'pdf');
    pages = readPages(pdftotext, pdf);
  }, 120_000);

  it('prints no page that belongs to no sheet, and counts them: 第 x 页 共 y 页', () => {
    expect(sheets.flatMap(({ name }) => [...pagesOf(name)])).toEqual(pages);
    expect(pages.map(({ text }) => /第\d+页共\d+页/.exec(text)?.[0])).toEqual(pages.map((_, at) => `第${at + 1}页共${pages.length}页`));
    expect(pages.filter(({ text }) => text.includes('###'))).toEqual([]);
  });

  it.each(lists.map((list) => [sheetNameOf(list, {}), list] as const))('%s: an empty one is a proper form', (name, list) => {
    const sheet = sheetOf(name);
    const found = pagesOf(name);
    // As many pages across as the columns need; down, a page holds between 50 and 70 empty rows.
    const rows = Math.max(...sheet.styles.map(({ area }) => area.row + area.rows));
    expect(found).toHaveLength(sheet.print!.fitToWidth * Math.ceil(rows / 60));
    for (const { width, height } of found) expect([width, height]).toEqual(paper[list.paper].map((side) => expect.closeTo(side, 0)));
    // The pages that stand at the top, one for each page across.
    const top = found.filter(({ text }) => text.includes(list.title.replace(/\s/g, '')));
    expect(top).toHaveLength(sheet.print!.fitToWidth);
    for (const { text } of top) {
      expect(text).toContain(list.attachment.replace(/\s/g, ''));
      expect(text.split('统计截止日：2023年12月25日')).toHaveLength(2);
    }
    for (const { text } of found) expect(text).toContain('单位负责人：填报人：联系电话：');
    expect(missingHeaders(sheet, found)).toEqual([]);
  });

  it.each(['满5 未开工项目', '满8 问题困难交办', '满6'])('%s: no text is lost, and each page has its headers', (name) => {
    const sheet = sheetOf(name);
    const found = pagesOf(name);
    const across = sheet.print!.fitToWidth;
    expect(found.length % across).toBe(0);
    expect(found.length / across).toBeLessThanOrEqual(name === '满6' ? 4 : 2);
    expect(missingHeaders(sheet, found)).toEqual([]);
    const all = found.map(({ text }) => text).join('');
    expect(textsOf(sheet).filter((text) => !all.includes(text))).toEqual([]);
  });

  it('汇总 of the city breaks between its blocks, and has its title on every page', () => {
    const found = pagesOf('全市汇总');
    const sections = ['一、', '二、与', '三、', '四、', '五、', '六、'].map((section) => found.findIndex(({ text }) => text.includes(section)));
    expect(sections).toEqual([0, 0, 1, 2, 2, 3]);
    expect(found).toHaveLength(4);
    for (const { text } of found) expect(text).toContain('“九张清单”汇总');
    // The last line of each of both blocks, and the sheet's name in the footer.
    for (const at of [0, 2]) expect(found[at]!.text.match(/全市/g)).toHaveLength(3);
    expect(textsOf(sheetOf('全市汇总')).filter((text) => !found.some((page) => page.text.includes(text)))).toEqual([]);
  });

  it('汇总 of a unit and 说明 are one page each', () => {
    expect([pagesOf('汇总').length, pagesOf('说明').length]).toEqual([1, 1]);
    const [intro] = pagesOf('说明');
    expect([intro!.width, intro!.height]).toEqual([595.3, 841.89].map((side) => expect.closeTo(side, 0)));
    expect(textsOf(sheetOf('说明')).filter((text) => !intro!.text.includes(text))).toEqual([]);
  });

  it('校验结果 has its headers on every page, and its sentences whole', () => {
    const found = pagesOf('满校验结果');
    expect(found.length).toBeGreaterThan(1);
    for (const { text } of found) expect(text).toContain('序号级别表单元格县（市、区）规则编号说明依据');
    const sentence = longText.replace(/\s/g, '');
    expect(found.map(({ text }) => text).join('').split(sentence)).toHaveLength(41);
  });

  /** Headers that a page of the sheet should show, and does not. */
  function missingHeaders(sheet: SheetModel, found: readonly PrintedPage[]): string[] {
    const { row, columns } = { row: sheet.print!.titleRows!.to, columns: sheet.print!.area!.columns };
    const headers = sheet.blocks.find((block) => block.row === row)!.content[0]!.slice(0, columns).map((header) => String(header).replace(/\s/g, ''));
    const perPage = found.map(({ text }) => headers.filter((header) => text.includes(header)));
    const down = found.length / sheet.print!.fitToWidth;
    const missing = headers.filter((header) => perPage.filter((shown) => shown.includes(header)).length < down);
    // 序号 to 项目名称 stand on every page.
    const repeated = headers.slice(0, (sheet.print!.titleColumns?.to ?? -1) + 1);
    return [...missing, ...repeated.filter((header) => !perPage.every((shown) => shown.includes(header)))];
  }
}));

/** Texts of the cells that are printed, without blanks; of a formula its result. */
function textsOf(sheet: SheetModel): string[] {
  const { area } = sheet.print!;
  const [content] = contentOf({ sheets: [sheet], names: [], activeSheet: sheet.name }).sheets;
  const texts = content!.values.flatMap((cells) => cells.filter((_, column) => area === undefined || column + content!.column < area.columns));
  return [...new Set(texts.flatMap((value) => (typeof value === 'string' ? [value.replace(/\s/g, '')] : [])))].filter((text) => text !== '');
}
