import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { createMemoryPort } from '../../src/job/memory-port';
import { openFile } from '../../src/xlsx/file-port';
import { cellOf, project, readKnown, rowOf, type } from '../job/exchange-office';
import { makeFolder, runNineLists as run } from './run';

jest.setTimeout(120_000);

let folder: Awaited<ReturnType<typeof makeFolder>>;
const file = (...names: string[]): string => join(folder.path, ...names);
const open = async (path: string) => openFile(await readFile(path), createMemoryPort);

type Edit = readonly [list: string, row: number | string, cells: Parameters<typeof type>[3]];

/** Opens a file, types into rows of its lists and saves it again. */
async function edit(path: string, ...edits: readonly Edit[]): Promise<void> {
  const port = await open(path);
  for (const [list, row, cells] of edits) await type(port, list, typeof row === 'number' ? row : await rowOf(port, list, row), cells);
  await writeFile(path, await port.save());
}

const sentTo = (unit: string, day = '20231205') => `晋市政办函2023-31_${unit}_${day}.xlsx`;

beforeAll(async () => {
  folder = await makeFolder();
  await run('generate', '--as-of', '2023-12-05', '--out', file('city.xlsx'));
  await edit(
    file('city.xlsx'),
    ['8', 0, { problemNumber: 'Z-1', projectName: '甲项目', unit: '泽州县', description: '征地补偿没有谈妥', person: '张甲' }],
    ['8', 1, { problemNumber: 'G-1', projectName: '乙项目', unit: '高平市', description: '资金没有到位', person: '王乙' }],
  );
});
afterAll(() => folder.remove());

describe('split', () => {
  test('writes a file for each unit and prints their names; the city workbook stays as it is', async () => {
    const before = await readFile(file('city.xlsx'));
    const made = await run('split', file('city.xlsx'), '--out', file('sent'));
    expect(made.code).toBe(0);
    expect(made.stdout.trim().split('\n')).toEqual(['城区', '泽州县', '高平市', '阳城县', '陵川县', '沁水县', '开发区', '市本级'].map((unit) => file('sent', sentTo(unit))));
    expect(made.stderr).toContain('还没有行标识');
    expect((await readFile(file('city.xlsx'))).equals(before)).toBe(true);
    const { data } = (await readKnown(await open(file('sent', sentTo('泽州县'))))).reading;
    expect(data).toMatchObject({ scope: { kind: 'unit', unit: 'zezhou' }, base: { rows: { '8': expect.anything() } } });
  });

  test('writes over nothing, not even some of the files', async () => {
    await run('split', file('city.xlsx'), '--out', file('half'), '--unit', '高平市');
    const made = await run('split', file('city.xlsx'), '--out', file('half'), '--unit', '泽州县,高平市,开发区');
    expect(made).toMatchObject({ code: 2, stdout: '' });
    expect(made.stderr).toContain('已经存在，没有覆盖，也没有写出其他文件');
    expect(await readdir(file('half'))).toEqual([sentTo('高平市')]);
  });

  test('--unit takes several, --zip puts them into one file, --write keeps 行标识 and 交换记录 in the city workbook', async () => {
    const made = await run('split', file('city.xlsx'), '--out', file('zip'), '--zip', '--unit', '泽州县,高平市', '--unit', '开发区', '--write');
    expect(made).toMatchObject({ code: 0, stderr: '', stdout: `${file('zip', '晋市政办函2023-31_20231205.zip')}\n` });
    const parts = unzipSync(await readFile(made.stdout.trim()));
    expect(Object.keys(parts)).toEqual(['泽州县', '高平市', '开发区'].map((unit) => sentTo(unit)));
    const city = await open(file('city.xlsx'));
    expect((await readKnown(city)).reading.entries.exchanges.map(({ unit }) => unit)).toEqual(['zezhou', 'gaoping', 'kaifaqu']);
    expect(await cellOf(city, '8', '甲项目', 'identity')).toMatch(/^8-/);
    const again = await run('split', file('city.xlsx'), '--out', file('again'), '--unit', '城区');
    expect(again.stderr).not.toContain('还没有行标识');
  });

  test.each([
    [['--out', 'x'], '请写出一个市级工作簿'],
    [['city.xlsx'], '选项 --out：缺少存放文件的文件夹'],
    [['city.xlsx', '--out', 'x', '--unit', '某县'], '选项 --unit 填写为“某县”，应为 城区'],
    [['没有.xlsx', '--out', 'x'], '没有.xlsx”打不开'],
  ])('refuses %j with a sentence', async (args, sentence) => {
    const made = await run('split', ...args.map((arg) => (arg === 'city.xlsx' || arg === 'x' ? file(arg) : arg)));
    expect(made).toMatchObject({ code: 2, stdout: '' });
    expect(made.stderr).toContain(sentence);
  });
});

