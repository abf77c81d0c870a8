/**
 * Runs the tests of the mutated rooms for Stryker: modules are loaded once, then mutants are switched on one after the
 * other. Jest would load everything anew for each of thousands. Only what those tests use of Jest is here; the same
 * tests run under Jest in `npm test`.
 */
import { readdirSync } from 'node:fs';
import { createRequire, register } from 'node:module';
import { basename, join } from 'node:path';
import { cwd, env } from 'node:process';
import { pathToFileURL } from 'node:url';

const fromJest = createRequire(createRequire(import.meta.url).resolve('jest-circus'));
const { expect } = fromJest('expect');
const { bind } = fromJest('jest-each');

/** Stryker's own state, which the instrumented code reads. */
const stryker = (globalThis.__stryker__ = {});

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

function describe(name, define) {
  path.push(name);
  define();
  path.pop();
}

function it(name, run) {
  const title = [...path, name].join(' ');
  const same = tests.filter((test) => test.title === title).length;
  tests.push({ title, id: same === 0 ? title : `${title} (${same + 1})`, run });
}

describe.each = bind(describe, false);
it.each = bind(it, false);
const jest = { isolateModulesAsync: (run) => run() };

function freeze(value) {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return;
  Object.freeze(value);
  Object.values(value).forEach(freeze);
}

/** Tests of whole workbooks come last: most mutants are found out before. */
const isLong = (file) => /(as-of|bad-input|engine|fix|fix-workbook|session)\.test\.ts$/.test(file);

async function loadTests() {
  register('./typescript-hooks.mjs', import.meta.url);
  const folder = join(cwd(), 'test');
  // Libraries keep their memory.
  for (const library of ['zod', 'big.js', 'fast-check', '@borgar/fx', 'numfmt']) await import(library);
  Object.assign(globalThis, { describe, it, test: it, expect, jest, WeakMap: ForgetfulMap });
  // As deep in test/ as every room.
  globalThis.__dirname = join(folder, 'rule');
  const wanted = new RegExp(`^(${env['MUTATION_TESTS'] ?? '(plan|total|rule)/'}).*\\.test\\.ts$`);
  const files = ['plan', 'total', 'rule'].flatMap((room) => readdirSync(join(folder, room)).map((file) => `${room}/${file}`)).filter((file) => wanted.test(file));
  for (const file of [...files.filter((each) => !isLong(each)), ...files.filter(isLong)]) {
    path.push(file);
    await import(pathToFileURL(join(folder, file)).href);
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

  /** The likeliest to fail first: what found out the file's other mutants, then what is named after the file. */
  #inOrder(fileName, filter) {
    const finders = [...(this.#finders.get(fileName) ?? [])].reverse();
    const asked = filter ? tests.filter(({ id }) => filter.has(id)) : tests;
    const name = `/${basename(fileName, '.ts')} `;
    const rank = (test) => (finders.includes(test) ? finders.indexOf(test) - tests.length : test.id.includes(name) ? 0 : 1);
    return asked.map((test) => [rank(test), test]).sort(([a], [b]) => a - b).map(([, test]) => test);
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
      const begun = Date.now();
      const failure = await runTest(test);
      stryker.currentTestId = undefined;
      const result = { id: test.id, name: test.title, timeSpentMs: Date.now() - begun };
      results.push(failure === null ? { ...result, status: 0 } : { ...result, status: 1, failureMessage: failure });
    }
    return { status: 'complete', tests: results, mutantCoverage: stryker.mutantCoverage };
  }

  async mutantRun({ activeMutant, testFilter, hitLimit, mutantActivation }) {
    if (mutantActivation === 'static') throw new Error('mutants of what runs while modules load cannot be judged: keep ignoreStatic on');
    await (this.#loaded ??= loadTests());
    generation += 1;
    Object.assign(stryker, { activeMutant: activeMutant.id, hitLimit, hitCount: hitLimit === undefined ? undefined : 0 });
    const filter = testFilter && new Set(testFilter);
    let nrOfTests = 0;
    try {
      for (const test of this.#inOrder(activeMutant.fileName, filter)) {
        nrOfTests += 1;
        const failure = await runTest(test);
        if (hitLimit !== undefined && stryker.hitCount > hitLimit) return { status: 'timeout', reason: `more than ${hitLimit} hits` };
        if (failure !== null) this.#remember(activeMutant.fileName, test);
        if (failure !== null) return { status: 'killed', killedBy: [test.id], failureMessage: failure, nrOfTests };
      }
      return { status: 'survived', nrOfTests };
    } finally {
      stryker.activeMutant = undefined;
    }
  }
}

export const strykerPlugins = [{ kind: 'TestRunner', name: 'load-once', injectableClass: LoadOnceRunner }];
