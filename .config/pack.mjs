/** Puts the files of dist/ into dist.zip, which an office unpacks on its server. The same files give the same archive. */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { zipSync } from 'fflate';

const folder = process.argv[2] ?? 'dist';
const archive = `${folder}.zip`;

const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name))
  .map((path) => [relative(folder, path).split(sep).join('/'), path])
  .sort(([a], [b]) => (a < b ? -1 : 1));
const bytes = zipSync(
  Object.fromEntries(files.map(([name, path]) => [name, new Uint8Array(readFileSync(path))])),
  // No clock in it: the earliest day that a zip can hold.
  { level: 9, mtime: new Date(1980, 0, 1) },
);
writeFileSync(archive, bytes);
console.log(`${archive}：${files.length} 个文件，${(statSync(archive).size / 1024 / 1024).toFixed(1)} MB`);
console.log(`SHA-256：${createHash('sha256').update(bytes).digest('hex')}`);
