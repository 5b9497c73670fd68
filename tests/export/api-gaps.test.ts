import { describe, expect, test } from 'vitest';
import { assess } from '../../src/coverage/assess.ts';
import { outlookOf } from '../../src/coverage/outlook.ts';
import { actorsReport } from '../../src/export/api/actors.ts';
import { backlogReport } from '../../src/export/api/backlog.ts';
import { coverageReport } from '../../src/export/api/coverage.ts';
import { gapsReport } from '../../src/export/api/gaps.ts';
import type { ThreatProfile } from '../../src/threats/threat-profile.ts';
import { aDetection, aMapping, aPlaybook, aWorkspace } from '../workspace-builder.ts';

const profile: ThreatProfile = {
  format: 'coverbook',
  id: 'retail',
  title: 'Retail',
  actors: [{ actor: 'G0037', weight: 5, reason: 'Cards' }],
  procedures: [{ mapping: aMapping('T1119'), actor: 'G0037', text: 'A script', date: '2026-01-02' }],
  techniques: [],
  source: 'team',
  path: 'threats/retail.yaml',
};

const workspace = aWorkspace({
  threats: [profile],
  detections: [
    aDetection({ title: 'Counts', techniques: ['T1046'], modified: '2026-05-01' }),
    aDetection({ title: 'Offered', role: 'library', source: 'library', techniques: ['T1119'] }),
    aDetection({ title: 'Off', enabled: false, techniques: ['T1119'] }),
  ],
  playbooks: [aPlaybook({ title: 'Late', techniques: ['T1102'], due: '2026-06-01', reviewed: '2026-03-03' })],
  decisions: [{ mappings: [aMapping('T1078')], state: 'accepted', reason: 'Insured.', path: 'x' }],
});
const coverage = assess(workspace);
const outlook = outlookOf(workspace, coverage);
const header = {
  schemaVersion: 1,
  attack: { enterprise: '19.1' },
  generatedFrom: [{ source: 'team', ref: null }],
  profile: { id: 'retail', title: 'Retail' },
};

/** What a consumer sees. */
function json(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

describe('api/gaps.json', () => {
  test('names rules by key, and has null where nobody says anything', () => {
    const report = json(gapsReport(workspace, coverage.profiles[0], [...outlook.gaps.values()].flat())) as {
      gaps: { technique: string; closes: object }[];
    };
    expect(report).toMatchObject(header);
    expect(report.gaps.find(({ technique }) => technique === 'T1119')).toMatchObject({
      domain: 'enterprise',
      level: 'none',
      users: [{ id: 'G0037', name: 'FIN6', weight: 5 }],
      closes: {
        library: ['library/offered'],
        notCounting: [{ key: 'team/off', why: 'disabled' }],
        playbook: { title: 'Collection by way of Automated Collection' },
      },
    });
    expect(JSON.stringify(report)).toContain('"collected":null');
    expect(report.gaps.find(({ technique }) => technique === 'T1102')?.closes).toMatchObject({
      playbook: null,
    });
  });
});

describe('api/backlog.json', () => {
  test('has what is due by key, and whole files to start from', () => {
    const report = json(backlogReport(workspace, coverage.profiles[0], outlook.backlog)) as {
      items: object[];
    };
    expect(report).toMatchObject(header);
    expect(report.items[0]).toEqual({
      kind: 'overdue',
      playbook: 'team/late',
      title: 'Late',
      due: '2026-06-01',
      days: 30,
      because: 'Its run was due 30 days ago, on 2026-06-01; it never ran.',
    });
    expect(report.items[1]).toMatchObject({
      kind: 'never-hunted',
      start: { text: expect.stringMatching(/^---\ntitle: /) as string },
    });
  });
});

describe('api/actors.json', () => {
  test('has every actor, the profile’s first, with what is out of scope and what the profile saw', () => {
    const report = json(actorsReport(workspace, coverage.profiles[0], outlook.actors)) as {
      actors: { id: string; weight: number | null }[];
    };
    expect(report).toMatchObject(header);
    expect(report.actors[0]).toMatchObject({
      id: 'G0037',
      weight: 5,
      reason: 'Cards',
      total: 39,
      covered: 1,
      outOfScope: ['T1078'],
      procedures: { T1119: [{ text: 'A script', reference: null, date: '2026-01-02' }] },
    });
    expect(report.actors[1]).toMatchObject({ weight: null, reason: null });
  });
});

test('api/coverage.json has scope, priority and what is missing of every technique', () => {
  const techniques = coverageReport(workspace, coverage).domains.enterprise!.techniques;
  expect(techniques['T1078']).toMatchObject({
    priority: 0,
    missing: [],
    scope: { state: 'accepted', reason: 'Insured.' },
    visibility: null,
  });
  expect(techniques['T1046']).toMatchObject({
    relevance: 100,
    priority: 70,
    missing: ['hunt', 'test', 'proof'],
    scope: { state: 'in', reason: null },
    robustness: { best: null, spread: { 'not-judged': 1, behaviour: 0 } },
    freshness: { changed: '2026-05-01', reviewed: null, proven: null, stale: false, staleItems: 0, items: 1 },
  });
});
