import type { RouteData } from 'astro';

/**
 * The file of what Astro calls a path (`/techniques/t1059`), from the root of the site: a page has a folder to itself,
 * but for the one that stands for all that are missing; anything else is named as it is.
 */
export function fileOf(pathname: string, type: RouteData['type']): string {
  const path = pathname.replace(/^\//, '').replace(/\/$/, '');
  if (type === 'endpoint') return path;
  if (path === '404') return '404.html';
  return path === '' ? 'index.html' : `${path}/index.html`;
}

/** Where a file is asked for, from the root of the site: pages end with a slash. */
export function addressOf(file: string): string {
  return file === '404.html' ? '404/' : file.replace(/(?<=^|\/)index\.html$/, '');
}
