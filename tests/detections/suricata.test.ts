import { describe, expect, test } from 'vitest';
import { countsNot } from '../../src/detections/counts.ts';
import type { DetectionDraft } from '../../src/detections/detection.ts';
import { suricata } from '../../src/detections/formats/suricata.ts';
import { readWith } from '../reading.ts';

const RULE =
  'alert http $HOME_NET any -> $EXTERNAL_NET any (msg:"TEAM MALWARE Beacon \\"a\\"\\; v2"; flow:established,to_server; ' +
  'content:"x|3b| (y); sid:99;"; pcre:"/a\\"b;c/i"; reference:url,example.org/a,b; reference:cve,2024-0001; ' +
  'reference:md5,00112233445566778899aabbccddeeff; classtype:trojan-activity; sid:9000001; rev:3; ' +
  'metadata:affected_product Web_Browsers, attack_target Client_Endpoint, created_at 2020_08_20, deployment Perimeter, ' +
  'deployment SSLDecrypt, cve CVE_2024_0001, malware_family Some_Loader, signature_severity Major, tag C2, ' +
  'updated_at 2021_09_01, mitre_tactic_id TA0011, mitre_tactic_name Command_And_Control, ' +
  'mitre_technique_id T1071, mitre_technique_name Application_Layer_Protocol;)';

function one(text: string): DetectionDraft {
  const { detections } = readWith(suricata, 'a.rules', text);
  const [rule, ...more] = detections;
  if (!rule || more.length > 0) throw new Error(`${detections.length} rules`);
  return rule;
}

test('a rule is read field by field', () => {
  const text = `# Team rules\n\n${RULE}\n`;
  const { detections, findings } = readWith(suricata, 'team.rules', text);
  expect(findings).toEqual([]);
  const [technique, tactic] = [text.indexOf('T1071'), text.indexOf('TA0011')];
  expect(detections).toEqual([
    {
      format: 'suricata',
      id: '9000001',
      title: 'TEAM MALWARE Beacon "a"; v2',
      status: 'unknown',
      enabled: true,
      severity: 'high',
      authors: [],
      created: '2020-08-20',
      modified: '2021-09-01',
      references: ['https://example.org/a,b', 'CVE-2024-0001', 'md5: 00112233445566778899aabbccddeeff'],
      falsePositives: [],
      logSources: ['network · http'],
      platforms: [],
      language: 'suricata',
      query: RULE,
      tags: [
        'trojan-activity',
        'product: Web Browsers',
        'target: Client Endpoint',
        'deployment: Perimeter',
        'deployment: SSLDecrypt',
        'CVE_2024_0001',
        'malware: Some Loader',
        'C2',
      ],
      mappings: [
        {
          written: 'T1071',
          id: 'T1071',
          tactic: 'TA0011',
          provenance: 'declared',
          pointer: [technique, technique + 5],
        },
      ],
      tactics: [{ written: 'TA0011', pointer: [tactic, tactic + 6] }],
      actors: [],
      related: [],
      tests: [],
      simulations: [],
      refersTo: [],
      lines: { from: 3, to: 3 },
      ordinal: 0,
    },
  ]);
  expect(suricata.locate(text, 0, [technique, technique + 5])).toEqual({
    line: 3,
    column: RULE.indexOf('T1071') + 1,
    endLine: 3,
    endColumn: RULE.indexOf('T1071') + 6,
  });
  expect(suricata.locate(text, 0, [])).toMatchObject({ line: 3, column: 1 });
});

