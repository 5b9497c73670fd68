import { counted, listed } from '../../coverage/wording.ts';
import { visible } from '../../escape/visible.ts';
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
const MOST_PATHS = 3;

/** For people at a terminal. */
export const textImpact: ImpactReporter = {
  id: 'text',
  report(impact, pathOf) {
    const blocks = impactSections(impact).map((section) => sectionBlock(section, pathOf));
    return `${[impactTitle(impact), impactSummary(impact), ...blocks].join('\n\n')}\n`;
  },
};

function sectionBlock(
  { title, note, entries }: ImpactSection,
  pathOf: (item: TouchedItem) => string,
): string {
  return [
    `${visible(title)} (${entries.length})`,
    ...(note === undefined ? [] : [`  ${note}`]),
    ...entries.flatMap((entry) => entryLines(entry, pathOf)),
  ].join('\n');
}

function entryLines({ text, details, items }: ImpactEntry, pathOf: (item: TouchedItem) => string): string[] {
  const own = items.filter(({ role }) => role === 'deployed');
  const paths = [...new Set(own.map(pathOf))];
  const inLibraries = items.length - own.length;
  return [
    `  ${visible(text)}`,
    ...details.map((detail) => `    ${visible(detail)}`),
    ...(own.length > 0 ? [`    ${counted(own.length, 'item')}: ${visible(listed(paths, MOST_PATHS))}`] : []),
    ...(inLibraries > 0 ? [`    ${counted(inLibraries, 'item')} of libraries`] : []),
  ];
}
