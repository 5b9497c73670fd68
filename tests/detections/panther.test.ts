import { expect, test } from 'vitest';
import type { DetectionDraft } from '../../src/detections/detection.ts';
import { panther } from '../../src/detections/formats/panther.ts';
import { damagedCopies } from '../damaged.ts';
import { readWith } from '../reading.ts';

const RULE = `AnalysisType: rule
Filename: vault_export.py
RuleID: "Acme.Vault.Export"
DisplayName: "Vault Exported"
Enabled: true
Status: Experimental
LogTypes:
  - Okta.SystemLog
  - Acme.Vault
Tags:
  - Acme
  - Credential Access:Brute Force
Reports:
  MITRE ATT&CK:
    - TA0006:T1555.005 # password managers
    - TA0009:T1005
    - TA0006:T1110
  CIS:
    - 3.1
  Stratus Red Team:
    - acme.credential-access.vault-export
Severity: Info
Description: >
  Somebody exported
  the vault.
Runbook: |
  1. Ask them.
Reference: https://example.org/vault
Tests:
  - Name: Export
    ExpectedResult: true
    Log: { "action": "export" }
  - Name: Login
    ExpectedResult: false
    Log: { "action": "login" }
  - Name: Says nothing
    Log: {}
`;

function only(text: string, path = 'rules/a.yml'): DetectionDraft {
  const { detections, findings, isRecognised } = readWith(panther, path, text);
  expect(isRecognised).toBe(true);
  expect(findings).toEqual([]);
  expect(detections).toHaveLength(1);
  return detections[0]!;
}

/** A rule with nothing but a mapping. */
function withReports(reports: string): DetectionDraft {
  return only(`AnalysisType: rule\nFilename: a.py\nRuleID: A\nReports:\n  ${reports}\n`);
}

test('a rule is read field by field', () => {
  expect(only(RULE)).toEqual({
    format: 'panther',
    id: 'Acme.Vault.Export',
    title: 'Vault Exported',
    description: 'Somebody exported the vault.',
    status: 'experimental',
    enabled: true,
    severity: 'informational',
    authors: [],
    references: ['https://example.org/vault'],
    falsePositives: [],
    logSources: ['Okta.SystemLog', 'Acme.Vault'],
    platforms: ['Identity Provider'],
    language: 'python',
    guide: '1. Ask them.',
    tags: ['Acme', 'Credential Access:Brute Force'],
    mappings: [
      {
        written: 'TA0006:T1555.005',
        id: 'T1555.005',
        tactic: 'TA0006',
        provenance: 'declared',
        pointer: ['Reports', 'MITRE ATT&CK', 0],
      },
      {
        written: 'TA0009:T1005',
        id: 'T1005',
        tactic: 'TA0009',
        provenance: 'declared',
        pointer: ['Reports', 'MITRE ATT&CK', 1],
      },
      {
        written: 'TA0006:T1110',
        id: 'T1110',
        tactic: 'TA0006',
        provenance: 'declared',
        pointer: ['Reports', 'MITRE ATT&CK', 2],
      },
    ],
    tactics: [
      { written: 'TA0006', pointer: ['Reports', 'MITRE ATT&CK', 0] },
      { written: 'TA0009', pointer: ['Reports', 'MITRE ATT&CK', 1] },
    ],
    actors: [],
    related: [],
    tests: [
      { kind: 'panther-test', name: 'Export', fires: true },
      { kind: 'panther-test', name: 'Login', fires: false },
    ],
    simulations: [{ type: 'stratus-red-team', id: 'acme.credential-access.vault-export' }],
    refersTo: [],
    lines: { from: 1, to: 37 },
    ordinal: 0,
  });
});

test('a mapping is found at its line', () => {
  expect(panther.locate(RULE, 0, ['Reports', 'MITRE ATT&CK', 1])).toEqual({
    line: 16,
    column: 7,
    endLine: 16,
    endColumn: 19,
  });
});

test('a technique counts where its tactic is a digit short, and the tactic is told', () => {
  const { mappings, tactics, unrecognised } = withReports('MITRE ATT&CK: ["TA003:T1556"]');
  const pointer = ['Reports', 'MITRE ATT&CK', 0];
  expect(mappings).toEqual([{ written: 'TA003:T1556', id: 'T1556', provenance: 'declared', pointer }]);
  expect(tactics).toEqual([]);
  expect(unrecognised).toEqual([{ written: 'TA003', pointer }]);
});

test('a tactic may stand as the name of the report', () => {
  const { mappings, tactics } = withReports('TA0004: [T1548]');
  expect(mappings).toMatchObject([{ id: 'T1548', tactic: 'TA0004', pointer: ['Reports', 'TA0004', 0] }]);
  expect(tactics).toEqual([{ written: 'TA0004', pointer: ['Reports', 'TA0004'] }]);
});

