import { find } from './find.ts';
import { loadPagefind, siteRoot } from './pagefind.ts';
import type { PaletteParts } from './palette-dialog.ts';
import type { PaletteList } from './palette-list.ts';
import { moreOption, resultGroups, type OptionGroup } from './palette-options.ts';
import { startingPoints } from './starting-points.ts';

/** Shown at once; the search page has the rest. */
const SHOWN = 12;
/** One letter finds nearly everything and nothing in particular. */
const LEAST = 2;

/** Puts what fits the typed text into the list; what a later call has overtaken is dropped, which the answer says. */
export function paletteUpdater(
  { dialog, status }: PaletteParts,
  list: PaletteList,
): (typed: string, rest: number) => Promise<boolean> {
  const root = siteRoot();
  let latest = 0;
  return async (typed, rest) => {
    const own = ++latest;
    await new Promise((resolve) => setTimeout(resolve, rest));
    if (own !== latest) return false;
    let groups: OptionGroup[] = [];
    let words = '';
    try {
      ({ groups, words } =
        typed.trim().length < LEAST
          ? { groups: await startingPoints(root), words: '' }
          : await search(typed, root));
    } catch {
      words = 'The search could not be loaded.';
    }
    if (own !== latest) return false;
    if (!(await list.show(groups, () => own === latest))) return false;
    status.textContent = words;
    dialog.removeAttribute('data-waiting');
    return true;
  };
}

async function search(typed: string, root: URL): Promise<{ groups: OptionGroup[]; words: string }> {
  const found = await find(await loadPagefind(), typed);
  const results = await found.first(SHOWN);
  if (found.total === 0) return { groups: [], words: `Nothing is called or says “${typed.trim()}”.` };
  const all = new URL('search/', root);
  all.searchParams.set('q', typed.trim());
  return {
    groups: [
      ...resultGroups(results, root),
      { label: '', options: [moreOption(found.total, results.length, all.href)] },
    ],
    words: `${results.length} of ${found.total.toLocaleString('en')} shown`,
  };
}
