import { assess } from '../../src/coverage/assess.ts';
import type { Coverage } from '../../src/coverage/assessment.ts';
import type { NamedLayer } from '../../src/navigator/layer.ts';
import { buildLayers } from '../../src/navigator/layers.ts';
import type { UserConfig } from '../../src/workspace/config.ts';
import type { Workspace } from '../../src/workspace/workspace.ts';
import { aDetection, anExercise, aPlaybook, aSource, aWorkspace } from '../workspace-builder.ts';

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
