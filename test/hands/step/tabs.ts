import { copySheet } from '../../../src/host/book/edit/copy-sheet';
import { enterText } from '../../../src/host/book/edit/enter-text';
import { protectSheet, unprotectSheet } from '../../../src/host/book/edit/protect';
import { addSheet, deleteSheet, moveSheet, renameSheet, setVisibility } from '../../../src/host/book/edit/tabs';
import { formatAddress, formatReference } from '../../../src/sheet/address';
import type { Area } from '../../../src/sheet/model';
import { cellOf, putBlock, withSheet, ƒ, type ExpectedLedger, type Ledger, type LedgerSheet } from '../ledger';
import { followRemoval, type OwnFormula } from '../own-formula';
import { columnAt, placesOf, tabOf, type Edit, type HandStep, type Scene } from '../scene';
import { pickBodyCell } from './typing';

/** Sheets of the user's own, by the names that he gives them. */
const isOwn = ({ name }: LedgerSheet): boolean => name.startsWith('自用表');

const visible = ({ ledger }: Scene): LedgerSheet[] => ledger.sheets.filter(({ visibility }) => visibility === 'visible');

/** Most tabs that people let pile up here. */
const mostTabs = 22;

function patched(ledger: Ledger, sheet: LedgerSheet, patch: Partial<LedgerSheet>): ExpectedLedger {
  return withSheet(ledger, sheet.id, (own) => ({ ...own, ...patch }));
}

function withTab(ledger: Ledger, at: number, tab: LedgerSheet | undefined): ExpectedLedger {
  const sheets = [...ledger.sheets];
  if (tab) sheets.splice(at, 0, tab);
  return { sheets };
}

const password = '031800';

