import { expect, test } from 'vitest';
import type { DetectionDraft } from '../../src/detections/detection.ts';
import { sentinel } from '../../src/detections/formats/sentinel.ts';
import { sentinelHunts } from '../../src/playbooks/formats/sentinel-hunt.ts';
import { damagedCopies } from '../damaged.ts';
import { readWith } from '../reading.ts';

const RULE = `id: 2d0a7c1e-1111-4a51-8f0e-2b8c5b8f9d10
name: Many Failed Sign-ins
version: 1.0.3
kind: Scheduled
description: |
  'Finds an address that fails to sign in many times.
  It knows neither users nor reasons.'
description-detailed: |
  'Start with the address, then look at the users.'
severity: High
status: Available
requiredDataConnectors:
  - connectorId: AzureActiveDirectory
    dataTypes:
      - SigninLogs
      - AADNonInteractiveUserSignInLogs
  - connectorId: BehaviorAnalytics
queryFrequency: 1d
queryPeriod: 1d
triggerOperator: gt
triggerThreshold: 0
tactics:
  - InitialAccess
  - CredentialAccess
  - PreAttack
relevantTechniques:
  - T1078
  - T1110.003
tags:
  - DEV-0537
  - Schema: ASIMAuthentication
  - SchemaVersion: 0.1.0
query: |
  SigninLogs
  | where ResultType != 0 // failed
  | summarize count() by IPAddress
entityMappings:
  - entityType: IP
    fieldMappings:
      - identifier: Address
        columnName: IPAddress
metadata:
  author:
    name: A. Analyst
  source:
    kind: Community
`;

function only(text: string): DetectionDraft {
  const { detections, findings } = readWith(sentinel, 'Detections/a.yaml', text);
  expect(findings).toEqual([]);
  expect(detections).toHaveLength(1);
  return detections[0]!;
}

test('a scheduled rule is read field by field', () => {
  expect(only(RULE)).toMatchInlineSnapshot(`
    {
      "actors": [],
      "authors": [
        "A. Analyst",
      ],
      "description": "Finds an address that fails to sign in many times.
    It knows neither users nor reasons.",
      "enabled": true,
      "falsePositives": [],
      "format": "sentinel",
      "guide": "Start with the address, then look at the users.",
      "id": "2d0a7c1e-1111-4a51-8f0e-2b8c5b8f9d10",
      "language": "kql",
      "lines": {
        "from": 1,
        "to": 46,
      },
      "logSources": [
        "AzureActiveDirectory · SigninLogs",
        "AzureActiveDirectory · AADNonInteractiveUserSignInLogs",
        "BehaviorAnalytics",
      ],
      "mappings": [
        {
          "id": "T1078",
          "pointer": [
            "relevantTechniques",
            0,
          ],
          "provenance": "declared",
          "written": "T1078",
        },
        {
          "id": "T1110.003",
          "pointer": [
            "relevantTechniques",
            1,
          ],
          "provenance": "declared",
          "written": "T1110.003",
        },
      ],
      "ordinal": 0,
      "platforms": [],
      "query": "SigninLogs
    | where ResultType != 0 // failed
    | summarize count() by IPAddress",
      "references": [],
      "refersTo": [],
      "related": [],
      "severity": "high",
      "simulations": [],
      "status": "production",
      "tactics": [
        {
          "pointer": [
            "tactics",
            0,
          ],
          "written": "InitialAccess",
        },
        {
          "pointer": [
            "tactics",
            1,
          ],
          "written": "CredentialAccess",
        },
      ],
      "tags": [
        "DEV-0537",
        "Schema: ASIMAuthentication",
        "SchemaVersion: 0.1.0",
        "PreAttack",
      ],
      "tests": [],
      "title": "Many Failed Sign-ins",
    }
  `);
});

test('a rule that runs all the time is a rule as well, and so is one without a kind that has a trigger', () => {
  expect(only(RULE.replace('kind: Scheduled', 'kind: NRT')).format).toBe('sentinel');
  expect(only(RULE.replace('kind: Scheduled\n', '')).format).toBe('sentinel');
  const hunt = RULE.replace('kind: Scheduled\n', '').replace('triggerOperator: gt\n', '');
  expect(readWith(sentinel, 'a.yaml', hunt).detections).toEqual([]);
  expect(readWith(sentinelHunts, 'a.yaml', hunt).playbooks).toHaveLength(1);
});

test('one pair of quotes around a description goes, and no other', () => {
  const description = (written: string) =>
    only(RULE.replace(/description: \|\n.*\n.*\n/, `description: ${written}\n`)).description;
  expect(description('|\n  Plain.')).toBe('Plain.');
  expect(description(`|\n  'It''s ''quoted'' twice.'`)).toBe("It''s ''quoted'' twice.");
  expect(description(`|\n  'Opened only.`)).toBe("'Opened only.");
  expect(description(`|\n  Finds 'this' and 'that'`)).toBe("Finds 'this' and 'that'");
  expect(description(`|\n  '`)).toBe("'");
  expect(description(`|\n  ''`)).toBeUndefined();
});

test.for([
  ['Command And Control', 'Command And Control'],
  ['Command and control', 'Command and control'],
  ['CommandAndControl', 'CommandAndControl'],
  ['TA0011', 'TA0011'],
  ['InhibitResponseFunction', 'InhibitResponseFunction'],
  // A tactic nobody knows stays one, to be reported.
  ['Persistance', 'Persistance'],
] as const)('`%s` is kept as a tactic', ([written, tactic]) => {
  const rule = only(RULE.replace('- PreAttack', `- ${written}`));
  expect(rule.tactics[2]).toEqual({ written: tactic, pointer: ['tactics', 2] });
});

