import { toSerial } from '../plan/day';
import type { ProjectRow } from '../rule/project-index';
import { rowState } from '../rule/table';
import { baseCells, moveBase, type AskedCell, type Judgement } from './move';
import { filledCells, missingColumns, type MoveBook } from './move-book';

/**
 * 储备 → 前期手续, 三(三)1 and 四(二): a 新开工 of ledger A planned to start in the plan's next quarter gets its row on
 * list 9, where its permits are followed. Who handles them is asked; the row's own 责任单位 and 责任人 are suggested.
 */
export function reserveOf(book: MoveBook, row: number): Judgement {
  const table = book.table('A')!;
  const own: ProjectRow = { table, row };
  const { plan } = book.context;
  const start = table.days('plannedStart')(row);
  if (table.state[row] !== rowState.filled || table.choices('startKind')(row) !== 'newStart' || start === null) return null;
  if (start < toSerial(plan.nextQuarter.start) || start > toSerial(plan.nextQuarter.end)) return null;
  const [known] = book.fellows(own, '9');
  if (known) return { moved: { kind: 'reserve', from: book.pointOf(own), to: book.pointOf(known) } };
  const ask = (column: string, suggested: AskedCell['suggested'] = null): AskedCell => ({ list: '9', column, into: ['to'], suggested });
  return {
    move: {
      ...moveBase(book, 'reserve', own),
      to: '9',
      target: null,
      adds: true,
      fromCells: {},
      toCells: { ...baseCells(book, own), ...filledCells(own, ['nextYearPlan', 'plannedStart', 'actualStart']) },
      asked: [
        ask('handlingUnit', table.value('responsibleUnit', row)),
        ask('handler', table.value('responsiblePerson', row)),
        ask('handleBy'),
      ],
      missing: missingColumns(own, book),
    },
  };
}
