import { createHash } from 'node:crypto';
import { embeddedSnapshot } from '../../src/attack/embedded.ts';
import type { Technique } from '../../src/attack/facts.ts';
import { seededRandom, type Random } from './random.ts';
import {
  CORRELATED,
  FILTERED,
  LEVELS,
  LOG_SOURCES,
  REFERENCE_COUNTS,
  STATUSES,
  TECHNIQUE_COUNTS,
  YEARS,
  type LogSource,
} from './rule-shares.ts';
import { BENIGN, DOES, HAPPENS, PROSE, WHAT, WHERE } from './rule-words.ts';

export interface GeneratedRule {
  path: string;
  text: string;
}

/**
 * Sigma rules as a team has them: log sources, levels, ages, filters and numbers of techniques in the shares of SigmaHQ's, a
 * few techniques with most of the rules and most with few (by Zipf's law). Each rule is another one; the same seed gives the
 * same bytes, and a larger count the same rules and more.
 */
export function* generateRules(count: number, seed = 1): Generator<GeneratedRule> {
  const techniques = weightedTechniques(seed);
  for (let index = 0; index < count; index += 1) {
    // A seed of its own for each, so that a rule is the same in a set of any size.
    const random = seededRandom(seed * 1_000_003 + index);
    yield index > 0 && random.fraction() < CORRELATED
      ? correlation(index, seed, random)
      : rule(index, seed, random, techniques);
  }
}

type Weighted = readonly (readonly [Technique, number])[];

/** Active techniques in an order the seed decides: the nth has a share of 1/n. */
function weightedTechniques(seed: number): Weighted {
  const random = seededRandom(seed);
  const active = embeddedSnapshot('enterprise').techniques.filter(({ state }) => state === 'active');
  const places = new Map(active.map((technique) => [technique, random.fraction()]));
  return active
    .toSorted((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0))
    .map((technique, place) => [technique, 1 / (place + 3)] as const);
}

function rule(index: number, seed: number, random: Random, techniques: Weighted): GeneratedRule {
  const source = random.weighted(LOG_SOURCES);
  const title = titleOf(index, random);
  const year = random.weighted(YEARS);
  const date = dayIn(year, random);
  const isChanged = random.fraction() < 0.6;
  const used = random.several(random.weighted(TECHNIQUE_COUNTS), () => random.weighted(techniques));
  const tactics = new Set(used.flatMap(({ tactics: [first] }) => first ?? []));
  const tags = [
    ...(tactics.size === 0 ? ['attack.execution'] : [...tactics].map((tactic) => `attack.${tactic}`)),
    ...used.map(({ id }) => `attack.${id.toLowerCase()}`),
  ];
  const isFiltered = random.fraction() < FILTERED;
  const text = [
    `title: ${title}`,
    `id: ${uuid(seed, index)}`,
    `status: ${random.weighted(STATUSES)}`,
    `description: Detects ${title.toLowerCase()}. ${random.several(random.within(0, 3), () => random.one(PROSE)).join(' ')}`.trim(),
    'references:',
    ...Array.from(
      { length: random.weighted(REFERENCE_COUNTS) },
      (_, place) => `    - https://example.org/${year}/${String(index)}-${String(place)}`,
    ),
    'author: Detection team',
    `date: ${date}`,
    ...(isChanged ? [`modified: ${dayIn(random.within(year, 2026), random)}`] : []),
    'tags:',
    ...tags.map((tag) => `    - ${tag}`),
    'logsource:',
    ...(['product', 'category', 'service'] as const).flatMap((key) =>
      source[key] === undefined ? [] : [`    ${key}: ${source[key]}`],
    ),
    'detection:',
    ...selection('selection', index, source, random),
    ...(isFiltered ? selection('filter_main', index, source, random) : []),
    `    condition: selection${isFiltered ? ' and not 1 of filter_main*' : ''}`,
    'falsepositives:',
    `    - ${random.one(BENIGN)}`,
    `level: ${random.weighted(LEVELS)}`,
    '',
  ];
  const folder = [source.product ?? 'other', source.category ?? source.service ?? 'other'].join('/');
  return { path: `rules/${folder}/rule_${String(index).padStart(6, '0')}.yml`, text: text.join('\n') };
}

/** Many events of one earlier rule. */
function correlation(index: number, seed: number, random: Random): GeneratedRule {
  const text = [
    `title: Many Times ${titleOf(index, random)}`,
    `id: ${uuid(seed, index)}`,
    'status: experimental',
    'description: Detects many events of another rule on one host within a quarter of an hour.',
    'author: Detection team',
    `date: ${dayIn(random.weighted(YEARS), random)}`,
    'correlation:',
    '    type: event_count',
    '    rules:',
    `        - ${uuid(seed, random.within(0, index - 1))}`,
    '    group-by:',
    '        - Computer',
    '    timespan: 15m',
    '    condition:',
    `        gte: ${String(random.within(3, 50))}`,
    `level: ${random.weighted(LEVELS)}`,
    '',
  ];
  return { path: `rules/correlation/rule_${String(index).padStart(6, '0')}.yml`, text: text.join('\n') };
}

function selection(name: string, index: number, { fields }: LogSource, random: Random): string[] {
  const used = random.several(random.within(1, Math.min(3, fields.length)), () => random.one(fields));
  return [
    `    ${name}:`,
    ...used.flatMap(([field, kind]) => {
      const values = Array.from({ length: random.within(1, 6) }, (_, place) =>
        valueOf(kind, `${String(index)}${String.fromCharCode(97 + place)}`, random),
      );
      const [only] = values;
      return values.length === 1 && !field.endsWith('|all')
        ? [`        ${field}: ${only ?? ''}`]
        : [`        ${field}:`, ...values.map((value) => `            - ${value}`)];
    }),
  ];
}

function valueOf(kind: LogSource['fields'][number][1], own: string, random: Random): string {
  const word = random.one(WHAT).toLowerCase().replaceAll(' ', '');
  if (kind === 'event') return String(random.within(1000, 7999));
  if (kind === 'image') return `'\\${word}${own}.exe'`;
  if (kind === 'path') return `'\\Temp\\${word}\\${own}.dll'`;
  if (kind === 'key') return `'\\Software\\Vendor\\${word}\\${own}'`;
  return kind === 'host' ? `'.${word}${own}.example'` : `' -${word} ${own}'`;
}

function titleOf(index: number, random: Random): string {
  const words = [random.one(DOES), random.one(WHAT), random.one(HAPPENS), random.one(WHERE)];
  return `${words.join(' ')} ${String(index)}`;
}

function dayIn(year: number, random: Random): string {
  // No day after the newest commit of the repository they are put into.
  const month = year === 2026 ? random.within(1, 6) : random.within(1, 12);
  return [year, month, random.within(1, 28)].map((part) => String(part).padStart(2, '0')).join('-');
}

/** A UUID of version 4 in form, out of the rule's number. */
function uuid(seed: number, index: number): string {
  const hex = createHash('sha256')
    .update(`${String(seed)}:${String(index)}`)
    .digest('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}
