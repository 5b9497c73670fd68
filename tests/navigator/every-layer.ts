import { createKnowledgeBase } from '../../src/attack/create-knowledge-base.ts';
import type { Domain } from '../../src/attack/domain.ts';
import { embeddedSnapshot } from '../../src/attack/embedded.ts';
import type { KnowledgeBase } from '../../src/attack/knowledge-base.ts';
import { assess } from '../../src/coverage/assess.ts';
import type { Coverage } from '../../src/coverage/assessment.ts';
import type { DomainState, History } from '../../src/coverage/history.ts';
import type { NamedLayer } from '../../src/navigator/layer.ts';
import { buildLayers } from '../../src/navigator/layers.ts';
import type { Detection } from '../../src/detections/detection.ts';
import type { Mapping } from '../../src/mapping/mapping.ts';
import { resolveMapping } from '../../src/mapping/resolve.ts';
import type { Rung } from '../../src/robustness/judgement.ts';
import type { ThreatProfile } from '../../src/threats/threat-profile.ts';
import type { Workspace } from '../../src/workspace/workspace.ts';
import { aDetection, anExercise, aPlaybook, aSource, aWorkspace } from '../workspace-builder.ts';

export const RELEASES: readonly (readonly [Domain, string])[] = [
  ['enterprise', '19.1'],
  ['enterprise', '18.1'],
  ['mobile', '18.1'],
  ['ics', '18.1'],
];

export interface EveryLayer {
  workspace: Workspace;
  knowledge: KnowledgeBase;
  coverage: Coverage;
  layers: NamedLayer[];
  history: History;
}

/**
 * A workspace that every layer of the catalogue is made from, with cells of every kind in each, of any domain and
 * version: techniques are dealt out in the order of their ids.
 */
export function everyLayer(domain: Domain, version: string): EveryLayer {
  const knowledge = createKnowledgeBase(embeddedSnapshot(domain, version));
  const workspace = dealOut(knowledge);
  const coverage = assess(workspace);
  const history = earlier(knowledge, workspace.now);
  return { workspace, knowledge, coverage, layers: buildLayers(workspace, coverage, { history }), history };
}

const RUNGS: readonly (Rung | undefined)[] = [
  'hash',
  'ip',
  'domain',
  'artefact',
  'tool',
  'behaviour',
  undefined,
];

function dealOut(knowledge: KnowledgeBase): Workspace {
  const ids = knowledge.techniques.map(({ id }) => id);
  const nth = (n: number, of: number): string[] => ids.filter((_id, index) => index % of === n);
  const mapped = (techniques: readonly string[]): Mapping[] =>
    techniques.map((id) => mappingOf(id, knowledge));
  const ruled = nth(1, 3);
  const components = knowledge.facts.dataComponents.filter((_component, index) => index % 2 === 0);
  return aWorkspace({
    now: '2026-07-01',
    config: {
      title: 'Every layer',
      site: 'https://soc.example.org',
      attack: { domains: [knowledge.domain] },
    },
    sources: [
      aSource({ name: 'team', path: '/team/content' }),
      aSource({ name: 'library', git: 'https://example.org/rules.git', role: 'library' }),
    ],
    detections: [
      ...ruled.map((id, index) =>
        aDetection({
          title: `Rule ${id}`,
          mappings: mapped([id]),
          platforms: index % 4 === 0 ? [] : ['Linux', 'Android'],
          ...dateOf(index),
          ...rungOf(index),
          ...(index % 3 === 0 && {
            passingTests: [{ kind: 'sigma-regression' as const, summary: '1 matching event' }],
          }),
        }),
      ),
      aDetection({
        title: 'Of the library',
        mappings: mapped(nth(2, 4)),
        source: 'library',
        role: 'library',
      }),
    ],
    playbooks: [aPlaybook({ title: 'A hunt', mappings: mapped(nth(3, 7)), reviewed: '2026-06-20' })],
    exercises: [
      anExercise({ title: 'Seen', results: resultsOf(mapped(nth(4, 12)), 'detected') }),
      anExercise({ title: 'Missed', results: resultsOf(mapped(nth(7, 12)), 'missed') }),
    ],
    threats: [profileOf('ours', knowledge), profileOf('theirs', knowledge)],
    decisions: [
      {
        mappings: mapped(nth(5, 19)),
        state: 'out-of-scope',
        reason: 'We have none of it',
        path: 'scope.yaml',
      },
      {
        mappings: mapped(nth(6, 23)),
        state: 'accepted',
        reason: 'It would cost more than it saves.',
        owner: 'risk',
        review: '2026-01-01',
        path: 'scope.yaml',
      },
    ],
    visibility: components.map(({ id, name }) => ({
      dataComponent: name,
      logSource: `A log of ${name}`,
      components: [id],
      platforms: [],
      source: 'team',
      path: 'visibility.yaml',
    })),
    knowledge: new Map([[knowledge.domain, knowledge]]),
  });
}

