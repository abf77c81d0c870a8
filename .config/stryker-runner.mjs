/**
 * Runs the tests of the mutated rooms for Stryker: modules are loaded once, then mutants are switched on one after the
 * other. Jest would load everything anew for each of thousands. Only what those tests use of Jest is here; the same
 * tests run under Jest in `npm test`.
 */
import { createRequire, register } from 'node:module';
import { basename, join } from 'node:path';
import { cwd, env } from 'node:process';
import { pathToFileURL } from 'node:url';
import { testFilesOf } from './mutation-groups.mjs';

const fromJest = createRequire(createRequire(import.meta.url).resolve('jest-circus'));
const fromExpect = createRequire(fromJest.resolve('expect'));
const matcherFile = fromExpect.resolve('jest-matcher-utils');
/** That a test fails is all that counts: what differs between large values would take longer to show than the test. */
fromExpect.cache[matcherFile] = { ...fromExpect.cache[matcherFile], loaded: true, exports: { ...fromExpect(matcherFile), printDiffOrStringify: () => 'differs' } };
const { expect } = fromJest('expect');
const { bind } = fromJest('jest-each');

/**
 * Passings of mutated places in a test, the most there may be, and how many call for a look at the clock. A test that
 * makes many times as many as without any mutant goes round in a loop without end.
 */
let [passings, most, some] = [0, Infinity, Infinity];
let latest = Infinity;
let activeMutant;

class EndlessError extends Error {}

/** Stryker's own state. Instrumented code asks at each mutated place which mutant is active. */
const stryker = (globalThis.__stryker__ = {
  get activeMutant() {
    passings += 1;
    if (passings > some && (passings > most || (passings % 256 === 0 && Date.now() > latest))) {
      most = passings;
      throw new EndlessError(`after ${passings} passings of mutated places`);
    }
    return activeMutant;
  },
});

/** Passings and milliseconds of each test without a mutant. */
const effort = new Map();

function limit(test) {
  const own = effort.get(test);
  [passings, most, some] = [0, 20 * own.passings + 20_000, 3 * own.passings + 5_000];
  latest = Date.now() + 5_000 + 20 * own.time;
}

function unlimit() {
  [passings, most, some] = [0, Infinity, Infinity];
}

/** Room that no test needs: whoever asks for it grows without end, and would take all memory first. */
const mostRoom = 2 ** 22;

const bounded = (array) =>
  new Proxy(array, {
    construct(target, [length, ...rest]) {
      if (length > mostRoom) throw new EndlessError(`room for ${length}`);
      return Reflect.construct(target, [length, ...rest]);
    },
  });

/** What modules remember by object is forgotten between mutants: nothing worked out under one may serve another. */
let generation = 0;
const RealWeakMap = WeakMap;
class ForgetfulMap {
  #born = generation;
  #map = new RealWeakMap();

  #fresh() {
    if (this.#born !== generation) [this.#map, this.#born] = [new RealWeakMap(), generation];
    return this.#map;
  }

  constructor(entries = []) {
    for (const [key, value] of entries) this.set(key, value);
  }
  get = (key) => this.#fresh().get(key);
  has = (key) => this.#fresh().has(key);
  delete = (key) => this.#fresh().delete(key);
  set = (key, value) => {
    this.#fresh().set(key, value);
    return this;
  };
}

const tests = [];
const path = [];
/** The file whose tests are being defined: where it has changed, its tests are asked again. */
let testFile = '';

function describe(name, define) {
  path.push(name);
  define();
  path.pop();
}

function it(name, run) {
  const title = [...path, name].join(' ');
  const same = tests.filter((test) => test.title === title).length;
  tests.push({ title, id: same === 0 ? title : `${title} (${same + 1})`, run, fileName: testFile });
}

describe.each = bind(describe, false);
it.each = bind(it, false);
const jest = { isolateModulesAsync: (run) => run() };

function freeze(value) {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return;
  Object.freeze(value);
  Object.values(value).forEach(freeze);
}

