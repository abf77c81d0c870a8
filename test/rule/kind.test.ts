import { issueCodes } from '../../src/rule/code';
import { kindOf, severities } from '../../src/rule/compile';
import { codeOfKind, firstUndecided, isFailure, kindCount, reasonOf, severityOf, undecidedKindOf } from '../../src/rule/kind';

describe('what is found in a row, as one number', () => {
  const failures = issueCodes.flatMap((code) => severities.map((severity) => ({ code, severity, kind: kindOf(code, severity) })));
  const undecided = issueCodes.flatMap((code) => (['missing', 'waiting'] as const).map((reason) => ({ code, reason, kind: undecidedKindOf(code, reason) })));

  it('is another number for each code and severity, and for each code and reason', () => {
    const kinds = [...failures, ...undecided].map(({ kind }) => kind);
    expect([...kinds].sort((a, b) => a - b)).toEqual(Array.from({ length: kindCount }, (_, kind) => kind));
  });
  it('tells its code, and its severity or reason', () => {
    expect(failures.map(({ kind }) => [issueCodes[codeOfKind[kind]!], severityOf(kind)])).toEqual(failures.map(({ code, severity }) => [code, severity]));
    expect(undecided.map(({ kind }) => [issueCodes[codeOfKind[kind]!], reasonOf(kind)])).toEqual(undecided.map(({ code, reason }) => [code, reason]));
  });
  it('is known for a failure or for none, and failures come first', () => {
    expect(failures.every(({ kind }) => isFailure(kind) && kind < firstUndecided)).toBe(true);
    expect(undecided.some(({ kind }) => isFailure(kind) || kind < firstUndecided)).toBe(false);
  });
});
