import { BookRefusal } from '../../src/host/book/refusal';
import { HostError } from '../../src/job/port';
import { WorkbookError } from '../../src/job/workbook-error';
import { Random } from '../../src/list/sample/random';
import { compareLedger } from './compare-ledger';
import { isDerivedName } from './contract';
import type { Ledger } from './ledger';
import { compareFormulas, readAgain, type OwnFormula } from './own-formula';
import { readLedger } from './read-ledger';
import { listsOfScope, type Edit, type HandStep, type Operation, type Press, type Scene } from './scene';
import type { Tally } from './tally';

export interface Course {
  readonly seed: number;
  readonly steps: number;
  /** Numbers of the steps to take, all where it is left out: each has chance of its own, so that others can be left out. */
  readonly only?: ReadonlySet<number>;
  /** Every so many steps, on average, the user presses a button of ours. */
  readonly pressesIn: number;
}

interface Told extends Tally {
  /** What was done, step by step, with what came of it. */
  readonly log: string[];
  readonly done: Record<string, number>;
  readonly refused: Record<string, number>;
}

interface Moment {
  readonly ledger: Ledger;
  readonly formulas: readonly OwnFormula[];
}

/** Thrown where the workbook is not what its user's bookkeeping says. */
export class Disagreement extends Error {
  override readonly name = 'Disagreement';
}

/**
 * Lets people and the add-in take turns at a workbook. After each step the workbook and the user's own bookkeeping have
 * to agree; where they do not, throws Disagreement with the steps that led there.
 */
