import { assess } from '../../coverage/assess.ts';
import type { Assessment, Coverage } from '../../coverage/assessment.ts';
import { atomicCounts } from '../../coverage/atomics.ts';
import { explainLines } from '../../coverage/explain.ts';
import { UsageError } from '../usage-error.ts';
import { openWorkspace } from '../open-workspace.ts';
import { withWorkspaceOptions, type WorkspaceOptions } from '../options.ts';
import type { AddCommand } from '../program.ts';
import type { Workspace } from '../../workspace/workspace.ts';

/** `coverbook explain T1059.001`: why a technique has its level, and its score term by term. */
export const addExplain: AddCommand = (program, io) => {
  withWorkspaceOptions(program.command('explain'))
    .description('print why a technique has its level, and the arithmetic of its score')
    .argument('<technique>', 'technique id, for example T1059.001')
    .option('--json', 'as one JSON document')
    .action(async (technique: string, options: WorkspaceOptions & { json?: boolean }) => {
      const { workspace } = await openWorkspace(options, io);
      const { assessment, asked } = find(technique.trim().toUpperCase(), workspace, assess(workspace));
      const knowledge = workspace.knowledge.get(assessment.domain);
      const name = knowledge?.technique(assessment.technique)?.name ?? '';
      if (options.json) {
        io.stdout.write(`${JSON.stringify(explained(assessment, name), null, 2)}\n`);
        return;
      }
      const lines = explainLines(assessment, name, knowledge?.version ?? '');
      if (asked !== assessment.technique)
        lines.unshift(`${asked} was revoked by ${assessment.technique}.`, '');
      io.stdout.write(`${lines.join('\n')}\n`);
    });
};

function find(
  asked: string,
  workspace: Workspace,
  coverage: Coverage,
): { assessment: Assessment; asked: string } {
  for (const [domain, { assessments }] of coverage.domains) {
    const resolution = workspace.knowledge.get(domain)?.resolve(asked);
    if (resolution?.state !== 'active' && resolution?.state !== 'revoked') continue;
    const assessment = assessments.get(resolution.id);
    if (assessment) return { assessment, asked };
  }
  const known = [...workspace.knowledge.values()]
    .map(({ domain, version }) => `${domain} ${version}`)
    .join(', ');
  throw new UsageError(
    `No active technique \`${asked}\` in ATT&CK ${known}.`,
    'Give an id such as T1059 or T1059.001; its domain must be among `attack.domains` of the config.',
  );
}

function explained(assessment: Assessment, name: string): Record<string, unknown> {
  const { technique, domain, level, score, own, reasons, terms, subtechniques, relevance, relevantTo } =
    assessment;
  return {
    schemaVersion: 1,
    technique,
    name,
    domain,
    level,
    score,
    own,
    reasons,
    terms,
    ...(subtechniques && { subtechniques }),
    detections: assessment.detections.map(({ key }) => key),
    playbooks: assessment.playbooks.map(({ key }) => key),
    exercises: assessment.results.map(({ exercise, result }) => ({
      exercise: exercise.key,
      date: result.date,
      outcome: result.outcome,
      ...(result.selfAssessed && { selfAssessed: true }),
    })),
    atomics: atomicCounts(assessment.atomics),
    relevance,
    relevantTo,
  };
}
