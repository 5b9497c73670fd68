import type { Domain } from '../../attack/domain.ts';
import type { ActorCoverage } from '../../coverage/actor-coverage.ts';
import type { Coverage } from '../../coverage/assessment.ts';
import type { BacklogItem } from '../../coverage/backlog-item.ts';
import type { Gap } from '../../coverage/gap.ts';
import type { Mapping } from '../../mapping/mapping.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { Table } from './table.ts';

/** Everything an export is made from. */
export interface ExportInput {
  workspace: Workspace;
  coverage: Coverage;
  gaps: readonly Gap[];
  backlog: readonly BacklogItem[];
  actors: readonly ActorCoverage[];
}

/** One table of the export. To add one is to add a file here and a line in `tables.ts`. */
export interface TableDefinition {
  id: string;
  title: string;
  build(input: ExportInput): Table;
}

/**
 * The part of an input that concerns one domain: its techniques, and the content mapped to any of them. Findings
 * concern files, not domains, and stay.
 */
export function inDomain(input: ExportInput, domain: Domain): ExportInput {
  const { workspace, coverage } = input;
  const isMapped = ({ mappings }: { mappings: readonly Mapping[] }) =>
    mappings.some((mapping) => mapping.domain === domain);
  return {
    workspace: {
      ...workspace,
      knowledge: only(workspace.knowledge, domain),
      detections: workspace.detections.filter(isMapped),
      playbooks: workspace.playbooks.filter(isMapped),
      exercises: workspace.exercises.flatMap((exercise) => {
        const results = exercise.results.filter(({ mapping }) => mapping.domain === domain);
        return results.length > 0 ? [{ ...exercise, results }] : [];
      }),
      decisions: workspace.decisions.filter(isMapped),
    },
    coverage: { ...coverage, domains: only(coverage.domains, domain) },
    gaps: input.gaps.filter((gap) => gap.domain === domain),
    backlog: input.backlog.filter((item) =>
      item.kind === 'never-hunted' ? item.domain === domain : isMapped(item.playbook),
    ),
    actors: input.actors.filter((actor) => actor.domain === domain),
  };
}

function only<Value>(domains: ReadonlyMap<Domain, Value>, domain: Domain): Map<Domain, Value> {
  return new Map([...domains].filter(([id]) => id === domain));
}
