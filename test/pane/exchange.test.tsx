import { screen, waitFor, within } from '@testing-library/react';
import { createMemoryPort, type MemoryPort } from '../../src/job/memory-port';
import { builtInPlan } from '../../src/plan/built-in';
import { contentOfSheet } from '../../src/sheet/content-of';
import type { WorkbookModel } from '../../src/sheet/model';
import { openFile } from '../../src/xlsx/file-port';
import { writeWorkbook } from '../../src/xlsx/write-workbook';
import { makeWorkbook, openPane, requestOf } from './open-pane';
import { fileOf } from './reader/chosen-file';

const saved: { name: string; size: number }[] = [];
let city: WorkbookModel;

beforeAll(async () => {
  city = (await makeWorkbook(requestOf(null))).model();
  // jsdom saves nothing; what would be saved is kept.
  let last: Blob | null = null;
  Object.assign(URL, { createObjectURL: (blob: Blob) => ((last = blob), 'blob:x'), revokeObjectURL: () => undefined });
  jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved.push({ name: this.download, size: last!.size });
  });
});
beforeEach(() => saved.splice(0));

/** Where a unit's first row of a list has the column of that header. */
function cellOfUnit(port: MemoryPort, sheetStart: string, header: string, unit: string) {
  const sheet = port.model().sheets.find(({ name }) => name.startsWith(sheetStart))!;
  const { area, headers } = sheet.tables[0]!;
  const grid = contentOfSheet(sheet);
  const name = builtInPlan.units.find(({ key }) => key === unit)!.name;
  const at = area.column + headers.indexOf('县（市、区）') - grid.column;
  const row = grid.values.findIndex((line, index) => index + grid.row > area.row && line[at] === name);
  const column = area.column + headers.indexOf(header);
  return { sheet: sheet.name, row: grid.row + row, column, value: grid.values[row]![column - grid.column] };
}

function enter(port: MemoryPort, header: string, unit: string, value: string | number): void {
  const { sheet, row, column } = cellOfUnit(port, '5 ', header, unit);
  port.edit(sheet, row, column, [[value]]);
}

async function openExchange(port: MemoryPort) {
  const pane = await openPane(port);
  await pane.user.click(screen.getByRole('tab', { name: '收发' }));
  await screen.findByRole('heading', { level: 1, name: '收发' });
  const settle = () => waitFor(() => expect(pane.store.get().task).toBeNull(), { timeout: 20_000 });
  /** 分发 to one unit, and its file as that unit fills it in. */
  const sendAndFill = async (unit: string, fill: (file: MemoryPort) => void): Promise<File> => {
    await pane.commands.issue([unit]);
    const [file] = pane.store.get().exchange.issued!.files;
    const opened = await openFile(file!.bytes, createMemoryPort);
    fill(opened);
    return fileOf(`${unit}.xlsx`, await opened.save());
  };
  const choose = async (...files: File[]): Promise<void> => {
    await pane.user.click(screen.getByRole('tab', { name: '汇总' }));
    await pane.user.upload(await screen.findByLabelText('选择文件', { selector: 'input' }), files);
    await settle();
  };
  return { ...pane, settle, sendAndFill, choose };
}

describe('分发', () => {
  test('makes a file for each unit chosen, to be saved one by one or in one', async () => {
    const { user, settle } = await openExchange(createMemoryPort(city));
    await user.click(screen.getByLabelText('全部单位（8）'));
    await user.click(screen.getByLabelText('泽州县', { selector: 'input' }));
    await user.click(screen.getByLabelText('高平市', { selector: 'input' }));
    await user.click(screen.getByText('生成各单位文件'));
    expect(await screen.findByText(/^已生成 2 个单位的文件，并记入交换记录/)).toBeTruthy();
    await user.click(screen.getByLabelText('保存 晋市政办函2023-31_泽州县_20231120.xlsx'));
    await settle();
    await user.click(screen.getByText('全部保存为一个压缩包'));
    await settle();
    expect(saved.map(({ name }) => name)).toEqual(['晋市政办函2023-31_泽州县_20231120.xlsx', '晋市政办函2023-31_20231120.zip']);
    expect(saved[1]!.size).toBeGreaterThan(saved[0]!.size);
  });

  test('is not offered in a unit’s workbook', async () => {
    await openPane(await makeWorkbook(requestOf('qinshui')));
    expect(screen.queryByRole('tab', { name: '收发' })).toBeNull();
  });
});

