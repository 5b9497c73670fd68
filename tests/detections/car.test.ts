import { expect, test } from 'vitest';
import type { DetectionDraft } from '../../src/detections/detection.ts';
import { car } from '../../src/detections/formats/car.ts';
import { damagedCopies } from '../damaged.ts';
import { readWith } from '../reading.ts';

const ANALYTIC = `---
title: Odd Child of the Printer
submission_date: 2024/03/9
update_date: 2025/11/30
information_domain: Host
platforms:
  - Windows
  - N/A
subtypes:
  - Process
analytic_types:
  - TTP
contributors:
  - Ada Example
  - Example Labs, Bob Example
id: CAR-2024-03-001
description: |-
  The printer starts nothing.
coverage:
  - technique: T1547
    tactics:
      - TA0003
      - TA0004
    subtechniques:
      - T1547.012
    coverage: Moderate
  - technique: T1106
    tactics: [TA0002]
    coverage: Low
implementations:
  - name: Pseudocode
    description: In words.
    code: |-
      search Process:Create
    data_model: CAR native
    type: psuedocode
  - description: |-
      For **Splunk**.
    code: |-
      index=a parent=spooler
    type: splunk
    data_model: Sysmon native
  - name: Sigma
    description: '[A rule](https://example.org/rule.yml)'
    type: Sigma
unit_tests:
  - configurations:
      - Windows 11
    description: |-
      -   Print a page.
      -   Wait.
    commands:
      - print page.txt
      - timeout 5
  - description: Look.
data_model_references:
  - process/create/exe
  - process/create/parent_exe
  - file/write/path
references:
  - https://example.org/printer
d3fend_mappings:
  - id: D3-PSA
`;

function only(text: string): DetectionDraft {
  const { detections, findings, isRecognised } = readWith(car, 'analytics/a.yaml', text);
  expect(isRecognised).toBe(true);
  expect(findings).toEqual([]);
  expect(detections).toHaveLength(1);
  return detections[0]!;
}

test('an analytic is read field by field', () => {
  const { guide, ...draft } = only(ANALYTIC);
  expect(draft).toEqual({
    format: 'car',
    id: 'CAR-2024-03-001',
    title: 'Odd Child of the Printer',
    description: 'The printer starts nothing.',
    status: 'unknown',
    enabled: true,
    authors: ['Ada Example', 'Example Labs', 'Bob Example'],
    created: '2024-03-09',
    modified: '2025-11-30',
    references: ['https://example.org/printer'],
    falsePositives: [],
    logSources: ['process/create', 'file/write'],
    platforms: ['Windows'],
    language: 'spl',
    query: 'index=a parent=spooler',
    tags: ['TTP', 'Process'],
    mappings: [
      {
        written: 'T1547',
        id: 'T1547',
        provenance: 'declared',
        path: true,
        pointer: ['coverage', 0, 'technique'],
      },
      {
        written: 'T1547.012',
        id: 'T1547.012',
        provenance: 'declared',
        pointer: ['coverage', 0, 'subtechniques', 0],
      },
      {
        written: 'T1106',
        id: 'T1106',
        tactic: 'TA0002',
        provenance: 'declared',
        pointer: ['coverage', 1, 'technique'],
      },
    ],
    tactics: [
      { written: 'TA0003', pointer: ['coverage', 0, 'tactics', 0] },
      { written: 'TA0004', pointer: ['coverage', 0, 'tactics', 1] },
      { written: 'TA0002', pointer: ['coverage', 1, 'tactics', 0] },
    ],
    actors: [],
    related: [],
    tests: [],
    simulations: [
      { type: 'instructions', name: 'Print a page.', steps: ['print page.txt', 'timeout 5'] },
      { type: 'instructions', name: 'Look.' },
    ],
    refersTo: [],
    lines: { from: 1, to: 63 },
    ordinal: 0,
  });
  expect(guide).toBe(`## Implementations

### Pseudocode

*psuedocode, CAR native*

In words.

\`\`\`text
search Process:Create
\`\`\`

### splunk

*Sysmon native*

For **Splunk**.

\`\`\`spl
index=a parent=spooler
\`\`\`

### Sigma

[A rule](https://example.org/rule.yml)

## Unit tests

### Test 1

On Windows 11.

-   Print a page.
-   Wait.

\`\`\`text
print page.txt
timeout 5
\`\`\`

### Test 2

Look.`);
});

