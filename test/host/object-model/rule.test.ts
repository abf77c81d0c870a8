import { appearanceAt } from '../../../src/host/book/appearance';
import { choicesAt } from '../../../src/host/book/validation-check';
import type { StartedOffice } from '../start-office';
import { failsWith, onSheet, open } from './run';

let office: StartedOffice;

beforeEach(async () => {
  office = await open();
});

describe('validation', () => {
  test('a list from cells, with prompt and alert, comes back as set', async () => {
    const read = await onSheet(async (sheet, context) => {
      sheet.getRange('D1:D2').values = [['城区'], ['沁水']];
      const { dataValidation } = sheet.getRange('A1:A3');
      dataValidation.rule = { list: { inCellDropDown: true, source: '=Sheet1!$D$1:$D$2' } };
      dataValidation.prompt = { title: '县', message: '请选择。', showPrompt: true };
      dataValidation.errorAlert = { title: '县', message: '请从下拉列表选择。', showAlert: true, style: 'Stop' };
      const part = sheet.getRange('A2').dataValidation;
      part.load('rule,prompt,errorAlert,type');
      const wider = sheet.getRange('A1:B1').dataValidation;
      wider.load('type');
      await context.sync();
      return [part.rule, part.prompt, part.errorAlert, part.type, wider.type];
    });
    expect(read).toEqual([
      { list: { inCellDropDown: true, source: '=Sheet1!$D$1:$D$2' } },
      { title: '县', message: '请选择。', showPrompt: true },
      { title: '县', message: '请从下拉列表选择。', showAlert: true, style: 'Stop' },
      'List',
      'Inconsistent',
    ]);
    expect(choicesAt(office.book, office.book.activeSheet, 0, 0)).toEqual(['城区', '沁水']);
  });

  test('numbers, whole numbers, dates and lengths with bounds', async () => {
    const set = async (rule: Excel.DataValidationRule): Promise<unknown> => {
      await onSheet((sheet) => {
        sheet.getRange('A1').dataValidation.clear();
        sheet.getRange('A1').dataValidation.rule = rule;
      });
      return office.book.activeSheet.validationAt(0, 0)?.rule;
    };
    expect(await set({ decimal: { formula1: 0, operator: 'GreaterThanOrEqualTo' } })).toEqual({ kind: 'decimal', operator: 'greaterThanOrEqual', minimum: 0 });
    expect(await set({ wholeNumber: { formula1: 1, formula2: 9, operator: 'Between' } })).toEqual({ kind: 'whole', operator: 'between', minimum: 1, maximum: 9 });
    expect(await set({ date: { formula1: '=45215', operator: 'LessThanOrEqualTo' } })).toEqual({ kind: 'date', operator: 'lessThanOrEqual', minimum: 45215 });
    expect(await set({ textLength: { formula1: 24, operator: 'LessThanOrEqualTo' } })).toEqual({ kind: 'textLength', operator: 'lessThanOrEqual', minimum: 24 });
  });

  test('an inline list has at most 255 characters; what the host has not is ApiNotFound', async () => {
    const rule = (wanted: Excel.DataValidationRule): Promise<void> =>
      onSheet((sheet) => {
        sheet.getRange('A1').dataValidation.rule = wanted;
      });
    await rule({ list: { inCellDropDown: true, source: '一,'.repeat(127) } });
    await expect(rule({ list: { inCellDropDown: true, source: '一'.repeat(256) } })).rejects.toEqual(failsWith('InvalidArgument'));
    await expect(rule({ custom: { formula: '=A1>B1' } })).rejects.toEqual(failsWith('ApiNotFound'));
    await expect(rule({ decimal: { formula1: 1, operator: 'NotEqualTo' } })).rejects.toEqual(failsWith('ApiNotFound'));
  });

  test('cleared from part of its cells', async () => {
    await onSheet((sheet) => {
      sheet.getRange('A1:A3').dataValidation.rule = { list: { inCellDropDown: true, source: '是,否' } };
      sheet.getRange('A2').dataValidation.clear();
    });
    const sheet = office.book.activeSheet;
    expect([0, 1, 2].map((row) => choicesAt(office.book, sheet, row, 0))).toEqual([['是', '否'], null, ['是', '否']]);
  });
});

describe('conditional formats', () => {
  test('by formula: relative to the first cell, the newest first', async () => {
    await onSheet((sheet) => {
      sheet.getRange('A1:A3').values = [[1], [5], [9]];
      const { conditionalFormats } = sheet.getRange('A1:B3');
      const low = conditionalFormats.add('Custom');
      low.custom.rule.formula = '=$A1>3';
      low.custom.format.fill.color = '#FFFF00';
      low.custom.format.font.bold = true;
      const high = conditionalFormats.add('Custom');
      high.custom.rule.formula = '=$A1>7';
      high.custom.format.fill.color = '#FF0000';
    });
    const { book } = office;
    const fills = [0, 1, 2].map((row) => appearanceAt(book, book.activeSheet, row, 1).style.fill);
    expect(fills).toEqual([undefined, '#FFFF00', '#FF0000']);
    expect(appearanceAt(book, book.activeSheet, 2, 0).style.bold).toBe(true);
  });

  test('data bars between numbers', async () => {
    await onSheet((sheet) => {
      sheet.getRange('A1').values = [[0.25]];
      const { dataBar } = sheet.getRange('A1:A2').conditionalFormats.add('DataBar');
      dataBar.lowerBoundRule = { type: 'Number', formula: '0' };
      dataBar.upperBoundRule = { type: 'Number', formula: '0.5' };
      dataBar.positiveFormat.fillColor = '#638EC6';
    });
    expect(appearanceAt(office.book, office.book.activeSheet, 0, 0).bar).toEqual({ color: '#638EC6', share: 0.5 });
  });

  test('structured references are refused, as Excel does', async () => {
    const act = onSheet((sheet) => {
      sheet.getRange('A1').conditionalFormats.add('Custom').custom.rule.formula = '=tA_list[[#This Row],[a]]>1';
    });
    await expect(act).rejects.toEqual(failsWith('InvalidArgument'));
  });

  test('counted, and cleared from an area or the whole sheet', async () => {
    const counts = await onSheet(async (sheet, context) => {
      sheet.getRange('A1:A4').conditionalFormats.add('Custom').custom.rule.formula = '=TRUE';
      sheet.getRange('C1').conditionalFormats.add('Custom').custom.rule.formula = '=TRUE';
      sheet.getRange('A2').conditionalFormats.clearAll();
      const parts = sheet.getRange('A1:A4').conditionalFormats.getCount();
      await context.sync();
      sheet.getRange().conditionalFormats.clearAll();
      const none = sheet.getRange().conditionalFormats.getCount();
      await context.sync();
      return [parts.value, none.value];
    });
    expect(counts).toEqual([2, 0]);
  });
});
