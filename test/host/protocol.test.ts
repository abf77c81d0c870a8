import { Book } from '../../src/host/book/book';
import { startOffice, type StartedOffice } from './start-office';

let office: StartedOffice;

beforeEach(async () => {
  office = await startOffice(Book.empty());
});

function first(context: Excel.RequestContext): Excel.Worksheet {
  return context.workbook.worksheets.getItem('Sheet1');
}

test('the library finds Excel on the web with ExcelApi 1.14 and no more', () => {
  expect(Office.context.host).toBe('Excel');
  expect(Office.context.platform).toBe('OfficeOnline');
  expect(Office.context.displayLanguage).toBe('zh-CN');
  const { requirements } = Office.context;
  expect(requirements.isSetSupported('ExcelApi', '1.14')).toBe(true);
  expect(requirements.isSetSupported('ExcelApi', '1.15')).toBe(false);
  expect(requirements.isSetSupported('SharedRuntime', '1.1')).toBe(true);
  expect(requirements.isSetSupported('RibbonApi', '1.1')).toBe(false);
});

test('values and formulas written come back, calculated', async () => {
  await Excel.run(async (context) => {
    const range = first(context).getRange('A1:B2');
    range.values = [['县', 1], [true, '=1+B1']];
    range.load('values,formulas,address,text');
    await context.sync();
    expect(range.values).toEqual([['县', 1], [true, 2]]);
    expect(range.formulas).toEqual([['县', 1], [true, '=1+B1']]);
    expect(range.text).toEqual([['县', '1'], ['TRUE', '2']]);
    expect(range.address).toBe('Sheet1!A1:B2');
  });
});

test('what was not loaded throws PropertyNotLoaded', async () => {
  await Excel.run(async (context) => {
    const range = first(context).getRange('A1');
    await context.sync();
    expect(() => range.values).toThrow(expect.objectContaining({ code: 'PropertyNotLoaded' }));
  });
});

test('what is not there is a null object, and so are its children', async () => {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject('没有');
    const range = sheet.getRange('A1');
    sheet.load('name');
    range.load('values');
    await context.sync();
    expect(sheet.isNullObject).toBe(true);
    expect(range.isNullObject).toBe(true);
  });
});

test.each<[string, (context: Excel.RequestContext) => void, string]>([
  ['a sheet that is not there', (context) => context.workbook.worksheets.getItem('没有').load('name'), 'ItemNotFound'],
  ['an address that is none', (context) => first(context).getRange('A0').load('values'), 'InvalidArgument'],
  ['an array of the wrong shape', (context) => void (first(context).getRange('A1:B2').values = [[1, 2]]), 'InvalidArgument'],
  ['a formula that cannot be read', (context) => void (first(context).getRange('A1').values = [['=1+']]), 'InvalidArgument'],
  ['a null object written to', (context) => void (context.workbook.worksheets.getItemOrNullObject('没有').name = '有'), 'ItemNotFound'],
  ['a member that the host does not have', (context) => context.workbook.worksheets.getItem('Sheet1').shapes.load('items/name'), 'ApiNotFound'],
  ['a property that the host does not have', (context) => first(context).getRange('A1').load('linkedDataTypeState'), 'ApiNotFound'],
  ['a use that the host does not have', (context) => void first(context).getRange('A1').conditionalFormats.add('IconSet'), 'ApiNotFound'],
])('%s is refused', async (_case, act, code) => {
  const failure = Excel.run(async (context) => {
    act(context);
    await context.sync();
  });
  await expect(failure).rejects.toMatchObject({ code });
});

test('an error says where it was, and what came before it stands', async () => {
  const failure = Excel.run(async (context) => {
    first(context).getRange('A1').values = [['先']];
    context.workbook.tables.getItem('没有').load('name');
    await context.sync();
  });
  await expect(failure).rejects.toMatchObject({ code: 'ItemNotFound', debugInfo: { errorLocation: 'TableCollection.getItem' } });
  expect(office.book.activeSheet.valueAt(0, 0)).toBe('先');
});

