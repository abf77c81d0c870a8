import { screen, waitFor, within } from '@testing-library/react';
import type { MemoryPort } from '../../src/job/memory-port';
import type { StartReader } from '../../src/pane/reader/start-reader';
import { writeWorkbook } from '../../src/xlsx/write-workbook';
import { cellOf, makeWorkbook, openPane, requestOf } from './open-pane';
import { fileOf } from './reader/chosen-file';

/** A unit's file with one project on list 9, which has the same code in every unit. */
async function makeFile(unit: string, name: string): Promise<File> {
  const port = await makeWorkbook(requestOf(unit));
  enter(port);
  return fileOf(name, await writeWorkbook(port.model()));
}

function enter(port: MemoryPort): void {
  for (const [header, value] of [['项目名称', '示例快速通道工程'], ['项目代码', '2310-140000-04-01-123456']] as const) {
    const { sheet, row, column } = cellOf(port, '9 ', header, 0);
    port.edit(sheet, row, column, [[value]]);
  }
}

async function openTogether(port: MemoryPort, startReader?: StartReader) {
  const pane = await openPane(port, startReader ? { startReader } : {});
  await pane.user.click(screen.getByRole('tab', { name: '多份校验' }));
  await screen.findByRole('heading', { level: 1, name: '多份校验' });
  const choose = async (...files: File[]): Promise<void> => {
    await pane.user.upload(screen.getByLabelText('选择文件', { selector: 'input' }), files);
    await waitFor(() => expect(pane.store.get().task).toBeNull());
  };
  return { ...pane, choose };
}

const section = (name: RegExp): HTMLElement => screen.getByRole('heading', { level: 2, name }).closest('section')!;

describe('多份校验', () => {
  test('shows of each file how it stands, and what only both together show; nothing is written', async () => {
    const port = await makeWorkbook(null);
    const before = port.model();
    const { user, choose } = await openTogether(port);
    await choose(await makeFile('zezhou', '泽州县.xlsx'), await makeFile('gaoping', '高平市.xlsx'));
    expect(await screen.findByText('共 2 份')).toBeTruthy();
    expect(section(/^泽州县\.xlsx/).textContent).toMatch(/有 1 个错误，改正后才能报送错误 1\u3000警告 \d+\u3000提示 \d+/);
    const joint = section(/^放在一起才看得出的问题/);
    expect(joint.textContent).toMatch(/泽州县\.xlsx《9 前期手续办理》第 \d+ 行“项目代码”填写的“2310-140000-04-01-123456”在文件“高平市\.xlsx”的《9 前期手续办理》第 \d+ 行也有/);
    await user.click(within(section(/^高平市\.xlsx/)).getByRole('button', { name: /^高平市\.xlsx/ }));
    expect(within(section(/^高平市\.xlsx/)).getAllByRole('img', { name: '错误' })).toHaveLength(1);
    expect(port.model()).toBe(before);
  });

  test('the open workbook can be one of them', async () => {
    const port = await makeWorkbook(requestOf('gaoping'));
    enter(port);
    const { user, choose } = await openTogether(port);
    await choose(await makeFile('zezhou', '泽州县.xlsx'));
    expect(screen.queryByText(/放在一起才看得出的问题/)).toBeNull();
    await user.click(screen.getByRole('checkbox', { name: '连同当前打开的工作簿' }));
    expect(await screen.findByRole('heading', { level: 2, name: /^当前打开的工作簿/ })).toBeTruthy();
    expect(section(/^放在一起才看得出的问题/).textContent).toContain('项目代码');
  });

  test('each file that cannot be used says why, and can be removed', async () => {
    const { user, choose } = await openTogether(await makeWorkbook(null));
    const foreign = await writeWorkbook((await makeWorkbook(null)).model());
    await choose(
      await makeFile('zezhou', '泽州县.xlsx'),
      fileOf('名单.csv', new TextEncoder().encode('序号,名称')),
      fileOf('别的.xlsx', foreign),
    );
    expect(await screen.findByText('共 3 份，其中 2 份不能使用')).toBeTruthy();
    expect(screen.getByText(/^文件“名单\.csv”是纯文本/)).toBeTruthy();
    expect(screen.getByText(/^文件“别的\.xlsx”不是“九张清单”工作簿/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: '移除 名单.csv' }));
    expect(await screen.findByText('共 2 份，其中 1 份不能使用')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: '全部移除' }));
    await waitFor(() => expect(screen.queryByText(/^共/)).toBeNull());
  });

  test('the same file twice is one; two of one unit are pointed out; another of the same name keeps apart', async () => {
    const { choose } = await openTogether(await makeWorkbook(null));
    const first = await makeFile('zezhou', '清单.xlsx');
    await choose(first, first);
    expect(await screen.findByText('共 1 份')).toBeTruthy();
    await choose(await makeFile('gaoping', '清单.xlsx'));
    await screen.findByRole('heading', { level: 2, name: /^清单\.xlsx（2）/ });
    expect(section(/^清单\.xlsx（2）/).textContent).toContain('高平市');
    await choose(await makeFile('zezhou', '再报.xlsx'));
    expect(await screen.findByText(/^泽州县有 2 份：“清单\.xlsx”、“再报\.xlsx”/)).toBeTruthy();
  });

  test('取消 while a file is read leaves what was there', async () => {
    const hanging: StartReader = (hear) => {
      setTimeout(() => hear({ kind: 'ready' }));
      return { give: () => undefined, stop: () => undefined };
    };
    const { user, store } = await openTogether(await makeWorkbook(null), hanging);
    await user.upload(screen.getByLabelText('选择文件', { selector: 'input' }), [fileOf('慢.xlsx', new Uint8Array([1]))]);
    expect(await screen.findByText('正在读取文件“慢.xlsx”')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: '取消' }));
    expect(await screen.findByText(/^多份校验已取消/)).toBeTruthy();
    expect(store.get().together.labels).toEqual([]);
  });

  test('a reader that cannot be loaded is said, with 重试', async () => {
    const { choose } = await openTogether(await makeWorkbook(null), (hear) => {
      setTimeout(() => hear(null));
      return { give: () => undefined, stop: () => undefined };
    });
    await choose(fileOf('甲.xlsx', new Uint8Array([1])));
    expect(await screen.findByText(/^面板的一部分没有加载出来/)).toBeTruthy();
    expect(screen.getByRole('button', { name: '重试' })).toBeTruthy();
  });
});
