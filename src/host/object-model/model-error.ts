import { BookRefusal, type RefusalReason } from '../book/refusal';

/** An error as Excel answers it. */
export class ModelError extends Error {
  override readonly name = 'ModelError';
  constructor(
    readonly code: string,
    message: string,
    readonly status = 400,
  ) {
    super(message);
  }
}

export function invalidArgument(detail: string): ModelError {
  return new ModelError('InvalidArgument', `The argument is invalid or missing or has an incorrect format. (${detail})`);
}

export function itemNotFound(detail: string): ModelError {
  return new ModelError('ItemNotFound', `The requested resource doesn't exist. (${detail})`, 404);
}

export function apiNotFound(detail: string): ModelError {
  return new ModelError('ApiNotFound', `The API you are trying to use could not be found. (${detail})`);
}

/** A member that exists, in a use that this host does not know. */
export function notSupported(detail: string): ModelError {
  return new ModelError('ApiNotFound', `This use of the API is not known to this host. (${detail})`);
}

const CODES: Readonly<Record<RefusalReason, string>> = {
  protected: 'AccessDenied',
  password: 'AccessDenied',
  validation: 'InvalidArgument',
  mergedCells: 'InvalidOperation',
  tableOverlap: 'InvalidOperation',
  tableHeader: 'InvalidOperation',
  invalidArgument: 'InvalidArgument',
  invalidFormula: 'InvalidArgument',
  invalidName: 'InvalidArgument',
  nameTaken: 'ItemAlreadyExists',
  lastVisibleSheet: 'InvalidOperation',
  notFound: 'ItemNotFound',
  outsideSheet: 'InvalidArgument',
  tooMuch: 'OperationCellsExceedLimit',
  unsupported: 'UnsupportedOperation',
};

/** What the book refused, in Excel's words; other errors are faults of the host and go on as they are. */
export function toModelError(cause: unknown): ModelError {
  if (cause instanceof ModelError) return cause;
  if (cause instanceof BookRefusal) return new ModelError(CODES[cause.reason], cause.message);
  throw cause;
}
