import { spawn } from 'node:child_process';
import * as files from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { strToU8, unzipSync, zipSync } from 'fflate';
import notice from '../../src/plan/jincheng-2023-31.json';
import { describeUnforeseen } from '../../src/cli/unforeseen';
import { makeFolder, runNineLists as run } from './run';

/** The disk as it is, but for what a test lets fail. */
jest.mock('node:fs/promises', () => {
  const real = jest.requireActual<typeof files>('node:fs/promises');
  return { __esModule: true, ...real, link: jest.fn(real.link), rename: jest.fn(real.rename), writeFile: jest.fn(real.writeFile) };
});
const { mkdir, readFile, readdir, symlink, lstat, writeFile } = jest.requireActual<typeof files>('node:fs/promises');
const failure = (code: string) => Object.assign(new Error(`${code}: no such luck`), { code });
/** From here on a call whose path holds the word fails; other calls go through. */
function failOn(what: 'link' | 'rename' | 'writeFile', word: string, code: string): void {
  const real = jest.requireActual<typeof files>('node:fs/promises');
  const call = real[what] as (...args: unknown[]) => Promise<void>;
  (jest.mocked(files[what]) as jest.Mock).mockImplementation((...args: unknown[]) => (args.slice(0, 2).some((each) => typeof each === 'string' && each.includes(word)) ? Promise.reject(failure(code)) : call(...args)));
}
afterEach(() => {
  for (const what of ['link', 'rename', 'writeFile'] as const) (jest.mocked(files[what]) as jest.Mock).mockImplementation(jest.requireActual<typeof files>('node:fs/promises')[what] as () => unknown);
});

let folder: Awaited<ReturnType<typeof makeFolder>>;
const file = (...names: string[]): string => join(folder.path, ...names);
const everything = async () => (await readdir(folder.path, { recursive: true })).sort();

beforeAll(async () => {
  folder = await makeFolder();
  await run('generate', '--as-of', '2023-12-05', '--out', file('全 市.xlsx'));
  await run('generate', '--unit', '陵川县', '--as-of', '2023-12-05', '--out', file('陵川 县（一）.xlsx'));
  await writeFile(file('别的.json'), JSON.stringify({ ...notice, id: '晋市政办函2024-40' }));
  await run('generate', '--plan', file('别的.json'), '--as-of', '2023-12-05', '--out', file('别的.xlsx'));
  await mkdir(file('返回'));
  await writeFile(file('空.xlsx'), '');
  await writeFile(file('~$全 市.xlsx'), 'x');
});
afterAll(() => folder.remove());

/** One Chinese sentence or several, nothing on stdout, and no file more or less. */
async function refusal(...args: string[]): Promise<string> {
  const before = await everything();
  const made = await run(...args);
  expect(made).toMatchObject({ code: 2, stdout: '' });
  expect(await everything()).toEqual(before);
  const words = made.stderr.replace(/“[^”]*”|例如.*|--[a-z-]+/g, '').replace(/Excel|WPS|UTF-8|\.(xlsx?|json|html|csv|txt|et)|clean|mistakes|\b(generate|rules) 不读文件/g, '');
  expect(words).not.toMatch(/[A-Za-z]{2}|窗格|当前工作簿/);
  return made.stderr;
}

