import type { Host } from '../../src/host/protocol/connect-host';
import { checkWorkbook } from '../../src/job/check';
import type { Surroundings } from '../../src/job/clock';
import { generateWorkbook } from '../../src/job/generate';
import { builtInPlan as plan } from '../../src/plan/built-in';
import { toSerial } from '../../src/plan/day';
import type { WorkbookModel } from '../../src/sheet/model';
import { openBook } from '../excel/open-book';
import { printTimings, race } from './measure';

const rounds = 5;
const around: Surroundings = {
  now: () => Date.now(),
  utcOffsetMinutes: 480,
  random: () => Math.random(),
  yieldToScreen: async () => undefined,
};

test('生成 and 一键校验 through office.js', async () => {
  const filled = await generatedModel(true);
  const empty = await generatedModel(false);
  const timings = await race(
    [
      { name: '生成空白的全市工作簿', run: () => generate(false) },
      { name: '生成带示例的全市工作簿', run: () => generate(true) },
      { name: '校验空白的全市工作簿', run: () => check(empty) },
      { name: '校验带示例的全市工作簿', run: () => check(filled) },
    ],
    rounds,
  );
  printTimings('通过 office.js（jsdom），往返次数和字节数', timings);
}, 1_800_000);

async function generate(isFilled: boolean): Promise<string> {
  const { host, port } = await openBook();
  await generateWorkbook(port, requestOf(isFilled), around);
  return said(host);
}

async function check(model: WorkbookModel): Promise<string> {
  const { host, port } = await openBook(model);
  host.resetStatistics();
  await checkWorkbook(port, [plan], around);
  return said(host);
}

async function generatedModel(isFilled: boolean): Promise<WorkbookModel> {
  const { book, port } = await openBook();
  await generateWorkbook(port, requestOf(isFilled), around);
  return book.toModel();
}

function requestOf(isFilled: boolean) {
  const sample = { sample: { kind: 'clean', seed: 1 } as const };
  return { plan, scope: { kind: 'city' } as const, asOf: toSerial('2023-12-25'), ...(isFilled ? sample : {}) };
}

function said({ statistics }: Host): string {
  const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(2)} MB`;
  return `${statistics.syncs} 次往返，发出 ${megabytes(statistics.requestBytes)}，收到 ${megabytes(statistics.responseBytes)}`;
}
