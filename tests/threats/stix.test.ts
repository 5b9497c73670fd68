import { describe, expect, test } from 'vitest';
import { stix } from '../../src/threats/formats/stix.ts';
import { readWith, type ReadText } from '../reading.ts';
import { aBundle, aPattern, aStixActor, aUse } from './samples.ts';

const read = (...objects: unknown[]): ReadText => readWith(stix, 'intel.json', aBundle(...objects));
const told = ({ threats }: ReadText): string[] =>
  (threats[0]?.findings ?? []).map(({ range, severity, rule, message }) =>
    [`${range?.line ?? '?'}`, severity, rule, message].join(' '),
  );
const uses = ({ threats }: ReadText) =>
  threats[0]?.procedures.map(({ actor, mapping }) => [actor, mapping.id]) ?? [];

describe('what a bundle says', () => {
  test('an actor, the technique it uses and how, where that was reported and when', () => {
    const { threats, findings } = read(
      aStixActor('intrusion-set--1', 'Grey Lantern', { aliases: ['Lantern', 'Grey Lantern'] }),
      aPattern(1, 'T1566.001'),
      aUse('intrusion-set--1', 'attack-pattern--1', {
        description:
          '[Grey Lantern](https://example.org/lantern) sent invoices as mail.(Citation: Lantern 2026)\n\nTwice.',
        start_time: '2026-03-04T05:06:07.000Z',
        created: '2026-06-01T00:00:00.000Z',
        external_references: [
          { source_name: 'mitre-attack', external_id: 'G9999' },
          { source_name: 'Lantern 2026', url: 'https://example.org/report' },
        ],
      }),
    );
    expect(findings).toEqual([]);
    expect(threats).toEqual([
      {
        format: 'stix',
        title: 'intel',
        actors: [
          {
            actor: 'Grey Lantern',
            weight: 1,
            own: true,
            names: ['Grey Lantern', 'Lantern'],
            type: 'group',
            pointer: ['objects', 0, 'name'],
          },
        ],
        procedures: [
          {
            mapping: {
              written: 'T1566.001',
              id: 'T1566.001',
              provenance: 'declared',
              pointer: ['objects', 1, 'external_references', 1, 'external_id'],
            },
            actor: 'Grey Lantern',
            text: 'Grey Lantern sent invoices as mail.\n\nTwice.',
            reference: 'https://example.org/report',
            date: '2026-03-04',
          },
        ],
        techniques: [],
      },
    ]);
  });

  test.each([
    ['start_time', { start_time: '2026-03-04T05:06:07Z', created: '2026-05-01T00:00:00Z' }, '2026-03-04'],
    ['created', { created: '2026-05-01T00:00:00Z', modified: '2026-06-01T00:00:00Z' }, '2026-05-01'],
    ['modified', { modified: '2026-06-01T00:00:00Z' }, '2026-06-01'],
    ['none that is a day', { created: 'last week' }, undefined],
  ])('its date is its %s', (_which, times, date) => {
    const { threats } = read(
      aStixActor('intrusion-set--1', 'Grey Lantern'),
      aPattern(1, 'T1105'),
      aUse('intrusion-set--1', 'attack-pattern--1', times),
    );
    expect(threats[0]?.procedures[0]?.date).toBe(date);
  });

  test.each([
    ['intrusion-set', 'group'],
    ['threat-actor', 'group'],
    ['campaign', 'campaign'],
    ['malware', 'software'],
    ['tool', 'software'],
  ])('an object of type %s is a %s', (type, actorType) => {
    const { threats } = read(
      aStixActor(`${type}--1`, 'Grey Lantern', {
        external_references: [{ source_name: 'mitre-attack', external_id: 'X0001' }],
      }),
      aPattern(1, 'T1105'),
      aUse(`${type}--1`, 'attack-pattern--1'),
    );
    expect(threats[0]?.actors).toMatchObject([
      { actor: 'Grey Lantern', names: ['X0001', 'Grey Lantern'], type: actorType },
    ]);
    expect(threats[0]?.procedures).toHaveLength(1);
  });

  test('techniques of all three domains are named by their references, by OpenCTI’s field or in the name', () => {
    const reference = (source_name: string, external_id: string) => ({
      external_references: [{ source_name, external_id }],
    });
    const content = read(
      aStixActor('intrusion-set--1', 'Grey Lantern'),
      aPattern(1, undefined, reference('mitre-mobile-attack', 'T1660')),
      aPattern(2, undefined, reference('mitre-ics-attack', 'T0886')),
      aPattern(3, undefined, { x_mitre_id: 'T1105' }),
      aPattern(4, undefined, { name: 'T1059.001 - PowerShell' }),
      ...[1, 2, 3, 4].map((number) => aUse('intrusion-set--1', `attack-pattern--${number}`)),
    );
    expect(uses(content).map(([, id]) => id)).toEqual(['T1660', 'T0886', 'T1105', 'T1059.001']);
    expect(told(content)).toEqual([]);
  });

  test('techniques of software are the software’s, and a tool that is only used is no actor', () => {
    const content = read(
      aStixActor('intrusion-set--1', 'Grey Lantern'),
      aStixActor('malware--1', 'Wick'),
      aStixActor('tool--1', 'Matchbox'),
      aStixActor('tool--2', 'Lighter'),
      aPattern(1, 'T1105'),
      aUse('intrusion-set--1', 'malware--1'),
      aUse('malware--1', 'attack-pattern--1'),
      aUse('intrusion-set--1', 'tool--1'),
    );
    expect(uses(content)).toEqual([['Wick', 'T1105']]);
    expect(content.threats[0]?.actors.map(({ actor }) => actor)).toEqual(['Grey Lantern', 'Wick', 'Lighter']);
  });

  test('what is revoked or deprecated is out, and the newest version of an object is the one', () => {
    const content = read(
      aStixActor('intrusion-set--1', 'Grey Lantern', { modified: '2026-03-01T00:00:00Z' }),
      aStixActor('intrusion-set--1', 'Gray Lantern', { modified: '2026-02-01T00:00:00Z' }),
      aStixActor('intrusion-set--2', 'Red Lantern', { revoked: true }),
      aPattern(1, 'T1105'),
      aPattern(2, 'T1003', { x_mitre_deprecated: true }),
      aPattern(3, 'T1078'),
      aUse('intrusion-set--1', 'attack-pattern--1'),
      aUse('intrusion-set--2', 'attack-pattern--1'),
      aUse('intrusion-set--1', 'attack-pattern--2'),
      aUse('intrusion-set--1', 'attack-pattern--3', { revoked: true }),
    );
    expect(uses(content)).toEqual([['Grey Lantern', 'T1105']]);
    expect(content.threats[0]?.actors).toHaveLength(1);
    // Nobody uses pattern 3 any more.
    expect(told(content)).toEqual([expect.stringContaining('note stix/unused-technique')]);
  });

  test('what only a report or a grouping refers to was seen, by nobody knows whom', () => {
    const { threats } = read(
      {
        type: 'report',
        id: 'report--1',
        name: 'Lanterns in the warehouse',
        published: '2026-04-05T00:00:00Z',
        object_refs: ['attack-pattern--1', 'attack-pattern--2', 'attack-pattern--2', 'indicator--9'],
      },
      { type: 'grouping', id: 'grouping--1', context: 'x', object_refs: ['attack-pattern--3'] },
      aStixActor('intrusion-set--1', 'Grey Lantern'),
      aPattern(1, 'T1105'),
      aPattern(2, 'T1003'),
      aPattern(3, 'T1078'),
      aUse('intrusion-set--1', 'attack-pattern--1'),
    );
    expect(threats[0]?.title).toBe('Lanterns in the warehouse');
    expect(threats[0]?.findings).toBeUndefined();
    expect(
      threats[0]?.procedures.map(({ mapping, actor, reference, date }) => [
        mapping.id,
        actor,
        reference,
        date,
      ]),
    ).toEqual([
      ['T1105', 'Grey Lantern', undefined, undefined],
      ['T1003', undefined, 'Lanterns in the warehouse', '2026-04-05'],
      ['T1078', undefined, undefined, undefined],
    ]);
  });

  test('STIX 2.0 reads alike, and so does a bundle a line', () => {
    const objects = [
      aStixActor('intrusion-set--1', 'Grey Lantern'),
      aPattern(1, 'T1105'),
      aUse('intrusion-set--1', 'attack-pattern--1'),
    ];
    const old = { type: 'bundle', id: 'bundle--1', spec_version: '2.0', objects };
    expect(readWith(stix, 'a.json', JSON.stringify(old)).threats[0]?.procedures).toHaveLength(1);
    const lines = `${JSON.stringify(old)}\n${JSON.stringify(old)}\n`;
    expect(readWith(stix, 'a.json', lines).threats.map(({ ordinal }) => ordinal)).toEqual([undefined, 1]);
  });
});

