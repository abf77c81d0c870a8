import { createContext, use, useSyncExternalStore, type ReactNode } from 'react';
import type { Surroundings } from '../../job/clock';
import type { Commands } from './commands';
import type { PaneState } from './state';
import type { Store } from './store';

interface Pane {
  readonly store: Store;
  readonly commands: Commands;
  /** The clock by which the user lives. */
  readonly around: Surroundings;
}

const PaneContext = createContext<Pane | null>(null);

export function PaneProvider({ store, commands, around, children }: Pane & { readonly children: ReactNode }) {
  return <PaneContext value={{ store, commands, around }}>{children}</PaneContext>;
}

function usePane(): Pane {
  const pane = use(PaneContext);
  if (pane === null) throw new Error('a part of the pane outside PaneProvider');
  return pane;
}

export function usePaneState(): PaneState {
  const { store } = usePane();
  return useSyncExternalStore(store.subscribe, store.get);
}

export function useSurroundings(): Surroundings {
  return usePane().around;
}

export function useCommands(): Commands {
  return usePane().commands;
}
