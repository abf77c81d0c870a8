import { splitCityWorkbook } from '../../src/job/split';
import { builtInPlan as plan } from '../../src/plan/built-in';
import { bindWork } from '../../src/pane/state/work';
import type { Scope } from '../../src/plan/plan';
import { openBook } from '../excel/open-book';
import type { MemoryPort } from '../../src/job/memory-port';
import { toSerial } from '../../src/plan/day';
import { cityOffice } from '../job/exchange-office';
import { makeSurroundings, newWorkbook } from '../job/workbook';
import { advanceOperations } from './operation/advance';
import { checkOperations } from './operation/check';
import { decideOperations } from './operation/decide';
import { dispatchOperations } from './operation/dispatch';
import { exchangeOperations } from './operation/exchange';
import { fixOperations } from './operation/fix';
import { generateOperations } from './operation/generate';
import { repairOperations } from './operation/repair';
import { takeBackOperations } from './operation/take-back';
import { runHands } from './run-hands';
import { blockSteps } from './step/blocks';
import { lineSteps } from './step/lines';
import { tableSteps } from './step/tables';
import { tabSteps } from './step/tabs';
import { typingSteps } from './step/typing';
import { addTallies, formatTally, neverDone, type Tally } from './tally';

const hands = [...typingSteps, ...lineSteps, ...blockSteps, ...tableSteps, ...tabSteps];
const operations = [...checkOperations, ...fixOperations, ...decideOperations, ...advanceOperations, ...dispatchOperations, ...generateOperations, ...exchangeOperations, ...repairOperations, ...takeBackOperations];

/** A city's workbook is there to be issued and merged. */
const operationsOf = ({ kind }: Scope) => (kind === 'city' ? [...operations, ...exchangeOperations, ...exchangeOperations] : operations);
/** There people hand in and merge, and type less. */
const pressesIn = ({ kind }: Scope) => (kind === 'city' ? 5 : 9);

/**
 * For long runs: HANDS_SEED (a number), HANDS_STEPS, HANDS_RUNS (so many seeds from there on), HANDS_ONLY (numbers of the
 * steps to take, by commas: the others are left out, to find the few that matter).
 */
const only = process.env['HANDS_ONLY']?.split(',').map(Number);
const given = Number(process.env['HANDS_STEPS'] ?? 0);
const givenSeed = Number(process.env['HANDS_SEED'] ?? 0);

const asOf = toSerial('2023-12-25');
const runs = Number(process.env['HANDS_RUNS'] ?? 1);

/** A unit's workbook with all that people get wrong, and a city's with a handful of projects. */
const begin: Readonly<Record<Course[0], () => Promise<MemoryPort>>> = {
  市本级: () => newWorkbook({ scope: { kind: 'unit', unit: 'shibenji' }, asOf, sample: { kind: 'mistakes', seed: 1 } }),
  全市: cityOffice,
};

/** A workbook, and how many steps are taken in it from which seed; each of the operations named has to be carried out at least once. */
export type Course = readonly [workbook: '市本级' | '全市', seed: number, steps: number, pressed: readonly string[]];

const scopes: Readonly<Record<Course[0], Scope>> = { 市本级: { kind: 'unit', unit: 'shibenji' }, 全市: { kind: 'city' } };

/** `all` asks that each operation is carried out in one of the courses, and prints how often each was. */
export function testHands(courses: readonly Course[], { all }: { readonly all: boolean }): void {
  const names = operations.map(({ name }) => name);
  const tallies: Tally[] = [];
  jest.setTimeout(3_600_000);
  test.each(courses)('other hands in the workbook of %s', async (name, ownSeed, steps, pressed) => {
    const scope = scopes[name];
    const seed = givenSeed || ownSeed;
    const memory = await begin[name]();
    const failures: unknown[] = [];
    for (let run = 0; run < runs; run += 1) {
      const { book, host, port } = await openBook(memory.model());
      const around = makeSurroundings(seed);
      const work = bindWork(port, around, () => {
        throw new Error('no file is read here');
      });
      const issue = async (unit: string) => (await splitCityWorkbook(port, [plan], [unit], around)).files[0]!.model;
      const course = { seed: seed + run, steps: given || steps, pressesIn: pressesIn(scope), ...(only ? { only: new Set(only) } : {}) };
      try {
        const told = await runHands({ book, host, work, issue, scope }, { hands, operations: operationsOf(scope) }, course);
        tallies.push(told);
        if (given === 0) expect(pressed.filter((each) => told.done[each] === undefined)).toEqual([]);
      } catch (cause) {
        failures.push(cause);
      }
    }
    if (failures.length > 1) throw new AggregateError(failures, failures.map(String).join('\n\n'));
    if (failures.length === 1) throw failures[0];
  });

  if (!all) return;
  test('each operation was carried out', () => {
    const tally = addTallies(tallies);
    console.log(formatTally(names, tally));
    if (given === 0) expect(neverDone(names, tally)).toEqual([]);
  });
}
