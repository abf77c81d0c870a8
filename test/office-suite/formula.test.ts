import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import type { Value } from '../../src/list/list';
import { PlainBook } from '../host/formula/plain-book';
import { describeWith } from '../require-tool';
import { DATA, dataRows, formulas, LIST, listRows, RESULT } from './formula-sample';

const AS_OF = 45285;
/** The second row's first cell is a formula that gives an error. */
const errorRows = [
  [1, '甲'],
  [null, '乙'],
  [3, '甲'],
  ['字', '丙'],
];

/**
 * Where LibreOffice is not the judge: its own behaviour differs from Excel's, which ours follows.
 */
const differs: Readonly<Record<string, string>> = {
  '=LARGE(t5_list[[总投资（万元）]],20)': 'Excel #NUM!; LibreOffice writes its Err:502 as #VALUE!',
  '=INDEX(数据!A2:C9,9,1)': 'Excel #REF!; LibreOffice Err:502',
  '=VLOOKUP("高平市",数据!A2:C9,4,FALSE)': 'Excel #REF!; LibreOffice Err:502',
  '=SQRT(-1)': 'Excel #NUM!; LibreOffice Err:502',
  '=DATEDIF(45400,45000,"d")': 'Excel #NUM!; LibreOffice Err:502',
  '=SUMIF(数据!C2:C9,2,数据!B2:B9)': 'Excel finds the text "2" with the criterion 2; LibreOffice only with "2"',
  '=VLOOKUP(4.2,数据!E2:F9,2)': 'Excel FALSE; LibreOffice keeps truth values as numbers',
  '=VLOOKUP(4.2,数据!E2:F9,2,TRUE)': 'Excel FALSE; LibreOffice keeps truth values as numbers',
  '=SUM(数据!F2:F9)': 'Excel leaves truth values in ranges out; LibreOffice adds them',
  '=SUM(数据!2:3)': 'Excel leaves truth values in ranges out; LibreOffice adds them',
  '=CONCATENATE("甲",1,TRUE)': 'Excel TRUE; LibreOffice 1',
  '=RANK(99,数据!B2:B9)': 'Excel #N/A for a number that is not there; LibreOffice ranks it',
  '=0^0': 'Excel #NUM!; LibreOffice 1',
  '=POWER(-8,1/3)': 'Excel #NUM!; LibreOffice finds the odd root',
  '=SUM(1,"2",TRUE)': 'Excel reads a text typed as argument as a number; LibreOffice refuses',
  '=MIN(1,"0.5")': 'Excel reads a text typed as argument as a number; LibreOffice refuses',
  '=FIND("","abc")': 'Excel 1; LibreOffice #VALUE!',
};

async function writeSample(): Promise<Uint8Array> {
  const cells = new Map(formulas.map((formula, row) => [`${row},1`, { formula: formula.slice(1) }]));
  const rows = formulas.map((formula) => [formula.slice(1), null]);
  return writeXlsx({
    sheets: [
      { name: RESULT, rows, cells },
      {
        name: LIST,
        rows: listRows.map((row) => [...row]),
        tables: [{ name: 't5_list', range: `A1:K${listRows.length}`, columns: listRows[0]!.map((name) => ({ name: String(name) })) }],
        rowDefs: new Map([[3, { hidden: true }]]),
      },
      { name: DATA, rows: dataRows.map((row) => [...row]), rowDefs: new Map([[4, { hidden: true }]]) },
      {
        name: '有错',
        rows: errorRows.map((row) => [...row]),
        cells: new Map([['1,0', { formula: '1/0' }]]),
      },
      { name: '说明', rows: [['统计截止日', AS_OF]] },
    ],
    namedRanges: [{ name: '截止日', range: '说明!$B$1' }],
  });
}

function fillBook(): PlainBook {
  const book = new PlainBook([RESULT, LIST, DATA, '有错', '说明'], AS_OF);
  book.fill(`${LIST}!A1`, listRows).fill(`${DATA}!A1`, dataRows).fill('说明!A1', [['统计截止日', AS_OF]]);
  book.table('t5_list', `${LIST}!A1`, listRows.length, listRows[0]!.length).name('截止日', '说明!B1');
  book.fill('有错!A1', errorRows).fill('有错!A2', [['=1/0']]);
  // A hidden row of a table with a filter counts as filtered out, one outside only as hidden.
  book.filtered.add(`${LIST}!3`);
  book.hidden.add(`${DATA}!4`);
  return book;
}

function show(value: unknown): string {
  if (typeof value === 'number') return String(Number(value.toPrecision(12)));
  return value === null || value === undefined ? '' : String(value);
}

describeWith('soffice', '公式与 LibreOffice 重算的结果相同', (soffice) => {
  const folder = mkdtempSync(join(tmpdir(), 'nine-lists-formula-'));
  const judged: Value[] = [];

  beforeAll(async () => {
    const file = join(folder, 'in.xlsx');
    writeFileSync(file, await writeSample());
    const profile = pathToFileURL(join(folder, 'profile')).href;
    const out = join(folder, 'out');
    execFileSync(soffice, [`-env:UserInstallation=${profile}`, '--headless', '--convert-to', 'xlsx', '--outdir', out, file], { stdio: 'pipe' });
    const workbook = await readXlsx(new Uint8Array(readFileSync(join(out, 'in.xlsx'))));
    const sheet = workbook.sheets.find(({ name }) => name === RESULT)!;
    formulas.forEach((_, row) => judged.push((sheet.rows[row]?.[1] ?? null) as Value));
  }, 120_000);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('sample is large enough and every exception is in it', () => {
    expect(formulas.length).toBeGreaterThanOrEqual(250);
    expect(Object.keys(differs).filter((formula) => !formulas.includes(formula))).toEqual([]);
  });

  test('same results', () => {
    const book = fillBook();
    formulas.forEach((formula, row) => book.put({ sheet: RESULT, row, column: 1 }, formula));
    book.calculator.calculate();
    const found = formulas.flatMap((formula, row) => {
      const ours = show(book.calculator.valueAt({ sheet: RESULT, row, column: 1 }));
      const theirs = show(judged[row]);
      return ours === theirs || formula in differs ? [] : [`${formula} → ${ours}, LibreOffice ${theirs}`];
    });
    expect(found).toEqual([]);
  });
});