export const tabSteps: readonly HandStep[] = [
  {
    name: 'rename a tab',
    weight: 3,
    plan: (scene) => {
      const sheet = scene.random.pick(visible(scene));
      const name = isOwn(sheet) ? `自用表${scene.next()}` : scene.random.chance(0.3) ? `${scene.next()}'月 报(改)` : `表${scene.next()}`;
      return {
        said: `renames ${sheet.name} to ${name}`,
        run: () => renameSheet(scene.book, 'user', tabOf(scene, sheet), name),
        expected: () => patched(scene.ledger, sheet, { name }),
      };
    },
  },
  {
    name: 'move a tab',
    weight: 3,
    plan: (scene) => {
      const { sheets } = scene.ledger;
      const [from, to] = [scene.random.between(0, sheets.length - 1), scene.random.between(0, sheets.length - 1)];
      const sheet = sheets[from]!;
      if (from === to || sheet.visibility !== 'visible') return null;
      return {
        said: `moves ${sheet.name} to place ${to + 1}`,
        run: () => moveSheet(scene.book, 'user', tabOf(scene, sheet), to),
        expected: () => withTab({ sheets: sheets.filter((other) => other !== sheet) }, to, sheet),
      };
    },
  },
  {
    name: 'copy a tab',
    weight: 1,
    plan: (scene) => {
      if (scene.ledger.sheets.length >= mostTabs) return null;
      const sheet = scene.random.pick(visible(scene));
      const at = scene.ledger.sheets.indexOf(sheet) + 1;
      const known = new Set(scene.ledger.sheets.map(({ name }) => name));
      return {
        said: `copies ${sheet.name}`,
        run: () => void copySheet(scene.book, 'user', tabOf(scene, sheet), at),
        expected: (actual) => {
          const copy = actual.sheets[at];
          const isNamed = copy !== undefined && !known.has(copy.name) && copy.name.startsWith(sheet.name.slice(0, 25));
          return withTab(scene.ledger, at, isNamed ? { ...sheet, id: copy.id, name: copy.name } : undefined);
        },
      };
    },
  },
  {
    name: 'delete a tab',
    weight: 1,
    plan: (scene) => {
      const sheet = scene.random.pick(visible(scene));
      if (scene.random.chance(0.5) && !isOwn(sheet) && !sheet.name.endsWith(')')) return null;
      return {
        said: `deletes ${sheet.name}`,
        run: () => deleteSheet(scene.book, 'user', tabOf(scene, sheet)),
        expected: () => ({ sheets: scene.ledger.sheets.filter((other) => other !== sheet) }),
        formulas: (formulas) => followRemoval(formulas, sheet.id),
      };
    },
  },
  {
    name: 'hide a tab',
    weight: 2,
    plan: (scene) => {
      const sheet = scene.random.pick(visible(scene));
      return {
        said: `hides ${sheet.name}`,
        run: () => setVisibility(scene.book, 'user', tabOf(scene, sheet), 'hidden'),
        expected: () => patched(scene.ledger, sheet, { visibility: 'hidden' }),
      };
    },
  },
  {
    name: 'show a tab again',
    weight: 3,
    plan: (scene) => {
      const hidden = scene.ledger.sheets.filter(({ visibility }) => visibility === 'hidden');
      if (hidden.length === 0) return null;
      const sheet = scene.random.pick(hidden);
      return {
        said: `shows ${sheet.name} again`,
        run: () => setVisibility(scene.book, 'user', tabOf(scene, sheet), 'visible'),
        expected: () => patched(scene.ledger, sheet, { visibility: 'visible' }),
      };
    },
  },
  {
    name: 'protect a tab',
    weight: 2,
    plan: (scene) => {
      const sheet = scene.random.pick(visible(scene));
      const hasPassword = scene.random.chance(0.3);
      return {
        said: `protects ${sheet.name}${hasPassword ? ' with a password' : ''}`,
        run: () => protectSheet(scene.book, 'user', tabOf(scene, sheet), { allowFormatColumns: true, allowFilter: true }, hasPassword ? password : ''),
        expected: () => patched(scene.ledger, sheet, { isProtected: true }),
      };
    },
  },
  {
    name: 'take a protection off',
    weight: 5,
    plan: (scene) => {
      const closed = scene.ledger.sheets.filter((sheet) => sheet.isProtected && sheet.visibility === 'visible');
      if (closed.length === 0) return null;
      // Passwords first, or nothing of ours works any more.
      const locked = closed.find((sheet) => tabOf(scene, sheet).state.protection?.password !== undefined);
      const sheet = locked ?? scene.random.pick(closed);
      return {
        said: `takes the protection off ${sheet.name}`,
        run: () => unprotectSheet(scene.book, 'user', tabOf(scene, sheet), locked ? password : ''),
        expected: () => patched(scene.ledger, sheet, { isProtected: false }),
      };
    },
  },
  {
    name: 'add a sheet of his own',
    weight: 1,
    plan: (scene) => {
      if (scene.ledger.sheets.length >= mostTabs) return null;
      const name = `自用表${scene.next()}`;
      const at = scene.random.between(0, scene.ledger.sheets.length);
      return {
        said: `adds ${name}`,
        run: () => void addSheet(scene.book, 'user', name, at),
        expected: (actual) =>
          withTab(scene.ledger, at, { id: actual.sheets[at]?.id ?? '', name, visibility: 'visible', isProtected: false, cells: [], tables: [] }),
      };
    },
  },
  { name: 'write a formula on a sheet of his own', weight: 4, plan: writeFormula },
];

function writeFormula(scene: Scene): Edit | null {
  const { ledger, random } = scene;
  const homes = ledger.sheets.filter((sheet) => isOwn(sheet) && !sheet.isProtected);
  const place = random.pick(placesOf(scene));
  if (homes.length === 0 || place === undefined) return null;
  const home = random.pick(homes);
  const from = pickBodyCell(scene, place);
  if (columnAt(place, from.column)?.role !== 'entry') return null;
  const kind: OwnFormula['kind'] = random.chance(0.6) ? 'cell' : 'sum';
  const area: Area = { ...from, rows: kind === 'cell' ? 1 : Math.min(4, place.area.row + place.area.rows - from.row), columns: 1 };
  const [row, column] = [random.between(0, 9), random.between(0, 3)];
  if (cellOf(home, row, column) !== null) return null;
  const read = kind === 'cell' ? formatReference(place.sheet.name, { ...area, rows: 1 }).replace(/:.*$/, '') : formatReference(place.sheet.name, area);
  const text = kind === 'cell' ? `=${read}` : `=SUM(${read})`;
  return {
    said: `writes ${text} into ${home.name}!${formatAddress(row, column)}`,
    run: () => enterText(scene.book, tabOf(scene, home), row, column, text, { insist: true }),
    expected: () => withSheet(ledger, home.id, (own) => putBlock(own, row, column, [[ƒ]])),
    formulas: (formulas) => [...formulas, { home: { sheet: home.id, row, column }, kind, target: { sheet: place.sheet.id, area } }],
  };
}
