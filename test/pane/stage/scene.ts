import { openBook } from '../../../src/dispatch/move-book';
import { listMoves } from '../../../src/dispatch/move-list';
import { HostError, type WorkbookPort } from '../../../src/job/port';
import { generateWorkbook, type GenerateRequest } from '../../../src/job/generate';
import { createMemoryPort, type MemoryPort } from '../../../src/job/memory-port';
import { browserSurroundings } from '../../../src/pane/state/around';
import type { Commands } from '../../../src/pane/state/commands';
import type { Phase } from '../../../src/pane/state/state';
import type { Store } from '../../../src/pane/state/store';
import { builtInPlan } from '../../../src/plan/built-in';
import { serialOf } from '../../../src/plan/day';
import { fixesOf } from '../../../src/rule/fix';
import { schemaVersion } from '../../../src/list/schema-version';
import { metaKeys } from '../../../src/sheet/build-data';
import { sheetNames } from '../../../src/sheet/sheet-name';
import { contentOfSheet } from '../../../src/sheet/content-of';
import type { WorkbookModel } from '../../../src/sheet/model';
import { openFile } from '../../../src/xlsx/file-port';
import { writeWorkbook } from '../../../src/xlsx/write-workbook';
import { workbookOf } from '../../sheet/small-model';
import { damaged } from './damaged';

export interface Scene {
  readonly request?: GenerateRequest;
  readonly phase?: Phase;
  /** Changes the workbook, or puts something before it. */
  readonly stage?: (port: MemoryPort) => WorkbookPort;
  /** What the user did before he is looked at. */
  readonly act?: (commands: Commands, store: Store, port: MemoryPort) => Promise<void>;
}

const asOf = serialOf(2023, 12, 25)!;
const city: GenerateRequest = { plan: builtInPlan, scope: { kind: 'city' }, asOf };

/** A workbook of the user's own, with one sheet. */
export function prepare(): WorkbookModel {
  return workbookOf({ name: 'Sheet1', blocks: [{ row: 0, column: 0, content: [['原有内容']] }] });
}

/** The workbook says that another version wrote it. */
function stampedWith(port: MemoryPort, version: number): WorkbookPort {
  port.edit(sheetNames.data, metaKeys.indexOf('schema') + 1, 1, [[String(version)]]);
  return port;
}

/** A workbook that cannot be written to. */
const guarded = (port: MemoryPort): WorkbookPort => ({ ...port, apply: () => Promise.reject(new HostError('protected', 'staged')) });

/** Excel goes away after the first few changes of each writing. */
const breaking = (port: MemoryPort): WorkbookPort => ({
  ...port,
  apply: async (changes, options) => {
    await port.apply(changes.slice(0, 3), options);
    throw new HostError('unavailable', 'staged');
  },
});

/** Rows of ledger A typed with a unit's short name, every other one with an amount in words. */
function spoil(port: MemoryPort, rows: number): WorkbookPort {
  const sheet = port.model().sheets.find(({ name }) => name.startsWith('A '))!;
  const area = sheet.tables[0]!.area;
  const content = Array.from({ length: rows }, (_, at) => [
    `示例项目${at + 1}`,
    at % 3 === 0 ? '沁水' : at % 3 === 1 ? '泽州' : '阳城',
    '示例建设单位',
    null,
    at % 2 === 0 ? '产业类' : '其他',
    null,
    null,
    at % 2 === 0 ? '2000万' : 3000 + at,
  ]);
  port.edit(sheet.name, area.row + 1, area.column + 1, content);
  return port;
}

/** A unit's workbook as it comes back by mail. */
async function fileFrom(unit: string, name: string, change: (port: MemoryPort) => void = () => undefined): Promise<File> {
  const port = createMemoryPort(prepare());
  await generateWorkbook(port, { ...city, scope: { kind: 'unit', unit }, asOf }, browserSurroundings);
  change(port);
  return new File([(await writeWorkbook(port.model())) as Uint8Array<ArrayBuffer>], name);
}

/** One project with its code, which another unit has too. */
function enterSame(port: MemoryPort): void {
  const sheet = port.model().sheets.find((each) => each.name.startsWith('9 '))!;
  const { area, headers } = sheet.tables[0]!;
  const put = (header: string, value: string): void => port.edit(sheet.name, area.row + 1, area.column + headers.indexOf(header), [[value]]);
  put('项目名称', '示例城际快速通道工程');
  put('项目代码', '2310-140000-04-01-123456');
}

