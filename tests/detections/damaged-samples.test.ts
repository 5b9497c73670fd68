import fc from 'fast-check';
import { expect, test } from 'vitest';
import { datadog } from '../../src/detections/formats/datadog.ts';
import { elasticEndpoint } from '../../src/detections/formats/elastic-endpoint.ts';
import { elasticExport } from '../../src/detections/formats/elastic-export.ts';
import { kql } from '../../src/detections/formats/kql.ts';
import { osquery } from '../../src/detections/formats/osquery.ts';
import { plainMarkdown } from '../../src/detections/formats/plain-markdown.ts';
import { plain } from '../../src/detections/formats/plain.ts';
import type { Reader } from '../../src/readers/reader.ts';
import { readWith } from '../reading.ts';

const THREAT = '[{"framework":"MITRE ATT&CK","tactic":{"id":"TA0002"},"technique":[{"id":"T1059"}]}]';

const SAMPLES: [Reader, string, string][] = [
  [
    elasticEndpoint,
    'a.toml',
    '[rule]\nid = "a"\nname = "b"\nos_list = ["linux"]\nquery = "c"\n[[threat]]\nframework = "MITRE ATT&CK"\n[[threat.technique]]\nid = "T1059"\n',
  ],
  [
    elasticExport,
    'a.ndjson',
    `{"rule_id":"a","name":"b","type":"eql","severity":"low","threat":${THREAT}}\n{"exported_count":1,"missing_rules":[]}\n`,
  ],
  [
    elasticExport,
    'a.json',
    `[{"rule_id":"a","name":"b","type":"eql","threat":${THREAT}},\n{"rule_id":"c","name":"d","type":"query"}]`,
  ],
  [
    datadog,
    'a.json',
    '{"data":[{"name":"a","message":"# G\\nb","cases":[{"status":"low"}],"queries":[{"query":"c"}],"tags":["technique:T1059","tactic:TA0002-x"]}]}',
  ],
  [
    osquery,
    'a.sql',
    '-- A\n-- tags: x\n-- platform: linux\n-- refs: https://attack.mitre.org/techniques/T1059/\nSELECT 1;\n',
  ],
  [kql, 'a.kql', '// A\n// Author: B, C\n// Date: 2026-01-01\nSigninLogs\n'],
  [
    plain,
    'a.yaml',
    'title: A\ntechniques: [T1059, {id: T1105}]\nseverity: high\nlogsource: {product: okta}\n',
  ],
  [plainMarkdown, 'a.md', '---\ntitle: A\ntechniques: [T1059]\n---\n# A\n\n```kql\na\n```\n'],
];

const piece = fc.oneof(
  fc.constantFrom(
    '\0',
    '"',
    "'",
    '{',
    '}',
    '[',
    ']',
    ':',
    ',',
    '\n',
    '---\n',
    '--',
    '//',
    '"""',
    '`',
    'null',
    '{}',
    '__proto__',
  ),
  fc.string({ maxLength: 12 }),
);

test.each(SAMPLES)(
  'a damaged sample of $id gives rules, findings or nothing, never an error',
  (reader, path, text) => {
    expect(readWith(reader, path, text).detections.length).toBeGreaterThan(0);
    const damage = fc.tuple(fc.nat(text.length), fc.nat(30), piece);
    fc.assert(
      fc.property(fc.array(damage, { minLength: 1, maxLength: 3 }), (damages) => {
        const damaged = damages.reduce(
          (whole, [at, length, inserted]) => whole.slice(0, at) + inserted + whole.slice(at + length),
          text,
        );
        const { detections, findings } = readWith(reader, path, damaged);
        for (const { message } of findings) expect(message).toMatch(/^Un(?:expected|readable) [^\n]+$/);
        for (const { ordinal, mappings, tactics, title } of detections) {
          expect(title).not.toBe('');
          for (const { pointer } of [...mappings, ...tactics])
            expect(reader.locate(damaged, ordinal, pointer)).toBeDefined();
        }
      }),
      { numRuns: 300, seed: 19 },
    );
  },
);
