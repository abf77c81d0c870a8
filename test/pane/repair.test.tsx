import { screen, waitFor, within } from '@testing-library/react';
import { createMemoryPort, type MemoryPort } from '../../src/job/memory-port';
import { HostError } from '../../src/job/port';
import { damaged } from './stage/damaged';
import { makeWorkbook, openPane, requestOf } from './open-pane';

let whole: MemoryPort;
beforeAll(async () => {
  whole = await makeWorkbook(requestOf('zezhou'));
});

const title = '表格结构不完整';

describe('the structure of the workbook, in the pane', () => {
  it('is not spoken of where nothing is lost, and looked at once', async () => {
    let looks = 0;
    const { store } = await openPane({ ...whole, readLook: (...args) => ((looks += 1), whole.readLook!(...args)) });
    await waitFor(() => expect(looks).toBe(1));
    await new Promise((wait) => setTimeout(wait, 100));
    expect(looks).toBe(1);
    expect(store.get().losses).toEqual([]);
    expect(screen.queryByText(title)).toBeNull();
  });

  it('is told in one line with its details, and put back by one click', async () => {
    const port = createMemoryPort(damaged(whole.model()));
    const { user } = await openPane(port);
    const bar = (await screen.findByText(title)).closest<HTMLElement>('.fui-MessageBar')!;
    expect(bar.textContent).toContain('8 张表丢失表格格式、公式、下拉选项等 14 处。');
    expect(bar.textContent).toContain('已填内容不变');
    await user.click(within(bar).getByRole('button', { name: '看明细' }));
    expect(within(bar).getAllByRole('listitem').map(({ textContent }) => textContent)).toContain('8 问题困难交办：筛选按钮');

    await user.click(within(bar).getByRole('button', { name: '修复表格' }));
    await screen.findByText(/^已修复 8 张表的 \d+ 处结构，已填内容没有改动。$/);
    expect(screen.queryByText(title)).toBeNull();
    expect(port.model().sheets.find(({ name }) => name.startsWith('6 '))!.tables).toHaveLength(1);
  });

  it('is looked at again where that failed, when the user asks', async () => {
    const port = createMemoryPort(damaged(whole.model()));
    let failures = 1;
    const { user } = await openPane({
      ...port,
      readLook: (...args) => (failures-- > 0 ? Promise.reject(new HostError('unknown', 'staged')) : port.readLook!(...args)),
    });
    await user.click(await screen.findByRole('button', { name: '重试' }));
    await screen.findByText(title);
  });
});
