import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

interface Case {
  name: string;
  /** Where the text would stand; the file need not exist. */
  file: string;
  text: string;
  refusedBy: string[];
}

const cases: Case[] = [
  {
    name: 'plan imports nothing of ours',
    file: 'src/plan/plan.ts',
    text: "import type { ListDefinition } from '../list/list';\nexport type T = ListDefinition;\n",
    refusedBy: ['boundaries/dependencies'],
  },
  {
    name: 'list may use plan',
    file: 'src/list/list.ts',
    text: "import type { Plan } from '../plan/plan';\nexport type T = Plan;\n",
    refusedBy: [],
  },
  {
    name: 'sheet knows no port',
    file: 'src/sheet/model.ts',
    text: "import type { Port } from '../job/port';\nexport type T = Port;\n",
    refusedBy: ['boundaries/dependencies'],
  },
  {
    name: 'text may use types of rule',
    file: 'src/text/issue.ts',
    text: "import type { Issue } from '../rule/issue';\nexport type T = Issue;\n",
    refusedBy: [],
  },
  {
    name: 'text may use nothing else of rule',
    file: 'src/text/issue.ts',
    text: "import { severities } from '../rule/issue';\nexport const x = severities;\n",
    refusedBy: ['boundaries/dependencies'],
  },
  {
    name: 'excel throws the errors that the port names',
    file: 'src/excel/port.ts',
    text: "import { HostError } from '../job/port';\nexport const x = HostError;\n",
    refusedBy: [],
  },
  {
    name: 'excel does not read lists',
    file: 'src/excel/port.ts',
    text: "import { lists } from '../list/list';\nexport const x = lists;\n",
    refusedBy: ['boundaries/dependencies'],
  },
  {
    name: 'nothing imports the pane, the host or the command line',
    file: 'src/job/port.ts',
    text: "import '../pane/taskpane';\nimport '../host/page/page';\n",
    refusedBy: ['boundaries/dependencies', 'boundaries/dependencies'],
  },
  {
    name: 'a room uses the packages it is allowed, no others',
    file: 'src/plan/plan.ts',
    text: "import { z } from 'zod';\nimport { format } from 'numfmt';\nexport const x = [z, format];\n",
    refusedBy: ['boundaries/dependencies'],
  },
  {
    name: "a pure room does not reach Node's own modules",
    file: 'src/plan/plan.ts',
    text: "import { readFileSync } from 'node:fs';\nexport const x = readFileSync;\n",
    refusedBy: ['boundaries/dependencies'],
  },
  {
    name: 'a pure room does not touch the page, the console or the clock',
    file: 'src/sheet/model.ts',
    text: 'export const x = [document.title, new Date(), new Date(0).getDate()];\nconsole.log(x);\n',
    refusedBy: [
      'no-restricted-globals',
      'no-restricted-syntax',
      'no-restricted-syntax',
      'no-restricted-globals',
      'no-console',
    ],
  },
  {
    name: 'only src/excel knows Office.js',
    file: 'src/job/port.ts',
    text: 'export const x = Office;\n',
    refusedBy: ['no-restricted-globals'],
  },
  {
    name: 'no default exports and no barrels',
    file: 'src/sheet/model.ts',
    text: "export default 1;\nexport * from '../plan/plan';\n",
    refusedBy: ['no-restricted-syntax', 'no-restricted-syntax'],
  },
  {
    name: 'text of a workbook is never markup',
    file: 'src/pane/view.tsx',
    text: "export const x = <p dangerouslySetInnerHTML={{ __html: '' }} />;\nexport const y = (e: Element) => e.insertAdjacentHTML('beforeend', (e.innerHTML = ''));\ndocument.write('');\n",
    refusedBy: ['no-restricted-syntax', 'no-restricted-syntax', 'no-restricted-syntax', 'no-restricted-syntax'],
  },
  {
    name: 'no test is left out',
    file: 'test/house/import-rule.test.ts',
    text: "test.skip('x', () => undefined);\n",
    refusedBy: ['no-restricted-syntax'],
  },
];

let found: string[][];

beforeAll(() => {
  const input = JSON.stringify(cases.map(({ file, text }) => ({ file, text })));
  found = JSON.parse(execFileSync(process.execPath, [join(__dirname, 'lint-text.mjs')], { input, encoding: 'utf8' }));
}, 60_000);

test.each(cases.map((c, index) => ({ ...c, index })))('$name', ({ index, refusedBy }) => {
  expect(found[index]).toEqual(refusedBy);
});
