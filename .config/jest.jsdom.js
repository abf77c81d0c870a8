import { shared } from './jest.shared.js';

export default {
  ...shared,
  displayName: 'jsdom',
  testEnvironment: 'jsdom',
  // Formulas need no page, and are much quicker without one.
  testRegex: ['/test/(pane/|excel/|host/(?!formula/)).*\\.test\\.tsx?$'],
  setupFiles: ['<rootDir>/test/setup/jsdom.ts'],
};
