import { changeSheet } from '../book/edit/tabs';
import type { Sheet } from '../book/sheet';
import type { ModelClass } from './model-class';
import { ModelError, notSupported } from './model-error';

/** What the host lets be allowed on a protected sheet; the rest of Excel's options is always forbidden here. */
const KNOWN = new Set(['allowFormatColumns', 'allowAutoFilter', 'selectionMode']);

export const protectionClass: ModelClass<Sheet> = {
  name: 'WorksheetProtection',
  properties: {
    Protected: { get: (sheet) => sheet.state.protection !== null },
    Options: { get: (sheet) => writeOptions(sheet) },
  },
  methods: {
    Protect: (sheet, [options, password]: [unknown, unknown], { book }) => {
      if (sheet.state.protection) throw new ModelError('AccessDenied', 'the sheet is protected already');
      if (password !== undefined && password !== null && password !== '') throw notSupported('password');
      const wanted = (options ?? {}) as Readonly<Record<string, unknown>>;
      for (const [name, value] of Object.entries(wanted)) {
        if (value === true && !KNOWN.has(name)) throw notSupported(`protection option ${name}`);
      }
      const protection = { allowFormatColumns: wanted['allowFormatColumns'] === true, allowFilter: wanted['allowAutoFilter'] === true };
      changeSheet(book, 'addin', sheet, { protection });
    },
    Unprotect: (sheet, _values, { book }) => {
      if (sheet.state.protection) changeSheet(book, 'addin', sheet, { protection: null });
    },
  },
};

function writeOptions(sheet: Sheet): Record<string, unknown> | null {
  const { protection } = sheet.state;
  if (!protection) return null;
  return {
    allowAutoFilter: protection.allowFilter,
    allowDeleteColumns: false,
    allowDeleteRows: false,
    allowEditObjects: false,
    allowEditScenarios: false,
    allowFormatCells: false,
    allowFormatColumns: protection.allowFormatColumns,
    allowFormatRows: false,
    allowInsertColumns: false,
    allowInsertHyperlinks: false,
    allowInsertRows: false,
    allowPivotTables: false,
    allowSort: false,
    selectionMode: 'Normal',
  };
}
