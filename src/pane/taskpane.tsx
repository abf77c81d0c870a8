import { createRoot } from 'react-dom/client';
import { associateActions } from '../excel/actions';
import { waitForOffice } from '../excel/ready';
import { showPane } from '../excel/show-pane';
import { App } from './App';
import { CrashBoundary } from './frame/CrashBoundary';
import { startReader } from './reader/start-reader';
import { browserSurroundings } from './state/around';
import { createCommands } from './state/commands';
import { createLatePort } from './state/late-port';
import { PaneProvider } from './state/PaneContext';
import { createStore } from './state/store';

const store = createStore();
const port = createLatePort(async () => (await import('../excel/port')).createExcelPort());
const commands = createCommands(store, port, async () => (await import('./state/work')).bindWork(port, browserSurroundings, startReader));

const started = start();

// Before React, or the click on the ribbon that starts the runtime is lost.
associateActions({
  checkWorkbook: () => started.then(showPane).then(commands.check),
  recalculateSummary: () => started.then(showPane).then(commands.recalculate),
});

async function start(): Promise<void> {
  const { state, theme } = await waitForOffice();
  const root = document.getElementById('root');
  if (root) {
    // The boundary shows what React would log.
    createRoot(root, { onCaughtError: () => undefined }).render(
      <CrashBoundary>
        <PaneProvider store={store} commands={commands} around={browserSurroundings}>
          <App officeTheme={theme} />
        </PaneProvider>
      </CrashBoundary>,
    );
  }
  store.send({ kind: 'placed', phase: state });
  if (state === 'ready') await commands.open();
}
