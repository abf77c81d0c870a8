import { screen, waitFor, within } from '@testing-library/react';
import { createMemoryPort } from '../../src/job/memory-port';
import { schemaVersion } from '../../src/list/schema-version';
import type { WorkbookModel } from '../../src/sheet/model';
import { stamp } from '../version/shipped';
import { makeWorkbook, openPane, requestOf } from './open-pane';

let model: WorkbookModel;
beforeAll(async () => {
  model = (await makeWorkbook(requestOf('zezhou'))).model();
});

describe('a workbook of another version, in the pane', () => {
  it('of an earlier one says so calmly, works as ever, and is upgraded by one click', async () => {
    const port = createMemoryPort(model);
    stamp(port, 1);
    const { user, store } = await openPane(port);
    const bar = (await screen.findByText('这是旧版本的工作簿')).closest<HTMLElement>('.fui-MessageBar')!;
    expect(bar.textContent).toContain('由 0.1 版生成，可以照常填报、校验和汇总');
    expect(screen.queryByText('表格结构不完整')).toBeNull();
    await user.click(within(bar).getByRole('button', { name: '看变化' }));
    expect(within(bar).getAllByRole('listitem').map(({ textContent }) => textContent)).toContain('“汇总”增加“与时间进度相比”一节，落后的标红');

    await user.click(screen.getByRole('button', { name: '重算汇总' }));
    await screen.findByText(/旧版本.*请点“升级”/);
    await user.click(screen.getByRole('button', { name: '一键校验' }));
    await waitFor(() => expect(store.get().task).toBeNull());
    expect(store.get().report!.entries.schemaVersion).toBe(1);

    await user.click(screen.getByRole('button', { name: '升级' }));
    await screen.findByText(/^已升级 \d+ 张表，\d+ 个已填单元格都保留，并重新校验了一遍。$/);
    await waitFor(() => expect(screen.queryByText('这是旧版本的工作簿')).toBeNull());
    expect(store.get().report!.entries.schemaVersion).toBe(schemaVersion);
    expect(store.get().losses).toEqual([]);
  });

  it('of a version to come is only looked at: a sentence, and nothing to press that writes', async () => {
    const port = createMemoryPort(model);
    stamp(port, schemaVersion + 1);
    const before = port.model();
    const { commands } = await openPane(port);
    await screen.findByText(/由更新版本的加载项生成.*请更新加载项/);
    expect(screen.queryByRole('button', { name: /校验|重算|生成|升级|修复|汇总/ })).toBeNull();
    // The ribbon still has its buttons.
    await commands.check();
    await commands.recalculate();
    expect(port.model()).toBe(before);
  });

  it('that a colleague has upgraded meanwhile is not written into by what is still open', async () => {
    const port = createMemoryPort(model);
    const { user } = await openPane(port);
    stamp(port, schemaVersion + 1);
    const before = port.model();
    await user.click(screen.getByRole('button', { name: '一键校验' }));
    await screen.findAllByText(/由更新版本的加载项生成.*请更新加载项/);
    await waitFor(() => expect(screen.queryByRole('button', { name: '一键校验' })).toBeNull());
    expect(port.model()).toBe(before);
  });
});
