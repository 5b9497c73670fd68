import type { Assessment, Coverage } from '../coverage/assessment.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { UsageError } from './usage-error.ts';

/**
 * The assessment of a technique by id, in the first domain that knows it; a revoked id leads to its successor.
 *
 * @throws UsageError when no configured domain has an active technique for it.
 */
export function findTechnique(
  written: string,
  workspace: Workspace,
  coverage: Coverage,
): { assessment: Assessment; asked: string } {
  const asked = written.trim().toUpperCase();
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
