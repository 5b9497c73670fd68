import type { AxeResults } from 'axe-core';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** WCAG 2.2 up to level AA, and what axe takes for good practice. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What {@link AXE} makes of a window. */
interface WithAxe {
  axe: { run(of: Document, options: { runOnly: string[]; resultTypes: string[] }): Promise<AxeResults> };
}

/** A place where a page breaks one of axe's rules. */
interface AxeFinding {
  id: string;
  target: string;
  html: string;
  failureSummary: string | undefined;
}

/**
 * What axe finds wrong with a page as it stands, three places a rule at most. It runs in the page itself: no page here
 * has frames, and gathering what is found in them takes longer than looking at a small page.
 */
export async function axeFindings(page: Page): Promise<AxeFinding[]> {
  await page.evaluate(AXE);
  return await page.evaluate(async (tags) => {
    const { axe } = globalThis as unknown as WithAxe;
    const { violations } = await axe.run(document, { runOnly: tags, resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }) =>
      nodes
        .slice(0, 3)
        .map(({ target, html, failureSummary }) => ({ id, target: target.join(' '), html, failureSummary })),
    );
  }, TAGS);
}
