import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { describeWith } from '../require-tool';
import { buildSiteOnce } from './build-site';
import { ExcelPage, startBrowser } from './open-page';

jest.setTimeout(180_000);

const root = resolve(__dirname, '../..');

/** The content policy of the pages that run scripts, as the facts about real Excel demand it. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; connect-src 'self'; font-src 'self'; " +
  "worker-src 'self' blob:; frame-src 'self'; base-uri 'self'; form-action 'none'; object-src 'none'";
const policies: Readonly<Record<string, string>> = {
  'index.html': policy,
  'taskpane.html': policy,
  'install.html': "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; base-uri 'self'; form-action 'none'",
};

/** Scripts within a page, and addresses that are scripts. */
const inlineScript = /<script(?![^>]*\ssrc=)|\son\w+\s*=|javascript:/i;

const policyOf = (page: string): string | undefined => /http-equiv="?Content-Security-Policy"? content="([^"]+)"/i.exec(page)?.[1]?.replaceAll('&#39;', "'");

test('every page that is handed on carries the policy and no inline script', async () => {
  const { folder } = await buildSiteOnce();
  const pages = readdirSync(folder).filter((name) => name.endsWith('.html'));
  expect(pages.sort()).toEqual(Object.keys(policies).sort());
  for (const name of pages) {
    const page = readFileSync(join(folder, name), 'utf8');
    expect({ name, policy: policyOf(page) }).toEqual({ name, policy: policies[name] });
    expect({ name, inline: inlineScript.exec(page)?.[0] }).toEqual({ name, inline: undefined });
  }
});

describeWith('chromium', 'the development server, as npm start runs it', (path) => {
  let server: ChildProcess;
  let browser: Browser;
  let url: string;
  let output = '';

  beforeAll(async () => {
    const port = await freePort();
    url = `http://localhost:${port}/`;
    const [program, ...args] = (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: { start: string } }).scripts.start.split(' ');
    expect(program).toBe('webpack');
    server = spawn(process.execPath, [join(root, 'node_modules/webpack/bin/webpack.js'), ...args, '--port', String(port)], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    server.stdout?.on('data', (text: Buffer) => (output += text.toString()));
    server.stderr?.on('data', (text: Buffer) => (output += text.toString()));
    const listening = new Promise<void>((done, fail) => {
      server.stdout?.on('data', () => output.includes(url) && done());
      server.once('exit', (code) => fail(new Error(`the server ended with ${code}: ${output}`)));
    });
    [browser] = await Promise.all([startBrowser(path), listening]);
  });
  afterAll(async () => {
    await browser?.close();
    if (server?.exitCode === null) {
      const ended = new Promise((done) => server.once('exit', done));
      server.kill('SIGKILL');
      await ended;
    }
  });

  test('every page carries the policy, Microsoft’s own too, and no inline script', async () => {
    for (const name of ['', 'index.html', 'taskpane.html', 'install.html', 'office/AgaveErrorUX/index.html']) {
      const answer = await fetch(url + name);
      const page = await answer.text();
      expect({ name, status: answer.status, header: answer.headers.get('content-security-policy') }).toEqual({ name, status: 200, header: policy });
      expect({ name, inline: inlineScript.exec(page)?.[0] }).toEqual({ name, inline: undefined });
      if (!name.startsWith('office/')) expect({ name, policy: policyOf(page) }).toEqual({ name, policy: policies[name || 'index.html'] });
    }
  });

  test('a session asks nobody else for anything, takes nothing along, says nothing, and needs nothing that the policy stops', async () => {
    const excel = await ExcelPage.open(browser, url);
    const pane = await excel.pane();
    await pane.getByRole('button', { name: '生成', exact: true }).click();
    await pane.getByRole('button', { name: '一键校验', exact: true }).waitFor();
    await excel.page.locator('.tab', { hasText: '5 未开工项目' }).click();
    await excel.goTo('B22');
    await excel.page.keyboard.type('不外传的项目');
    await excel.page.keyboard.press('Enter');
    await pane.getByRole('button', { name: '一键校验', exact: true }).click();
    await pane.getByText(/^上次校验 /).waitFor();
    expect(excel.traffic.documents()).toEqual(expect.arrayContaining([url, `${url}taskpane.html`]));
    expect(excel.traffic.findLeaks(url, '不外传的项目', { liveReload: true })).toEqual([]);
    await excel.close();
  });

  test('nothing of what pages do is in its log', () => expect(output).not.toMatch(/GET|POST|taskpane|不外传/));
});

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => done(port));
    });
  });
}
