/** The oldest Excel that the pane works in: Excel 2021. */
export const REQUIRED_SET = '1.14';

export interface OfficeTheme {
  /** #RRGGBB */
  readonly background: string;
  readonly text: string;
}

/** Where the pane runs. */
export interface Surroundings {
  /** tooOld: Excel, but below ExcelApi 1.14 · noExcel: a plain browser or another program. */
  readonly state: 'ready' | 'tooOld' | 'noExcel';
  /** PC, Mac, OfficeOnline, iOS …; null outside Office. */
  readonly platform: string | null;
  /** Office's colours; null where it does not say (Excel on the web): the system's preference decides then. */
  readonly theme: OfficeTheme | null;
}

const NOWHERE: Surroundings = { state: 'noExcel', platform: null, theme: null };

/** Waits for Office.js to find its host. Never rejects: a page without Office.js is noExcel. */
export async function waitForOffice(): Promise<Surroundings> {
  if (typeof Office === 'undefined') return NOWHERE;
  const { host, platform } = await Office.onReady();
  if (host !== Office.HostType.Excel) return NOWHERE;
  const isSupported = Office.context.requirements.isSetSupported('ExcelApi', REQUIRED_SET);
  return { state: isSupported ? 'ready' : 'tooOld', platform: String(platform), theme: readTheme() };
}

function readTheme(): OfficeTheme | null {
  const theme: Office.OfficeTheme | undefined = Office.context.officeTheme;
  return theme?.bodyBackgroundColor && theme.bodyForegroundColor
    ? { background: theme.bodyBackgroundColor, text: theme.bodyForegroundColor }
    : null;
}
