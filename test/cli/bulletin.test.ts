import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readWorkbook } from '../../src/xlsx/read-workbook';
import { makeFolder, runNineLists as run } from './run';

let folder: Awaited<ReturnType<typeof makeFolder>>;
const file = (...names: string[]): string => join(folder.path, ...names);

beforeAll(async () => {
  folder = await makeFolder();
  for (const [day, name] of [['2023-11-25', '11月.xlsx'], ['2023-12-25', '12月.xlsx']] as const) await run('generate', '--as-of', day, '--out', file(name));
  await run('generate', '--unit', '沁水县', '--as-of', '2023-11-25', '--out', file('沁水县.xlsx'));
});
afterAll(() => folder.remove());

describe('bulletin', () => {
  test('prints the rankings and the words against an older workbook, and writes them as one sheet', async () => {
    const made = await run('bulletin', file('12月.xlsx'), file('11月.xlsx'), '--out', file('通报.xlsx'));
    expect(made.code).toBe(0);
    const lines = made.stdout.split('\n');
    expect(lines.slice(0, 2)).toEqual(['晋城市2023年项目建设冬季行动排名通报', '统计截止日：2023年12月25日　　对比：2023年11月25日（11月.xlsx）']);
    expect(lines).toContain(['', '—', '城区', '—/11', '—', '', '上月—', '—'].join('\t'));
    expect(lines).toContain('一、开工。各单位暂无数据，暂不排名。');
    expect(lines.at(-2)).toBe(file('通报.xlsx'));
    const { sheets } = await readWorkbook(await readFile(file('通报.xlsx')));
    expect(sheets.map(({ name }) => name)).toEqual(['排名通报']);
    const again = await run('bulletin', file('12月.xlsx'), '--out', file('通报.xlsx'));
    expect([again.code, again.stderr]).toEqual([2, expect.stringContaining('已经存在')]);
  });

  test('prints without older columns where one workbook is named', async () => {
    const { stdout } = await run('bulletin', file('12月.xlsx'));
    expect(stdout).toContain(['', '—', '城区', '—/11', '—'].join('\t') + '\n');
    expect(stdout).not.toMatch(/上月|对比/);
  });

  test.each([
    ['no workbook', [], '请写出市级工作簿'],
    ['three workbooks', ['12月.xlsx', '11月.xlsx', '沁水县.xlsx'], '请写出市级工作簿'],
    ['a unit’s workbook', ['沁水县.xlsx'], '没有名次可排'],
    ['a unit’s older workbook', ['12月.xlsx', '沁水县.xlsx'], '只有一个单位的数字'],
    ['a file that is not there', ['没有.xlsx'], '打不开'],
  ])('ends with 2 and the reason for %s', async (_, names, reason) => {
    const { code, stderr, stdout } = await run('bulletin', ...names.map((name) => file(name)));
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(reason);
  });
});