describe('help', () => {
  it.each(['generate', 'check', 'repair', 'rules', 'split', 'merge', 'compare', 'bulletin'])('of %s says how it is called, and its exit codes', async (name) => {
    const asked = await run(name, '--help');
    expect(asked).toMatchObject({ code: 0, stderr: '' });
    expect(asked.stdout).toContain(`npx nine-lists ${name} `);
    expect(asked.stdout.match(/npx nine-lists/g)).toHaveLength(1);
    expect(asked.stdout).toContain('退出码：0');
    expect(await run('help', name)).toEqual(asked);
    expect(await run(name, '没有.xlsx', '-h')).toEqual(asked);
  });

  it('of all is printed when asked for, and told to who writes nothing', async () => {
    const all = await run('--help');
    expect(all.code).toBe(0);
    expect(all.stdout.match(/npx nine-lists/g)).toHaveLength(8);
    expect(await run('help')).toEqual(all);
    expect(await run()).toEqual({ code: 2, stdout: '', stderr: all.stdout });
  });

  it.each(['constructor', '__proto__', 'toString', ''])('no command is called %j', async (name) => {
    const made = await run(name, 'x');
    expect(made).toMatchObject({ code: 2, stdout: '' });
    expect(made.stderr).toContain(`没有“${name}”这个命令。`);
  });
});

describe('options', () => {
  it.each<[string, string[]]>([
    ['选项 --as-of 填写为“2023年12月25日”，应为“年-月-日”，例如 2023-12-25。', ['--as-of', '2023年12月25日']],
    ['选项 --as-of 填写为“2203-12-25”，应在 2000 年至 2035 年之间，例如 2023-12-25。', ['--as-of', '2203-12-25']],
    ['选项 --as-of 填写为“1899-12-25”，应在 2000 年至 2035 年之间，例如 2023-12-25。', ['--as-of', '1899-12-25']],
    ['选项 --as-of 后面缺少内容。', ['--as-of', '']],
    ['选项 --out 后面缺少内容。', ['--out', '--unit', '泽州县']],
    ['选项 --unit 写了不止一次，应只写一次。', ['--unit', '泽州县', '--unit', '高平市']],
    ['选项 --out 填写为“结果.csv”，应以 .xlsx 结尾，例如 --out 结果.xlsx。', ['--out', '结果.csv']],
    ['没有“-out”这个选项。加 --help 可看用法。', ['-out', 'x.xlsx']],
    ['“—out”前面的横线不是英文减号，应为 --out。请切换到英文输入后重写。', ['—out', 'x.xlsx']],
    ['“－－out”前面的横线不是英文减号，应为 --out。请切换到英文输入后重写。', ['－－out', 'x.xlsx']],
    ['“泽州.xlsx”不知道作什么用：generate 不读文件，应只写选项。请删去它；要写出的文件名，写在 --out 后面。', ['泽州.xlsx']],
  ])('%s', async (sentence, args) => {
    expect(await refusal('generate', ...args)).toBe(`${sentence}\n`);
  });

  it('a page of rules is written over no workbook', async () => {
    expect(await refusal('rules', '--out', file('全 市.xlsx'), '--replace')).toContain('应以 .html 结尾');
    expect(await refusal('rules', '目录.html')).toContain('rules 不读文件');
  });
});

