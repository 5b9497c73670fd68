import { describe, expect, test } from 'vitest';
import { createKnowledgeBase } from '../../src/attack/create-knowledge-base.ts';
import type { AttackProse } from '../../src/attack/facts.ts';
import { assess } from '../../src/coverage/assess.ts';
import { BEHAVIOURS } from '../../src/coverage/behaviours.ts';
import type { PlaybookStart } from '../../src/coverage/gap.ts';
import { gapsOf } from '../../src/coverage/gaps.ts';
import { shortQuote } from '../../src/coverage/short-quote.ts';
import { tacticPhrase } from '../../src/coverage/tactic-phrases.ts';
import { coverbookPlaybooks } from '../../src/playbooks/formats/coverbook.ts';
import { sectionRole } from '../../src/playbooks/section-roles.ts';
import type { ThreatProfile } from '../../src/threats/threat-profile.ts';
import type { Workspace } from '../../src/workspace/workspace.ts';
import { readWith } from '../reading.ts';
import { aDetection, aMapping, aWorkspace, embeddedBase } from '../workspace-builder.ts';

const PROFILE: ThreatProfile = {
  format: 'coverbook',
  id: 'retail',
  title: 'Retail',
  actors: [
    { actor: 'G1015', weight: 10 },
    { actor: 'G0037', weight: 7 },
    { actor: 'Pipe | “Dream”: a #1 crew', weight: 4, own: true },
  ],
  procedures: [
    {
      mapping: aMapping('T1119'),
      actor: 'Pipe | “Dream”: a #1 crew',
      text: 'Scripts copied the till journals <script>alert(1)</script> | every night. More was found later.',
      date: '2026-03-01',
    },
  ],
  techniques: [],
  source: 'team',
  path: 'threats/retail.yaml',
};

function startOn(technique: string, workspace: Workspace): PlaybookStart {
  const found = gapsOf(workspace, assess(workspace), 'enterprise').find((gap) => gap.technique === technique);
  if (!found?.closes.playbook) throw new Error(`no start on ${technique}`);
  return found.closes.playbook;
}

/** The embedded facts with a few words of prose, as a full bundle would have them. */
function withProse(procedures: [string, string][]): Workspace {
  const { facts } = embeddedBase('enterprise');
  const prose: AttackProse = {
    descriptions: new Map(),
    procedures: new Map(procedures),
    mitigations: new Map(),
    detections: new Map(),
    citations: new Map(),
  };
  return aWorkspace({
    threats: [PROFILE],
    knowledge: new Map([['enterprise', createKnowledgeBase(facts, prose)]]),
  });
}

describe('the file', () => {
  test('every ready playbook of a domain reads back without a finding, as a draft with what it was made from', () => {
    const workspace = aWorkspace({
      config: { attack: { domains: ['enterprise', 'mobile', 'ics'] }, scope: { platforms: [] } },
    });
    const coverage = assess(workspace);
    const gaps = [...coverage.domains.keys()].flatMap((domain) => gapsOf(workspace, coverage, domain));
    expect(gaps.length).toBeGreaterThan(500);
    for (const { technique, closes } of gaps) {
      const { playbooks, findings } = readWith(
        coverbookPlaybooks,
        'playbooks/start.md',
        closes.playbook!.text,
      );
      expect(findings, technique).toEqual([]);
      expect(playbooks, technique).toHaveLength(1);
      expect(playbooks[0]).toMatchObject({
        title: closes.playbook!.title,
        hypothesis: closes.playbook!.hypothesis,
        status: 'draft',
        cadence: 90,
        created: '2026-07-01',
        mappings: [{ id: technique }],
      });
    }
  });

  test('names, texts and titles of others break neither the front matter nor the body', () => {
    const detections = [
      aDetection({
        title: '`Odd` | <b>title</b>\n---',
        role: 'library',
        source: 'library',
        techniques: ['T1119'],
      }),
    ];
    const start = startOn('T1119', aWorkspace({ threats: [PROFILE], detections }));
    const { playbooks, findings } = readWith(coverbookPlaybooks, 'start.md', start.text);
    expect(findings).toEqual([]);
    expect(playbooks[0]?.hypothesis).toBe(start.hypothesis);
    const rows = start.text.split('\n').filter((line) => line.startsWith('| '));
    expect(rows.map((line) => line.replaceAll('\\|', '').split('|').length)).toEqual(rows.map(() => 4));
    expect(start.text).not.toContain('<b>');
  });

  test('names the actors ATT&CK knows, the platforms of ours, and the logs', () => {
    const workspace = aWorkspace({ threats: [PROFILE], config: { scope: { platforms: ['Windows'] } } });
    const [playbook] = readWith(coverbookPlaybooks, 'start.md', startOn('T1078', workspace).text).playbooks;
    expect(playbook).toMatchObject({ actors: ['G1015', 'G0037'], platforms: ['Windows'] });
    expect(playbook!.dataSources.some((source) => source.startsWith('Logon Session Creation ('))).toBe(true);
    expect(playbook!.references).toEqual(['https://attack.mitre.org/techniques/T1078/']);
  });

  test('has the sections of a hunt', () => {
    const [playbook] = readWith(
      coverbookPlaybooks,
      'start.md',
      startOn('T1078', aWorkspace({ threats: [PROFILE] })).text,
    ).playbooks;
    expect(playbook!.sections.map(({ title }) => sectionRole(title))).toEqual([
      'hypothesis',
      'able',
      'preparation',
      'execution',
      'analysis',
      'false-positives',
      'blind-spots',
      'validation',
      'response',
    ]);
  });

  test('runs at least as often as a playbook stays current', () => {
    const often = aWorkspace({ threats: [PROFILE], config: { coverage: { playbookWindow: '30d' } } });
    const [playbook] = readWith(coverbookPlaybooks, 'start.md', startOn('T1078', often).text).playbooks;
    expect(playbook!.cadence).toBe(30);
  });
});

