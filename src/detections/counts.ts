import type { SourceRole } from '../sources/source.ts';
import type { DetectionDraft } from './detection.ts';

/** Why a detection does not count as coverage, or undefined when it does. */
export function countsNot(
  detection: Pick<DetectionDraft, 'status' | 'enabled' | 'format'>,
  role: SourceRole,
): string | undefined {
  if (role === 'library') return 'library source';
  if (detection.format === 'sigma-filter') return 'filter';
  if (detection.status === 'deprecated' || detection.status === 'unsupported') return detection.status;
  return detection.enabled ? undefined : 'disabled';
}
