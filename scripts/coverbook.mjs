#!/usr/bin/env node
// Plain JavaScript: Node would load its TypeScript compiler for this file alone, a tenth of a warm run. All else
// comes stripped and compiled out of the compile cache.
import { enableCompileCache } from 'node:module';

enableCompileCache();
const { main } = await import('../src/cli/main.ts');
process.exitCode = await main(process.argv.slice(2), {
  cwd: process.cwd(),
  env: process.env,
  stdout: process.stdout,
  stderr: process.stderr,
});
