import type { Book } from '../book/book';
import { CommandError } from '../protocol/commands';
import { connectHost, type Host } from '../protocol/connect-host';
import { paneAddress } from '../protocol/frame-address';
import { frameChannel } from '../protocol/frame-channel';

/** A pane that has said nothing for this long after loading will not come. */
const patience = 20_000;

/**
 * Over http the library asks the user whether the page round the pane can be trusted, and keeps the answer under this
 * name. Here page and pane come from the same place, so the answer is given for it.
 */
function trustOwnAddress(): void {
  const scheme = location.protocol === 'https:' ? 'https' : 'http';
  localStorage.setItem(`OfficeJSTrustKeyV2_${scheme}_${location.hostname}`, JSON.stringify({ Result: 1 }));
}

/** Loads the add-in's page into the frame and answers it on behalf of the book. */
export class PaneConnection {
  private host: Host | null = null;
  private hasSpoken = false;
  private timer = 0;
  private starts = 0;

  constructor(
    private readonly frame: HTMLIFrameElement,
    private readonly book: Book,
    /** A sentence when the pane does not come, null once it does. */
    private readonly tell: (fault: string | null) => void,
    /** The user leaves the pane by keyboard. */
    private readonly leave: () => void,
  ) {
    window.addEventListener('message', (event) => {
      if (event.source !== frame.contentWindow || this.hasSpoken) return;
      this.hasSpoken = true;
      clearTimeout(this.timer);
      tell(null);
    });
  }

  /** Also after a failure: the old connection ends, the pane begins anew. */
  start(): void {
    this.host?.close();
    this.hasSpoken = false;
    clearTimeout(this.timer);
    this.tell(null);
    trustOwnAddress();
    // The library keeps host and settings of an earlier load there and would believe them.
    sessionStorage.clear();
    const { frame } = this;
    const address = paneAddress(new URL('taskpane.html', location.href).href, location.origin);
    // The address ends in a fragment, so giving it again would not load the page again.
    if (frame.src === address) frame.contentWindow?.location.reload();
    else frame.src = address;
    this.host = connectHost(frameChannel(frame), this.book, {
      documentUrl: new URL('book.xlsx', location.href).href,
      windowWidth: frame.clientWidth,
      windowHeight: frame.clientHeight,
      onLeave: this.leave,
    });
    this.timer = window.setTimeout(() => {
      if (!this.hasSpoken) {
        this.tell('“九张清单”面板没有连接上这个工作簿，无法生成和校验；表格本身可以照常填写和保存。请点“重新加载面板”；如果仍然不行，请刷新页面。');
      }
    }, patience);
  }

  /** Gives the pane the focus. */
  enter(): void {
    this.frame.focus();
    this.host?.enter();
  }

  /** Runs what a ribbon button stands for. False where the pane is not ready for it. */
  async run(command: 'checkWorkbook' | 'recalculateSummary'): Promise<boolean> {
    try {
      await this.host?.invokeCommand(command);
      return this.host !== null;
    } catch (cause) {
      if (cause instanceof CommandError) return false;
      throw cause;
    }
  }
}
