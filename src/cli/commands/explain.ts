import { assess } from '../../coverage/assess.ts';
import { explainLines } from '../../coverage/explain.ts';
import { usersOfTechniques } from '../../coverage/technique-users.ts';
import { explanation } from '../../export/api/explanation.ts';
import { findTechnique } from '../find-technique.ts';
import { openWorkspace } from '../open-workspace.ts';
import { withWorkspaceOptions, type WorkspaceOptions } from '../options.ts';
import type { AddCommand } from '../program.ts';

/** `coverbook explain T1059.001`: why a technique has its level, and its score term by term. */
export const addExplain: AddCommand = (program, io) => {
  withWorkspaceOptions(program.command('explain'))
    .description('print why a technique has its level, the arithmetic of its score, and what is missing')
    .argument('<technique>', 'technique id, for example T1059.001')
    .option('--json', 'as one JSON document')
    .action(async (written: string, options: WorkspaceOptions & { json?: boolean }) => {
      const { workspace } = await openWorkspace(options, io);
      const coverage = assess(workspace);
      const { assessment, asked } = findTechnique(written, workspace, coverage);
      const knowledge = workspace.knowledge.get(assessment.domain);
      const name = knowledge?.technique(assessment.technique)?.name ?? '';
      const [profile] = coverage.profiles;
      const users = knowledge && profile ? usersOfTechniques(profile, knowledge)(assessment.technique) : [];
      if (options.json) {
        io.stdout.write(`${JSON.stringify(explanation(assessment, name, users), null, 2)}\n`);
        return;
      }
      const lines = explainLines(assessment, name, knowledge?.version ?? '', users);
      if (asked !== assessment.technique)
        lines.unshift(`${asked} was revoked by ${assessment.technique}.`, '');
      io.stdout.write(`${lines.join('\n')}\n`);
    });
};
