import { createKnowledgeBase } from '../../src/attack/create-knowledge-base.ts';
import { embeddedSnapshot } from '../../src/attack/embedded.ts';
import type { KnowledgeBase } from '../../src/attack/knowledge-base.ts';
import { assess } from '../../src/coverage/assess.ts';
import type { Assessment } from '../../src/coverage/assessment.ts';
import type { ExportInput } from '../../src/export/tables/export-input.ts';
import type { Workspace } from '../../src/workspace/workspace.ts';
import { aDetection, aMapping, anExercise, aPlaybook, aSource, aWorkspace } from '../workspace-builder.ts';

const TECHNIQUES = ['T1003', 'T1003.001', 'T1053', 'T1053.005', 'T1059', 'T1059.001', 'T1059.003', 'T1110'];
const TACTICS = ['execution', 'persistence', 'credential-access'];

/** ATT&CK with eight techniques under three tactics: whole outputs stay small enough to be read. */
export function smallAttack(): KnowledgeBase {
  const facts = embeddedSnapshot('enterprise');
  return createKnowledgeBase({
    ...facts,
    tactics: facts.tactics.filter(({ shortname }) => TACTICS.includes(shortname)),
    techniques: facts.techniques
      .filter(({ id }) => TECHNIQUES.includes(id))
      .map((technique) => ({
        ...technique,
        tactics: technique.tactics.filter((tactic) => TACTICS.includes(tactic)),
      })),
  });
}

/** A team with a technique on every level, a decision, collected logs and a finding. */
export function smallTeam(overrides: Partial<Omit<Workspace, 'config'>> = {}): Workspace {
  return aWorkspace({
    config: { title: 'Small team', site: 'https://soc.example.org', base: '/coverage' },
    knowledge: new Map([['enterprise', smallAttack()]]),
    sources: [
      aSource({ name: 'team', path: '/team/content' }),
      aSource({ name: 'lib', git: 'https://example.org/lib.git', ref: 'main', role: 'library' }),
    ],
    detections: [
      aDetection({
        id: 'a1',
        title: 'Encoded PowerShell',
        techniques: ['T1086'],
        created: '2026-01-05',
        modified: '2026-03-01',
        severity: 'high',
        authors: ['Team A', 'Team B'],
        description: 'Looks for encoded commands.',
        language: 'sigma',
        query:
          'logsource:\n  product: windows\ndetection:\n  selection:\n    CommandLine|contains: " -enc "\n  condition: selection',
        permalink: 'https://git.example.org/rules/encoded.yml',
        robustness: { rung: 'tool', because: 'It keys on an option of the tool.', parts: [], by: 'query' },
      }),
      aDetection({
        title: 'Shell from Office',
        techniques: ['T1059.003'],
        created: '2025-06-01',
        riskScore: 47,
        passingTests: [{ kind: 'sigma-regression', path: 'regression_data/x', summary: '1 matching event' }],
        format: 'elastic',
        language: 'eql',
        query: 'process where process.name == "cmd.exe"',
      }),
      aDetection({
        title: 'LSASS access',
        techniques: ['T1003.001'],
        created: '2026-02-01',
        format: 'wazuh',
      }),
      aDetection({ title: 'Old rule', techniques: ['T1059.001'], status: 'deprecated' }),
      aDetection({ title: 'Task created', techniques: ['T1053.005'], source: 'lib', role: 'library' }),
    ],
    playbooks: [
      aPlaybook({
        id: 'H-1',
        title: 'Odd tasks',
        techniques: ['T1053.005'],
        hypothesis: 'Somebody keeps a foothold in a task.',
        created: '2026-01-01',
        reviewed: '2026-05-01',
        cadence: 90,
        due: '2026-07-30',
        owner: 'Hunters',
        runs: [{ date: '2026-05-01', outcome: 'nothing-found', findings: 0 }],
      }),
      aPlaybook({
        title: 'Forgotten hunt',
        techniques: ['T1110'],
        current: false,
        currentNot: 'last reviewed 2024-01-01',
      }),
    ],
    exercises: [
      anExercise({
        title: 'June',
        outcomes: [
          ['T1059.001', 'detected'],
          ['T1003.001', 'missed'],
        ],
      }),
    ],
    decisions: [
      {
        mappings: [aMapping('T1110')],
        state: 'accepted',
        reason: 'The provider watches it.',
        owner: 'Identity',
        decided: '2026-01-01',
        review: '2026-06-01',
        source: 'team',
        path: 'decisions.yaml',
      },
    ],
    visibility: [
      {
        dataComponent: 'Process Creation',
        components: ['DC0032'],
        platforms: [],
        quality: 4,
        logSource: 'WinEventLog:Sysmon',
        source: 'team',
        path: 'logs.yaml',
      },
    ],
    findings: [
      {
        rule: 'mapping/revoked',
        severity: 'warning',
        source: 'team',
        path: 'detections/encoded-powershell.yml',
        message: 'Unexpected `T1086`, revoked in 19.1; expected `T1059.001`',
        hint: 'Write the successor.',
        range: { line: 9, column: 5, endLine: 9, endColumn: 17 },
        item: 'team/encoded-powershell',
      },
    ],
    ...overrides,
  });
}

