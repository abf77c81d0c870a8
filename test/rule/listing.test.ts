import type { WorkbookEntries } from '../../src/list/entry';
import { makeContext } from '../../src/rule/context';
import { explain } from '../../src/rule/explain';
import { IssueMaker } from '../../src/rule/issue-maker';
import { kindOf } from '../../src/rule/compile';
import { undecidedKindOf } from '../../src/rule/kind';
import { Listing } from '../../src/rule/listing';
import type { Rule } from '../../src/rule/rule';
import { TableJudge } from '../../src/rule/table-judge';
import { tallyOf, undecidedRowsOf } from '../../src/rule/tally';
import { entriesOf, lists, plan, type Row, type Workbook } from './fixture';

/** Two rules that find what the test says. */
const rules = new Map<string, Rule>(
  (['cell/phone', 'cell/enum'] as const).map((code) => [code, { code, severity: 'warning', source: '惯例', scope: 'cell', lists: 'all', detail: () => ({ columns: [], params: {} }) }]),
);
const phone = kindOf('cell/phone', 'warning');
const wrong = kindOf('cell/enum', 'error');
const units = plan.units.map(({ key }) => key);
const unitNames = plan.units.map(({ name }) => name);

/** List 5 with so many rows, of the units in turn; hits are put into it by hand. */
class Page {
  readonly entries: WorkbookEntries;
  readonly judge: TableJudge;
  readonly listing: Listing;
  private maker: IssueMaker;

  constructor(
    rowCount: number,
    private readonly limit: number,
    record: Partial<Workbook> = {},
    rowAt: (at: number) => Row = (at) => ({ identity: `5-${at}`, phone: `${at}`, unit: unitNames[at % 3]! }),
  ) {
    this.entries = entriesOf({ rows: { 5: Array.from({ length: rowCount }, (_, at) => rowAt(at)) }, ...record });
    const context = makeContext(this.entries, plan, lists);
    const table = context.tables.get('5')!;
    table.prepareRows(0, rowCount);
    this.judge = new TableJudge(table, context, [], [], []);
    for (const column of ['phone', 'startState']) this.judge.sources.push({ detail: () => ({ columns: [column], params: { column } }) });
    this.listing = new Listing(this.judge, rules);
    this.maker = this.newMaker(this.entries);
  }

  newMaker(entries: WorkbookEntries): IssueMaker {
    return new IssueMaker(entries, lists, plan, this.limit);
  }

  /** Says something of rows from now on. */
  weigh(record: Pick<Workbook, 'explanations' | 'ruleSettings'>): void {
    this.maker = this.newMaker({ ...this.entries, ...record } as WorkbookEntries);
  }

  hit(row: number, kind = phone): this {
    this.judge.hits.add(kind, kind === wrong ? 1 : 0, row);
    return this;
  }

  unhit(row: number): this {
    this.judge.hits.retract(row, () => true);
    return this;
  }

  /** Chooses again; the rows listed, and how often the caller could breathe. */
  renew(...changed: readonly number[]): number {
    return this.choose(new Set(changed));
  }

  renewAll(): number {
    return this.choose(null);
  }

  private choose(changed: ReadonlySet<number> | null): number {
    return [...this.listing.renew(this.maker, changed)].length;
  }

  get rows(): readonly (number | null)[] {
    return this.listing.issues.map(({ rowIndex }) => rowIndex);
  }

  get ids(): readonly string[] {
    return this.listing.issues.map(({ id }) => id);
  }

  get tally() {
    return tallyOf(this.judge, this.listing, this.maker, units);
  }
}

const range = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => from + at);

