import js from '@eslint/js';
import boundaries from 'eslint-plugin-boundaries';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

import { rooms, pureRooms } from './rooms.mjs';

const officeGlobals = ['Excel', 'Office', 'OfficeCore', 'OfficeExtension', 'OfficeRuntime'];
const browserGlobals = [
  'window', 'document', 'self', 'navigator', 'location', 'history', 'localStorage', 'sessionStorage',
  'indexedDB', 'fetch', 'XMLHttpRequest', 'Worker', 'Blob', 'File', 'FileReader',
  'requestAnimationFrame', 'alert', 'confirm', 'prompt', 'DOMParser', 'MessageChannel',
];
const nodeGlobals = ['process', 'Buffer', 'global', 'require', 'module', '__dirname', '__filename'];
const sharedGlobals = [
  'globalThis', 'console', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'setImmediate',
  'queueMicrotask', 'URL', 'URLSearchParams', 'crypto', 'performance', 'TextEncoder', 'TextDecoder',
  'AbortController', 'structuredClone', 'atob', 'btoa',
];

const restrict = (names, message) => names.map((name) => ({ name, message }));
const officeOnlyInExcel = restrict(officeGlobals, '只有 src/excel 可以使用 Office.js。');
const noEval = [{ name: 'eval', message: '内容安全策略不允许 eval。' }];

const namedExportsOnly = [
  { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' },
  { selector: 'ExportAllDeclaration', message: 'No barrels: import from the file that has the idea.' },
];
/** What stands in a workbook is text, whatever it looks like. */
const noMarkup = [
  ':matches(JSXIdentifier, Identifier)[name=/^(dangerouslySetInnerHTML|innerHTML|outerHTML|insertAdjacentHTML|setHTMLUnsafe|createContextualFragment|srcdoc|srcDoc)$/]',
  'CallExpression[callee.object.name="document"][callee.property.name=/^write(ln)?$/]',
].map((selector) => ({ selector, message: 'Text of a workbook is never markup: use textContent or JSX.' }));
const noClock = [
  {
    selector: 'MemberExpression[property.name=/^[gs]et(FullYear|Year|Month|Date|Day|Hours|Minutes|Seconds|Milliseconds)$/]',
    message: 'Days are serial numbers; local Date methods depend on the time zone of the machine.',
  },
  { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: 'Today comes from the caller.' },
  {
    selector: 'MemberExpression[object.name="Date"][property.name="now"]',
    message: 'Today comes from the caller.',
  },
  {
    selector: 'MemberExpression[object.name="Math"][property.name="random"]',
    message: 'Chance comes from the caller, so that results can be repeated.',
  },
];

/** What a room may import: itself, the rooms it may use, those of which it may use types, its packages. */
function importPolicies(room, { uses, types = [], implementsPort = false, packages }) {
  const from = { element: { type: room } };
  return [
    { from, allow: { to: { element: { type: [room, ...uses] } } } },
    ...(types.length > 0 ? [{ from, allow: { to: { element: { type: types } }, dependency: { kind: 'type' } } }] : []),
    ...(implementsPort ? [{ from, allow: { to: { file: { categories: 'port' } } } }] : []),
    ...packages.map((source) => ({ from, allow: { to: { module: { source } } } })),
  ];
}

const inRooms = (names) => names.map((name) => `src/${name}/**/*.{ts,tsx}`);

export default tseslint.config(
  { ignores: ['dist/', 'reports/', 'node_modules/'] },
  js.configs.recommended,
  tseslint.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      // tsc knows every name better.
      'no-undef': 'off',
      eqeqeq: 'error',
      'no-new-func': 'error',
      'no-implied-eval': 'error',
      // The import table tells types from values by `import type`, not by `type` within the braces.
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-import-type-side-effects': 'error',
      // Chinese typography indents with U+3000; file formats forbid control characters.
      'no-irregular-whitespace': ['error', { skipStrings: true, skipTemplates: true, skipJSXText: true, skipComments: true }],
      'no-control-regex': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', caughtErrors: 'all' }],
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    plugins: { boundaries },
    languageOptions: { parserOptions: { projectService: true } },
    settings: {
      'import/resolver': { node: { extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'] } },
      'boundaries/elements': Object.keys(rooms).map((type) => ({ type, pattern: `src/${type}` })),
      'boundaries/files': [{ category: 'port', pattern: 'src/job/port.ts' }],
    },
    rules: {
      // What lies in no room may import nothing.
      'boundaries/dependencies': ['error', { default: 'disallow', checkAllOrigins: true, policies: [] }],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      'no-console': 'error',
      'no-restricted-globals': ['error', ...officeOnlyInExcel, ...noEval],
      'no-restricted-syntax': ['error', ...namedExportsOnly, ...noMarkup],
    },
  },
  // Each room has its own policies only: looking through those of all rooms took several seconds.
  ...Object.entries(rooms).map(([room, uses]) => ({
    files: inRooms([room]),
    rules: {
      'boundaries/dependencies': ['error', { default: 'disallow', checkAllOrigins: true, policies: importPolicies(room, uses) }],
    },
  })),
  {
    files: inRooms(pureRooms),
    rules: {
      'no-restricted-globals': [
        'error',
        ...officeOnlyInExcel,
        ...noEval,
        ...restrict([...browserGlobals, ...nodeGlobals, ...sharedGlobals], 'This room is pure: no Office, no DOM, no Node.'),
      ],
      'no-restricted-syntax': ['error', ...namedExportsOnly, ...noMarkup, ...noClock],
    },
  },
  { files: inRooms(['excel']), rules: { 'no-restricted-globals': ['error', ...noEval] } },
  { files: inRooms(['cli']), rules: { 'no-console': 'off' } },
  {
    files: ['src/pane/old-view.js'],
    languageOptions: { ecmaVersion: 5, sourceType: 'script' },
  },
  { files: ['**/*.cjs'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
  { ...reactHooks.configs.flat.recommended, files: ['src/**/*.tsx'] },
  {
    files: ['test/**/*.{ts,tsx}'],
    ignores: ['test/require-tool.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: 'MemberExpression[object.name=/^(test|it|describe)$/][property.name=/^(skip|only|todo)$/]',
          message: 'A test that does not run says nothing; test/require-tool.ts is the one exception.',
        },
      ],
      'no-restricted-globals': ['error', 'xit', 'xtest', 'xdescribe', 'fit', 'fdescribe'],
    },
  },
);
