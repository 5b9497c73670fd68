/**
 * A text with the id in it replaced in the manner of its author: `attack.t1562.001` → `attack.t1685`,
 * `techniques/T1070/001/` → `techniques/T1685/005/`. Undefined when the id does not stand in it exactly once.
 *
 * @param id Technique, normalised: `T1562.001`.
 * @param replacement A technique, or a tactic: `TA0005`.
 */
export function likeWritten(written: string, id: string, replacement: string): string | undefined {
  const [technique = '', sub] = id.slice(1).split('.');
  const number = sub === undefined ? `${technique}()` : `${technique}([._/])${sub}`;
  const places = [...written.matchAll(new RegExp(`(?<![a-z0-9])t${number}(?![._/]?\\d|[a-z])`, 'gi'))];
  const [place] = places;
  if (!place || places.length > 1) return undefined;
  const before = written.slice(0, place.index);
  const separator = place[1] || (before.endsWith('/') ? '/' : '.');
  const separated = replacement.replace('.', separator);
  const cased = place[0].startsWith('t') ? separated.toLowerCase() : separated;
  return before + cased + written.slice(place.index + place[0].length);
}
