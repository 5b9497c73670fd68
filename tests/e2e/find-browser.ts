import { accessSync, constants, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];

/**
 * Path of a Chromium or Chrome: `CHROME_PATH`, else one on the PATH, else Debian's, else what puppeteer downloaded.
 *
 * @throws When there is none; the message says what to install.
 */
export function findBrowser(): string {
  const candidates = [
    ...(process.env['CHROME_PATH'] === undefined ? [] : [process.env['CHROME_PATH']]),
    ...(process.env['PATH'] ?? '')
      .split(delimiter)
      .flatMap((folder) => NAMES.map((name) => join(folder, name))),
    '/usr/bin/chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    ...puppeteersOwn(),
  ];
  const found = candidates.find(isExecutable);
  if (found !== undefined) return found;
  throw new Error(
    'No browser found: install chromium (Debian: `apt-get install chromium`; elsewhere: ' +
      '`npx puppeteer browsers install chrome`) or set CHROME_PATH.',
  );
}

function puppeteersOwn(): string[] {
  const cache = process.env['PUPPETEER_CACHE_DIR'] ?? join(homedir(), '.cache', 'puppeteer');
  return ['chrome', 'chrome-headless-shell'].flatMap((kind) =>
    entries(join(cache, kind)).flatMap((version) =>
      entries(join(cache, kind, version)).map((build) => join(cache, kind, version, build, kind)),
    ),
  );
}

function entries(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
