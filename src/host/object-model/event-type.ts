/** Numbers of the events that the library and the host tell each other of. */
export const EVENT = {
  changed: 10,
  activated: 11,
  deactivated: 12,
  added: 13,
  selectionChanged: 14,
  deleted: 15,
  calculated: 16,
  nameChanged: 25,
} as const;

export type EventNumber = (typeof EVENT)[keyof typeof EVENT];

/** Target of the events that the workbook's sheets together give. */
export const WHOLE_WORKBOOK = 'Workbook';

export function registrationKey(event: EventNumber, target: string): string {
  return `${event} ${target}`;
}
