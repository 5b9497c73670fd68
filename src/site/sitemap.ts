import { Readable } from 'node:stream';
import { SitemapIndexStream, SitemapStream, streamToPromise } from 'sitemap';
import { absoluteUrl } from '../output/paths.ts';
import type { Config } from '../workspace/config.ts';

/** Search engines take 50,000 of one file (sitemaps.org). */
const IN_A_FILE = 45_000;

/** Not for readers who search. */
const UNLISTED = new Set(['404.html', 'styleguide/index.html']);

/**
 * The index of all pages for crawlers, where the config says where the site stands. No dates: those of the build would
 * differ from one to the next.
 *
 * @param pages Files of all pages, from the root of the site.
 * @returns Files by path from the root of the site.
 */
export async function sitemapFiles(
  config: Pick<Config, 'site' | 'base'>,
  pages: Iterable<string>,
): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  if (config.site === undefined) return files;
  const addressed = (file: string): { url: string } => ({ url: absoluteUrl(config, file) ?? '' });
  const listed = [...pages].filter((file) => !UNLISTED.has(file)).sort();
  for (let from = 0; from < listed.length; from += IN_A_FILE) {
    const addresses = listed
      .slice(from, from + IN_A_FILE)
      .map((file) => addressed(file.slice(0, -'index.html'.length)));
    const name = `sitemap-${String(from / IN_A_FILE)}.xml`;
    files.set(name, await written(addresses, new SitemapStream()));
  }
  files.set('sitemap-index.xml', await written([...files.keys()].map(addressed), new SitemapIndexStream()));
  return files;
}

async function written(
  addresses: readonly { url: string }[],
  stream: SitemapStream | SitemapIndexStream,
): Promise<Uint8Array> {
  return await streamToPromise(Readable.from(addresses).pipe(stream));
}
