/** Why the book did not do what was asked. The page words it for the user, the object model for the add-in. */
export type RefusalReason =
  | 'protected'
  /** The protection has a password, and this is not it. */
  | 'password'
  | 'validation'
  | 'mergedCells'
  | 'tableOverlap'
  | 'tableHeader'
  | 'invalidArgument'
  | 'invalidFormula'
  | 'invalidName'
  | 'nameTaken'
  | 'lastVisibleSheet'
  | 'notFound'
  | 'outsideSheet'
  | 'tooMuch'
  | 'unsupported';

export class BookRefusal extends Error {
  override readonly name = 'BookRefusal';
  constructor(
    readonly reason: RefusalReason,
    message: string,
    /** For 'validation': the message that the validation itself brings, and whether the user may insist. */
    readonly alert?: { readonly title: string; readonly text: string; readonly level: 'stop' | 'warning' | 'information' },
  ) {
    super(message);
  }
}
