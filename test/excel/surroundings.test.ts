import { associateActions } from '../../src/excel/actions';
import { waitForOffice } from '../../src/excel/ready';
import { saveWorkbookFile } from '../../src/excel/save-file';
import type { Host } from '../../src/host/protocol/connect-host';
import { openBook } from './open-book';

test('a page without Office.js has no Excel', async () => {
  expect(await waitForOffice()).toEqual({ state: 'noExcel', platform: null, theme: null });
  expect(() => associateActions({ check: () => undefined })).not.toThrow();
});

describe('in Excel', () => {
  let host: Host;

  beforeAll(async () => {
    ({ host } = await openBook());
  });

  afterEach(() => jest.restoreAllMocks());

  test('the pane is ready, and knows the platform', async () => {
    expect(await waitForOffice()).toMatchObject({ state: 'ready', platform: 'OfficeOnline' });
  });

  test('an Excel below ExcelApi 1.14 is too old', async () => {
    jest.spyOn(Office.context.requirements, 'isSetSupported').mockReturnValue(false);
    expect(await waitForOffice()).toMatchObject({ state: 'tooOld' });
  });

  test('a ribbon command runs its handler', async () => {
    const done: string[] = [];
    associateActions({ check: () => void done.push('check') });
    await host.invokeCommand('check');
    expect(done).toEqual(['check']);
  });

  test('Excel is told that a command is over, also when it fails', async () => {
    const associate = jest.spyOn(Office.actions, 'associate');
    associateActions({ total: () => Promise.reject(new Error('no')) });
    const run = associate.mock.calls[0]?.[1] as (event: unknown) => Promise<void>;
    const completed = jest.fn();
    await expect(run({ completed })).rejects.toThrow('no');
    expect(completed).toHaveBeenCalledTimes(1);
  });

  test('a file opens as a new workbook where the web view does not download', async () => {
    URL.createObjectURL = () => {
      throw new Error('refused');
    };
    const create = jest.spyOn(Excel, 'createWorkbook').mockResolvedValue(undefined);
    expect(await saveWorkbookFile(new Uint8Array([80, 75, 3, 4]), '全市.xlsx')).toBe('workbook');
    expect(create).toHaveBeenCalledWith('UEsDBA==');
  });
});

describe('a file for the user', () => {
  const bytes = new Uint8Array([80, 75, 3, 4]);

  it('is a download', async () => {
    URL.createObjectURL = () => 'blob:file';
    URL.revokeObjectURL = () => undefined;
    const clicked: string[] = [];
    document.addEventListener('click', (event) => {
      event.preventDefault();
      clicked.push((event.target as HTMLAnchorElement).download);
    }, { once: true });
    expect(await saveWorkbookFile(bytes, '全市.xlsx')).toBe('download');
    expect(clicked).toEqual(['全市.xlsx']);
    expect(document.querySelector('a')).toBeNull();
  });
});
