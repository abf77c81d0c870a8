import { builtInPlan as plan } from '../../src/plan/built-in';
import { toSerial } from '../../src/plan/day';
import type { Scope } from '../../src/plan/plan';
import type { Content, SheetModel } from '../../src/sheet/model';
import { summaryRates } from '../../src/total/summary';
import { summaryLabels } from '../../src/text/sheet';
import { newWorkbook } from '../job/workbook';

async function summaryOf(scope: Scope): Promise<SheetModel> {
  const model = (await newWorkbook({ scope, asOf: toSerial('2023-12-25') })).model();
  return model.sheets.find(({ name }) => name === '汇总')!;
}

const cellOf = (sheet: SheetModel, row: number, column: number): Content | undefined => {
  const block = sheet.blocks.find((each) => row >= each.row && row < each.row + each.content.length && column >= each.column);
  return block?.content[row - block.row]?.[column - block.column];
};
const rowOf = (sheet: SheetModel, text: string): number => sheet.blocks.find(({ column, content }) => column === 0 && content[0]?.[0] === text)!.row;

describe('汇总 of the city', () => {
  let sheet: SheetModel;
  beforeAll(async () => {
    sheet = await summaryOf({ kind: 'city' });
  });

  it('begins a page with the ranking, with what was done, and with the reconciliation', () => {
    expect(sheet.print?.breaks).toEqual([summaryLabels.ranking, summaryLabels.done, summaryLabels.reconciliation].map((text) => rowOf(sheet, text)));
  });

  it('names clauses of the notice with its own wide brackets', () => {
    const first = rowOf(sheet, summaryLabels.reconciliation) + 2;
    const clauses = plan.measures.map((_, line) => cellOf(sheet, first + line, 3));
    expect(clauses.slice(0, 4)).toEqual(['二（一）', '二（一）', '二（一）', '二（二）']);
    expect(clauses.join('')).not.toMatch(/[()]/);
  });

  it('shows the days of every rate, the share gone by, and for every unit and 全市 how far it is ahead', () => {
    const [period, lead] = [rowOf(sheet, summaryLabels.period), rowOf(sheet, summaryLabels.lead)];
    const rates = summaryRates(plan);
    expect(rates.map((_, at) => cellOf(sheet, period, at + 1))).toEqual(
      rates.map(({ period: { start } }) => expect.stringContaining(start.replaceAll('-0', '.').replaceAll('-', '.'))),
    );
    for (let line = 0; line <= plan.units.length; line += 1) {
      for (let at = 1; at <= rates.length; at += 1) expect(cellOf(sheet, lead + 3 + line, at)).toMatchObject({ formula: expect.stringMatching(/^=IF\(AND\(ISNUMBER/), value: '—' });
    }
  });

  it('heads numbers by what is counted and its unit, not by the rate', () => {
    const headers = [summaryLabels.done, summaryLabels.target].map((text) => cellOf(sheet, rowOf(sheet, text) + 2, summaryRates(plan).findIndex(({ key }) => key === 'startRate') + 1));
    expect(headers).toEqual(['开工\n（个）', '开工\n（个）']);
  });

  it('has a chart of the four ranked rates, from the cells of the rates, beside the ranking', () => {
    const [chart] = sheet.charts!;
    const header = rowOf(sheet, summaryLabels.rate) + 2;
    expect(chart!.series.map(({ values }) => cellOf(sheet, header, values.column))).toEqual(chart!.series.map(({ name }) => name));
    expect(chart!.series.map(({ name }) => name)).toEqual(['开工率', '入统率', '手续办结率', '问题销号率']);
    expect(cellOf(sheet, chart!.categories!.row, 0)).toBe('城区');
    expect(chart!.place.row).toBe(rowOf(sheet, summaryLabels.ranking));
    expect(cellOf(sheet, chart!.place.row + 2, chart!.place.column) ?? null).toBeNull();
  });
});

test('汇总 of a unit is one page without a chart', async () => {
  const sheet = await summaryOf({ kind: 'unit', unit: 'zezhou' });
  expect([sheet.print?.breaks, sheet.charts]).toEqual([undefined, undefined]);
});
