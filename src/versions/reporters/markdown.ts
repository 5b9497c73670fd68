import { counted } from '../../coverage/wording.ts';
import { markdownText } from '../../escape/markdown.ts';
import type { ImpactReporter } from '../reporter.ts';
import {
  impactSections,
  impactSummary,
  impactTitle,
  type ImpactEntry,
  type ImpactSection,
} from '../sections.ts';
import type { TouchedItem } from '../version-impact.ts';

/** Files named for one entry; the JSON report has them all. */
const MOST_PATHS = 10;

/** For issues, merge requests and wikis: headings and lists that any Markdown renderer takes. */
export const markdownImpact: ImpactReporter = {
  id: 'markdown',
  report(impact, pathOf) {
    const blocks = impactSections(impact).map((section) => sectionBlock(section, pathOf));
    return `${[`# ${markdownText(impactTitle(impact))}`, markdownText(impactSummary(impact)), ...blocks].join('\n\n')}\n`;
  },
};

function sectionBlock(
  { title, note, entries }: ImpactSection,
  pathOf: (item: TouchedItem) => string,
): string {
  return [
    `## ${markdownText(title)} (${entries.length})`,
    ...(note === undefined ? [] : [note]),
    entries.map((entry) => entryItem(entry, pathOf)).join('\n'),
  ].join('\n\n');
}

function entryItem({ text, details, items }: ImpactEntry, pathOf: (item: TouchedItem) => string): string {
  const own = items.filter(({ role }) => role === 'deployed');
  const paths = [...new Set(own.map(pathOf))];
  const more = paths.length - MOST_PATHS;
  const inLibraries = items.length - own.length;
  return [
    `- ${markdownText(text)}`,
    ...details.map((detail) => `  - ${markdownText(detail)}`),
    ...paths.slice(0, MOST_PATHS).map((path) => `  - ${markdownText(path)}`),
    ...(more > 0 ? [`  - and ${counted(more, 'file')} more`] : []),
    ...(inLibraries > 0 ? [`  - ${counted(inLibraries, 'item')} of libraries`] : []),
  ].join('\n');
}
