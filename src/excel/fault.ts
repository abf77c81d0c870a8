import { HostError, type HostFault } from '../job/port';

/** Excel's error codes by what they mean to the user; the codes are those of Excel.ErrorCodes and of the library itself. */
const FAULT_BY_CODE: Readonly<Record<string, HostFault>> = {
  InvalidOperationInCellEditMode: 'editMode',
  CellEditMode: 'editMode',
  AccessDenied: 'protected',
  ItemNotFound: 'notFound',
  RequestPayloadSizeLimitExceeded: 'tooLarge',
  ResponsePayloadSizeLimitExceeded: 'tooLarge',
  OperationCellsExceedLimit: 'tooLarge',
  RangeExceedsLimit: 'tooLarge',
  FormulaLengthExceedsLimit: 'tooLarge',
  NonBlankCellOffSheet: 'tooLarge',
  ActivityLimitReached: 'busy',
  Conflict: 'busy',
  RequestAborted: 'busy',
  HostIsBusy: 'busy',
  Timeout: 'busy',
  ApiNotFound: 'unsupported',
  ApiNotAvailable: 'unsupported',
  NotImplemented: 'unsupported',
  UnsupportedFeature: 'unsupported',
  UnsupportedOperation: 'unsupported',
  UnsupportedSheet: 'unsupported',
  InactiveWorkbook: 'unavailable',
  ConnectionFailure: 'unavailable',
  HostRestartNeeded: 'unavailable',
  ServiceNotAvailable: 'unavailable',
};

interface OfficeErrorLike {
  readonly code: string;
  readonly message?: string;
  readonly debugInfo?: { readonly errorLocation?: string };
}

/** Any error thrown while talking to Excel as a HostError with the cause kept; a HostError stays as it is. */
export function toHostError(cause: unknown): HostError {
  if (cause instanceof HostError) return cause;
  if (!isOfficeError(cause)) {
    return new HostError('unknown', cause instanceof Error ? cause.message : String(cause), { cause });
  }
  const location = cause.debugInfo?.errorLocation ?? '';
  const message = `${cause.code} ${cause.message ?? ''} at ${location || 'an unnamed place'}`;
  return new HostError(faultOf(cause.code, location), message, { cause });
}

/** Taking off a sheet's password fails with a code that differs by platform; the place tells what it was. */
function faultOf(code: string, location: string): HostFault {
  return FAULT_BY_CODE[code] ?? (location.startsWith('WorksheetProtection.') ? 'protected' : 'unknown');
}

function isOfficeError(cause: unknown): cause is OfficeErrorLike {
  return typeof cause === 'object' && cause !== null && 'code' in cause && typeof cause.code === 'string';
}
