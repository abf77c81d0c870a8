import { version } from '../../package.json';
import { chromium, type BrowserContext, type Frame, type Page } from 'playwright-core';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Traffic } from '../browser/traffic';
import { describeWith } from '../require-tool';
import { OfficeServer } from './office-server';

jest.setTimeout(240_000);

describeWith('nginx', 'a build on an office’s own server, as install.html says', (nginx) => {
  let server: OfficeServer;

  beforeAll(async () => {
    server = await OfficeServer.start(nginx);
  });
  afterAll(() => server?.stop());

  test('the certificate made by the printed commands is trusted by who trusts the office’s authority', async () => {
    expect(await server.ask('taskpane.html')).toMatchObject({ status: 200, headers: { 'content-type': 'text/html; charset=utf-8' } });
  });

  test('pages and the manifest are asked for anew each time, scripts with their hash in the name never again', async () => {
    for (const path of ['', 'install.html', 'taskpane.html', 'index.html', 'manifest.xml', 'office/office.js', 'old-view.js', 'notices.txt']) {
      expect({ path, ...(await server.ask(path)), body: '' }).toMatchObject({ path, status: 200, headers: { 'cache-control': 'no-cache', 'x-content-type-options': 'nosniff' } });
    }
    expect(await server.ask(server.paneScript())).toMatchObject({ status: 200, headers: { 'cache-control': 'public, max-age=31536000, immutable' } });
  });

  test('scripts are sent packed to whoever takes them so', async () => {
    expect(await server.ask(server.paneScript(), { 'accept-encoding': 'gzip' })).toMatchObject({ status: 200, headers: { 'content-encoding': 'gzip' } });
  });

  test('the files for regedit are those of the page', () => {
    expect(server.readBytes('trust-catalog.reg').toString('utf16le')).toBe(`\ufeff${server.printed('registry')}\n`.replaceAll('\n', '\r\n'));
    expect(server.readBytes('forget-catalog.reg').toString('utf16le')).toContain('[-HKEY_CURRENT_USER\\Software\\Microsoft\\Office\\16.0\\WEF\\TrustedCatalogs\\{');
  });

  test('the manifest names nothing but this address, and each file that it names is there', async () => {
    const manifest = server.read('manifest.xml');
    const addresses = [...manifest.matchAll(/"(https:[^"]+)"/g)].map(([, address]) => address ?? '').filter((address) => !address.startsWith('https://go.microsoft.com/'));
    expect(addresses.length).toBeGreaterThan(5);
    for (const address of new Set(addresses)) {
      expect(address.startsWith(`${server.url}/`)).toBe(true);
      expect(await server.ask(address.slice(server.url.length + 1))).toMatchObject({ status: 200 });
    }
  });

  test('the notices name the licence of all that is handed on', () => {
    const notices = server.read('notices.txt');
    for (const name of ['react', 'react-dom', '@fluentui/react-button', '@microsoft/office-js', 'zod', 'hucre', 'fflate', 'big.js']) {
      expect(notices).toMatch(new RegExp(`^${name} \\d[^\\n]*　许可：\\S`, 'm'));
    }
    expect(notices).toMatch(/^@fluentui\/react-icons .*\n.*\n\nMIT License\n\nCopyright/m);
  });

  describeWith('chromium', 'in a browser that reaches this server only', (executablePath) => {
    let context: BrowserContext;
    let profile: string;
    let traffic: Traffic;

    beforeAll(async () => {
      profile = mkdtempSync(join(tmpdir(), 'nine-lists-profile-'));
      context = await chromium.launchPersistentContext(profile, {
        executablePath,
        locale: 'zh-CN',
        viewport: { width: 1366, height: 768 },
        args: [
          '--headless',
          '--no-sandbox',
          '--disable-gpu',
          '--disable-background-networking',
          '--disable-component-update',
          '--disable-sync',
          `--ignore-certificate-errors-spki-list=${server.keyHash()}`,
          // The network cut: no other name is found.
          '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost',
        ],
      });
      traffic = await Traffic.watch(context);
    });
    afterAll(async () => {
      await context?.close();
      rmSync(profile, { recursive: true, force: true });
    });

    async function openPane(): Promise<{ page: Page; pane: Frame }> {
      const page = await context.newPage();
      await page.goto(`${server.url}/index.html`);
      const frame = await page.waitForSelector('iframe[src*="taskpane"]');
      const pane = await frame.contentFrame();
      if (!pane) throw new Error('the pane has no frame');
      await pane.getByRole('button', { name: '生成', exact: true }).waitFor();
      return { page, pane };
    }

    async function readReport(pane: Frame): Promise<string> {
      await pane.getByRole('tab', { name: '帮助' }).click();
      await pane.getByRole('button', { name: /^自检/ }).click();
      return pane.getByRole('textbox', { name: '自检报告' }).inputValue();
    }

    test('the pane opens, generates and checks, asks nobody else for anything and tells nobody what is in the workbook', async () => {
      const { page, pane } = await openPane();
      const report = await readReport(pane);
      expect(report).toContain('这台电脑可以使用“九张清单”，没有缺少的条件。');
      expect(report).toContain(`面板版本：${version}　${server.paneScript()}`);
      expect(report).toContain(`面板来自：${server.url}/`);
      await page.keyboard.press('Escape');
      await pane.getByRole('tab', { name: '生成' }).click();
      await pane.getByRole('button', { name: '生成', exact: true }).click();
      await pane.getByRole('button', { name: '一键校验', exact: true }).click();
      await pane.getByText(/^上次校验 /).waitFor();
      await page.close();
      expect(traffic.documents()).toEqual([`${server.url}/index.html`, `${server.url}/taskpane.html`]);
      expect(traffic.findLeaks(`${server.url}/`, '阳城县')).toEqual([]);
    });

    test('after an update the next opening is the new version, with the browser’s cache as it is', async () => {
      const script = server.paneScript();
      const update = server.layOldBuild('0.0.9');
      const old = await openPane();
      expect(await readReport(old.pane)).toContain('面板版本：0.0.9　pane.00000000.js');
      update();
      // Who still has the old pane open can go on: what it loads later is still there.
      await old.page.keyboard.press('Escape');
      await old.pane.getByRole('tab', { name: '生成' }).click();
      await old.pane.getByRole('button', { name: '生成', exact: true }).click();
      await old.pane.getByRole('button', { name: '一键校验', exact: true }).waitFor();
      await old.page.close();
      const renewed = await openPane();
      expect(await readReport(renewed.pane)).toContain(`面板版本：${version}　${script}`);
      await renewed.page.close();
      expect(traffic.findLeaks(`${server.url}/`, '阳城县')).toEqual([]);
    });
  });
});
