import { protectSheet, unprotectSheet } from '../book/edit/protect';
import type { Sheet } from '../book/sheet';
import type { ModelClass } from './model-class';
import { notSupported } from './model-error';

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
      const wanted = (options ?? {}) as Readonly<Record<string, unknown>>;
      for (const [name, value] of Object.entries(wanted)) {
        if (value === true && !KNOWN.has(name)) throw notSupported(`protection option ${name}`);
      }
      const protection = { allowFormatColumns: wanted['allowFormatColumns'] === true, allowFilter: wanted['allowAutoFilter'] === true };
      protectSheet(book, 'addin', sheet, protection, readPassword(password));
    },
    Unprotect: (sheet, [password]: [unknown], { book }) => unprotectSheet(book, 'addin', sheet, readPassword(password)),
  },
};

function readPassword(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

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
