import { describe, expect, test } from 'vitest';
import { toStix } from '../../src/export/stix.ts';
import { patternOf } from '../../src/export/stix/pattern.ts';
import { stixId } from '../../src/export/stix/stix-id.ts';
import type { StixObject } from '../../src/export/stix/stix-object.ts';
import { aDetection } from '../workspace-builder.ts';
import { smallTeam } from './scenario.ts';

const bundle = toStix(smallTeam());

function named(name: string): StixObject {
  return bundle.objects.find((object) => 'name' in object && object.name === name)!;
}

test('a whole bundle', async () => {
  await expect(`${JSON.stringify(bundle, null, 1)}\n`).toMatchFileSnapshot('__snapshots__/stix.json');
});

describe('STIX 2.1 asks', () => {
  /** Required properties by section of the specification: common 3.2, objects 4 and 5. */
  const REQUIRED: Record<StixObject['type'], string[]> = {
    identity: ['name'],
    'attack-pattern': ['name'],
    indicator: ['pattern', 'pattern_type', 'valid_from'],
    'course-of-action': ['name'],
    relationship: ['relationship_type', 'source_ref', 'target_ref'],
  };
  const IDENTIFIER = /^[a-z-]+--[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
  const TIMESTAMP = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

  test('for the properties of every object', () => {
    for (const object of bundle.objects) {
      const properties = Object.entries(object);
      for (const name of ['type', 'spec_version', 'id', 'created', 'modified', ...REQUIRED[object.type]])
        expect(object, object.id).toHaveProperty(name);
      for (const [name, value] of properties) {
        // 2.7 and 2.10: no empty lists, no nulls; 2.16: timestamps in UTC with three digits.
        expect(value, name).not.toBeNull();
        if (Array.isArray(value)) expect(value, name).not.toEqual([]);
        if (['created', 'modified', 'valid_from'].includes(name)) expect(value).toMatch(TIMESTAMP);
      }
      expect(object.id).toMatch(IDENTIFIER);
      expect(object.id.startsWith(`${object.type}--`)).toBe(true);
      expect(object.modified >= object.created, object.id).toBe(true);
      for (const reference of object.external_references ?? []) {
        // 2.5: a source, and at least one of description, url and external_id.
        expect(reference.source_name).not.toBe('');
        expect(reference.external_id ?? reference.url).toBeTruthy();
      }
    }
  });

  test('that a bundle has an id and no version, and every id once', () => {
    expect(Object.keys(bundle)).toEqual(['type', 'id', 'objects']);
    expect(new Set(bundle.objects.map(({ id }) => id)).size).toBe(bundle.objects.length);
  });

  test('that every reference leads to an object of the bundle', () => {
    const ids = new Set(bundle.objects.map(({ id }) => id));
    for (const object of bundle.objects) {
      if (object.created_by_ref !== undefined) expect(ids).toContain(object.created_by_ref);
      if (object.type !== 'relationship') continue;
      expect(ids).toContain(object.source_ref);
      expect(ids).toContain(object.target_ref);
    }
  });
});

test('what does not count and what is not current stays out', () => {
  const names = bundle.objects.flatMap((object) => ('name' in object ? [object.name] : []));
  expect(names).toEqual([
    'Small team',
    'LSASS Memory',
    'Scheduled Task',
    'PowerShell',
    'Windows Command Shell',
    'Encoded PowerShell',
    'LSASS access',
    'Shell from Office',
    'Odd tasks',
  ]);
});

test('a rule with a query is an indicator of its technique by ATT&CK’s id', () => {
  const rule = named('Encoded PowerShell');
  const technique = named('PowerShell');
  expect(rule).toMatchObject({
    type: 'indicator',
    pattern_type: 'sigma',
    valid_from: '2026-01-05T00:00:00.000Z',
    modified: '2026-03-01T00:00:00.000Z',
  });
  expect(technique.external_references).toEqual([
    {
      source_name: 'mitre-attack',
      external_id: 'T1059.001',
      url: 'https://attack.mitre.org/techniques/T1059/001',
    },
  ]);
  expect(technique).not.toHaveProperty('description');
  const relation = bundle.objects.find(
    (object) => object.type === 'relationship' && object.source_ref === rule.id,
  );
  expect(relation).toMatchObject({ relationship_type: 'indicates', target_ref: technique.id });
});

test('a rule without a query and a hunt are courses of action', () => {
  expect(named('LSASS access').type).toBe('course-of-action');
  const hunt = named('Odd tasks');
  expect(hunt).toMatchObject({ type: 'course-of-action', labels: ['hunt', 'coverbook'] });
  expect(
    bundle.objects.find((object) => object.type === 'relationship' && object.source_ref === hunt.id),
  ).toMatchObject({ relationship_type: 'related-to' });
});

test('a Sigma pattern is a rule of its own, title and all', () => {
  const { pattern } = patternOf(
    aDetection({ title: 'A: "b"', language: 'sigma', query: 'logsource:\n  product: x' }),
  )!;
  expect(pattern).toBe('title: "A: \\"b\\""\nlogsource:\n  product: x');
});

test('languages go by the names of the field', () => {
  const type = (language: string) => patternOf(aDetection({ language, query: 'x' }))?.pattern_type;
  expect(['suricata', 'yaral', 'kql', 'spl', 'eql'].map(type)).toEqual([
    'suricata',
    'yara-l',
    'kql',
    'spl',
    'eql',
  ]);
  expect(patternOf(aDetection({ query: ' ' }))).toBeUndefined();
});

test('ids are UUIDs of version 5, of the type and the name', () => {
  // Computed with Python's uuid.uuid5 in the same namespace.
  expect(stixId('indicator', 'team/encoded-powershell')).toBe(
    'indicator--8a47514b-b93d-5810-b485-a05b50ef3bc2',
  );
});

test('equal content gives equal bytes', () => {
  expect(JSON.stringify(toStix(smallTeam()))).toBe(JSON.stringify(bundle));
});
