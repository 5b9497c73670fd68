import { basename, extname } from 'node:path/posix';
import { splitAuthors } from '../../documents/authors.ts';
import { isoDate } from '../../documents/dates.ts';
import { fieldsOf, textOf, textsOf, type Fields } from '../../documents/fields.ts';
import { frontMatterValueSpan, locateFrontMatter } from '../../documents/markdown.ts';
import type { TacticMappingDraft } from '../../mapping/mapping.ts';
import type { Reader } from '../../readers/reader.ts';
import { parseBody } from '../body.ts';
import { outline } from '../outline.ts';
import { playbookDraft } from './draft.ts';
import { hearthBody } from './hearth-body.ts';
import { hearthMapping } from './hearth-mapping.ts';
import { hearthSeverity, hearthStatus } from './hearth-values.ts';
import { listedTechniques } from './listed-techniques.ts';
import { hearthFiles } from './hearth-recognition.ts';
import { markdownOf } from './markdown-file.ts';
import { statedId, statedText, TEMPLATES } from './placeholder.ts';

/**
 * Hunts of the HEARTH community in front matter. Ids in their prose and their tags are no mappings; a hunt that states
 * no status is a published one, so active.
 *
 * @see https://github.com/THORCollective/HEARTH
 */
export const hearth: Reader = {
  ...hearthFiles,

  read(file) {
    const markdown = markdownOf(file);
    if (!markdown) return {};
    const { fields } = markdown;
    const id = statedId(textOf(fields['id']));
    const hypothesis = oneLine(statedText(textOf(fields['hypothesis'])));
    const title = oneLine(statedText(textOf(fields['title']))) ?? hypothesis;
    const isTemplate = id === undefined && (title === undefined || textOf(fields['id']) !== undefined);
    if (isTemplate) return { ignored: TEMPLATES };
    const locate = (pointer: (string | number)[]): ReturnType<typeof locateFrontMatter> =>
      locateFrontMatter(file.text, pointer);
    const techniques = listedTechniques(fields['techniques'], ['techniques']);
    const { findings, ...mapped } = hearthMapping(techniques, tacticsOf(fields), locate);
    const severity = hearthSeverity(fields['severity'], locate);
    const status = hearthStatus(fields['status'], locate);
    const body = hearthBody(markdown.body, fields);
    return {
      playbooks: [
        playbookDraft('hearth', {
          id,
          title: title ?? id ?? basename(file.path, extname(file.path)),
          hypothesis,
          ...mapped,
          severity: severity.value,
          status: status.value,
          authors: submitters(fields['submitter']),
          created: isoDate(fields['created']),
          reviewed: isoDate(fields['last_reviewed']),
          dataSources: textsOf(fields['required_data_sources']),
          ...outline(parseBody(body, false).tree, markdown.line),
          body,
        }),
      ],
      findings: [...findings, ...severity.findings, ...status.findings],
    };
  },

  locate: (text, _ordinal, pointer) => locateFrontMatter(text, pointer),

  valueSpan: (text, _ordinal, pointer) => frontMatterValueSpan(text, pointer),
};

function tacticsOf({ tactics }: Fields): TacticMappingDraft[] {
  const items: unknown[] = Array.isArray(tactics) ? tactics : [tactics];
  return items.flatMap((item, index) => {
    const written = textOf(item);
    if (written === undefined) return [];
    return { written, pointer: Array.isArray(tactics) ? ['tactics', index] : ['tactics'] };
  });
}

function submitters(submitter: unknown): string[] {
  const name = fieldsOf(submitter)?.['name'] ?? submitter;
  return textsOf(name).flatMap((names) => splitAuthors(statedText(names) ?? ''));
}

function oneLine(text: string | undefined): string | undefined {
  return text?.replaceAll(/\s+/g, ' ');
}
