import { CommandError, foreseenFailure } from './command-error';

/** Names the file in what is said of a foreseen failure. */
export async function aboutFile<T>(file: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    throw new CommandError(foreseenFailure(error, file), { cause: error });
  }
}
