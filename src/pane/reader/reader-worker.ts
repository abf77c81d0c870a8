import { openChosenFile } from './open-bytes';
import type { ReaderMessage } from './read-file';

/** The worker that opens files from outside: whatever they do to it, the pane lives on. One file at a time. */

const say = (message: ReaderMessage): void => self.postMessage(message);

self.addEventListener('message', ({ data }: MessageEvent<File>) => {
  openChosenFile(data).then(
    ({ fingerprint, result }) => say({ kind: 'read', fingerprint, result }),
    () => say({ kind: 'broken' }),
  );
});

say({ kind: 'ready' });
