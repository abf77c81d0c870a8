import { registrationKey, type EventNumber } from './event-type';
import type { ModelClass } from './model-class';

/** _Register…Event and _Unregister…Event for an object's events, by the name that the library uses for each. */
export function eventMethods<T>(
  events: Readonly<Record<string, EventNumber>>,
  targetOf: (self: T) => string,
): NonNullable<ModelClass<T>['methods']> {
  return Object.fromEntries(
    Object.entries(events).flatMap(([name, event]) => [
      [`_Register${name}`, (self: T, _values: never, session) => void session.registrations.add(registrationKey(event, targetOf(self)))],
      [`_Unregister${name}`, (self: T, _values: never, session) => void session.registrations.delete(registrationKey(event, targetOf(self)))],
    ] satisfies [string, NonNullable<ModelClass<T>['methods']>[string]][]),
  );
}
