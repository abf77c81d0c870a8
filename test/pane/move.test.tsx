import { screen, waitFor, within } from '@testing-library/react';
import type { MemoryPort } from '../../src/job/memory-port';
import { formatSerial, toSerial } from '../../src/plan/day';
import { asOf, cellOf, makeWorkbook, openPane, readCell, requestOf } from './open-pane';

const base = {
  '建设单位': '陵川县公安局',
  '总投资（万元）': 3200,
  '责任单位': '陵川县公安局',
  '责任人': '王某',
  '联系电话': '13912345678',
} as const;

function enter(port: MemoryPort, sheet: string, row: number, cells: Readonly<Record<string, string | number | null>>): void {
  for (const [header, value] of Object.entries(cells)) {
    const cell = cellOf(port, sheet, header, row);
    port.edit(cell.sheet, cell.row, cell.column, [[value]]);
  }
}
const read = (port: MemoryPort, sheet: string, row: number, header: string) => readCell(port, cellOf(port, sheet, header, row));

/** A unit's workbook whose one project of list 5 is filled in. */
async function prepared() {
  const port = await makeWorkbook(requestOf('lingchuan'));
  enter(port, '5 ', 0, { ...base, 未开工原因: '土地手续', 计划开工日期: toSerial('2023-12-15'), 状态: '未开工' });
  return port;
}

async function openMoves(port: MemoryPort) {
  const pane = await openPane(port);
  await pane.user.click(await screen.findByRole('tab', { name: '调度' }));
  await pane.user.click(await screen.findByRole('tab', { name: '流转' }));
  return pane;
}

/** The first row of a list in which nothing stands. */
function emptyRow(port: MemoryPort, sheet: string): number {
  let row = 0;
  while (read(port, sheet, row, '项目名称') !== null) row += 1;
  return row;
}

describe('流转', () => {
  it('asks for what only the user knows, moves the project on, shows where it is, and takes it back', async () => {
    const port = await prepared();
    const name = String(read(port, '5 ', 0, '项目名称'));
    const row = emptyRow(port, '6 ');
    const { user } = await openMoves(port);
    await user.click(await screen.findByRole('button', { name: `流转 ${name}` }));
    const dialog = await screen.findByRole('dialog');
    await user.click(within(dialog).getByRole('button', { name: '确认流转' }));
    // Nothing is written while something is missing.
    expect(within(dialog).getByText('请填写日期，例如 2023-12-25。')).toBeTruthy();
    expect(read(port, '5 ', 0, '状态')).toBe('未开工');
    const day = within(dialog).getByLabelText(/^实际开工日期/);
    await user.click(day);
    await user.paste(formatSerial(asOf + 3));
    expect(within(dialog).getByText('不能晚于统计截止日（2023年11月20日）。')).toBeTruthy();
    await user.clear(day);
    await user.paste(formatSerial(asOf - 2));
    await user.selectOptions(within(dialog).getByLabelText(/^未入统原因/), '未签施工合同');
    await user.selectOptions(within(dialog).getByLabelText(/^计划入统月份/), '2023年12月');
    await user.click(within(dialog).getByRole('button', { name: '确认流转' }));
    await waitFor(() => expect(read(port, '6 ', row, '项目名称')).toBe(name));
    expect(read(port, '6 ', row, '计划入统月份')).toBe(toSerial('2023-12-01'));
    expect(read(port, '6 ', row, '建设单位')).toBe('陵川县公安局');
    expect(read(port, '5 ', 0, '状态')).toBe('已开工');
    expect(read(port, '5 ', 0, '实际开工日期')).toBe(asOf - 2);
    expect((await screen.findAllByText(/^已流转 1 个项目，现位于《6 已开工未入统项目》第 \d+ 行，并已重新校验。$/)).length).toBeGreaterThan(0);
    // It can go on from there, and not once more from where it was.
    expect(screen.getByRole('button', { name: /^已开工未入统 → 已入统/ }).textContent).toContain('可流转 1');
    expect(screen.queryByRole('button', { name: `流转 ${name}` })).toBeNull();
    await user.click(screen.getByRole('button', { name: '撤销' }));
    await waitFor(() => expect(read(port, '6 ', row, '项目名称')).toBeNull());
    expect(read(port, '5 ', 0, '状态')).toBe('未开工');
    expect(screen.queryByRole('button', { name: '撤销' })).toBeNull();
  });

  it('leads to what must be filled in first', async () => {
    const port = await prepared();
    enter(port, '5 ', 0, { 建设单位: null });
    const name = String(read(port, '5 ', 0, '项目名称'));
    const { user } = await openMoves(port);
    const section = await screen.findByRole('button', { name: /^未开工 → 已开工未入统/ });
    if (section.getAttribute('aria-expanded') === 'false') await user.click(section);
    await user.click(await screen.findByRole('button', { name: /^先补填再流转/ }));
    expect(screen.getByText('还差：建设单位')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: `去补填 ${name}` }));
    const { row, column } = cellOf(port, '5 ', '建设单位', 0);
    await waitFor(() => expect(port.selected()).toMatchObject({ row, column }));
  });
});