describe('what a bundle says in vain', () => {
  test('attack patterns without an ATT&CK reference, relationships out of the bundle, techniques nobody uses', () => {
    const objects = [
      aStixActor('intrusion-set--1', 'Grey Lantern'),
      // CAPEC's patterns have names of ATT&CK's.
      aPattern(1, undefined, {
        name: 'Phishing',
        external_references: [{ source_name: 'capec', external_id: 'CAPEC-98' }],
      }),
      aPattern(2, 'T1105'),
      aUse('intrusion-set--1', 'attack-pattern--1'),
      aUse('intrusion-set--1', 'attack-pattern--7'),
      aUse('intrusion-set--8', 'attack-pattern--1'),
      // Software that is not in the bundle says nothing of a technique.
      aUse('intrusion-set--1', 'malware--9'),
    ];
    const content = read(...objects);
    expect(uses(content)).toEqual([]);
    const text = aBundle(...objects).split('\n');
    const lineOf = (part: string): number => text.findIndex((line) => line.includes(part)) + 1;
    expect(told(content)).toEqual([
      `${lineOf('"name": "Phishing"')} warning stix/unmapped-technique Unexpected attack pattern \`Phishing\` without an ATT&CK reference, expected one that names a technique`,
      `${lineOf('"target_ref": "attack-pattern--7"')} warning stix/broken-relationship Unexpected \`attack-pattern--7\` as \`target_ref\`, expected an object of this bundle`,
      `${lineOf('"source_ref": "intrusion-set--8"')} warning stix/broken-relationship Unexpected \`intrusion-set--8\` as \`source_ref\`, expected an object of this bundle`,
      `${lineOf('"name": "Pattern 2"')} note stix/unused-technique Unexpected attack pattern \`Pattern 2\` that nobody uses, expected a relationship or a report`,
    ]);
  });

  test('a fault that a file has a thousand times is told five times and summed up once', () => {
    const patterns = Array.from({ length: 1000 }, (_, number) => aPattern(number));
    const content = read(aStixActor('intrusion-set--1', 'Grey Lantern'), ...patterns);
    expect(told(content)).toHaveLength(6);
    expect(told(content)[5]).toMatch(
      /Unexpected 995 further attack patterns from here on, expected ones with an ATT&CK reference$/,
    );
  });

  test('findings of a bundle are its draft’s: nobody hears of them until the config names it', () => {
    const { threats, findings } = read(aPattern(1));
    expect(findings).toEqual([]);
    expect(threats[0]?.findings).toHaveLength(1);
  });
});

