/** One message of the frame protocol of Excel on the web, both ways as JSON text. */
export interface Message {
  /** 0 request of the add-in, 1 response. */
  readonly _messageType: 0 | 1;
  readonly _actionName: string;
  readonly _conversationId: string;
  readonly _correlationId: number;
  readonly _data?: unknown;
  readonly _errorCode?: number;
  /** Of a request: 0 call, 1 register for an event, 2 end that. */
  readonly _actionType?: number;
  /** Of a response: 0 reply, 1 event. */
  readonly _responseType?: 0 | 1;
  readonly _serializerVersion?: number;
}

/** The way to the add-in's window. */
export interface Channel {
  send(text: string): void;
  /** Calls back for each message that the add-in sends; the returned function ends that. */
  receive(listener: (text: string) => void): () => void;
}

/** The message of a text, null for what is none: other scripts post to the window too. */
export function readMessage(text: unknown): Message | null {
  if (typeof text !== 'string' || !text.startsWith('{')) return null;
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (cause) {
    if (cause instanceof SyntaxError) return null;
    throw cause;
  }
  const isOurs = typeof parsed === 'object' && parsed !== null && '_actionName' in parsed && '_conversationId' in parsed;
  return isOurs ? (parsed as Message) : null;
}

/** The answer to a request. */
export function writeReply(request: Message, data: unknown): string {
  return JSON.stringify({
    _messageType: 1,
    _actionName: request._actionName,
    _conversationId: request._conversationId,
    _correlationId: request._correlationId,
    _errorCode: 0,
    _responseType: 0,
    _data: data,
    _serializerVersion: 1,
  } satisfies Message);
}

/** An event of a kind that the add-in registered for with that request. */
export function writeEvent(registration: Message, data: unknown): string {
  return JSON.stringify({
    _messageType: 1,
    _actionName: registration._actionName,
    _conversationId: registration._conversationId,
    _correlationId: registration._correlationId,
    _errorCode: 0,
    _responseType: 1,
    _data: data,
    _serializerVersion: 1,
  } satisfies Message);
}
