import { useState } from 'react';
import type { SignedReason } from '../../job/signed-reason';
import { readPreference, writePreference } from '../state/preference';

/** Who decides and why, as being typed. */
export interface ReasonDraft extends SignedReason {
  readonly setWho: (who: string) => void;
  readonly setWhy: (why: string) => void;
  /** After the first try to submit: what is missing is said. */
  readonly isChecked: boolean;
  /** The reason, who being remembered for the next time; null, and said in the fields, where a part is missing. */
  readonly submit: () => SignedReason | null;
}

export function useSignedReason(before: SignedReason | null): ReasonDraft {
  const [who, setWho] = useState(() => before?.who ?? readPreference('who') ?? '');
  const [why, setWhy] = useState(before?.why ?? '');
  const [isChecked, setIsChecked] = useState(false);
  return {
    who,
    why,
    setWho,
    setWhy,
    isChecked,
    submit() {
      setIsChecked(true);
      if (who.trim() === '' || why.trim() === '') return null;
      writePreference('who', who.trim());
      return { who, why };
    },
  };
}
