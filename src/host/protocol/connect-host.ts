import type { Book } from '../book/book';
import type { Batch } from '../object-model/batch';
import { ObjectModel } from '../object-model/object-model';
import { writeAppContext, type ContextOptions } from './app-context';
import { Commands } from './commands';
import { answerError, FaultPlan, NO_STATISTICS, PAYLOAD_ERRORS, runUnder, type Fault, type Statistics } from './fault';
import { isLeaving, writeEntering } from './focus-message';
import { readMessage, writeEvent, writeReply, type Channel, type Message } from './message';
import { Settings } from './settings';

/** What Excel on the web takes in one request or response. */
const PAYLOAD_LIMIT = 5 * 1024 * 1024;

/** Methods that the library calls by number. */
const DISPATCH = { loadSettings: 75, saveSettings: 76, batch: 93, commandCompleted: 94 } as const;
const RICH_MESSAGE = 33;
const COMMAND_INVOKED = 39;

/** In place of an answer where none ever comes. */
const UNANSWERED = Symbol('unanswered');

const REGISTER = 1;
const UNREGISTER = 2;
/** What the library answers where it does not know a method: ooeOperationNotSupported. */
const NOT_SUPPORTED = 5000;

export interface HostOptions extends Partial<ContextOptions> {
  /** Told of requests that the host does not answer, so that a page can log them. */
  readonly onUnknownRequest?: (action: string) => void;
  /** Opens a file (.xlsx, base64) that the add-in made as a new workbook. Without it Excel.createWorkbook is ApiNotFound. */
  readonly onOpenWorkbook?: (base64: string) => void;
  /** The user leaves the add-in by keyboard: the library keeps Tab, Esc and F2 from the browser, so that the focus would stay. */
  readonly onLeave?: () => void;
}

/** The embedded Excel as one add-in sees it. */
export interface Host {
  /** Runs an action that the add-in associated (Office.actions.associate), as a ribbon button does. Resolves when the add-in called event.completed(). */
  invokeCommand(action: string, controlId?: string): Promise<void>;
  /** Gives the add-in the focus, at its first stop. Nothing happens before it has said its first word. */
  enter(): void;
  /** True once the add-in listens to commands, which it does a little after it is ready. */
  readonly isListening: boolean;
  /** Lets a fault befall the nth batch from now (1 is the next). */
  failSync(nth: number, fault: Fault): void;
  /** Ends a lasting fault, and drops those that are still to come. */
  clearFaults(): void;
  /** Batches that a fault has befallen. */
  readonly struck: number;
  readonly statistics: Statistics;
  resetStatistics(): void;
  readonly settings: Settings;
  /** Ends the connection; the book goes on. */
  close(): void;
}

interface Request {
  readonly DdaMethod?: { readonly DispatchId?: number };
  readonly ArrayData?: readonly unknown[];
  readonly DdaSettingsMethod?: { readonly Properties?: readonly (readonly [string, string])[] };
  readonly eventDispId?: number;
}

