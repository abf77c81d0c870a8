import type { Value } from '../list/list';

const errors = /^(#(REF!|NAME\?|VALUE!|DIV\/0!|N\/A|NUM!|NULL!|SPILL!|CALC!|FIELD!|BUSY!|GETTING_DATA|BLOCKED!|UNKNOWN!|CONNECT!)|Err:\d{3})$/;

/** An empty cell, or one that holds nothing but blanks. */
export function isBlank(value: Value | undefined): value is null | undefined | string {
  if (value === null || value === undefined || value === '') return true;
  if (typeof value !== 'string') return false;
  const first = value.charCodeAt(0);
  return (first <= 32 || first === 0x3000 || first === 0xa0) && value.trim() === '';
}

/** The text that a formula error shows: #REF!, #NAME?; LibreOffice's Err:508 too. */
export function isErrorValue(value: Value | undefined): value is string {
  return typeof value === 'string' && value.length < 16 && errors.test(value);
}