async function loadTests() {
  register('./typescript-hooks.mjs', import.meta.url);
  register('./mutation-fast-check.mjs', import.meta.url);
  const folder = join(cwd(), 'test');
  // Libraries keep their memory.
  for (const library of ['zod', 'big.js', 'fast-check', '@borgar/fx', 'numfmt']) await import(library);
  Object.assign(globalThis, { describe, it, test: it, expect, jest, WeakMap: ForgetfulMap, Int32Array: bounded(Int32Array), Uint16Array: bounded(Uint16Array) });
  // As deep in test/ as every room.
  globalThis.__dirname = join(folder, 'rule');
  for (const file of testFilesOf(env['MUTATION_GROUP'], cwd())) {
    path.push(file);
    testFile = join(folder, file);
    await import(pathToFileURL(testFile).href);
    path.pop();
  }
  const { builtInPlan } = await import(pathToFileURL(join(cwd(), 'src/plan/built-in.ts')).href);
  freeze(builtInPlan);
}

/** Null where the test passes, else why it does not. */
async function runTest({ id, run }) {
  expect.setState({ assertionCalls: 0, expectedAssertionsNumber: null, isExpectingAssertions: false, suppressedErrors: [], currentTestName: id });
  try {
    await run();
    const [missed] = expect.extractExpectedAssertionsErrors();
    return missed ? String(missed.error.message) : null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

class LoadOnceRunner {
  #loaded = null;
  /** Tests that found out mutants of a file, the latest last. */
  #finders = new Map();

  /** The likeliest to fail first: what found out the file's other mutants, then what is named after the file; of the rest what is soonest done. */
  #inOrder(fileName, filter) {
    const finders = [...(this.#finders.get(fileName) ?? [])].reverse();
    const asked = filter ? tests.filter(({ id }) => filter.has(id)) : tests;
    const name = `/${basename(fileName, '.ts')} `;
    const rank = (test) => (finders.includes(test) ? finders.indexOf(test) - tests.length : test.id.includes(name) ? 0 : 1);
    const inRank = asked.map((test) => [rank(test), effort.get(test).passings, test]);
    return inRank.sort(([a, most], [b, other]) => a - b || most - other).map(([, , test]) => test);
  }

  #remember(fileName, test) {
    const finders = this.#finders.get(fileName) ?? new Set();
    finders.delete(test);
    this.#finders.set(fileName, finders.add(test));
  }

  /** Nothing is loaded anew, though Stryker would for mutants that also run while modules load: ignoreStatic says why. */
  capabilities() {
    return { reloadEnvironment: true };
  }

  async dryRun() {
    await (this.#loaded ??= loadTests());
    const results = [];
    for (const test of tests) {
      generation += 1;
      stryker.currentTestId = test.id;
      unlimit();
      const begun = Date.now();
      const failure = await runTest(test);
      const time = Date.now() - begun;
      effort.set(test, { passings, time });
      stryker.currentTestId = undefined;
      const result = { id: test.id, name: test.title, fileName: test.fileName, timeSpentMs: time };
      results.push(failure === null ? { ...result, status: 0 } : { ...result, status: 1, failureMessage: failure });
    }
    return { status: 'complete', tests: results, mutantCoverage: stryker.mutantCoverage };
  }

  async mutantRun({ activeMutant: mutant, testFilter, mutantActivation }) {
    if (mutantActivation === 'static') throw new Error('mutants of what runs while modules load cannot be judged: keep ignoreStatic on');
    if (!this.#loaded) await this.dryRun();
    generation += 1;
    activeMutant = mutant.id;
    const filter = testFilter && new Set(testFilter);
    let nrOfTests = 0;
    try {
      for (const test of this.#inOrder(mutant.fileName, filter)) {
        nrOfTests += 1;
        limit(test);
        const failure = await runTest(test);
        if (passings >= most) return { status: 'timeout', reason: `an endless loop in ${test.id}` };
        if (failure !== null) this.#remember(mutant.fileName, test);
        if (failure !== null) return { status: 'killed', killedBy: [test.id], failureMessage: failure, nrOfTests };
      }
      return { status: 'survived', nrOfTests };
    } finally {
      activeMutant = undefined;
      unlimit();
    }
  }
}

export const strykerPlugins = [{ kind: 'TestRunner', name: 'load-once', injectableClass: LoadOnceRunner }];
