import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:https';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { buildSite, buildSiteOnce } from '../browser/build-site';

/** The host in every example of the instructions. */
const exampleHost = 'oa.example.gov.cn';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/**
 * An office's server, set up as install.html says: the files of a build, the certificate made by the commands printed
 * there, and nginx with the configuration printed there. Only names, paths and the port are put in.
 */
export class OfficeServer {
  /** https://localhost:〈port〉/nine-lists */
  readonly url: string;
  readonly folder = mkdtempSync(join(tmpdir(), 'nine-lists-office-'));
  /** Where the files of dist lie. */
  readonly site = join(this.folder, 'www/nine-lists');
  private nginx: ChildProcess | null = null;
  private said = '';

  private constructor(readonly port: number) {
    this.url = `https://localhost:${port}/nine-lists`;
  }

  static async start(nginx: string): Promise<OfficeServer> {
    const built = await buildSiteOnce();
    const port = await freePort(built.port);
    const server = new OfficeServer(port);
    try {
      // A copy, since an older build is laid over it. Built anew where something else is on the port it was built for.
      if (port === built.port) cpSync(built.folder, server.site, { recursive: true });
      else await buildSite(server.site, port);
      server.makeCertificate();
      await server.serve(nginx);
    } catch (cause) {
      await server.stop();
      throw cause;
    }
    return server;
  }

  /** The text of a block of install.html, as somebody copies it from the page. */
  printed(id: string): string {
    const text = new RegExp(`<pre id="?${id}"?>([^<]*)</pre>`).exec(this.read('install.html'))?.[1];
    if (text === undefined) throw new Error(`install.html prints no ${id}`);
    return text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
  }

  private makeCertificate(): void {
    const commands = this.printed('openssl').replaceAll(exampleHost, 'localhost');
    execFileSync('sh', ['-euc', commands], { cwd: this.folder, stdio: ['ignore', 'pipe', 'pipe'] });
  }

  private async serve(nginx: string): Promise<void> {
    const site = this.printed('nginx')
      .replace('listen 443 ssl', `listen 127.0.0.1:${this.port} ssl`)
      .replaceAll(exampleHost, 'localhost')
      .replaceAll('/etc/nginx/', `${this.folder}/`)
      .replaceAll('/var/www', join(this.folder, 'www'));
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `  ${name}_temp_path ${this.folder}/temp-${name};`);
    writeFileSync(
      join(this.folder, 'nginx.conf'),
      ['daemon off;', 'master_process off;', `pid ${this.folder}/nginx.pid;`, 'events {}', 'http {', '  include /etc/nginx/mime.types;', '  access_log off;', ...temporary, site, '}'].join('\n'),
    );
    this.nginx = spawn(nginx, ['-p', this.folder, '-e', 'stderr', '-c', join(this.folder, 'nginx.conf')], { stdio: ['ignore', 'ignore', 'pipe'] });
    this.nginx.stderr?.on('data', (text: Buffer) => (this.said += text.toString()));
    for (let attempt = 0; ; attempt += 1) {
      try {
        await this.ask('manifest.xml');
        return;
      } catch (cause) {
        if (attempt > 100 || this.nginx.exitCode !== null) throw new Error(`nginx does not answer: ${this.said}`, { cause });
        await sleep(50);
      }
    }
  }

  /** Asks as a computer does that trusts the office's own authority and nothing else. */
  ask(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
    return new Promise((done, fail) => {
      get(`${this.url}/${path}`, { ca: readFileSync(join(this.folder, 'ca.crt')), headers }, (response) => {
        let body = '';
        response.setEncoding('utf8');
        response.on('data', (text: string) => (body += text));
        response.on('end', () => done({ status: response.statusCode ?? 0, headers: response.headers, body }));
      }).on('error', fail);
    });
  }

  /** Hash of the server's key, by which a browser without the office's authority is told to trust it. */
  keyHash(): string {
    const command = 'openssl x509 -in nine-lists.crt -pubkey -noout | openssl pkey -pubin -outform der | openssl dgst -sha256 -binary | openssl base64';
    return execFileSync('sh', ['-euc', command], { cwd: this.folder, encoding: 'utf8' }).trim();
  }

  read(path: string): string {
    return this.readBytes(path).toString('utf8');
  }

  readBytes(path: string): Buffer {
    return readFileSync(join(this.site, path));
  }

  /** The first script of the pane. */
  paneScript(): string {
    return readdirSync(this.site).find((name) => /^pane\.[0-9a-f]{8}\.js$/.test(name)) ?? '';
  }

  /** Lays an older build over the files: another first script and version. Returns how to put the new one there again. */
  layOldBuild(version: string): () => void {
    const script = this.paneScript();
    const old = 'pane.00000000.js';
    const page = this.read('taskpane.html');
    renameSync(join(this.site, script), join(this.site, old));
    writeFileSync(join(this.site, 'taskpane.html'), page.replace(script, old).replace(/(name="?version"? content=)"?[^">]*"?/, `$1"${version}"`));
    return () => {
      // As install.html says: the new files over the old ones, which stay for a while.
      writeFileSync(join(this.site, script), this.read(old));
      writeFileSync(join(this.site, 'taskpane.html'), page);
    };
  }

  async stop(): Promise<void> {
    const { nginx } = this;
    if (nginx !== null && nginx.exitCode === null) {
      const ended = new Promise((done) => nginx.once('exit', done));
      nginx.kill('SIGTERM');
      await ended;
    }
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** The port asked for, another where something listens on it. */
function freePort(wanted: number): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer();
    server.once('error', (cause: NodeJS.ErrnoException) => (cause.code === 'EADDRINUSE' && wanted !== 0 ? done(freePort(0)) : fail(cause)));
    server.listen(wanted, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => done(port));
    });
  });
}
