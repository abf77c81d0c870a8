/** The pane beside a workbook in memory, in a state named by the address: for looking at it without any Excel. */
import { createRoot } from 'react-dom/client';
import { generateWorkbook } from '../../../src/job/generate';
import { createMemoryPort } from '../../../src/job/memory-port';
import { App } from '../../../src/pane/App';
import { CrashBoundary } from '../../../src/pane/frame/CrashBoundary';
import { browserSurroundings } from '../../../src/pane/state/around';
import { createCommands } from '../../../src/pane/state/commands';
import { PaneProvider } from '../../../src/pane/state/PaneContext';
import { createStore } from '../../../src/pane/state/store';
import { bindWork } from '../../../src/pane/state/work';
import { prepare, scenes, type SceneName } from './scene';

const name = (new URLSearchParams(location.search).get('scene') ?? 'waiting') as SceneName;
const scene = scenes[name];

async function show(): Promise<void> {
  const store = createStore();
  const port = createMemoryPort(prepare());
  const around = browserSurroundings;
  if (scene.request) await generateWorkbook(port, scene.request, around);
  const staged = scene.stage?.(port) ?? port;
  const commands = createCommands(store, staged, () => Promise.resolve(bindWork(staged, around)));
  createRoot(document.getElementById('root')!, { onCaughtError: () => undefined }).render(
    <CrashBoundary>
      <PaneProvider store={store} commands={commands} around={around}>
        <App officeTheme={null} />
      </PaneProvider>
    </CrashBoundary>,
  );
  store.send({ kind: 'placed', phase: scene.phase ?? 'ready' });
  if (!scene.phase) await commands.open();
  document.body.dataset['ready'] = 'true';
  Object.assign(window, { port, commands, store });
}

void show();