async function chooseFiles({ view, addFiles }: Commands): Promise<void> {
  view('together');
  await addFiles([
    await fileFrom('zezhou', '晋市政办函2023-31_泽州县_20231225.xlsx', enterSame),
    await fileFrom('gaoping', '高平市清单（终稿）.xlsx', enterSame),
    new File([new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0, 0, 0])], '陵川县.xls'),
    new File(['序号,项目名称'], '名单.csv'),
  ]);
}

/** All that can be mended at once is; it may be taken back. */
async function mend({ fix }: Commands, store: Store): Promise<void> {
  await fix(fixesOf(store.get().report!.result));
}

/** 生成 breaks off half way: its backup waits to be put back. */
async function breakOff({ generate }: Commands): Promise<void> {
  await generate({ scope: { kind: 'city' }, asOf, sample: 'none' });
}

async function decide({ explain, setRule, view }: Commands, store: Store): Promise<void> {
  const issue = store.get().report!.result.issues.find(({ severity }) => severity === 'warning')!;
  await explain(issue, { who: '市项目办 张三', why: '该项目分两期实施，本期投资已核实，属实。' });
  await setRule({ code: 'cell/length', severity: 'off', who: '市项目办 李四', why: '本次行动的情况说明普遍较长，不作要求。' });
  await setRule({ code: 'row/start-late', severity: 'info', who: '市项目办 李四', why: '冬季停工期项目较多，先作提示。' });
  view('workbook');
}

/** Two units have their files; the city and one unit have changed the same cell since, and the unit entered a project. */
async function sendOut({ view, issue }: Commands): Promise<void> {
  view('exchange');
  await issue(['zezhou', 'gaoping', 'qinshui']);
}

async function takeBack(commands: Commands, store: Store, port: MemoryPort): Promise<void> {
  await sendOut(commands);
  const [file] = store.get().exchange.issued!.files;
  write(port, '5 ', '建设单位', 'zezhou', '市里填的建设单位');
  const returned = await openFile(file!.bytes, createMemoryPort);
  write(returned, '5 ', '建设单位', 'zezhou', '县里填的建设单位');
  write(returned, '5 ', '责任人', 'zezhou', '示例人');
  enterSame(returned);
  await commands.addReturns([
    new File([(await returned.save()) as Uint8Array<ArrayBuffer>], '泽州县（返回）.xlsx'),
    await fileFrom('gaoping', '高平市自制.xlsx', enterSame),
    new File(['序号,项目名称'], '名单.csv'),
  ]);
}

async function lookBack({ view, compare }: Commands, _: Store, port: MemoryPort): Promise<void> {
  view('exchange');
  const older = new File([(await writeWorkbook(port.model())) as Uint8Array<ArrayBuffer>], '上月.xlsx');
  write(port, '5 ', '总投资（万元）', 'zezhou', '8000');
  enterSame(port);
  await compare(older);
}

/** Ranked against a workbook of the month before, in which things stood otherwise. */
async function rankAgainstOlder({ view, rankAgainst }: Commands): Promise<void> {
  view('ranking');
  const older = createMemoryPort(prepare());
  await generateWorkbook(older, { ...city, asOf: serialOf(2023, 11, 25)!, sample: { kind: 'mistakes', seed: 2 } }, browserSurroundings);
  await rankAgainst(new File([(await writeWorkbook(older.model())) as Uint8Array<ArrayBuffer>], '晋市政办函2023-31_全市_20231125.xlsx'));
}

/** Writes into the unit's first row of a list. */
function write(port: MemoryPort, sheetStart: string, header: string, unit: string, value: string): void {
  const sheet = port.model().sheets.find((each) => each.name.startsWith(sheetStart))!;
  const { area, headers } = sheet.tables[0]!;
  const name = builtInPlan.units.find(({ key }) => key === unit)!.name;
  const grid = contentOfSheet(sheet);
  const at = area.column + headers.indexOf('县（市、区）') - grid.column;
  const row = grid.values.findIndex((line, index) => index + grid.row > area.row && line[at] === name);
  port.edit(sheet.name, grid.row + row, area.column + headers.indexOf(header), [[value]]);
}