test.each([
  ['MITRE ATT&CK: TA0006:T1110', ['T1110'], ['TA0006']],
  ['Mitre Attack: ["TA0006 : t1110.001 "]', ['T1110.001'], ['TA0006']],
  ['MITRE ATT&CK: [{TA0006: T1110}]', ['T1110'], ['TA0006']],
  ['MITRE ATT&CK: [T1110]', ['T1110'], []],
  ['MITRE ATT&CK: [TA0006, "TA0009:"]', [], ['TA0006', 'TA0009']],
  ['MITRE ATT&CK: ["Credential Access:Brute Force"]', ['Brute Force'], ['Credential Access']],
  ['MITRE ATT&CK: ["TA0001:T0018.000", "TA0027:T1475"]', ['T0018.000', 'T1475'], ['TA0001', 'TA0027']],
])('the mapping `%s` is read', (reports, ids, tactics) => {
  const draft = withReports(reports);
  expect(draft.mappings.map(({ id }) => id)).toEqual(ids);
  expect(draft.tactics.map(({ written }) => written)).toEqual(tactics);
  expect(draft.unrecognised).toBeUndefined();
});

test.each(['PCI: ["TA0006:T1110"]', 'MITRE ATLAS: ["AML.TA0000:AML.T0051"]', 'GCP_CIS_1.3: [T1110]'])(
  'the report `%s` is of another framework',
  (reports) => {
    const { mappings, tactics, unrecognised } = withReports(reports);
    expect([mappings, tactics, unrecognised]).toEqual([[], [], undefined]);
  },
);

test('ids of ATLAS under the name of ATT&CK are no techniques', () => {
  const { mappings, unrecognised } = withReports('MITRE ATT&CK: ["AML.TA0000:AML.T0051", "?", "so:so"]');
  expect(mappings).toEqual([]);
  expect(unrecognised?.map(({ written }) => written)).toEqual(['AML.TA0000:AML.T0051', '?', 'so:so']);
});

test('a rule that is switched off or deprecated says so', () => {
  expect(only(RULE.replace('Enabled: true', 'Enabled: false')).enabled).toBe(false);
  expect(only(RULE.replace('Experimental', 'Deprecated')).status).toBe('deprecated');
  expect(only(RULE.replace('Status: Experimental\n', '')).status).toBe('unknown');
});

test('the tests of a policy fire where the resource is not as it should be', () => {
  const { id, logSources, tests, language } = only(`AnalysisType: policy
Filename: bucket.py
PolicyID: Acme.Bucket.Encrypted
ResourceTypes: [AWS.S3.Bucket]
Severity: High
Tests:
  - Name: Encrypted
    ExpectedResult: true
  - ExpectedResult: false
`);
  expect({ id, logSources, language }).toEqual({
    id: 'Acme.Bucket.Encrypted',
    logSources: ['AWS.S3.Bucket'],
    language: 'python',
  });
  expect(tests).toEqual([
    { kind: 'panther-test', name: 'Encrypted', fires: false },
    { kind: 'panther-test', name: 'Test 2', fires: true },
  ]);
});

test('a correlation rule has its detection in YAML and names the rules it stands on', () => {
  const { query, language, related } = only(`AnalysisType: correlation_rule
RuleID: Acme.Chain
Severity: High
Detection:
  - Sequence: # in this order
      - ID: First
        RuleID: Acme.One
      - ID: Second
        RuleID: Acme.Two
  - Group: [{ID: Third, RuleID: Acme.One}, null]
Tests: []
`);
  expect(language).toBe('yaml');
  expect(query?.split('\n').slice(0, 2)).toEqual(['Detection:', '  - Sequence: # in this order']);
  expect(query?.split('\n')).toHaveLength(7);
  expect(related).toEqual([
    { id: 'Acme.One', type: 'correlated' },
    { id: 'Acme.Two', type: 'correlated' },
  ]);
});

test('a scheduled rule looks at its queries, a derived one names its base', () => {
  expect(
    only('AnalysisType: scheduled_rule\nFilename: a.py\nRuleID: A\nScheduledQueries: [Failed logins]\n')
      .logSources,
  ).toEqual(['scheduled query Failed logins']);
  const derived = only('AnalysisType: rule\nRuleID: Mine\nBaseDetection: Theirs\nSeverity: Low\n');
  expect(derived).toMatchObject({ title: 'Mine', related: [{ id: 'Theirs', type: 'derived' }] });
  expect(derived.language).toBeUndefined();
});

