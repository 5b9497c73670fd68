import { describe, expect, test } from 'vitest';
import type { DetectionDraft } from '../../src/detections/detection.ts';
import { yaraL } from '../../src/detections/formats/yara-l.ts';
import { readWith } from '../reading.ts';

const RULE = `/*
 * Licence: https://example.org/licence
 */
rule team_key_export {

  meta:
    author = "A. Team, B. Guest (Org, Unit)"
    description = "Keys leave \\"the vault\\""
    rule_id = "mr_0f4a1c52-9a11-4a51-8a6e-0d8c5e1f7a10"
    rule_name = "Key Export From The Vault"
    type = "Alert"
    tactic = "TA0006"
    technique = "T1552.004"
    data_source = "Vault Audit, syslog"
    platform = "Linux, GCP"
    severity = "Info"
    priority = "Low"
    reference = "https://example.org/a?b=1,2"
    references = "https://example.org/c, https://example.org/d"
    false_positives = "Key rotation"
    falsepositives = "Unknown"
    assumption = "Audit logs reach the parser."
    created = "2024-03-01"
    sigma_uuid = "7a1d9f3e-0c1b-4b7e-9d2a-5a0b3c4d5e6f"
    tags = "vault, keys"

  events:
    $e.metadata.event_type = "USER_RESOURCE_ACCESS"
    $e.target.url = /^https:\\/\\/vault\\/export/ nocase // options: none
    $e.principal.ip = $ip

  match:
    $ip over 5m

  outcome:
    $mitre_attack_technique = "T9999"
    $share = sum(1) / 2

  condition:
    #e > 3
    // tune here

  options:
    allow_zero_values = true
}
`;

test('a rule is read field by field', () => {
  const { detections, findings } = readWith(yaraL, 'rules/key_export.yaral', RULE);
  expect(findings).toEqual([]);
  expect(detections).toEqual([
    {
      format: 'yara-l',
      id: 'mr_0f4a1c52-9a11-4a51-8a6e-0d8c5e1f7a10',
      name: 'team_key_export',
      title: 'Key Export From The Vault',
      description: 'Keys leave "the vault"',
      status: 'unknown',
      enabled: true,
      severity: 'informational',
      authors: ['A. Team', 'B. Guest (Org, Unit)'],
      created: '2024-03-01',
      references: ['https://example.org/a?b=1,2', 'https://example.org/c', 'https://example.org/d'],
      falsePositives: ['Key rotation'],
      logSources: ['Vault Audit', 'syslog'],
      platforms: ['Linux', 'GCP'],
      language: 'yaral',
      query: RULE.slice(RULE.indexOf('events:'), RULE.indexOf('\n\n  options:')),
      guide: '## Assumptions\n\nAudit logs reach the parser.',
      tags: ['alert', 'vault', 'keys'],
      mappings: [
        {
          written: 'T1552.004',
          id: 'T1552.004',
          tactic: 'TA0006',
          provenance: 'declared',
          pointer: [RULE.indexOf('T1552.004'), RULE.indexOf('T1552.004') + 9],
        },
      ],
      tactics: [{ written: 'TA0006', pointer: [RULE.indexOf('TA0006'), RULE.indexOf('TA0006') + 6] }],
      actors: [],
      related: [{ id: '7a1d9f3e-0c1b-4b7e-9d2a-5a0b3c4d5e6f', type: 'sigma' }],
      tests: [],
      simulations: [],
      refersTo: [],
      lines: { from: 4, to: 45 },
      ordinal: 0,
    },
  ]);
});

test('pointers lead to the characters they name, the empty one to the rule', () => {
  const [rule] = readWith(yaraL, 'a.yaral', RULE).detections;
  expect(yaraL.locate(RULE, 0, rule?.mappings[0]?.pointer ?? [])).toEqual({
    line: 13,
    column: 18,
    endLine: 13,
    endColumn: 27,
  });
  expect(yaraL.locate(RULE, 0, [])).toEqual({ line: 4, column: 1, endLine: 4, endColumn: 23 });
  expect(yaraL.locate(RULE, 7, [])).toBeUndefined();
  expect(yaraL.locate(RULE, 0, ['rule', 'technique'])).toBeUndefined();
});

