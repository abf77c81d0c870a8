import { labelOf } from '../plan/choice';
import { meansEmpty, normaliseName } from '../rule/name';
import type { ProjectRow } from '../rule/project-index';
import { rowState, type Table } from '../rule/table';
import { isBlank } from '../rule/value';
import { baseCells, moveBase, type AskedCell, type Judgement } from './move';
import { missingColumns, type MoveBook } from './move-book';

/**
 * 存在问题 of list 4 → a problem of list 8, 三(五)1: the text becomes the 问题描述 of a problem that is 发现. What else
 * list 8 must know is asked. It has moved already where list 8 has an open problem of the project, or one with that
 * very description. Null where nothing is told under 存在问题.
 */
export function raiseOf(book: MoveBook, row: number): Judgement {
  const table = book.table('4')!;
  const own: ProjectRow = { table, row };
  const text = table.texts('problems')(row);
  if (table.state[row] !== rowState.filled || meansEmpty(text)) return null;
  const states = book.table('8')!.choices('problemState');
  const descriptions = book.table('8')!.texts('description');
  const known = book
    .fellows(own, '8')
    .find((each) => states(each.row) !== 'closed' || normaliseName(descriptions(each.row)) === normaliseName(text));
  if (known) return { moved: { kind: 'raise', from: book.pointOf(own), to: book.pointOf(known) } };

  const { plan, asOf } = book.context;
  const { projectName, projectCode, unit } = baseCells(book, own);
  const dispatched = table.days('dispatchedOn')(row);
  const ask = (column: string, suggested: AskedCell['suggested'] = null): AskedCell => ({ list: '8', column, into: ['to'], suggested });
  return {
    move: {
      ...moveBase(book, 'raise', own),
      to: '8',
      target: null,
      adds: true,
      fromCells: {},
      toCells: {
        ...(projectName === undefined ? {} : { projectName }),
        ...(projectCode === undefined ? {} : { projectCode }),
        ...(unit === undefined ? {} : { unit }),
        description: text,
        problemState: labelOf(plan, 'problemState', 'found'),
      },
      asked: [
        ask('problemNumber', nextNumber(book.table('8')!, table.unit[row] ?? -1)),
        ask('problemKind'),
        ask('grade', labelOf(plan, 'problemGrade', 'ordinary')),
        ask('authority'),
        ask('problemSource'),
        ask('foundOn', dispatched !== null && dispatched <= asOf ? dispatched : null),
        ask('supervised13710', labelOf(plan, 'yesNo', 'no')),
      ],
      missing: missingColumns(own, book).filter((key) => key === 'projectName' || key === 'unit'),
    },
  };
}

/** The number after the highest of the unit's that end in digits, written as that one is; 1 where there is none. */
function nextNumber(problems: Table, unit: number): string {
  const numbers = problems.texts('problemNumber');
  let highest: { readonly before: string; readonly digits: string } | null = null;
  for (let row = 0; row < problems.rowCount; row++) {
    if (problems.unit[row] !== unit || isBlank(problems.value('problemNumber', row))) continue;
    const [, before, digits] = /^(.*?)(\d{1,9})\s*$/s.exec(numbers(row)) ?? [];
    if (before === undefined || digits === undefined) continue;
    if (highest === null || Number(digits) > Number(highest.digits)) highest = { before, digits };
  }
  if (highest === null) return '1';
  return highest.before + String(Number(highest.digits) + 1).padStart(highest.digits.length, '0');
}
