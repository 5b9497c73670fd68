import { expect, test } from 'vitest';
import { correlate } from '../../src/detections/correlate.ts';
import type { Detection } from '../../src/detections/detection.ts';
import type { Mapping } from '../../src/mapping/mapping.ts';

function detection(source: string, slug: string, fields: Partial<Detection> = {}): Detection {
  return {
    kind: 'detection',
    key: `${source}/${slug}`,
    slug,
    source,
    role: 'deployed',
    path: `${slug}.yml`,
    blob: '0'.repeat(40),
    format: 'sigma',
    title: slug,
    status: 'test',
    enabled: true,
    authors: [],
    references: [],
    falsePositives: [],
    logSources: [],
    platforms: [],
    tags: [],
    mappings: [],
    tactics: [],
    actors: [],
    related: [],
    tests: [],
    simulations: [],
    refersTo: [],
    lines: { from: 1, to: 10 },
    ordinal: 0,
    counts: true,
    inferred: [],
    filters: [],
    passingTests: [],
    ...fields,
  };
}

function mapping(id: string): Mapping {
  return {
    written: id,
    id,
    provenance: 'declared',
    pointer: ['tags', 0],
    state: 'active',
    resolved: id,
    domain: 'enterprise',
  };
}

function idsOf(detections: Detection[], key: string): string[] {
  return (
    detections
      .find((each) => each.key === key)
      ?.mappings.map(({ id, provenance }) => `${id} ${provenance}`) ?? []
  );
}

test('a correlation inherits the techniques and tactics of the rules it names by id or by name', () => {
  const { detections, findings } = correlate([
    detection('team', 'one', {
      id: 'id-1',
      mappings: [mapping('T1110')],
      tactics: [{ written: 'attack.c2', pointer: ['tags', 1] }],
    }),
    detection('team', 'two', { name: 'two', mappings: [mapping('T1078'), mapping('T1110')] }),
    detection('team', 'both', {
      format: 'sigma-correlation',
      refersTo: ['id-1', 'two'],
      mappings: [mapping('T1021')],
    }),
  ]);
  expect(findings).toEqual([]);
  expect(idsOf(detections, 'team/both')).toEqual(['T1021 declared', 'T1110 inherited', 'T1078 inherited']);
  expect(detections[2]?.mappings[1]?.pointer).toEqual(['correlation', 'rules']);
  expect(detections[2]?.tactics).toEqual([{ written: 'attack.c2', pointer: ['correlation', 'rules'] }]);
  expect(idsOf(detections, 'team/one')).toEqual(['T1110 declared']);
});

test('a rule of the same source goes before one of the same name elsewhere', () => {
  const { detections } = correlate([
    detection('library', 'logon', { name: 'logon', mappings: [mapping('T1001')] }),
    detection('team', 'logon', { name: 'logon', mappings: [mapping('T1110')] }),
    detection('library', 'rare', { name: 'rare', mappings: [mapping('T1078')] }),
    detection('team', 'many', { format: 'sigma-correlation', refersTo: ['logon', 'rare'] }),
  ]);
  expect(idsOf(detections, 'team/many')).toEqual(['T1110 inherited', 'T1078 inherited']);
});

test('a correlation of correlations inherits from the rules at the bottom, and a circle ends', () => {
  const { detections, findings } = correlate([
    detection('team', 'logon', { name: 'logon', mappings: [mapping('T1110')] }),
    detection('team', 'many', { name: 'many', format: 'sigma-correlation', refersTo: ['logon', 'then'] }),
    detection('team', 'then', { name: 'then', format: 'sigma-correlation', refersTo: ['many'] }),
  ]);
  expect(findings).toEqual([]);
  expect(idsOf(detections, 'team/then')).toEqual(['T1110 inherited']);
  expect(idsOf(detections, 'team/many')).toEqual(['T1110 inherited']);
});

test('a filter is attached to the rules it narrows, and inherits nothing', () => {
  const { detections } = correlate([
    detection('team', 'logon', { name: 'logon', mappings: [mapping('T1110')] }),
    detection('team', 'z-filter', { format: 'sigma-filter', refersTo: ['logon'] }),
    detection('team', 'a-filter', { format: 'sigma-filter', refersTo: ['logon', 'logon'] }),
  ]);
  expect(detections[0]?.filters).toEqual(['team/a-filter', 'team/z-filter']);
  expect(detections[1]?.mappings).toEqual([]);
});

test('a reference to a rule that is nowhere is a finding at the reference', () => {
  const { findings } = correlate([
    detection('team', 'many', { format: 'sigma-correlation', refersTo: ['gone'], ordinal: 2 }),
  ]);
  expect(findings).toEqual([
    {
      finding: {
        rule: 'sigma/unknown-reference',
        severity: 'warning',
        message:
          'Unexpected rule `gone` in `correlation.rules`, expected the id or the name of a rule in one of the sources',
        hint: 'Correct the reference, or add the source that holds the rule.',
        source: 'team',
        path: 'many.yml',
        item: 'team/many',
      },
      at: { ordinal: 2, pointer: ['correlation', 'rules', 0] },
    },
  ]);
});
