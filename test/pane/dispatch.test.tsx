import { screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { createMemoryPort, type MemoryPort } from '../../src/job/memory-port';
import { toSerial } from '../../src/plan/day';
import type { WorkbookModel } from '../../src/sheet/model';
import { cellOf, makeWorkbook, openPane, readCell, requestOf } from './open-pane';

// Bars are for the eye; their library is no module that jest can read.
jest.mock('../../src/pane/dispatch/JamBar', () => ({ JamBar: () => null }));

type Cells = Readonly<Record<string, string | number | null>>;

/** Types into a row of a list, by header. */
function fill(port: MemoryPort, sheetStart: string, row: number, cells: Cells): void {
  for (const [header, value] of Object.entries(cells)) {
    const { sheet, row: at, column } = cellOf(port, sheetStart, header, row);
    port.edit(sheet, at, column, [[value]]);
  }
}

const problem: Cells = {
  问题编号: 'LC-001',
  项目名称: '高标准农田建设',
  问题描述: '占用林地手续没有办结',
  问题类别: '用地',
  问题等级: '久拖不决',
  事权层级: '县级',
  问题来源: '问题大起底',
  发现日期: toSerial('2023-11-01'),
  交办日期: toSerial('2023-11-02'),
  责任部门: '县林业局',
  分管领导: '张某',
  责任科室: '资源股',
  责任人: '李某',
  办结时限: toSerial('2023-11-22'),
  '13710督办': '否',
  状态: '交办',
};

let untouched: WorkbookModel;
beforeAll(async () => {
  untouched = (await makeWorkbook(requestOf('lingchuan'))).model();
});

/** 统计截止日 is 2023-11-20: the first problem is due in two days, the second nobody has been given yet. */
async function openWithProblems() {
  const port = createMemoryPort(untouched);
  fill(port, '8 ', 0, problem);
  fill(port, '8 ', 1, { ...problem, 问题编号: 'LC-002', 项目名称: '国道改造', 问题等级: '一般', 交办日期: null, 责任部门: null, 分管领导: null, 责任科室: null, 责任人: null, 办结时限: null, 状态: '发现' });
  const pane = await openPane(port);
  await pane.user.click(screen.getByRole('tab', { name: '调度' }));
  await screen.findByRole('heading', { name: '调度' });
  return { ...pane, port };
}

async function openDialog(user: UserEvent, name: string) {
  await user.click(await screen.findByRole('button', { name }));
  return screen.findByRole('dialog', { name: '推进问题' });
}

describe('问题', () => {
  test('stand by department with what is left of the time, and are narrowed to what is pressing; a click leads to the row', async () => {
    const { user, port } = await openWithProblems();
    const item = (await screen.findByText('高标准农田建设')).closest('button')!;
    expect(item.textContent).toContain('还有 2 天（时限 11月22日） · 应转13710');
    expect(screen.getByText('“本周”指统计截止日起 7 天：2023年11月20日至11月26日。')).toBeTruthy();
    await user.click(item);
    await waitFor(() => expect(port.selected()).toEqual(cellOf(port, '8 ', '状态', 0)));
    expect(screen.getByText('国道改造')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: '应转13710 1' }));
    expect(screen.queryByText('国道改造')).toBeNull();
    expect(screen.getByText('高标准农田建设')).toBeTruthy();
    expect(screen.getByRole('button', { name: '逾期 0' }).getAttribute('aria-disabled')).toBe('true');
  });

  test('推进 asks for what the state needs, is refused in the rules’ words, and writes what was typed', async () => {
    const { user, port, store } = await openWithProblems();
    const dialog = await openDialog(user, '推进 国道改造 LC-002');
    expect(within(dialog).getByLabelText<HTMLInputElement>(/^交办日期/).value).toBe('2023-11-20');
    await user.click(within(dialog).getByRole('button', { name: '推进到“交办”' }));
    expect(within(dialog).getAllByText('没有填写，此项为必填。〔四（二）〕')).toHaveLength(5);
    expect(document.activeElement).toBe(within(dialog).getByLabelText(/^责任部门/));
    for (const [label, text] of [['责任部门', '县交通局'], ['分管领导', '王某'], ['责任科室', '建设股'], ['责任人', '赵某'], ['办结时限', '2024年2月25日']] as const) {
      await user.click(within(dialog).getByLabelText(new RegExp(`^${label}`)));
      await user.paste(text);
    }
    expect(within(dialog).queryByText(/没有填写/)).toBeNull();
    expect(within(dialog).getByText('可以推进，请留意')).toBeTruthy();
    await user.click(within(dialog).getByRole('button', { name: '推进到“交办”' }));
    expect(await screen.findByText('“国道改造”的问题已推进到“交办”，并已重新校验。')).toBeTruthy();
    expect(readCell(port, cellOf(port, '8 ', '状态', 1))).toBe('交办');
    expect(readCell(port, cellOf(port, '8 ', '办结时限', 1))).toBe(toSerial('2024-02-25'));
    expect(store.get().freshness).toBe('checked');
  });

  test('推进 says at its field that a date is none, and writes nothing into a row that was changed meanwhile', async () => {
    const { user, port } = await openWithProblems();
    const dialog = await openDialog(user, '推进 高标准农田建设 LC-001');
    await user.click(within(dialog).getByRole('radio', { name: '销号' }));
    const day = within(dialog).getByLabelText(/^销号日期/);
    await user.clear(day);
    await user.paste('昨天');
    expect(within(dialog).getByText('请填写日期，例如 2023-12-25。')).toBeTruthy();
    await user.click(within(dialog).getByRole('radio', { name: '督办' }));
    fill(port, '8 ', 0, { 问题描述: '另一件事' });
    await user.click(within(dialog).getByRole('button', { name: '推进到“督办”' }));
    expect(await screen.findByText(/在查看之后有改动，没有写入/)).toBeTruthy();
    expect(readCell(port, cellOf(port, '8 ', '状态', 0))).toBe('交办');
  });
});

