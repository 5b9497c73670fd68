/** What an address that leads nowhere may have meant. */

const TECHNIQUE = /\bT(\d{4})(?:[./_-]?(\d{3}))?(?!\d)/i;
const TACTIC = /\bTA(\d{4})\b/i;
const ACTOR = /\b([GSC])(\d{4})\b/i;

/** More would be a lot of requests for one wrong address. */
const MOST_SOURCES = 8;

/** Paths of pages that may be meant, most likely first, relative to the site's root; each has to be asked for. */
export function candidatesOf(path: string, sources: readonly string[]): string[] {
  const found: string[] = [];
  const [, technique, sub] = TECHNIQUE.exec(path) ?? [];
  if (technique !== undefined) {
    if (sub !== undefined) found.push(`techniques/T${technique}/${sub}/`);
    found.push(`techniques/T${technique}/`);
  }
  const [, tactic] = TACTIC.exec(path) ?? [];
  if (tactic !== undefined) found.push(`tactics/TA${tactic}/`);
  const [, kind, actor] = ACTOR.exec(path) ?? [];
  if (kind !== undefined && actor !== undefined) found.push(`actors/${kind.toUpperCase()}${actor}/`);
  const slug = lastPart(path);
  // The page itself, asked for by its own name.
  if (slug === '404') return [];
  if (found.length === 0 && /^[\w.-]{3,}$/.test(slug)) {
    found.push(`playbooks/${slug}/`, `exercises/${slug}/`);
    for (const source of sources.slice(0, MOST_SOURCES)) found.push(`detections/${source}/${slug}/`);
  }
  return [...new Set(found)].filter((candidate) => candidate !== path);
}

/** The words of the last part of a path: `lsass-dump-by.html` → `lsass dump by`. */
export function wordsOf(path: string): string {
  return lastPart(path)
    .replaceAll(/[^\p{L}\p{N}.]+/gu, ' ')
    .trim()
    .slice(0, 80);
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
