import { shared } from './jest.shared.js';

export default {
  ...shared,
  displayName: 'jsdom',
  testEnvironment: 'jsdom',
  testRegex: ['/test/(pane|excel|host)/.*\\.test\\.tsx?$'],
  setupFiles: ['<rootDir>/test/setup/jsdom.ts'],
};