describe('the listed issues of a table', () => {
  it('are none where nothing is found, or no rows are there', () => {
    for (const page of [new Page(0, 5), new Page(3, 5)]) {
      page.renewAll();
      expect([page.listing.issues, page.listing.ranked]).toEqual([[], []]);
    }
  });

  it('are made of the hits, row by row, in the order of columns', () => {
    const page = new Page(3, 5).hit(2).hit(0).hit(0, wrong).hit(1, undecidedKindOf('cell/enum', 'missing'));
    page.renewAll();
    expect(page.listing.issues.map(({ code, severity, rowIndex, row, unit, columns, params, list }) => [code, severity, rowIndex, row, unit, columns, params, list])).toEqual([
      ['cell/phone', 'warning', 0, '5-0', units[0], ['phone'], { column: 'phone' }, '5'],
      ['cell/enum', 'error', 0, '5-0', units[0], ['startState'], { column: 'startState' }, '5'],
      ['cell/phone', 'warning', 2, '5-2', units[2], ['phone'], { column: 'phone' }, '5'],
    ]);
    expect(page.listing.ranked.map(({ issue }) => issue)).toEqual(page.listing.issues);
  });

  it('are the first of each code, up to the limit', () => {
    const page = new Page(5, 2);
    for (const row of [4, 3, 2, 1, 0]) page.hit(row);
    for (const row of [4, 2, 3]) page.hit(row, wrong);
    page.renewAll();
    expect(page.listing.issues.map(({ code, rowIndex }) => `${code} ${rowIndex}`).sort()).toEqual(['cell/enum 2', 'cell/enum 3', 'cell/phone 0', 'cell/phone 1']);
    expect(page.tally).toMatchObject({ counts: { error: 3, warning: 5, info: 0, explained: 0 }, unlisted: { 'cell/phone': 3, 'cell/enum': 1 }, unitErrors: { [units[0]!]: 1, [units[1]!]: 1, [units[2]!]: 1 } });
  });

  it('are the same ones of a row, whichever was found first, where the limit falls within it: the errors before the hints', () => {
    const hint = kindOf('cell/enum', 'info');
    for (const found of [[wrong, hint], [hint, wrong]]) {
      const page = new Page(1, 1);
      for (const kind of found) page.hit(0, kind);
      page.renewAll();
      expect(page.listing.issues.map(({ severity }) => severity)).toEqual(['error']);
    }
  });

  it('go on over pages of 256 rows, and on the last one end with the last row', () => {
    const page = new Page(600, 4);
    for (const row of [255, 256, 511, 512, 599]) page.hit(row);
    page.renewAll();
    expect(page.rows).toEqual([255, 256, 511, 512]);
    page.unhit(256).renew(256);
    expect(page.rows).toEqual([255, 511, 512, 599]);
    page.hit(0).renew(0);
    expect(page.rows).toEqual([0, 255, 511, 512]);
    page.unhit(0).unhit(255).renew(0, 255);
    expect(page.rows).toEqual([511, 512, 599]);
    expect(page.tally.unlisted).toEqual({});
  });

  it('stay the objects that they were in rows where nothing has changed', () => {
    const page = new Page(300, 3).hit(0).hit(1).hit(2).hit(280);
    page.renewAll();
    const before = page.listing.issues;
    page.unhit(1).renew(1);
    expect(page.rows).toEqual([0, 2, 280]);
    expect([page.listing.issues[0] === before[0], page.listing.issues[1] === before[2]]).toEqual([true, true]);
    page.renew(0);
    expect(page.listing.issues[0]).toEqual(before[0]);
    expect([page.listing.issues[0] === before[0], page.listing.issues[1] === before[2]]).toEqual([false, true]);
    page.renewAll();
    expect(page.listing.issues[1]).toEqual(before[2]);
    expect(page.listing.issues[1] === before[2]).toBe(false);
  });

  it('are told anew in a row that has changed, and only there', () => {
    const page = new Page(2, 5).hit(0).hit(1);
    page.renewAll();
    page.hit(1, wrong).renew(1);
    expect(page.listing.issues.map(({ rowIndex }) => rowIndex)).toEqual([0, 1, 1]);
    page.unhit(1).hit(0, wrong).renew(0, 1);
    expect(page.listing.issues.map(({ rowIndex, code }) => [rowIndex, code]).sort()).toEqual([[0, 'cell/enum'], [0, 'cell/phone']]);
  });

  it('end where the table ends', () => {
    const page = new Page(520, 9).hit(3).hit(300).hit(515);
    page.renewAll();
    page.unhit(515).unhit(300);
    const { table, hits } = page.judge;
    for (const row of range(4, 520)) table.forgetRow(row);
    const short = new Page(4, 9).entries.lists['5']!;
    table.adopt(short);
    hits.resize(4);
    page.renew(300, 515);
    expect(page.rows).toEqual([3]);
    expect([...page.listing.countByCode].reduce((sum, each) => sum + each, 0)).toBe(1);
  });
});

describe('issues whose ids begin alike', () => {
  const copied = (rows: number) => new Page(rows, 9, {}, () => ({ identity: '5-1', unit: unitNames[0]! }));

  it('are numbered in the order of rows', () => {
    const page = copied(3).hit(2).hit(0).hit(1);
    page.renewAll();
    const [base] = page.ids;
    expect(page.ids).toEqual([base, `${base}~2`, `${base}~3`]);
    expect(page.listing.ranked.map(({ issue }) => issue.id)).toEqual(page.ids);
  });
  it('are numbered anew when one goes or comes', () => {
    const page = copied(3).hit(0).hit(1).hit(2);
    page.renewAll();
    const [base] = page.ids;
    page.unhit(0).renew(0);
    expect(page.ids).toEqual([base, `${base}~2`]);
    page.unhit(1).renew(1);
    expect(page.ids).toEqual([base]);
    page.hit(0).renew(0);
    expect([page.ids, page.rows]).toEqual([[base, `${base}~2`], [0, 2]]);
    page.unhit(0).unhit(2).renew(0, 2);
    page.hit(1).renew(1);
    expect(page.ids).toEqual([base]);
  });
  it('are those of one row, too, where a column is hit twice', () => {
    const page = new Page(1, 9).hit(0).hit(0);
    page.renewAll();
    const [base] = page.ids;
    expect(page.ids).toEqual([base, `${base}~2`]);
    page.unhit(0).hit(0).renew(0);
    expect(page.ids).toEqual([base]);
  });
});

