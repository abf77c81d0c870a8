import { fileURLToPath } from 'node:url';

/**
 * What both projects share: compile with swc, look from the top of the repository. `npm run jest` starts V8 with a larger
 * interrupt budget: each file's code is compiled anew and over in a second or two, and a seventh of all the time went into
 * making it quicker.
 */
export const shared = {
  rootDir: fileURLToPath(new URL('..', import.meta.url)),
  transform: {
    '\\.(mjs|[jt]sx?)$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic' } },
        },
      },
    ],
  },
  // Tests run in a realm of their own, where every look at a global is a slow one: given to each module as parameters,
  // these take a third off what computes. Nobody replaces them; a package that declares one of the names itself fails at once.
  sandboxInjectedGlobals: ['Array', 'Error', 'Infinity', 'Int16Array', 'Int32Array', 'JSON', 'Map', 'Math', 'Number', 'Object', 'Promise', 'RegExp', 'Set', 'String', 'Uint8Array'],
  // hucre and what the charts draw with ship ES modules only; numfmt names a CommonJS file that it does not ship.
  transformIgnorePatterns: ['/node_modules/(?!hucre/|numfmt/|d3-\\w+/|internmap/)'],
  moduleNameMapper: {
    '^numfmt$': '<rootDir>/node_modules/numfmt/dist/index.mjs',
    '^fast-check$': '<rootDir>/test/setup/fast-check.cjs',
    // zod reads its messages in fifty languages for every test; no schema of ours speaks any but its first.
    '^\\.\\./locales/index\\.cjs$': '<rootDir>/test/setup/no-locales.cjs',
  },
};
