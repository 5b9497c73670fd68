import type { ActorCoverage } from '../../coverage/actor-coverage.ts';
import type { ProfileRelevance } from '../../coverage/assessment.ts';
import type { ProfileProcedure } from '../../threats/threat-profile.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { reportHeader, type ReportHeader } from './report-header.ts';

/** `api/actors.json`, version 1. */
export interface ActorsReport extends ReportHeader {
  /** The profile's by weight, then all others; an actor of several domains stands there once for each. */
  actors: ActorRecord[];
}

export interface ActorRecord extends Pick<
  ActorCoverage,
  'id' | 'name' | 'aliases' | 'type' | 'domain' | 'total' | 'covered' | 'withProof' | 'levels' | 'related'
> {
  /** In the profile; null outside it. */
  weight: number | null;
  reason: string | null;
  /** Techniques it uses, out of scope ones included: `api/coverage.json` says where they stand. */
  techniques: string[];
  /** Those of them that are not in the denominator. */
  outOfScope: string[];
  /** What profiles say was seen: technique → procedures, newest first. */
  procedures: Record<string, ProcedureRecord[]>;
}

export interface ProcedureRecord {
  text: string | null;
  reference: string | null;
  /** ISO date. */
  date: string | null;
}

export function actorsReport(
  workspace: Workspace,
  profile: ProfileRelevance | undefined,
  actors: readonly ActorCoverage[],
): ActorsReport {
  return { ...reportHeader(workspace, profile), actors: actors.map(actorRecord) };
}

function actorRecord({ techniques, weight, reason, ...actor }: ActorCoverage): ActorRecord {
  return {
    ...actor,
    weight: weight ?? null,
    reason: reason ?? null,
    techniques: techniques.map(({ assessment }) => assessment.technique),
    outOfScope: techniques
      .filter(({ assessment }) => assessment.scope.state !== 'in')
      .map(({ assessment }) => assessment.technique),
    procedures: Object.fromEntries(
      techniques
        .filter(({ procedures }) => procedures.length > 0)
        .map(({ assessment, procedures }) => [assessment.technique, procedures.map(procedureRecord)]),
    ),
  };
}

function procedureRecord({ text, reference, date }: ProfileProcedure): ProcedureRecord {
  return { text: text ?? null, reference: reference ?? null, date: date ?? null };
}