describe('what the office says', () => {
  const setting = (code: string, severity: 'off' | 'info' | 'error') => ({ code, severity, who: '甲', why: '乙' });
  const explanationOf = (page: Page, row: number) => explain(page.listing.issues.find(({ rowIndex }) => rowIndex === row)!, page.entries, '王某', '已核实');

  it('switches off what is then only counted', () => {
    const page = new Page(4, 2, { ruleSettings: [setting('cell/phone', 'off')] }).hit(0).hit(1).hit(0, wrong);
    page.renewAll();
    expect(page.listing.issues.map(({ code }) => code)).toEqual(['cell/enum']);
    expect(page.tally).toMatchObject({ counts: { error: 1, warning: 0 }, unlisted: {}, switchedOff: { 'cell/phone': 2 } });
  });
  it('weighs a warning as an error of its unit, and as a hint', () => {
    const page = new Page(4, 9, { ruleSettings: [setting('cell/phone', 'error')] }).hit(0).hit(3).hit(1);
    page.renewAll();
    expect(page.listing.issues.map(({ severity }) => severity)).toEqual(['error', 'error', 'error']);
    expect(page.tally).toMatchObject({ counts: { error: 3, warning: 0 }, unitErrors: { [units[0]!]: 2, [units[1]!]: 1 } });
    page.weigh({ ruleSettings: [setting('cell/phone', 'info')] });
    page.renewAll();
    expect(page.listing.issues.map(({ severity }) => severity)).toEqual(['info', 'info', 'info']);
    expect(page.tally).toMatchObject({ counts: { error: 0, info: 3 }, unitErrors: {} });
  });
  it('explains an issue, which stays listed beyond the limit and is counted apart', () => {
    const all = new Page(5, 9).hit(0).hit(1).hit(4).hit(4, wrong).hit(3, wrong);
    all.renewAll();
    const explanations = all.listing.issues.filter(({ rowIndex }) => rowIndex === 4).map((issue) => explain(issue, all.entries, '王某', '已核实'));
    const page = new Page(5, 1, { explanations }).hit(0).hit(1).hit(4).hit(4, wrong).hit(3, wrong);
    page.renewAll();
    expect(page.listing.issues.map(({ rowIndex, code, explained }) => `${rowIndex} ${code} ${explained?.why ?? ''}`).sort()).toEqual(['0 cell/phone ', '3 cell/enum ', '4 cell/enum 已核实', '4 cell/phone 已核实']);
    expect(page.tally).toMatchObject({ counts: { error: 1, warning: 2, explained: 2 }, unlisted: { 'cell/phone': 1 }, unitErrors: { [units[0]!]: 1, [units[1]!]: 0 } });
    page.unhit(4).renew(4);
    expect(page.tally).toMatchObject({ counts: { error: 1, warning: 2, explained: 0 }, unitErrors: { [units[0]!]: 1 } });
    expect(page.rows).toEqual([0, 3]);
  });
  it('lists beyond the limit only rows of which something was said', () => {
    const all = new Page(4, 9).hit(2);
    all.renewAll();
    const page = new Page(4, 1, { explanations: [{ ...explanationOf(all, 2), valueHash: 'of other values' }] }).hit(0).hit(1).hit(2).hit(3);
    page.renewAll();
    expect(page.listing.issues.map(({ rowIndex, explained }) => [rowIndex, explained])).toEqual([[0, undefined], [2, undefined]]);
  });
});

describe('a long table', () => {
  it('lets the caller breathe after some hundred issues and some dozens of pages', () => {
    const page = new Page(256 * 170, 100_000, {}, () => ({ unit: unitNames[0]! }));
    expect(page.renewAll()).toBe(2);
    for (const row of range(0, 700)) page.hit(row);
    expect(page.renew(...range(0, 700))).toBe(4);
    expect(page.listing.issues).toHaveLength(700);
    expect(page.renew(0)).toBe(2);
  });
});

it('what cannot be decided is counted by unit', () => {
  const page = new Page(5, 9, {}, (at) => ({ unit: at === 4 ? '长治市' : unitNames[at % 2]! }));
  for (const row of range(0, 5)) page.hit(row, undecidedKindOf('cell/enum', 'missing'));
  page.hit(0, undecidedKindOf('row/start-late', 'waiting')).hit(1);
  expect(undecidedRowsOf(page.judge, units)).toEqual([
    { code: 'cell/enum', list: '5', unit: null, reason: 'missing', params: {}, count: 1 },
    { code: 'cell/enum', list: '5', unit: units[0], reason: 'missing', params: {}, count: 2 },
    { code: 'cell/enum', list: '5', unit: units[1], reason: 'missing', params: {}, count: 2 },
    { code: 'row/start-late', list: '5', unit: units[0], reason: 'waiting', params: {}, count: 1 },
  ]);
});
