import { differences } from '../../src/sheet/difference';
import { applyChanges } from '../../src/sheet/apply-change';
import type { Change } from '../../src/sheet/model';
import { sheetOf, workbookOf } from '../sheet/small-model';
import { featureModel, tableOf } from './feature-model';
import { openBook } from './open-book';

const model = workbookOf(
  sheetOf({
    name: '清单',
    blocks: [{ row: 2, column: 0, content: [['名称', '金额', '电话'], ['甲', 1, null], ['乙', 2, null]] }],
    styles: [
      { area: { row: 3, column: 2, rows: 2, columns: 1 }, style: { numberFormat: '@' } },
      { area: { row: 2, column: 0, rows: 1, columns: 3 }, style: { bold: true, border: { sides: 'all', color: '#808080' } } },
    ],
    tables: [tableOf('t4_list', 2, 3, ['名称', '金额', '电话'])],
    validations: [{ area: { row: 3, column: 1, rows: 2, columns: 1 }, rule: { kind: 'decimal', operator: 'greaterThanOrEqual', minimum: 0 } }],
    conditionalFormats: [{ kind: 'formula', area: { row: 3, column: 0, rows: 2, columns: 3 }, formula: '=$B4>1', fill: '#FFC7CE' }],
  }),
  sheetOf({ name: '旁表', visibility: 'veryHidden', blocks: [{ row: 0, column: 0, content: [['x']] }] }),
  sheetOf({ name: '锁表', protection: { allowFormatColumns: false, allowFilter: true }, blocks: [{ row: 0, column: 0, content: [['旧']] }] }),
);

test.each<[string, Change[]]>([
  ['writes constants, formulas and empty cells', [{ kind: 'writeCells', sheet: '清单', row: 3, column: 0, content: [['=甲', { formula: '=1+2', value: 3 }], [null, '2023-10-01']] }]],
  ['keeps a number that is text as text', [{ kind: 'writeCells', sheet: '清单', row: 3, column: 2, content: [['0356123'], ['13800000000']] }]],
  ['resizes a table', [{ kind: 'resizeTable', sheet: '清单', table: 't4_list', area: { row: 2, column: 0, rows: 8, columns: 3 } }]],
  ['restyles over what is there', [{ kind: 'styleCells', sheet: '清单', styles: [{ area: { row: 2, column: 0, rows: 1, columns: 2 }, style: { bold: false, border: { sides: 'none', color: '#000000' }, fill: '#FFEB9C' } }] }]],
  ['replaces conditional formats', [{ kind: 'replaceConditionalFormats', sheet: '清单', formats: [{ kind: 'formula', area: { row: 3, column: 1, rows: 2, columns: 1 }, formula: '=$B4<0', color: '#9C0006' }] }]],
  ['replaces checks within their areas', [{ kind: 'replaceValidations', sheet: '清单', validations: [{ area: { row: 4, column: 1, rows: 1, columns: 2 }, rule: { kind: 'list', source: "='旁表'!$A$1:$A$2" }, prompt: { title: '选', text: '请选择。' } }] }]],
  ['removes a sheet, also a very hidden one', [{ kind: 'removeSheet', sheet: '旁表' }]],
  ['defines a name, and defines it anew', [
    { kind: 'defineNames', names: [{ name: '截止日', sheet: '清单', area: { row: 0, column: 0, rows: 1, columns: 1 } }] },
    { kind: 'defineNames', names: [{ name: '截止日', sheet: '锁表', area: { row: 1, column: 0, rows: 2, columns: 1 } }] },
  ]],
  ['shows a sheet', [{ kind: 'activate', sheet: '锁表' }]],
  ['writes to a protected sheet and protects it again', [{ kind: 'writeCells', sheet: '锁表', row: 0, column: 0, content: [['新']] }]],
])('Excel %s', async (_, changes) => {
  const { book, port } = await openBook(model);
  await port.apply(changes);
  expect(differences(book.toModel(), applyChanges(model, changes))).toEqual([]);
});

test('a change to what is not there is refused before anything is written', async () => {
  const { book, port } = await openBook(featureModel());
  const before = book.toModel();
  const write: Change = { kind: 'writeCells', sheet: '汇总', row: 0, column: 0, content: [['改']] };
  for (const wrong of [
    { kind: 'writeCells', sheet: '没有', row: 0, column: 0, content: [['改']] },
    { kind: 'resizeTable', sheet: '汇总', table: 't99_list', area: { row: 0, column: 0, rows: 2, columns: 1 } },
    { kind: 'activate', sheet: '没有' },
    { kind: 'defineNames', names: [{ name: '名', sheet: '没有', area: { row: 0, column: 0, rows: 1, columns: 1 } }] },
  ] satisfies Change[]) {
    await expect(port.apply([write, wrong])).rejects.toMatchObject({ fault: 'notFound' });
  }
  expect(differences(book.toModel(), before)).toEqual([]);
});
