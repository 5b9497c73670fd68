import { expect, test } from 'vitest';
import { loadKnowledge } from '../../src/attack/load.ts';
import {
  REPOSITORY,
  contentFiles,
  demoExercises,
  demoHunts,
  demoRules,
  readContent,
  readYaml,
  texts,
} from './demo.ts';

const rules = demoRules();
const hunts = demoHunts();
const exercises = demoExercises();
const loaded = await loadKnowledge({ domains: ['enterprise', 'ics'], bundles: [] }, REPOSITORY);
const knowledge = [...loaded.values()];
const enterprise = loaded.get('enterprise');
const ruleIds = new Set(rules.map(({ fields }) => String(fields['id'])));

const techniqueTags = (tags: unknown): string[] =>
  texts(tags)
    .filter((tag) => /^attack\.t\d/.test(tag))
    .map((tag) => tag.slice('attack.'.length).toUpperCase());

/** Ids that no domain knows as an active technique. */
const inactive = (ids: readonly string[]): string[] =>
  ids.filter((id) => !knowledge.some((base) => base.technique(id)?.state === 'active'));

test('there are enough rules, hunts and exercises to show every part of the site', () => {
  expect(rules.filter(({ library }) => !library).length).toBeGreaterThanOrEqual(34);
  expect(rules.filter(({ library }) => library)).toHaveLength(4);
  expect(hunts.length).toBeGreaterThanOrEqual(12);
  expect(hunts.filter(({ path }) => path.endsWith('.mdx'))).toHaveLength(2);
  expect(exercises).toHaveLength(3);
});

test('every rule has a version 4 UUID of its own', () => {
  const ids = rules.map(({ fields }) => String(fields['id']));
  expect(
    ids.filter((id) => !/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id)),
  ).toEqual([]);
  expect(new Set(ids).size).toBe(ids.length);
});

test('hunts and exercises have unique ids', () => {
  const ids = [...hunts, ...exercises].map(({ fields }) => String(fields['id']));
  expect(new Set(ids).size).toBe(ids.length);
});

test('every kind of Sigma document and every status occurs', () => {
  const has = (key: string): boolean => rules.some(({ fields }) => key in fields);
  expect(['correlation', 'filter', 'detection'].every(has)).toBe(true);
  const statuses = new Set(
    rules.map(({ fields }) => fields['status']).filter((status) => status !== undefined),
  );
  expect([...statuses].sort()).toEqual(['deprecated', 'experimental', 'stable', 'test', 'unsupported']);
});

test('every technique a rule, hunt or exercise names is active in the embedded ATT&CK', () => {
  const named = [
    ...rules.flatMap(({ fields }) => techniqueTags(fields['tags'])),
    ...hunts.flatMap(({ fields }) => texts(fields['techniques'])),
    ...exercises.flatMap(({ fields }) => resultsOf(fields).map(({ technique }) => technique)),
  ];
  expect(named.length).toBeGreaterThan(150);
  expect(inactive(named)).toEqual([]);
});

test('every tactic tag is a tactic of one of the techniques of its rule', () => {
  for (const { path, fields } of rules) {
    const possible = techniqueTags(fields['tags']).flatMap((id) =>
      knowledge.flatMap((base) => base.technique(id)?.tactics ?? []),
    );
    const tactics = texts(fields['tags']).filter((tag) => /^attack\.[a-z]{2,}(-[a-z]+)*$/.test(tag));
    expect(
      tactics.filter((tag) => !possible.includes(tag.slice('attack.'.length))),
      path,
    ).toEqual([]);
  }
});

test('every actor of a hunt uses one of the techniques of that hunt', () => {
  for (const { path, fields } of hunts) {
    const techniques = texts(fields['techniques']);
    const strangers = texts(fields['actors']).filter((actor) => {
      const used = enterprise?.techniquesUsedBy(actor) ?? [];
      return !techniques.some((technique) => used.includes(technique));
    });
    expect(strangers, path).toEqual([]);
  }
});

const profiles = contentFiles('threats/*.yaml').map((path) => ({ path, fields: readYaml(path) }));

