import { describeWith } from '../require-tool';
import { edits } from './edit';
import { editInExceljs } from './edit-in-exceljs';
import { editInSheetjs } from './edit-in-sheetjs';
import { testEdits } from './judge-edits';
import { pythonProgram } from './program';

// These two write .xlsx only.
const asXlsx = edits.filter(({ format }) => format === undefined);

describe('a unit’s file changed and saved by exceljs', () => testEdits(editInExceljs, asXlsx));

describe('a unit’s file changed and saved by SheetJS', () => testEdits(editInSheetjs, edits));

describeWith('openpyxl', 'a unit’s file changed and saved by openpyxl', (python) => {
  testEdits(pythonProgram(python, 'edit_in_openpyxl.py'), asXlsx);
});
