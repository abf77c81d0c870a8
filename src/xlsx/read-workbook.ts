import { canonicaliseStyles } from '../sheet/canonical-style';
import { blocksOf } from '../sheet/grid';
import type { SheetModel, WorkbookModel } from '../sheet/model';
import { FileError } from './file-error';
import { FILE_LIMITS } from './file-limit';
import type { FileLimits } from './file-limit';
import type { ReadCells } from './read-cells';
import { hiddenByHand } from './hidden-row';
import { readNames } from './read-name';
import { readPackage } from './read-package';
import type { ReadPackage } from './read-package';
import { fromFileSheet, readColumnWidths } from './read-sheet';
import { readShell, stylesOf } from './read-shell';
import { readValidations } from './read-validation';
import { payForTable } from './table-shape';

/**
 * The workbook in an .xlsx file, as far as the model knows what is in it. The same model comes back from a file of
 * ours. Nothing is unpacked before the file was found sound and within the limits; formulas keep the values they
 * were saved with. Throws FileError, and nothing else, for a file that cannot be used.
 */
export function readWorkbook(bytes: Uint8Array, limits: FileLimits = FILE_LIMITS): Promise<WorkbookModel> {
  return readPackage(bytes, limits, false, makeModel);
}

async function makeModel({ file, parts, cells, budget }: ReadPackage): Promise<WorkbookModel> {
  parts.sheets.forEach(({ name }, i) => checkStyles(name, cells[i]!, budget.limits));
  const styleIndexes = [...new Set(cells.flatMap(({ styled }) => styled.map(({ index }) => index)))];
  const shell = await readShell(file, parts, cells, styleIndexes, budget);
  const styles = stylesOf(shell, styleIndexes);
  const themeColors = shell.themeColors ?? [];
  const { names, printOf } = readNames(parts.definedNames, parts.listed, budget);
  const sheets = parts.sheets.map((part, i): SheetModel => {
    const read = cells[i];
    const sheet = shell.sheets[i];
    if (!read || !sheet) throw new FileError({ kind: 'damaged', sheet: part.name });
    const rest = fromFileSheet(sheet, themeColors, printOf.get(part.name) ?? {}, budget);
    for (const { area } of rest.tables) payForTable(area, read.paid, budget, part.name);
    return {
      name: part.name,
      visibility: part.visibility,
      blocks: blocksOf(read.grid),
      styles: canonicaliseStyles(
        read.styled.flatMap(({ area, index }) => {
          const style = styles.get(index);
          return style ? [{ area, style }] : [];
        }),
      ),
      columnWidths: readColumnWidths(read.before),
      rowHeights: read.rowHeights,
      ...hiddenByHand(read, rest.tables, part.tables.map((path) => () => file.text(path))),
      validations: readValidations(read.after, budget, part.name),
      ...rest,
    };
  });
  return {
    sheets,
    names,
    activeSheet: parts.activeSheet ?? sheets.find(({ visibility }) => visibility === 'visible')?.name ?? '',
  };
}

/** Styles strewn over a sheet cost as much as the rectangle over the rows and columns they begin and end in. */
function checkStyles(sheet: string, { styled }: ReadCells, limits: FileLimits): void {
  const rows = new Set(styled.flatMap(({ area }) => [area.row, area.row + area.rows]));
  const columns = new Set(styled.flatMap(({ area }) => [area.column, area.column + 1]));
  if (rows.size * columns.size > 4 * limits.cells) {
    throw new FileError({ kind: 'tooLarge', measure: 'cells', limit: limits.cells, sheet });
  }
}
