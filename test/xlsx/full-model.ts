import type { WorkbookModel } from '../../src/sheet/model';
import { sheetOf } from '../sheet/small-model';

/** A small workbook that uses everything a model can say, as a county clerk would meet it. */
export const fullModel: WorkbookModel = {
  activeSheet: '5 前期项目',
  names: [{ name: 'n_units', sheet: '_数据', area: { row: 0, column: 0, rows: 3, columns: 1 } }],
  sheets: [
    sheetOf({
      name: '说明',
      blocks: [{ row: 0, column: 0, content: [['晋城市九张清单'], ['5 前期项目']] }],
      links: [{ row: 1, column: 0, sheet: '5 前期项目', targetRow: 6, targetColumn: 1 }],
      columnWidths: [{ column: 0, width: 320 }],
    }),
    sheetOf({
      name: '5 前期项目',
      tabColor: '#C00000',
      gridlines: false,
      blocks: [
        { row: 0, column: 0, content: [['附件5'], ['前期项目清单']] },
        {
          row: 4,
          column: 0,
          content: [
            ['合计', null, { formula: '=SUBTOTAL(109,t5_list[总投资])', value: 350.5 }, null, null, null],
            [null, null, '投资', null, null, null],
            ['序号', '项目名称', '总投资', '完成率', '计划日期', '县\n（市、区）'],
            [{ formula: '=ROW()-ROW(t5_list[[#Headers],[序号]])', value: 1 }, '  泽州县 & 高平 <一期> ', 100.25, { formula: '=IF(t5_list[[#This Row],[总投资]]=0,"",t5_list[[#This Row],[总投资]]/350.5)', value: 100.25 / 350.5 }, 45255, '泽州县'],
            [{ formula: '=ROW()-ROW(t5_list[[#Headers],[序号]])', value: 2 }, "=不是公式 'x'", 250.25, { formula: '=IF(t5_list[[#This Row],[总投资]]=0,"",t5_list[[#This Row],[总投资]]/350.5)', value: 250.25 / 350.5 }, null, '高平市'],
            [{ formula: '=ROW()-ROW(t5_list[[#Headers],[序号]])', value: 3 }, null, null, { formula: '=IF(t5_list[[#This Row],[总投资]]=0,"",t5_list[[#This Row],[总投资]]/350.5)', value: '' }, null, null],
          ],
        },
        { row: 12, column: 0, content: [[true, { formula: '=1/0', value: '#DIV/0!' }, { formula: '=A1="附件5"', value: true }, { formula: '="甲"&"&乙"', value: '甲&乙' }]] },
      ],
      styles: [
        { area: { row: 1, column: 0, rows: 1, columns: 6 }, style: { fontName: '方正小标宋简体', fontSize: 22, horizontal: 'center' } },
        { area: { row: 6, column: 0, rows: 1, columns: 6 }, style: { fontName: '黑体', bold: true, fill: '#DDEBF7', wrap: true, vertical: 'center' } },
        { area: { row: 6, column: 0, rows: 4, columns: 6 }, style: { border: { sides: 'all', color: '#808080' } } },
        { area: { row: 7, column: 1, rows: 3, columns: 5 }, style: { locked: false } },
        { area: { row: 7, column: 3, rows: 3, columns: 1 }, style: { numberFormat: '0.00%', italic: true, color: '#0000FF' } },
        { area: { row: 7, column: 4, rows: 3, columns: 1 }, style: { numberFormat: 'yyyy-mm-dd' } },
        { area: { row: 4, column: 0, rows: 1, columns: 6 }, style: { border: { sides: 'bottom', color: '#000000' } } },
      ],
      merges: [
        { row: 1, column: 0, rows: 1, columns: 6 },
        { row: 5, column: 2, rows: 1, columns: 2 },
      ],
      columnWidths: [
        { column: 0, width: 40 },
        { column: 1, width: 210 },
        { column: 5, width: 90, hidden: true },
      ],
      rowHeights: [{ row: 1, height: 36 }],
      tables: [
        {
          name: 't5_list',
          area: { row: 6, column: 0, rows: 4, columns: 6 },
          headers: ['序号', '项目名称', '总投资', '完成率', '计划日期', '县\n（市、区）'],
          filter: true,
          style: null,
        },
      ],
      validations: [
        {
          area: { row: 7, column: 5, rows: 3, columns: 1 },
          rule: { kind: 'list', source: "='_数据'!$A$1:$A$3" },
          prompt: { title: '县（市、区）', text: '从下拉框中选一个。\n不能手写。' },
          error: { title: '不在名单里', text: '只能选下拉框里的“县（市、区）”。', level: 'stop' },
        },
        {
          area: { row: 7, column: 2, rows: 3, columns: 1 },
          rule: { kind: 'decimal', operator: 'greaterThanOrEqual', minimum: 0 },
          prompt: { title: '总投资', text: '万元，两位小数' },
          error: { title: '不是金额', text: '请填数字', level: 'warning' },
        },
        { area: { row: 7, column: 4, rows: 3, columns: 1 }, rule: { kind: 'date', operator: 'between', minimum: 44927, maximum: 46022 } },
        { area: { row: 7, column: 1, rows: 3, columns: 1 }, rule: { kind: 'any' }, prompt: { title: '项目名称', text: '写全称' } },
      ],
      conditionalFormats: [
        { kind: 'formula', area: { row: 7, column: 0, rows: 3, columns: 6 }, formula: '=ISNUMBER(FIND("【"&A$7&"】",$H8))', fill: '#FFC7CE', color: '#9C0006', bold: true },
        { kind: 'dataBar', area: { row: 7, column: 3, rows: 3, columns: 1 }, color: '#63C384', minimum: 0, maximum: 1 },
        { kind: 'formula', area: { row: 7, column: 0, rows: 3, columns: 6 }, formula: '=$C8>200', fill: '#FFEB9C' },
      ],
      links: [],
      freeze: { rows: 7, columns: 2 },
      print: {
        paper: 'A3',
        orientation: 'landscape',
        fitToWidth: 1,
        titleRows: { from: 5, to: 6 },
        titleColumns: { from: 0, to: 1 },
        area: { row: 0, column: 0, rows: 13, columns: 6 },
        breaks: [9, 11],
        centerHorizontally: true,
        footer: { left: '单位负责人：', center: '填报人：', right: '第 &P 页，共 &N 页' },
        margins: { top: 0.6, bottom: 0.8, left: 0.4, right: 0.4, footer: 0.3 },
      },
    }),
    sheetOf({
      name: '汇总',
      blocks: [{ row: 0, column: 0, content: [[{ formula: "=SUM('5 前期项目'!C8:C10)", value: 350.5 }]] }],
      protection: { allowFormatColumns: true, allowFilter: true },
    }),
    sheetOf({ name: '_数据', visibility: 'veryHidden', blocks: [{ row: 0, column: 0, content: [['泽州县'], ['高平市'], ['沁水县']] }] }),
  ],
};
