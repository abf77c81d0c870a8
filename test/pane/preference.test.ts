import { readPreference, writePreference } from '../../src/pane/state/preference';

describe('habits that the pane remembers', () => {
  afterEach(() => jest.restoreAllMocks());

  test('come back', () => {
    writePreference('scope', 'qinshui');
    expect(readPreference('scope')).toBe('qinshui');
  });

  test('are simply not there where the browser refuses storage', () => {
    const refuse = (): never => {
      throw new DOMException('denied', 'SecurityError');
    };
    jest.spyOn(Storage.prototype, 'getItem').mockImplementation(refuse);
    jest.spyOn(Storage.prototype, 'setItem').mockImplementation(refuse);
    expect(() => writePreference('scope', 'qinshui')).not.toThrow();
    expect(readPreference('scope')).toBeNull();
  });
});
