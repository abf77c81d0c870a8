/**
 * Who may import whom in src/: `uses` are rooms, `types` are rooms of which only types may be imported,
 * `packages` are npm packages (or Node's own). Rooms that implement the port also use
 * the errors that it names, which are classes. What is not listed is refused by lint.
 */
export const rooms = {
  plan: { uses: [], packages: ['zod', 'big.js'] },
  list: { uses: ['plan'], packages: ['zod'] },
  total: { uses: ['plan', 'list'], packages: ['big.js'] },
  rule: { uses: ['plan', 'list', 'total'], packages: ['zod', 'big.js'] },
  dispatch: { uses: ['plan', 'list', 'total', 'rule'], packages: ['big.js'] },
  text: { uses: ['plan', 'list'], types: ['total', 'rule', 'exchange', 'dispatch'], packages: [] },
  sheet: { uses: ['plan', 'list', 'total', 'text'], types: ['exchange'], packages: ['big.js', '@borgar/fx', 'zod'] },
  exchange: { uses: ['plan', 'list', 'rule'], packages: ['big.js'] },
  job: {
    uses: ['plan', 'list', 'total', 'rule', 'dispatch', 'text', 'sheet', 'exchange'],
    packages: ['zod', 'big.js', 'ulid'],
  },
  excel: { uses: ['sheet'], types: ['job'], implementsPort: true, packages: [] },
  xlsx: { uses: ['sheet'], types: ['job'], implementsPort: true, packages: ['hucre', 'hucre/*', 'fflate', 'zod'] },
  pane: {
    uses: ['plan', 'list', 'total', 'rule', 'dispatch', 'text', 'sheet', 'exchange', 'job', 'excel', 'xlsx'],
    packages: ['react', 'react-dom', 'react-dom/*', '@fluentui/*', '@tanstack/react-virtual', 'ulid'],
  },
  host: { uses: ['sheet', 'text', 'xlsx'], packages: ['@borgar/fx', 'numfmt'] },
  cli: {
    uses: ['plan', 'list', 'total', 'rule', 'dispatch', 'text', 'sheet', 'exchange', 'job', 'xlsx'],
    packages: ['node:*', 'node:*/*', 'zod', 'ulid'],
  },
};

/** Rooms that run anywhere: no Office, no DOM, no Node. The same list is in src/tsconfig.pure.json. */
export const pureRooms = ['plan', 'list', 'total', 'rule', 'dispatch', 'text', 'sheet', 'exchange', 'job'];
