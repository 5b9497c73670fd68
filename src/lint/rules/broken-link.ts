import GithubSlugger from 'github-slugger';
import { dirname, join } from 'node:path/posix';
import { shownText } from '../../mapping/shown.ts';
import type { Playbook, PlaybookLink } from '../../playbooks/playbook.ts';
import type { Source } from '../../sources/source.ts';
import type { LintContext, WorkspaceRule } from '../rule.ts';

export const brokenLink: WorkspaceRule = {
  id: 'playbook/broken-link',
  severity: 'warning',
  summary:
    'A link of a playbook leads to a file that is not in its source, or to a heading that is not there.',
  remedy: 'Correct the path, which is relative to the playbook’s own file, or the heading.',
  why: `On the site a link that leads nowhere is shown as plain text, and on GitHub as an error. Mostly a file was renamed or a heading
reworded.

Looked at are relative links to files of the same source, and fragments (\`#blind-spots\`) of the playbook itself and of other playbooks.
A link from the root (\`/docs/a.md\`) means something else on every site and is always reported. Links that leave the source’s folder
are left alone, and so are addresses of the web: lint asks no network.`,
  example: {
    language: 'markdown',
    bad: `---
title: Scheduled tasks that outlive their creator
hypothesis: An intruder keeps access through a task that runs a user’s script.
---

## Analysis

See [what is left out](#limits), and [the rule](../detections/encoded_comand.yml).

## Blind spots

Tasks written straight into the registry.`,
    good: `---
title: Scheduled tasks that outlive their creator
hypothesis: An intruder keeps access through a task that runs a user’s script.
---

## Analysis

See [what is left out](#blind-spots), and [the rule](../detections/encoded_command.yml).

## Blind spots

Tasks written straight into the registry.`,
  },
  check: (context) =>
    context.own.playbooks.flatMap((playbook) =>
      (playbook.links ?? []).flatMap((link) => {
        const words = problem(link, playbook, context);
        return words === undefined
          ? []
          : { ...words, source: playbook.source, path: playbook.path, item: playbook.key, range: link.range };
      }),
    ),
};

function problem(
  { href }: PlaybookLink,
  playbook: Playbook,
  { workspace }: LintContext,
): { message: string; hint: string } | undefined {
  const shown = `\`${shownText(href)}\``;
  const [written = '', fragment = ''] = href.split('#', 2);
  if (written.startsWith('/')) {
    return {
      message: `Unexpected link to ${shown} from the root, expected a path relative to the file`,
      hint: 'Write the way from this file, such as `../detections/a.yml`.',
    };
  }
  const file = decoded(written.split('?', 1)[0] ?? '');
  const path = file === '' ? playbook.path : join(dirname(playbook.path), file);
  const source = workspace.sources.find(({ spec }) => spec.name === playbook.source);
  if (path.startsWith('../') || source === undefined) return undefined;
  if (file !== '' && !holds(source, path)) {
    return {
      message: `Unexpected link to ${shown}, expected a file of the source`,
      hint: `There is no \`${shownText(path)}\` in \`${source.spec.name}\`.`,
    };
  }
  const target = workspace.playbooks.find((one) => one.source === playbook.source && one.path === path);
  if (fragment === '' || !target || hasAnchor(target, decoded(fragment))) return undefined;
  return {
    message: `Unexpected link to ${shown}, expected one of the headings of \`${shownText(target.path)}\``,
    hint: 'Write the heading in lower case with hyphens for blanks.',
  };
}

/** Whether a file or a folder is there, read or not. */
function holds({ files, skipped, links = [], unreadable = [] }: Source, path: string): boolean {
  const folder = `${path.replace(/\/$/, '')}/`;
  return (
    [...files, ...skipped, ...unreadable].some(
      (file) => file.path === path || file.path.startsWith(folder),
    ) || links.includes(path)
  );
}

/** Headings have the ids GitHub gives them; HTML in the text may bring its own. */
function hasAnchor({ sections, body }: Playbook, fragment: string): boolean {
  const slugger = new GithubSlugger();
  return sections.some(({ title }) => slugger.slug(title) === fragment) || /\b(?:id|name)=/.test(body);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
