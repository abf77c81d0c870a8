import { runInBrowser, runInPage } from './office-race';

/** 8 units × 12,500 rows: what a clerk does with them, over office.js in jsdom, and how the pane in Chromium bears it. */
export function printScaleRace(): void {
  runInPage('scale');
  runInBrowser('pane');
}