/** Reads a rule with exactly this `meta`. */
function withMeta(meta: string): DetectionDraft & { text: string } {
  const text = `rule r {\r\n  meta:\r\n${meta}\r\n  events:\r\n    $e\r\n  condition:\r\n    $e\r\n}\r\n`;
  const [rule] = readWith(yaraL, 'a.yaral', text).detections;
  if (!rule) throw new Error('no rule');
  return { ...rule, text };
}

function ids({ mappings, tactics }: DetectionDraft): [string[], string[]] {
  return [mappings.map(({ id }) => id), tactics.map(({ written }) => written)];
}

describe('mapping', () => {
  test('an address is the id, whatever the name beside it', () => {
    const rule = withMeta(`
    mitre_attack_tactic = "Defense Evasion, Persistence"
    mitre_attack_technique = "Impair Defenses: Disable Cloud Logs"
    mitre_attack_url = "https://attack.mitre.org/versions/v14/techniques/T1562/008/"
    mitre_attack_version = "v14.1"`);
    expect(ids(rule)).toEqual([['T1562.008'], ['Defense Evasion', 'Persistence']]);
    // Of two tactics nobody can say which is meant.
    expect(rule.mappings[0]?.tactic).toBeUndefined();
    expect(rule.mappings[0]?.written).toBe('https://attack.mitre.org/versions/v14/techniques/T1562/008/');
    for (const { written, pointer } of [...rule.mappings, ...rule.tactics]) {
      expect(rule.text.slice(Number(pointer[0]), Number(pointer[1]))).toBe(written);
    }
  });

  test.for([
    ['https://attack.mitre.org/techniques/T1078/', 'T1078'],
    ['https://attack.mitre.org/techniques/T1621', 'T1621'],
    ['http://attack.mitre.org/wiki/Technique/T1063', 'T1063'],
  ])('%s is %s', ([url, id]) => {
    expect(ids(withMeta(`mitre_attack_url = "${url}"`))[0]).toEqual([id]);
  });

  test('the address of a tactic is a tactic', () => {
    expect(ids(withMeta('mitre_attack_url = "https://attack.mitre.org/tactics/TA0011/"'))).toEqual([
      [],
      ['TA0011'],
    ]);
  });

  test('without an address the names are the mapping', () => {
    const rule = withMeta(`
    mitre_attack_tactic = "Persistence"
    mitre_attack_technique = "Valid Accounts: Cloud Accounts, Account Manipulation"`);
    expect(ids(rule)).toEqual([['Valid Accounts: Cloud Accounts', 'Account Manipulation'], ['Persistence']]);
    expect(rule.mappings.map(({ tactic }) => tactic)).toEqual(['Persistence', 'Persistence']);
  });

  test('an id in the place of a name is the id, and a name beside one in another field says nothing new', () => {
    expect(ids(withMeta('mitre_attack_technique = "T1486 - Data Encrypted for Impact"'))[0]).toEqual([
      'T1486',
    ]);
    expect(
      ids(withMeta('mitre_attack_technique = "Brute Force"\n mitre_attack_technique_id = "T1110"'))[0],
    ).toEqual(['T1110']);
    expect(ids(withMeta('mitre_attack_id = "T1110.004"'))[0]).toEqual(['T1110.004']);
    expect(
      ids(
        withMeta(
          'technique = "T1110, t1110"\n mitre_attack_url = "https://attack.mitre.org/techniques/T1110/"',
        ),
      )[0],
    ).toEqual(['T1110']);
  });

  test('an empty text and a placeholder say nothing', () => {
    const rule = withMeta(`
    mitre_attack_tactic = "N/A"
    mitre_attack_technique = ""
    mitre_attack_url = ""
    technique = "None"
    mitre = " "`);
    expect(ids(rule)).toEqual([[], []]);
    expect(rule.unrecognised).toBeUndefined();
  });

  test('a free list is taken apart in any spelling, and what has no form of ATT&CK is kept to be reported', () => {
    const rule = withMeta(
      'mitre = "defense_evasion, Lateral Movement, t1086, attack.T1059.001, ta0002, s0002, G0016, car.2019-04-001, atatck.t1112, attackt1496, 1043"',
    );
    expect(ids(rule)).toEqual([
      ['T1086', 'T1059.001'],
      ['defense_evasion', 'Lateral Movement', 'ta0002'],
    ]);
    expect(rule.actors).toEqual(['S0002', 'G0016']);
    expect(rule.tags).toEqual(['car.2019-04-001']);
    expect(rule.unrecognised?.map(({ written }) => written)).toEqual(['atatck.t1112', 'attackt1496', '1043']);
  });

  test('ids of MITRE ATLAS are tags', () => {
    const rule = withMeta(`
    tactic = "AML.TA0005"
    technique = "AML.T0051"
    mitre = "AML.T0051.000, Mitre Atlas: T0051"`);
    expect(ids(rule)).toEqual([[], []]);
    expect(rule.unrecognised).toBeUndefined();
    expect(rule.tags).toEqual(['AML.TA0005', 'AML.T0051', 'AML.T0051.000', 'Mitre Atlas: T0051']);
  });
});

