import { contentOf } from '../../src/sheet/content-of';
import { canonicalise } from '../../src/sheet/canonical';
import type { SheetModel, WorkbookModel } from '../../src/sheet/model';
import { readWorkbook } from '../../src/xlsx/read-workbook';
import { writeWorkbook } from '../../src/xlsx/write-workbook';
import { describeWith } from '../require-tool';
import { fullModel } from '../xlsx/full-model';
import { convertFile } from './soffice';

describeWith('soffice', 'a file of ours, opened and saved by LibreOffice', (soffice) => {
  let bytes: Uint8Array;
  let saved: WorkbookModel;

  beforeAll(async () => {
    bytes = await writeWorkbook(fullModel);
    saved = await readWorkbook(convertFile(soffice, bytes, 'xlsx'));
  }, 200_000);

  it('keeps every value, and recalculates every formula to the value we had saved', () => {
    expect(valuesOf(saved)).toEqual(valuesOf(fullModel));
  });

  it('keeps the formulas of a table, structured references included', () => {
    const formulas = contentOf(saved).sheets[1]?.formulas.flat();
    expect(formulas).toContain('=SUBTOTAL(109,t5_list[总投资])');
    expect(formulas).toContain('=IF(t5_list[[#This Row],[总投资]]=0,"",t5_list[[#This Row],[总投资]]/350.5)');
  });

  it.each<keyof SheetModel>([
    'name',
    'tabColor',
    'merges',
    'tables',
    'columnWidths',
    'rowHeights',
    'protection',
    'links',
  ])('keeps %s of every sheet', (part) => {
    const partOf = (model: WorkbookModel): unknown => canonicalise(model).sheets.map((sheet) => sheet[part]);
    expect(partOf(saved)).toEqual(partOf(fullModel));
  });

  it('keeps dropdowns, input checks, prompts and error messages', () => {
    const checks = (model: WorkbookModel): unknown =>
      canonicalise(model).sheets[1]?.validations.map(({ rule, ...rest }) => ({
        ...rest,
        rule: rule.kind === 'list' ? { ...rule, source: rule.source.replaceAll("'", '') } : rule,
      }));
    expect(checks(saved)).toEqual(checks(fullModel));
  });

  it('keeps the conditional formats', () => {
    const byText = (model: WorkbookModel): unknown =>
      canonicalise(model).sheets[1]?.conditionalFormats.map((format) => JSON.stringify(format)).sort();
    expect(byText(saved)).toEqual(byText(fullModel));
  });

  it('keeps hidden sheets hidden; it does not know very hidden ones', () => {
    expect(saved.sheets.map(({ visibility }) => visibility)).toEqual(['visible', 'visible', 'visible', 'hidden']);
  });

  it('keeps how the list is printed', () => {
    expect(canonicalise(saved).sheets[1]?.print).toEqual(canonicalise(fullModel).sheets[1]?.print);
  });

  it('keeps how cells look, but for fonts that this machine may not have', () => {
    const looks = (model: WorkbookModel): unknown =>
      canonicalise({
        ...model,
        sheets: model.sheets.map((sheet) => ({
          ...sheet,
          styles: sheet.styles.map(({ area, style: { numberFormat, fontName: _any, ...rest } }) => ({
            area,
            style: { ...rest, ...(numberFormat !== undefined && { numberFormat: numberFormat.replaceAll('\\', '') }) },
          })),
        })),
        // It colours the links of the first sheet of its own accord.
      }).sheets.slice(1).map(({ styles }) => styles);
    expect(looks(saved)).toEqual(looks(fullModel));
  });

  it('saves files of other kinds, which are recognised and refused', async () => {
    for (const [format, kind] of [['ods', 'openDocument'], ['xls', 'oldFormat'], ['html', 'webPage'], ['csv', 'plainText']] as const) {
      await expect(readWorkbook(convertFile(soffice, bytes, format))).rejects.toMatchObject({ fault: { kind } });
    }
  }, 400_000);

  it('prints', () => {
    const pdf = convertFile(soffice, bytes, 'pdf');
    expect(new TextDecoder().decode(pdf.subarray(0, 5))).toBe('%PDF-');
    expect(pdf.length).toBeGreaterThan(10_000);
  }, 200_000);
});

/** To 14 digits: LibreOffice saves no more. */
function valuesOf(model: WorkbookModel): unknown {
  return contentOf(model).sheets.map(({ name, values }) => [
    name,
    values.map((row) => row.map((value) => (typeof value === 'number' ? Number(value.toPrecision(14)) : value))),
  ]);
}
