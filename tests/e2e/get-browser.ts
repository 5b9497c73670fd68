import { existsSync } from 'node:fs';
import { x } from 'tinyexec';
import { findBrowser } from './find-browser.ts';

/** A way to get a browser onto this machine, as commands to run one after the other. */
type Recipe = readonly (readonly [command: string, ...args: string[]])[];

/**
 * Makes sure that there is a browser: one that is here, else Debian's package where this user may install it,
 * else puppeteer's download.
 *
 * @throws When there is none and none could be had; the message says what to install.
 */
export async function getBrowser(): Promise<string> {
  for (const recipe of [[], ...recipes()]) {
    for (const [command, ...args] of recipe) await x(command, args, { nodeOptions: { stdio: 'ignore' } });
    try {
      return findBrowser();
    } catch {
      // The next recipe may bring one.
    }
  }
  return findBrowser();
}

function recipes(): Recipe[] {
  const puppeteer: Recipe = [['npx', 'puppeteer', 'browsers', 'install', 'chrome']];
  const mayInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (!mayInstall) return [puppeteer];
  return [
    [
      ['apt-get', 'update', '-qq'],
      ['apt-get', 'install', '-y', '-qq', '--no-install-recommends', 'chromium'],
    ],
    puppeteer,
  ];
}