describe('自动带入', () => {
  it('is offered where the user has just typed the name, fills the empty cells, and is silent once it is done', async () => {
    const port = await prepared();
    const { user } = await openPane(port);
    const row = emptyRow(port, '7 ');
    enter(port, '7 ', row, { 项目名称: String(read(port, '5 ', 0, '项目名称')), 责任人: '李某' });
    const bar = await screen.findByText(/^《7 未按序时进度项目》第 \d+ 行“.+”在《5 未开工项目》中已有，可带入建设单位、总投资（万元）、责任单位。$/);
    await user.click(within(bar.closest('[role=group]') as HTMLElement).getByRole('button', { name: '带入' }));
    await waitFor(() => expect(read(port, '7 ', row, '总投资（万元）')).toBe(3200));
    expect(read(port, '7 ', row, '责任人')).toBe('李某');
    expect(read(port, '7 ', row, '联系电话')).toBeNull();
    expect(screen.queryByText(/可带入/)).toBeNull();
  });

  it('is not offered again after 不用, but stays listed under 流转', async () => {
    const port = await prepared();
    const { user } = await openPane(port);
    const row = emptyRow(port, '7 ');
    enter(port, '7 ', row, { 项目名称: String(read(port, '5 ', 0, '项目名称')) });
    await user.click(await screen.findByRole('button', { name: '不用' }));
    expect(screen.queryByText(/可带入/)).toBeNull();
    await user.click(await screen.findByRole('tab', { name: '调度' }));
    await user.click(await screen.findByRole('tab', { name: '流转' }));
    await user.click(await screen.findByRole('button', { name: /^自动带入/ }));
    expect(screen.getByText(/^可带入建设单位、总投资（万元）、责任单位等 \d 项，来自《5 未开工项目》$/)).toBeTruthy();
  });

  it('lets the user choose where lists differ', async () => {
    const port = await prepared();
    const name = String(read(port, '5 ', 0, '项目名称'));
    enter(port, '9 ', 0, { 项目名称: name, '总投资（万元）': 4000 });
    const { user } = await openPane(port);
    const row = emptyRow(port, '7 ');
    enter(port, '7 ', row, { 项目名称: name });
    await user.click(await screen.findByRole('button', { name: '选择' }));
    const dialog = await screen.findByRole('dialog');
    await user.click(within(dialog).getByRole('radio', { name: /^4,000（《9 前期手续办理》第 \d+ 行）$/ }));
    await user.click(within(dialog).getByRole('button', { name: '带入选中的内容' }));
    await waitFor(() => expect(read(port, '7 ', row, '总投资（万元）')).toBe(4000));
  });
});
