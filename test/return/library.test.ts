import { describeWith } from '../require-tool';
import { edits } from './edit';
import { editInExceljs } from './edit-in-exceljs';
import { editInSheetjs } from './edit-in-sheetjs';
import { testEdits } from './judge-edits';
import { pythonProgram } from './program';

const open = edits.filter(({ password }) => password === undefined);
// These two write .xlsx only.
const asXlsx = open.filter(({ format }) => format === undefined);

describe('a unit’s file changed and saved by exceljs', () => testEdits(editInExceljs, asXlsx));

describe('a unit’s file changed and saved by SheetJS', () => testEdits(editInSheetjs, open));

describeWith('openpyxl', 'a unit’s file changed and saved by openpyxl', (python) => {
  testEdits(pythonProgram(python, 'edit_in_openpyxl.py'), asXlsx);
});
