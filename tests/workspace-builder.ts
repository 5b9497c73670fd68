/**
 * Real values of the domain in a line each: whatever a test does not say has a sensible default. Mappings are
 * resolved against the embedded ATT&CK facts of all three domains.
 */
import { slug as toSlug } from 'github-slugger';
import { createKnowledgeBase } from '../src/attack/create-knowledge-base.ts';
import { DOMAINS, type Domain } from '../src/attack/domain.ts';
import { embeddedSnapshot } from '../src/attack/embedded.ts';
import type { KnowledgeBase } from '../src/attack/knowledge-base.ts';
import { countsNot } from '../src/detections/counts.ts';
import type { Detection } from '../src/detections/detection.ts';
import type { Exercise, Outcome } from '../src/exercises/exercise.ts';
import type { Mapping, MappingDraft, Placement } from '../src/mapping/mapping.ts';
import { resolveMapping } from '../src/mapping/resolve.ts';
import type { Playbook } from '../src/playbooks/playbook.ts';
import type { Source, SourceSpec } from '../src/sources/source.ts';
import { configSchema, type UserConfig } from '../src/workspace/config.ts';
import type { Workspace } from '../src/workspace/workspace.ts';

const bases = new Map<Domain, KnowledgeBase>();

/** The embedded knowledge base of a domain, made once. */
export function embeddedBase(domain: Domain): KnowledgeBase {
  let base = bases.get(domain);
  if (!base) bases.set(domain, (base = createKnowledgeBase(embeddedSnapshot(domain))));
  return base;
}

/** A resolved mapping: `aMapping('T1086')` is revoked and stands for `T1059.001`. */
export function aMapping(id: string, overrides: Partial<MappingDraft> = {}): Mapping {
  const all = new Map(DOMAINS.map((domain) => [domain, embeddedBase(domain)]));
  return resolveMapping({ written: id, id, provenance: 'declared', pointer: [], ...overrides }, all);
}

interface Shorthand {
  /** Technique ids it is mapped to. */
  techniques?: string[];
}

/** A deployed Sigma rule of status production, without a mapping. `counts` follows from role, status and format. */
export function aDetection({
  techniques = [],
  ...overrides
}: Partial<Detection> & Shorthand = {}): Detection {
  const title = overrides.title ?? 'A rule';
  const detection: Omit<Detection, 'counts'> = {
    ...placement(title, 'detections', '.yml', overrides),
    kind: 'detection',
    format: 'sigma',
    title,
    status: 'production',
    enabled: true,
    authors: [],
    references: [],
    falsePositives: [],
    logSources: ['windows · process_creation'],
    platforms: ['Windows'],
    tags: [],
    mappings: techniques.map((id) => aMapping(id)),
    tactics: [],
    inferred: [],
    actors: [],
    related: [],
    tests: [],
    simulations: [],
    refersTo: [],
    lines: { from: 1, to: 20 },
    ordinal: 0,
    filters: [],
    passingTests: [],
    ...overrides,
  };
  const why = countsNot(detection, detection.role, detection.path);
  return {
    ...detection,
    counts: why === undefined,
    ...(why !== undefined && { countsNot: why }),
    ...overrides,
  };
}

/** An active, current playbook of the team, without a mapping. */
export function aPlaybook({ techniques = [], ...overrides }: Partial<Playbook> & Shorthand = {}): Playbook {
  const title = overrides.title ?? 'A hunt';
  return {
    ...placement(title, 'playbooks', '.md', overrides),
    kind: 'playbook',
    format: 'coverbook',
    title,
    mappings: techniques.map((id) => aMapping(id)),
    tactics: [],
    inferred: [],
    actors: [],
    platforms: [],
    dataSources: [],
    status: 'active',
    authors: [],
    runs: [],
    detections: [],
    references: [],
    queries: [],
    sections: [],
    body: '',
    mdx: false,
    current: true,
    ...overrides,
  };
}

/** An exercise with one result for each `[technique, outcome]`, all on its own date. */
export function anExercise({
  outcomes = [],
  ...overrides
}: Partial<Exercise> & {
  outcomes?: readonly (readonly [technique: string, outcome: Outcome])[];
} = {}): Exercise {
  const title = overrides.title ?? 'An exercise';
  const date = overrides.date ?? '2026-06-01';
  return {
    ...placement(title, 'exercises', '.yaml', overrides),
    kind: 'exercise',
    format: 'coverbook',
    title,
    date,
    results: outcomes.map(([technique, outcome]) => ({
      mapping: aMapping(technique),
      outcome,
      date,
      detections: [],
    })),
    ...overrides,
  };
}

/** A source without files, at a commit. */
export function aSource(
  spec: Partial<SourceSpec> & { name: string },
  commit = 'c0ffee0'.padEnd(40, '0'),
): Source {
  return {
    spec: { role: 'deployed', include: ['**'], exclude: [], maxBytes: 1_048_576, own: false, ...spec },
    commit,
    files: [],
    skipped: [],
    // eslint-disable-next-line @typescript-eslint/require-await -- the contract is asynchronous, an empty source is not
    async *read() {
      yield* [];
    },
    permalink: () => undefined,
    history: () => Promise.resolve(new Map()),
  };
}

/** A workspace of the given content, sorted as a real one. The config is what `coverbook.yaml` would say. */
export function aWorkspace({
  config = {},
  ...content
}: Partial<Omit<Workspace, 'config'>> & { config?: Partial<UserConfig> } = {}): Workspace {
  const parsed = configSchema.parse({
    title: 'Test team',
    sources: [{ name: 'team', path: 'content' }],
    ...config,
  });
  const byKey = <T extends Placement>(items: readonly T[] = []): T[] =>
    [...items].sort((a, b) => (a.key < b.key ? -1 : 1));
  return {
    now: '2026-07-01',
    knowledge: new Map(parsed.attack.domains.map((domain) => [domain, embeddedBase(domain)])),
    sources: [aSource({ name: 'team', path: '/team/content' })],
    threats: [],
    findings: [],
    atomics: [],
    decisions: [],
    accounts: new Map(),
    ...content,
    config: { ...parsed, file: '/team/coverbook.yaml', root: '/team' },
    detections: byKey(content.detections),
    playbooks: byKey(content.playbooks),
    exercises: byKey(content.exercises),
  };
}

function placement(
  title: string,
  folder: string,
  extension: string,
  overrides: Partial<Placement>,
): Placement {
  const slug = overrides.slug ?? toSlug(title);
  const source = overrides.source ?? 'team';
  return {
    key: `${source}/${slug}`,
    slug,
    source,
    role: 'deployed',
    path: `${folder}/${slug}${extension}`,
    blob: '0'.repeat(40),
  };
}
