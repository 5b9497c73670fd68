const ID = /(?<![\w.])[GSC]\d{4}(?!\w)/g;

/** One to three words that look like names: `APT29`, `Scattered Spider`, `FIN7`. */
const NAME = /^(?:[A-Z\d][\w.'’-]*)(?: [A-Z\d][\w.'’-]*){0,2}$/;

const NOBODY =
  /\b(?:any|all|n\/a|none|unknown|various|multiple|generic|tbd|unspecified|not|insiders?|external|internal|adversar(?:y|ies)|attackers?|actors?|threats?|ransomware|criminals?|operators?|apts?)\b/i;

/**
 * Actors a free text is about: ids of ATT&CK, else what looks like names. “Financially motivated insiders”
 * names nobody, and saying so of every hunt would help nobody either.
 */
export function actorNames(cell: string | undefined): string[] {
  if (cell === undefined || cell.length > 500) return [];
  const ids = [...cell.matchAll(ID)].map(([id]) => id);
  const names = cell
    .split(/[,;/\n]|\band\b|\bor\b/)
    .map((name) => name.replace(/\(.*/, '').trim())
    .filter((name) => NAME.test(name) && !NOBODY.test(name));
  return [...new Set(ids.length > 0 ? ids : names)];
}
