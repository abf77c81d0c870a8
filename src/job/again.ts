import { EditedMeanwhileError } from './port';

/** Times that a job is done in all, where each time another author edits what it is about to write. */
export const mostRuns = 3;

/** Does a job that begins with reading; again where another author edited between its reading and its writing. */
export async function againWhenEdited<T>(job: () => Promise<T>): Promise<T> {
  for (let run = 1; ; run += 1) {
    try {
      return await job();
    } catch (cause) {
      if (!(cause instanceof EditedMeanwhileError) || run >= mostRuns) throw cause;
    }
  }
}
