import type { SourceRole } from '../sources/source.ts';
import type { DetectionDraft } from './detection.ts';

/** Folders that take what lies in them out of service, whatever its own status says. */
const RETIRED_FOLDER = /(?:^|\/)_?(deprecated|unsupported)\//i;

/** Folders whose rules are examples for authors or food for tests, not rules of the team. */
const EXAMPLE_FOLDER = /(?:^|\/)(templates?|fixtures|testdata)\//i;

/** Why a detection does not count as coverage, or undefined when it does. */
export function countsNot(
  detection: Pick<DetectionDraft, 'status' | 'enabled' | 'silent' | 'format'>,
  role: SourceRole,
  path: string,
): string | undefined {
  if (role === 'library') return 'library source';
  if (detection.format === 'sigma-filter') return 'filter';
  if (detection.status === 'deprecated' || detection.status === 'unsupported') return detection.status;
  if (!detection.enabled) return 'disabled';
  if (detection.silent) return 'raises no alert';
  const folder = (RETIRED_FOLDER.exec(path) ?? EXAMPLE_FOLDER.exec(path))?.[1];
  return folder === undefined ? undefined : `kept in a folder “${folder.toLowerCase()}”`;
}
