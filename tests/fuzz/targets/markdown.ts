import { renderMarkdown } from '../../../src/playbooks/pipeline.ts';
import { proseHtml } from '../../../src/site/prose.ts';
import { embeddedBase } from '../../workspace-builder.ts';
import { htmlProblems } from '../html-problems.ts';
import { MARKDOWN_SEEDS } from '../markdown-seeds.ts';
import { mutatedFile, type Seed } from '../mutated-file.ts';
import { aTarget, type Seeds, type Target } from '../target.ts';

/** Guides and hunts as they stand on pages, and ATT&CK's own prose: both are texts that nobody vouches for. */
export function markdownTargets(seeds: Seeds): Target[] {
  const texts = [...seeds.values()].flat().filter(({ extension }) => /^\.(?:md|mdx)$/.test(extension));
  const files = mutatedFile([...MARKDOWN_SEEDS, ...texts] as unknown as readonly [Seed, ...Seed[]]);
  const resolver = (id: string) => ({ href: `/techniques/${id}/`, title: id });
  return [
    aTarget(
      'markdown',
      files,
      ({ bytes }) => {
        const text = bytes.toString('utf8');
        holdHtml(renderMarkdown(text, { resolver, resolveLink: (href) => `/to/${encodeURI(href)}` }));
        holdHtml(renderMarkdown(text, { runbook: { title: 'A', hypothesis: 'T1059.001 by APT29.' } }));
      },
      0.5,
    ),
    aTarget('prose', files, ({ bytes }) => {
      holdHtml(proseHtml(bytes.toString('utf8'), embeddedBase('ics')));
    }),
  ];
}

function holdHtml(html: string): void {
  const problems = htmlProblems(html);
  if (problems.length > 0) throw new Error(`${problems.join(', ')} in ${html.slice(0, 2_000)}`);
}