test('a cell in edit mode refuses everything', async () => {
  office.book.isEditing = true;
  const range = new Excel.RequestContext();
  range.workbook.worksheets.load('items/name');
  await expect(range.sync()).rejects.toMatchObject({ code: 'InvalidOperationInCellEditMode' });
});

test('faults can be planned, for one batch each', async () => {
  office.host.failSync(2, { code: 'GeneralException' });
  const sync = async (): Promise<void> => {
    const context = new Excel.RequestContext();
    context.workbook.load('name');
    await context.sync();
  };
  await sync();
  await expect(sync()).rejects.toMatchObject({ code: 'GeneralException' });
  await sync();
  expect(office.host.statistics.syncs).toBe(3);
});

test('5 MB is the most for a request and for a response', async () => {
  const text = '很长的文字'.repeat(6000);
  const tooMuch = Excel.run(async (context) => {
    first(context).getRange('A1:A60').values = Array.from({ length: 60 }, (_, i) => [`${i}${text}`]);
    await context.sync();
  });
  await expect(tooMuch).rejects.toMatchObject({ code: 'RequestPayloadSizeLimitExceeded' });
  for (let i = 0; i < 60; i++) {
    office.book.transact('addin', (transaction) => transaction.putContent(office.book.activeSheet, i, 0, text));
  }
  const tooLong = Excel.run(async (context) => {
    first(context).getRange('A1:A60').load('values');
    await context.sync();
  });
  await expect(tooLong).rejects.toMatchObject({ code: 'ResponsePayloadSizeLimitExceeded' });
});

test('syncs and bytes are counted', async () => {
  office.host.resetStatistics();
  const context = new Excel.RequestContext();
  context.workbook.worksheets.load('items/name');
  await context.sync();
  const { syncs, requestBytes, responseBytes, largestRequest } = office.host.statistics;
  expect(syncs).toBe(1);
  expect(requestBytes).toBeGreaterThan(100);
  expect(responseBytes).toBeGreaterThan(50);
  expect(largestRequest).toBe(requestBytes);
});

test('settings are saved with the document and loaded again', async () => {
  Office.context.document.settings.set('上次', { 县: 1 });
  await new Promise<void>((resolve) => Office.context.document.settings.saveAsync(() => resolve()));
  expect(office.host.settings.entries()).toEqual([['上次', '{"县":1}']]);
  await Excel.run(async (context) => {
    const setting = context.workbook.settings.getItem('上次');
    setting.load('value');
    await context.sync();
    expect(setting.value).toEqual({ 县: 1 });
  });
});

test('a ribbon command runs the associated action and waits for it to be completed', async () => {
  const done: string[] = [];
  Office.actions.associate('checkWorkbook', async (event: Office.AddinCommands.Event) => {
    await Promise.resolve();
    done.push(event.source.id);
    event.completed();
  });
  await office.host.invokeCommand('checkWorkbook', 'CheckButton');
  expect(done).toEqual(['CheckButton']);
  await expect(office.host.invokeCommand('没有')).rejects.toMatchObject({ name: 'CommandError' });
});

test('a file made by the add-in is opened by the page, or said to be unknown', async () => {
  await expect(Excel.createWorkbook('UEsDBA==')).rejects.toMatchObject({ code: 'ApiNotFound' });
  const opened: string[] = [];
  await startOffice(Book.empty(), { onOpenWorkbook: (base64) => opened.push(base64) });
  await Excel.createWorkbook('UEsDBA==');
  expect(opened).toEqual(['UEsDBA==']);
});

test('a kept range follows its rows', async () => {
  await Excel.run(async (context) => {
    const range = first(context).getRange('B2:C3');
    context.trackedObjects.add(range);
    await context.sync();
    first(context).getRange('1:1').insert('Down');
    await context.sync();
    range.load('address');
    await context.sync();
    expect(range.address).toBe('Sheet1!B3:C4');
    context.trackedObjects.remove(range);
    await context.sync();
  });
});