test('what nobody has filled in says where to begin, and leads there', async () => {
  const port = createMemoryPort(untouched);
  const { user } = await openPane(port);
  const begin = async (list: string): Promise<void> => {
    await user.click(screen.getByRole('button', { name: '前往填写' }));
    await waitFor(() => expect(port.selected()).toEqual(cellOf(port, list, '项目名称', 0)));
  };
  await user.click(screen.getByRole('tab', { name: '调度' }));
  expect(await screen.findByText('还没有填写问题')).toBeTruthy();
  await begin('8 ');
  await user.click(screen.getByRole('tab', { name: '包保' }));
  expect(await screen.findByText('还没有填写包保项目')).toBeTruthy();
  await begin('4 ');
  await user.click(screen.getByRole('tab', { name: '手续' }));
  expect(await screen.findByText('还没有填写前期手续')).toBeTruthy();
  await begin('9 ');
});

test('包保 and 手续 tell what is due, and a click leads to it', async () => {
  const port = createMemoryPort(untouched);
  fill(port, '4 ', 0, { 项目名称: '高标准农田建设', 包保副市长: '甲副市长', 最近调度日期: toSerial('2023-11-01') });
  fill(port, '9 ', 0, { 项目名称: '煤层气管网', 计划开工日期: toSerial('2023-11-25'), 立项状态: '已办结', 招投标状态: '未启动', 环评状态: '办理中', 施工许可状态: '未启动' });
  fill(port, '9 ', 1, { 项目名称: '国道改造', 计划开工日期: toSerial('2024-01-25'), 立项状态: '未启动' });
  const { user } = await openPane(port);
  await user.click(screen.getByRole('tab', { name: '调度' }));
  await user.click(await screen.findByRole('tab', { name: '包保' }));
  await user.click(await screen.findByText('11月1日调度，已 19 天，超期 4 天'));
  await waitFor(() => expect(port.selected()).toEqual(cellOf(port, '4 ', '最近调度日期', 0)));

  await user.click(screen.getByRole('tab', { name: '手续' }));
  const project = (await screen.findByText('煤层气管网')).closest('button')!;
  expect(project.textContent).toContain('距计划开工 5 天（11月25日）');
  expect(project.textContent).toContain('可办招投标在办环评等前置施工许可（先办');
  await user.click(project);
  await waitFor(() => expect(port.selected()).toEqual(cellOf(port, '9 ', '招投标状态', 0)));
  await user.selectOptions(screen.getByLabelText('只看轮到这一项的项目'), '立项');
  expect(screen.queryByText('煤层气管网')).toBeNull();
  expect(screen.getByText('国道改造')).toBeTruthy();
});
