import { Book } from '../../src/host/book/book';
import { connectHost } from '../../src/host/protocol/connect-host';
import type { Channel } from '../../src/host/protocol/message';

function fakeChannel(): { readonly channel: Channel; readonly sent: string[]; hear(message: object): void; readonly isOpen: () => boolean } {
  const sent: string[] = [];
  const listeners = new Set<(text: string) => void>();
  return {
    sent,
    hear: (message) => listeners.forEach((listener) => listener(JSON.stringify(message))),
    isOpen: () => listeners.size > 0,
    channel: {
      send: (text) => sent.push(text),
      receive(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
  };
}

const request = { _messageType: 0, _conversationId: 'conv1', _correlationId: 7, _actionName: 'executeMethod' };

function batch(body: object): object {
  return { ...request, _data: { DdaMethod: { DispatchId: 93 }, ArrayData: ['', '', '', [], JSON.stringify(body)] } };
}

test('a fault of the host itself is answered, and is not hidden', () => {
  const book = Book.empty();
  const { channel, sent, hear } = fakeChannel();
  connectHost(channel, book);
  book.hold = () => {
    throw new TypeError('a fault in the host');
  };
  expect(() => hear(batch({ Actions: [], ObjectPaths: {} }))).toThrow(TypeError);
  expect(sent).toHaveLength(1);
  expect(sent[0]).toContain('GeneralException');
  expect(sent[0]).toContain('"_correlationId":7');
});

test('what is no request of the add-in is not answered', () => {
  const { channel, sent, hear } = fakeChannel();
  connectHost(channel, Book.empty());
  hear({ type: 'webpackOk' });
  hear({ ...request, _messageType: 1 });
  expect(sent).toEqual([]);
});

test('a method that the host does not know is refused and reported', () => {
  const unknown: string[] = [];
  const { channel, sent, hear } = fakeChannel();
  connectHost(channel, Book.empty(), { onUnknownRequest: (action) => unknown.push(action) });
  hear({ ...request, _data: { DdaMethod: { DispatchId: 64 } } });
  expect(JSON.parse(sent[0] ?? '')).toMatchObject({ _data: { Error: 5000 } });
  expect(unknown).toEqual(['executeMethod 64']);
});

test('closed, it hears no more', () => {
  const { channel, isOpen } = fakeChannel();
  const host = connectHost(channel, Book.empty());
  host.close();
  expect(isOpen()).toBe(false);
});