describe('what is no profile', () => {
  test.each(['x-mitre-collection', 'x-mitre-matrix'])(
    'a bundle with an object of type %s is ATT&CK',
    (type) => {
      const content = read(
        { type, id: `${type}--1`, name: 'ATT&CK' },
        aStixActor('intrusion-set--1', 'APT29'),
      );
      expect(content).toMatchObject({ isRecognised: true, threats: [], ignored: 'that are ATT&CK bundles' });
    },
  );

  test.each([
    ['indicators alone', [{ type: 'indicator', id: 'indicator--1', pattern: '[a:b = 1]' }]],
    ['no object at all', []],
  ])('a bundle of %s says so', (_what, objects) => {
    expect(read(...objects)).toMatchObject({
      threats: [],
      ignored: 'that are STIX bundles without actors or techniques',
    });
  });

  test.each([
    '{"type":"bundle"}',
    '{"type":"report","objects":[]}',
    '[{"type":"bundle"}]',
    '3',
    '{"objects":[]}',
  ])('%s is not recognised', (text) => {
    expect(readWith(stix, 'a.json', text).isRecognised).toBe(false);
  });
});

describe('what somebody wants to break it with', () => {
  test('references in a circle, to itself, to nothing and of other kinds', () => {
    const content = read(
      aUse('relationship--1', 'relationship--1', { id: 'relationship--1' }),
      aUse('intrusion-set--1', 'intrusion-set--2'),
      aUse('intrusion-set--2', 'intrusion-set--1'),
      aStixActor('intrusion-set--1', 'A'),
      aStixActor('intrusion-set--2', 'B'),
      aPattern(1, 'T1105'),
      aUse('attack-pattern--1', 'attack-pattern--1'),
      aUse('intrusion-set--1', 'attack-pattern--1', {
        source_ref: { a: 1 },
        target_ref: ['attack-pattern--1'],
      }),
      { type: 'report', id: 'report--1', object_refs: { length: 3 } },
      null,
      [],
      7,
      { type: 'relationship' },
      { id: 'x' },
    );
    expect(uses(content)).toEqual([]);
    expect(content.threats[0]?.actors).toHaveLength(2);
  });

  test('names of JavaScript’s own properties are names', () => {
    const text = aBundle(
      { ...aStixActor('intrusion-set--1', '__proto__'), aliases: ['constructor', 'toString'] },
      { ...aPattern(1, 'T1105'), id: '__proto__' },
      aUse('intrusion-set--1', '__proto__'),
    ).replace('"spec_version"', '"__proto__": {"revoked": true}, "spec_version"');
    const content = readWith(stix, 'a.json', text);
    expect(uses(content)).toEqual([['__proto__', 'T1105']]);
    expect(({} as Record<string, unknown>)['revoked']).toBeUndefined();
  });

  test('a description of brackets alone is read', () => {
    const content = read(
      aStixActor('intrusion-set--1', 'A'),
      aPattern(1, 'T1105'),
      aUse('intrusion-set--1', 'attack-pattern--1', { description: '['.repeat(500_000) }),
    );
    expect(content.threats).toHaveLength(1);
  });

  test('100,000 objects are read to the last', { timeout: 120_000 }, () => {
    const half = 50_000;
    const text = JSON.stringify({
      type: 'bundle',
      objects: [
        aStixActor('intrusion-set--1', 'A'),
        ...Array.from({ length: half }, (_, number) => aPattern(number, 'T1105')),
        ...Array.from({ length: half }, (_, number) =>
          aUse('intrusion-set--1', `attack-pattern--${number % 2 === 0 ? number : number + half}`),
        ),
      ],
    });
    const content = readWith(stix, 'a.json', text);
    expect(content.threats[0]?.procedures).toHaveLength(half / 2);
    expect(told(content)).toHaveLength(12);
  });
});
