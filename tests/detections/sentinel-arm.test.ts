import { expect, test } from 'vitest';
import { sentinelArm } from '../../src/detections/formats/sentinel-arm.ts';
import { damagedCopies } from '../damaged.ts';
import { readWith } from '../reading.ts';
import { parseFile } from '../parse-file.ts';

const TYPE = 'Microsoft.OperationalInsights/workspaces/providers/alertRules';
const ID = '2d0a7c1e-3333-4a51-8f0e-2b8c5b8f9d10';

function rule(properties: object, resource: object = {}): Record<string, unknown> {
  return {
    id: `[concat(resourceId('Microsoft.OperationalInsights/workspaces/providers', parameters('workspace'), 'Microsoft.SecurityInsights'),'/alertRules/${ID}')]`,
    name: `[concat(parameters('workspace'),'/Microsoft.SecurityInsights/${ID}')]`,
    type: TYPE,
    kind: 'Scheduled',
    apiVersion: '2023-12-01-preview',
    properties: {
      displayName: 'Many Failed Sign-ins',
      description: "'Finds an address that fails.'",
      severity: 'Medium',
      enabled: true,
      query: 'SigninLogs\n| where ResultType != 0',
      queryFrequency: 'PT1H',
      tactics: ['CredentialAccess', 'PreAttack'],
      techniques: ['T1110', 'T1078'],
      subTechniques: ['T1110.003'],
      ...properties,
    },
    ...resource,
  };
}

function template(...resources: unknown[]): string {
  return JSON.stringify(
    {
      $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
      contentVersion: '1.0.0.0',
      parameters: { workspace: { type: 'String' } },
      resources,
    },
    undefined,
    2,
  );
}

test('a rule is read field by field', () => {
  const { detections, findings } = readWith(sentinelArm, 'a.json', template(rule({})));
  expect(findings).toEqual([]);
  expect(detections).toMatchInlineSnapshot(`
    [
      {
        "actors": [],
        "authors": [],
        "description": "Finds an address that fails.",
        "enabled": true,
        "falsePositives": [],
        "format": "sentinel-arm",
        "id": "2d0a7c1e-3333-4a51-8f0e-2b8c5b8f9d10",
        "language": "kql",
        "lines": {
          "from": 10,
          "to": 35,
        },
        "logSources": [],
        "mappings": [
          {
            "id": "T1110",
            "path": true,
            "pointer": [
              "resources",
              0,
              "properties",
              "techniques",
              0,
            ],
            "provenance": "declared",
            "written": "T1110",
          },
          {
            "id": "T1078",
            "pointer": [
              "resources",
              0,
              "properties",
              "techniques",
              1,
            ],
            "provenance": "declared",
            "written": "T1078",
          },
          {
            "id": "T1110.003",
            "pointer": [
              "resources",
              0,
              "properties",
              "subTechniques",
              0,
            ],
            "provenance": "declared",
            "written": "T1110.003",
          },
        ],
        "ordinal": 0,
        "platforms": [],
        "query": "SigninLogs
    | where ResultType != 0",
        "references": [],
        "refersTo": [],
        "related": [],
        "severity": "medium",
        "simulations": [],
        "status": "unknown",
        "tactics": [
          {
            "pointer": [
              "resources",
              0,
              "properties",
              "tactics",
              0,
            ],
            "written": "CredentialAccess",
          },
        ],
        "tags": [
          "PreAttack",
        ],
        "tests": [],
        "title": "Many Failed Sign-ins",
      },
    ]
  `);
});

test('the technique above a sub-technique is the way to it', () => {
  const [read] = readWith(sentinelArm, 'a.json', template(rule({}))).detections;
  expect(read?.mappings.map(({ id, path }) => [id, path])).toEqual([
    ['T1110', true],
    ['T1078', undefined],
    ['T1110.003', undefined],
  ]);
});