/** The same as an export takes it, with one gap, one idea for a hunt and one actor. */
export function smallExport(workspace: Workspace = smallTeam()): ExportInput {
  const coverage = assess(workspace);
  const assessed = (id: string): Assessment => coverage.domains.get('enterprise')!.assessments.get(id)!;
  const start = {
    title: 'Hunt for scheduled tasks',
    hypothesis: 'Tasks are made by hand.',
    text: '---\n---\n',
  };
  const users = [{ id: 'G0016', name: 'APT29', weight: 3 }];
  return {
    workspace,
    coverage,
    gaps: [
      {
        technique: 'T1053.005',
        name: 'Scheduled Task',
        domain: 'enterprise',
        level: 'hunted',
        priority: 80,
        relevance: 90,
        score: 10,
        missing: ['rule', 'proof'],
        why: 'APT29 uses it and no rule counts.',
        users,
        tactics: ['execution'],
        platforms: ['Windows'],
        closes: {
          library: workspace.detections.filter(({ role }) => role === 'library'),
          hunts: [],
          notCounting: [],
          atomics: [],
          subtechniques: [],
          logSources: [
            { component: { id: 'DC0032', name: 'Process Creation' }, logSources: [], collected: true },
            { component: { id: 'DC0001', name: 'Scheduled Job Creation' }, logSources: [], collected: false },
          ],
        },
      },
    ],
    backlog: [
      {
        kind: 'due',
        playbook: workspace.playbooks.find(({ title }) => title === 'Odd tasks') ?? aPlaybook(),
        due: '2026-07-30',
        days: -29,
        because: 'Its next run is in 29 days.',
      },
      {
        kind: 'never-hunted',
        technique: 'T1059.001',
        name: 'PowerShell',
        domain: 'enterprise',
        relevance: 100,
        priority: 60,
        users,
        because: 'Nobody ever looked for it.',
        start,
      },
    ],
    actors: [
      {
        id: 'G0016',
        name: 'APT29',
        aliases: ['Cozy Bear'],
        type: 'group',
        domain: 'enterprise',
        weight: 3,
        reason: 'Targets us.',
        techniques: ['T1053.005', 'T1059.001'].map((id) => ({ assessment: assessed(id), procedures: [] })),
        total: 2,
        levels: { none: 0, hunted: 1, claimed: 0, tested: 0, proven: 1, failed: 0 },
        covered: 1,
        withProof: 1,
        related: { software: [], usedBy: [], attributedTo: [], campaigns: [] },
      },
    ],
  };
}