describe('a file that cannot be read', () => {
  const verbs = (path: string): string[][] => [
    ['check', path],
    ['repair', path, '--out', file('n.xlsx')],
    ['split', path, '--out', file('n')],
    ['merge', path, file('陵川 县（一）.xlsx'), '--out', file('n.xlsx')],
    ['merge', file('全 市.xlsx'), path, '--out', file('n.xlsx')],
    ['compare', file('全 市.xlsx'), path, '--out', file('n.xlsx')],
    ['bulletin', file('全 市.xlsx'), path, '--out', file('n.xlsx')],
  ];

  it.each([
    ['没有.xlsx', '没有这个文件。请检查文件名和路径，名称里有空格的要用英文引号括起来。'],
    ['空.xlsx', '是空文件（0 字节）'],
    ['~$全 市.xlsx', '是 Excel 打开“全 市.xlsx”时留下的临时文件'],
    ['返回', '请写出文件夹里工作簿的文件名'],
  ])('%s: the same by every command, and nothing is written', async (name, sentence) => {
    for (const args of verbs(file(name))) expect(await refusal(...args)).toContain(sentence);
  });

  it('is told as one of another plan by its own name, and with what to do', async () => {
    for (const args of verbs(file('别的.xlsx'))) {
      if (args[0] === 'merge' && args[1] === file('全 市.xlsx')) continue;
      const told = await refusal(...args);
      expect(told).toMatch(/别的\.xlsx”依据的(文件)?是“晋市政办函2024-40”/);
    }
    const merged = await run('merge', file('全 市.xlsx'), file('别的.xlsx'), '--out', file('n.xlsx'));
    expect(merged.stdout).toContain('不能采用 别的.xlsx：依据的文件是“晋市政办函2024-40”');
    expect(merged.stderr).toBe(`没有可以采用的返回文件，没有写出“${file('n.xlsx')}”。请按上面的原因处理后再汇总。\n`);
    expect(await everything()).not.toContain('n.xlsx');
    expect(JSON.parse((await run('merge', file('全 市.xlsx'), file('别的.xlsx'), '--out', file('n.xlsx'), '--json')).stdout)).toMatchObject({ out: null, changed: false });
  });

  it('is a plan: a folder, nothing, another coding', async () => {
    await writeFile(file('零.json'), '');
    await writeFile(file('旧码.json'), Buffer.from([0x7b, 0x22, 0xb7, 0xbd, 0xb0, 0xb8, 0x22, 0x3a, 0x31, 0x7d]));
    expect(await refusal('generate', '--plan', file('返回'))).toContain('是文件夹，不是方案文件，应为一个 .json 文件');
    expect(await refusal('generate', '--plan', file('零.json'))).toContain('是空文件，应为年度方案文件');
    expect(await refusal('generate', '--plan', file('旧码.json'))).toContain('不是用 UTF-8 编码保存的文字');
    expect(await refusal('generate', '--plan', file('全 市.xlsx'))).toContain('请确认选的是方案文件（.json）');
    await writeFile(file('记事本 方案.json'), Buffer.from(`\uFEFF${JSON.stringify(notice)}`, 'utf16le'));
    expect((await run('rules', '--plan', file('记事本 方案.json'))).code).toBe(0);
  });
});

it('takes * as Windows hands it over, each file once, without what Excel leaves beside an open workbook', async () => {
  const bytes = await readFile(file('陵川 县（一）.xlsx'));
  await writeFile(file('返回', '陵川（1）.xlsx'), bytes);
  await writeFile(file('返回', '~$陵川（1）.xlsx'), 'x');
  const checked = await run('check', file('返回', '*.XLSX'), file('返回', '~$陵川（1）.xlsx'), `${file('返回')}/./陵川（1）.xlsx`, '--json');
  expect(checked.stderr).toBe(`文件“${file('返回')}/./陵川（1）.xlsx”写了不止一次，只用一次。\n`);
  expect(JSON.parse(checked.stdout).files ?? [JSON.parse(checked.stdout)]).toHaveLength(1);
  expect(await refusal('check', file('返回', '高?.xlsx'))).toContain('没有找到符合“');
  expect(await refusal('check', file('没有', '*.xlsx'))).toContain('没有找到符合“');
});

