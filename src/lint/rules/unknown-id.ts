import type { RuleFinding, LintContext, WorkspaceRule } from '../rule.ts';
import { inItem } from '../places.ts';

export const unknownId: WorkspaceRule = {
  id: 'item/unknown-id',
  severity: 'warning',
  summary: 'A text names a hunt or an exercise by an id of the team’s own form that none of them has.',
  remedy: 'Correct the id.',
  why: `“Start HUNT-0009 on the same hosts” helps only while there is a HUNT-0009. Ids in prose are not checked by anything else, and go stale
when a hunt is renumbered or taken out.

Which ids are the team’s is learnt from its playbooks and exercises: where one is called \`HUNT-0003\`, anything in prose that reads
\`HUNT-\` and a number must be one of them. Looked at are the bodies of playbooks in Coverbook’s own format and the notes of their runs and of exercises’
results; code is left out. Identifiers with a prefix no hunt or exercise has (\`CVE-2024-3400\`) are nobody’s business here.`,
  example: {
    language: 'markdown',
    bad: `---
id: HUNT-0002
title: Scheduled tasks that outlive their creator
hypothesis: An intruder keeps access through a task that runs a user’s script.
---

## Response

Go on with HUNT-0010 on the same hosts.`,
    good: `---
id: HUNT-0002
title: Scheduled tasks that outlive their creator
hypothesis: An intruder keeps access through a task that runs a user’s script.
---

## Response

Go on with HUNT-0001 on the same hosts.`,
  },
  check(context) {
    const ids = [...context.workspace.playbooks, ...context.workspace.exercises].flatMap(
      ({ id }) => id ?? [],
    );
    const known = new Set(ids);
    const forms = new Set(ids.flatMap((id) => formOf(id) ?? []));
    const isUnknown = (id: string): boolean => !known.has(id) && forms.has(formOf(id) ?? '');
    return [...inBodies(context), ...inNotes(context)].flatMap(({ id, place }) => {
      if (!isUnknown(id)) return [];
      return {
        message: `Unexpected id \`${id}\`, expected one of a hunt or an exercise`,
        hint: 'Correct the id, or take it out.',
        ...place,
      };
    });
  },
};

interface Named {
  id: string;
  place: Pick<RuleFinding, 'source' | 'path' | 'item' | 'at' | 'range'>;
}

/** `HUNT` of `HUNT-0007`, `EX-#` of `EX-2026-06`: everything but the last number, its other numbers left open. */
function formOf(id: string): string | undefined {
  const match = /^([A-Z][A-Z\d]*)((?:-\d+)*)-\d+$/.exec(id);
  return match ? `${match[1] ?? ''}${(match[2] ?? '').replaceAll(/\d+/g, '#')}` : undefined;
}

function inBodies({ own }: LintContext): Named[] {
  return own.playbooks.flatMap(({ source, path, key, mentions = [] }) =>
    mentions.map(({ id, range }) => ({ id, place: { source, path, item: key, range } })),
  );
}

function inNotes({ own }: LintContext): Named[] {
  const named = (notes: string | undefined, place: Named['place']): Named[] =>
    [...(notes ?? '').matchAll(/\b[A-Z][A-Z\d]*(?:-\d+)+\b/g)].map(([id]) => ({ id, place }));
  return [
    ...own.playbooks.flatMap((playbook) =>
      playbook.runs.flatMap(({ notes }, index) => named(notes, inItem(playbook, ['runs', index, 'notes']))),
    ),
    ...own.exercises.flatMap((exercise) =>
      exercise.results.flatMap(({ notes }, index) =>
        named(notes, inItem(exercise, ['results', index, 'notes'])),
      ),
    ),
  ];
}
