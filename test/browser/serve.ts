import { spawn } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join, normalize, resolve } from 'node:path';

const root = resolve(__dirname, '../..');

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.xml': 'text/xml; charset=utf-8',
};

export interface Site {
  /** http://localhost:〈port〉/ , the embedded Excel with the pane beside it. */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Builds the pages with the project's webpack.config.js into a folder of its own and serves them until closed. Not
 * minified: that would take longer than all the tests, and changes nothing that they look at.
 */
export async function startSite(): Promise<Site> {
  const folder = await mkdtemp(join(tmpdir(), 'nine-lists-site-'));
  const discard = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    await build(folder);
  } catch (cause) {
    await discard();
    throw cause;
  }
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname));
    const file = join(folder, path === '/' ? 'index.html' : path);
    void stat(file).then(
      () => {
        response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' });
        createReadStream(file).pipe(response);
      },
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}/`,
    close: async () => {
      await closeServer(server);
      await discard();
    },
  };
}

function closeServer(server: Server): Promise<void> {
  return new Promise((done) => {
    server.close(() => done());
    server.closeAllConnections();
  });
}

function build(folder: string): Promise<void> {
  return new Promise((done, fail) => {
    const webpack = spawn(
      process.execPath,
      [join(root, 'node_modules/webpack/bin/webpack.js'), '--mode', 'development', '--no-devtool', '--output-path', folder],
      { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] },
    );
    let output = '';
    webpack.stdout.on('data', (text: Buffer) => (output += text.toString()));
    webpack.stderr.on('data', (text: Buffer) => (output += text.toString()));
    webpack.on('error', fail);
    webpack.on('exit', (code) => (code === 0 ? done() : fail(new Error(`webpack ended with ${code}:\n${output}`))));
  });
}