test('every actor of a threat profile is one of ATT&CK or the profile’s own, and does something', () => {
  expect(profiles).toHaveLength(2);
  for (const { path, fields } of profiles) {
    const { actors, procedures } = fields as {
      actors: { actor: string; own?: boolean }[];
      procedures: { actor?: string }[];
    };
    const known = ({ actor }: { actor: string }): boolean =>
      knowledge.some((base) => base.techniquesUsedBy(base.actor(actor)?.id ?? '').length > 0);
    expect(actors.length, path).toBeGreaterThanOrEqual(5);
    expect(
      actors.filter((entry) => entry.own !== true && !known(entry)),
      path,
    ).toEqual([]);
    const own = actors.filter((entry) => entry.own === true);
    expect(own, path).toHaveLength(1);
    expect(own.filter(known), path).toEqual([]);
    const acting = new Set(procedures.flatMap(({ actor }) => (actor === undefined ? [] : [actor])));
    expect([...acting], path).toEqual(own.map(({ actor }) => actor));
  }
});

test('every procedure of a threat profile is dated, reported and of active techniques', () => {
  for (const { path, fields } of profiles) {
    const { procedures } = fields as { procedures: Record<string, unknown>[] };
    expect(procedures.length, path).toBeGreaterThanOrEqual(5);
    for (const { technique, techniques, date, text, reference } of procedures) {
      const ids = texts(technique === undefined ? techniques : [technique]);
      expect(ids.length, path).toBeGreaterThan(0);
      expect(inactive(ids), path).toEqual([]);
      expect(String(date), path).toMatch(/^202[56]-\d{2}-\d{2}$/);
      expect([String(text).length > 40, String(reference).length > 10], path).toEqual([true, true]);
    }
  }
});

test('every detection a hunt, an exercise, a filter or a correlation names exists', () => {
  const names = new Set(rules.flatMap(({ fields }) => texts([fields['name']])));
  const named = [
    ...hunts.flatMap(({ fields }) => texts(fields['detections'])),
    ...exercises.flatMap(({ fields }) => resultsOf(fields).flatMap(({ detections }) => detections ?? [])),
    ...rules.flatMap(({ fields }) => {
      const { correlation, filter } = fields as Record<
        'correlation' | 'filter',
        { rules?: string[] } | undefined
      >;
      return [...(correlation?.rules ?? []), ...(filter?.rules ?? [])];
    }),
  ];
  expect(named.filter((id) => !ruleIds.has(id) && !names.has(id))).toEqual([]);
});

test('every rule explains itself and says what else could set it off', () => {
  for (const { path, fields } of rules) {
    expect(texts([fields['description']])[0]?.length, path).toBeGreaterThan(60);
    expect(fields['author'], path).toBe('Coverbook Demo Team');
    if ('filter' in fields) continue;
    expect(texts(fields['falsepositives']).length, path).toBeGreaterThan(0);
    expect(['informational', 'low', 'medium', 'high', 'critical'], path).toContain(fields['level']);
  }
});

test('every hunt has all sections and a query for each platform', () => {
  const sections = [
    'Hypothesis',
    'ABLE',
    'Preparation',
    'Execution',
    'Analysis',
    'Response',
    'Blind spots and false positives',
    'Validation',
  ];
  for (const { path, body } of hunts) {
    expect(
      [...body.matchAll(/^## (.+)$/gm)].map(([, title]) => title),
      path,
    ).toEqual(sections);
    expect(
      [...body.matchAll(/^```(\w+)$/gm)].map(([, language]) => language),
      path,
    ).toEqual(['kql', 'spl', 'esql']);
  }
});

test('every hunt names a test that shows whether it works', () => {
  for (const { path, body } of hunts) {
    expect(body.split('## Validation')[1], path).toMatch(/Atomic Red Team/);
  }
});

test('every documentation page has a title, a description and a place of its own in the order', () => {
  const pages = contentFiles('docs/*.mdx').map(
    (path) => /^---\n(.*?)\n---\n/s.exec(readContent(path))?.[1] ?? '',
  );
  const orders = pages.map((front) => /^order: (\d+(?:\.\d+)?)$/m.exec(front)?.[1]);
  expect(pages.every((front) => /^title: \S/m.test(front) && /^description: \S/m.test(front))).toBe(true);
  expect(new Set(orders).size).toBe(pages.length);
  expect(orders).not.toContain(undefined);
});

function resultsOf(
  fields: Readonly<Record<string, unknown>>,
): { technique: string; detections?: string[] }[] {
  return fields['results'] as { technique: string; detections?: string[] }[];
}
