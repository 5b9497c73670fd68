import { basename, extname } from 'node:path/posix';
import { splitAuthors } from '../../documents/authors.ts';
import { isoDate } from '../../documents/dates.ts';
import { locateOffsets } from '../../documents/locate-offsets.ts';
import type { FileFinding } from '../../findings/finding.ts';
import type { Reader } from '../../readers/reader.ts';
import { parseBody } from '../body.ts';
import { outline } from '../outline.ts';
import { sectionRole } from '../section-roles.ts';
import { actorCell, labelledCells } from './able-table.ts';
import { actorNames } from './actor-names.ts';
import { playbookDraft } from './draft.ts';
import { MOST_FINDINGS } from './findings-limit.ts';
import { headedValues, paragraphUnder } from './headed-text.ts';
import { labelledTechniques } from './labelled-techniques.ts';
import { locateInBody, spanInBody } from './locate-in-body.ts';
import { plainMarkdownOf } from './markdown-file.ts';
import { peakFiles } from './peak-recognition.ts';
import { statedId, statedText, TEMPLATES } from './placeholder.ts';
import { shown } from './shown.ts';

/** Headings that name the kind of document, not the hunt. */
const GENERIC_TITLE = /^(?:peak\b.*|(?:threat )?hunt(?:ing)? (?:report|template|plan)\b.*)$/i;

/**
 * Reports of hunts after the PEAK framework, told by their ABLE outline. Declared are the ids listed under
 * `MITRE ATT&CK Techniques`; the report's date is the day it was written.
 *
 * @see https://github.com/splunk/PEAK
 */
export const peak: Reader = {
  ...peakFiles,

  read(file) {
    const markdown = plainMarkdownOf(file);
    if (!markdown) return {};
    const { tree } = parseBody(markdown.body, false);
    const cells = labelledCells(tree);
    const { mappings, tactics, marked } = labelledTechniques(tree, markdown.offset);
    const id = firstStated(headedValues(tree, 'hunt id'), statedId);
    const hypothesis =
      cells.get('hypothesis') ??
      statedText(paragraphUnder(tree, (title) => sectionRole(title) === 'hypothesis'));
    if (id === undefined && hypothesis === undefined && mappings.length === 0) return { ignored: TEMPLATES };
    const { sections, queries } = outline(tree, markdown.line);
    const heading = sections.find(({ depth, title }) => depth === 1 && !GENERIC_TITLE.test(title))?.title;
    const named = firstStated(headedValues(tree, 'hunt title'), statedText) ?? statedText(heading);
    return {
      playbooks: [
        playbookDraft('peak', {
          id,
          title: named ?? id ?? basename(file.path, extname(file.path)),
          hypothesis,
          mappings,
          tactics,
          actors: actorNames(actorCell(cells)),
          authors: splitAuthors(cells.get('threat hunter name') ?? cells.get('threat hunter') ?? ''),
          created: isoDate(cells.get('date')),
          sections,
          queries,
          body: markdown.body,
        }),
      ],
      findings: marked.slice(0, MOST_FINDINGS).map(({ written, pointer }): FileFinding => {
        const range = locateOffsets(file.text, 0, pointer);
        return {
          rule: 'peak/marked-id',
          severity: 'warning',
          message: `Unexpected \`${shown(written)}\` in code or brackets, expected a plain id`,
          hint: 'Take the marks of the template away when the hunt looks for it; until then it does not count.',
          ...(range && { range }),
        };
      }),
    };
  },

  locate: locateInBody,

  valueSpan: spanInBody,
};

function firstStated(
  values: readonly string[],
  read: (value: string) => string | undefined,
): string | undefined {
  for (const value of values) {
    const stated = read(value);
    if (stated !== undefined) return stated;
  }
  return undefined;
}
