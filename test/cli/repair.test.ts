import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { schemaVersion } from '../../src/list/schema-version';
import { readWorkbook } from '../../src/xlsx/read-workbook';
import { writeWorkbook } from '../../src/xlsx/write-workbook';
import { damaged } from '../pane/stage/damaged';
import { halfFilled } from '../job/workbook';
import { bytesOf, open as openShipped, shipped, stamp } from '../version/shipped';
import { makeFolder, runNineLists as run } from './run';

jest.setTimeout(30_000);

test('repair upgrades a file of an earlier version, and says so; a newer one is refused by every command and left as it is', async () => {
  const folder = await makeFolder();
  try {
    const [older, newer, out] = ['旧.xlsx', '新.xlsx', '升级后.xlsx'].map((name) => join(folder.path, name)) as [string, string, string];
    const port = await openShipped(shipped[0]!);
    await writeFile(older, bytesOf(shipped[0]!));
    expect(await run('repair', older)).toMatchObject({ code: 1, stdout: expect.stringMatching(/^这是旧版本的工作簿。由 0\.1 版生成.*\n“汇总”增加/) });
    expect(await run('repair', older, '--out', out)).toMatchObject({ code: 0, stdout: expect.stringMatching(/已升级 \d+ 张表，[\d,]+ 个已填单元格都保留/) });
    expect(await run('repair', out)).toMatchObject({ code: 0, stdout: '表格结构：完整\n' });

    stamp(port, schemaVersion + 1);
    await writeFile(newer, await writeWorkbook(port.model()));
    const bytes = await readFile(newer);
    const refused = [
      ['check', newer, '--write'],
      ['check', newer, '--write', '--as-of', '2023-12-26'],
      ['repair', newer, '--out', join(folder.path, '另存.xlsx')],
      ['split', newer, '--out', folder.path],
      ['merge', newer, older, '--out', join(folder.path, '另存.xlsx')],
      ['compare', newer, older],
      ['compare', older, newer],
      ['bulletin', newer],
    ];
    for (const args of refused) {
      const { code, stdout, stderr } = await run(...args);
      expect([args[0], code, /更新(加载项|本程序)/.test(`${stdout}${stderr}`)]).toEqual([args[0], 2, true]);
    }
    expect(await readFile(newer)).toEqual(bytes);
  } finally {
    await folder.remove();
  }
});

test('repair tells what a file has lost, and with --out puts it back in a new one', async () => {
  const folder = await makeFolder();
  try {
    const [broken, mended] = [join(folder.path, '陵川县.xlsx'), join(folder.path, '陵川县（已修复）.xlsx')];
    await writeFile(broken, await writeWorkbook(damaged(halfFilled({ scope: { kind: 'unit', unit: 'lingchuan' }, seed: 2 }))));
    const before = await readFile(broken);
    const told = await run('repair', broken);
    expect(told).toMatchObject({ code: 1, stderr: `“${broken}”没有改动；要补回或升级后另存，请加 --out，例如 --out 已修复.xlsx。\n` });
    expect(told.stdout).toContain('6 已开工未入统项目：表格格式（筛选、自动扩展）\n');

    const repaired = await run('repair', broken, '--out', mended);
    expect(repaired).toMatchObject({ code: 0 });
    expect(repaired.stdout).toContain('已填内容没有改动。');
    expect(await readFile(broken)).toEqual(before);
    expect((await readWorkbook(await readFile(mended))).sheets.flatMap(({ tables }) => tables.map(({ name }) => name))).toContain('t6_list');
    expect(await run('repair', mended)).toMatchObject({ code: 0, stdout: '表格结构：完整\n' });
    expect(await run('repair', broken, '--out', mended)).toMatchObject({ code: 2 });
  } finally {
    await folder.remove();
  }
});
