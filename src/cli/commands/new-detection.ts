import { randomUUID } from 'node:crypto';
import { draftDetection } from '../../drafts/detection.ts';
import { draftFacts } from '../../drafts/facts.ts';
import { openForDraft, userOf, withDraftOptions, type DraftOptions } from '../draft-options.ts';
import { findTechnique } from '../find-technique.ts';
import type { AddCommand } from '../program.ts';
import { writeDraft } from '../write-draft.ts';

/** `coverbook new detection --technique T1003.001`. */
export const addNewDetection: AddCommand = (program, io) => {
  withDraftOptions(program.command('detection'), { needsTechnique: true })
    .description('write a Sigma rule without its detection: tags, and a log source by the technique’s data')
    .action(async (options: DraftOptions) => {
      const { workspace, coverage, actor } = await openForDraft(options, io);
      const { assessment } = findTechnique(options.technique ?? '', workspace, coverage);
      const users = userOf(actor, assessment.technique, { io, quiet: options.quiet });
      const draft = draftDetection(draftFacts(workspace, assessment, users), randomUUID());
      await writeDraft(draft, workspace, io, { kind: 'detections', format: 'sigma', into: options.into });
    });
};