describe('merge', () => {
  beforeAll(async () => {
    await run('split', file('city.xlsx'), '--out', file('back'), '--unit', '泽州县,高平市,开发区,市本级');
    await edit(
      file('back', sentTo('泽州县')),
      ['8', '甲项目', { person: '李新', description: '补偿已谈妥' }],
      ['8', 1, { problemNumber: 'Z-2', projectName: '新报项目', description: '等待用地批复' }],
    );
    await edit(file('back', sentTo('高平市')), ['5', 30, { ...project('高平新项目', '高平市', 9), unit: null }]);
  });

  test('puts all files into a copy of the city workbook, and a second time changes nothing', async () => {
    const files = (await readdir(file('back'))).map((name) => file('back', name));
    const made = await run('merge', file('city.xlsx'), ...files, '--out', file('merged.xlsx'));
    expect(made).toMatchObject({ code: 0, stderr: '' });
    expect(made.stdout).toContain('泽州县：新增 1 行、修改 1 行');
    expect(made.stdout).toContain('高平市：新增 1 行');
    expect(made.stdout).toContain(`汇总结果写入 ${file('merged.xlsx')}`);
    const merged = await open(file('merged.xlsx'));
    expect(await cellOf(merged, '8', '甲项目', 'description')).toBe('补偿已谈妥');
    expect(await cellOf(merged, '8', '新报项目', 'unit')).toBe('泽州县');
    expect(await cellOf(merged, '8', '乙项目', 'person')).toBe('王乙');
    expect(await cellOf(merged, '5', '高平新项目', 'phone')).toBe('13800000009');
    const twice = await run('merge', file('merged.xlsx'), ...files, '--out', file('twice.xlsx'), '--json');
    expect(twice.code).toBe(0);
    expect(JSON.parse(twice.stdout)).toMatchObject({ changed: false, undecided: 0 });
    expect((await run('check', file('merged.xlsx'))).stdout).not.toContain('list/formula');
  });

  test('exits 1 where conflicts are left, and tells both values; --prefer decides', async () => {
    await writeFile(file('edited.xlsx'), await readFile(file('city.xlsx')));
    await edit(file('edited.xlsx'), ['8', '甲项目', { person: '赵市' }]);
    const merge = (...rest: string[]) => run('merge', file('edited.xlsx'), file('back', sentTo('泽州县')), ...rest);
    const made = await merge('--out', file('open.xlsx'), '--json');
    expect(made.code).toBe(1);
    const data = JSON.parse(made.stdout);
    expect(data).toMatchObject({ plan: '晋市政办函2023-31', undecided: 1, units: [{ unit: '泽州县', ways: 'three', counts: { added: 1, changed: 1, conflicting: 1 } }] });
    const [conflict] = data.units[0].lists.find(({ list }: { list: string }) => list === '8').conflicts;
    expect(conflict).toMatchObject({ where: '《8 问题困难交办》“甲项目”的“责任人”', issued: '张甲', city: '赵市', unit: '李新', decision: null });
    expect(await cellOf(await open(file('open.xlsx')), '8', '甲项目', 'person')).toBe('赵市');
    expect((await merge('--out', file('unit.xlsx'), '--prefer', 'unit')).code).toBe(0);
    expect(await cellOf(await open(file('unit.xlsx')), '8', '甲项目', 'person')).toBe('李新');
    const text = await merge('--out', file('text.xlsx'));
    expect(text.stdout).toContain('冲突（未定）《8 问题困难交办》“甲项目”的“责任人”：市级“赵市”，单位“李新”，分发时“张甲”');
  });

  test('merges what can be used, says why the rest cannot, and exits 2; writes over nothing', async () => {
    await writeFile(file('note.xlsx'), '不是表格');
    const made = await run('merge', file('city.xlsx'), file('note.xlsx'), file('city.xlsx'), file('back', sentTo('高平市')), '--out', file('rest.xlsx'));
    expect(made.code).toBe(2);
    expect(made.stderr).toContain('note.xlsx”是纯文本');
    expect(made.stdout).toContain('不能采用 city.xlsx：是市级工作簿');
    expect(await cellOf(await open(file('rest.xlsx')), '5', '高平新项目', 'unit')).toBe('高平市');
    const taken = await run('merge', file('city.xlsx'), file('back', sentTo('高平市')), '--out', file('rest.xlsx'));
    expect(taken).toMatchObject({ code: 2, stdout: '' });
    expect(taken.stderr).toContain('已经存在');
  });
});

test('a folder that is called as a workbook is told from one, by whichever command', async () => {
  const folderPath = file('收到.xlsx');
  await mkdir(folderPath);
  for (const args of [['split', folderPath, '--out', file('n')], ['merge', file('city.xlsx'), folderPath, '--out', file('n.xlsx')], ['compare', folderPath, file('city.xlsx')]]) {
    const made = await run(...args);
    expect(made.code).toBe(2);
    expect(made.stderr).toContain(`“${folderPath}”是文件夹，不是工作簿文件，应为一个 .xlsx 文件。请写出`);
  }
});

describe('compare', () => {
  test('tells what happened between two workbooks, as text, as data and as a sheet', async () => {
    const compare = (...rest: string[]) => run('compare', file('city.xlsx'), file('later.xlsx'), ...rest);
    await writeFile(file('later.xlsx'), await readFile(file('city.xlsx')));
    await edit(
      file('later.xlsx'),
      ['8', '甲项目', { problemState: '销号', closedOn: 45_270 }],
      ['8', 2, { problemNumber: 'Z-3', projectName: '新交办', unit: '泽州县' }],
    );
    const text = await compare('--out', file('sheet.xlsx'));
    expect(text.code).toBe(0);
    expect(text.stdout).toContain('泽州县：新销号 1，新增 1，变更 1');
    const data = JSON.parse((await compare('--json')).stdout);
    const zezhou = data.units.find(({ unit }: { unit: string }) => unit === '泽州县');
    expect(zezhou.lists).toMatchObject([{ list: '8', cleared: [{ name: '甲项目' }], added: [{ name: '新交办' }] }]);
    expect((await open(file('sheet.xlsx'))).model().sheets.map(({ name }) => name)).toEqual(['比上月']);
    expect((await compare('--out', file('sheet.xlsx'))).code).toBe(2);
    expect((await run('compare', file('note.xlsx'), file('later.xlsx'))).stderr).toContain('note.xlsx”是纯文本');
  });
});
