import { HostError } from '../../src/job/port';
import { toHostError } from '../../src/excel/fault';
import { describeHostFault } from '../../src/text/host';

test.each([
  ['InvalidOperationInCellEditMode', 'editMode'],
  ['AccessDenied', 'protected'],
  ['ItemNotFound', 'notFound'],
  ['RequestPayloadSizeLimitExceeded', 'tooLarge'],
  ['ResponsePayloadSizeLimitExceeded', 'tooLarge'],
  ['ApiNotFound', 'unsupported'],
  ['SomethingNew', 'unknown'],
] as const)('%s is %s, with the cause kept', (code, fault) => {
  const cause = Object.assign(new Error('The operation failed.'), { code });
  const error = toHostError(cause);
  expect(error).toBeInstanceOf(HostError);
  expect(error.fault).toBe(fault);
  expect(error.cause).toBe(cause);
});

test('a sheet whose protection has a password is protected, whatever the code', () => {
  const cause = { code: 'InvalidArgument', debugInfo: { errorLocation: 'WorksheetProtection.unprotect' } };
  expect(toHostError(cause).fault).toBe('protected');
});

test('an error of ours stays itself, any other is unknown', () => {
  const own = new HostError('incompleteRead', 'half');
  expect(toHostError(own)).toBe(own);
  expect(toHostError('offline').fault).toBe('unknown');
});

test.each(['editMode', 'protected', 'notFound', 'tooLarge', 'incompleteRead', 'busy', 'unavailable', 'unsupported', 'unanswered', 'edited', 'unknown'] as const)(
  '%s is told in Chinese, with what is safe and what to do',
  (fault) => {
    const sentence = describeHostFault(fault);
    expect(sentence).toMatch(/没有丢失/);
    expect(sentence).toMatch(/请/);
    expect(sentence.replaceAll('Excel', '')).not.toMatch(/[A-Za-z]/);
  },
);
