import { CONVERSATION, INSTANCE } from './frame-address';
import type { Settings } from './settings';

/** Number by which the library knows Excel on the web. */
const EXCEL_WEB = 16;

/**
 * What the host can do, by requirement set. Only what object-model/ really answers is claimed: the sets of 2021's
 * Excel, as far as the add-in's manifest asks for them.
 */
const REQUIREMENT_SETS = {
  ExcelApi: '1.14',
  SharedRuntime: '1.1',
  Settings: '1.1',
  AddinCommands: '1.1',
} as const;

export interface ContextOptions {
  /** BCP 47 tag of the display language. */
  readonly locale: string;
  readonly documentUrl: string;
  readonly windowHeight: number;
  readonly windowWidth: number;
}

/** The answer to getAppContextAsync. */
export function writeAppContext(options: ContextOptions, settings: Settings): Record<string, unknown> {
  return {
    _id: INSTANCE,
    _appInstanceId: INSTANCE,
    _appName: EXCEL_WEB,
    _appVersion: '16.0',
    _appUILocale: options.locale,
    _dataLocale: options.locale,
    _docUrl: options.documentUrl,
    _clientMode: 1,
    _settings: settings.entries(),
    _reason: 1,
    _osfControlType: 1,
    _eToken: '',
    _correlationId: CONVERSATION,
    _hostCustomMessage: '',
    _hostFullVersion: '16.0.0.0',
    _requirementMatrix: JSON.stringify(REQUIREMENT_SETS),
    _clientWindowHeight: options.windowHeight,
    _clientWindowWidth: options.windowWidth,
    _addinName: '九张清单',
    _appDomains: [],
    _featureGates: {},
    _initialDisplayMode: 0,
  };
}
