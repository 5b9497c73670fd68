import { describe, expect, test } from 'vitest';
import { assess } from '../../src/coverage/assess.ts';
import { backlogOf } from '../../src/coverage/backlog.ts';
import type { BacklogItem } from '../../src/coverage/backlog-item.ts';
import type { Playbook } from '../../src/playbooks/playbook.ts';
import { currency } from '../../src/playbooks/currency.ts';
import type { ThreatProfile } from '../../src/threats/threat-profile.ts';
import type { Workspace } from '../../src/workspace/workspace.ts';
import { aDetection, aPlaybook, aWorkspace } from '../workspace-builder.ts';

const NOW = '2026-07-01';

/** A playbook with what its dates make of it on the first of July. */
function hunt(overrides: Parameters<typeof aPlaybook>[0]): Playbook {
  const playbook = aPlaybook(overrides);
  return { ...playbook, ...currency(playbook, NOW, 180) };
}

function backlog(content: Parameters<typeof aWorkspace>[0]): BacklogItem[] {
  const workspace: Workspace = aWorkspace({ now: NOW, ...content });
  return backlogOf(workspace, assess(workspace));
}

function known(items: readonly BacklogItem[]): [string, string, number][] {
  return items.flatMap((item) =>
    item.kind === 'never-hunted'
      ? []
      : [[item.kind, item.playbook.title, item.days] as [string, string, number]],
  );
}

function neverHunted(items: readonly BacklogItem[]): Extract<BacklogItem, { kind: 'never-hunted' }>[] {
  return items.flatMap((item) => (item.kind === 'never-hunted' ? [item] : []));
}

const PROFILE: ThreatProfile = {
  format: 'coverbook',
  id: 'p',
  title: 'P',
  actors: [{ actor: 'G0037', weight: 5 }],
  procedures: [],
  techniques: [],
  source: 'team',
  path: 'p.yaml',
};

describe('hunts that are due', () => {
  test('overdue by most days first, then due soonest first, then stale by longest', () => {
    const playbooks = [
      hunt({ title: 'A month late', cadence: 30, runs: [run('2026-05-02')] }),
      hunt({ title: 'A day late', cadence: 30, runs: [run('2026-05-31')] }),
      hunt({ title: 'Due today', cadence: 30, runs: [run('2026-06-01')] }),
      hunt({ title: 'Due in thirty days', cadence: 30, runs: [run(NOW)] }),
      hunt({ title: 'Due later', cadence: 31, runs: [run(NOW)] }),
      hunt({ title: 'Stale', reviewed: '2025-12-31' }),
      hunt({ title: 'Staler', reviewed: '2025-07-01' }),
      hunt({ title: 'Fine', reviewed: '2026-06-01' }),
    ];
    expect(known(backlog({ playbooks }))).toEqual([
      ['overdue', 'A month late', 30],
      ['overdue', 'A day late', 1],
      ['due', 'Due today', 0],
      ['due', 'Due in thirty days', -30],
      ['stale', 'Staler', 365],
      ['stale', 'Stale', 182],
    ]);
  });

  test('one that is overdue and not current is there once, as overdue', () => {
    const playbooks = [hunt({ title: 'Both', cadence: 30, runs: [run('2025-01-01')] })];
    expect(known(backlog({ playbooks }))).toEqual([['overdue', 'Both', 516]]);
  });

  test('one without any date is stale, by no number of days', () => {
    expect(known(backlog({ playbooks: [hunt({ title: 'Undated' })] }))).toEqual([['stale', 'Undated', 0]]);
  });

  test('drafts and retired playbooks are never due', () => {
    const playbooks = [
      hunt({ title: 'Draft', status: 'draft', cadence: 1, runs: [run('2025-01-01')] }),
      hunt({ title: 'Retired', status: 'retired', cadence: 1, runs: [run('2025-01-01')] }),
    ];
    expect(known(backlog({ playbooks }))).toEqual([]);
  });

  test('the sentence says since when', () => {
    const [late] = backlog({ playbooks: [hunt({ cadence: 30, runs: [run('2026-05-31')] })] });
    expect(late?.because).toBe('Its run was due 1 day ago, on 2026-06-30; it last ran on 2026-05-31.');
    const [never] = backlog({ playbooks: [hunt({ cadence: 30, reviewed: '2026-06-05' })] });
    expect(never?.because).toBe('Its next run is due in 4 days, on 2026-07-05; it never ran.');
  });
});

describe('hunts nobody wrote', () => {
  test('a technique of the profile’s actors by priority, with a playbook to start from', () => {
    const items = neverHunted(backlog({ threats: [PROFILE] }));
    const priorities = items.map(({ priority }) => priority);
    expect(priorities).toEqual([...priorities].sort((a, b) => b - a));
    expect(items.map(({ technique }) => technique)).toContain('T1078');
    expect(items.every(({ start, technique }) => start.text.includes(technique))).toBe(true);
  });

  test('one with a playbook is none, current, stale or retired; one with a draft is and names it', () => {
    const playbooks = [
      hunt({ title: 'Current', techniques: ['T1119'], reviewed: '2026-06-01' }),
      hunt({ title: 'Old', techniques: ['T1102'], reviewed: '2020-06-01' }),
      hunt({ title: 'Gone', techniques: ['T1046'], status: 'retired' }),
      hunt({ title: 'Begun', techniques: ['T1078'], status: 'draft' }),
    ];
    const items = neverHunted(backlog({ threats: [PROFILE], playbooks }));
    const ids = items.map(({ technique }) => technique);
    expect(neverHunted(backlog({ threats: [PROFILE] })).map(({ technique }) => technique)).toEqual(
      expect.arrayContaining(['T1119', 'T1102', 'T1046', 'T1078']),
    );
    expect(ids).not.toContain('T1119');
    expect(ids).not.toContain('T1102');
    expect(ids).not.toContain('T1046');
    expect(items.find(({ technique }) => technique === 'T1078')?.because).toBe(
      'FIN6 uses it, and no playbook ever looked for it; 1 draft would: “Begun” (none: nothing speaks for it).',
    );
  });

  test('a rule is no hunt', () => {
    const items = neverHunted(
      backlog({ threats: [PROFILE], detections: [aDetection({ techniques: ['T1078'] })] }),
    );
    expect(items.find(({ technique }) => technique === 'T1078')).toMatchObject({ priority: 70 });
  });

  test('domains follow one another: their priorities do not compare', () => {
    const items = neverHunted(backlog({ config: { attack: { domains: ['ics', 'enterprise'] } } }));
    const domains = items.map(({ domain }) => domain);
    expect(new Set(domains).size).toBe(2);
    expect(domains.lastIndexOf(domains[0]!) + 1).toBe(domains.indexOf(domains.at(-1)!));
  });
});

function run(date: string): Playbook['runs'][number] {
  return { date, outcome: 'nothing-found', findings: 0 };
}
