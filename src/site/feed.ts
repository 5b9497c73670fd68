import type { RSSFeedItem } from '@astrojs/rss';
import type { RecentChange } from '../coverage/recent-change.ts';
import { absoluteUrl } from '../output/paths.ts';
import type { Config } from '../workspace/config.ts';
import { recentName, recentPath } from './recent-words.ts';

/** Where the feed stands, and how many entries it has. */
export const FEED_PATH = 'feed.xml';
export const FEED_SIZE = 50;

/** The entry of one change. Its identity is the change's own: links move when a page is renamed. */
export function feedItem(change: RecentChange, config: Pick<Config, 'site' | 'base'>): RSSFeedItem {
  const { id, kind, date, since, title, technique, detail } = change;
  const name = technique === undefined ? title : `${technique} ${title}`;
  const period = since === undefined ? '' : `Between ${since} and ${date}. `;
  return {
    title: plain(`${recentName(kind)}: ${name}`),
    description: plain(`${period}${detail ?? ''}`.trim() || recentName(kind)),
    link: absoluteUrl(config, recentPath(change) ?? 'changes/') ?? '',
    pubDate: new Date(`${date}T00:00:00Z`),
    categories: [kind],
    customData: `<guid isPermaLink="false">coverbook:${escaped(plain(id))}</guid>`,
  };
}

/** What XML 1.0 has no way to write is left out. */
function plain(text: string): string {
  return text.toWellFormed().replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
