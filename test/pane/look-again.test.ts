import { CancelledError, HostError } from '../../src/job/port';
import { lookAgain } from '../../src/pane/state/look-again';

const failed = new HostError('protected', 'staged');

describe('looking again where a task that writes has failed', () => {
  const look = jest.fn<Promise<void>, []>();
  beforeEach(() => look.mockReset().mockResolvedValue());

  it.each<[string, Parameters<typeof lookAgain>[0], unknown, number]>([
    ['a task that writes may have left 恢复 to offer', 'merge', failed, 1],
    ['whatever stopped it', 'generate', new TypeError('staged'), 1],
    ['one that only reads has left nothing', 'returns', failed, 0],
    ['Excel that gave no answer is not waited for once more', 'generate', new HostError('unanswered', 'staged'), 0],
  ])('%s', async (_, name, cause, times) => {
    await lookAgain(name, cause, look);
    expect(look).toHaveBeenCalledTimes(times);
  });

  it.each([new HostError('busy', 'staged'), new CancelledError('staged')])('leaves the word to the failure before it where it ends in %p', async (refused) => {
    look.mockRejectedValue(refused);
    await expect(lookAgain('merge', failed, look)).resolves.toBeUndefined();
  });

  it('hides no error of our own', async () => {
    const broken = new TypeError('staged');
    look.mockRejectedValue(broken);
    await expect(lookAgain('merge', failed, look)).rejects.toBe(broken);
  });
});
