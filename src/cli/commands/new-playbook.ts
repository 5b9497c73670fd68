import { profileOfActor } from '../../coverage/profile-of-actor.ts';
import { bestFirst } from '../../coverage/best-first.ts';
import { usersOfTechniques } from '../../coverage/technique-users.ts';
import { draftFacts } from '../../drafts/facts.ts';
import { draftPlaybook } from '../../drafts/playbook.ts';
import { openForDraft, userOf, withDraftOptions, type DraftOptions } from '../draft-options.ts';
import { findTechnique } from '../find-technique.ts';
import type { AddCommand } from '../program.ts';
import { writeDraft } from '../write-draft.ts';

/** `coverbook new playbook --technique T1003.001 --actor G0016`. */
export const addNewPlaybook: AddCommand = (program, io) => {
  withDraftOptions(program.command('playbook'), { needsTechnique: true })
    .description('write a hunt: hypothesis, data, analytics, rules of libraries and tests for a technique')
    .action(async (options: DraftOptions) => {
      const { workspace, coverage, actor } = await openForDraft(options, io);
      const { assessment } = findTechnique(options.technique ?? '', workspace, coverage);
      const relevance = actor.length > 0 ? profileOfActor(actor) : coverage.profiles[0];
      const knowledge = workspace.knowledge.get(assessment.domain);
      if (!relevance || !knowledge) return;
      const users =
        actor.length > 0
          ? userOf(actor, assessment.technique, { io, quiet: options.quiet })
          : usersOfTechniques(relevance, knowledge)(assessment.technique);
      const facts = draftFacts(workspace, assessment, users);
      const draft = draftPlaybook(workspace, facts, { relevance, library: bestFirst(assessment.library) });
      await writeDraft(draft, workspace, io, {
        kind: 'playbooks',
        format: 'coverbook',
        into: options.into,
      });
    });
};
