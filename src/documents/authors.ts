/** The names in a list of authors written as one text: split at commas that stand in no parentheses. */
export function splitAuthors(written: string): string[] {
  const names: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at <= written.length; at += 1) {
    const character = written[at];
    if (character === '(') depth += 1;
    else if (character === ')') depth = Math.max(0, depth - 1);
    else if (character === undefined || (character === ',' && depth === 0)) {
      names.push(written.slice(start, at).trim());
      start = at + 1;
    }
  }
  return names.filter((name) => name !== '');
}
