import { describeWith } from '../require-tool';
import { edits } from './edit';
import { testEdits } from './judge-edits';
import { pythonProgram } from './program';

describeWith('soffice', 'a unit’s file changed and saved in LibreOffice', (soffice) => {
  describeWith('uno', 'driven as by hand', (python) => {
    // That .csv and web pages of its are refused is shown in test/office-suite.
    const own = edits.filter(({ format }) => format !== 'csv' && format !== 'html');
    testEdits(pythonProgram(python, 'edit_in_libreoffice.py', soffice), own, {
      // It keeps what a merged cell covers, and so do we.
      'the developers of two rows merged into one cell': { kind: 'merged', counts: { changed: 1 }, cells: [['developer', '示例联合建设有限公司']] },
    });
  });
});