/** Writes cells by header into a row of a list, 0 the first. */
function fill(port: MemoryPort, sheetStart: string, row: number, cells: Readonly<Record<string, string | number | null>>): void {
  const sheet = port.model().sheets.find((each) => each.name.startsWith(sheetStart))!;
  const { area, headers } = sheet.tables[0]!;
  for (const [header, value] of Object.entries(cells)) port.edit(sheet.name, area.row + 1 + row, area.column + headers.indexOf(header), [[value]]);
}

/** What a dispatch meeting has to see to: problems of every kind, leaders who have not been there, permits that wait. */
function pressing(port: MemoryPort): WorkbookPort {
  const open = { 状态: '交办', 销号日期: null, 销号依据: null };
  const land = '市规划和自然资源局';
  fill(port, '8 ', 0, { ...open, 状态: '发现', 交办日期: null, 责任部门: null, 分管领导: null, 责任科室: null, 责任人: null, 办结时限: null, 问题描述: '项目用地涉及永久基本农田 12 亩，需调整规划后才能报批，企业已两次申请，至今没有明确由哪一级办理。' });
  fill(port, '8 ', 1, { ...open, 责任部门: land, 办结时限: serialOf(2023, 12, 13)!, 问题描述: '土地出让手续没有办结，影响施工许可。' });
  fill(port, '8 ', 2, { ...open, 责任部门: land, 办结时限: serialOf(2023, 12, 28)! });
  fill(port, '8 ', 3, { ...open, 责任部门: '市财政局', 问题等级: '久拖不决', 办结时限: serialOf(2023, 11, 30)!, 未办结原因: '专项债额度没有下达' });
  fill(port, '8 ', 4, { ...open, 状态: '督办', 责任部门: '市水务局', '13710督办': '是', 交办日期: serialOf(2023, 11, 15)!, 发现日期: serialOf(2023, 11, 10)! });
  fill(port, '8 ', 5, { ...open, 责任部门: '市交通运输局', 问题等级: '重大' });
  fill(port, '4 ', 0, { 最近调度日期: serialOf(2023, 12, 1)! });
  fill(port, '4 ', 8, { 最近调度日期: serialOf(2023, 11, 20)!, 包保副市长: '示例副市长甲' });
  fill(port, '9 ', 0, { 计划开工日期: serialOf(2023, 12, 22)!, 政策性障碍: '永久基本农田' });
  return port;
}

/** Projects that can move on, that lack something for it, and a row just begun that another list knows. */
function movable(port: MemoryPort): WorkbookPort {
  const base = { 建设单位: '示例建设单位', '总投资（万元）': 12_000, 责任单位: '示例责任单位', 责任人: '王某', 联系电话: '13912345678' };
  const waits = { ...base, 未开工原因: '土地手续', 计划开工日期: serialOf(2023, 12, 15)!, 状态: '未开工' };
  for (const row of [0, 1, 3]) fill(port, '5 ', row, waits);
  fill(port, '5 ', 2, { ...waits, 建设单位: null, 责任人: null, 联系电话: null, '总投资（万元）': null });
  fill(port, '6 ', 0, { ...base, 实际开工日期: serialOf(2023, 11, 20)!, 未入统原因: '未签施工合同', 计划入统月份: serialOf(2023, 12, 1)!, 入统状态: '未报' });
  fill(port, '4 ', 0, { ...base, 项目名称: '示例城际快速通道工程', '县（市、区）': '泽州县', 包保副市长: '示例副市长甲', 市直牵头部门: '市交通运输局', '2023年计划投资（万元）': 8000, '2023年完成投资（万元）': 5000, 进展情况: '路基施工', 存在问题: '征地补偿标准没有谈妥，两个村共 30 亩没有交地', 最近调度日期: serialOf(2023, 12, 20)! });
  fill(port, '9 ', 0, { 项目名称: '程颢书院文化产业园', '县（市、区）': '城区', '总投资（万元）': 15_000, 建设单位: '示例建设单位' });
  return port;
}

