import { LEVELS } from '../../coverage/assessment.ts';
import { assess } from '../../coverage/assess.ts';
import { collectStats, type SourceStats, type Stats } from '../../coverage/stats.ts';
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

function asText({ now, sources, domains, findings }: Stats): string {
  const lines = [`As of ${now}`, ''];
  for (const source of sources) {
    const commit = source.commit === undefined ? '' : ` at ${source.commit.slice(0, 12)}`;
    lines.push(
      `${source.name} (${source.role})${commit}`,
      `  ${source.detections.total} detections: ${source.detections.mapped} mapped to techniques, ` +
        `${source.detections.tacticsOnly} to tactics only, ${source.detections.unmapped} to nothing; ${source.detections.counting} count`,
      `  ${source.playbooks.total} playbooks: ${source.playbooks.mapped} mapped, ${source.playbooks.current} current`,
      `  ${source.exercises} exercises, ${source.atomics} tests that could be run`,
      ...fileLines(source.files),
      ...unmappedLines(source.unmapped),
      `  ${source.techniqueIds.written} distinct technique ids written, ${source.techniqueIds.revoked} revoked, ` +
        `${source.techniqueIds.deprecated} deprecated, ${source.techniqueIds.unknown} unknown`,
      '',
    );
  }
  for (const { domain, version, covered, total, levels } of domains) {
    lines.push(
      `ATT&CK ${domain} ${version}: ${covered} of ${total} techniques covered`,
      `  ${LEVELS.map((level) => `${levels[level]} ${level}`).join(', ')}`,
      '',
    );
  }
  lines.push(`Findings: ${findings.error} errors, ${findings.warning} warnings, ${findings.note} notes`);
  return `${lines.join('\n')}\n`;
}
