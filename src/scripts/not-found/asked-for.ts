/** What an address that leads nowhere may have asked for. */
export interface AskedFor {
  /** Ids and names something may have exactly, most likely first. */
  names: string[];
  /** What else can be searched for; empty for nothing. */
  words: string;
}

const TECHNIQUE = /\bT(\d{4})(?:[./_-]?(\d{3}))?(?!\d)/i;
const TACTIC_OR_ACTOR = /\b(?:TA|[GSC])\d{4}\b/i;

/** Reads a path, relative to the site's root: `t1059/001` → `T1059.001`, `rules/lsass-dump.html` → `lsass_dump`. */
export function askedFor(path: string): AskedFor {
  const slug = lastPart(path);
  // The page itself, asked for by its own name.
  if (slug === '404') return { names: [], words: '' };
  const words = slug
    .replaceAll(/[^\p{L}\p{N}.]+/gu, ' ')
    .trim()
    .slice(0, 80);
  const [, technique, sub] = TECHNIQUE.exec(path) ?? [];
  if (technique !== undefined)
    return { names: [...(sub === undefined ? [] : [`T${technique}.${sub}`]), `T${technique}`], words };
  const [id] = TACTIC_OR_ACTOR.exec(path) ?? [];
  if (id !== undefined) return { names: [id.toUpperCase()], words };
  // By underscores the search knows the name of a file, which may be written otherwise.
  return { names: words.length < 3 ? [] : [words.replaceAll(' ', '_')], words };
}

function lastPart(path: string): string {
  const parts = path
    .replace(/(?:index)?\.html?$/i, '')
    .split('/')
    .filter(Boolean);
  const last = parts.at(-1) ?? '';
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}
