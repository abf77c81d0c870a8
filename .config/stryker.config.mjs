import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { env } from 'node:process';
import { fileURLToPath } from 'node:url';
import { leastScore, sourceFilesOf } from './mutation-groups.mjs';

/** One group of mutation-groups.mjs, which mutate.mjs names. */
const group = env['MUTATION_GROUP'];
const report = `reports/mutation/${group}`;

export default {
  testRunner: 'load-once',
  plugins: [fileURLToPath(new URL('stryker-runner.mjs', import.meta.url))],
  coverageAnalysis: 'perTest',
  // What runs only while modules load (the card of a rule, a table of words) would need every module anew for each of
  // its mutants. Code that runs while loading and in tests is mutated in the tests.
  ignoreStatic: true,
  mutate: sourceFilesOf(group),
  // Only what the tests of the groups load is copied.
  ignorePatterns: ['*', '!src/**/*.{ts,json}', 'src/{pane,excel,cli,install}', '!test/{plan,total,rule,text}/**', '!test/host/formula/**', '!test/notice.txt', '!package.json'],
  concurrency: 1,
  // A busy machine is no endless loop.
  timeoutMS: 60_000,
  timeoutFactor: 3,
  incremental: true,
  incrementalFile: `${report}-incremental.json`,
  // Not in the repository, where Jest would take the copy's tests for its own.
  tempDirName: join(tmpdir(), 'nine-lists-mutation', group),
  reporters: ['progress-append-only', 'clear-text', 'html', 'json'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false, reportScoreTable: false },
  htmlReporter: { fileName: `${report}.html` },
  jsonReporter: { fileName: `${report}.json` },
  thresholds: { high: 95, low: leastScore, break: null },
};