/** One of the projects has moved on. */
async function moveFirst({ view, moveOn, dismiss }: Commands, store: Store): Promise<void> {
  const seen = store.get().report!;
  const move = listMoves(openBook(seen.entries, seen.plan, seen.lists)).moves.findLast(({ kind, missing }) => kind === 'start' && missing.length === 0)!;
  const answers = { actualStart: serialOf(2023, 12, 20)!, statisticsReason: '未签施工合同', plannedStatisticsMonth: serialOf(2024, 1, 1)! };
  await moveOn(seen, [{ move, answers }]);
  dismiss();
  view('dispatch');
}

/** The name of a project of list 5 is typed into list 7. */
async function begin({ view }: Commands, store: Store, port: MemoryPort): Promise<void> {
  view('workbook');
  const name = String(store.get().report!.entries.lists['5']!.values['projectName']![0]);
  fill(port, '7 ', 20, { '县（市、区）': '城区', 项目名称: name });
  // The pane has followed what was typed.
  await new Promise<void>((done) => {
    const stop = store.subscribe(() => {
      if (store.get().edits.length === 0) return;
      stop();
      done();
    });
  });
}

const named = <Name extends string>(each: Record<Name, Scene>): Record<Name, Scene> => each;

export const scenes = named({
  start: {},
  noExcel: { phase: 'noExcel' },
  tooOld: { phase: 'tooOld' },
  waiting: { request: city },
  unit: { request: { ...city, scope: { kind: 'unit' as const, unit: 'qinshui' } } },
  clean: { request: { ...city, sample: { kind: 'clean', seed: 1 } } },
  mistakes: { request: { ...city, sample: { kind: 'mistakes', seed: 1 } } },
  damaged: {
    request: { ...city, scope: { kind: 'unit' as const, unit: 'qinshui' } },
    stage: (port) => createMemoryPort(damaged(port.model())),
  },
  older: { request: { ...city, scope: { kind: 'unit' as const, unit: 'qinshui' } }, stage: (port) => stampedWith(port, schemaVersion - 1) },
  newer: { request: { ...city, scope: { kind: 'unit' as const, unit: 'qinshui' } }, stage: (port) => stampedWith(port, schemaVersion + 1) },
  many: { request: city, stage: (port) => spoil(port, 900) },
  help: { request: city, act: async ({ view }) => view('help') },
  helpBefore: { act: async ({ view }) => view('help') },
  files: { request: city, act: async ({ view }) => view('together') },
  together: { request: city, act: chooseFiles },
  exchange: { request: city, act: async ({ view }) => view('exchange') },
  issued: { request: city, act: sendOut },
  returns: { request: city, act: takeBack },
  compared: { request: city, act: lookBack },
  rankingCompared: { request: { ...city, sample: { kind: 'clean', seed: 1 } }, act: rankAgainstOlder },
  rankingEmpty: { request: city, act: async ({ view }) => view('ranking') },
  rankingUnit: { request: { ...city, scope: { kind: 'unit' as const, unit: 'qinshui' }, sample: { kind: 'clean', seed: 1 } }, act: async ({ view }) => view('ranking') },
  fixed: { request: { ...city, sample: { kind: 'mistakes', seed: 1 } }, act: mend },
  broken: { request: city, stage: breaking, act: breakOff },
  refused: { request: { ...city, sample: { kind: 'mistakes', seed: 1 } }, stage: guarded, act: async ({ check }) => check() },
  decided: { request: { ...city, sample: { kind: 'mistakes', seed: 1 } }, act: decide },
  dispatch: { request: { ...city, sample: { kind: 'clean', seed: 1 } }, stage: pressing, act: async ({ view }) => view('dispatch') },
  moves: { request: city, stage: movable, act: moveFirst },
  carry: { request: city, stage: movable, act: begin },
  dispatchEmpty: { request: city, act: async ({ view }) => view('dispatch') },
  editMode: {
    request: city,
    stage: (port) => ({ ...port, read: () => Promise.reject(new HostError('editMode', 'staged')) }),
  },
  slow: {
    request: city,
    stage: (port) => ({
      ...port,
      read: async (options = {}) => {
        if (!options.onProgress) return port.read(options);
        options.onProgress({ stage: 'read', done: 4, total: 10 });
        return new Promise(() => undefined);
      },
    }),
  },
});

export type SceneName = keyof typeof scenes;
