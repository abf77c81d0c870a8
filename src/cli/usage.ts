/** How each command is called and what it does, its exit codes where they say more than done or not done. */
const usages = {
  generate: `
  npx nine-lists generate [--unit 全市|责任主体] [--plan 方案.json] [--as-of 2023-12-25]
                          [--sample clean|mistakes] [--seed 数字] [--out 文件.xlsx]
      生成工作簿。不写 --out 时按“文号_单位_统计截止日.xlsx”命名；已有的文件不会被覆盖。
`,
  check: `
  npx nine-lists check 文件.xlsx… [--plan 方案.json] [--as-of 2023-12-25] [--json] [--write]
      校验工作簿。--json 输出结构化结果；--write 把校验提示写回原文件。
      退出码：0 没有未说明的错误，1 有错误，2 有文件无法使用。
`,
  repair: `
  npx nine-lists repair 文件.xlsx [--out 修复后.xlsx] [--plan 方案.json]
      修复表格：列出丢失的下拉选项、公式、颜色标记、冻结窗格等；--out 补回后另存，已填内容不变。
      退出码：0 表格结构完整，1 有丢失没有补回，2 文件无法使用。
`,
  split: `
  npx nine-lists split 全市.xlsx --out 文件夹 [--unit 责任主体]… [--zip] [--plan 方案.json] [--write]
      分发：每个责任主体一个文件，只含本单位的内容；--zip 打成一个压缩包。
      --write 把行标识和交换记录写回市级工作簿；不写 --write 时它没有任何改动。
`,
  merge: `
  npx nine-lists merge 全市.xlsx 单位文件.xlsx… --out 汇总.xlsx [--prefer city|unit] [--json] [--plan 方案.json]
      回收：把单位返回的文件汇总进市级工作簿的副本。两边都改过的是冲突，不写 --prefer 时暂按市级。
      退出码：0 全部汇总，1 有冲突未定，2 有文件不能采用。
`,
  compare: `
  npx nine-lists compare 旧.xlsx 新.xlsx [--json] [--out 比上月.xlsx] [--plan 方案.json]
      比上月：各单位新开工、新入统、新销号、新增、减少、变更的项目；--out 写成一张可打印的表。
`,
  bulletin: `
  npx nine-lists bulletin 全市.xlsx [上月.xlsx] [--out 排名通报.xlsx] [--plan 方案.json]
      排名通报：开工、入统、手续办理、问题推进四项排名和通报文字，写出上月的工作簿时列出名次升降；
      --out 写成一页可打印的表。
`,
  rules: `
  npx nine-lists rules [--plan 方案.json] [--out 文件.html] [--replace]
      校验规则目录：一张可以打印的网页。不写 --out 时直接输出；--replace 允许覆盖已有的文件。
`,
} as const;

export type CommandName = keyof typeof usages;

const common = `
  退出码：0 完成；2 没有完成，原因写在标准错误里。其他退出码见各命令。
  文件名里有空格的要用英文引号括起来；check、merge 的文件名可以用 * 和 ?，如 返回/*.xlsx。
`;

/** Printed for --help, and after a command that does not exist. */
export const usage = `用法：${Object.values(usages).join('')}${common}`;

/** Printed for --help after a command. */
export function usageOf(command: CommandName): string {
  return `用法：${usages[command]}${common}`;
}

export function isCommand(name: string): name is CommandName {
  return Object.hasOwn(usages, name);
}
