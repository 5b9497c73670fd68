import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { LINT_RULES } from '../../src/lint/rules.ts';
import { WORKSPACE_RULES } from '../../src/lint/workspace-rules.ts';
import { PROSE_RULES } from '../../src/playbooks/lint-prose.ts';

const SRC = join(import.meta.dirname, '../../src');
const SOURCES = globSync('**/*.ts', { cwd: SRC })
  // Reviews have a list of their own.
  .filter((path) => !/^(?:lint|review)\//.test(path.replaceAll('\\', '/')))
  .map((path) => readFileSync(join(SRC, path), 'utf8'));

/** Ids written out: `rule: 'mapping/none'`. */
function literalIds(): string[] {
  return SOURCES.flatMap((text) =>
    [...text.matchAll(/\brule: '([a-z-]+\/[a-z-]+)'/g)].map((match) => match[1] ?? ''),
  );
}

/** Ids made by {@link schemaFindings}, for the rooms that call it. */
function schemaIds(): string[] {
  const rooms = SOURCES.flatMap((text) =>
    [...text.matchAll(/schemaFindings\(\s*'([a-z]+)'/g)].map((match) => match[1] ?? ''),
  );
  return rooms.flatMap((room) => [`${room}/unknown-field`, `${room}/invalid-field`]);
}

/** Ids made from a kind of item: `playbook/unknown-detection`. */
function referenceIds(): string[] {
  const text = SOURCES.find((source) => source.includes('`${kind}/unknown-detection`'));
  const kinds = /kind: ('[a-z]+'(?: \| '[a-z]+')*)/.exec(text ?? '')?.[1] ?? '';
  return kinds.split(' | ').map((kind) => `${kind.replaceAll("'", '')}/unknown-detection`);
}

test('every finding has its rule in the catalogue, and every rule of the catalogue is in use', () => {
  const checked = WORKSPACE_RULES.map(({ id }) => id);
  const used = new Set([
    ...literalIds(),
    ...schemaIds(),
    ...referenceIds(),
    ...checked,
    ...Object.keys(PROSE_RULES),
  ]);
  expect(LINT_RULES.map(({ id }) => id)).toEqual([...used].sort());
});

test('no rule id is put together in a way this test does not see', () => {
  const templates = SOURCES.flatMap((text) =>
    [...text.matchAll(/\brule: (`.*)/g)].map((match) => match[1] ?? ''),
  );
  expect(templates.sort()).toEqual([
    '`${kind}/unknown-detection`,',
    "`${room}/${issue.isUnknownKey ? 'unknown-field' : 'invalid-field'}`,",
  ]);
});

test('the catalogue states the severity the code gives', () => {
  const severities = new Map(LINT_RULES.map(({ id, severity }) => [id, severity]));
  const stated = SOURCES.flatMap((text) => [
    ...text.matchAll(/\brule: '([a-z-]+\/[a-z-]+)',\s*severity: '([a-z]+)'/g),
  ]);
  expect(stated.length).toBeGreaterThan(10);
  for (const [, id = '', severity] of stated) expect(severities.get(id), id).toBe(severity);
});

test('summaries and remedies are sentences', () => {
  for (const { id, summary, remedy } of LINT_RULES) {
    expect(summary, id).toMatch(/^[A-Z].*\.$/);
    expect(remedy, id).toMatch(/^[A-Z].*\.$/);
  }
});
