import type { Assessment } from '../../coverage/assessment.ts';
import { draftExercise } from '../../drafts/exercise.ts';
import { draftFacts } from '../../drafts/facts.ts';
import {
  openForDraft,
  userOf,
  withDraftOptions,
  type DraftContext,
  type DraftOptions,
} from '../draft-options.ts';
import { findTechnique } from '../find-technique.ts';
import type { AddCommand } from '../program.ts';
import { UsageError } from '../usage-error.ts';
import { writeDraft } from '../write-draft.ts';

/** `coverbook new exercise --technique T1003.001,T1105` or `--actor G0016`. */
export const addNewExercise: AddCommand = (program, io) => {
  withDraftOptions(program.command('exercise'), { needsTechnique: false })
    .description('write an exercise with the known tests of some techniques, or of what an actor does')
    .action(async (options: DraftOptions) => {
      const context = await openForDraft(options, io);
      const { workspace, actor } = context;
      const asked = options.technique?.split(',').filter((id) => id.trim() !== '') ?? [];
      const assessments =
        asked.length > 0
          ? asked.map((id) => findTechnique(id, workspace, context.coverage).assessment)
          : testable(context);
      const facts = assessments.map((assessment) => draftFacts(workspace, assessment, []));
      const [user] = assessments.flatMap(({ technique }) =>
        userOf(actor, technique, { io, quiet: options.quiet }),
      );
      const draft = draftExercise(facts, user);
      await writeDraft(draft, workspace, io, {
        kind: 'exercises',
        format: 'coverbook',
        into: options.into,
      });
    });
};

/** What an actor does, in scope, as far as the catalogue has tests of it. */
function testable({ actor }: DraftContext): Assessment[] {
  const [first] = actor;
  if (!first) {
    throw new UsageError(
      'An exercise is about techniques or about an actor.',
      'Name them with --technique T1003.001,T1105 or --actor G0016.',
    );
  }
  const found = actor
    .flatMap(({ techniques }) => techniques.map(({ assessment }) => assessment))
    .filter(({ scope, atomics }) => scope.state === 'in' && atomics.length > 0);
  if (found.length > 0) return found;
  throw new UsageError(
    `No test in the sources is for a technique that ${first.name} uses.`,
    'Add the `atomics` folder of Atomic Red Team as a source with role `library`, or name techniques with --technique.',
  );
}
