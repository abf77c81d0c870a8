import { writeFileSync } from 'node:fs';
import { startOffice } from '../host/start-office';
import { everyCase } from './choose';
import { stopTime } from './clock';
import { mishaps } from './mishap';
import { operations } from './operation';
import { runCase, type CaseResult } from './run-case';
import { prepareScene } from './scene';

/** This part of how many (faults.ts starts one process for each), the file for its results, and the operations and mishaps wanted. */
const { FAULT_PART: part = '0', FAULT_PARTS: parts = '1', FAULT_RESULTS: file = '', FAULT_NAMES: names = '' } = process.env;

/** Those that are named; all where none is. */
function pick<T extends { readonly name: string }>(all: readonly T[]): readonly T[] {
  const named = all.filter(({ name }) => names.split(',').includes(name));
  return named.length > 0 ? named : all;
}

jest.setTimeout(24 * 3_600_000);

test('every operation, every round trip, every mishap', async () => {
  await startOffice();
  stopTime();
  const wanted = pick(mishaps);
  const results: CaseResult[] = [];
  for (const [at, operation] of pick(operations).entries()) {
    if (at % Number(parts) !== Number(part)) continue;
    const scene = await prepareScene(operation);
    for (const { mishap, sync } of everyCase(scene)) if (wanted.includes(mishap)) results.push(await runCase(scene, mishap, sync));
    process.stderr.write(`${operation.name}：${scene.syncs} 次往返，第 ${scene.writing.join('、')} 次写入\n`);
    // After each operation, so that a process that is stopped has not worked in vain.
    writeFileSync(file, JSON.stringify(results));
  }
});
