import type { Source } from '../sources/source.ts';
import { NO_FILES, type FileAccount } from '../workspace/file-account.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** What one source brought. */
export interface SourceCounts {
  source: Source;
  detections: number;
  /** Detections that count as coverage. */
  counting: number;
  playbooks: number;
  exercises: number;
  /** What became of its files. */
  files: FileAccount;
}

/** What each source brought, in the order of the config. */
export function sourceCounts({
  sources,
  detections,
  playbooks,
  exercises,
  accounts,
}: Workspace): SourceCounts[] {
  return sources.map((source) => {
    const { name } = source.spec;
    const own = detections.filter((detection) => detection.source === name);
    return {
      source,
      detections: own.length,
      counting: own.filter((detection) => detection.counts).length,
      playbooks: playbooks.filter((playbook) => playbook.source === name).length,
      exercises: exercises.filter((exercise) => exercise.source === name).length,
      files: accounts.get(name) ?? NO_FILES,
    };
  });
}
