/**
 * Starts Microsoft's own unmodified client library in jsdom against a book, as Excel on the web would: the page's
 * window gets host information in its address and a stand-in for its opener, which is the way to the host.
 * Once per test file: the library keeps its state in the window.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Book } from '../../src/host/book/book';
import { connectHost, type Host, type HostOptions } from '../../src/host/protocol/connect-host';
import { paneAddress } from '../../src/host/protocol/frame-address';
import type { Channel } from '../../src/host/protocol/message';

/** https, so that the library accepts the host at once. */
const BASE = 'https://localhost/office/';
const ORIGIN = 'https://localhost';

export interface StartedOffice {
  readonly book: Book;
  readonly host: Host;
}

/** What lasts as long as the window: the library, and the way to it. */
interface Line {
  readonly channel: Channel;
  /** Lets a new host know what the library had registered for with the one before. */
  readonly catchUp: () => void;
  current: Host | null;
}

let line: Line | null = null;

/**
 * Resolves when Office.onReady has; then the globals Office, Excel and OfficeExtension are there. Called again in the
 * same file it puts a new host with another book in place of the last one.
 */
export async function startOffice(book: Book = Book.empty(), options: HostOptions = {}): Promise<StartedOffice> {
  if (line) {
    line.current?.close();
    const host = (line.current = connectHost(line.channel, book, options));
    line.catchUp();
    return { book, host };
  }
  const opened = openLine();
  line = opened.line;
  const host = (line.current = connectHost(line.channel, book, options));
  prepareWindow(opened.opener);
  loadLibrary();
  await Office.onReady();
  while (!host.isListening) await new Promise((resolve) => setTimeout(resolve, 5));
  return { book, host };
}

/** The opener hears what the library posts; what the host sends arrives as a message event, each in a task of its own. */
function openLine(): { readonly opener: unknown; readonly line: Line } {
  const listeners = new Set<(text: string) => void>();
  const registrations: string[] = [];
  let isCatchingUp = false;
  const opener = {
    postMessage(text: string): void {
      if (/"_actionType":[12]/.test(text)) registrations.push(text);
      setTimeout(() => listeners.forEach((listener) => listener(text)), 0);
    },
  };
  const channel: Channel = {
    send(text) {
      if (isCatchingUp) return;
      setTimeout(() => window.dispatchEvent(new MessageEvent('message', { data: text, origin: ORIGIN })), 0);
    },
    receive(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  const catchUp = (): void => {
    isCatchingUp = true;
    for (const text of registrations) listeners.forEach((listener) => listener(text));
    isCatchingUp = false;
  };
  return { opener, line: { channel, catchUp, current: null } };
}

function prepareWindow(opener: unknown): void {
  window.sessionStorage.clear();
  window.history.replaceState(null, '', paneAddress(window.location.pathname, ORIGIN));
  Object.defineProperty(window, 'opener', { value: opener, configurable: true, writable: true });
  Object.defineProperty(document, 'domain', { value: 'localhost', configurable: true });
}

/** Runs office.js, and each script that it asks for, from the package's own files. */
function loadLibrary(): void {
  const folder = join(dirname(createRequire(import.meta.url).resolve('@microsoft/office-js/package.json')), 'dist');
  const head = document.head;
  const append = head.appendChild.bind(head);
  head.appendChild = <T extends Node>(node: T): T => {
    if (!(node instanceof HTMLScriptElement) || !node.src.startsWith(BASE)) return append(node);
    const path = node.src.slice(BASE.length).split('?')[0] ?? '';
    setTimeout(() => {
      runScript(join(folder, path));
      node.onload?.(new Event('load'));
    }, 0);
    return node;
  };
  const script = document.createElement('script');
  script.setAttribute('src', `${BASE}office.js`);
  script.type = 'text/plain';
  append(script);
  runScript(join(folder, 'office.js'));
}

function runScript(path: string): void {
  // Indirect, so that the scripts' variables become globals as in a page.
  (0, eval)(`${readFileSync(path, 'utf8')}\n//# sourceURL=${path}`);
}
