import { screen, waitFor, within } from '@testing-library/react';
import { cellOf, makeWorkbook, openPane, readCell, requestOf } from './open-pane';

describe('a workbook of ours', () => {
  test('says what it is, and that an untouched one is waiting, not wrong', async () => {
    await openPane(await makeWorkbook(requestOf(null)));
    expect(screen.getByRole('heading', { level: 1, name: '全市' })).toBeTruthy();
    expect(screen.getByText(/^晋市政办函〔2023〕31号\s市级工作簿$/)).toBeTruthy();
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: '统计截止日' }).value).toBe('2023-11-20');
    expect(screen.getByText('没有错误，等待填写')).toBeTruthy();
    expect(screen.getByText('还没有校验，点“一键校验”把提示写进表内')).toBeTruthy();
    expect(screen.getByRole('tab', { selected: true, name: /^待填写 \d+/ })).toBeTruthy();
  });

  test('待填写 opens by unit; a list leads to the unit’s first row on it', async () => {
    const port = await makeWorkbook(requestOf(null));
    const { user } = await openPane(port);
    const units = screen.getAllByRole('heading', { level: 2 });
    expect(units).toHaveLength(8);
    const qinshui = within(units[5]!).getByRole('button');
    expect(qinshui.textContent).toMatch(/^\d+ 行沁水县已填 0\/\d+$/);
    expect(qinshui.getAttribute('aria-expanded')).toBe('false');
    await user.click(qinshui);
    await user.click(screen.getByRole('button', { name: /《5 未开工项目》/ }));
    await waitFor(() => expect(port.selected()?.sheet).toBe('5 未开工项目'));
    expect(readCell(port, { ...port.selected()!, column: cellOf(port, '5 ', '县（市、区）', 0).column })).toBe('沁水县');
  });

  test('一键校验 marks the rows and says the result', async () => {
    const port = await makeWorkbook(requestOf('qinshui'));
    const name = cellOf(port, '4 ', '项目名称', 0);
    port.edit(name.sheet, name.row, name.column, [['示例道路项目']]);
    const { user } = await openPane(port);
    await user.click(screen.getByRole('button', { name: '一键校验' }));
    expect(await screen.findByText(/^校验完成：有 \d+ 个错误，改正后才能报送。$/)).toBeTruthy();
    expect(screen.getByText('上次校验 2023-11-20 10:00')).toBeTruthy();
    expect(readCell(port, cellOf(port, '4 ', '校验提示', 0))).toMatch(/没有填写/);
  });

  test('重算汇总 says that it is done', async () => {
    const { user } = await openPane(await makeWorkbook(requestOf('qinshui')));
    await user.click(screen.getByRole('button', { name: '重算汇总' }));
    expect(await screen.findByText('汇总已重算。')).toBeTruthy();
  });

  test('统计截止日 is taken over on Enter, and everything is judged by it', async () => {
    const port = await makeWorkbook(requestOf('qinshui'));
    const { user, store } = await openPane(port);
    const day = screen.getByRole('textbox', { name: '统计截止日' });
    await user.clear(day);
    await user.type(day, '2023-12-25{Enter}');
    await waitFor(() => expect(store.get().report?.entries.asOf).toBe(45285));
    // The day for the lists has passed by then.
    expect(store.get().report!.result.issues.map(({ code }) => code)).toContain('list/unfilled');
  });

  test('一键校验 straight from the date field takes both over', async () => {
    const port = await makeWorkbook(requestOf('qinshui'));
    const { user, store } = await openPane(port);
    const day = screen.getByRole('textbox', { name: '统计截止日' });
    await user.clear(day);
    await user.type(day, '2023-12-25');
    await user.click(screen.getByRole('button', { name: '一键校验' }));
    expect(await screen.findByText(/^校验完成：/)).toBeTruthy();
    expect(store.get().report?.entries.asOf).toBe(45285);
  });

  test('重新生成 asks, says that everything is kept, and keeps it', async () => {
    const port = await makeWorkbook(requestOf('qinshui'));
    const name = cellOf(port, '4 ', '项目名称', 0);
    port.edit(name.sheet, name.row, name.column, [['示例道路项目']]);
    const { user } = await openPane(port);
    await user.click(screen.getByRole('button', { name: '重新生成' }));
    const dialog = await screen.findByRole('dialog', { name: '重新生成清单' });
    expect(dialog.textContent).toContain('已填写的内容、自己增加的列和其他工作表全部保留');
    await user.click(within(dialog).getByRole('button', { name: '保留内容并重新生成' }));
    expect(await screen.findByText(/^已生成 \d+ 张工作表，原有的 [\d,]+ 项内容已全部放回。$/)).toBeTruthy();
    expect(readCell(port, cellOf(port, '4 ', '项目名称', 0))).toBe('示例道路项目');
  });

  test('the question can be left by Esc, and nothing happens', async () => {
    const port = await makeWorkbook(requestOf('qinshui'));
    const before = port.model();
    const { user } = await openPane(port);
    await user.click(screen.getByRole('button', { name: '重新生成' }));
    await screen.findByRole('dialog');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(port.model()).toBe(before);
  });

  test('what could not be compared is told with its reason', async () => {
    const port = await makeWorkbook(requestOf('qinshui'));
    const header = cellOf(port, '5 ', '建设单位', -1);
    port.edit(header.sheet, header.row, header.column, [['随便改的']]);
    const typed = cellOf(port, '5 ', '责任人', 0);
    port.edit(typed.sheet, typed.row, typed.column, [['张三']]);
    const { user } = await openPane(port);
    await user.click(screen.getByRole('tab', { name: /^暂无法核对/ }));
    for (const rule of screen.getAllByRole('button', { expanded: false })) await user.click(rule);
    expect(screen.getAllByText(/表或列缺失，恢复后再核对。$/).length).toBeGreaterThan(0);
  });
});