describe('汇总', () => {
  test('previews, asks about a conflict, writes as decided, and takes all of it back', async () => {
    const port = createMemoryPort(city);
    const { user, settle, sendAndFill, choose } = await openExchange(port);
    const file = await sendAndFill('zezhou', (returned) => {
      enter(returned, '建设单位', 'zezhou', '县里填的');
      enter(returned, '责任人', 'zezhou', '示例人');
    });
    enter(port, '建设单位', 'zezhou', '市里填的');
    await choose(file);
    expect(await screen.findByText(/^泽州县，2023-11-20 10:00 分发（批次 .{6}）：修改 1 行、冲突 1 处。$/)).toBeTruthy();
    expect(screen.getByText('“责任人”空 → 示例人')).toBeTruthy();
    expect(screen.getByText('1 处冲突，还有 1 处没有选择；没有选择的保留市级的内容')).toBeTruthy();
    expect(cellOfUnit(port, '5 ', '责任人', 'zezhou').value).toBeNull();

    await user.click(screen.getByLabelText('单位：县里填的'));
    expect(await screen.findByText('1 处冲突，已全部选择')).toBeTruthy();
    await user.click(screen.getByText('写入当前工作簿'));
    expect(await screen.findByText(/^汇总完成：/, undefined, { timeout: 20_000 })).toBeTruthy();
    await settle();
    expect(cellOfUnit(port, '5 ', '建设单位', 'zezhou').value).toBe('县里填的');
    expect(cellOfUnit(port, '5 ', '责任人', 'zezhou').value).toBe('示例人');

    await user.click(screen.getByText('撤销本次汇总'));
    expect(await screen.findByText(/^本次汇总已撤销/, undefined, { timeout: 20_000 })).toBeTruthy();
    await settle();
    expect(cellOfUnit(port, '5 ', '建设单位', 'zezhou').value).toBe('市里填的');
    expect(cellOfUnit(port, '5 ', '责任人', 'zezhou').value).toBeNull();
    expect(screen.queryByText('撤销本次汇总')).toBeNull();
  });

  test('a conflict that nobody decides keeps the city’s, 全部按单位 decides all of a unit, and the unit can be asked to put it right', async () => {
    const port = createMemoryPort(city);
    const { user, store, sendAndFill, choose, settle } = await openExchange(port);
    const file = await sendAndFill('zezhou', (returned) => enter(returned, '建设单位', 'zezhou', '县里填的'));
    enter(port, '建设单位', 'zezhou', '市里填的');
    await choose(file);
    await user.click(await screen.findByText('全部按单位'));
    expect(Object.values(store.get().exchange.decisions)).toEqual(['unit']);
    await user.click(screen.getByLabelText('暂不选择'));
    expect(store.get().exchange.decisions).toEqual({});
    await user.click(screen.getByText('写入当前工作簿'));
    expect(await screen.findByText(/有 1 处冲突没有选择，保留市级工作簿的内容/, undefined, { timeout: 20_000 })).toBeTruthy();
    expect(cellOfUnit(port, '5 ', '建设单位', 'zezhou').value).toBe('市里填的');
    await settle();
    await user.click(screen.getByRole('tab', { name: '报送看板' }));
    await user.click(await screen.findByLabelText('提醒补正 泽州县'));
    const text = (await screen.findByLabelText<HTMLTextAreaElement>('提醒文字', { selector: 'textarea' })).value;
    expect(text).toMatch(/^泽州县：您好！.*已经收到，谢谢！还有以下内容请补充或更正：待填写：.*；与我办掌握的情况不一致 1 处。请填写核对后发回市项目攻坚指挥部办公室。$/);
  });

  test('a decision holds while its values do, and is asked for anew where a corrected file brings others', async () => {
    const port = createMemoryPort(city);
    const { user, store, commands, sendAndFill, choose } = await openExchange(port);
    const file = await sendAndFill('zezhou', (returned) => enter(returned, '建设单位', 'zezhou', '县里填的'));
    const corrected = await openFile(new Uint8Array(await file.arrayBuffer()), createMemoryPort);
    enter(corrected, '建设单位', 'zezhou', '县里改填的');
    enter(port, '建设单位', 'zezhou', '市里填的');
    await choose(file);
    await user.click(await screen.findByText('全部按单位'));
    await choose(fileOf('名单.csv', new TextEncoder().encode('序号')));
    expect(Object.values(store.get().exchange.decisions)).toEqual(['unit']);
    await choose(fileOf('改正.xlsx', await corrected.save()));
    await commands.removeReturn('zezhou.xlsx');
    expect(await screen.findByText('1 处冲突，还有 1 处没有选择；没有选择的保留市级的内容')).toBeTruthy();
    expect(store.get().exchange.decisions).toEqual({});
  });

  test('files that cannot be used say why, and nothing is written', async () => {
    const port = createMemoryPort(city);
    const { user, store, choose } = await openExchange(port);
    const before = port.model();
    const opened = await openFile(await writeWorkbook(before), createMemoryPort);
    await choose(fileOf('名单.csv', new TextEncoder().encode('序号,名称')), fileOf('全市.xlsx', await opened.save()));
    expect(await screen.findByText(/^文件“名单\.csv”是纯文本/)).toBeTruthy();
    expect(screen.getByText(/^是市级工作簿，不是单位返回的文件/)).toBeTruthy();
    expect(screen.queryByText('写入当前工作簿')).toBeNull();
    await user.click(screen.getByText('全部移除'));
    await waitFor(() => expect(store.get().exchange.returns).toBeNull());
    expect(port.model()).toBe(before);
  });
});