describe('lines', () => {
  test('a rule behind a comment mark is disabled, other comments are nothing', () => {
    const text = `# alert me (sid:1;) when it breaks
#${RULE}
## drop tcp any any -> any any (msg:"old"; sid:2;)
# drop packets -> see the wiki (page 3)
# see (sid:1;)
`;
    const { detections, findings } = readWith(suricata, 'a.rules', text);
    expect(findings).toEqual([]);
    expect(
      detections.map(({ id, enabled, lines, query }) => [id, enabled, lines.from, query?.slice(0, 5)]),
    ).toEqual([
      ['9000001', false, 2, 'alert'],
      ['2', false, 3, 'drop '],
    ]);
  });

  test('a rule may go on over lines, with a backslash or as Snort takes it', () => {
    const text = `alert tcp any any -> any any (msg:"one"; \\
    metadata:created_at 2024_01_02, \\
      mitre_technique_id T1046; \\
    sid:1;)
alert tcp any any -> any any (
  msg:"two";
  sid:2;
)
#alert tcp any any -> any any (msg:"three"; \\
#  metadata:mitre_tactic_id TA0007; \\
#  sid:3;)
alert tcp any any -> any any (msg:"four"; sid:4;)
`;
    const { detections, findings } = readWith(suricata, 'a.rules', text.replaceAll('\n', '\r\n'));
    expect(findings).toEqual([]);
    expect(
      detections.map(({ title, id, lines, enabled }) => [title, id, lines.from, lines.to, enabled]),
    ).toEqual([
      ['one', '1', 1, 4, true],
      ['two', '2', 5, 8, true],
      ['three', '3', 9, 11, false],
      ['four', '4', 12, 12, true],
    ]);
    expect(detections[0]).toMatchObject({
      created: '2024-01-02',
      mappings: [{ id: 'T1046', written: 'T1046' }],
    });
    expect(detections[2]?.tactics).toMatchObject([{ written: 'TA0007' }]);
  });

  test('`pass` and `noalert` raise no alert and do not count', () => {
    const text = ['pass', 'alert', 'alert', 'drop', 'rejectsrc']
      .map((action, index) => {
        const option = index === 1 ? 'flowbits:noalert; ' : index === 2 ? 'noalert; ' : 'flowbits:set,x; ';
        return `${action} tcp [10.0.0.0/8, ![$A, $B]] any <> any any (msg:"m"; ${option}sid:${index};)`;
      })
      .join('\n');
    const { detections } = readWith(suricata, 'a.rules', text);
    expect(detections.map(({ silent }) => silent ?? false)).toEqual([true, true, true, false, false]);
    expect(detections.map((rule) => countsNot(rule, 'deployed', 'a.rules'))).toEqual([
      'raises no alert',
      'raises no alert',
      'raises no alert',
      undefined,
      undefined,
    ]);
  });

  test('a generator other than the first is part of the id', () => {
    expect(one('alert tcp any any -> any any (msg:"m"; gid:1; sid:5;)').id).toBe('5');
    expect(one('alert tcp any any -> any any (msg:"m"; gid:3; sid:5;)').id).toBe('3:5');
  });

  test('a rule without a message goes by its number', () => {
    expect(one('alert tcp any any -> any any (sid:5;)').title).toBe('sid 5');
  });
});

describe('mapping', () => {
  const withMetadata = (metadata: string): DetectionDraft =>
    one(`alert tcp any any -> any any (msg:"m"; metadata:${metadata}; sid:5;)`);

  test('a sub-technique makes the technique beside it the way to it', () => {
    for (const written of ['T1595.002', '002', '.002']) {
      const { mappings } = withMetadata(
        `mitre_tactic_id TA0043, mitre_technique_id T1595, mitre_subtechnique_id ${written}`,
      );
      expect(
        mappings.map(({ id, path, tactic }) => [id, path, tactic]),
        written,
      ).toEqual([
        ['T1595', true, 'TA0043'],
        ['T1595.002', undefined, 'TA0043'],
      ]);
    }
  });

  test('`none` says nothing', () => {
    const rule = withMetadata(
      'mitre_tactic_id none, mitre_technique_id T1595, mitre_subtechnique_id none, mitre_subtechnique_name none',
    );
    expect(rule.mappings.map(({ id, path }) => [id, path])).toEqual([['T1595', undefined]]);
    expect(rule.tactics).toEqual([]);
  });

  test('names stand in where no id is given', () => {
    const rule = withMetadata('mitre_tactic_name Initial_Access, mitre_technique_name Phishing');
    expect(rule.tactics.map(({ written }) => written)).toEqual(['Initial_Access']);
    expect(withMetadata('mitre_technique_name Exploit_Public-Facing_Application').mappings).toMatchObject([
      { written: 'Exploit_Public-Facing_Application', id: 'Exploit Public-Facing Application' },
    ]);
  });

  test('several techniques and tactics are all kept, and not paired', () => {
    const rule = withMetadata(
      'mitre_tactic_id TA0001, mitre_technique_id T1190, mitre_tactic_id TA0008, mitre_technique_id T1210',
    );
    expect(rule.mappings.map(({ id, tactic }) => [id, tactic])).toEqual([
      ['T1190', undefined],
      ['T1210', undefined],
    ]);
    expect(rule.tactics).toHaveLength(2);
  });

  test('ids in other fields and of MITRE ATLAS are no mappings', () => {
    const rule = one(
      'alert tcp any any -> any any (msg:"T1059"; reference:url,attack.mitre.org/techniques/T1059/; metadata:tag T1059, mitre_technique_id AML.T0051; sid:5;)',
    );
    expect(rule.mappings).toEqual([]);
  });

  test.for([
    ['Critical', 'critical'],
    ['Major', 'high'],
    ['Minor', 'medium'],
    ['Informational', 'informational'],
    ['low', 'low'],
    ['Audit', undefined],
  ])('severity %s reads as %s', ([written, severity]) => {
    expect(withMetadata(`signature_severity ${written ?? ''}`).severity).toBe(severity);
  });
});

