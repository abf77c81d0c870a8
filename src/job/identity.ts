import { ulid } from 'ulid';
import type { IssuedRow } from '../list/record';
import type { ListKey, ProjectList, Value } from '../list/list';
import { isFilled } from '../total/data';
import { makeInSteps, type Steps } from '../total/steps';
import type { Surroundings } from './clock';

/** Gives rows their 行标识: 〈list〉-〈ULID〉, from the caller's clock and chance. */
export function identityMaker({ now, random }: Surroundings): (list: ListKey) => string {
  return (list) => `${list}-${ulid(now(), random)}`;
}

/** 行标识 of a list's rows by the values that stand there, completed; null where they are complete already. */
export function* newIdentities(
  list: ProjectList,
  values: Readonly<Record<string, readonly Value[]>>,
  issued: Readonly<Record<string, IssuedRow>>,
  newIdentity: (list: ListKey) => string,
): Steps<Value[] | null> {
  const identities = values['identity'];
  if (identities === undefined) return null;
  const typed = list.columns.filter((column) => column.role === 'entry' && column.key !== list.unitColumn);
  const completed = yield* completeIdentities(
    list.key,
    identities,
    (row) => typed.some((column) => isFilled(values[column.key]?.[row])),
    (row, identity) => values[list.nameColumn]?.[row] === issued[identity]?.name,
    newIdentity,
  );
  return completed.every((identity, row) => identity === (identities[row] ?? null)) ? null : completed;
}

/**
 * 行标识 of every row: rows that hold something and have none get a new one; of rows that share one (a row was
 * copied) the one that still has the name it was issued with keeps it, else the first.
 */
function* completeIdentities(
  list: ListKey,
  identities: readonly Value[],
  isEntered: (row: number) => boolean,
  isAsIssued: (row: number, identity: string) => boolean,
  newIdentity: (list: ListKey) => string,
): Steps<Value[]> {
  const keeper = new Map<string, number>();
  identities.forEach((identity, row) => {
    if (typeof identity !== 'string' || identity === '') return;
    const known = keeper.get(identity);
    if (known === undefined || (!isAsIssued(known, identity) && isAsIssued(row, identity))) keeper.set(identity, row);
  });
  yield;
  return yield* makeInSteps(identities.length, (row) => {
    const identity = identities[row] ?? null;
    if (typeof identity === 'string' && identity !== '' && keeper.get(identity) === row) return identity;
    return isEntered(row) ? newIdentity(list) : null;
  });
}
