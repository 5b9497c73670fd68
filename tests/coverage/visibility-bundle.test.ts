import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { visibilityOf } from '../../src/coverage/visibility.ts';
import { logVocabulary, resolveLog } from '../../src/visibility/resolve.ts';
import type { CollectedLog } from '../../src/visibility/collected-log.ts';
import { corpora } from '../corpora.ts';
import { embeddedBase } from '../workspace-builder.ts';

const folder = corpora('visibility against the bundle of ATT&CK 19.1');
const knowledge = embeddedBase('enterprise');

interface StixObject {
  type: string;
  id: string;
  name: string;
  external_references?: { source_name: string; external_id?: string }[];
  revoked?: boolean;
  x_mitre_deprecated?: boolean;
  x_mitre_platforms?: string[];
  x_mitre_analytic_refs?: string[];
  x_mitre_log_source_references?: { x_mitre_data_component_ref: string; name: string }[];
  relationship_type?: string;
  source_ref?: string;
  target_ref?: string;
}

interface RawAnalytic {
  platforms: string[];
  /** Names of data components. */
  data: Set<string>;
}

/** Technique id → its analytics, read out of the bundle without the code under test. */
function rawAnalytics(): Map<string, RawAnalytic[]> {
  const file = join(folder ?? '', 'attack/enterprise-attack-19.1.json.gz');
  const { objects } = JSON.parse(gunzipSync(readFileSync(file)).toString()) as { objects: StixObject[] };
  const byId = new Map(objects.map((object) => [object.id, object]));
  const isActive = (object?: StixObject) => object && !object.revoked && !object.x_mitre_deprecated;
  const found = new Map<string, RawAnalytic[]>();
  for (const relation of objects) {
    const strategy = byId.get(relation.source_ref ?? '');
    const technique = byId.get(relation.target_ref ?? '');
    if (relation.relationship_type !== 'detects' || strategy?.type !== 'x-mitre-detection-strategy') continue;
    if (!isActive(relation) || !isActive(strategy) || !isActive(technique)) continue;
    const id = technique?.external_references?.[0]?.external_id ?? '';
    for (const ref of strategy.x_mitre_analytic_refs ?? []) {
      const analytic = byId.get(ref);
      if (!analytic || !isActive(analytic)) continue;
      const components = (analytic.x_mitre_log_source_references ?? []).map((log) =>
        byId.get(log.x_mitre_data_component_ref),
      );
      found.set(id, [
        ...(found.get(id) ?? []),
        {
          platforms: analytic.x_mitre_platforms ?? [],
          data: new Set(
            components.flatMap((component) => (isActive(component) ? (component?.name ?? []) : [])),
          ),
        },
      ]);
    }
  }
  return found;
}

const COLLECTED: [name: string, platforms: string[]][] = [
  ['Process Creation', ['Windows', 'Linux']],
  ['Process Access', ['Windows']],
  ['Windows Registry Key Modification', ['Windows']],
  ['File Creation', ['Windows']],
  ['User Account Authentication', ['Identity Provider', 'SaaS', 'Windows']],
  ['Logon Session Metadata', ['SaaS']],
  ['Network Traffic Flow', []],
];
const vocabulary = logVocabulary(new Map([['enterprise', knowledge]]));
const logs = COLLECTED.map(([dataComponent, platforms]): CollectedLog => {
  const draft = { dataComponent, platforms, ordinal: 0, pointer: [] };
  return { ...draft, ...resolveLog(draft, vocabulary), source: 'team', path: 'visibility.yaml' };
});

const isCollected = (name: string, platform: string): boolean =>
  COLLECTED.some(([known, on]) => known === name && (on.length === 0 || on.includes(platform)));

/** The state by the definition alone. */
function stateOf(analytics: readonly RawAnalytic[], ours: readonly string[]): string {
  const asked = analytics
    .flatMap(({ platforms, data }) => platforms.map((platform) => ({ platform, data: [...data] })))
    .filter(({ platform, data }) => data.length > 0 && (ours.length === 0 || ours.includes(platform)));
  if (asked.length === 0) return 'unknown';
  if (asked.some(({ platform, data }) => data.every((name) => isCollected(name, platform)))) return 'visible';
  return asked.some(({ platform, data }) => data.some((name) => isCollected(name, platform)))
    ? 'partial'
    : 'blind';
}

test.runIf(folder)('three techniques, checked by hand in the bundle', () => {
  const seen = (id: string, platforms: string[] = []) => {
    const { state, share, components } = visibilityOf(id, knowledge, logs, platforms);
    const open = components.filter(({ collected }) => collected.length === 0).map(({ name }) => name);
    return { state, share, open: open.sort() };
  };
  // One Windows analytic reads five data components; accounts' metadata is not collected.
  expect(seen('T1003.001')).toEqual({ state: 'partial', share: 80, open: ['User Account Metadata'] });
  // Four analytics; that of SaaS is complete. Logon Session Creation is read on IaaS only.
  expect(seen('T1078.004')).toEqual({ state: 'visible', share: 67, open: ['Logon Session Creation'] });
  // For identity providers alone, authentication is collected and logons' metadata is not.
  expect(seen('T1078.004', ['Identity Provider'])).toMatchObject({ state: 'partial', share: 50 });
  // Eight analytics, one for each platform, all on authentication.
  expect(seen('T1110.003')).toEqual({ state: 'visible', share: 100, open: [] });
  expect(seen('T1110.003', ['Linux'])).toMatchObject({ state: 'blind', share: 0 });
});

test.runIf(folder).each([[[]], [['Windows']], [['Linux', 'IaaS', 'SaaS']], [['PRE']]])(
  'on %j every technique is what the bundle says',
  (platforms: string[]) => {
    const raw = rawAnalytics();
    const states = new Map<string, number>();
    for (const { id } of knowledge.techniques) {
      const { state } = visibilityOf(id, knowledge, logs, platforms);
      expect([id, state]).toEqual([id, stateOf(raw.get(id) ?? [], platforms)]);
      states.set(state, (states.get(state) ?? 0) + 1);
    }
    expect(knowledge.techniques).toHaveLength(697);
    if (platforms.length === 0) expect(states.size).toBeGreaterThan(2);
  },
);
