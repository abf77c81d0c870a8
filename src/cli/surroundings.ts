import { randomInt } from 'node:crypto';
import type { Surroundings } from '../job/clock';
import type { Progress } from '../job/port';

/** Clock and chance of the machine the command runs on. */
export const surroundings: Surroundings = {
  now: () => Date.now(),
  utcOffsetMinutes: -new Date().getTimezoneOffset(),
  random: () => randomInt(2 ** 32) / 2 ** 32,
  yieldToScreen: () => new Promise((resolve) => setImmediate(resolve)),
};

const stages = { read: '读取', compute: '计算', write: '写入' } as const;

/** Progress on stderr, only where somebody is watching. */
export function showProgress({ stage, done, total }: Progress): void {
  if (!process.stderr.isTTY) return;
  const share = total === 0 ? 100 : Math.round((done / total) * 100);
  process.stderr.write(`\r${stages[stage]} ${share}%   ${done === total ? '\n' : ''}`);
}
