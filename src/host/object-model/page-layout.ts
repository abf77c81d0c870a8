import { MAXIMUM_COLUMNS } from '../../sheet/address';
import type { PrintSetup } from '../../sheet/model';
import { changeSheet } from '../book/edit/tabs';
import type { Sheet } from '../book/sheet';
import { readBoolean, readChoice, readRange, readText } from './arguments';
import { NULL_OBJECT, objectOf, type ModelClass, type Property } from './model-class';
import { invalidArgument, notSupported } from './model-error';
import { rangeClass } from './range';
import type { Session } from './session';

/** What a sheet prints like before anybody says otherwise. */
const BARE: PrintSetup = {
  paper: 'A4',
  orientation: 'portrait',
  fitToWidth: 0,
  centerHorizontally: false,
  footer: { left: '', center: '', right: '' },
  margins: { top: 0.75, bottom: 0.75, left: 0.7, right: 0.7, footer: 0.3 },
};
const PAPERS = ['A4', 'A3'] as const;
const ORIENTATIONS = ['Portrait', 'Landscape'] as const;
const POINTS_PER_INCH = 72;
const UNITS = { Points: 1 / POINTS_PER_INCH, Inches: 1, Centimeters: 1 / 2.54 } as const;

type Side = keyof PrintSetup['margins'];

export const pageLayoutClass: ModelClass<Sheet> = {
  name: 'PageLayout',
  properties: {
    PaperSize: {
      get: (sheet) => setupOf(sheet).paper,
      set: (sheet, value: unknown, session) => changePrint(session, sheet, { paper: readChoice(value, PAPERS, 'paperSize') }),
    },
    Orientation: {
      get: (sheet) => (setupOf(sheet).orientation === 'landscape' ? 'Landscape' : 'Portrait'),
      set: (sheet, value: unknown, session) =>
        changePrint(session, sheet, {
          orientation: readChoice(value, ORIENTATIONS, 'orientation') === 'Landscape' ? 'landscape' : 'portrait',
        }),
    },
    Zoom: { get: (sheet) => ({ horizontalFitToPages: setupOf(sheet).fitToWidth }), set: setZoom },
    CenterHorizontally: {
      get: (sheet) => setupOf(sheet).centerHorizontally,
      set: (sheet, value: unknown, session) => changePrint(session, sheet, { centerHorizontally: readBoolean(value, 'centerHorizontally') }),
    },
    LeftMargin: margin('left'),
    RightMargin: margin('right'),
    TopMargin: margin('top'),
    BottomMargin: margin('bottom'),
    FooterMargin: margin('footer'),
  },
  links: { HeadersFooters: (sheet) => objectOf(headerFooterGroupClass, sheet) },
  methods: {
    SetPrintArea: (sheet, [range]: [unknown], session) => changePrint(session, sheet, { area: readRange(session.book, sheet, range).area }),
    SetPrintTitleRows: (sheet, [range]: [unknown], session) => {
      const { area } = readRange(session.book, sheet, range);
      changePrint(session, sheet, { titleRows: { from: area.row, to: area.row + area.rows - 1 } });
    },
    SetPrintTitleColumns: (sheet, [range]: [unknown], session) => {
      const { area } = readRange(session.book, sheet, range);
      changePrint(session, sheet, { titleColumns: { from: area.column, to: area.column + area.columns - 1 } });
    },
    SetPrintMargins: setMargins,
    GetPrintTitleRowsOrNullObject: (sheet) => {
      const { titleRows } = setupOf(sheet);
      if (!titleRows) return NULL_OBJECT;
      return objectOf(rangeClass, { sheet, area: { row: titleRows.from, rows: titleRows.to - titleRows.from + 1, column: 0, columns: MAXIMUM_COLUMNS } });
    },
    GetPrintAreaOrNullObject: (sheet) => {
      const { area } = setupOf(sheet);
      return area ? objectOf(rangeClass, { sheet, area }) : NULL_OBJECT;
    },
  },
};

const headerFooterGroupClass: ModelClass<Sheet> = {
  name: 'HeaderFooterGroup',
  properties: { State: { get: () => 'Default' } },
  links: { DefaultForAllPages: (sheet) => objectOf(headerFooterClass, sheet) },
};

const headerFooterClass: ModelClass<Sheet> = {
  name: 'HeaderFooter',
  properties: { LeftFooter: footer('left'), CenterFooter: footer('center'), RightFooter: footer('right') },
};

export function setupOf(sheet: Sheet): PrintSetup {
  return sheet.state.print ?? BARE;
}

export function changePrint({ book }: Session, sheet: Sheet, patch: Partial<PrintSetup>): void {
  changeSheet(book, 'addin', sheet, { print: { ...setupOf(sheet), ...patch } });
}

function footer(place: keyof PrintSetup['footer']): Property<Sheet> {
  return {
    get: (sheet) => setupOf(sheet).footer[place],
    set: (sheet, value: unknown, session) =>
      changePrint(session, sheet, { footer: { ...setupOf(sheet).footer, [place]: readText(value, `${place}Footer`) } }),
  };
}

/** The model has inches, single margins of Office.js are in points. */
function margin(side: Side): Property<Sheet> {
  return {
    get: (sheet) => setupOf(sheet).margins[side] * POINTS_PER_INCH,
    set: (sheet, value: unknown, session) => {
      if (typeof value !== 'number') throw invalidArgument(`${side}Margin`);
      changePrint(session, sheet, { margins: { ...setupOf(sheet).margins, [side]: value / POINTS_PER_INCH } });
    },
  };
}

function setMargins(sheet: Sheet, [unit, options]: [unknown, unknown], session: Session): void {
  const factor = UNITS[readChoice(unit, Object.keys(UNITS) as (keyof typeof UNITS)[], 'unit')];
  const margins: Record<Side, number> = { ...setupOf(sheet).margins };
  for (const [side, value] of Object.entries((options ?? {}) as Record<string, unknown>)) {
    if (!(side in margins)) throw notSupported(`margin ${side}`);
    if (typeof value !== 'number') throw invalidArgument(`margin ${side}`);
    margins[side as Side] = value * factor;
  }
  changePrint(session, sheet, { margins });
}

function setZoom(sheet: Sheet, value: unknown, session: Session): void {
  const zoom = (value ?? {}) as Readonly<Record<string, unknown>>;
  const pages = zoom['horizontalFitToPages'];
  const other = Object.keys(zoom).find((name) => name !== 'horizontalFitToPages' && zoom[name] !== undefined && zoom[name] !== null);
  if (other !== undefined) throw notSupported(`zoom ${other}`);
  if (typeof pages !== 'number') throw invalidArgument('zoom');
  changePrint(session, sheet, { fitToWidth: pages });
}
