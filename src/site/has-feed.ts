import { previewRef, siteModel } from './model.ts';

/** Whether there are a feed and a sitemap: their links are absolute, and nobody is to subscribe to a preview. */
export function hasFeed(): boolean {
  return siteModel().workspace.config.site !== undefined && previewRef() === undefined;
}