test('a rule Suricata would not load is a finding', () => {
  const text =
    'alert tcp any any -> any any (msg:"m";)\nalert tcp any any -> any any (msg:"m"; sid:x;)\nalert tcp any any -> any any (msg:"m"; sid:3;\n';
  const { detections, findings } = readWith(suricata, 'a.rules', text);
  expect(detections).toHaveLength(3);
  expect(findings.map(({ rule, range, message }) => [rule, range?.line, message])).toEqual([
    [
      'suricata/incomplete-rule',
      1,
      'Unexpected rule without a numeric `sid`, expected one; Suricata does not load it',
    ],
    [
      'suricata/incomplete-rule',
      2,
      'Unexpected rule without a numeric `sid`, expected one; Suricata does not load it',
    ],
    [
      'suricata/incomplete-rule',
      3,
      'Unexpected rule without a closing bracket, expected one; Suricata does not load it',
    ],
  ]);
});

test('rules of other tools are not recognised', () => {
  for (const text of [
    'SUBSYSTEM=="usb", ATTR{idVendor}=="1234", MODE="0666"\n',
    'groups:\n  - name: a\n    rules:\n      - alert: Down\n        expr: up == 0 -> (x)\n',
    '-A INPUT -p tcp (drop)\n',
    '# alert tcp any any -> any any\n',
    '\n',
  ]) {
    expect(readWith(suricata, 'a.rules', text).isRecognised, text).toBe(false);
  }
});

test('forty thousand rules are read and located in seconds', () => {
  const text = `${RULE}\n`.repeat(40_000);
  const { detections } = readWith(suricata, 'a.rules', text);
  expect(detections).toHaveLength(40_000);
  expect(detections.every(({ lines, ordinal }) => lines.from === ordinal + 1)).toBe(true);
  const misplaced = detections.filter(
    ({ ordinal, mappings }) =>
      suricata.locate(text, ordinal, mappings[0]?.pointer ?? [])?.line !== ordinal + 1,
  );
  expect(misplaced).toEqual([]);
});

test.for([
  ['unclosed rules', 'alert tcp a -> b (\n'],
  ['arrows', 'alert a -> '],
  ['lines of one rule', 'alert tcp a -> b (\\\n', 'x:1;\\\n'],
  ['comment marks', 'alert a b -> c (', '#'],
  ['blank lines', 'alert a b -> c (', '\n'],
  ['blanks in metadata', 'alert a b -> c (metadata:x', ' '],
  ['techniques', 'alert a b -> c (metadata:', 'mitre_technique_id T1001.001,'],
  ['escaped quotes', 'alert a b -> c (msg:"', '\\"'],
])('a megabyte of %s is read in an instant', ([, first = '', piece = first]) => {
  const text = `${first}${piece.repeat(1_000_000 / piece.length)};sid:1;)`;
  expect(() => readWith(suricata, 'a.rules', text)).not.toThrow();
});
