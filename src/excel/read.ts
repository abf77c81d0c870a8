import { boundAreas, intersectAreas, subtractArea } from '../sheet/area';
import type { Area, SheetContent, WorkbookContent } from '../sheet/model';
import { isSameName } from '../sheet/lay-sheet';
import { TextPool } from '../sheet/share-text';
import { CancelledError, HostError, type JobOptions } from '../job/port';
import { areaOf, askForExtent, surveyWorkbook, type SheetExtent, type SheetSurvey, type Sighting } from './survey';
import { assembleContent } from './assemble';
import { runWithBreaths, type Pieces } from './breathe';
import { askForBlock, blockOf, bytesPerCell, wholePart, type CellBlock } from './cell-block';
import { contentOf, type ContentBlock } from './content-block';
import type { KnownFormats } from './known-format';
import { type Desk, sendRequest } from './request';
import { BLOCK_CELLS, REQUEST_BYTES } from './step';

/**
 * What is read of each sheet along with its extent, before its size is known: two ranges of 20,000 cells, of which
 * Excel sends what is in use. Ordinary sheets lie within; where the answer is too large all the same, the corners
 * are given up.
 */
const CORNER_COLUMNS = 72;
const CORNER_ROWS = 2 * Math.floor(BLOCK_CELLS / CORNER_COLUMNS);
/** Cells of all corners together, were they full. */
const CORNER_CELLS = 800_000;
/** Cells of a whole workbook; more would not fit into a task pane's memory. */
const MAXIMUM_CELLS = 5_000_000;

/** What is read of one sheet, growing request by request. */
interface SheetReading {
  readonly survey: SheetSurvey;
  readonly extent: SheetExtent;
  readonly formats: readonly KnownFormats[];
  readonly blocks: ContentBlock[];
  readonly texts: { readonly values: TextPool; readonly formulas: TextPool };
  /** Bytes of a cell in its corner, on average; null where nothing was read there. */
  readonly weight: number | null;
  /** What has still to be read. */
  readonly rest: readonly Area[];
}

/**
 * Values and formulas of the sheets, and what was seen of the workbook on the way. Two round trips for a workbook
 * whose sheets are of ordinary size (names first, then extents with the upper left corner of each sheet), and one
 * more per 2 MB of what lies beyond the corners. Throws HostError, or CancelledError between requests.
 */
export async function readWorkbook(
  options: JobOptions & { readonly sheets?: readonly string[] } = {},
): Promise<{ readonly sighting: Sighting; readonly content: WorkbookContent }> {
  stopIfCancelled(options);
  const survey = await surveyWorkbook(options);
  const wanted = survey.sheets.filter(({ name }) => options.sheets?.some((other) => isSameName(other, name)) ?? true);
  stopIfCancelled(options);
  const readings = await readCorners(wanted, options);
  const total = readings.reduce((sum, { extent }) => sum + cellsOf(dataArea(extent)), 0);
  if (total > MAXIMUM_CELLS) throw new HostError('tooLarge', `${total} cells in use`);

  const requests = packBlocks(readings);
  let done = total - requests.flat().reduce((sum, { area }) => sum + cellsOf(area), 0);
  options.onProgress?.({ stage: 'read', done, total });
  for (const request of requests) {
    stopIfCancelled(options);
    await readBlocks(request, options);
    done += request.reduce((sum, { area }) => sum + cellsOf(area), 0);
    options.onProgress?.({ stage: 'read', done, total });
  }
  const sheets: SheetContent[] = [];
  for (const { survey: { name, visibility }, extent, blocks } of readings) {
    const tables = extent.tables.map(({ name: table, area }) => ({ name: table, area }));
    sheets.push(await runWithBreaths(assembleContent({ name, visibility, tables }, blocks)));
  }
  const extents = new Map(readings.map(({ survey: { name }, extent }) => [name, extent]));
  const formats = readings.flatMap((reading) => reading.formats);
  return { sighting: { survey, extents, formats }, content: { sheets } };
}

function stopIfCancelled(options: JobOptions): void {
  if (options.isCancelled?.()) throw new CancelledError('cancelled while reading');
}

/** One request, or several smaller ones where Excel finds the answer too large after all. */
async function readBlocks(request: readonly BlockToRead[], options: JobOptions): Promise<void> {
  try {
    const answers = await sendRequest(
      (desk) => request.map(({ reading, area }) => ({ reading, block: askForBlock(desk, reading.survey.name, area) })),
      options,
    );
    await runWithBreaths(keepBlocks(answers.map(({ reading, block }) => ({ reading, block: block() }))));
  } catch (cause) {
    const halves = cause instanceof HostError && cause.fault === 'tooLarge' ? halveBlocks(request) : null;
    if (!halves) throw cause;
    for (const half of halves) await readBlocks(half, options);
  }
}

function* keepBlocks(answers: readonly { readonly reading: SheetReading; readonly block: CellBlock }[]): Pieces<void> {
  for (const { reading, block } of answers) {
    reading.blocks.push(contentOf(block, reading.texts.values, reading.texts.formulas));
    yield;
  }
}

