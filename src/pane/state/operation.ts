import type { LastOperation } from './state';
import type { Work } from './work';

/** Keeps what an operation did, so that it can be taken back, until the next one. */
export type KeepOperation = (work: Work, operation: Omit<LastOperation, 'place'> & Partial<Pick<LastOperation, 'place'>>) => void;