describe('the hypothesis', () => {
  test('says who, what they do and how it would stand out', () => {
    const { hypothesis, title } = startOn('T1078', aWorkspace({ threats: [PROFILE] }));
    expect(title).toBe('Initial access by way of Valid Accounts');
    expect(hypothesis).toBe(
      'An intruder who works like Scattered Spider or FIN6 signs in with an account of ours that was bought, phished or ' +
        'guessed (T1078): a session, a file or a process would begin where nobody of ours begins one.',
    );
  });

  test('of a technique without words of its own takes its tactic’s, its full name and our platforms', () => {
    const workspace = aWorkspace({
      threats: [PROFILE],
      config: { scope: { platforms: ['Windows', 'Linux'] } },
    });
    expect(startOn('T1552.001', workspace).hypothesis).toBe(
      'An intruder who works like Scattered Spider obtains credentials by way of “Unsecured Credentials: Credentials In ' +
        'Files” (T1552.001) on Linux and Windows: secrets would be read, asked for or tried by a process or an account ' +
        'that has no business with them.',
    );
  });

  test('without a profile leaves the groups at the two first and their number', () => {
    expect(startOn('T1078', aWorkspace()).hypothesis).toMatch(
      /^An intruder who works like [^,]+, [^,]+ or any of \d+ other groups signs in /,
    );
  });

  test('quotes what the profile itself recorded, shortly', () => {
    const { hypothesis } = startOn('T1119', aWorkspace({ threats: [PROFILE] }));
    expect(hypothesis).toContain('We noted of Pipe | “Dream”: a #1 crew on 2026-03-01: “Scripts copied');
    expect(hypothesis).not.toContain('More was found later');
  });

  test('quotes ATT&CK when a full bundle is loaded, without links and citations', () => {
    const workspace = withProse([
      [
        'G1015>T1078',
        '[Scattered Spider](https://attack.mitre.org/groups/G1015) has signed in with `stolen` accounts.(Citation: A 2024) Then they left.',
      ],
    ]);
    expect(startOn('T1078', workspace).hypothesis).toMatch(
      / ATT&CK reports: “Scattered Spider has signed in with stolen accounts”\.$/,
    );
  });

  test('names software as what an intruder brings, and a campaign as a campaign', () => {
    const of = (actor: string): string =>
      startOn(
        embeddedBase('enterprise').techniquesUsedBy(actor)[0]!,
        aWorkspace({ threats: [{ ...PROFILE, actors: [{ actor, weight: 1 }], procedures: [] }] }),
      ).hypothesis;
    expect(of('S0002')).toMatch(/^An intruder who brings Mimikatz /);
    expect(of('C0024')).toMatch(/^An intruder who works as in the campaign SolarWinds Compromise /);
  });

  test('every tactic of every domain has words of its own, and no two the same sign but for renamed ones', () => {
    const fallback = tacticPhrase([]);
    for (const domain of ['enterprise', 'mobile', 'ics'] as const)
      for (const { shortname } of embeddedBase(domain).tactics)
        expect(tacticPhrase([shortname]), shortname).not.toEqual(fallback);
  });

  test('every technique with words of its own is active', () => {
    const known = Object.keys(BEHAVIOURS).filter(
      (id) => embeddedBase('enterprise').technique(id)?.state === 'active',
    );
    expect(known).toEqual(Object.keys(BEHAVIOURS));
  });
});

test.each([
  ['One sentence here. And another.', 'One sentence here'],
  ['Used [Net](https://x.example) v1.2 to list.(Citation: A)', 'Used Net v1.2 to list'],
  [`A ${'very '.repeat(60)}long one`, /^A very .{0,180} …$/],
  ['  ', undefined],
  ['(Citation: Nothing else)', undefined],
])('a short quote of %j', (text, expected) => {
  const quote = shortQuote(text);
  if (expected instanceof RegExp) expect(quote).toMatch(expected);
  else expect(quote).toBe(expected);
});
