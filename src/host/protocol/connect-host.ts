import type { Book } from '../book/book';
import { ObjectModel } from '../object-model/object-model';
import { writeAppContext, type ContextOptions } from './app-context';
import { Commands } from './commands';
import { FaultPlan, NO_STATISTICS, PAYLOAD_ERRORS, type Fault, type Statistics } from './fault';
import { readMessage, writeEvent, writeReply, type Channel, type Message } from './message';
import { Settings } from './settings';

/** What Excel on the web takes in one request or response. */
const PAYLOAD_LIMIT = 5 * 1024 * 1024;

/** Methods that the library calls by number. */
const DISPATCH = { loadSettings: 75, saveSettings: 76, batch: 93, commandCompleted: 94 } as const;
const RICH_MESSAGE = 33;
const COMMAND_INVOKED = 39;

const REGISTER = 1;
const UNREGISTER = 2;
/** What the library answers where it does not know a method: ooeOperationNotSupported. */
const NOT_SUPPORTED = 5000;

export interface HostOptions extends Partial<ContextOptions> {
  /** Told of requests that the host does not answer, so that a page can log them. */
  readonly onUnknownRequest?: (action: string) => void;
  /** Opens a file (.xlsx, base64) that the add-in made as a new workbook. Without it Excel.createWorkbook is ApiNotFound. */
  readonly onOpenWorkbook?: (base64: string) => void;
}

/** The embedded Excel as one add-in sees it. */
export interface Host {
  /** Runs an action that the add-in associated (Office.actions.associate), as a ribbon button does. Resolves when the add-in called event.completed(). */
  invokeCommand(action: string, controlId?: string): Promise<void>;
  /** True once the add-in listens to commands, which it does a little after it is ready. */
  readonly isListening: boolean;
  /** Fails the nth batch from now (1 is the next) with an error. */
  failSync(nth: number, fault: Fault): void;
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

  const pushEvent = (dispatchId: number, data: unknown): void => {
    const registration = registrations.get(dispatchId);
    if (registration) channel.send(writeEvent(registration, data));
  };
  const model = new ObjectModel(book, settings, (type, targetId, detail) => {
    pushEvent(RICH_MESSAGE, { ArrayData: [[65536, type, targetId, JSON.stringify(detail), ++lastEvent, false]] });
  }, options.onOpenWorkbook ?? null);
  const commands = new Commands((id, action, event) => pushEvent(COMMAND_INVOKED, [id, action, event]));

  const runBatch = (data: readonly unknown[]): unknown => {
    const text = String(data[4]);
    // What the library has to say to the program itself is no sync of the add-in.
    if (data[0] === 'WacPartition') return batchAnswer(JSON.stringify(model.runForProgram(JSON.parse(text))));
    const requestBytes = encoder.encode(text).length;
    const fault = faults.take();
    const answer = requestBytes > PAYLOAD_LIMIT ? payloadFault('RequestPayloadSizeLimitExceeded') : fault ? faultAnswer(fault) : null;
    const response = answer ? '' : JSON.stringify(model.run(JSON.parse(text)));
    const responseBytes = encoder.encode(response).length;
    statistics = {
      syncs: statistics.syncs + 1,
      requestBytes: statistics.requestBytes + requestBytes,
      responseBytes: statistics.responseBytes + responseBytes,
      largestRequest: Math.max(statistics.largestRequest, requestBytes),
      largestResponse: Math.max(statistics.largestResponse, responseBytes),
    };
    return answer ?? (responseBytes > PAYLOAD_LIMIT ? payloadFault('ResponsePayloadSizeLimitExceeded') : batchAnswer(response));
  };

  const execute = (request: Request): unknown => {
    switch (request.DdaMethod?.DispatchId) {
      case DISPATCH.batch:
        return runBatch(request.ArrayData ?? []);
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
        return execute((message._data ?? {}) as Request);
      default:
        if (message._actionName !== 'ContextActivationManager_notifyHost') options.onUnknownRequest?.(message._actionName);
        return null;
    }
  };

  const stopHearing = channel.receive((text) => {
    const message = readMessage(text);
    if (message?._messageType !== 0) return;
    // A fault of the host itself goes on to the page; the add-in still gets its answer instead of waiting in vain.
    let reply = faultAnswer({ code: 'GeneralException', message: 'There was an internal error while processing the request.' });
    try {
      reply = answer(message);
    } finally {
      channel.send(writeReply(message, reply));
    }
  });

  return {
    invokeCommand: (action, controlId = action) => commands.invoke(action, controlId, registrations.has(COMMAND_INVOKED)),
    get isListening() {
      return registrations.has(COMMAND_INVOKED);
    },
    failSync: (nth, fault) => faults.add(nth, fault),
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

function payloadFault(code: string): unknown {
  return { Version: 1, Error: PAYLOAD_ERRORS[code] };
}

function faultAnswer(fault: Fault): unknown {
  if (fault.code in PAYLOAD_ERRORS) return payloadFault(fault.code);
  const Error = { Code: fault.code, Message: fault.message ?? fault.code, Location: '', ActionIndex: -1, HttpStatusCode: 400 };
  return batchAnswer(JSON.stringify({ Error, Results: [], TraceIds: [] }));
}
