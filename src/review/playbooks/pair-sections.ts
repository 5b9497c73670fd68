/** What a section can be known again by. */
interface Pairable {
  title: string;
  role?: string | undefined;
  text: string;
}

/** Sections of the head → those of the base, by title and, where that is new, by what it is for or what it says. */
export function pairSections<T extends Pairable>(before: readonly T[], after: readonly T[]): Map<T, T> {
  const pairs = new Map<T, T>();
  const left = new Set(before);
  const ways: ((section: T) => string | undefined)[] = [
    ({ title }) => title.toLowerCase(),
    ({ text }) => (text === '' ? undefined : text),
    ({ role }) => role,
  ];
  for (const nameOf of ways) {
    for (const section of after) {
      const name = pairs.has(section) ? undefined : nameOf(section);
      const found = name === undefined ? undefined : [...left].find((one) => nameOf(one) === name);
      if (!found) continue;
      pairs.set(section, found);
      left.delete(found);
    }
  }
  return pairs;
}
