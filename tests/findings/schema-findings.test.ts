import { expect, test } from 'vitest';
import { z } from 'zod';
import { nearest } from '../../src/findings/nearest.ts';
import { readLeniently, schemaFindings } from '../../src/findings/schema-findings.ts';

const schema = z.strictObject({
  name: z.string(),
  sizes: z.array(z.int().min(1)).default([]),
  parts: z.array(z.strictObject({ kind: z.enum(['bolt', 'nut']), count: z.int().default(1) })).default([]),
});

test('several wrong list items leave, and the sound ones keep their order', () => {
  const { value, issues } = readLeniently(schema, { name: 'A', sizes: ['x', 3, 0, 7, 2.5, 9] });
  expect(value.sizes).toEqual([3, 7, 9]);
  expect(issues.map(({ path }) => path.join('.'))).toEqual(['sizes.0', 'sizes.2', 'sizes.4']);
});

test('an entry that lacks a required key leaves as a whole, an unknown key only itself', () => {
  const { value } = readLeniently(schema, {
    name: 'A',
    parts: [{ count: 2 }, { kind: 'nut', colour: 'red' }],
  });
  expect(value.parts).toEqual([{ kind: 'nut', count: 1 }]);
});

test('a missing required key is missing from the result; defaults are filled in', () => {
  expect(readLeniently(schema, {}).value).toEqual({ sizes: [], parts: [] });
});

test.each([[null], ['text'], [[1]], [5]])('%j instead of a map gives nothing and one issue', (data) => {
  const { value, issues } = readLeniently(schema, data);
  expect(value).toEqual({});
  expect(issues).toHaveLength(1);
});

test('a key that breaks the line does not break that of the message', () => {
  const { issues } = readLeniently(schema, { name: 'A', ['\n::error::x']: 1 });
  const [finding] = schemaFindings('thing', issues, () => undefined);
  expect(finding?.message).toContain(String.raw`\u{a}::error::x`);
  expect(finding?.message).not.toContain('\n');
});

test('findings point at the value, and name the nearest free key', () => {
  const { issues } = readLeniently(schema, { name: 'A', parts: [{ knd: 'nut' }] });
  const range = { line: 3, column: 5, endLine: 3, endColumn: 8 };
  const findings = schemaFindings('thing', issues, (pointer) =>
    pointer.at(-1) === 'knd' ? range : undefined,
  );
  expect(findings).toEqual([
    {
      rule: 'thing/invalid-field',
      severity: 'error',
      message: 'Missing `parts[0].kind`, expected one of `bolt`, `nut`',
    },
    {
      rule: 'thing/unknown-field',
      severity: 'warning',
      message: 'Unexpected key `parts[0].knd`, expected only documented ones',
      hint: 'Did you mean `kind`?',
      range,
    },
  ]);
});

test('a misspelt word finds its candidate, a different one finds none', () => {
  expect(nearest('Experimantal', ['stable', 'experimental'])).toBe('experimental');
  expect(nearest('data_sources', ['dataSources', 'detections'])).toBe('dataSources');
  expect(nearest('banana', ['stable', 'experimental'])).toBeUndefined();
  expect(nearest('', ['a'])).toBeUndefined();
});
