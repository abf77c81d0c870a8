import type { SheetModel, WorkbookModel } from '../../src/sheet/model';
import { sheetOf } from '../sheet/small-model';

const headers = ['序号', '项目名称', '县（市、区）', '建设单位', '总投资（万元）', '计划开工日期', '完成率', '校验提示'];
const counties = ['城区', '泽州县', '高平市'];
const body = { row: 5, column: 0, rows: 60, columns: 8 };
const column = (index: number): typeof body => ({ ...body, column: index, columns: 1 });

function listSheet(): SheetModel {
  const rows = Array.from({ length: body.rows }, (_, index) => [
    index + 1,
    `示范项目${index + 1}`,
    counties[index % 3]!,
    index % 4 === 0 ? '某某建设有限公司（含下属分公司及项目经理部）' : '城投公司',
    1000 + index,
    45_235 + index,
    (index % 11) / 10,
    index % 7 === 3 ? '【总投资（万元）】应为数字' : null,
  ]);
  return sheetOf({
    name: '5 未开工项目',
    tabColor: '#107C41',
    blocks: [
      { row: 0, column: 0, content: [['附件5']] },
      { row: 1, column: 0, content: [['晋城市2023年未开工项目清单']] },
      { row: 2, column: 0, content: [['合计', null, null, null, { formula: '=SUBTOTAL(109,E6:E65)', value: null }]] },
      { row: 3, column: 0, content: [['项目基本情况', null, null, null, '投资与进度']] },
      { row: 4, column: 0, content: [headers, ...rows] },
    ],
    styles: [
      { area: { row: 1, column: 0, rows: 1, columns: 8 }, style: { fontName: '方正小标宋简体', fontSize: 20, horizontal: 'center', vertical: 'center' } },
      {
        area: { row: 3, column: 0, rows: 2, columns: 8 },
        style: { fontName: '黑体', bold: true, wrap: true, horizontal: 'center', vertical: 'center', fill: '#E2EFDA', border: { sides: 'all', color: '#7F7F7F' } },
      },
      { area: body, style: { fontName: '仿宋', wrap: true, vertical: 'center', border: { sides: 'all', color: '#7F7F7F' }, locked: false } },
      { area: column(4), style: { numberFormat: '#,##0.00' } },
      { area: column(5), style: { numberFormat: 'yyyy-mm-dd', horizontal: 'center' } },
      { area: column(6), style: { numberFormat: '0.0%' } },
    ],
    merges: [
      { row: 1, column: 0, rows: 1, columns: 8 },
      { row: 3, column: 0, rows: 1, columns: 4 },
      { row: 3, column: 4, rows: 1, columns: 4 },
    ],
    columnWidths: [46, 200, 104, 170, 110, 110, 100, 220].map((width, index) => ({ column: index, width })),
    rowHeights: [
      { row: 1, height: 30 },
      { row: 4, height: 32 },
    ],
    tables: [{ name: 't5_list', area: { row: 4, column: 0, rows: 61, columns: 8 }, headers, filter: true, style: null }],
    validations: [
      {
        area: column(2),
        rule: { kind: 'list', source: "='_数据'!$A$1:$A$3" },
        prompt: { title: '县（市、区）', text: '请从下拉列表中选择。' },
        error: { title: '县（市、区）有误', text: '应从下拉列表中选择。', level: 'warning' },
      },
      {
        area: column(4),
        rule: { kind: 'decimal', operator: 'greaterThanOrEqual', minimum: 0 },
        error: { title: '总投资有误', text: '总投资应为不小于 0 的数字，单位为万元。', level: 'stop' },
      },
    ],
    conditionalFormats: [
      { kind: 'formula', area: body, formula: '=ISNUMBER(FIND("【"&A$5&"】",$H6))', fill: '#FFC7CE', color: '#9C0006' },
      { kind: 'dataBar', area: column(6), color: '#A9D08E', minimum: 0, maximum: 1 },
    ],
    freeze: { rows: 5, columns: 2 },
    protection: { allowFormatColumns: true, allowFilter: true },
  });
}

/** A sheet as the lists look (merged title over the freeze line, band row, dropdowns on a hidden sheet, bars), small. */
export const gridModel: WorkbookModel = {
  activeSheet: '5 未开工项目',
  names: [],
  sheets: [
    listSheet(),
    sheetOf({ name: '空表', blocks: [{ row: 0, column: 0, content: [[1], [2]] }] }),
    sheetOf({ name: '_数据', visibility: 'veryHidden', blocks: [{ row: 0, column: 0, content: counties.map((name) => [name]) }] }),
  ],
};
