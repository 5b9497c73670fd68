/**
 * Offers, on the page for what is not there, what the address may have meant: the technique, actor or rule it names, where
 * there is a page for it, and a search for its words.
 */
import { candidatesOf, wordsOf } from './not-found/candidates.ts';

const offer = document.querySelector<HTMLElement>('[data-not-found]');
if (offer) void suggest(offer);

async function suggest(offer: HTMLElement): Promise<void> {
  const { root = '/', sources = '' } = offer.dataset;
  const path = location.pathname.startsWith(root) ? location.pathname.slice(root.length) : '';
  const search = offer.querySelector<HTMLAnchorElement>('[data-search]');
  const words = wordsOf(path);
  if (search && words !== '') {
    search.search = new URLSearchParams({ q: words }).toString();
    search.textContent = `Search for “${words}”`;
  }
  const list = offer.querySelector('[data-offers]');
  if (!list) return;
  const there = await Promise.all(
    candidatesOf(path, sources.split(' ').filter(Boolean)).map((to) => titleAt(root + to)),
  );
  for (const found of there) {
    if (!found) continue;
    const item = document.createElement('li');
    const link = document.createElement('a');
    link.href = found.url;
    link.textContent = found.title;
    item.append(link);
    list.append(item);
  }
  const section = offer.querySelector<HTMLElement>('[data-found]');
  if (section) section.hidden = list.childElementCount === 0;
}

async function titleAt(url: string): Promise<{ url: string; title: string } | undefined> {
  const response = await fetch(url).catch(() => undefined);
  if (!response?.ok) return undefined;
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  return { url, title: page.querySelector('h1')?.textContent.trim() || url };
}
