import { HostError } from '../../src/job/port';
import type { Change, ChartModel } from '../../src/sheet/model';
import { sheetOf, workbookOf } from '../sheet/small-model';
import { onSheet } from '../host/object-model/run';
import { openBook } from './open-book';

const column = (at: number, rows = 3) => ({ row: 1, column: at, rows, columns: 1 });
const chart: ChartModel = {
  name: 'rates',
  title: '完成率',
  categories: column(0),
  series: [
    { name: '开工率', values: column(1) },
    { name: '入统率', values: column(2) },
  ],
  place: { row: 6, column: 1, rows: 8, columns: 4 },
};
const sheet = sheetOf({
  name: '汇总',
  blocks: [{ row: 0, column: 0, content: [['单位', '开工率', '入统率'], ['城区', 0.5, 1], ['泽州县', 0.25, '—'], ['高平市', 1, 0]] }],
  charts: [chart],
  protection: { allowFormatColumns: true, allowFilter: false },
});
const lay: Change = { kind: 'laySheet', sheet, after: null };

describe('a chart', () => {
  it('is drawn with the sheet, and not a second time when the sheet is laid again', async () => {
    const { book, port } = await openBook();
    await port.apply([lay]);
    await port.apply([lay]);
    expect(book.toModel().sheets.find(({ name }) => name === '汇总')?.charts).toEqual([chart]);
  });

  it('that the user changed is as it was again, and a chart of the user’s stays', async () => {
    const { book, port } = await openBook(workbookOf({ ...sheet, protection: undefined } as unknown as typeof sheet));
    await Excel.run(async (context) => {
      const { charts } = context.workbook.worksheets.getItem('汇总');
      charts.getItem('rates').title.text = '改过';
      charts.add('ColumnClustered', context.workbook.worksheets.getItem('汇总').getRange('B2:B4'), 'Columns').name = '我的图';
      await context.sync();
    });
    await port.apply([lay]);
    const charts = book.toModel().sheets[0]?.charts;
    expect(charts?.find(({ name }) => name === 'rates')).toEqual(chart);
    expect(charts?.map(({ name }) => name).sort()).toEqual(['rates', '我的图'].sort());
  });

  it('moves with the rows it reads and covers', async () => {
    const { book } = await openBook(workbookOf({ ...sheet, name: 'Sheet1', protection: undefined } as unknown as typeof sheet));
    await onSheet((one) => void one.getRange('2:3').insert('Down'));
    const moved = book.activeSheet.state.charts[0]?.chart;
    expect([moved?.categories?.row, moved?.series.map(({ values }) => values.row), moved?.place.row]).toEqual([3, [3, 3], 8]);
  });

  it('cannot be put on a protected sheet, nor read another sheet', async () => {
    await openBook(workbookOf(sheet, sheetOf({ name: '另一张', blocks: [] })));
    const add = (on: string, from: string) =>
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem(on).charts.add('ColumnClustered', context.workbook.worksheets.getItem(from).getRange('A1:A3'), 'Columns');
        await context.sync();
      });
    await expect(add('汇总', '汇总')).rejects.toMatchObject({ code: 'AccessDenied' });
    await expect(add('另一张', '汇总')).rejects.toMatchObject({ code: 'ApiNotFound' });
  });

  it('is left out, and nothing said, where the program has no charts; other refusals are told', async () => {
    const { book, port } = await openBook();
    const refuse = (code: string) =>
      jest.spyOn(Excel.ChartCollection.prototype, 'getCount').mockImplementationOnce(() => {
        throw Object.assign(new Error(code), { code });
      });
    refuse('ApiNotFound');
    await port.apply([lay]);
    expect(book.findSheet('汇总')?.state.charts).toEqual([]);
    const other = { ...lay, sheet: { ...sheet, name: '另一张' } };
    refuse('GeneralException');
    await expect(port.apply([other])).rejects.toBeInstanceOf(HostError);
  });
});
