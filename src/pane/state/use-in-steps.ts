import { useEffect, useMemo, useReducer } from 'react';
import type { Steps } from '../../total/steps';
import { useSurroundings } from './PaneContext';

/** Milliseconds of work at once: a frame of the screen. */
const budget = 16;

/** Work that was begun, and its outcome once it is done. */
class Progressing<T> {
  outcome: { readonly value: T } | null = null;

  constructor(private readonly steps: Steps<T>) {}

  /** Goes on for a while. */
  advance(now: () => number): void {
    const begun = now();
    while (this.outcome === null && now() - begun < budget) {
      const step = this.steps.next();
      if (step.done === true) this.outcome = { value: step.value };
    }
  }
}

/**
 * The outcome of work that may take seconds in a large workbook; null while it goes on, a little at a time, beside
 * everything else in the pane. What takes no longer than a frame is there at once. Begun anew where `begin` is another.
 */
export function useInSteps<T>(begin: () => Steps<T>): T | null {
  const { now, yieldToScreen } = useSurroundings();
  const [, draw] = useReducer((count: number) => count + 1, 0);
  const work = useMemo(() => {
    const begun = new Progressing(begin());
    begun.advance(now);
    return begun;
  }, [begin, now]);
  useEffect(() => {
    if (work.outcome !== null) return undefined;
    let isLeft = false;
    const goOn = async (): Promise<void> => {
      while (work.outcome === null) {
        await yieldToScreen();
        if (isLeft) return;
        work.advance(now);
      }
      draw();
    };
    void goOn();
    return () => {
      isLeft = true;
    };
  }, [work, now, yieldToScreen]);
  return work.outcome?.value ?? null;
}
