import { isSameName } from '../sheet/lay-sheet';
import type { SheetLook, WorkbookLook } from '../sheet/sheet-look';
import { CancelledError, type JobOptions } from '../job/port';
import { askForFormats, isRefusal, placeFormats, tellOneByOne, type ToldFormats } from './look-format';
import { askForBand, formatBands, numberFormatsOf } from './look-number-format';
import { askForColumns } from './look-hidden';
import { askForNames, askForParts } from './look-part';
import { sendRequest, type Desk } from './request';
import { surveyWorkbook, type Survey } from './survey';

/**
 * How these sheets look, asked of areas and not of cells: one round trip for all of it and one for where conditional
 * formats of ours lie, one more where columns are hidden that should not be, and one before them where no read has just seen what there is (`seen`). What differs within an
 * area that is laid alike counts as not there. Throws HostError, or CancelledError between requests.
 *
 * Blind spots: a conditional format that pasting has split over several ranges counts as not there; where Excel refuses
 * to say what conditional formats a sheet has (see look-up), they count as there; of long lists' number formats not all
 * rows are read (see look-number-format).
 */
export async function readLook(laid: readonly SheetLook[], seen: Survey | null, options: JobOptions = {}): Promise<WorkbookLook> {
  stopIfCancelled(options);
  const survey = seen ?? (await surveyWorkbook(options));
  const pairs = laid.flatMap((look) => {
    const sheet = survey.sheets.find(({ name }) => isSameName(name, look.name));
    return sheet === undefined ? [] : [{ look, sheet }];
  });
  const canPrint = Office.context.requirements.isSetSupported('ExcelApi', '1.9');
  const formatted = pairs.flatMap(({ look }) => (look.conditionalFormats.length > 0 ? [look] : []));
  const [firstBands = [], ...moreBands] = formatBands(pairs.map(({ look, sheet }) => ({ look, sheet: sheet.name })));
  const ask = (desk: Desk, withFormats: boolean) => ({
    bands: firstBands.map((band) => askForBand(desk, band)),
    looks: pairs.map(({ look, sheet }) => ({ look, sheet, parts: askForParts(desk, look, sheet, canPrint) })),
    names: askForNames(desk),
    formats: withFormats ? formatted.map((look) => ({ look, formats: askForFormats(desk, look.name) })) : [],
  });
  stopIfCancelled(options);
  let answers: ReturnType<typeof ask>;
  let told: readonly ToldFormats[];
  try {
    answers = await sendRequest((desk) => ask(desk, true), options);
    told = answers.formats.map(({ look, formats }) => ({ look, formats: formats() }));
  } catch (cause) {
    if (!isRefusal(cause)) throw cause;
    answers = await sendRequest((desk) => ask(desk, false), options);
    told = await tellOneByOne(formatted, options);
  }
  stopIfCancelled(options);
  const formats = await placeFormats(told, options);
  const shown = answers.bands.map((band) => band());
  for (const bands of moreBands) {
    stopIfCancelled(options);
    const more = await sendRequest((desk) => bands.map((band) => askForBand(desk, band)), options);
    shown.push(...more.map((band) => band()));
  }
  const looks = answers.looks.map(({ look, sheet, parts }) => ({ look, sheet, standing: parts() }));
  const hidden = await lookUpColumns(looks.map(({ sheet, standing }) => ({ sheet: sheet.name, columns: standing.unsureColumns })), options);
  return {
    sheets: looks.map(({ look, sheet, standing: { unsureColumns: _, ...standing } }) => {
      return {
        ...standing,
        hiddenColumns: [...standing.hiddenColumns, ...(hidden.get(sheet.name) ?? [])],
        name: sheet.name,
        styles: [...numberFormatsOf(look, shown), ...standing.styles],
        conditionalFormats: formats.get(look.name) ?? look.conditionalFormats,
      };
    }),
    names: answers.names(),
  };
}

/** Where some of several columns are hidden: which. No request where that is nowhere so. */
async function lookUpColumns(unsure: readonly { readonly sheet: string; readonly columns: readonly number[] }[], options: JobOptions): Promise<ReadonlyMap<string, readonly number[]>> {
  const asked = unsure.filter(({ columns }) => columns.length > 0);
  if (asked.length === 0) return new Map();
  stopIfCancelled(options);
  const answers = await sendRequest((desk) => asked.map(({ sheet, columns }) => [sheet, askForColumns(desk, sheet, columns)] as const), options);
  return new Map(answers.map(([sheet, columns]) => [sheet, columns()]));
}

function stopIfCancelled(options: JobOptions): void {
  if (options.isCancelled?.()) throw new CancelledError('cancelled while reading');
}
