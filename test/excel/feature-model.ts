import type { TableModel, WorkbookModel } from '../../src/sheet/model';
import { sheetOf } from '../sheet/small-model';

export function tableOf(name: string, row: number, rows: number, headers: readonly string[]): TableModel {
  return { name, area: { row, column: 0, rows, columns: headers.length }, headers, filter: true, style: 'TableStyleLight1' };
}

/** A workbook with every feature of the model: a list, a summary that refers to it, and hidden data. */
export function featureModel(): WorkbookModel {
  const headers = ['序号', '名称', '金额（万元）', '日期', '代码', '县（市、区）', '2倍'];
  const body = [
    [1, '甲项目', 12.5, 45215, '0012', '沁水县'],
    [2, '=不是公式', -3, 45216, '2023-10', '城区'],
    [3, '乙项目', null, null, null, null],
  ];
  const list = sheetOf({
    name: '5 未开工项目',
    tabColor: '#C00000',
    gridlines: false,
    blocks: [
      { row: 0, column: 0, content: [['附件5'], ['未开工项目清单']] },
      { row: 3, column: 2, content: [[{ formula: '=SUM(t5_list[金额（万元）])', value: 9.5 }]] },
      {
        row: 5,
        column: 0,
        content: [
          headers,
          ...body.map((cells, i) => [
            ...cells,
            { formula: '=IF(t5_list[[#This Row],[金额（万元）]]="","",t5_list[[#This Row],[金额（万元）]]*2)', value: [25, -6, ''][i] ?? null },
          ]),
        ],
      },
    ],
    styles: [
      { area: { row: 0, column: 0, rows: 9, columns: 7 }, style: { fontName: '仿宋', fontSize: 12, vertical: 'center' } },
      { area: { row: 1, column: 0, rows: 1, columns: 7 }, style: { fontName: '方正小标宋简体', fontSize: 22, horizontal: 'center' } },
      { area: { row: 5, column: 0, rows: 4, columns: 7 }, style: { border: { sides: 'all', color: '#808080' }, wrap: true } },
      { area: { row: 5, column: 0, rows: 1, columns: 7 }, style: { bold: true, fill: '#DDEBF7', color: '#1F3864' } },
      { area: { row: 6, column: 2, rows: 3, columns: 1 }, style: { numberFormat: '#,##0.00', horizontal: 'right' } },
      { area: { row: 6, column: 3, rows: 3, columns: 1 }, style: { numberFormat: 'yyyy-mm-dd' } },
      { area: { row: 6, column: 4, rows: 3, columns: 1 }, style: { numberFormat: '@' } },
      { area: { row: 6, column: 1, rows: 3, columns: 5 }, style: { locked: false } },
      { area: { row: 3, column: 2, rows: 1, columns: 1 }, style: { italic: true, border: { sides: 'bottom', color: '#FF0000' } } },
    ],
    merges: [{ row: 1, column: 0, rows: 1, columns: 7 }],
    columnWidths: [
      { column: 0, width: 48 },
      { column: 1, width: 200 },
      { column: 2, width: 96 },
      { column: 3, width: 96 },
      { column: 6, width: 80, hidden: true },
    ],
    rowHeights: [
      { row: 1, height: 36 },
      { row: 5, height: 42 },
    ],
    tables: [tableOf('t5_list', 5, 4, headers)],
    validations: [
      {
        area: { row: 6, column: 5, rows: 3, columns: 1 },
        rule: { kind: 'list', source: "='_数据'!$A$2:$A$4" },
        prompt: { title: '县（市、区）', text: '请从下拉列表选择。' },
        error: { title: '填写有误', text: '请从下拉列表选择县（市、区）。', level: 'stop' },
      },
      {
        area: { row: 6, column: 2, rows: 3, columns: 1 },
        rule: { kind: 'decimal', operator: 'greaterThanOrEqual', minimum: 0 },
        error: { title: '金额', text: '金额应为数字，单位万元。', level: 'warning' },
      },
      {
        area: { row: 6, column: 3, rows: 3, columns: 1 },
        rule: { kind: 'date', operator: 'between', minimum: 44927, maximum: 46022 },
        error: { title: '日期', text: '请填写日期，如 2023-10-16。', level: 'information' },
      },
      { area: { row: 6, column: 4, rows: 3, columns: 1 }, rule: { kind: 'textLength', operator: 'lessThanOrEqual', minimum: 24 } },
      { area: { row: 6, column: 0, rows: 3, columns: 1 }, rule: { kind: 'whole', operator: 'between', minimum: 1, maximum: 999 } },
      { area: { row: 6, column: 1, rows: 3, columns: 1 }, rule: { kind: 'any' }, prompt: { title: '名称', text: '按立项文件填写。' } },
    ],
    conditionalFormats: [
      { kind: 'formula', area: { row: 6, column: 0, rows: 3, columns: 7 }, formula: '=$C7<0', fill: '#FFC7CE', color: '#9C0006', bold: true },
      { kind: 'formula', area: { row: 6, column: 0, rows: 3, columns: 7 }, formula: '=$C7=""', fill: '#FFEB9C' },
    ],
    freeze: { rows: 6, columns: 2 },
    print: {
      paper: 'A3',
      orientation: 'landscape',
      fitToWidth: 1,
      titleRows: { from: 4, to: 5 },
      area: { row: 0, column: 0, rows: 9, columns: 7 },
      centerHorizontally: true,
      footer: { left: '单位负责人：', center: '第 &P 页，共 &N 页', right: '填报人：' },
      margins: { top: 0.75, bottom: 0.75, left: 0.5, right: 0.5, footer: 0.3 },
    },
    protection: { allowFormatColumns: true, allowFilter: true },
  });
  const summary = sheetOf({
    name: '汇总',
    blocks: [
      { row: 0, column: 0, content: [['合计', { formula: '=SUM(t5_list[金额（万元）])', value: 9.5 }], ['比率', 0.4], ['见清单', null]] },
      { row: 2, column: 1, content: [[{ formula: '=截止日', value: 45285 }]] },
    ],
    conditionalFormats: [{ kind: 'dataBar', area: { row: 1, column: 1, rows: 1, columns: 1 }, color: '#5B9BD5', minimum: 0, maximum: 1 }],
    charts: [
      {
        name: 'rates',
        title: '比率',
        categories: { row: 0, column: 0, rows: 2, columns: 1 },
        series: [{ name: '比率', values: { row: 0, column: 1, rows: 2, columns: 1 } }],
        place: { row: 4, column: 1, rows: 6, columns: 5 },
      },
    ],
    links: [{ row: 2, column: 0, sheet: '5 未开工项目', targetRow: 6, targetColumn: 1 }],
    freeze: { rows: 1, columns: 0 },
    print: {
      paper: 'A4',
      orientation: 'portrait',
      fitToWidth: 1,
      centerHorizontally: false,
      breaks: [2],
      footer: { left: '', center: '&P', right: '' },
      margins: { top: 1, bottom: 1, left: 0.5, right: 0.5, footer: 0.25 },
    },
  });
  const data = sheetOf({
    name: '_数据',
    visibility: 'veryHidden',
    blocks: [{ row: 0, column: 0, content: [['县（市、区）'], ['沁水县'], ['城区'], ['阳城县'], [45285]] }],
  });
  return {
    sheets: [summary, list, data],
    names: [{ name: '截止日', sheet: '_数据', area: { row: 4, column: 0, rows: 1, columns: 1 } }],
    activeSheet: '汇总',
  };
}