describe('报送看板', () => {
  test('says who has not returned, and gives the words to remind with', async () => {
    const { user, sendAndFill, choose } = await openExchange(createMemoryPort(city));
    const file = await sendAndFill('zezhou', (returned) => enter(returned, '责任人', 'zezhou', '示例人'));
    await user.click(screen.getByRole('tab', { name: '报送看板' }));
    expect(await screen.findByText('已返回 0 个，未返回 1 个，未分发 7 个')).toBeTruthy();
    await user.click(screen.getByLabelText('催报 泽州县'));
    const text = (await screen.findByLabelText<HTMLTextAreaElement>('提醒文字', { selector: 'textarea' })).value;
    expect(text).toMatch(/^泽州县：您好！.*2023-11-20 发出的文件我办还没有收到贵单位的填报。按晋市政办函〔2023〕31号要求，清单应于2023年11月30日前报送。据我办掌握，尚待填写的有：《/);
    await user.click(screen.getByText('复制'));
    expect(await navigator.clipboard.readText()).toBe(text);
    await user.click(screen.getByText('关闭'));
    await choose(file);
    await user.click(screen.getByRole('tab', { name: '报送看板' }));
    expect(await screen.findByText('已返回 1 个，未返回 0 个，未分发 7 个')).toBeTruthy();
    expect(within(screen.getByRole('heading', { level: 2, name: /^泽州县/ })).getByText('已收到，待汇总')).toBeTruthy();
  });
});

describe('比上月', () => {
  test('tells what changed since an older workbook, and lays it out as a sheet', async () => {
    const port = createMemoryPort(city);
    const older = fileOf('上月.xlsx', await writeWorkbook(port.model()));
    const { user, settle } = await openExchange(port);
    enter(port, '总投资（万元）', 'zezhou', 8_000);
    await user.click(screen.getByRole('tab', { name: '比上月' }));
    await user.upload(await screen.findByLabelText('选择文件', { selector: 'input' }), [older]);
    await settle();
    expect(await screen.findByText(/^统计截止日：2023年11月20日 至 2023年11月20日\s+对比文件：上月\.xlsx$/)).toBeTruthy();
    await user.click(within(screen.getByRole('heading', { level: 2, name: /^泽州县变更 1 项$/ })).getByRole('button'));
    expect(screen.getByText('总投资（万元）：空 → 8,000')).toBeTruthy();
    await user.click(screen.getByText('写成工作表“比上月”'));
    expect(await screen.findByText('变化情况已写在工作表“比上月”中，可以打印。')).toBeTruthy();
    expect(port.model().sheets.map(({ name }) => name)).toContain('比上月');
  });

  test('a file that is none of ours is refused with the reason', async () => {
    const { user } = await openExchange(createMemoryPort(city));
    await user.click(screen.getByRole('tab', { name: '比上月' }));
    await user.upload(await screen.findByLabelText('选择文件', { selector: 'input' }), [fileOf('名单.csv', new TextEncoder().encode('序号'))]);
    expect(await screen.findByText(/^文件“名单\.csv”是纯文本/)).toBeTruthy();
  });
});
