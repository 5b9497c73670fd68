import type { DetectionDraft } from '../detections/detection.ts';
import type { ExerciseDraft } from '../exercises/exercise.ts';
import type { MappingDraft } from '../mapping/mapping.ts';
import type { PlaybookDraft } from '../playbooks/playbook.ts';
import type { FileContent } from '../readers/reader.ts';

/**
 * What a level, a score and a date of change hang on, and nothing else of a file: no prose, no queries, no findings,
 * no places in the text. A small part of the whole, so that many states of a repository fit into memory.
 */
export function slimContent(content: FileContent): FileContent {
  return {
    format: content.format,
    detections: content.detections.map(slimDetection),
    playbooks: content.playbooks.map(slimPlaybook),
    exercises: content.exercises.map(slimExercise),
    threats: [],
    regressions: content.regressions,
    atomics: [],
    findings: [],
  };
}

function slimMapping({ id, provenance, path }: MappingDraft): MappingDraft {
  return { written: id, id, provenance, ...(path && { path }), pointer: [] };
}

function slimDetection(draft: DetectionDraft): DetectionDraft {
  const { format, id, name, title, status, enabled, silent, created, modified, ordinal, tests } = draft;
  return {
    format,
    ...(id !== undefined && { id }),
    ...(name !== undefined && { name }),
    title,
    status,
    enabled,
    ...(silent && { silent }),
    ...(created !== undefined && { created }),
    ...(modified !== undefined && { modified }),
    mappings: draft.mappings.map(slimMapping),
    tests,
    refersTo: draft.refersTo,
    ordinal,
    lines: { from: 1, to: 1 },
    authors: [],
    references: [],
    falsePositives: [],
    logSources: [],
    platforms: [],
    tags: [],
    tactics: [],
    actors: [],
    related: [],
    simulations: [],
  };
}

function slimPlaybook(draft: PlaybookDraft): PlaybookDraft {
  const { format, id, title, status, created, reviewed, runs } = draft;
  return {
    format,
    ...(id !== undefined && { id }),
    title,
    status,
    ...(created !== undefined && { created }),
    ...(reviewed !== undefined && { reviewed }),
    runs: runs.map(({ date, outcome, findings }) => ({ date, outcome, findings })),
    mappings: draft.mappings.map(slimMapping),
    mdx: false,
    body: '',
    tactics: [],
    actors: [],
    platforms: [],
    dataSources: [],
    authors: [],
    detections: [],
    references: [],
    queries: [],
    sections: [],
  };
}

function slimExercise({ format, id, title, date, results }: ExerciseDraft): ExerciseDraft {
  return {
    format,
    ...(id !== undefined && { id }),
    title,
    date,
    results: results.map(({ mapping, outcome, date: own, selfAssessed }) => ({
      mapping: slimMapping(mapping),
      outcome,
      ...(own !== undefined && { date: own }),
      ...(selfAssessed && { selfAssessed }),
      detections: [],
    })),
  };
}
