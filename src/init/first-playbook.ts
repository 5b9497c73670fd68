import { slug } from 'github-slugger';
import type { Coverage } from '../coverage/assessment.ts';
import { backlogOf } from '../coverage/backlog.ts';
import type { Draft } from '../drafts/draft.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** A hunt for the technique that is most worth one; undefined where everything was hunted for. */
export function firstPlaybook(workspace: Workspace, coverage: Coverage): Draft | undefined {
  for (const item of backlogOf(workspace, coverage)) {
    if (item.kind === 'never-hunted') return { name: `${slug(item.name)}.md`, text: item.start.text };
  }
  return undefined;
}
