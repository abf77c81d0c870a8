import { screen, waitFor, within } from '@testing-library/react';
import { createMemoryPort, type MemoryPort } from '../../src/job/memory-port';
import { changeAsOf } from '../../src/job/change-as-of';
import { builtInPlan } from '../../src/plan/built-in';
import { toSerial } from '../../src/plan/day';
import type { WorkbookModel } from '../../src/sheet/model';
import { writeWorkbook } from '../../src/xlsx/write-workbook';
import { makeSurroundings } from '../job/workbook';
import { cellOf, makeWorkbook, openPane, requestOf } from './open-pane';
import { fileOf } from './reader/chosen-file';

/** The first so many of list 5's rows started, as many after them not: the notice names two projects of each unit. */
function start(port: MemoryPort, count: number): void {
  const put = (header: string, values: readonly (string | number | null)[]): void => {
    const { sheet, row, column } = cellOf(port, '5 ', header, 0);
    port.edit(sheet, row, column, values.map((value) => [value]));
  };
  const rows = Array.from({ length: 8 }, (_, row) => row < count);
  put('状态', rows.map((isStarted) => (isStarted ? '已开工' : '未开工')));
  put('实际开工日期', rows.map((isStarted) => (isStarted ? toSerial('2023-11-10') : null)));
}

/** A city workbook of 20 November, of which each test gets a copy, and the bytes of its file. */
let model: WorkbookModel;
let file: Uint8Array;
beforeAll(async () => {
  const port = await makeWorkbook(requestOf(null));
  start(port, 3);
  model = port.model();
  file = await writeWorkbook(model);
});

async function openRanking(port: MemoryPort) {
  const pane = await openPane(port);
  await pane.user.click(screen.getByRole('tab', { name: '排名' }));
  await screen.findByRole('heading', { level: 1 });
  const settle = () => waitFor(() => expect(pane.store.get().task).toBeNull(), { timeout: 20_000 });
  const choose = async (name: string, bytes: Uint8Array): Promise<void> => {
    await pane.user.upload(await screen.findByLabelText('选择文件', { selector: 'input' }), [fileOf(name, bytes)]);
    await settle();
  };
  return { ...pane, settle, choose };
}

/** The table's cells as text, line by line. */
function cells(name: string) {
  const rows = within(screen.getByRole('table', { name })).getAllByRole('row');
  return rows.map((row) => [...row.querySelectorAll('th, td')].map(({ textContent }) => textContent));
}

test('ranks the units by each of the four rates, as a table that a screen reader reads, and follows an edit', async () => {
  const port = createMemoryPort(model);
  const { user } = await openRanking(port);
  await screen.findByRole('table', { name: '开工排名' });
  expect(cells('开工排名')).toEqual([
    ['名次', '单位', '开工率'],
    ['1', '城区2/11', '18.18%'],
    ['2', '泽州县1/10', '10.00%'],
    ['3', '高平市0/31', '0.00%'],
    ['3', '阳城县0/5', '0.00%'],
    ['—', '陵川县—/1', '—'],
    ['—', '沁水县—/13', '—'],
    ['—', '开发区—/2', '—'],
    ['—', '市本级—/17', '—'],
  ]);
  expect(screen.getByText('全市应开工 90 个，已开工 3 个，开工率 3.33%')).toBeTruthy();
  start(port, 4);
  expect(await screen.findByText('全市应开工 90 个，已开工 4 个，开工率 4.44%', undefined, { timeout: 20_000 })).toBeTruthy();
  expect(cells('开工排名')[1]).toEqual(['1', '泽州县2/10', '20.00%']);
  await user.click(screen.getByRole('tab', { name: '问题推进' }));
  await screen.findByRole('table', { name: '问题推进排名' });
  expect(cells('问题推进排名')[0]).toEqual(['名次', '单位', '问题销号率']);
  expect(screen.getByText('各单位还没有填报，暂时排不出名次。')).toBeTruthy();
});