test('a sub-technique is found at its line', () => {
  expect(car.locate(ANALYTIC, 0, ['coverage', 0, 'subtechniques', 0])).toEqual({
    line: 25,
    column: 9,
    endLine: 25,
    endColumn: 18,
  });
});

/** An analytic with nothing but implementations of these types, each with code that names it. */
function withTypes(...types: string[]): DetectionDraft {
  const items = types.map((type) => `  - {type: ${type}, code: in ${type}}\n`);
  return only(`id: CAR-2024-03-001\nimplementations:\n${items.join('')}`);
}

test.each([
  [['pseudocode', 'LogPoint', 'Splunk', 'EQL'], 'spl', 'in Splunk'],
  [['Pseudocode', 'EQL', 'LogPoint'], 'eql', 'in EQL'],
  [['splunk', 'Sigma'], 'sigma', 'in Sigma'],
  [['Elastic', 'DNIF'], 'lucene', 'in Elastic'],
  [['psuedocode', 'DNIF'], 'dnif', 'in DNIF'],
  [['pseudocode', 'Pseudocode'], 'text', 'in pseudocode'],
  [['Cobol'], 'text', 'in Cobol'],
])('of %j the implementation in %s is the query', (types, language, query) => {
  expect(withTypes(...types)).toMatchObject({ language, query });
});

test('an analytic without code has no query and no language', () => {
  const draft = only('id: CAR-2024-03-001\nimplementations: [{type: Splunk}]\n');
  expect([draft.query, draft.language, draft.title]).toEqual([undefined, undefined, 'CAR-2024-03-001']);
});

test('code that holds a fence does not end its block', () => {
  const { guide } = only('id: CAR-2024-03-001\nimplementations: [{type: EQL, code: "```\\nx"}]\n');
  expect(guide).toContain('````eql\n```\nx\n````');
});

test('instructions are no tests', () => {
  expect(only(ANALYTIC).tests).toEqual([]);
});

test('YAML of other tools is not taken for CAR', () => {
  for (const text of [
    'id: CAR-2024-03-001\ntitle: a\n',
    'id: CAR-2024-3-1\ncoverage: []\n',
    'id: 1\nimplementations: []\n',
    '- id: CAR-2024-03-001\n  coverage: []\n',
  ]) {
    expect(readWith(car, 'a.yaml', text).isRecognised, text).toBe(false);
  }
});

test('fields of the wrong shape read as absent', () => {
  const draft = only(`id: CAR-2024-03-001
title: {a: b}
submission_date: someday
contributors: One Name
coverage:
  - technique: {a: b}
    tactics: TA0002
    subtechniques: T1059.001
  - null
  - technique: Process Injection
implementations: {type: Splunk, code: x}
unit_tests: [1, {commands: one}]
platforms: Linux
data_model_references: [null]
`);
  expect(draft).toMatchObject({
    title: 'CAR-2024-03-001',
    authors: ['One Name'],
    platforms: ['Linux'],
    logSources: [],
    simulations: [{ type: 'instructions', steps: ['one'] }],
  });
  expect([draft.created, draft.query]).toEqual([undefined, undefined]);
  expect(draft.mappings).toMatchObject([
    { id: 'T1059.001', tactic: 'TA0002', pointer: ['coverage', 0, 'subtechniques'] },
    { id: 'Process Injection', pointer: ['coverage', 2, 'technique'] },
  ]);
});

test('damaged copies give findings or nothing, never an error', () => {
  let withRules = 0;
  let withFindings = 0;
  for (const copy of damagedCopies(ANALYTIC)) {
    const { detections, findings } = readWith(car, 'a.yaml', copy);
    if (detections.length > 0) withRules += 1;
    if (findings.length > 0) withFindings += 1;
    for (const { message } of findings) expect(message).toMatch(/^Un(?:expected|readable) [^\n]+$/);
    for (const { ordinal, mappings, tactics, unrecognised = [] } of detections) {
      for (const { pointer } of [...mappings, ...tactics, ...unrecognised]) {
        expect(car.locate(copy, ordinal, pointer)?.line).toBeGreaterThan(0);
      }
    }
  }
  expect(withRules).toBeGreaterThan(50);
  expect(withFindings).toBeGreaterThan(10);
});
