import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { AttackError } from '../../src/attack/attack-error.ts';
import { readBundle } from '../../src/attack/stix/read-bundle.ts';
import { bundleBytes, COLLECTION, MATRIX, object, OBJECTS, TACTICS, technique } from './small-bundle.ts';

function failure(bytes: Uint8Array, name?: string): string {
  try {
    readBundle(bytes, name);
  } catch (error) {
    if (error instanceof AttackError) return `${error.message}\n${error.hint}`;
    throw error;
  }
  throw new Error('The bundle was read.');
}

const text = (content: string): Uint8Array => new TextEncoder().encode(content);

describe('a STIX bundle', () => {
  test('gives facts by ATT&CK id', () => {
    expect(readBundle(bundleBytes()).facts).toMatchInlineSnapshot(`
      {
        "analytics": [
          {
            "dataComponents": [
              "DC0001",
            ],
            "id": "AN0001",
            "logSources": [],
            "name": "Analytic 0001",
            "platforms": [
              "Windows",
            ],
          },
        ],
        "attributions": [
          [
            "C0001",
            "G0001",
          ],
        ],
        "campaigns": [
          {
            "aliases": [],
            "id": "C0001",
            "name": "Operation Kelp",
          },
        ],
        "dataComponents": [
          {
            "id": "DC0001",
            "name": "Process Creation",
          },
        ],
        "detectionStrategies": [
          {
            "analytics": [
              "AN0001",
            ],
            "id": "DET0001",
            "name": "See It",
          },
        ],
        "detects": [
          [
            "DET0001",
            "T1001",
          ],
        ],
        "domain": "enterprise",
        "groups": [
          {
            "aliases": [
              "OTTER-9",
            ],
            "id": "G0001",
            "name": "Crimson Otter",
          },
        ],
        "mitigates": [
          [
            "M1001",
            "T1001",
          ],
        ],
        "mitigations": [
          {
            "id": "M1001",
            "name": "Lock It",
          },
        ],
        "software": [
          {
            "aliases": [],
            "id": "S0001",
            "kind": "tool",
            "name": "otterctl",
            "platforms": [],
          },
          {
            "aliases": [
              "kload",
            ],
            "id": "S0002",
            "kind": "malware",
            "name": "KelpLoader",
            "platforms": [
              "Windows",
            ],
          },
        ],
        "tactics": [
          {
            "id": "TA0002",
            "name": "Execution",
            "shortname": "execution",
          },
          {
            "id": "TA0001",
            "name": "Initial Access",
            "shortname": "initial-access",
          },
        ],
        "techniques": [
          {
            "id": "T1001",
            "name": "Technique T1001",
            "platforms": [
              "Windows",
              "Linux",
            ],
            "state": "active",
            "tactics": [
              "execution",
            ],
            "version": "1.0",
          },
          {
            "id": "T1001.001",
            "name": "Technique T1001.001",
            "parent": "T1001",
            "platforms": [
              "Windows",
              "Linux",
            ],
            "state": "active",
            "tactics": [
              "execution",
            ],
            "version": "1.0",
          },
          {
            "id": "T1002",
            "name": "Technique T1002",
            "platforms": [
              "Windows",
              "Linux",
            ],
            "revokedBy": "T1001.001",
            "state": "revoked",
            "tactics": [
              "execution",
            ],
            "version": "1.0",
          },
          {
            "id": "T1003",
            "name": "Technique T1003",
            "platforms": [
              "Windows",
              "Linux",
            ],
            "state": "deprecated",
            "tactics": [
              "execution",
            ],
            "version": "1.0",
          },
        ],
        "uses": [
          [
            "C0001",
            "T1001",
          ],
          [
            "G0001",
            "S0001",
          ],
          [
            "G0001",
            "T1001",
          ],
          [
            "S0002",
            "T1001",
          ],
        ],
        "version": "42.1",
      }
    `);
  });

  test('gives prose by ATT&CK id and by pair', () => {
    expect(readBundle(bundleBytes()).prose).toMatchInlineSnapshot(`
      {
        "citations": Map {
          "Report 2020" => {
            "description": "A. Nalyst. (2020). Report.",
            "name": "Report 2020",
            "url": "https://reports.example/2020",
          },
        },
        "descriptions": Map {
          "T1001" => "Prose of a technique. (Citation: Report 2020)",
          "G0001" => "Prose of a group.",
          "M1001" => "Prose of a mitigation.",
        },
        "detections": Map {
          "T1001" => "How to see it.",
        },
        "mitigations": Map {
          "M1001>T1001" => "Prose of a mitigation of a technique.",
        },
        "procedures": Map {
          "G0001>T1001" => "Prose of a procedure. (Citation: Report 2020)",
        },
      }
    `);
  });

  test('reads the same as STIX 2.0 and 2.1, plain and gzip', () => {
    const plain = readBundle(bundleBytes(OBJECTS, '2.0'));
    expect(readBundle(bundleBytes(OBJECTS, '2.1'))).toEqual(plain);
    expect(readBundle(gzipSync(bundleBytes(OBJECTS, '2.0')))).toEqual(plain);
    expect(readBundle(gzipSync(bundleBytes(OBJECTS, '2.1')))).toEqual(plain);
  });

  test('does not depend on the order of its objects', () => {
    expect(readBundle(bundleBytes(OBJECTS.toReversed())).facts).toEqual(readBundle(bundleBytes()).facts);
  });

  test('leaves out a broken object with a warning and reads the rest', () => {
    const broken = [
      { type: 'attack-pattern', id: 'attack-pattern--1', name: 7 },
      { type: 'relationship', id: 'relationship--1', relationship_type: 'uses' },
      'no object',
      { ...technique('T1009'), external_references: [] },
      object('attack-pattern', '../../T1010', 'Path'),
    ];
    const { facts, warnings } = readBundle(bundleBytes([...broken, ...OBJECTS]));
    expect(facts).toEqual(readBundle(bundleBytes()).facts);
    expect(warnings).toMatchInlineSnapshot(`
      [
        "\`attack-pattern--1\` is left out: \`name\`: Invalid input: expected string, received number.",
        "\`relationship--1\` is left out: \`source_ref\`: Invalid input: expected string, received undefined.",
        "Object 2 of the bundle is a JSON string without a type; it is left out.",
        "\`attack-pattern--T1009\` (Technique T1009) is left out: it has no ATT&CK id.",
        "\`attack-pattern--../../T1010\` (Path) is left out: it has no ATT&CK id.",
      ]
    `);
  });

  test('tells the first twenty broken objects and counts the others', () => {
    const broken = Array.from({ length: 25 }, () => ({ type: 'tool', id: 'tool--1' }));
    const { warnings } = readBundle(bundleBytes([...OBJECTS, ...broken]));
    expect(warnings).toHaveLength(21);
    expect(warnings.at(-1)).toBe('5 further objects are left out.');
  });

  test('takes the version from its name when it has no collection', () => {
    const bytes = bundleBytes(OBJECTS.filter((one) => one !== COLLECTION));
    expect(readBundle(bytes, '/data/enterprise-attack-8.2.json').facts.version).toBe('8.2');
    expect(
      readBundle(bytes, 'https://x.example/cti/ATT%26CK-v8.2/enterprise-attack.json').facts.version,
    ).toBe('8.2');
    expect(failure(bytes, 'enterprise-attack.json')).toMatchInlineSnapshot(`
      "This STIX bundle does not say which ATT&CK version it is: it has no x-mitre-collection with an x_mitre_version.
      Name the file after domain and version, for example enterprise-attack-8.2.json."
    `);
  });

  test('that states a version keeps it, whatever its name', () => {
    expect(readBundle(bundleBytes(), 'enterprise-attack-8.2.json').facts.version).toBe('42.1');
  });

  test('of several domains is refused', () => {
    const mobile = object('x-mitre-matrix', 'mobile-attack', 'Mobile ATT&CK', { tactic_refs: [] });
    expect(failure(bundleBytes([...OBJECTS, mobile]))).toMatchInlineSnapshot(`
      "This STIX bundle mixes ATT&CK domains: enterprise, mobile.
      Use the bundle of each domain on its own, as MITRE publishes them."
    `);
  });

  test('without a matrix of a known domain is refused', () => {
    expect(failure(bundleBytes([COLLECTION, ...TACTICS]))).toMatchInlineSnapshot(`
      "This STIX bundle holds no matrix and no tactics of ATT&CK enterprise, mobile or ICS.
      Bundles of single objects, PRE-ATT&CK and other knowledge bases cannot be read."
    `);
  });

  test('without a matrix is of the domain its tactics name', () => {
    const tactic = object('x-mitre-tactic', 'TA0100', 'Collection', {
      x_mitre_shortname: 'collection',
      x_mitre_domains: ['ics-attack'],
    });
    expect(readBundle(bundleBytes([COLLECTION, tactic])).facts.domain).toBe('ics');
  });

  test('ignores a deprecated matrix', () => {
    const old = object('x-mitre-matrix', 'mobile-attack', 'Old', {
      tactic_refs: [],
      x_mitre_deprecated: true,
    });
    expect(readBundle(bundleBytes([old, ...OBJECTS])).facts.domain).toBe('enterprise');
  });

  test('lists tactics in no matrix last', () => {
    const extra = object('x-mitre-tactic', 'TA0000', 'Zero', { x_mitre_shortname: 'zero' });
    const { facts } = readBundle(bundleBytes([extra, COLLECTION, MATRIX, ...TACTICS]));
    expect(facts.tactics.map(({ id }) => id)).toEqual(['TA0002', 'TA0001', 'TA0000']);
  });
});

test.each([
  ['an empty file', new Uint8Array()],
  ['a cut gzip file', gzipSync(bundleBytes()).subarray(0, 200)],
  ['a binary file', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0xff])],
  ['a web page', text('<!DOCTYPE html><title>404</title>')],
  ['a Git LFS pointer', text('version https://git-lfs.github.com/spec/v1\noid sha256:0\n')],
  ['text', text('hello')],
  ['a cut bundle', bundleBytes().subarray(0, 200)],
  ['a list', text('[]')],
  ['a single STIX object', text('{"type":"malware"}')],
  ['a bundle without objects', text('{"type":"bundle"}')],
  ['a Navigator layer', text('{"name":"x","versions":{"layer":"4.5"},"techniques":[]}')],
])('%s is told from a bundle by name', (_what, bytes) => {
  expect(failure(bytes)).toMatchSnapshot();
});

test('a small gzip file that unpacks to a huge one is refused, not unpacked', () => {
  const bomb = gzipSync(Buffer.alloc(300 * 1024 * 1024));
  expect(bomb.length).toBeLessThan(1_000_000);
  expect(() => readBundle(bomb)).toThrow('unpacks to more than 256 MiB');
});