/** Null for what cannot be divided: one row of one sheet. */
function halveBlocks(request: readonly BlockToRead[]): readonly (readonly BlockToRead[])[] | null {
  const [first] = request;
  if (!first) return null;
  const blocks =
    request.length > 1
      ? request
      : splitArea(first.area, Math.ceil(first.area.rows / 2) * first.area.columns).map((area) => ({ ...first, area }));
  const half = Math.ceil(blocks.length / 2);
  return blocks.length > 1 ? [blocks.slice(0, half), blocks.slice(half)] : null;
}

/** Extents of all sheets, and of each the part that lies in its upper left corner. */
async function readCorners(sheets: readonly SheetSurvey[], options: JobOptions): Promise<readonly SheetReading[]> {
  if (sheets.length === 0) return [];
  const rows = Math.min(CORNER_ROWS, Math.floor(CORNER_CELLS / sheets.length / CORNER_COLUMNS));
  try {
    return await readCornersOf(sheets, rows, options);
  } catch (cause) {
    // Long texts in every sheet: without the corners, block by block.
    if (cause instanceof HostError && cause.fault === 'tooLarge') return readCornersOf(sheets, 0, options);
    throw cause;
  }
}

async function readCornersOf(sheets: readonly SheetSurvey[], rows: number, options: JobOptions): Promise<readonly SheetReading[]> {
  const corner = { row: 0, column: 0, rows, columns: CORNER_COLUMNS };
  const answers = await sendRequest(
    (desk) =>
      sheets.map((survey) => ({
        survey,
        extent: askForExtent(desk, survey),
        bands: rows > 0 ? splitArea(corner, BLOCK_CELLS).map((band) => askForBand(desk, survey, band)) : [],
      })),
    options,
  );
  const corners = answers.map(({ survey, extent, bands }) => ({ survey, extent: extent(), bands: bands.flatMap((band) => band() ?? []) }));
  const readings = corners.map(({ survey, extent, bands }): SheetReading => {
    const area = dataArea(extent);
    const rest = !area ? [] : rows > 0 ? subtractArea(area, corner) : [area];
    const sample = bands.at(-1);
    return {
      survey,
      extent,
      blocks: [],
      texts: { values: new TextPool(), formulas: new TextPool() },
      weight: sample ? bytesPerCell(sample.block) : null,
      formats: bands.flatMap(({ formats }) => formats ?? []),
      rest,
    };
  });
  await runWithBreaths(keepBlocks(corners.flatMap(({ bands }, at) => bands.map(({ block }) => ({ reading: readings[at]!, block })))));
  return readings;
}

interface Band {
  readonly block: CellBlock;
  readonly formats: KnownFormats | null;
}

/** The used part of a corner's band, formats included: nothing outside it can hold even a formula that shows "". */
function askForBand(desk: Desk, { name, visibility }: SheetSurvey, band: Area): () => Band | null {
  const isHidden = visibility !== 'visible';
  const used = desk.range(name, band).getUsedRangeOrNullObject(false);
  used.load(isHidden ? 'address,values,formulas,numberFormat' : 'address,values,formulas');
  return () => {
    if (used.isNullObject) return null;
    const area = areaOf(used.address);
    const formats = isHidden ? { sheet: name, area: band, row: area.row, column: area.column, formats: wholePart(name, area, used.numberFormat) } : null;
    return { block: blockOf(name, area, used), formats };
  };
}

/**
 * What holds data: the used range without mere formats (a user may have coloured whole columns), and the tables,
 * since Excel does not say whether formulas that show "" count as used.
 */
function dataArea({ filled, tables }: SheetExtent): Area | null {
  return boundAreas([...(filled ? [filled] : []), ...tables.map(({ area }) => area)]);
}

function cellsOf(area: Area | null): number {
  return area ? area.rows * area.columns : 0;
}

interface BlockToRead {
  readonly reading: SheetReading;
  readonly area: Area;
}

/** The rest of all sheets in blocks of some 20,000 cells, as many to a request as fit by what the corners weighed. */
function packBlocks(readings: readonly SheetReading[]): readonly (readonly BlockToRead[])[] {
  const requests: BlockToRead[][] = [];
  let bytes = Infinity;
  for (const reading of readings) {
    const weight = Math.max(16, reading.weight ?? 40);
    const cells = Math.max(1, Math.min(BLOCK_CELLS, Math.floor(REQUEST_BYTES / weight)));
    for (const area of reading.rest.flatMap((part) => splitArea(part, cells))) {
      const size = cellsOf(area) * weight;
      if (bytes + size > REQUEST_BYTES) {
        requests.push([]);
        bytes = 0;
      }
      requests.at(-1)?.push({ reading, area });
      bytes += size;
    }
  }
  return requests;
}

/** An area in bands of rows of at most so many cells; a row that is wider still is cut across. */
export function splitArea(area: Area, cells: number): readonly Area[] {
  const parts: Area[] = [];
  const columns = Math.min(area.columns, cells);
  const rows = Math.max(1, Math.floor(cells / columns));
  for (let row = area.row; row < area.row + area.rows; row += rows) {
    for (let column = area.column; column < area.column + area.columns; column += columns) {
      const part = intersectAreas(area, { row, column, rows, columns });
      if (part) parts.push(part);
    }
  }
  return parts;
}
