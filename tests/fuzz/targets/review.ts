import fc from 'fast-check';
import { parse } from 'parse5';
import { compare } from '../../../src/review/compare.ts';
import { REVIEW_REPORTERS } from '../../../src/review/reporters.ts';
import { reviewSite } from '../../../src/review/site/review-site.ts';
import { locateFindings } from '../../../src/workspace/locate-findings.ts';
import { aReview } from '../../review/review-builder.ts';
import { sideOf } from '../side-of.ts';
import { aTarget, type Seeds, type Target } from '../target.ts';
import { mutatedFiles } from './workspace.ts';

/** Two states of some files through every report, and through the pages of the changes. */
export function reviewTarget(seeds: Seeds): Target {
  return aTarget(
    'review',
    fc.tuple(mutatedFiles(seeds), mutatedFiles(seeds)),
    async ([before, after]) => {
      const base = sideOf('base', before);
      const head = sideOf('head', after);
      const compared = await compare(
        { base, head, renamed: new Map() },
        { config: [], locate: (pending) => locateFindings(pending, head.sources) },
      );
      const review = { ...aReview(), ...compared };
      for (const reporter of REVIEW_REPORTERS)
        if (!reporter.report(review, { color: false }).isWellFormed())
          throw new Error(`${reporter.id} holds half a character.`);
      for await (const { path, html } of reviewSite({ review, base, head })) {
        if (path === '') throw new Error('A change without a page.');
        holdPage(html);
      }
    },
    0.05,
  );
}

/** A page holds no script, and nothing that is fetched or followed by itself. */
function holdPage(html: string): void {
  const open = [...parse(html).childNodes];
  for (let node = open.pop(); node; node = open.pop()) {
    if (!('tagName' in node)) continue;
    const { tagName, attrs, childNodes } = node;
    if (/^(?:script|img|iframe|object|embed|base|form|svg|math|link|template)$/.test(tagName))
      throw new Error(`<${tagName}> on the page of a change`);
    for (const { name, value } of attrs)
      if (name.startsWith('on') || /^\s*(?:javascript|data|vbscript):/i.test(value))
        throw new Error(`${name}="${value}" on the page of a change`);
    open.push(...childNodes);
  }
}
