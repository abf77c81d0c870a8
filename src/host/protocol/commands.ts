/** A ribbon action could not be run. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}

/** Runs the add-in's associated actions the way Excel on the web does, and waits until each is completed. */
export class Commands {
  private readonly waiting = new Map<string, { readonly resolve: () => void; readonly reject: (cause: Error) => void }>();
  private lastId = 0;

  constructor(private readonly send: (id: string, action: string, event: string) => void) {}

  /** Rejects with CommandError where the add-in listens to no commands or knows no action of that name. */
  invoke(action: string, controlId: string, isListening: boolean): Promise<void> {
    if (!isListening) return Promise.reject(new CommandError('the add-in is not ready for commands'));
    const id = String(++this.lastId);
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.send(id, action, JSON.stringify({ source: { id: controlId } }));
    });
  }

  /** The add-in's word that an action is done: number, status (0 is success), data. */
  complete(request: Readonly<Record<number, unknown>>): void {
    const id = String(request[0]);
    const waiting = this.waiting.get(id);
    this.waiting.delete(id);
    if (request[1] === 0) waiting?.resolve();
    else waiting?.reject(new CommandError(`the action failed with status ${String(request[1])}`));
  }
}
