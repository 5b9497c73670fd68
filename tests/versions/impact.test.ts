import { describe, expect, test } from 'vitest';
import { createKnowledgeBase } from '../../src/attack/create-knowledge-base.ts';
import { embeddedSnapshot } from '../../src/attack/embedded.ts';
import { versionImpact } from '../../src/versions/impact.ts';
import { IMPACT_REPORTERS } from '../../src/versions/reporters.ts';
import type { TouchedItem, VersionImpact } from '../../src/versions/version-impact.ts';
import type { Workspace } from '../../src/workspace/workspace.ts';
import { aDetection, aMapping, anExercise, aPlaybook, aWorkspace } from '../workspace-builder.ts';

const from = createKnowledgeBase(embeddedSnapshot('enterprise', '18.1'));
const to = createKnowledgeBase(embeddedSnapshot('enterprise', '19.1'));

function team(): Workspace {
  return aWorkspace({
    detections: [
      aDetection({
        title: 'Sensor stopped',
        techniques: ['T1562.001', 'T1562.001'],
        tactics: [{ written: 'attack.defense-evasion', pointer: [] }],
      }),
      aDetection({ title: 'Sensor gone', techniques: ['T1685'] }),
      aDetection({ title: 'Registry', techniques: ['T1112'] }),
      aDetection({ title: 'Old shell', techniques: ['T1086'] }),
      aDetection({ title: 'Plant', techniques: ['T0884'] }),
      aDetection({ title: 'Shell', techniques: ['T1059.001'] }),
      aDetection({ title: 'Nobody knows', techniques: ['T9999'] }),
      aDetection({ title: 'Library', techniques: ['T1562.001'], source: 'sigmahq', role: 'library' }),
      aDetection({
        title: 'Correlation',
        mappings: [aMapping('T1562.001', { provenance: 'inherited' })],
      }),
    ],
    playbooks: [aPlaybook({ title: 'Masks', techniques: ['T1036', 'T1222.001'] })],
    exercises: [anExercise({ title: 'June', outcomes: [['T1562.001', 'missed']] })],
    threats: [
      {
        id: 'x',
        title: 'X',
        format: 'coverbook',
        procedures: [],
        techniques: [],
        actors: [{ actor: 'G1015', weight: 1 }],
        source: 'team',
        path: 'threats/x.yaml',
      },
    ],
  });
}

const impact = versionImpact(team(), from, to);
const titles = (items: readonly TouchedItem[] | undefined): string[] =>
  (items ?? []).map(({ title }) => title);

describe('from 18.1 to 19.1, for a small team', () => {
  test('a revoked id has its successor, the tactics it changes, and each item once, the team’s own first', () => {
    expect(impact.revoked.map(({ id, before, by }) => `${id} ${before} ${by.id}`)).toEqual([
      'T1086 revoked T1059.001',
      'T1562.001 active T1685',
    ]);
    const revoked = impact.revoked.find(({ id }) => id === 'T1562.001');
    expect(revoked).toMatchObject({
      name: 'Impair Defenses: Disable or Modify Tools',
      by: { name: 'Disable or Modify Tools' },
      lost: ['Defense Evasion'],
      gained: ['Defense Impairment'],
    });
    expect(titles(revoked?.items)).toEqual(['June', 'Sensor stopped', 'Library']);
    expect(revoked?.items[1]).toEqual({
      kind: 'detection',
      key: 'team/sensor-stopped',
      title: 'Sensor stopped',
      source: 'team',
      role: 'deployed',
      path: 'detections/sensor-stopped.yml',
    });
  });

  test('an id that was unknown before is good news; ids of other domains and of none are no news', () => {
    expect(impact.known.map(({ id, items }) => `${id} ${titles(items).join()}`)).toEqual([
      'T1685 Sensor gone',
    ]);
    expect(JSON.stringify(impact)).not.toMatch(/T0884|T9999/);
  });

  test('a deprecated id is told', () => {
    expect(impact.deprecated.map(({ id, before }) => `${id} ${before}`)).toEqual([]);
    const withDeprecated = aWorkspace({ detections: [aDetection({ techniques: ['T1108'] })] });
    expect(versionImpact(withDeprecated, from, to).deprecated).toMatchObject([
      { id: 'T1108', before: 'deprecated', items: [{ title: 'A rule' }] },
    ]);
  });

  test('techniques whose tactic moved are told by what they lost and gained, mere renames last', () => {
    expect(
      impact.tactics.map(
        ({ lost, gained, isRename, techniques }) =>
          `${lost.join()} > ${gained.join()}${isRename ? ' (rename)' : ''}: ${techniques.map(({ id }) => id).join()}`,
      ),
    ).toEqual([
      'Defense Evasion > Defense Impairment: T1112,T1222.001',
      'Defense Evasion > Stealth (rename): T1036',
    ]);
  });

  test('names that changed are told to those who write them', () => {
    expect(impact.renamed).toMatchObject([
      { id: 'T1222.001', to: 'Windows Permissions', items: [{ title: 'Masks' }] },
    ]);
    expect(impact.tacticNames).toMatchObject([
      { id: 'TA0005', from: 'Defense Evasion', to: 'Stealth', items: [{ title: 'Sensor stopped' }] },
    ]);
  });

  test('new techniques are those an actor of the profile uses or the team’s tactics hold', () => {
    const ids = impact.added.map(({ id }) => id);
    expect(ids).toContain('T1685.003');
    // Reconnaissance and resource development: no rule of the team and no actor of the profile is there.
    expect(ids).not.toContain('T1682');
    const impersonation = impact.added.find(({ id }) => id === 'T1684.001');
    expect(impersonation).toMatchObject({
      name: 'Social Engineering: Impersonation',
      tactics: ['Stealth'],
      replaces: ['T1656'],
      items: [],
    });
    expect(impersonation?.users.filter(({ inProfile }) => inProfile)).toEqual([
      { type: 'group', id: 'G1015', name: 'Scattered Spider', inProfile: true },
    ]);
    const tools = impact.added.find(({ id }) => id === 'T1685');
    expect(titles(tools?.items)).toEqual(['June', 'Sensor gone', 'Sensor stopped', 'Library']);
  });

  test('a team without rules and profiles has no relevant new techniques', () => {
    expect(versionImpact(aWorkspace(), from, to)).toMatchObject({
      items: 0,
      touched: 0,
      added: [],
      tactics: [],
    });
  });

  test('items are counted once, whatever touches them', () => {
    expect([impact.items, impact.touched]).toEqual([8, 7]);
  });

  test('the way back says what 18.1 does not know', () => {
    const back = versionImpact(team(), to, from);
    expect(back.unknown.map(({ id, before }) => `${id} ${before}`)).toEqual(['T1685 active']);
    expect(back.revoked.map(({ id }) => id)).toEqual(['T1086']);
  });
});

