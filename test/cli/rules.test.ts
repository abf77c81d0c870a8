import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { escapeHtml } from '../../src/cli/html';
import { builtInPlan } from '../../src/plan/built-in';
import { issueCodes } from '../../src/rule/code';
import { makeFolder, runNineLists as run } from './run';

let folder: Awaited<ReturnType<typeof makeFolder>>;
beforeAll(async () => {
  folder = await makeFolder();
});
afterAll(() => folder.remove());

describe('rules', () => {
  it('prints one page with every rule once, and nothing that it would have to fetch', async () => {
    const { code, stdout, stderr } = await run('rules');
    expect([code, stderr]).toEqual([0, '']);
    expect([...stdout.matchAll(/<tr id="([^"]+)">/g)].map(([, id]) => id)).toEqual([...issueCodes]);
    expect([...stdout.matchAll(/<h2>([^<]+)</g)].map(([, title]) => title)).toEqual(['怎样看这份目录', '一、单元格', '二、行', '三、表', '四、表间', '五、县区间']);
    expect(stdout).toContain('依据《晋城市2023年项目建设冬季行动方案》（晋市政办函〔2023〕31号）');
    expect(stdout).not.toMatch(/<script|<link|<img|url\(|https?:|undefined|\[object/);
    const headers = stdout.slice(stdout.indexOf('<thead>'), stdout.indexOf('</thead>'));
    expect([...headers.matchAll(/<th scope="col">([^<]+)</g)].map(([, header]) => header)).toEqual(['规则编号', '名称', '级别', '适用清单', '依据', '说明', '无法核对的情形', '不能发现的情形']);
    for (const [row] of stdout.matchAll(/<tr id=[^]*?<\/tr>/g)) expect(row.match(/<t[hd]/g)).toHaveLength(8);
  });

  it('writes a file, also into a new folder, and over an old one only when told', async () => {
    const path = join(folder.path, '新文件夹', '目录.html');
    expect(await run('rules', '--out', path)).toEqual({ code: 0, stdout: `${path}\n`, stderr: '' });
    expect(await readFile(path, 'utf8')).toBe((await run('rules')).stdout);
    await writeFile(path, '我的文件');
    const refused = await run('rules', '--out', path);
    expect([refused.code, await readFile(path, 'utf8')]).toEqual([2, '我的文件']);
    expect(refused.stderr).toContain('已经存在，没有覆盖');
    expect((await run('rules', '--out', path, '--replace')).code).toBe(0);
    expect(await readFile(path, 'utf8')).toContain('校验规则目录');
  });

  it('is made for the plan that is given, whatever stands in it', async () => {
    const path = join(folder.path, 'plan.json');
    const plan = { ...builtInPlan, title: '<b>下一年</b>&方案', thresholds: { ...builtInPlan.thresholds, dispatchDays: 21 } };
    await writeFile(path, JSON.stringify(plan));
    const { stdout } = await run('rules', '--plan', path);
    expect(stdout).toContain('超过 21 天');
    expect(stdout).toContain('《&lt;b&gt;下一年&lt;/b&gt;&amp;方案》');
    expect(escapeHtml(`"'`)).toBe('&quot;&#39;');
  });
});
