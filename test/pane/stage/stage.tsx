/** The pane beside a workbook in memory, in a state that is asked for or named by the address: for looking at it without any Excel. */
import { createRoot, type Root } from 'react-dom/client';
import { generateWorkbook, type GenerateRequest } from '../../../src/job/generate';
import { createMemoryPort } from '../../../src/job/memory-port';
import { App } from '../../../src/pane/App';
import { CrashBoundary } from '../../../src/pane/frame/CrashBoundary';
import { readFiles, type ReadOptions } from '../../../src/pane/reader/read-files';
import { connectReader, startReader, type StartReader } from '../../../src/pane/reader/start-reader';
import { browserSurroundings } from '../../../src/pane/state/around';
import { createCommands } from '../../../src/pane/state/commands';
import { PaneProvider } from '../../../src/pane/state/PaneContext';
import { createStore } from '../../../src/pane/state/store';
import { bindWork } from '../../../src/pane/state/work';
import type { WorkbookModel } from '../../../src/sheet/model';
import { prepare, scenes, type Scene, type SceneName } from './scene';

const startFaulty: StartReader = (hear) => connectReader(new Worker(new URL('./faulty-worker.ts', import.meta.url)), hear);

/** What 生成 made of each request, since many scenes begin with the same. */
const made = new Map<string, WorkbookModel>();

async function makeWorkbook(request: GenerateRequest | undefined): Promise<WorkbookModel> {
  if (!request) return prepare();
  const key = JSON.stringify([request.plan.year, request.scope, request.asOf, request.sample]);
  const known = made.get(key);
  if (known) return known;
  const port = createMemoryPort(prepare());
  await generateWorkbook(port, request, browserSurroundings);
  made.set(key, port.model());
  return port.model();
}

let shown: { readonly root: Root } | undefined;

/** Puts a scene up in place of the one before it, as a user finds it who has never opened the pane. */
async function showScene(name: SceneName): Promise<void> {
  shown?.root.unmount();
  delete document.body.dataset['ready'];
  localStorage.clear();
  // A dialog hides what is beside it from screen readers, and leaves it so when it is taken away with its pane.
  const place = document.createElement('div');
  place.id = 'root';
  document.getElementById('root')!.replaceWith(place);
  const root = createRoot(place, { onCaughtError: () => undefined });
  const here = { root };
  shown = here;
  const scene: Scene = scenes[name];
  const store = createStore();
  const port = createMemoryPort(await makeWorkbook(scene.request));
  const around = browserSurroundings;
  const staged = scene.stage?.(port) ?? port;
  const commands = createCommands(store, staged, () => Promise.resolve(bindWork(staged, around, startReader)));
  root.render(
    <CrashBoundary>
      <PaneProvider store={store} commands={commands} around={around}>
        <App officeTheme={null} />
      </PaneProvider>
    </CrashBoundary>,
  );
  store.send({ kind: 'placed', phase: scene.phase ?? 'ready' });
  if (!scene.phase) await commands.open();
  await scene.act?.(commands, store, port);
  // One that never comes to rest must not call the next one ready.
  if (shown === here) document.body.dataset['ready'] = 'true';
}

Object.assign(window, {
  showScene,
  /** Reads files with the pane's reader, or with one that hangs and dies on demand. */
  readFiles: (files: readonly File[], options: ReadOptions, isFaulty: boolean) => readFiles(files, options, isFaulty ? startFaulty : startReader),
});

const asked = new URLSearchParams(location.search).get('scene');
if (asked !== null) void showScene(asked as SceneName);
