import { LEVELS } from '../../coverage/assessment.ts';
import { assess } from '../../coverage/assess.ts';
import { counted } from '../../coverage/wording.ts';
import { RUNGS } from '../../robustness/judgement.ts';
import type { SourceStats } from '../../coverage/source-stats.ts';
import { collectStats, type Stats } from '../../coverage/stats.ts';
import { openWorkspace } from '../open-workspace.ts';
import { withWorkspaceOptions, type WorkspaceOptions } from '../options.ts';
import type { AddCommand } from '../program.ts';

/** `coverbook stats`: what was read and what it comes to, in numbers. */
export const addStats: AddCommand = (program, io) => {
  withWorkspaceOptions(program.command('stats'))
    .description('print what was read from each source and what it comes to')
    .option('--json', 'as one JSON document')
    .action(async (options: WorkspaceOptions & { json?: boolean }) => {
      const { workspace } = await openWorkspace(options, io);
      const stats = collectStats(workspace, assess(workspace));
      io.stdout.write(options.json ? `${JSON.stringify(stats, null, 2)}\n` : asText(stats));
    });
};

function fileLines({ total, read, ignored, unreadable }: SourceStats['files']): string[] {
  const left = ignored.reduce((sum, { count }) => sum + count, 0);
  return [
    `  ${total} files: ${read} read, ${left} ignored, ${unreadable.length} unreadable`,
    ...ignored.map(({ reason, count }) => `    ${count} ${reason}`),
  ];
}

/** Shares of all that could count, the hardest to evade first. */
function robustnessLines(spread: SourceStats['robustness']): string[] {
  const kinds = [...RUNGS.toReversed(), 'not-judged'] as const;
  const all = kinds.reduce((sum, kind) => sum + spread[kind], 0);
  if (all === 0) return [];
  const shares = kinds
    .filter((kind) => spread[kind] > 0)
    .map(
      (kind) => `${Math.round((100 * spread[kind]) / all)} % ${kind === 'not-judged' ? 'not judged' : kind}`,
    );
  return [`  robustness: ${shares.join(', ')}`];
}

/** JSON has them all; a terminal gets the ones that are quickest to map. */
function unmappedLines(unmapped: SourceStats['unmapped']): string[] {
  if (unmapped.length === 0) return [];
  const shown = unmapped.slice(0, 5);
  const more = unmapped.length - shown.length;
  return [
    `  ${unmapped.length} without a technique; ids in their prose are offered, never counted:`,
    ...shown.map(
      ({ key, inferred }) => `    ${key}${inferred.length > 0 ? `: ${inferred.join(', ')}?` : ''}`,
    ),
    ...(more > 0 ? [`    and ${more} more (--json lists all)`] : []),
  ];
}

function asText({ now, sources, domains, profiles, findings }: Stats): string {
  const lines = [`As of ${now}`, ''];
  for (const source of sources) {
    const commit = source.commit === undefined ? '' : ` at ${source.commit.slice(0, 12)}`;
    lines.push(
      `${source.name} (${source.role})${commit}`,
      `  ${source.detections.total} detections: ${source.detections.mapped} mapped to techniques, ` +
        `${source.detections.tacticsOnly} to tactics only, ${source.detections.unmapped} to nothing; ${source.detections.counting} count`,
      `  ${source.playbooks.total} playbooks: ${source.playbooks.mapped} mapped, ${source.playbooks.current} current`,
      `  ${source.exercises} exercises, ${source.atomics} tests that could be run`,
      ...robustnessLines(source.robustness),
      ...(source.freshness.items > 0
        ? [
            `  ${source.freshness.stale} of ${counted(source.freshness.items, 'item')} in use are past their window`,
          ]
        : []),
      ...fileLines(source.files),
      ...unmappedLines(source.unmapped),
      `  ${source.techniqueIds.written} distinct technique ids written, ${source.techniqueIds.revoked} revoked, ` +
        `${source.techniqueIds.deprecated} deprecated, ${source.techniqueIds.unknown} unknown`,
      '',
    );
  }
  for (const { domain, version, covered, total, outOfScope, levels } of domains) {
    lines.push(
      `ATT&CK ${domain} ${version}: ${covered} of ${total} techniques covered${outOfScope > 0 ? `, ${outOfScope} out of scope` : ''}`,
      `  ${LEVELS.map((level) => `${levels[level]} ${level}`).join(', ')}`,
      '',
    );
  }
  for (const { id, title, actors, relevant } of profiles) {
    const techniques = Object.entries(relevant).map(([domain, count]) => `${count} of ${domain}`);
    lines.push(
      `Threat profile “${title}” (${id}): ${counted(actors, 'actor')}, techniques they use: ${techniques.join(', ')}`,
    );
  }
  lines.push(...(profiles.length > 0 ? [''] : []));
  lines.push(`Findings: ${findings.error} errors, ${findings.warning} warnings, ${findings.note} notes`);
  return `${lines.join('\n')}\n`;
}
