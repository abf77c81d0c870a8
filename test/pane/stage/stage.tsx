/** The pane beside a workbook in memory, in a state named by the address: for looking at it without any Excel. */
import { createRoot } from 'react-dom/client';
import { generateWorkbook } from '../../../src/job/generate';
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
import { prepare, scenes, type SceneName } from './scene';

const name = (new URLSearchParams(location.search).get('scene') ?? 'waiting') as SceneName;
const scene = scenes[name];

const startFaulty: StartReader = (hear) => connectReader(new Worker(new URL('./faulty-worker.ts', import.meta.url)), hear);

async function show(): Promise<void> {
  const store = createStore();
  const port = createMemoryPort(prepare());
  const around = browserSurroundings;
  if (scene.request) await generateWorkbook(port, scene.request, around);
  const staged = scene.stage?.(port) ?? port;
  const commands = createCommands(store, staged, () => Promise.resolve(bindWork(staged, around, startReader)));
  createRoot(document.getElementById('root')!, { onCaughtError: () => undefined }).render(
    <CrashBoundary>
      <PaneProvider store={store} commands={commands} around={around}>
        <App officeTheme={null} />
      </PaneProvider>
    </CrashBoundary>,
  );
  store.send({ kind: 'placed', phase: scene.phase ?? 'ready' });
  if (!scene.phase) await commands.open();
  await scene.act?.(commands, store, port);
  document.body.dataset['ready'] = 'true';
  Object.assign(window, {
    /** Reads files with the pane's reader, or with one that hangs and dies on demand. */
    readFiles: (files: readonly File[], options: ReadOptions, isFaulty: boolean) => readFiles(files, options, isFaulty ? startFaulty : startReader),
  });
}

void show();
