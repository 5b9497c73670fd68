import rss from '@astrojs/rss';
import { recentChanges } from '../coverage/recent-changes.ts';
import { absoluteUrl } from '../output/paths.ts';
import { FEED_SIZE, feedItem } from '../site/feed.ts';
import { hasFeed } from '../site/has-feed.ts';
import { siteModel } from '../site/model.ts';

/** `feed.xml`, where the config says where the site stands: links of a feed are absolute. A preview has none. */
export function getStaticPaths(): { params: { feed: string } }[] {
  return hasFeed() ? [{ params: { feed: 'feed' } }] : [];
}

export async function GET(): Promise<Response> {
  const { workspace, history } = siteModel();
  const { config } = workspace;
  const { changes } = recentChanges(workspace, history, FEED_SIZE);
  return rss({
    title: config.title,
    description: config.description ?? 'What changed in detection, hunting and exercises.',
    site: absoluteUrl(config, '') ?? '',
    items: changes.map((change) => feedItem(change, config)),
  });
}
