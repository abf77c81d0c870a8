import { Worker } from 'node:worker_threads';
import type { Host } from '../../src/host/protocol/connect-host';
import { listMoves } from '../../src/dispatch/move-list';
import { openBook as openMoveBook } from '../../src/dispatch/move-book';
import { checkWorkbook } from '../../src/job/check';
import type { Surroundings } from '../../src/job/clock';
import { generateWorkbook } from '../../src/job/generate';
import { mergeFiles } from '../../src/job/merge';
import { previewMerge } from '../../src/job/preview-merge';
import type { ReturnedFile } from '../../src/job/recognise-return';
import { splitCityWorkbook } from '../../src/job/split';
import { builtInPlan as plan } from '../../src/plan/built-in';
import { buildWorkbook } from '../../src/sheet/build-workbook';
import { readContent } from '../../src/xlsx/read-content';
import { writeWorkbook } from '../../src/xlsx/write-workbook';
import { openBook } from '../excel/open-book';
import { edited } from './exchange-race';
import { asOf, largeInput, projectLists } from './large-city';
import { computedMs, usedBytes } from './measure';

/** 8 units × 12,500 rows, spread over the eight lists and ledgers that have a row per project. */
const rowsPerList = Number(process.env['SCALE_ROWS'] ?? 100_000 / projectLists.length);
const badShare = 0.01;

const around: Surroundings = {
  now: () => Date.now(),
  utcOffsetMinutes: 480,
  random: () => Math.random(),
  yieldToScreen: async () => undefined,
};

/** The most memory that the process holds while something runs, looked at from a thread that is never busy. */
function watchMemory(): () => Promise<number> {
  const worker = new Worker(
    `const { parentPort } = require('node:worker_threads'); let most = 0;
     const look = () => { most = Math.max(most, process.memoryUsage.rss()); }; const timer = setInterval(look, 20);
     parentPort.once('message', () => { look(); clearInterval(timer); parentPort.postMessage(most); });`,
    { eval: true },
  );
  return () =>
    new Promise((resolve) => {
      worker.once('message', (most: number) => resolve(most));
      worker.postMessage('enough');
    });
}

test('8 × 12,500 rows: 生成 again, 一键校验, 分发, 汇总 through office.js', async () => {
  const { book, host, port } = await openBook(buildWorkbook(largeInput(rowsPerList, badShare)));
  const lines: string[] = [];
  const time = async <T>(name: string, work: () => T | Promise<T>, outcome: (value: T) => string): Promise<T> => {
    host.resetStatistics();
    usedBytes();
    const before = usedBytes();
    const memory = watchMemory();
    const [wall, computed] = [performance.now(), computedMs()];
    const value = await work();
    const took = [performance.now() - wall, computedMs() - computed];
    const peak = await memory();
    const line = [
      ...took.map((ms) => (ms / 1_000).toFixed(1).padStart(7)),
      ...costs(host),
      ((usedBytes() - before) / 1e6).toFixed(0).padStart(7),
      (usedBytes() / 1e6).toFixed(0).padStart(7),
      (peak / 1e6).toFixed(0).padStart(7),
    ].join('');
    lines.push(`${line}   ${name}　${outcome(value)}`);
    process.stdout.write(`${lines.at(-1)}\n`);
    return value;
  };

  await time('生成（再次编制，放回全部内容）', () => generateWorkbook(port, { plan, scope: { kind: 'city' }, asOf }, around), ({ kept }) => `放回 ${sum(Object.values(kept))} 个单元格`);
  const report = await time('一键校验', () => checkWorkbook(port, [plan], around), ({ result }) => `${sum(Object.values(result.counts))} 处，列出 ${result.issues.length} 条`);
  await time('打开流转', () => listMoves(openMoveBook(report.entries, report.plan, report.lists)), ({ moves, moved }) => `${moves.length} 个可流转，${moved.length} 个已流转`);
  const { files } = await time('分发：八个单位的工作簿', () => splitCityWorkbook(port, [plan], null, around), (split) => `${split.files.length} 份`);
  const mail: { readonly name: string; readonly bytes: Uint8Array }[] = [];
  for (const { fileName, model: unit } of files) mail.push({ name: fileName, bytes: await writeWorkbook(edited(unit)) });
  const returned = await time('读回八个文件', () => readAll(mail), (read) => `${read.length} 个，${(sum(mail.map(({ bytes }) => bytes.length)) / 1e6).toFixed(1)} MB`);
  const preview = await time('汇总预览', () => previewMerge(port, returned, [plan], around), ({ proposals }) => `${proposals.length} 份`);
  await time('汇总', () => mergeFiles(port, preview, {}, around), ({ counts }) => `${sum(Object.values(counts).map(({ changed }) => changed))} 行有改动`);
  expect(book.toModel().sheets.length).toBeGreaterThan(0);
  const head = '   时间   计算 秒 往返   发出   收到 MB 多留  占用   峰值 MB';
  process.stdout.write(`\n通过 office.js（jsdom），${projectLists.length} 张清单和台账 × ${rowsPerList} 行，${badShare * 100}% 的单元格有错\n${[head, ...lines].join('\n')}\n`);
}, 3_600_000);

async function readAll(mail: readonly { readonly name: string; readonly bytes: Uint8Array }[]): Promise<readonly ReturnedFile[]> {
  const files: ReturnedFile[] = [];
  for (const { name, bytes } of mail) files.push({ name, savedAt: null, fingerprint: name, content: await readContent(bytes) });
  return files;
}

function costs({ statistics }: Host): readonly string[] {
  const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1).padStart(8);
  return [String(statistics.syncs).padStart(6), megabytes(statistics.requestBytes), megabytes(statistics.responseBytes)];
}

function sum(figures: readonly number[]): number {
  return figures.reduce((total, figure) => total + figure, 0);
}
