import { configure, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Surroundings } from '../../src/job/clock';
import { generateWorkbook, type GenerateRequest } from '../../src/job/generate';
import { createMemoryPort, type MemoryPort } from '../../src/job/memory-port';
import type { WorkbookPort } from '../../src/job/port';
import { App } from '../../src/pane/App';
import { CrashBoundary } from '../../src/pane/frame/CrashBoundary';
import { createCommands } from '../../src/pane/state/commands';
import { PaneProvider } from '../../src/pane/state/PaneContext';
import type { StartReader } from '../../src/pane/reader/start-reader';
import type { Phase } from '../../src/pane/state/state';
import { createStore } from '../../src/pane/state/store';
import { bindWork, type Work } from '../../src/pane/state/work';
import { builtInPlan } from '../../src/plan/built-in';
import { toSerial } from '../../src/plan/day';
import { sheetOf } from '../sheet/small-model';
import { startInPlace } from './reader/in-place-reader';

// The component library is slow in jsdom, and the jobs are the real ones.
jest.setTimeout(60_000);
configure({ asyncUtilTimeout: 10_000 });

// jsdom lays nothing out; lists draw only what is in sight of so high a page.
Object.defineProperty(Element.prototype, 'clientHeight', { configurable: true, get: () => 600 });
// As wide as a task pane, so that no tab is put away.
Object.defineProperty(Element.prototype, 'clientWidth', { configurable: true, get: () => 350 });
Object.defineProperty(HTMLElement.prototype, 'offsetHeight', { configurable: true, get: () => 100 });
// What has no place on the page cannot take the focus. A dialog where nothing can takes it itself, and whether it is then
// hidden from screen readers depends on which of two callbacks comes first: no browser has such a page.
Object.defineProperty(HTMLElement.prototype, 'offsetParent', { configurable: true, get(this: HTMLElement) { return this.parentElement; } });
document.body.getBoundingClientRect = () => new DOMRect(0, 0, 350, 600);

// The jobs change the state in their own time, as they do in Excel; tests wait for what the user sees.
beforeAll(() => Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: false }));

let chance = 1;

/** A Monday in the campaign: 2023-11-20 10:00 in China. */
export const around: Surroundings = {
  now: () => Date.UTC(2023, 10, 20, 2, 0),
  utcOffsetMinutes: 480,
  random: () => (chance = (chance * 48_271) % 2_147_483_647) / 2_147_483_647,
  yieldToScreen: () => Promise.resolve(),
};

export const asOf = toSerial('2023-11-20');

export function requestOf(unit: string | null, sample?: 'clean' | 'mistakes'): GenerateRequest {
  return {
    plan: builtInPlan,
    scope: unit === null ? { kind: 'city' } : { kind: 'unit', unit },
    asOf,
    ...(sample ? { sample: { kind: sample, seed: 1 } } : {}),
  };
}

/** A workbook of the user's own, with one sheet, and in it what 生成 makes of the request. */
export async function makeWorkbook(request: GenerateRequest | null): Promise<MemoryPort> {
  const port = createMemoryPort({ sheets: [ownSheet], names: [], activeSheet: ownSheet.name });
  if (request) await generateWorkbook(port, request, around);
  return port;
}

const ownSheet = sheetOf({ name: '往年台账', blocks: [{ row: 0, column: 0, content: [['不要动我']] }] });

/** The pane beside a workbook, as Office would place it. */
export async function openPane(port: WorkbookPort, options: { phase?: Phase; change?: (work: Work) => Work; startReader?: StartReader } = {}) {
  const { phase = 'ready', change = (work: Work) => work, startReader = startInPlace } = options;
  const store = createStore();
  const commands = createCommands(store, port, () => Promise.resolve(change(bindWork(port, around, startReader))));
  const user = userEvent.setup();
  render(
    <CrashBoundary>
      <PaneProvider store={store} commands={commands} around={around}>
        <App officeTheme={null} />
      </PaneProvider>
    </CrashBoundary>,
  );
  store.send({ kind: 'placed', phase });
  if (phase === 'ready') {
    await commands.open();
    await waitFor(() => expect(screen.queryByText(/^正在/)).toBeNull());
  }
  return { user, commands, store };
}

/** The cell (0-based) under a header of one of our sheets, in the table's row (0-based). */
export function cellOf(port: MemoryPort, sheetStart: string, header: string, row: number) {
  const sheet = port.model().sheets.find(({ name }) => name.startsWith(sheetStart))!;
  const table = sheet.tables[0]!;
  const column = table.headers.indexOf(header);
  if (column < 0) throw new RangeError(`no column ${header} in ${sheet.name}`);
  return { sheet: sheet.name, row: table.area.row + 1 + row, column: table.area.column + column };
}

/** What a cell holds now; a formula is its text. */
export function readCell(port: MemoryPort, { sheet, row, column }: { sheet: string; row: number; column: number }) {
  const found = port.model().sheets.find(({ name }) => name === sheet)!;
  for (const block of found.blocks) {
    const content = block.content[row - block.row]?.[column - block.column];
    if (content !== undefined) return typeof content === 'object' && content !== null ? content.formula : content;
  }
  return null;
}
