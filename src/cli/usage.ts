/** Printed for --help and after a command that does not exist. */
export const usage = `用法：
  npx nine-lists generate [--unit 全市|责任主体] [--plan 方案.json] [--as-of 2023-12-25]
                          [--sample clean|mistakes] [--seed 数字] [--out 文件.xlsx]
      生成工作簿。不写 --out 时按“文号_单位_统计截止日.xlsx”命名；已有的文件不会被覆盖。

  npx nine-lists check 文件.xlsx… [--plan 方案.json] [--as-of 2023-12-25] [--json] [--write]
      校验工作簿。--json 输出结构化结果；--write 把校验提示写回原文件。
      退出码：0 没有未说明的错误，1 有错误，2 有文件无法使用。
`;
