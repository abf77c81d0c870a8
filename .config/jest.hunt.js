import jsdom from './jest.jsdom.js';
import node from './jest.node.js';

const globals = { propertyTimes: 20 };

/** `npm run hunt`: every property (test/setup/fast-check.cjs) with many times as many runs and a new seed; given files only, if any. */
export default {
  rootDir: node.rootDir,
  testTimeout: 1_800_000,
  projects: [
    { ...node, globals },
    { ...jsdom, globals },
  ],
};
