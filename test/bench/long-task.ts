import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, CDPSession, Frame, Page } from 'playwright-core';

/** An entry of Chromium's trace; times in microseconds. */
interface TraceEvent {
  readonly name: string;
  readonly ts: number;
  readonly pid: number;
  readonly tid: number;
  readonly dur?: number;
  readonly tdur?: number;
}

/** A task that keeps a page from answering for longer than this is called long (W3C Long Tasks), milliseconds. */
const LONG = 50;

const MARK = 'nine-lists-pane';

/** What a page's thread was busy with between two moments. */
export interface Busy {
  /** Milliseconds of the longest task: on the clock, which others on the machine lengthen, and computing. */
  readonly longest: number;
  readonly longestComputed: number;
  /** Tasks that computed for more than 50 ms, and more than 100 ms. */
  readonly long: number;
  readonly overHundred: number;
  /** Milliseconds computed by all tasks. */
  readonly computed: number;
}

/**
 * The tasks of one frame's thread, by Chromium's own trace, which tells what a task computed from how long it took. The
 * frame has to be of another site than the page, so that the thread is its own. With BENCH_PROFILE=folder a profile of each
 * stretch is kept there, to be opened in DevTools, and when its tasks and garbage collections began; starting and ending it is then the longest
 * task of all.
 */
export class LongTasks {
  private name = '';

  private constructor(
    private readonly browser: Browser,
    private readonly page: Page,
    private readonly frame: Frame,
    private readonly devtools: CDPSession | null,
  ) {}

  static async watch(browser: Browser, page: Page, frame: Frame): Promise<LongTasks> {
    const devtools = process.env['BENCH_PROFILE'] === undefined ? null : await page.context().newCDPSession(frame);
    await devtools?.send('Profiler.enable');
    await devtools?.send('Profiler.setSamplingInterval', { interval: 1_000 });
    return new LongTasks(browser, page, frame, devtools);
  }

  async start(name: string): Promise<void> {
    this.name = name;
    await this.browser.startTracing(this.page, { categories: ['toplevel', 'blink.user_timing', ...(this.devtools ? ['devtools.timeline', 'v8'] : [])] });
    await this.devtools?.send('Profiler.start');
  }

  async stop(): Promise<Busy> {
    await this.frame.evaluate((mark) => performance.mark(mark), MARK);
    await this.keepProfile();
    const { traceEvents } = JSON.parse((await this.browser.stopTracing()).toString('utf8')) as { readonly traceEvents: readonly TraceEvent[] };
    const own = traceEvents.find(({ name }) => name === MARK);
    if (own === undefined) throw new Error('the trace does not know the pane');
    const tasks = traceEvents.filter(({ name, pid, tid }) => pid === own.pid && tid === own.tid && name === 'ThreadControllerImpl::RunTask');
    if (tasks.length === 0) throw new Error('the trace holds no task of the pane');
    this.keep('tasks.json', JSON.stringify(tasks));
    this.keep('gc.json', JSON.stringify(traceEvents.filter(({ name, pid, tid }) => pid === own.pid && tid === own.tid && /GC/.test(name))));
    const clock = tasks.map(({ dur = 0 }) => dur / 1_000);
    const computed = tasks.map(({ tdur = 0 }) => tdur / 1_000);
    return {
      longest: Math.max(...clock),
      longestComputed: Math.max(...computed),
      long: computed.filter((ms) => ms > LONG).length,
      overHundred: computed.filter((ms) => ms > 2 * LONG).length,
      computed: computed.reduce((sum, ms) => sum + ms, 0),
    };
  }

  private async keepProfile(): Promise<void> {
    if (this.devtools === null) return;
    const { profile } = await this.devtools.send('Profiler.stop');
    this.keep('cpuprofile', JSON.stringify(profile));
  }

  private keep(kind: string, text: string): void {
    const folder = process.env['BENCH_PROFILE'];
    if (folder === undefined) return;
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${this.name}.${kind}`), text);
  }
}
