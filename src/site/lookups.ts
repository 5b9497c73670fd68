import type { Domain } from '../attack/domain.ts';
import type { Technique } from '../attack/facts.ts';
import type { KnowledgeBase } from '../attack/knowledge-base.ts';
import type { Assessment } from '../coverage/assessment.ts';
import type { Detection } from '../detections/detection.ts';
import type { Exercise, ExerciseResult } from '../exercises/exercise.ts';
import type { Playbook } from '../playbooks/playbook.ts';
import type { Gap } from '../coverage/gap.ts';
import { detectionPath, exercisePath, layerPath, playbookPath } from '../output/paths.ts';
import { siteModel, type SiteModel } from './model.ts';

/** A technique with what is known and what is said of it. */
export interface TechniqueEntry {
  technique: Technique;
  domain: Domain;
  knowledge: KnowledgeBase;
  assessment: Assessment;
}

interface Lookups {
  gaps: Map<string, Gap>;
  pages: Map<string, string>;
  layers: Set<string>;
  techniques: Map<string, TechniqueEntry>;
  detections: Map<string, Detection>;
  playbooksByDetection: Map<string, Playbook[]>;
  resultsByDetection: Map<string, { exercise: Exercise; result: ExerciseResult }[]>;
  linkedFrom: Map<string, Detection[]>;
}

const built = new WeakMap<SiteModel, Lookups>();

function lookups(): Lookups {
  const model = siteModel();
  let known = built.get(model);
  if (!known) built.set(model, (known = build(model)));
  return known;
}

function build({ workspace, coverage, gaps, layers }: SiteModel): Lookups {
  const techniques = new Map<string, TechniqueEntry>();
  for (const [domain, knowledge] of workspace.knowledge) {
    for (const [id, assessment] of coverage.domains.get(domain)?.assessments ?? []) {
      const technique = knowledge.technique(id);
      if (technique && !techniques.has(id)) techniques.set(id, { technique, domain, knowledge, assessment });
    }
  }
  const detections = new Map<string, Detection>();
  for (const detection of workspace.detections) {
    for (const name of [detection.key, detection.id, detection.name]) {
      if (name !== undefined && !detections.has(name)) detections.set(name, detection);
    }
  }
  const playbooksByDetection = new Map<string, Playbook[]>();
  for (const playbook of workspace.playbooks) {
    for (const id of playbook.detections) add(playbooksByDetection, detections.get(id)?.key, playbook);
  }
  const resultsByDetection: Lookups['resultsByDetection'] = new Map();
  for (const exercise of workspace.exercises) {
    for (const result of exercise.results) {
      for (const id of result.detections)
        add(resultsByDetection, detections.get(id)?.key, { exercise, result });
    }
  }
  const linkedFrom = new Map<string, Detection[]>();
  for (const detection of workspace.detections) {
    for (const id of [...detection.refersTo, ...detection.related.map((related) => related.id)]) {
      add(linkedFrom, detections.get(id)?.key, detection);
    }
  }
  return {
    techniques,
    detections,
    playbooksByDetection,
    resultsByDetection,
    linkedFrom,
    gaps: new Map([...gaps.values()].flatMap((own) => own.map((gap) => [gap.technique, gap]))),
    pages: new Map([
      ...workspace.detections.map((detection) => [detection.key, detectionPath(detection)] as const),
      ...workspace.playbooks.map((playbook) => [playbook.key, playbookPath(playbook)] as const),
      ...workspace.exercises.map((exercise) => [exercise.key, exercisePath(exercise)] as const),
    ]),
    layers: new Set(layers.map(({ domain, id }) => layerPath(domain, id))),
  };
}

function add<Value>(map: Map<string, Value[]>, key: string | undefined, value: Value): void {
  if (key === undefined) return;
  const values = map.get(key);
  if (!values) map.set(key, [value]);
  else if (!values.includes(value)) values.push(value);
}

/** Every active technique of the configured domains by id; the first domain wins where two share one. */
export function techniqueEntries(): ReadonlyMap<string, TechniqueEntry> {
  return lookups().techniques;
}

/** An active technique by id. */
export function techniqueEntry(id: string): TechniqueEntry | undefined {
  return lookups().techniques.get(id);
}

/** A detection by key, own id, or name. */
export function findDetection(idOrName: string): Detection | undefined {
  return lookups().detections.get(idOrName);
}

/** Playbooks that name a detection. */
export function playbooksNaming(detection: Detection): readonly Playbook[] {
  return lookups().playbooksByDetection.get(detection.key) ?? [];
}

/** Exercise results in which a detection fired or should have. */
export function resultsNaming(
  detection: Detection,
): readonly { exercise: Exercise; result: ExerciseResult }[] {
  return lookups().resultsByDetection.get(detection.key) ?? [];
}

/** Rules that refer to a detection or call it related. */
export function detectionsNaming(detection: Detection): readonly Detection[] {
  return lookups().linkedFrom.get(detection.key) ?? [];
}

/** The gap of a technique, where there is one. */
export function gapOf(technique: string): Gap | undefined {
  return lookups().gaps.get(technique);
}

/** The page of a detection, playbook or exercise by its key; undefined for one that is gone. */
export function itemPath(key: string): string | undefined {
  return lookups().pages.get(key);
}

/** Whether the build writes that layer. */
export function hasLayer(domain: Domain, id: string): boolean {
  return lookups().layers.has(layerPath(domain, id));
}
