import type { BrowserContext, Request } from 'playwright-core';

/** What the library puts behind the pane's address, about the host and nothing else. */
const officeKeys = ['_host_Info', '_xdm_Info'];

/** What pages ask for and say, and what their policy stops. Whoever watches says what the workbook holds that must stay in it. */
export class Traffic {
  private readonly asked: Request[] = [];
  private readonly sockets: string[] = [];
  private readonly said: string[] = [];

  private constructor() {}

  static async watch(context: BrowserContext): Promise<Traffic> {
    const traffic = new Traffic();
    context.on('request', (request) => traffic.asked.push(request));
    context.on('page', (page) => page.on('websocket', (socket) => traffic.sockets.push(socket.url())));
    context.on('console', (message) => traffic.said.push(`${message.type()}: ${message.text()}`));
    context.on('weberror', (error) => traffic.said.push(String(error.error())));
    await context.addInitScript(() =>
      document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => console.error(`stopped by ${violatedDirective}: ${blockedURI}`)),
    );
    return traffic;
  }

  /**
   * Whatever went to another address than this one, took something along, or was said aloud. Sockets are those of the
   * development server, which tell a page to load itself again.
   */
  findLeaks(home: string, secret: string, { liveReload = false } = {}): string[] {
    const leaks = this.said.filter((line) => !/Download the React DevTools/.test(line));
    for (const request of this.asked) {
      const address = new URL(request.url());
      if (/^(blob|data):$/.test(address.protocol)) continue;
      if (!address.href.startsWith(home)) leaks.push(`asks ${address.href}`);
      if (request.method() !== 'GET' || request.postData() !== null) leaks.push(`sends to ${address.href}`);
      leaks.push(...[...address.searchParams.keys()].filter((key) => !officeKeys.includes(key)).map((key) => `${key} in ${address.href}`));
    }
    leaks.push(...this.sockets.filter((socket) => !liveReload || socket !== `${home.replace('http', 'ws')}ws`).map((socket) => `talks to ${socket}`));
    const everything = [...this.asked.map((request) => decodeURIComponent(request.url())), ...this.said].filter((text) => text.includes(secret));
    return [...leaks, ...everything.map((text) => `tells ${text}`)];
  }

  /** Addresses of documents that were opened, without what follows the question mark. */
  documents(): string[] {
    return [...new Set(this.asked.filter((request) => request.resourceType() === 'document').map((request) => request.url().replace(/[?#].*/, '')))];
  }
}
