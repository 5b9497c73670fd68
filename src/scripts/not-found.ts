/**
 * Offers, on the page for what is not there, what the address may have meant: the technique, actor or rule it names, else
 * what says its words, and a search for them.
 */
import { askedFor } from './not-found/asked-for.ts';

const place = document.querySelector<HTMLElement>('[data-not-found]');
if (place) void suggest(place);

async function suggest(place: HTMLElement): Promise<void> {
  const { root = '/' } = place.dataset;
  const asked = askedFor(location.pathname.startsWith(root) ? location.pathname.slice(root.length) : '');
  const search = place.querySelector<HTMLAnchorElement>('[data-search]');
  if (asked.words === '') return;
  if (search) {
    search.search = new URLSearchParams({ q: asked.words }).toString();
    search.textContent = `Search for “${asked.words}”`;
  }
  const { offersFor } = await import('./not-found/offers.ts');
  // Without the search there are still the lists below.
  const offers = await offersFor(asked).catch(() => []);
  for (const { path, id, title } of offers) {
    const item = document.createElement('li');
    const link = document.createElement('a');
    link.href = root + path;
    link.textContent = `${id} ${title}`.trim();
    item.append(link);
    place.querySelector('[data-offers]')?.append(item);
  }
  const section = place.querySelector<HTMLElement>('[data-found]');
  if (section) section.hidden = offers.length === 0;
}