test('sub-techniques may be absent, and full ids may stand among the techniques', () => {
  const text = template(rule({ techniques: ['T1059.001', 'AML.T0051'], subTechniques: null }));
  const [read] = readWith(sentinelArm, 'a.json', text).detections;
  expect(read?.mappings.map(({ id }) => id)).toEqual(['T1059.001']);
  expect(read?.tags).toEqual(['PreAttack', 'AML.T0051']);
});

test('several rules stand in one file, each with its own lines and the place of its resource', () => {
  const workbook = { type: 'Microsoft.Insights/workbooks', properties: {} };
  const text = template(
    rule({ displayName: 'One' }),
    workbook,
    rule({ displayName: 'Two' }, { kind: 'NRT' }),
  );
  const { detections } = readWith(sentinelArm, 'a.json', text);
  expect(detections.map(({ title, ordinal }) => [title, ordinal])).toEqual([
    ['One', 0],
    ['Two', 2],
  ]);
  const lines = text.split('\n');
  for (const {
    title,
    lines: { from, to },
    ordinal,
  } of detections) {
    expect(lines[from - 1]).toBe('    {');
    expect(lines[to - 1]?.trimEnd()).toMatch(/^ {4}\},?$/);
    expect(lines.slice(from - 1, to).join('\n')).toContain(`"displayName": "${title}"`);
    // What is about the whole rule is shown where it begins.
    expect(sentinelArm.locate(text, ordinal, [])?.line).toBe(from);
  }
});

test('every mapping is found where it is written, and its span holds no more', () => {
  const text = template(rule({ displayName: 'One' }), rule({ displayName: 'Two' }));
  const lines = text.split('\n');
  for (const { mappings, tactics, ordinal, lines: place } of readWith(sentinelArm, 'a.json', text)
    .detections) {
    for (const { written, pointer } of [...mappings, ...tactics]) {
      const range = sentinelArm.locate(text, ordinal, pointer);
      expect(lines[(range?.line ?? 0) - 1]).toContain(`"${written}"`);
      expect(range?.line).toBeGreaterThan(place.from);
      expect(range?.line).toBeLessThan(place.to);
      const span = sentinelArm.valueSpan?.(text, ordinal, pointer);
      expect(text.slice(span?.start, span?.end)).toBe(`"${written}"`);
    }
  }
});

test('a rule that is switched off or given up says so', () => {
  const off = readWith(sentinelArm, 'a.json', template(rule({ enabled: false }))).detections;
  expect(off).toMatchObject([{ enabled: false }]);
  const computed = readWith(
    sentinelArm,
    'a.json',
    template(rule({ enabled: "[parameters('on')]" })),
  ).detections;
  expect(computed).toMatchObject([{ enabled: true }]);
  const given = readWith(
    sentinelArm,
    'a.json',
    template(rule({ displayName: '[[Deprecated] Old' })),
  ).detections;
  expect(given).toMatchObject([{ title: '[Deprecated] Old', status: 'deprecated' }]);
});

test('rules are found in nested templates, under symbolic names, in answers of the interface, and alone', () => {
  const nested = {
    type: 'Microsoft.Resources/deployments',
    properties: { template: { resources: [rule({})] } },
  };
  const child = {
    type: 'Microsoft.OperationalInsights/workspaces',
    resources: [rule({}, { type: 'providers/alertRules' })],
  };
  const symbolic = JSON.stringify({
    languageVersion: '2.0',
    resources: { first: rule({}), second: rule({}) },
  });
  const answer = JSON.stringify({
    value: [rule({}, { name: ID, type: 'Microsoft.SecurityInsights/alertRules' })],
  });
  const pointers = (text: string) =>
    readWith(sentinelArm, 'a.json', text).detections.map(({ ordinal, mappings }) => [
      ordinal,
      mappings[0]?.pointer.slice(0, -2).join('/'),
    ]);
  expect(pointers(template(nested, child))).toEqual([
    [1, 'resources/0/properties/template/resources/0/properties'],
    [3, 'resources/1/resources/0/properties'],
  ]);
  expect(pointers(symbolic)).toEqual([
    [0, 'resources/first/properties'],
    [1, 'resources/second/properties'],
  ]);
  expect(pointers(answer)).toEqual([[0, 'value/0/properties']]);
  expect(pointers(JSON.stringify(rule({})))).toEqual([[0, 'properties']]);
});

