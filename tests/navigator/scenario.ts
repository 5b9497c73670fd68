import { assess } from '../../src/coverage/assess.ts';
import type { Coverage } from '../../src/coverage/assessment.ts';
import type { History, HistoryPoint } from '../../src/coverage/history.ts';
import type { NamedLayer } from '../../src/navigator/layer.ts';
import { buildLayers } from '../../src/navigator/layers.ts';
import type { UserConfig } from '../../src/workspace/config.ts';
import type { Workspace } from '../../src/workspace/workspace.ts';
import { aDetection, aMapping, anExercise, aPlaybook, aSource, aWorkspace } from '../workspace-builder.ts';

/** A small team with a technique on every level, a library, a rule that does not count, and a threat profile. */
export function smallTeam(config: Partial<UserConfig> = {}): Workspace {
  return aWorkspace({
    config,
    sources: [
      aSource({ name: 'team', path: '/team/content' }),
      aSource({ name: 'sigmahq', git: 'https://example.org/sigma.git', ref: 'main', role: 'library' }),
    ],
    detections: [
      aDetection({ title: 'Encoded PowerShell', techniques: ['T1059.001'] }),
      aDetection({ title: 'PowerShell download', techniques: ['T1086', 'T1105'] }),
      aDetection({ title: 'Old rule', techniques: ['T1059.001'], status: 'deprecated' }),
      aDetection({
        title: 'Shell from Office',
        techniques: ['T1059.003'],
        passingTests: [{ kind: 'sigma-regression', path: 'regression_data/x', summary: '1 matching event' }],
      }),
      aDetection({ title: 'LSASS access', techniques: ['T1003.001'] }),
      aDetection({ title: 'Task created', techniques: ['T1053.005'] }),
      aDetection({ title: 'Library only', techniques: ['T1110.003'], source: 'sigmahq', role: 'library' }),
    ],
    playbooks: [
      aPlaybook({ title: 'Odd tasks', techniques: ['T1053.005', 'T1218.011'] }),
      aPlaybook({ title: 'Forgotten hunt', techniques: ['T1021.001'], current: false }),
    ],
    exercises: [
      anExercise({
        title: 'June',
        outcomes: [
          ['T1053.005', 'detected'],
          ['T1003.001', 'missed'],
        ],
      }),
    ],
    threats: [
      {
        id: 'default',
        title: 'Who matters',
        format: 'coverbook',
        procedures: [],
        techniques: [],
        actors: [{ actor: 'G0016', weight: 3 }],
        source: 'team',
        path: 'threats/default.yaml',
      },
    ],
  });
}

export function layersOf(workspace: Workspace): { coverage: Coverage; layers: NamedLayer[] } {
  const coverage = assess(workspace);
  return { coverage, layers: buildLayers(workspace, coverage) };
}

/** The same team with everything a layer can be about: what is collected, what is out of scope, rungs, a year ago. */
export function wholeTeam(): { workspace: Workspace; history: History } {
  const team = smallTeam();
  const domains = {
    enterprise: {
      levels: { none: 0, hunted: 0, claimed: 0, tested: 0, proven: 0, failed: 0 },
      total: 0,
      covered: 0,
      tactics: {},
      techniques: {
        'T1059.001': ['claimed', 50, 3],
        'T1003.001': ['claimed', 30, 1],
        'T1059.003': ['claimed', 30, 1],
        T1105: ['claimed', 30, 1],
      },
    },
  } satisfies HistoryPoint['domains'];
  return {
    workspace: {
      ...team,
      detections: team.detections.map((detection) => ({
        ...detection,
        ...(detection.title === 'Encoded PowerShell' && {
          modified: '2026-06-01',
          robustness: { rung: 'artefact', because: 'A command line.', parts: [], by: 'query' },
        }),
        ...(detection.title === 'LSASS access' && {
          modified: '2020-01-01',
          robustness: { rung: 'behaviour', because: 'An access mask.', parts: [], by: 'query' },
        }),
      })),
      decisions: [
        {
          mappings: [aMapping('T1105'), aMapping('T1021.001')],
          state: 'accepted',
          reason: 'Seen by the proxy team.',
          owner: 'risk',
          review: '2026-01-31',
          path: 'coverbook.yaml',
        },
      ],
      visibility: [
        {
          dataComponent: 'Process Creation',
          logSource: 'WinEventLog:Sysmon',
          components: ['DC0032'],
          platforms: ['Windows'],
          source: 'team',
          path: 'visibility.yaml',
        },
      ],
    },
    history: {
      points: [
        { date: '2025-07-01', commits: [], domains },
        { date: '2026-07-01', commits: [], domains },
      ],
      changes: [],
      notes: ['sigmahq is a library.'],
    },
  };
}

/** What a person reads in a layer: its words, its legend and some of its cells, a line each. */
export function asRead({ id, layer }: NamedLayer, techniques: ReadonlySet<string>): string {
  const cells = layer.techniques
    .filter(({ techniqueID }) => techniques.has(techniqueID))
    .map(({ techniqueID, score, color, enabled, comment }) =>
      [
        techniqueID,
        enabled === false ? 'disabled' : (score ?? 'no score'),
        ...(color === undefined ? [] : [color]),
        comment,
      ].join(' · '),
    );
  return [
    `# ${id}: ${layer.name}`,
    layer.description.replace(/ Sources: .*/, ''),
    ...layer.legendItems.map(({ label, color }) => `${color} ${label}`),
    ...cells,
    '',
  ].join('\n');
}