test.for(['PreAttack', 'Ransomware', 'Vulnerability', 'Exploit', 'Misconfiguration', '"Malware, component"'])(
  "`%s` is none of ATT&CK's tactics but a tag",
  (written) => {
    const rule = only(RULE.replace('- PreAttack', `- ${written}`));
    expect(rule.tactics.map((tactic) => tactic.written)).toEqual(['InitialAccess', 'CredentialAccess']);
    expect(rule.tags).toContain(written.replaceAll('"', ''));
  },
);

test('techniques may be absent, null, empty or one text', () => {
  const mappings = (written: string) =>
    only(RULE.replace(/relevantTechniques:\n.*\n.*\n/, written)).mappings.map(({ id }) => id);
  expect(mappings('')).toEqual([]);
  expect(mappings('relevantTechniques:\n')).toEqual([]);
  expect(mappings('relevantTechniques: []\n')).toEqual([]);
  expect(mappings('relevantTechniques: T1078\n')).toEqual(['T1078']);
  expect(mappings('relevantTechniques: T1078, T1110.003\n')).toEqual(['T1078', 'T1110.003']);
  expect(mappings('relevantTechniques: [null, T1078, AML.T0051]\n')).toEqual(['T1078']);
  const rule = only(RULE.replace(/relevantTechniques:\n.*\n.*\n/, ''));
  expect(rule.tactics).toHaveLength(2);
});

test('every mapping is found where it is written', () => {
  const { mappings, tactics } = only(RULE);
  const lines = RULE.split('\n');
  for (const { written, pointer } of [...mappings, ...tactics]) {
    const range = sentinel.locate(RULE, 0, pointer);
    expect(lines[(range?.line ?? 0) - 1]?.slice((range?.column ?? 0) - 1)).toBe(written);
  }
});

test('a rule that is given up says so in its title', () => {
  expect(only(RULE.replace('name: Many', 'name: "[Deprecated] Many').replace('ins\n', 'ins"\n')).status).toBe(
    'deprecated',
  );
  expect(only(RULE.replace('status: Available\n', '')).status).toBe('unknown');
  expect(only(RULE.replace('name: Many', 'name: Deprecated Many')).status).toBe('production');
});

test('a rule that is switched off says so', () => {
  expect(only(`enabled: false\n${RULE}`).enabled).toBe(false);
});

test('a severity off the scale is a finding and reads as not stated', () => {
  const { detections, findings } = readWith(
    sentinel,
    'a.yaml',
    RULE.replace('severity: High', 'severity: Grave'),
  );
  expect(detections[0]?.severity).toBeUndefined();
  expect(findings).toEqual([
    {
      rule: 'sentinel/invalid-value',
      severity: 'warning',
      message:
        'Unexpected `severity` `Grave`, expected `High`, `Medium`, `Low` or `Informational`; it reads as not stated',
      hint: 'Correct `severity`.',
      range: { line: 10, column: 11, endLine: 10, endColumn: 16 },
    },
  ]);
});

test.for([
  [
    'that are Sentinel functions',
    'id: a\nFunction:\n  Title: x\nCategory: Microsoft Sentinel Parser\nFunctionName: x\nFunctionAlias: x\nFunctionQuery: |\n  A\n',
  ],
  ['that are Sentinel functions', 'Parser:\n  Title: x\nParserName: x\nParserQuery: |\n  A\n'],
  [
    'with Sentinel rules that have no query',
    'id: a\nkind: MicrosoftSecurityIncidentCreation\nname: Incidents\nproductFilter: Azure\n',
  ],
] as const)('%s: files that hold no rule say why', ([ignored, text]) => {
  expect(readWith(sentinel, 'a.yaml', text)).toMatchObject({ isRecognised: true, ignored, detections: [] });
});

test('values of the wrong kind read as not stated and never throw', () => {
  const rule = only(`name: 7
query: A
kind: NRT
description: [a]
tactics: {a: b}
relevantTechniques: [[T1078], {a: T1078}]
requiredDataConnectors: [null, {connectorId: [a]}, {dataTypes: [A]}, x]
tags: [null, {__proto__: 1}, {a: {b: c}}, [x], y]
metadata: {author: A}
createdDateUTC: 2020-02-30
`);
  expect(rule).toMatchObject({ title: '7', tactics: [], mappings: [], logSources: ['A'], authors: [] });
  expect(rule.tags).toContain('y');
  expect(rule.created).toBeUndefined();
});

test('YAML of other tools is not taken for Sentinel content', () => {
  for (const text of [
    'name: x\nquery: y\n',
    'name: x\nquery: [y]\ntactics: [Execution]\n',
    'query: y\ntactics: [Execution]\n',
    'kind: Deployment\nname: x\n',
    'title: x\ndetection: {a: 1, condition: a}\nlogsource: {product: b}\n',
    '[]\n',
  ]) {
    expect(readWith(sentinel, 'a.yaml', text).isRecognised, text).toBe(false);
  }
});

test('a damaged file gives findings or rules, never an error', () => {
  let read = 0;
  for (const text of damagedCopies(RULE)) {
    const { detections, findings } = readWith(sentinel, 'a.yaml', text);
    for (const { message } of findings) expect(message).toMatch(/^Un(?:expected|readable) [^\n]+$/);
    for (const { mappings, tactics, ordinal } of detections) {
      read += 1;
      for (const { pointer } of [...mappings, ...tactics]) sentinel.locate(text, ordinal, pointer);
    }
  }
  expect(read).toBeGreaterThan(100);
});
