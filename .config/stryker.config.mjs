import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Mutation tests of the rooms where a wrong figure or verdict would be made: `npm run mutate`. One room or file:
 * `npm run mutate -- --mutate 'src/total/*.ts'`. What was measured before is kept under reports/ and used again, so
 * that a second run judges only what has changed.
 */
export default {
  testRunner: 'load-once',
  plugins: [fileURLToPath(new URL('stryker-runner.mjs', import.meta.url))],
  coverageAnalysis: 'perTest',
  // What runs only while modules load (the card of a rule, a table of words) would need every module anew for each of
  // its mutants. Code that runs while loading and in tests is mutated in the tests.
  ignoreStatic: true,
  mutate: ['src/plan/**/*.ts', 'src/total/**/*.ts', 'src/rule/**/*.ts'],
  ignorePatterns: ['*', '!src/**', '!test/**', '!.config/**', '!package.json'],
  concurrency: 1,
  // A busy machine is no endless loop.
  timeoutMS: 15_000,
  timeoutFactor: 3,
  incremental: true,
  incrementalFile: 'reports/mutation/incremental.json',
  // Not in the repository, where Jest would take the copy's tests for its own.
  tempDirName: join(tmpdir(), 'nine-lists-mutation'),
  reporters: ['progress-append-only', 'clear-text', 'html', 'json'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  htmlReporter: { fileName: 'reports/mutation/report.html' },
  jsonReporter: { fileName: 'reports/mutation/report.json' },
  thresholds: { high: 95, low: 85, break: 85 },
};