test('ids in prose are no mappings', () => {
  const rule = withMeta(
    'description = "Finds T1059.001"\n reference = "https://attack.mitre.org/techniques/T1059/"',
  );
  expect(ids(rule)).toEqual([[], []]);
});

test('an older rule names its log by product and service and goes by its identifier', () => {
  const rule = withMeta(`
    product = "windows"
    service = "sysmon"
    reference1 = "https://example.org/1"
    reference2 = "https://example.org/2"
    status = "Experimental"
    date = "2021/02/03"
    updated = "2021-04-05"`);
  expect(rule).toMatchObject({
    title: 'r',
    logSources: ['windows · sysmon'],
    references: ['https://example.org/1', 'https://example.org/2'],
    status: 'experimental',
    created: '2021-02-03',
    modified: '2021-04-05',
  });
  expect(rule.severity).toBeUndefined();
});

test('every rule of a file is read', () => {
  const text = `${RULE}\n${RULE.replaceAll('team_key_export', 'second')}`;
  const { detections } = readWith(yaraL, 'a.yaral', text);
  expect(detections.map(({ name, ordinal, lines }) => [name, ordinal, lines])).toEqual([
    ['team_key_export', 0, { from: 4, to: 45 }],
    ['second', 1, { from: 50, to: 91 }],
  ]);
  expect(yaraL.locate(text, 1, [])).toMatchObject({ line: 50 });
});

test('a severity off the scale and a missing section are findings', () => {
  const text =
    'rule a {\n  meta:\n    severity = "grave"\n  events:\n    $e\n}\n\nrule b {\n  condition:\n    $e\n}\n';
  const { detections, findings } = readWith(yaraL, 'a.yaral', text);
  expect(detections.map(({ severity, query }) => [severity, query])).toEqual([
    [undefined, 'events:\n    $e'],
    [undefined, 'condition:\n    $e'],
  ]);
  expect(findings.map(({ rule, message, range }) => [rule, message, range?.line, range?.column])).toEqual([
    [
      'yara-l/missing-section',
      'Unexpected rule `a` without `condition`, expected both `events` and `condition`',
      1,
      1,
    ],
    [
      'yara-l/invalid-value',
      'Unexpected `severity` `grave`, expected `Info`, `Low`, `Medium`, `High` or `Critical`; it reads as not stated',
      3,
      17,
    ],
    [
      'yara-l/missing-section',
      'Unexpected rule `b` without `events`, expected both `events` and `condition`',
      8,
      1,
    ],
  ]);
});

test("YARA's own rules and texts without a rule are not recognised", () => {
  for (const text of [
    'rule a { meta: x = "y" strings: $a = "events:" condition: $a }',
    '// rule a { events: $e condition: $e }',
    'events:\n  $e\ncondition:\n  $e\n',
    '',
  ]) {
    expect(readWith(yaraL, 'a.yaral', text).isRecognised, text).toBe(false);
  }
});

test('a rule cut off anywhere gives a rule or nothing, never an error', () => {
  for (let length = 0; length < RULE.length; length += 1) {
    const { detections, findings } = readWith(yaraL, 'a.yaral', RULE.slice(0, length));
    expect(detections.length).toBeLessThan(2);
    for (const { message, range } of findings) {
      expect(message).toMatch(/^Un(?:expected|readable) [^\n]+$/);
      expect(range?.line).toBe(4);
    }
  }
});
