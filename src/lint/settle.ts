import picomatch from 'picomatch';
import { configPath } from '../workspace/config-path.ts';
import { CONFIG_SOURCE } from '../workspace/config-source.ts';
import type { PendingFinding } from '../workspace/pending-finding.ts';
import type { Workspace } from '../workspace/workspace.ts';

type Settled = Pick<Workspace, 'config' | 'sources'>;

/**
 * Findings as the config wants them: those of excluded files and of rules that are off are left out, the others have
 * the severity of the last override that names their file and rule, else that of `rules`, else the rule's own.
 */
export function settle(pending: readonly PendingFinding[], { config, sources }: Settled): PendingFinding[] {
  const { rules, exclude, overrides } = config.lint;
  if (Object.keys(rules).length === 0 && exclude.length === 0 && overrides.length === 0) return [...pending];
  const specs = new Map<string, { path?: string }>(sources.map(({ spec }) => [spec.name, spec]));
  specs.set(CONFIG_SOURCE, { path: config.root });
  const isExcluded = matcher(exclude);
  const byPath = overrides.map((override) => ({ isFor: matcher(override.paths), rules: override.rules }));
  return pending.flatMap((one) => {
    const { rule, source, path } = one.finding;
    const place = configPath(config.root, specs.get(source) ?? {}, path);
    if (isExcluded(place)) return [];
    const override = byPath.findLast(({ isFor, rules: own }) => Object.hasOwn(own, rule) && isFor(place));
    const severity = (override?.rules ?? rules)[rule] ?? one.finding.severity;
    return severity === 'off' ? [] : { ...one, finding: { ...one.finding, severity } };
  });
}

function matcher(globs: readonly string[]): (path: string) => boolean {
  if (globs.length === 0) return () => false;
  return picomatch(
    globs.map((glob) => glob.replace(/^\.\//, '')),
    { dot: true },
  );
}
