import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium, type Browser, type CDPSession, type Frame, type Page } from 'playwright-core';
import { Traffic } from './traffic';

/** Pictures that the tests take, for people to look at. */
const pictures = resolve(__dirname, '../../reports/screenshots');

const quiet = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export function startBrowser(executablePath: string): Promise<Browser> {
  return chromium.launch({ executablePath, args: quiet });
}

export interface PageOptions {
  readonly colorScheme?: 'light' | 'dark';
  /** Leaves the pane's frame empty, for tests of the grid alone: they are twice as fast. */
  readonly withoutPane?: boolean;
}

/** The embedded Excel as a user at a laptop sees it. */
export class ExcelPage {
  /** Errors of the page's scripts; a test ends with none. */
  readonly errors: string[] = [];

  private constructor(
    readonly page: Page,
    readonly traffic: Traffic,
    private readonly devtools: CDPSession,
  ) {
    page.on('pageerror', (error) => this.errors.push(String(error.stack ?? error)));
  }

  static async open(browser: Browser, url: string, options: PageOptions = {}): Promise<ExcelPage> {
    const context = await browser.newContext({
      viewport: { width: 1366, height: 768 },
      locale: 'zh-CN',
      permissions: ['clipboard-read', 'clipboard-write'],
      colorScheme: options.colorScheme ?? 'light',
    });
    const traffic = await Traffic.watch(context);
    const page = await context.newPage();
    if (options.withoutPane) await page.route('**/taskpane.html*', (route) => route.fulfill({ body: '' }));
    const opened = new ExcelPage(page, traffic, await context.newCDPSession(page));
    await page.goto(url);
    await page.waitForSelector('.grid-window');
    return opened;
  }

  async openFile(name: string, bytes: Uint8Array): Promise<void> {
    const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    await this.page.setInputFiles('input[type=file]', { name, mimeType, buffer: Buffer.from(bytes) });
  }

  /** Opens a file of a name that the page does not show, and lets go what was not saved. */
  async openInstead(name: string, bytes: Uint8Array): Promise<void> {
    await this.openFile(name, bytes);
    const shown = this.page.locator('.document', { hasText: name });
    const drop = this.page.getByRole('button', { name: '不保存', exact: true });
    await shown.or(drop).first().waitFor();
    if (await drop.isVisible()) await drop.click();
    await shown.waitFor();
  }

  /** Moves to a cell as a user can: by the name box. */
  async goTo(address: string): Promise<void> {
    await this.page.locator('.name-box').fill(address);
    await this.page.keyboard.press('Enter');
  }

  /** The text that a cell shows (1-based), null where it shows none; without the blank by which a number keeps off the next column. */
  textAt(row: number, column: number): Promise<string | null> {
    return this.page.evaluate(
      ([atRow, atColumn]) =>
        document.querySelector(`.pane [aria-rowindex="${atRow}"] > [aria-colindex="${atColumn}"] > span`)?.textContent.trimEnd() ?? null,
      [row, column],
    );
  }

  /** Types through an input method: the letters first, then the characters chosen from its list. */
  async compose(letters: string, characters: string): Promise<void> {
    for (let end = 1; end <= letters.length; end += 1) {
      const text = letters.slice(0, end);
      await this.devtools.send('Input.imeSetComposition', { text, selectionStart: end, selectionEnd: end });
    }
    await this.devtools.send('Input.insertText', { text: characters });
  }

  /** The pane's frame, once it is there. */
  async pane(): Promise<Frame> {
    const frame = await (await this.page.waitForSelector('iframe[src*="taskpane"]')).contentFrame();
    if (!frame) throw new Error('the pane has no frame');
    await frame.getByRole('button', { name: '生成', exact: true }).waitFor();
    return frame;
  }

  /** Puts text on the clipboard and pastes it. */
  async paste(text: string): Promise<void> {
    await this.page.evaluate((clip) => navigator.clipboard.writeText(clip), text);
    await this.page.keyboard.press('Control+v');
  }

  async takePicture(name: string): Promise<void> {
    mkdirSync(pictures, { recursive: true });
    await this.page.screenshot({ path: join(pictures, `${name}.png`) });
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }
}
