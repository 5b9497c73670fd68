import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder with `.git` a folder lies in; the folder itself outside of Git. Absolute. */
export function repositoryRoot(folder: string): string {
  for (let candidate = folder; ; candidate = dirname(candidate)) {
    // A worktree and a submodule have a file there.
    if (existsSync(join(candidate, '.git'))) return candidate;
    if (dirname(candidate) === candidate) return folder;
  }
}
