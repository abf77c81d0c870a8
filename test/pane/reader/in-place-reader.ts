import { openChosenFile } from '../../../src/pane/reader/open-bytes';
import type { StartReader } from '../../../src/pane/reader/start-reader';

/** The reader's own work without a worker, which jsdom does not have. */
export const startInPlace: StartReader = (hear) => {
  setTimeout(() => hear({ kind: 'ready' }));
  return {
    give: (file) =>
      void openChosenFile(file).then(
        (opened) => hear({ kind: 'read', ...opened }),
        () => hear({ kind: 'broken' }),
      ),
    stop: () => undefined,
  };
};
