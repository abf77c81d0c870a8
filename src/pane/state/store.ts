import { initialState, reduce, type PaneEvent, type PaneState } from './state';

/** The pane's state, kept outside React: ribbon commands change it also while the pane is not shown. */
export interface Store {
  readonly get: () => PaneState;
  readonly send: (event: PaneEvent) => void;
  /** Calls back after each change until the returned function is called. */
  readonly subscribe: (onChange: () => void) => () => void;
}

export function createStore(): Store {
  let state = initialState;
  const watchers = new Set<() => void>();
  return {
    get: () => state,
    send(event) {
      const next = reduce(state, event);
      if (next === state) return;
      state = next;
      for (const watcher of watchers) watcher();
    },
    subscribe(onChange) {
      watchers.add(onChange);
      return () => watchers.delete(onChange);
    },
  };
}
