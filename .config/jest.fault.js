import jsdom from './jest.jsdom.js';

/** `npm run faults`: too long for every run of the tests. */
export default { ...jsdom, displayName: 'fault', testRegex: ['/test/fault/every\\.fault\\.ts$'] };
