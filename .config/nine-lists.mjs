#!/usr/bin/env node
import './run-typescript.mjs';

await import('../src/cli/nine-lists.ts');