test('draws each rate as a bar, which is no stop for the keyboard and nothing to a screen reader', async () => {
  await openRanking(createMemoryPort(model));
  const table = await screen.findByRole('table', { name: '开工排名' });
  await waitFor(() => expect(table.querySelectorAll('svg').length).toBe(4), { timeout: 20_000 });
  for (const bar of table.querySelectorAll('svg')) expect(bar.closest('[inert][aria-hidden]')).not.toBeNull();
  const [first] = table.querySelectorAll('rect');
  expect(parseFloat(first!.getAttribute('width')!)).toBeCloseTo(18.1818, 3);
});

test('tells last month’s rank and the change against an older workbook, until that is put away', async () => {
  const port = createMemoryPort(model);
  await changeAsOf(port, [builtInPlan], toSerial('2023-12-25'), makeSurroundings());
  start(port, 4);
  const { choose, user } = await openRanking(port);
  await choose('11月.xlsx', file);
  expect(await screen.findByText(/^统计截止日：2023年12月25日\s+对比：2023年11月20日（11月\.xlsx）$/)).toBeTruthy();
  expect(cells('开工排名').slice(0, 4)).toEqual([
    ['名次', '单位', '开工率', '升降'],
    ['1', '泽州县2/10', '20.00%上月10.00%', '升1位上月第2'],
    ['2', '城区2/11', '18.18%上月18.18%', '降1位上月第1'],
    ['3', '高平市0/31', '0.00%上月0.00%', '持平上月第3'],
  ]);
  expect(cells('开工排名')[8]![3]).toBe('不排名');
  expect(screen.getByText(/^一、开工。.*泽州县上升1位；城区下降1位。/)).toBeTruthy();
  await user.click(screen.getByText('不再比较'));
  await waitFor(() => expect(cells('开工排名')[0]).toEqual(['名次', '单位', '开工率']));
});

test('a file that ranks nothing is refused with the reason', async () => {
  const { choose } = await openRanking(createMemoryPort(model));
  await choose('名单.csv', new TextEncoder().encode('序号'));
  expect(await screen.findByText(/^文件“名单\.csv”是纯文本/)).toBeTruthy();
  await choose('沁水县.xlsx', await writeWorkbook((await makeWorkbook(requestOf('qinshui'))).model()));
  expect(await screen.findByText(/^对比文件是沁水县的工作簿，只有一个单位的数字/)).toBeTruthy();
});

test('gives the bulletin’s words to be copied, leaves them selected where the clipboard is closed, and lays the sheet', async () => {
  const port = createMemoryPort(model);
  const { user } = await openRanking(port);
  const refuse = jest.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('closed'));
  await user.click(await screen.findByText('复制文字'));
  await waitFor(() => expect(window.getSelection()?.toString()).toContain('情况通报如下'));
  expect(screen.queryByText('已复制')).toBeNull();
  refuse.mockRestore();
  await user.click(screen.getByText('复制文字'));
  expect(await screen.findByText('已复制')).toBeTruthy();
  const copied = (await navigator.clipboard.readText()).split('\n');
  expect(copied[0]).toBe('截至2023年11月20日，全市项目开工、入统、手续办理、问题推进情况通报如下。');
  for (const paragraph of copied) expect(screen.getByText(paragraph)).toBeTruthy();
  await user.click(screen.getByText('写成工作表“排名通报”'));
  expect(await screen.findByText('排名通报已写在工作表“排名通报”中，一页 A4，可以打印。')).toBeTruthy();
  expect(port.model().activeSheet).toBe('排名通报');
});

test('a unit’s own workbook tells its own rates instead of a ranking', async () => {
  const port = await makeWorkbook(requestOf('zezhou'));
  start(port, 1);
  await openRanking(port);
  expect(screen.getByRole('heading', { level: 1, name: '本单位进展' })).toBeTruthy();
  expect(screen.getByText('10.00%')).toBeTruthy();
  expect(screen.getByText('截至2023年11月20日，泽州县应开工项目10个，已开工1个，开工率10.00%。入统、手续办理、问题推进暂无数据。')).toBeTruthy();
  expect(screen.queryByRole('table')).toBeNull();
  expect(screen.queryByText(/写成工作表/)).toBeNull();
});
