import jsdom from './jest.jsdom.js';

/** `npm run hands`: too long for every run of the tests. */
export default { ...jsdom, displayName: 'hands', testRegex: ['/test/hands/every\\.hands\\.ts$'] };