test('a severity off the scale is a finding; one that is computed is not', () => {
  const text = template(rule({ severity: 'Grave' }), rule({ severity: "[parameters('severity')]" }));
  const { detections, findings } = readWith(sentinelArm, 'a.json', text);
  expect(detections.map(({ severity }) => severity)).toEqual([undefined, undefined]);
  expect(findings).toMatchObject([{ rule: 'sentinel/invalid-value', range: { line: 19 } }]);
  expect(text.split('\n')[18]).toContain('Grave');
});

test.for([
  [
    'with Sentinel rules that have no query',
    template(
      rule({ query: undefined }, { kind: 'Fusion' }),
      rule({}, { kind: 'MicrosoftSecurityIncidentCreation' }),
    ),
  ],
  [
    'that are packages of Sentinel solutions',
    template({ type: 'Microsoft.OperationalInsights/workspaces/providers/contentTemplates', properties: {} }),
  ],
] as const)('%s: files that hold no rule say why', ([ignored, text]) => {
  expect(readWith(sentinelArm, 'a.json', text)).toMatchObject({
    isRecognised: true,
    ignored,
    detections: [],
  });
});

test('values of the wrong kind read as not stated and never throw', () => {
  const odd = {
    displayName: [1],
    description: {},
    severity: {},
    tactics: {},
    techniques: [[1], null],
    subTechniques: 5,
    tags: 1,
  };
  const text = template(null, 7, [rule({})], rule(odd, { name: {}, id: [] }), rule({}, { properties: [] }));
  const { detections } = readWith(sentinelArm, 'a.json', text);
  expect(detections).toMatchObject([
    { title: 'Untitled rule', tactics: [], mappings: [{ id: '5' }], ordinal: 0 },
  ]);
  expect(detections[0]).not.toHaveProperty('id');
});

test('nesting without end is a finding, not an error', () => {
  const one = JSON.stringify(rule({}));
  const deep = `${'{"type":"a/b","resources":['.repeat(20_000)}${one}${']}'.repeat(20_000)}`;
  const text = `{"resources": [${one}, ${deep}]}`;
  expect(parseFile('a.json', Buffer.from(text))).toMatchObject({
    finding: { message: expect.stringContaining('nested more than 100 levels deep') as string },
  });
});

test('a large template is read in a moment', () => {
  const text = template(...Array.from({ length: 3000 }, () => rule({})));
  expect(readWith(sentinelArm, 'a.json', text).detections).toHaveLength(3000);
});

test('JSON of other tools is not taken for rules of Sentinel', () => {
  for (const data of [
    { resources: [{ type: 'Microsoft.Logic/workflows' }] },
    { resources: [{ type: 'Microsoft.SecurityInsights/automationRules', properties: {} }] },
    { value: [{ rule_id: 'a' }] },
    [rule({})],
    { type: 'eql', query: 'x' },
    7,
  ]) {
    expect(readWith(sentinelArm, 'a.json', JSON.stringify(data)).isRecognised).toBe(false);
  }
});

test('a damaged file gives findings or rules, never an error', () => {
  let read = 0;
  for (const text of damagedCopies(template(rule({})))) {
    const { detections, findings } = readWith(sentinelArm, 'a.json', text);
    for (const { message } of findings) expect(message).toMatch(/^Un(?:expected|readable) [^\n]+$/);
    for (const { mappings, tactics, ordinal } of detections) {
      read += 1;
      for (const { pointer } of [...mappings, ...tactics]) sentinelArm.locate(text, ordinal, pointer);
    }
  }
  expect(read).toBeGreaterThan(100);
});