export async function runHands(
  { book, host, work, issue, scope }: Pick<Scene, 'book' | 'host' | 'work' | 'issue' | 'scope'>,
  { hands, operations }: { readonly hands: readonly HandStep[]; readonly operations: readonly Operation[] },
  { seed, steps, only, pressesIn }: Course,
): Promise<Told> {
  const told: Told = { log: [], done: {}, refused: {} };
  let past: Moment[] = [];
  let future: Moment[] = [];
  let serial = 0;
  const scene: Scene = {
    book,
    host,
    work,
    issue,
    scope,
    lists: listsOfScope(scope),
    random: new Random(seed),
    ledger: readLedger(book),
    formulas: [],
    report: null,
    last: null,
    frontPages: new Set(book.sheets.filter(({ name }) => isFrontName(name)).map(({ id }) => id)),
    derivedTabs: new Set(book.sheets.filter(({ name }) => isDerivedName(name)).map(({ id }) => id)),
    read: () => readLedger(book),
    next: () => (serial += 1),
  };
  scene.report = await work.judge({});
  const fail = (number: number, problems: readonly string[]): never => {
    const last = told.log.slice(-25).join('\n');
    throw new Disagreement(`seed ${seed}, step ${number}:\n${problems.slice(0, 8).join('\n')}\nafter\n${last}`);
  };
  const count = (tally: Record<string, number>, name: string): void => {
    tally[name] = (tally[name] ?? 0) + 1;
  };

  const takeHand = (number: number, name: string, edit: Edit): void => {
    const before: Moment = { ledger: scene.ledger, formulas: scene.formulas };
    const isDone = attempt(edit.run);
    count(isDone ? told.done : told.refused, name);
    told.log.push(`${number} ${edit.said}${isDone ? '' : ' - refused'}`);
    const actual = readLedger(book);
    const problems = compareLedger(isDone ? edit.expected(actual) : before.ledger, actual);
    scene.ledger = actual;
    if (isDone) {
      scene.formulas = edit.formulas?.(before.formulas) ?? before.formulas;
      scene.formulas = scene.formulas.filter(({ home }) => actual.sheets.some(({ id }) => id === home.sheet));
      past.push(before);
      future = [];
    }
    problems.push(...compareFormulas(book, scene.formulas, scene.ledger));
    if (problems.length > 0) fail(number, problems);
  };

  const goBack = (number: number, isUndo: boolean): void => {
    const [from, to] = isUndo ? [past, future] : [future, past];
    const moment = from.pop();
    if ((isUndo ? book.canUndo : book.canRedo) !== (moment !== undefined)) fail(number, [`${isUndo ? 'undo' : 'redo'} is ${moment ? 'not ' : ''}offered`]);
    if (moment === undefined) return;
    if (isUndo) book.undo();
    else book.redo();
    to.push({ ledger: scene.ledger, formulas: scene.formulas });
    told.log.push(`${number} ${isUndo ? 'undoes' : 'does again'} the last edit`);
    count(told.done, isUndo ? 'undo' : 'redo');
    const actual = readLedger(book);
    const problems = compareLedger(moment.ledger, actual);
    Object.assign(scene, { ledger: actual, formulas: moment.formulas });
    problems.push(...compareFormulas(book, scene.formulas, scene.ledger));
    if (problems.length > 0) fail(number, problems);
  };

  const press = async (number: number, name: string, { said, run, judge, judgeRefused = compareLedger }: Press): Promise<void> => {
    const before = scene.ledger;
    let refusal: string | null = null;
    let result: object | void = undefined;
    try {
      result = await run();
    } catch (cause) {
      if (cause instanceof WorkbookError) refusal = cause.message;
      else if (cause instanceof HostError && cause.fault === 'protected') refusal = 'protected';
      else throw new Disagreement(`seed ${seed}, step ${number}: ${name} failed\nafter\n${[...told.log.slice(-25), said].join('\n')}`, { cause });
    }
    count(refusal === null ? told.done : told.refused, name);
    told.log.push(`${number} ${said}${refusal === null ? '' : ` - refused: ${refusal}`}`);
    const after = readLedger(book);
    for (const { id, name: tab } of after.sheets) {
      if (before.sheets.some((sheet) => sheet.id === id)) continue;
      if (isDerivedName(tab)) scene.derivedTabs.add(id);
      else if (isFrontName(tab)) scene.frontPages.add(id);
    }
    const problems = refusal === null ? judge(before, after) : judgeRefused(before, after);
    const formulas = readAgain(book, scene.formulas);
    if (result !== undefined) scene.last = work.canTakeBack(result) ? { name, result, before, after } : null;
    scene.ledger = after;
    scene.formulas = scene.formulas.map((formula, i) => (formula.target === null ? formula : formulas[i]!));
    if (problems.length === 0) problems.push(...compareFormulas(book, scene.formulas, scene.ledger));
    if (!book.canUndo) [past, future] = [[], []];
    if (problems.length > 0) fail(number, problems);
  };

  for (let number = 1; number <= steps; number += 1) {
    if (only !== undefined && !only.has(number)) continue;
    scene.random = new Random(seed * 1_000_003 + number * 7919);
    serial = number * 100;
    if (scene.random.chance(1 / pressesIn)) {
      const pressed = draw(operations, scene);
      if (pressed) await press(number, pressed.name, pressed.planned);
    } else if (scene.random.chance(0.08)) {
      goBack(number, scene.random.chance(0.6));
    } else {
      const hand = pickWeighted(hands, scene.random);
      const edit = hand.plan(scene);
      if (edit) takeHand(number, hand.name, edit);
    }
  }
  return told;
}

/** A button that is offered now; null where none of several tries is. */
function draw(operations: readonly Operation[], scene: Scene): { readonly name: string; readonly planned: Press } | null {
  for (let tries = 0; tries < 8; tries += 1) {
    const { name, plan } = pickWeighted(operations, scene.random);
    const planned = plan(scene);
    if (planned !== null) return { name, planned };
  }
  return null;
}

/** 说明 and 汇总 as they are called when they are laid. */
function isFrontName(name: string): boolean {
  return name === '说明' || name === '汇总';
}

/** False where the workbook refuses. */
function attempt(run: () => void): boolean {
  try {
    run();
    return true;
  } catch (cause) {
    if (!(cause instanceof BookRefusal)) throw cause;
    return false;
  }
}

function pickWeighted<T extends { readonly weight: number }>(items: readonly T[], random: Random): T {
  let left = random.next() * items.reduce((sum, { weight }) => sum + weight, 0);
  return items.find(({ weight }) => (left -= weight) < 0) ?? items[0]!;
}
