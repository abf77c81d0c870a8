/** Fixed words of 自检. */
export const selfTestTexts = {
  title: '自检',
  open: '自检：这台电脑能不能用',
  running: '正在检查…',
  again: '重新检查',
  copy: '复制报告',
  copied: '已复制',
  copyHint: '发给单位的信息化人员，便于查找原因。报告里没有工作簿的内容。',
  report: '自检报告',
  met: '具备',
  unmet: '缺少',
} as const;

/** What 自检 looks at; a structural copy of what excel and the web view say. */
export interface SelfTest {
  /** Of the pane: version and the name of its first script. */
  readonly build: string;
  /** Where the pane was loaded from. */
  readonly address: string;
  readonly webView: string;
  readonly hasWorker: boolean;
  readonly hasOffice: boolean;
  readonly host: string | null;
  readonly platform: string | null;
  readonly version: string | null;
  readonly language: string | null;
  readonly required: readonly { readonly name: string; readonly version: string; readonly isMet: boolean }[];
  readonly excelApi: string | null;
  readonly canDownload: boolean;
  readonly unanswered: string | null;
}

/** One line of the page: what was looked at, what it is, and what to do where it is missing. */
export interface SelfTestLine {
  readonly name: string;
  readonly value: string;
  /** Null for a line that only informs. */
  readonly isMet: boolean | null;
  /** What to do; empty where nothing is. */
  readonly todo: string;
  /** True for what only the office's IT reads: an address, a file's name. */
  readonly isTechnical?: boolean;
}

const unknown = '未提供';
const platforms: Readonly<Record<string, string>> = { PC: 'Windows', Mac: 'Mac', OfficeOnline: '网页版', iOS: 'iOS', Android: 'Android', Universal: 'Windows 应用' };

/** The lines of 自检: what must be there first, then what is good to know. */
export function describeSelfTest(test: SelfTest): readonly SelfTestLine[] {
  const program = test.host === null ? '没有检测到 Excel' : `${[test.host, test.version ?? ''].join(' ').trim()}${test.platform === null ? '' : `（${platforms[test.platform] ?? test.platform}）`}`;
  return [
    {
      name: '所在程序',
      value: program,
      isMet: test.host === 'Excel',
      todo: '请用 Excel 打开工作簿，从功能区“九张清单”选项卡打开面板；WPS 等其他程序能填写工作簿，不能运行面板。',
    },
    ...test.required.map(({ name, version, isMet }) => ({
      name: setNames[name] ?? name,
      value: isMet ? `${version} 以上` : test.hasOffice ? `低于 ${version}` : '没有检测到',
      isMet,
      todo: '请升级到 Excel 2021 以上版本、Microsoft 365，或改用网页版 Excel。',
    })),
    {
      name: '与工作簿通信',
      value: test.unanswered === null && test.hasOffice ? '正常' : '没有应答',
      isMet: test.unanswered === null && test.hasOffice,
      todo: '请先按回车键结束单元格编辑，再点“重新检查”；仍不行时重新打开 Excel。',
    },
    {
      name: '后台读取文件',
      value: test.hasWorker ? '可用' : '不可用',
      isMet: test.hasWorker,
      todo: '“汇总”和“多份校验”要在后台读文件，请升级 Office 或系统的网页组件（Windows 为 WebView2）。',
    },
    { name: '保存文件', value: test.canDownload ? '直接下载' : '打开为新工作簿后另存', isMet: null, todo: '' },
    { name: '最新的 Excel 接口', value: test.excelApi ?? unknown, isMet: null, todo: '' },
    { name: '界面语言', value: test.language ?? unknown, isMet: null, todo: '', isTechnical: true },
    { name: '面板版本', value: test.build, isMet: null, todo: '', isTechnical: true },
    { name: '面板来自', value: test.address, isMet: null, todo: '', isTechnical: true },
  ];
}

const setNames: Readonly<Record<string, string>> = { ExcelApi: 'Excel 接口', SharedRuntime: '功能区按钮' };

/** One sentence on the whole. */
export function describeSelfTestVerdict(lines: readonly SelfTestLine[]): string {
  const missing = lines.filter(({ isMet }) => isMet === false).map(({ name }) => name);
  return missing.length === 0 ? '这台电脑可以使用“九张清单”，没有缺少的条件。' : `有 ${missing.length} 项不具备：${missing.join('、')}。做法见各项下面的说明。`;
}

/** The report to be sent on, with what is too long for the page. */
export function writeSelfTestReport(test: SelfTest): string {
  const lines = describeSelfTest(test);
  const mark = (isMet: boolean | null): string => (isMet === null ? '　　　' : isMet ? '［具备］' : '［缺少］');
  return [
    '九张清单　自检报告',
    describeSelfTestVerdict(lines),
    ...lines.map(({ name, value, isMet }) => `${mark(isMet)}${name}：${value}`),
    ...test.required.map(({ name, version, isMet }) => `　　　${name} ${version}：${isMet ? '具备' : '缺少'}`),
    `　　　网页组件：${test.webView}`,
    ...(test.unanswered === null ? [] : [`　　　通信错误：${test.unanswered}`]),
  ].join('\n');
}
