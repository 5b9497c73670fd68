import manifest from '../../package.json' with { type: 'json' };
import { displayPaths, repositoryPaths } from '../lint/display-path.ts';
import type { ReportOptions } from '../lint/reporter.ts';
import { ruleSlug } from '../lint/rule-slug.ts';
import { absoluteUrl, LINT_RULES_PATH } from '../output/paths.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { hasColor } from './color.ts';
import type { Io } from './io.ts';
import { repositoryRoot } from './repository-root.ts';

/** How findings of a workspace are shown to whoever asked. */
export function reportOptions({ sources, config }: Workspace, io: Io): ReportOptions {
  const { root } = config;
  const rules = absoluteUrl(config, LINT_RULES_PATH);
  return {
    color: hasColor(io),
    pathOf: displayPaths(sources, io.cwd, root),
    fileOf: repositoryPaths(sources, repositoryRoot(root), root),
    ...(rules !== undefined && { urlOf: (rule: string) => `${rules}#${ruleSlug(rule)}` }),
    version: manifest.version,
  };
}