describe('a place that cannot be written to', () => {
  it.each([
    ['没有夹/x.xlsx', '没有“'],
    ['返回', '应以 .xlsx 结尾'],
    [`${'长'.repeat(90)}.xlsx`, '文件名太长'],
    ['空.xlsx', '已经存在，没有覆盖'],
  ])('--out %s', async (name, sentence) => {
    expect(await refusal('generate', '--unit', '市本级', '--out', file(name))).toContain(sentence);
  });

  it('a folder called as a workbook, and a folder where a file is', async () => {
    await mkdir(file('夹.xlsx'));
    expect(await refusal('generate', '--unit', '市本级', '--out', file('夹.xlsx'))).toContain('是文件夹，不能当作文件名');
    expect(await refusal('split', file('全 市.xlsx'), '--out', file('空.xlsx'), '--unit', '市本级')).toContain('同名的文件已经存在');
  });

  it('a disk that is full keeps no half file', async () => {
    failOn('writeFile', '.tmp', 'ENOSPC');
    expect(await refusal('generate', '--unit', '市本级', '--out', file('满.xlsx'))).toContain('磁盘已满');
  });

  it('a USB stick that knows no links gets the file all the same, and nothing is written over', async () => {
    failOn('link', '.tmp', 'EPERM');
    const made = await run('generate', '--unit', '市本级', '--out', file('优盘.xlsx'));
    expect(made).toMatchObject({ code: 0, stderr: '' });
    expect((await run('check', file('优盘.xlsx'))).code).toBe(0);
    expect(await refusal('generate', '--unit', '市本级', '--out', file('优盘.xlsx'))).toContain('已经存在，没有覆盖');
    failOn('rename', '.tmp', 'EIO');
    expect(await refusal('generate', '--unit', '市本级', '--out', file('坏盘.xlsx'))).toContain('写不进去');
  });
});

describe('a workbook that is open in Excel', () => {
  const locked = () => failOn('rename', '全 市.xlsx', 'EBUSY');

  it('is not marked; what was found is printed all the same', async () => {
    locked();
    const before = await everything();
    const checked = await run('check', file('全 市.xlsx'), '--write');
    expect(checked.code).toBe(2);
    expect(checked.stdout).toContain('全 市.xlsx：全市，依据晋市政办函〔2023〕31号');
    expect(checked.stderr).toContain('正被其他程序（多半是 Excel 或 WPS）打开，或是只读的；原来的内容没有改动');
    expect(await everything()).toEqual(before);
  });

  it('is not split with --write: no file is left that it knows nothing of', async () => {
    locked();
    await mkdir(file('分发'));
    expect(await refusal('split', file('全 市.xlsx'), '--out', file('分发'), '--unit', '市本级', '--write')).toContain('没有写出任何文件');
  });
});

it('a workbook with a chart, which would be lost, is not split with --write', async () => {
  const parts = unzipSync(await readFile(file('全 市.xlsx')));
  parts['xl/charts/chart1.xml'] = strToU8('<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"/>');
  await writeFile(file('有图.xlsx'), zipSync(parts, { level: 1 }));
  expect(await refusal('split', file('有图.xlsx'), '--out', file('分发'), '--unit', '市本级', '--write')).toMatch(/图表.*没有写出任何文件/);
});

it('marks the workbook that a link leads to, and keeps the link and who may read it', async () => {
  await writeFile(file('实.xlsx'), await readFile(file('陵川 县（一）.xlsx')), { mode: 0o640 });
  await symlink(file('实.xlsx'), file('链.xlsx'));
  expect((await run('check', file('链.xlsx'), '--write')).stderr).toBe('');
  expect((await lstat(file('链.xlsx'))).isSymbolicLink()).toBe(true);
  expect((await lstat(file('实.xlsx'))).mode & 0o777).toBe(0o640);
  expect((await readFile(file('实.xlsx'))).equals(await readFile(file('陵川 县（一）.xlsx')))).toBe(false);
});

it('says of its own fault what happened and where, in one line', () => {
  const error = Object.assign(new RangeError('x is 3'), { stack: 'RangeError: x is 3\n    at f (/srv/nine/src/total/day.ts:7:9)' });
  expect(describeUnforeseen(error)).toMatch(/^程序内部出错.*RangeError: x is 3（src\/total\/day\.ts:7）$/);
  expect(describeUnforeseen('x')).toMatch(/^程序内部出错.*：x$/);
});

it('is quiet where who reads stops reading', async () => {
  const outcome = await new Promise((done) => {
    const child = spawn(process.execPath, [resolve(__dirname, '../../.config/nine-lists.mjs'), 'rules']);
    let stderr = '';
    child.stdout.destroy();
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.on('close', (code) => done({ code, stderr }));
  });
  expect(outcome).toEqual({ code: 0, stderr: '' });
});
