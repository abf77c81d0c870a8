import jsdom from './jest.jsdom.js';

/** The part of `npm run bench` that needs a page: Microsoft's client library against the embedded Excel. */
export default { ...jsdom, displayName: 'bench', testRegex: ['/test/bench/.*\\.bench\\.ts$'] };
