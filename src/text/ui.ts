/** Fixed words of the pane. */
export const uiWords = {
  product: '九张清单',
  city: '全市',
  asOf: '统计截止日',
  asOfHint: '以这一天为准判断是否逾期、是否应报。',
  asOfWrong: '请填写 2000 年至 2035 年之间的日期，例如 2023-12-25。',
  check: '一键校验',
  recalculate: '重算汇总',
  regenerate: '重新生成',
  restore: '恢复',
  fix: '修正',
  fixAll: '全部修正',
  cancel: '取消',
  close: '关闭',
  calendar: '从日历中选择',
  // Not a bare day: it would look as if it were filled in.
  dayExample: '例如 2023-12-25',
  retry: '重试',
  issues: '问题',
  waiting: '待填写',
  undecided: '暂无法核对',
  clause: '依据',
  filter: '筛选',
  clearFilter: '清除筛选',
  list: '清单',
  unit: '责任主体',
  rule: '问题类型',
  cityWorkbook: '市级工作簿',
  unitWorkbook: '填报单位工作簿',
} as const;

/** The parts of the pane. Where the workbook is not one of ours, the first is 生成. */
export const viewTexts = { label: '功能', workbook: '校验', generate: '生成', dispatch: '调度', ranking: '排名', together: '多份校验', exchange: '收发', help: '帮助', more: '更多' } as const;

/** What a rule counts as. */
export const ruleLevels = { error: '错误', warning: '警告', info: '提示', off: '停用' } as const;

export const fileTexts = {
  choose: '选择文件',
  drop: '可一次选多个，也可把文件拖到这里',
  dropOne: '也可把文件拖到这里',
  remove: '移除',
  clear: '全部移除',
  refused: '不能使用的文件',
} as const;

export const togetherTexts = {
  title: '多份校验',
  intro: '把各单位报来的工作簿放在一起校验，找出单看一份看不出的问题，如同一项目重复填报。只核对，不合并，文件和工作簿都不改动。',
  withOpen: '连同当前打开的工作簿',
  open: '当前打开的工作簿',
  joint: '放在一起才看得出的问题',
  noJoint: '没有发现',
  noIssues: '没有发现问题',
} as const;

export const helpTexts = {
  title: '帮助',
  intro: '校验用到的全部规则：什么情况会提出、依据哪一条、怎么办，以及哪些情形发现不了。',
  search: '搜索规则',
  searchHint: '名称、内容、清单或条款',
  clear: '清空',
  none: '没有找到符合的规则',
  noneHint: '请换一个词，或清空搜索。',
  onlyAdjusted: '只看调整过的',
  whole: '全部规则',
  why: '为什么',
  scopes: {
    cell: '逐格核对',
    row: '逐行核对',
    list: '逐表核对',
    'cross-list': '清单之间核对',
    'cross-county': '各单位之间核对',
  },
  severity: '级别',
  fails: '什么情况会提出',
  undecided: '什么情况暂无法核对',
  todo: '怎么办',
  blind: '不能发现的情形',
  lists: '适用清单',
  allLists: '全部清单',
  code: '编号',
  explainable: '属实的可以在问题下点“说明情况”。',
} as const;

export const ruleSettingDialogTexts = {
  open: '调整级别',
  restore: '恢复原级别',
  title: '调整级别',
  level: '调整为',
  submit: '调整',
  why: '调整理由',
  whyHint: '写明为什么本次行动要这样掌握。',
  who: '调整人',
  errorStays: '其中判为“错误”的部分不受影响，仍须改正。',
  note: '只对当前工作簿有效；写入工作簿，随文件报送，并列在校验结果中。',
  adjusted: '已调整',
} as const;

/** Where the pane cannot work at all. */
export const placeTexts = {
  starting: '正在打开…',
  reading: '正在查看当前工作簿…',
  unread: { title: '还没有读到工作簿', body: '处理好上面提示的情况后，点“重试”。', after: '已填写的内容没有任何改动。' },
  noExcel: {
    title: '请在 Excel 中打开',
    body: '“九张清单”要和工作簿放在一起用，单独打开这个网页不能工作。',
    steps: [
      '用 Excel 2021 以上版本、Microsoft 365 或网页版 Excel 打开要填报的工作簿。',
      '在功能区点“九张清单”选项卡，再点“打开面板”。',
      '看不到这个选项卡时，请联系单位的信息化人员安装加载项。',
    ],
    after: '没有加载项也不影响填报：工作簿里的下拉选择、公式和打印都能照常使用。',
  },
  tooOld: {
    title: '当前 Excel 版本过低',
    body: '面板需要 Excel 2021、Excel 2024、Microsoft 365 或网页版 Excel；您正在使用的是更早的版本。',
    steps: [
      '工作簿本身不受影响：填写、下拉选择、合计和打印都可以照常使用。',
      '需要生成或校验时，请换一台装有上述版本的电脑打开同一个文件，或联系信息化人员升级 Office。',
    ],
    after: '已填写的内容没有任何改动。',
  },
  unusable: {
    title: '这个工作簿暂时不能校验',
    after: '已填写的内容没有任何改动，仍可照常编辑和保存。',
  },
} as const;

