import { toString } from 'mdast-util-to-string';
import { basename, extname } from 'node:path/posix';
import { DETECTION_SEVERITIES, type DetectionSeverity } from '../../detections/detection.ts';
import type { Reader } from '../../readers/reader.ts';
import { parseBody } from '../body.ts';
import { outline } from '../outline.ts';
import { adsCategorization } from './ads-categorization.ts';
import { adsFiles } from './ads-recognition.ts';
import { isAdsSection } from './ads-sections.ts';
import { playbookDraft } from './draft.ts';
import { blocksUnder, paragraphUnder } from './headed-text.ts';
import { locateInBody } from './locate-in-body.ts';
import { plainMarkdownOf } from './markdown-file.ts';
import { statedText, TEMPLATES } from './placeholder.ts';

/** Names of the framework's own pages, which have its sections and no strategy in them. */
const ABOUT_THE_FRAMEWORK = /\btemplate\b|\bframework\b|^readme$/i;

/**
 * Alerting and detection strategies after Palantir's framework: documents of ten fixed sections. They state neither
 * status nor dates: a written strategy is active, and its file's history stands in for the dates.
 *
 * @see https://github.com/palantir/alerting-detection-strategy-framework
 */
export const ads: Reader = {
  ...adsFiles,

  read(file) {
    const markdown = plainMarkdownOf(file);
    if (!markdown) return {};
    const { tree } = parseBody(markdown.body, false);
    const { sections, queries } = outline(tree, markdown.line);
    const name = basename(file.path, extname(file.path));
    const heading = sections.find(({ depth, title }) => depth === 1 && !isAdsSection(title))?.title;
    const title = statedText(heading) ?? titleOfName(name);
    const mapped = adsCategorization(tree, markdown.offset);
    const isMapped = mapped.mappings.length + mapped.tactics.length > 0;
    if (!isMapped && [title, name].some((text) => ABOUT_THE_FRAMEWORK.test(text)))
      return { ignored: TEMPLATES };
    const priorities = blocksUnder(tree, (text) => /^(?:alert )?priority$/i.test(text));
    return {
      playbooks: [
        playbookDraft('ads', {
          title,
          hypothesis: statedText(paragraphUnder(tree, (text) => /^goal$/i.test(text))),
          ...mapped,
          severity: onlySeverity(priorities.map((node) => toString(node)).join(' ')),
          sections,
          queries,
          body: markdown.body,
        }),
      ],
    };
  },

  locate: locateInBody,
};

/** `001-Little-Snitch-Discovery-Behavior` → `Little Snitch Discovery Behavior` */
function titleOfName(name: string): string {
  const words = name
    .replace(/^\d+[-_ ]+/, '')
    .replaceAll(/[-_]+/g, ' ')
    .trim();
  return words === '' ? name : words;
}

/** The one severity a text names; a priority that depends on conditions names several and is none. */
function onlySeverity(text: string): DetectionSeverity | undefined {
  const words = new Set(text.toLowerCase().match(/[a-z]+/g));
  const named = DETECTION_SEVERITIES.filter((severity) => words.has(severity));
  return named.length === 1 ? named[0] : undefined;
}
