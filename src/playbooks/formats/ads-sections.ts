/** The sections of an alerting and detection strategy, as Palantir's framework names them. */
const SECTIONS: readonly RegExp[] = [
  /^goal$/,
  /^categori[sz]ation$/,
  /^strategy abstract$/,
  /^technical context$/,
  /^blind spots(?: and assumptions)?$/,
  /^false positives$/,
  /^validation$/,
  /^(?:alert )?priority$/,
  /^response$/,
  /^additional resources$/,
];

const NEEDED = 6;
const LONGEST_HEADING = 80;

/** Whether a heading is one of the framework's, not the strategy's title. */
export function isAdsSection(heading: string): boolean {
  const words = heading.trim().toLowerCase();
  return SECTIONS.some((section) => section.test(words));
}

/** Whether a text has most of the framework's sections as headings of one level. */
export function isStrategy(text: string): boolean {
  const byLevel = new Map<number, Set<number>>();
  for (const [, marks = '', written = ''] of text.matchAll(/^(#{1,6})[ \t]+([^\r\n]*)/gm)) {
    if (written.length > LONGEST_HEADING) continue;
    const words = written
      .replace(/(?<![ \t#:*])[ \t#:*]+$/, '')
      .replace(/^\*+/, '')
      .toLowerCase();
    const section = SECTIONS.findIndex((pattern) => pattern.test(words));
    if (section === -1) continue;
    const found = byLevel.get(marks.length) ?? new Set();
    byLevel.set(marks.length, found.add(section));
  }
  return [...byLevel.values()].some(({ size }) => size >= NEEDED);
}
