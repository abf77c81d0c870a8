/** The pane's own reader, but for files that are named after what they do to it. */
import '../../../src/pane/reader/reader-worker';

self.addEventListener('message', ({ data }: MessageEvent<File>) => {
  if (data.name.startsWith('挂起')) for (;;);
  if (data.name.startsWith('崩溃')) throw new Error('staged');
});
