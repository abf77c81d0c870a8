/** What a ribbon command does; it may take its time. */
export type ActionHandler = () => Promise<void> | void;

/**
 * Ties ribbon commands to handlers, by the ids in the manifest. Call it at the top level of the page's script:
 * a click on the ribbon that starts the runtime is lost otherwise. Office is told that the command is over even
 * when the handler fails; without Office.js there is no ribbon, and nothing happens.
 */
export function associateActions(handlers: Readonly<Record<string, ActionHandler>>): void {
  if (typeof Office === 'undefined' || !Office.actions) return;
  for (const [id, handle] of Object.entries(handlers)) {
    Office.actions.associate(id, async (event: { completed?: () => void }) => {
      try {
        await handle();
      } finally {
        event.completed?.();
      }
    });
  }
}
