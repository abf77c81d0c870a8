import { readText } from './arguments';
import type { ModelClass } from './model-class';
import { notSupported } from './model-error';

/** What only Excel on the web has: the root of the library's batches to the program itself instead of the workbook. */
export const wacWorkbookClass: ModelClass<null> = {
  name: 'WacWorkbook',
  methods: {
    CreateAndOpenWorkbook: (_self, [base64]: [unknown], { openWorkbook }) => {
      if (!openWorkbook) throw notSupported('this host opens no second workbook');
      openWorkbook(readText(base64, 'base64'));
    },
  },
};

/** The library reports here that it is ready for commands; the host sees that by the registration. */
export const internalServiceClass: ModelClass<null> = {
  name: 'AddinInternalService',
  methods: { NotifyActionHandlerReady: () => null },
};

export const INTERNAL_SERVICE = 'Microsoft.InternalService.AddinInternalService';
