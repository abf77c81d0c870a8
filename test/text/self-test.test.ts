import { describeSelfTest, describeSelfTestVerdict, writeSelfTestReport, type SelfTest } from '../../src/text/self-test';

const good: SelfTest = {
  build: '0.1.0　pane.01234567.js',
  address: 'https://oa.example.gov.cn/nine-lists/',
  webView: 'Edg/120',
  hasWorker: true,
  hasOffice: true,
  host: 'Excel',
  platform: 'PC',
  version: '16.0.17928',
  language: 'zh-CN',
  required: [
    { name: 'ExcelApi', version: '1.14', isMet: true },
    { name: 'SharedRuntime', version: '1.1', isMet: true },
  ],
  excelApi: '1.17',
  canDownload: true,
  unanswered: null,
};

test('a computer that has everything is told so in one sentence', () => {
  expect(describeSelfTestVerdict(describeSelfTest(good))).toBe('这台电脑可以使用“九张清单”，没有缺少的条件。');
  expect(describeSelfTest(good)[0]).toEqual({ name: '所在程序', value: 'Excel 16.0.17928（Windows）', isMet: true, todo: expect.any(String) });
});

test('what is missing is named, each with what to do', () => {
  const old = { ...good, required: [{ name: 'ExcelApi', version: '1.14', isMet: false }], hasWorker: false, unanswered: 'Error: busy' };
  const lines = describeSelfTest(old);
  expect(describeSelfTestVerdict(lines)).toBe('有 3 项不具备：Excel 接口、与工作簿通信、后台读取文件。做法见各项下面的说明。');
  for (const { isMet, todo } of lines) if (isMet === false) expect(todo).toMatch(/请.*。$/);
});

test('outside Excel it says that there is none', () => {
  const lines = describeSelfTest({ ...good, hasOffice: false, host: null, platform: null, version: null });
  expect(lines.filter(({ isMet }) => isMet === false).map(({ name }) => name)).toEqual(['所在程序', '与工作簿通信']);
});

test('the report holds every line, the web view and the error, and can be read as plain text', () => {
  const report = writeSelfTestReport({ ...good, unanswered: 'Error: busy' });
  for (const part of ['［缺少］与工作簿通信：没有应答', '［具备］Excel 接口：1.14 以上', 'ExcelApi 1.14：具备', '最新的 Excel 接口：1.17', '网页组件：Edg/120', '通信错误：Error: busy', '面板版本：0.1.0　pane.01234567.js']) {
    expect(report.split('\n').some((line) => line.endsWith(part))).toBe(true);
  }
});