export const generateTexts = {
  intro: '按文件生成说明、汇总、九张清单和两本台账。',
  foreign: '工作簿里原有的其他工作表不会改动。',
  scope: '为谁生成',
  scopeHint: '县（市、区）填报选本单位；市级汇总选“全市”。',
  sample: '示例数据',
  sampleHint: '虚构的数据，只供试用和培训。',
  samples: { none: '不填入', clean: '填入示例数据', mistakes: '填入带错误的示例数据' },
  submit: '生成',
  againTitle: '重新生成清单',
  again: '工作表、下拉选项、公式和格式会恢复成标准样式。',
  kept: '已填写的内容、自己增加的列和其他工作表全部保留，填错的内容也原样保留。',
  againSubmit: '保留内容并重新生成',
} as const;

export const restoreTexts = {
  title: '上次操作没有完成',
  body: '中断前已把填写的内容备份在本工作簿里，没有丢失。请点“恢复”放回清单，恢复之前先不要填写；中断之后已经填了的，会另存到“恢复前”工作表，请核对后抄回。',
} as const;

export const issueTexts = {
  list: '问题列表',
  locate: '定位到单元格',
  none: '没有发现问题',
  noneHint: '已填写的内容都通过了校验，可以报送。',
  onlyWaiting: '没有错误，等待填写',
  onlyWaitingHint: '已填写的内容没有问题。还没填的在“待填写”中按单位和清单列出。',
  filteredOut: '没有符合筛选条件的问题',
  explained: '已说明',
  severity: '按严重程度筛选',
  seeRules: '查看',
  searchList: '全部清单',
  searchUnit: '全部单位',
  searchRule: '全部类型',
  whole: '整个工作簿',
  city: '不分单位',
} as const;

/** Who and why, under 说明情况 and 调整级别. */
export const reasonTexts = {
  noWho: '请填写姓名或科室。',
  noWhy: '请填写原因。',
  whoHint: '姓名或科室；下次自动带出。',
} as const;

export const explainDialogTexts = {
  open: '说明情况',
  withdraw: '撤回说明',
  title: '说明情况',
  submit: '记为已说明',
  why: '情况说明',
  whyHint: '属实但看起来异常的，写明原因。',
  who: '说明人',
  note: '说明写入工作簿，随文件报送；这一处的内容改动后说明失效，会重新提示。',
} as const;

export const fixTexts = {
  title: '全部修正',
  intro: '勾选要改的单元格，确认后一次写入。',
  verify: '金额单位等需要先核实的，默认不勾选。',
  all: '全选',
  cell: '单元格',
  change: '现值 → 改为',
  to: '改为',
  choose: '选择',
  spaces: '（含多余空格）',
} as const;

export const clauseTexts = {
  title: '依据',
  convention: '惯例',
  conventionBody: '文件没有规定具体写法，这一条按各级项目办通行的填报惯例核对。',
  external: '这一条依据的是文件以外的制度，请对照制度原文核对。',
} as const;

export const waitingTexts = {
  none: '没有待填写的内容',
  noneHint: '每张清单都已开始填写。',
  intro: '还没有动手填的行只算“待填写”，不算错误。',
  go: '前往填写',
  row: '行',
  untouched: '未填',
} as const;

export const undecidedTexts = {
  none: '没有暂无法核对的内容',
  places: '处',
  intro: '缺少用来比对的内容，没有判为通过，也没有判为错误。',
} as const;

export const crashTexts = {
  title: '面板出了故障，没有显示完整',
  body: '工作簿里的内容没有受影响。请点“重新打开面板”；仍不行，请把下面的故障报告发给信息化人员。',
  reopen: '重新打开面板',
  copy: '复制故障报告',
  copied: '已复制',
  report: '故障报告',
} as const;
