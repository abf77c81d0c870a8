import fc from 'fast-check';
import { Book } from '../../../src/host/book/book';
import { clearAll, clearContents } from '../../../src/host/book/edit/clear-cells';
import { formatCells, mergeCells, setColumnWidth, unmergeCells } from '../../../src/host/book/edit/format-cells';
import { pasteTexts } from '../../../src/host/book/edit/paste-block';
import { deleteColumns, deleteRows, insertColumns, insertRows } from '../../../src/host/book/edit/shift-lines';
import { BookRefusal } from '../../../src/host/book/refusal';
import { differences } from '../../../src/sheet/difference';
import { workbookOf } from '../../sheet/small-model';
import { featureModel } from '../../excel/feature-model';
import { listBook } from './list-book';

test('a workbook with every feature is the same after loading', () => {
  const model = featureModel();
  expect(differences(Book.fromModel(model).toModel(), model)).toEqual([]);
});

test('a file opened takes the place of everything, and nothing can be undone into the old one', () => {
  const { book } = listBook();
  const model = featureModel();
  book.openModel(model);
  expect(differences(book.toModel(), model)).toEqual([]);
  expect(book.canUndo).toBe(false);
});

test('a model without a sheet is refused and the book stays', () => {
  const { book } = listBook();
  const before = book.toModel();
  expect(() => book.openModel(workbookOf())).toThrow(RangeError);
  expect(differences(book.toModel(), before)).toEqual([]);
});

const place = fc.record({ row: fc.nat(8), column: fc.nat(5) });
const area = fc.record({ row: fc.nat(8), column: fc.nat(5), rows: fc.integer({ min: 1, max: 3 }), columns: fc.integer({ min: 1, max: 3 }) });

type Act = (book: Book) => void;

const act: fc.Arbitrary<Act> = fc.oneof(
  fc.tuple(place, fc.constantFrom('1', '甲', '=A1', '=SUM(C:C)', '', '5%')).map(([{ row, column }, text]): Act => (book) => void pasteTexts(book, book.activeSheet, row, column, [[text, text]])),
  area.map((at): Act => (book) => clearContents(book, 'user', book.activeSheet, at)),
  area.map((at): Act => (book) => clearAll(book, 'user', book.activeSheet, at)),
  area.map((at): Act => (book) => formatCells(book, 'user', book.activeSheet, at, { bold: true, borders: { top: '#000000' } })),
  area.map((at): Act => (book) => mergeCells(book, 'user', book.activeSheet, at)),
  area.map((at): Act => (book) => unmergeCells(book, 'user', book.activeSheet, at)),
  fc.nat(6).map((at): Act => (book) => setColumnWidth(book, 'user', book.activeSheet, at, 1, 99)),
  fc.nat(8).map((at): Act => (book) => insertRows(book, 'user', book.activeSheet, at, 2)),
  fc.nat(8).map((at): Act => (book) => deleteRows(book, 'user', book.activeSheet, at, 2)),
  fc.nat(5).map((at): Act => (book) => insertColumns(book, 'user', book.activeSheet, at, 1)),
  fc.nat(5).map((at): Act => (book) => deleteColumns(book, 'user', book.activeSheet, at, 1)),
);

/** Refusals are part of the game: they must leave nothing behind. */
function attempt(book: Book, work: Act): void {
  const before = book.toModel();
  try {
    work(book);
  } catch (cause) {
    if (!(cause instanceof BookRefusal)) throw cause;
    expect(differences(book.toModel(), before)).toEqual([]);
  }
}

test('whatever the user does, taking all of it back gives the workbook as it was', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 8 }), (acts) => {
      const { book } = listBook();
      const before = book.toModel();
      for (const work of acts) attempt(book, work);
      const after = book.toModel();
      while (book.canUndo) book.undo();
      expect(differences(book.toModel(), before)).toEqual([]);
      while (book.canRedo) book.redo();
      expect(differences(book.toModel(), after)).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

test('whatever the user does, results are those of a workbook loaded anew', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 8 }), (acts) => {
      const { book } = listBook();
      for (const work of acts) attempt(book, work);
      const model = book.toModel();
      expect(differences(Book.fromModel(model).toModel(), model)).toEqual([]);
    }),
    { numRuns: 60 },
  );
});
