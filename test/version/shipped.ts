import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Surroundings } from '../../src/job/clock';
import { createMemoryPort, type MemoryPort } from '../../src/job/memory-port';
import type { CheckReport } from '../../src/job/report';
import { toSerial } from '../../src/plan/day';
import { metaKeys } from '../../src/sheet/build-data';
import { openFile } from '../../src/xlsx/file-port';

/**
 * A workbook of every version that was ever handed out, as that version wrote it: 陵川县's, filled in with the sample of
 * mistakes, checked, with one explanation and one rule switched off.
 */
export const shipped = readdirSync(__dirname)
  .filter((name) => name.endsWith('.xlsx'))
  .sort();

export const lingchuan = { kind: 'unit', unit: 'lingchuan' } as const;
export const asOf = toSerial('2023-12-25');

export function bytesOf(name: string): Uint8Array {
  return readFileSync(join(__dirname, name));
}

export function open(name: string): Promise<MemoryPort> {
  return openFile(bytesOf(name), createMemoryPort);
}

/** A clock that stands still at that moment: 2023-12-25 09:05. */
export function clockAt(moment: string): Surroundings {
  const [day, time] = moment.split(' ');
  return {
    now: () => Date.parse(`${day}T${time}:00Z`),
    utcOffsetMinutes: 0,
    random: () => 0.5,
    yieldToScreen: async () => {},
  };
}

export const around = clockAt('2023-12-26 09:05');

/** All that somebody typed, and what was decided about it. */
export function keptOf({ entries, lists }: CheckReport) {
  const typed = lists.map((list) => {
    const { values, userColumns } = entries.lists[list.key]!;
    const columns = list.columns.filter(({ role, key }) => role === 'entry' || key === 'identity');
    const rows = (values['identity'] ?? values['unit'] ?? []).length;
    const filled = Array.from({ length: rows }, (_, row) => columns.map(({ key }) => values[key]?.[row] ?? null)).filter((cells) => cells.some((cell) => cell !== null && cell !== ''));
    const own = userColumns.map(({ header, values: cells }) => [header, cells.filter((cell) => cell !== null)]);
    return [list.key, filled, own] as const;
  });
  const { scope, explanations, ruleSettings, issued, base, exchanges, cityLevelReserve } = entries;
  return { typed, scope, asOf: entries.asOf, explanations, ruleSettings, issued, base, exchanges, cityLevelReserve };
}

/** The workbook says that another version wrote it. */
export function stamp(port: MemoryPort, version: number | string): void {
  const hidden = port.model().sheets.find(({ name }) => name === '_数据')!;
  port.edit(hidden.name, metaKeys.indexOf('schema') + 1, 1, [[String(version)]]);
}