/** Rules of every age, and some of none. */
function dateOf(index: number): Partial<Detection> {
  const dates = [undefined, '2026-06-25', '2026-05-01', '2026-01-05', '2025-03-01', '2020-01-01'];
  const modified = dates[index % dates.length];
  return modified === undefined ? {} : { modified };
}

function rungOf(index: number): Partial<Detection> {
  const rung = RUNGS[index % RUNGS.length];
  return rung === undefined
    ? {}
    : { robustness: { rung, because: 'It keys on it.', parts: [], by: 'query' as const } };
}

function resultsOf(
  mappings: readonly Mapping[],
  outcome: 'detected' | 'missed',
): ReturnType<typeof anExercise>['results'] {
  return mappings.map((mapping) => ({ mapping, outcome, date: '2026-06-01', detections: [] }));
}

function profileOf(id: string, knowledge: KnowledgeBase): ThreatProfile {
  const withTechniques = ({ id: actor }: { id: string }): boolean =>
    knowledge.techniquesUsedBy(actor).length > 0;
  const groups = knowledge.facts.groups.filter(withTechniques);
  const software = knowledge.facts.software.filter(withTechniques);
  return {
    format: 'coverbook',
    id,
    title: `Who matters to ${id}`,
    actors: [
      { actor: groups[0]?.id ?? '', weight: 3 },
      { actor: groups[5]?.id ?? '', weight: 2 },
      { actor: software[3]?.id ?? '', weight: 1 },
      { actor: 'Our own thieves', weight: 5, own: true },
    ],
    procedures: knowledge.techniques
      .slice(0, 40)
      .map((technique) => ({ mapping: mappingOf(technique.id, knowledge), actor: 'Our own thieves' })),
    techniques: knowledge.techniques
      .slice(40, 45)
      .map((technique) => ({ mapping: mappingOf(technique.id, knowledge), weight: 2 })),
    source: 'team',
    path: `threats/${id}.yaml`,
  };
}

function mappingOf(id: string, knowledge: KnowledgeBase): Mapping {
  const draft = { written: id, id, provenance: 'declared' as const, pointer: [] };
  return resolveMapping(draft, new Map([[knowledge.domain, knowledge]]));
}

/** A state of a year ago with techniques that were gained, lost, raised and lowered since. */
function earlier(knowledge: KnowledgeBase, now: string): History {
  const state: DomainState = {
    levels: { none: 0, hunted: 0, claimed: 0, tested: 0, proven: 0, failed: 0 },
    total: 0,
    covered: 0,
    tactics: {},
    techniques: Object.fromEntries(
      knowledge.techniques.flatMap(({ id }, index) =>
        index % 2 === 0 ? [] : [[id, ['claimed', index % 5 === 0 ? 100 : 10, 2]] as const],
      ),
    ),
  };
  const domains = { [knowledge.domain]: state };
  return {
    points: [
      { date: '2024-07-01', commits: [], domains: {} },
      { date: '2025-08-01', commits: [], domains },
      { date: now, commits: [], domains },
    ],
    changes: [],
    notes: ['The source library is not in Git.'],
  };
}
