import { huntData } from '../../coverage/hunt-data.ts';
import { huntStanding } from '../../coverage/hunt-state.ts';
import type { Playbook } from '../../playbooks/playbook.ts';
import { mayLinkRelatively } from '../content-links.ts';
import { findDetection, techniqueEntry } from '../lookups.ts';
import { siteModel } from '../model.ts';
import { runStrip } from '../run-strip.ts';
import { digestOf } from './digest.ts';
import { withoutLinks } from './without-links.ts';

/**
 * A digest of all that the page of a hunt shows beside what every page may. Undefined where it has none: MDX may show
 * anything, and where a relative link leads depends on which files there are.
 */
export function playbookKey(playbook: Playbook): string | undefined {
  const { workspace } = siteModel();
  if (playbook.mdx || mayLinkRelatively(playbook.body)) return undefined;
  const standing = huntStanding(playbook, workspace.now);
  return digestOf(
    playbook,
    standing,
    runStrip(playbook, standing, workspace.now),
    huntData(playbook, workspace).map(({ logs, ...data }) => [data, withoutLinks(logs)]),
    playbook.mappings.map(({ resolved }) => {
      const entry = resolved === undefined ? undefined : techniqueEntry(resolved);
      return entry && [entry.assessment.level, entry.assessment.score, entry.assessment.scope.state];
    }),
    playbook.detections.map(findDetection),
  );
}
