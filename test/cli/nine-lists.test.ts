import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { makeFolder, runNineLists, startNineLists } from './run';

// One test starts the program as a process, which compiles what it runs.
jest.setTimeout(60_000);

let folder: Awaited<ReturnType<typeof makeFolder>>;
const run = runNineLists;
const file = (name: string): string => join(folder.path, name);

beforeAll(async () => {
  folder = await makeFolder();
});
afterAll(() => folder.remove());

describe('generate', () => {
  test('names the file by plan, unit and day, and a check of it finds no error', async () => {
    const made = await startNineLists(folder.path, 'generate', '--unit', '泽州', '--as-of', '2023-11-25');
    expect(made).toMatchObject({ code: 0, stderr: '', stdout: '晋市政办函2023-31_泽州县_20231125.xlsx\n' });
    const checked = await run('check', file(made.stdout.trim()));
    expect(checked.code).toBe(0);
    expect(checked.stdout).toContain('泽州县，依据晋市政办函〔2023〕31号，统计截止日 2023-11-25');
    expect(checked.stdout).toMatch(/错误 0 条，警告 0 条，提示 0 条.*待填写 \d+ 行/);
  });

  test('writes over nothing', async () => {
    await writeFile(file('mine.xlsx'), '我的文件');
    const made = await run('generate', '--unit', '市本级', '--out', file('mine.xlsx'));
    expect(made.code).toBe(2);
    expect(made.stderr).toContain('已经存在，没有覆盖');
    expect(await readFile(file('mine.xlsx'), 'utf8')).toBe('我的文件');
    expect((await readdir(folder.path)).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  test.each([
    [['--unit', '某县'], '选项 --unit 填写为“某县”'],
    [['--as-of', '2023-02-30'], '选项 --as-of 填写为“2023-02-30”，应为“年-月-日”，例如 2023-12-25。'],
    [['--sample', 'dirty'], '选项 --sample 填写为“dirty”，应为 clean（无错误）或 mistakes（带错误）。'],
    [['--seed', '一'], '选项 --seed 填写为“一”，应为整数。'],
    [['--plan', '没有.json'], '文件“没有.json”打不开'],
    [['--nonsense'], '没有“--nonsense”这个选项'],
    [['--out'], '选项 --out 后面缺少内容'],
  ])('refuses %j with a sentence', async (args, sentence) => {
    const made = await run('generate', ...args);
    expect(made.code).toBe(2);
    expect(made.stderr).toContain(sentence);
    expect(made.stdout).toBe('');
  });

  test('makes the sample of a plan that names more projects in the bands than it asks for in all, and it has no error', async () => {
    const plan = JSON.parse(await readFile(join(__dirname, '../../src/plan/jincheng-2023-31.json'), 'utf8'));
    for (const measure of plan.measures) {
      measure.city = null;
      if (measure.key.startsWith('reserve')) for (const unit of Object.keys(measure.units)) measure.units[unit] = Math.min(measure.units[unit], 3);
    }
    await writeFile(file('bands.json'), JSON.stringify({ ...plan, knownDifferences: [] }));
    const made = await run('generate', '--plan', file('bands.json'), '--sample', 'clean', '--as-of', '2023-12-25', '--out', file('bands.xlsx'));
    expect(made).toEqual({ code: 0, stderr: '', stdout: `${file('bands.xlsx')}\n` });
    expect((await run('check', file('bands.xlsx'), '--plan', file('bands.json'))).code).toBe(0);
  });

  test('takes next year’s notice from a file, and says what is wrong with a bad one', async () => {
    const plan = JSON.parse(await readFile(join(__dirname, '../../src/plan/jincheng-2023-31.json'), 'utf8'));
    await writeFile(file('bad.json'), JSON.stringify({ ...plan, year: '二〇二四' }));
    const refused = await run('generate', '--plan', file('bad.json'));
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain('year');
    await writeFile(file('next.json'), JSON.stringify({ ...plan, id: '晋市政办函2024-40' }));
    const made = file('next.xlsx');
    await run('generate', '--plan', file('next.json'), '--unit', '陵川县', '--as-of', '2023-12-25', '--out', made);
    const other = await run('check', made);
    expect(other.code).toBe(2);
    expect(other.stderr).toBe(`文件“${made}”依据的文件是“晋市政办函2024-40”，与这次所用的方案不是同一份，没有采用其中内容。请用 --plan 写出那份文件的方案，或改用本次行动的工作簿。\n`);
    expect((await run('check', made, '--plan', file('next.json'))).code).toBe(0);
  });
});

describe('check', () => {
  beforeAll(async () => {
    await run('generate', '--sample', 'mistakes', '--as-of', '2023-12-25', '--out', file('mistakes.xlsx'));
    await run('generate', '--unit', '陵川县', '--sample', 'mistakes', '--as-of', '2023-12-25', '--out', file('unit.xlsx'));
  });

  test('exits 1 and tells each mistake as data', async () => {
    const checked = await run('check', file('mistakes.xlsx'), '--json');
    expect(checked.code).toBe(1);
    const data = JSON.parse(checked.stdout);
    expect(data).toMatchObject({ plan: '晋市政办函2023-31', unit: '全市', asOf: '2023-12-25' });
    expect(data.counts.error).toBeGreaterThan(5);
    expect(data.issues).toContainEqual(
      expect.objectContaining({
        code: 'cell/type',
        severity: 'error',
        list: '5',
        sheet: '5 未开工项目',
        columns: ['plannedStart'],
        headers: ['计划开工日期'],
        seen: '2023.12.5',
        message: expect.stringContaining('应为日期 2023年12月5日'),
        fix: expect.objectContaining({ before: '2023.12.5' }),
      }),
    );
    const codes = data.issues.map((issue: { cell: string | null }) => issue.cell);
    expect(codes.filter((cell: string | null) => cell !== null && !/^[A-Z]+\d+$/.test(cell))).toEqual([]);
  });

  test('--write puts the marks into the file, and checking again says the same', async () => {
    const before = JSON.parse((await run('check', file('unit.xlsx'), '--json')).stdout);
    expect((await run('check', file('unit.xlsx'), '--write')).code).toBe(1);
    const after = JSON.parse((await run('check', file('unit.xlsx'), '--json')).stdout);
    expect(after.counts).toEqual(before.counts);
    expect(after.issues.map((issue: { id: string }) => issue.id)).toEqual(
      before.issues.map((issue: { id: string }) => issue.id),
    );
  });

  test('--write leaves a file alone that holds a chart, which would be lost, and says so', async () => {
    const parts = unzipSync(await readFile(file('unit.xlsx')));
    parts['xl/charts/chart1.xml'] = strToU8('<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"/>');
    await writeFile(file('chart.xlsx'), zipSync(parts));
    const before = await readFile(file('chart.xlsx'));
    const checked = await run('check', file('chart.xlsx'), '--write');
    expect(checked.code).toBe(2);
    expect(checked.stderr).toMatch(/图表.*没有写回/);
    expect(checked.stdout).toContain('陵川县');
    expect((await readFile(file('chart.xlsx'))).equals(before)).toBe(true);
  });

  test('without --write the file stays as it is, also with another day', async () => {
    const before = await readFile(file('unit.xlsx'));
    const checked = await run('check', file('unit.xlsx'), '--as-of', '2024-02-01', '--json');
    expect(JSON.parse(checked.stdout).asOf).toBe('2024-02-01');
    expect((await readFile(file('unit.xlsx'))).equals(before)).toBe(true);
  });

  test('says which file cannot be used and still judges the others', async () => {
    await writeFile(file('text.xlsx'), '不是表格');
    const checked = await run('check', file('text.xlsx'), file('missing.xlsx'), file('unit.xlsx'));
    expect(checked.code).toBe(2);
    expect(checked.stderr).toMatch(/text\.xlsx”是纯文本/);
    expect(checked.stderr).toMatch(/missing\.xlsx”打不开/);
    expect(checked.stdout).toContain('unit.xlsx：陵川县');
  });

  test('judges several files together: their days differ, and the units that sent nothing are named', async () => {
    await run('generate', '--unit', '泽州县', '--sample', 'clean', '--as-of', '2023-12-20', '--out', file('zezhou.xlsx'));
    await run('generate', '--unit', '高平市', '--sample', 'clean', '--as-of', '2023-12-25', '--out', file('gaoping.xlsx'));
    const checked = await run('check', file('zezhou.xlsx'), file('gaoping.xlsx'), '--json');
    const data = JSON.parse(checked.stdout);
    expect(data.files.map((each: { unit: string }) => each.unit)).toEqual(['泽州县', '高平市']);
    const together = (code: string) => data.together.filter((issue: { code: string }) => issue.code === code);
    expect(together('cross-county/as-of-mismatch')).toHaveLength(1);
    const missing = together('cross-county/missing-unit').map((issue: { unit: string }) => issue.unit);
    expect(missing).toContain('城区');
    expect(missing).not.toContain('泽州县');
    const text = await run('check', file('zezhou.xlsx'), file('gaoping.xlsx'));
    expect(text.stdout).toContain('各文件一起看：');
    expect(text.code).toBe(checked.code);
  });

  test('asks for a file when there is none', async () => {
    expect(await run('check')).toMatchObject({ code: 2, stdout: '' });
  });
});

test('an unknown command gets the usage', async () => {
  const outcome = await run('generat');
  expect(outcome.code).toBe(2);
  expect(outcome.stderr).toContain('没有“generat”这个命令');
  expect(outcome.stderr).toContain('npx nine-lists generate');
});
