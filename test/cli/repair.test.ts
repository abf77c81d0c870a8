import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readWorkbook } from '../../src/xlsx/read-workbook';
import { writeWorkbook } from '../../src/xlsx/write-workbook';
import { damaged } from '../pane/stage/damaged';
import { halfFilled } from '../job/workbook';
import { makeFolder, runNineLists as run } from './run';

jest.setTimeout(30_000);

test('repair tells what a file has lost, and with --out puts it back in a new one', async () => {
  const folder = await makeFolder();
  try {
    const [broken, mended] = [join(folder.path, '陵川县.xlsx'), join(folder.path, '陵川县（已修复）.xlsx')];
    await writeFile(broken, await writeWorkbook(damaged(halfFilled({ scope: { kind: 'unit', unit: 'lingchuan' }, seed: 2 }))));
    const before = await readFile(broken);
    const told = await run('repair', broken);
    expect(told).toMatchObject({ code: 1 });
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
