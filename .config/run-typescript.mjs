/**
 * Lets Node run the TypeScript of this repository as it is, so that the command line and the benchmarks need
 * no build step and can never be older than the source: `node --import ./.config/run-typescript.mjs FILE.ts`.
 */
import { register } from 'node:module';

process.setSourceMapsEnabled(true);
register('./typescript-hooks.mjs', import.meta.url);