test('several addresses in one reference are told apart, prose is left as it is', () => {
  const references = (text: string): string[] =>
    only(RULE.replace(/Reference: .*/, `Reference: ${text}`)).references;
  expect(references('https://a.example/x, https://b.example/y')).toEqual([
    'https://a.example/x',
    'https://b.example/y',
  ]);
  expect(references('>\n  - https://a.example\n  - https://b.example')).toEqual([
    'https://a.example',
    'https://b.example',
  ]);
  expect(references('Our wiki - https://a.example')).toEqual(['Our wiki - https://a.example']);
  expect(references('""')).toEqual([]);
});

test('a severity Panther does not know is a finding and reads as not stated', () => {
  const { detections, findings } = readWith(
    panther,
    'a.yml',
    RULE.replace('Severity: Info', 'Severity: Urgent'),
  );
  expect(detections[0]?.severity).toBeUndefined();
  expect(findings).toEqual([
    {
      rule: 'panther/invalid-value',
      severity: 'warning',
      message:
        'Unexpected `Severity` `Urgent`, expected `Info`, `Low`, `Medium`, `High` or `Critical`; it reads as not stated',
      hint: 'Correct `Severity`.',
      range: { line: 22, column: 11, endLine: 22, endColumn: 17 },
    },
  ]);
});

test.each([
  ['pack', 'that are Panther packs'],
  ['global', 'that are Panther global helpers'],
  ['datamodel', 'that are Panther data models'],
  ['scheduled_query', 'that are Panther queries'],
  ['saved_query', 'that are Panther queries'],
  ['lookup_table', 'that are Panther lookup tables'],
  ['something_new', 'of a kind of Panther file that is not read'],
])('a file of the type `%s` is ignored with a reason', (type, ignored) => {
  const read = readWith(
    panther,
    'a.yml',
    `AnalysisType: ${type}\nReports:\n  MITRE ATT&CK: [TA0006:T1110]\n`,
  );
  expect(read).toMatchObject({ isRecognised: true, detections: [], findings: [], ignored });
});

test('a template with placeholders for a name is no rule', () => {
  const text = 'AnalysisType: rule\nFilename: rule_filename.py\nRuleID: "LogFamily.LogType.DetectionName"\n';
  expect(readWith(panther, 'any.yml', text)).toMatchObject({
    detections: [],
    ignored: 'that are Panther templates',
  });
});

test('rules beside a pack in one file are read, and the file is not ignored', () => {
  const read = readWith(
    panther,
    'a.yml',
    'AnalysisType: pack\n---\nAnalysisType: rule\nRuleID: A\nSeverity: Odd\n---\nAnalysisType: rule\nRuleID: B\n',
  );
  expect(read.detections.map(({ id, ordinal, lines }) => [id, ordinal, lines])).toEqual([
    ['A', 1, { from: 3, to: 5 }],
    ['B', 2, { from: 7, to: 8 }],
  ]);
  expect(read.findings).toMatchObject([{ range: { line: 5, column: 11 } }]);
  expect(read.ignored).toBeUndefined();
});

test('YAML of other tools is not taken for Panther', () => {
  for (const text of ['AnalysisType: 1\n', '- AnalysisType: rule\n', 'analysis: rule\n', 'RuleID: A\n']) {
    expect(readWith(panther, 'a.yml', text).isRecognised, text).toBe(false);
  }
});

test('fields of the wrong shape read as absent', () => {
  const draft = only(`AnalysisType: rule
RuleID: {a: 1}
DisplayName: 7
Severity: []
Enabled: null
LogTypes: {a: b}
Tags: one
Reports: [1, {MITRE ATT&CK: T1110}]
Detection: yes
Tests: {Name: x, ExpectedResult: true}
Reference: [null, 3]
__proto__: {Severity: High}
`);
  expect(draft).toMatchObject({
    title: '7',
    enabled: true,
    logSources: [],
    tags: ['one'],
    mappings: [],
    tests: [],
    references: ['3'],
  });
  expect([draft.id, draft.severity]).toEqual([undefined, undefined]);
});

test('damaged copies give findings or nothing, never an error', () => {
  let withRules = 0;
  let withFindings = 0;
  for (const copy of damagedCopies(RULE)) {
    const { detections, findings } = readWith(panther, 'a.yaml', copy);
    if (detections.length > 0) withRules += 1;
    if (findings.length > 0) withFindings += 1;
    for (const { message } of findings) expect(message).toMatch(/^Un(?:expected|readable) [^\n]+$/);
    for (const { ordinal, mappings, tactics, unrecognised = [] } of detections) {
      for (const { pointer } of [...mappings, ...tactics, ...unrecognised]) {
        expect(panther.locate(copy, ordinal, pointer)?.line).toBeGreaterThan(0);
      }
    }
  }
  expect(withRules).toBeGreaterThan(50);
  expect(withFindings).toBeGreaterThan(10);
});
