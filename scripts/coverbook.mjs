#!/usr/bin/env node
// Plain JavaScript: Node would load its TypeScript compiler for this file alone, a tenth of a warm run. All else
// comes stripped and compiled out of the compile cache.
import { existsSync } from 'node:fs';
import module from 'node:module';
import process from 'node:process';

if (Number.parseInt(process.versions.node, 10) < 24) {
  process.stderr.write(
    `coverbook: Node.js 24 or newer is needed, and this is ${process.versions.node}.\n` +
      '  Install it from nodejs.org, or beside Coverbook with `npm install --save-dev node@24`.\n',
  );
  process.exitCode = 3;
} else {
  module.enableCompileCache();
  // A checkout runs its sources; the package has none, and Node strips no types under `node_modules`.
  const isCheckout = existsSync(new URL('../src/cli/run.ts', import.meta.url));
  const { run } = await import(isCheckout ? '../src/cli/run.ts' : '../lib/cli/run.js');
  await run(process);
}
