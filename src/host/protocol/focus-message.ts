import type { Message } from './message';

/** Excel's words about the focus, by number, as the library knows them: TabIn, and the ways out of an add-in by keyboard. */
const TAB_IN = 11;
const WAYS_OUT: readonly unknown[] = [5, 6, 13, 14, 15, 16, 17, 18];

/** True where the user leaves the add-in: by Tab behind its last stop or before its first, Esc, F2 or Ctrl+F6. */
export function isLeaving({ _data }: Message): boolean {
  return Array.isArray(_data) && WAYS_OUT.includes(_data[1]);
}

/** Tells the add-in of a conversation to take the focus, at its first stop. */
export function writeEntering(conversationId: string): string {
  return JSON.stringify({
    _messageType: 0,
    _actionName: 'Office_notifyAgave',
    // What the host asks of the library is a conversation of its own.
    _conversationId: `${conversationId}_ntf`,
    _correlationId: 0,
    _actionType: 0,
    _data: [TAB_IN],
    _serializerVersion: 1,
  } satisfies Message);
}
