import type { BookEvent, BookListener } from './event';

/** Events on their way to those who subscribed: kept until the book is in order, then delivered in turn. */
export class Outbox {
  private readonly listeners = new Set<BookListener>();
  private waiting: BookEvent[] = [];

  subscribe(listener: BookListener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  put(event: BookEvent): void {
    this.waiting.push(event);
  }

  /** Listeners may change the book: what that causes is delivered too, after what was waiting. */
  deliver(): void {
    while (this.waiting.length > 0) {
      const events = this.waiting;
      this.waiting = [];
      for (const event of events) for (const listener of [...this.listeners]) listener(event);
    }
  }
}