/** Answers an add-in page over a channel on behalf of a book. */
export function connectHost(channel: Channel, book: Book, options: HostOptions = {}): Host {
  const settings = new Settings();
  const faults = new FaultPlan();
  const registrations = new Map<number, Message>();
  const encoder = new TextEncoder();
  let statistics = NO_STATISTICS;
  let lastEvent = 0;
  let conversation: string | null = null;

  const pushEvent = (dispatchId: number, data: unknown): void => {
    const registration = registrations.get(dispatchId);
    if (registration) channel.send(writeEvent(registration, data));
  };
  const model = new ObjectModel(book, settings, (type, targetId, detail) => {
    pushEvent(RICH_MESSAGE, { ArrayData: [[65536, type, targetId, JSON.stringify(detail), ++lastEvent, false]] });
  }, options.onOpenWorkbook ?? null);
  const commands = new Commands((id, action, event) => pushEvent(COMMAND_INVOKED, [id, action, event]));

  const runBatch = (text: string, fault: Fault | null): unknown => {
    const requestBytes = encoder.encode(text).length;
    const isTooLarge = requestBytes > PAYLOAD_LIMIT;
    const run = (batch: Batch) => model.run(batch);
    const answer = isTooLarge ? answerError('RequestPayloadSizeLimitExceeded') : fault ? runUnder(fault, JSON.parse(text), run) : run(JSON.parse(text));
    const payloadError = answer?.Error && PAYLOAD_ERRORS[answer.Error.Code];
    const response = answer && payloadError === undefined ? JSON.stringify(answer) : '';
    const responseBytes = encoder.encode(response).length;
    statistics = {
      syncs: statistics.syncs + 1,
      requestBytes: statistics.requestBytes + requestBytes,
      responseBytes: statistics.responseBytes + responseBytes,
      largestRequest: Math.max(statistics.largestRequest, requestBytes),
      largestResponse: Math.max(statistics.largestResponse, responseBytes),
    };
    if (answer === null) return UNANSWERED;
    if (payloadError !== undefined) return { Version: 1, Error: payloadError };
    return responseBytes > PAYLOAD_LIMIT ? { Version: 1, Error: PAYLOAD_ERRORS['ResponsePayloadSizeLimitExceeded'] } : batchAnswer(response);
  };

  /** What arrives while the host is busy; null while it is not. */
  let held: string[] | null = null;
  const takeBatch = (message: Message, data: readonly unknown[]): unknown => {
    const text = String(data[4]);
    // What the library has to say to the program itself is no sync of the add-in.
    if (data[0] === 'WacPartition') return batchAnswer(JSON.stringify(model.runForProgram(JSON.parse(text))));
    const fault = faults.take();
    if (fault?.kind !== 'late') return runBatch(text, fault);
    held = [];
    setTimeout(() => {
      const waiting = held ?? [];
      held = null;
      reply(message, runBatch(text, null));
      waiting.forEach(hear);
    }, fault.milliseconds);
    return UNANSWERED;
  };

  const execute = (message: Message): unknown => {
    const request = (message._data ?? {}) as Request;
    switch (request.DdaMethod?.DispatchId) {
      case DISPATCH.batch:
        return takeBatch(message, request.ArrayData ?? []);
      case DISPATCH.loadSettings:
        return { Version: 1, Error: 0, Properties: settings.entries(), Settings: settings.entries().map(([Name, Value]) => ({ Name, Value })) };
      case DISPATCH.saveSettings:
        settings.replace(request.DdaSettingsMethod?.Properties ?? []);
        return { Version: 1, Error: 0 };
      case DISPATCH.commandCompleted:
        commands.complete(request as Readonly<Record<number, unknown>>);
        return { Version: 1, Error: 0 };
      default:
        options.onUnknownRequest?.(`executeMethod ${request.DdaMethod?.DispatchId}`);
        return { Version: 1, Error: NOT_SUPPORTED };
    }
  };

  const register = (message: Message): unknown => {
    const id = ((message._data ?? {}) as Request).eventDispId ?? 0;
    if (message._actionType === UNREGISTER) registrations.delete(id);
    else if (id === RICH_MESSAGE || id === COMMAND_INVOKED) registrations.set(id, message);
    else return { Error: NOT_SUPPORTED };
    return { Error: 0 };
  };

  const answer = (message: Message): unknown => {
    if (message._actionType === REGISTER || message._actionType === UNREGISTER) return register(message);
    switch (message._actionName) {
      case 'ContextActivationManager_getAppContextAsync':
        return writeAppContext(contextOf(options), settings);
      case 'executeMethod':
        return execute(message);
      case 'ContextActivationManager_notifyHost':
        if (isLeaving(message)) options.onLeave?.();
        return null;
      default:
        options.onUnknownRequest?.(message._actionName);
        return null;
    }
  };

  const reply = (message: Message, data: unknown): void => {
    if (data !== UNANSWERED) channel.send(writeReply(message, data));
  };
  const hear = (text: string): void => {
    const message = readMessage(text);
    if (message?._messageType !== 0) return;
    conversation = message._conversationId;
    if (held) {
      held.push(text);
      return;
    }
    // A fault of the host itself goes on to the page; the add-in still gets its answer instead of waiting in vain.
    let data = batchAnswer(JSON.stringify(answerError('GeneralException', 'There was an internal error while processing the request.')));
    try {
      data = answer(message);
    } finally {
      reply(message, data);
    }
  };
  const stopHearing = channel.receive(hear);

  return {
    invokeCommand: (action, controlId = action) => commands.invoke(action, controlId, registrations.has(COMMAND_INVOKED)),
    enter: () => conversation !== null && channel.send(writeEntering(conversation)),
    get isListening() {
      return registrations.has(COMMAND_INVOKED);
    },
    failSync: (nth, fault) => faults.add(nth, fault),
    clearFaults: () => faults.clear(),
    get struck() {
      return faults.struck;
    },
    get statistics() {
      return statistics;
    },
    resetStatistics() {
      statistics = NO_STATISTICS;
    },
    settings,
    close() {
      stopHearing();
      model.close();
    },
  };
}

function contextOf(options: HostOptions): ContextOptions {
  return {
    locale: options.locale ?? 'zh-CN',
    documentUrl: options.documentUrl ?? 'https://localhost/book.xlsx',
    windowHeight: options.windowHeight ?? 700,
    windowWidth: options.windowWidth ?? 350,
  };
}

function batchAnswer(body: string): unknown {
  return { Version: 1, Error: 0, Data: [200, [], body] };
}
