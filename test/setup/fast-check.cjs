/**
 * Stands for fast-check in the tests. Where CI is set a property takes the same runs every time, so that one commit has
 * one verdict; elsewhere it looks at something new each time. `npm run hunt` looks many times as long (jest.hunt.js).
 */
const fc = require('../../node_modules/fast-check/lib/cjs/fast-check.js');

const times = globalThis.propertyTimes ?? 1;
const seed = process.env.CI ? { seed: 20_231_110 } : {};

const assert = (property, { numRuns = 100, ...rest } = {}) => fc.assert(property, { ...seed, ...rest, numRuns: numRuns * times });

module.exports = { ...fc, default: { ...fc, assert }, assert, __esModule: true };
