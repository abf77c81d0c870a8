import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { examineHost, requiredSets } from '../../src/excel/self-test';
import { openBook } from './open-book';

test('a page without Office.js lacks everything that the pane needs', async () => {
  const facts = await examineHost();
  expect(facts).toMatchObject({ hasOffice: false, host: null, excelApi: null });
  expect(facts.required.map(({ isMet }) => isMet)).toEqual([false, false]);
});

test('the sets asked for are the manifest’s', () => {
  const manifest = readFileSync(join(__dirname, '../../manifest.xml'), 'utf8');
  const sets = [...manifest.matchAll(/<Set Name="(\w+)" MinVersion="([\d.]+)"/g)].map(([, name, version]) => ({ name, version }));
  const byName = (a: { name?: string | undefined }, b: { name?: string | undefined }) => (a.name ?? '').localeCompare(b.name ?? '');
  expect(sets.sort(byName)).toEqual([...requiredSets].sort(byName));
});

describe('in Excel', () => {
  beforeAll(async () => void (await openBook()));
  afterEach(() => jest.restoreAllMocks());

  test('says which Excel it is, what it has, and that the workbook answers', async () => {
    expect(await examineHost()).toEqual({
      hasOffice: true,
      host: 'Excel',
      platform: 'OfficeOnline',
      version: expect.stringMatching(/^16\./),
      language: 'zh-CN',
      required: [
        { name: 'ExcelApi', version: '1.14', isMet: true },
        { name: 'SharedRuntime', version: '1.1', isMet: true },
      ],
      excelApi: '1.14',
      canDownload: true,
      unanswered: null,
    });
  });

  test('an Excel too old for the pane lacks the set, and its newest is named', async () => {
    jest.spyOn(Office.context.requirements, 'isSetSupported').mockImplementation((name, version) => name === 'ExcelApi' && Number(String(version).split('.')[1]) <= 7);
    expect(await examineHost()).toMatchObject({ required: [{ isMet: false }, { isMet: false }], excelApi: '1.7' });
  });

  test('a workbook that refuses is reported with the program’s own words', async () => {
    jest.spyOn(Excel, 'run').mockRejectedValue(new Error('InvalidOperationInCellEditMode'));
    expect(await examineHost()).toMatchObject({ unanswered: 'Error: InvalidOperationInCellEditMode' });
  });
});
