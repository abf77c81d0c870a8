import { zipSync } from 'fflate';

/** Several files as one .zip. They are packed already, so they are only put together. */
export function zipFiles(files: readonly { readonly name: string; readonly bytes: Uint8Array }[]): Uint8Array {
  const parts = Object.fromEntries(files.map(({ name, bytes }) => [name, bytes]));
  // The zip format keeps local time; a local date is the same in every zone.
  return zipSync(parts, { level: 0, mtime: new Date(2000, 0, 1) });
}
