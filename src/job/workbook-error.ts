/** The open workbook is not one that the job can work on. The sentence is shown as it is. */
export class WorkbookError extends Error {
  override readonly name = 'WorkbookError';
  constructor(
    readonly sentence: string,
    options?: { cause?: unknown },
  ) {
    super(sentence, options);
  }
}
