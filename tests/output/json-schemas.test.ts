import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { jsonSchemas } from '../../src/output/json-schemas.ts';

const root = join(import.meta.dirname, '../..');

describe.each([...jsonSchemas()])('%s', (name, text) => {
  test('is committed as the code states it', async () => {
    await expect(text).toMatchFileSnapshot(join(root, 'schemas', name));
  });
});

const validator = (name: string) =>
  new Ajv({ strict: false, validateFormats: false }).compile(
    JSON.parse(jsonSchemas().get(name) ?? '') as object,
  );

test('the demo’s config, an exercise and its threat profiles are valid', () => {
  const read = (path: string): unknown => load(readFileSync(join(root, path), 'utf8'));
  expect(validator('exercise.schema.json')(read('content/exercises/2026-06-phishing-to-impact.yaml'))).toBe(
    true,
  );
  for (const profile of ['retail-profile', 'logistics-ics-2026'])
    expect(validator('threat-profile.schema.json')(read(`content/threats/${profile}.yaml`))).toBe(true);
  expect(validator('decisions.schema.json')(read('content/decisions/2026.yaml'))).toBe(true);
  expect(validator('visibility.schema.json')(read('content/visibility.yaml'))).toBe(true);
  expect(validator('coverbook.schema.json')(read('coverbook.yaml'))).toBe(true);
});

test('a typo in front matter is invalid', () => {
  const isValid = validator('playbook.schema.json');
  expect(isValid({ title: 'A', hypothesis: 'B', techniques: ['T1003'] })).toBe(true);
  expect(isValid({ title: 'A', hypothesis: 'B', technique: ['T1003'] })).toBe(false);
});
