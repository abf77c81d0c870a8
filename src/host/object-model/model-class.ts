import type { Session } from './session';

/** An object that the add-in can name, with the class that answers for it. */
export interface ModelObject {
  readonly type: ModelClass<never>;
  readonly self: unknown;
}

/** What ...OrNullObject gives where there is nothing; all its children are null too. */
export const NULL_OBJECT: ModelObject = { type: { name: 'Null' }, self: null };

export interface Property<T> {
  readonly get?: (self: T, session: Session) => unknown;
  readonly set?: (self: T, value: never, session: Session) => void;
}

/**
 * One class of the object model under its wire names (PascalCase). What is not listed does not exist: the batch
 * answers ApiNotFound.
 */
export interface ModelClass<T> {
  readonly name: string;
  /** Id by which the library finds the object again. */
  readonly id?: (self: T, session: Session) => string;
  readonly properties?: Readonly<Record<string, Property<T>>>;
  readonly links?: Readonly<Record<string, (self: T, session: Session) => ModelObject>>;
  /** Give a value, or an object where the library asks for one. */
  readonly methods?: Readonly<Record<string, (self: T, args: never, session: Session) => unknown>>;
  /** Members of a collection, in order. */
  readonly items?: (self: T, session: Session) => readonly ModelObject[];
  /** getItem; null where there is none. */
  readonly item?: (self: T, key: never, session: Session) => ModelObject | null;
}

/** Says that an object is of a class. */
export function objectOf<T>(type: ModelClass<T>, self: T): ModelObject {
  return { type: type as ModelClass<never>, self };
}

export function isModelObject(value: unknown): value is ModelObject {
  return typeof value === 'object' && value !== null && 'type' in value && 'self' in value;
}
