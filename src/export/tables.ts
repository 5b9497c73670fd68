import { actorsTable } from './tables/actors.ts';
import { backlogTable } from './tables/backlog.ts';
import { decisionsTable } from './tables/decisions.ts';
import { detectionsTable } from './tables/detections.ts';
import { exercisesTable } from './tables/exercises.ts';
import type { TableDefinition } from './tables/export-input.ts';
import { findingsTable } from './tables/findings.ts';
import { gapsTable } from './tables/gaps.ts';
import { playbooksTable } from './tables/playbooks.ts';
import { summaryTable } from './tables/summary.ts';
import { techniquesTable } from './tables/techniques.ts';
import { visibilityTable } from './tables/visibility.ts';

/** Every table, in the order people read them. */
export const TABLES: readonly TableDefinition[] = [
  summaryTable,
  techniquesTable,
  detectionsTable,
  playbooksTable,
  exercisesTable,
  gapsTable,
  backlogTable,
  actorsTable,
  decisionsTable,
  visibilityTable,
  findingsTable,
];