const HOSTILE = aWorkspace({
  detections: [
    aDetection({
      title: 'x',
      path: 'a|b/<img src=x>/[x](javascript:1)/@everyone `c`\n# \u001b[31mred.yml',
      techniques: ['T1562.001'],
    }),
  ],
});

function report(id: string, value: VersionImpact = impact): string {
  const reporter = IMPACT_REPORTERS.find((candidate) => candidate.id === id);
  return reporter?.report(value, ({ path }) => path) ?? '';
}

describe('reporters', () => {
  test('the text report, its first sections', () => {
    expect(report('text').split('\n\n').slice(0, 5).join('\n\n')).toMatchInlineSnapshot(`
      "What ATT&CK Enterprise 19.1 changes from 18.1

      7 items of 8 that are mapped to this domain are touched.

      Revoked ids (2)
        They are read as their successors; \`coverbook lint --fix\` writes those into the files.
        T1086 PowerShell is T1059.001 Command and Scripting Interpreter: PowerShell (revoked before)
          1 item: detections/old-shell.yml
        T1562.001 Impair Defenses: Disable or Modify Tools is T1685 Disable or Modify Tools
          Defense Evasion → Defense Impairment
          2 items: exercises/june.yaml and detections/sensor-stopped.yml
          1 item of libraries

      Ids 18.1 did not know (1)
        T1685 Disable or Modify Tools
          1 item: detections/sensor-gone.yml

      Tactics: Defense Evasion → Defense Impairment (2)
        T1112 Modify Registry
          1 item: detections/registry.yml
        T1222.001 File and Directory Permissions Modification: Windows Permissions
          1 item: playbooks/masks.md"
    `);
  });

  test('the Markdown report, its first sections', () => {
    expect(report('markdown').split('\n## ').slice(0, 3).join('\n## ')).toMatchInlineSnapshot(`
      "# What ATT&amp;CK Enterprise 19.1 changes from 18.1

      7 items of 8 that are mapped to this domain are touched.

      ## Revoked ids (2)

      They are read as their successors; \`coverbook lint --fix\` writes those into the files.

      - T1086 PowerShell is T1059.001 Command and Scripting Interpreter: PowerShell (revoked before)
        - detections/old-shell.yml
      - T1562.001 Impair Defenses: Disable or Modify Tools is T1685 Disable or Modify Tools
        - Defense Evasion → Defense Impairment
        - exercises/june.yaml
        - detections/sensor-stopped.yml
        - 1 item of libraries

      ## Ids 18.1 did not know (1)

      - T1685 Disable or Modify Tools
        - detections/sensor-gone.yml
      "
    `);
  });

  test('the JSON report is the value', () => {
    expect(JSON.parse(report('json'))).toEqual(impact);
    expect(impact.schemaVersion).toBe(1);
  });

  test('nothing a path holds gets out of a report', () => {
    const hostile = versionImpact(HOSTILE, from, to);
    const markdown = report('markdown', hostile);
    expect(markdown).toContain('a&#124;b/&lt;img src=x&gt;/\\[x\\](javascript:1)/@&#8203;everyone');
    for (const text of [report('text', hostile), markdown]) expect(text).not.toContain('\u001b');
    expect(markdown.split('\n').filter((line) => line.startsWith('# '))).toHaveLength(1);
    expect(markdown).not.toContain('<img');
    const linked = {
      ...hostile,
      renamed: [{ id: 'T1', from: 'https://evil.example', to: 'www.evil.example', items: [] }],
    };
    expect(report('markdown', linked)).not.toMatch(/https?:\/\/|www\./);
  });
});
