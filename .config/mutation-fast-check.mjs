/**
 * fast-check as tests get it while mutants are judged: few runs, always the same ones, and no search for the smallest
 * counterexample. Loaded as a loader hook of Node it puts itself in fast-check's place for tests.
 */
import fc from 'fast-check';

const mostRuns = 20;

const assert = (property, parameters = {}) =>
  fc.assert(property, { seed: 20_231_110, ...parameters, endOnFailure: true, numRuns: Math.min(parameters.numRuns ?? mostRuns, mostRuns) });

export default { ...fc, assert };

export async function resolve(specifier, context, nextResolve) {
  const isForTest = specifier === 'fast-check' && /\/test\/.*\.ts$/.test(context.parentURL ?? '');
  return isForTest ? { url: import.meta.url, shortCircuit: true } : nextResolve(specifier, context);
}
