import { defineConfig } from 'vitest/config';

// A text that takes more than linear time to read is found by this limit: no test asserts how long anything takes.
const limits = { testTimeout: 60_000, hookTimeout: 300_000 };
// A browser, and often a build of a whole site, beside another worker's.
const siteLimits = { ...limits, testTimeout: 240_000 };

export default defineConfig({
  test: {
    // A worker for each core: half of the time is spent waiting for a browser or for Git.
    maxWorkers: '100%',
    projects: [
      {
        // Packages whose source maps name files they do not ship are nobody's concern here.
        logLevel: 'error',
        test: {
          ...limits,
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/e2e*/**'],
          // Files share a worker, and leave the process as they find it: a new one for each would load the same modules
          // again, which takes longer than most tests.
          isolate: false,
          // It imports JSON in a way that Node alone does not take.
          server: { deps: { inline: ['@actions/workflow-parser'] } },
        },
      },
      // A project of its own: the site is built once for all its files, and only when one of them runs.
      {
        test: {
          ...siteLimits,
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: ['tests/e2e/global-setup.ts'],
        },
      },
      // Two public rule sets on one site, where the corpora are at hand.
      {
        test: {
          ...siteLimits,
          name: 'e2e-large',
          include: ['tests/e2e-large/**/*.test.ts'],
          globalSetup: ['tests/e2e-large/global-setup.ts'],
        },
      },
    ],
  },
});
