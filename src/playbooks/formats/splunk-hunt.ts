import { basename, extname } from 'node:path/posix';
import {
  splunkAuthors,
  splunkDataSources,
  splunkDates,
  splunkFalsePositives,
  splunkField,
  splunkMappings,
} from '../../detections/formats/splunk-fields.ts';
import { splunkKind } from '../../detections/formats/splunk-kind.ts';
import { splunkFindings, splunkStatus } from '../../detections/formats/splunk-values.ts';
import { splunk } from '../../detections/formats/splunk.ts';
import { type Fields, fieldsOf, textOf, textsOf } from '../../documents/fields.ts';
import { locateYaml } from '../../documents/locate-yaml.ts';
import { yamlValueSpan } from '../../documents/yaml-value-span.ts';
import type { Reader } from '../../readers/reader.ts';
import { parseBody } from '../body.ts';
import { fencedQuery } from '../fenced-query.ts';
import { outline } from '../outline.ts';
import type { PlaybookDraft, PlaybookQuery } from '../playbook.ts';
import { splunkHuntFiles } from './splunk-hunt-recognition.ts';

/**
 * Searches of type `Hunting` of Splunk's content repositories: somebody runs them and looks, nothing alerts. Its
 * description is what the hunter expects to find.
 *
 * @see https://github.com/splunk/security_content
 */
export const splunkHunts: Reader = {
  ...splunkHuntFiles,

  read(file) {
    const hunts = file.documents.flatMap((document) =>
      splunkKind(document.data) === 'hunt' ? [{ document, content: fieldsOf(document.data) ?? {} }] : [],
    );
    const { detections = [], findings = [] } = splunk.read(file);
    const fallback = basename(file.path, extname(file.path));
    return {
      playbooks: hunts.map(({ content }) => toPlaybook(content, fallback)),
      detections,
      findings: [
        ...findings,
        ...hunts.flatMap(({ document, content }) => splunkFindings(file, document, content)),
      ],
    };
  },

  locate: locateYaml,
  valueSpan: yamlValueSpan,
};

function toPlaybook(content: Fields, fallback: string): PlaybookDraft {
  const [id, hypothesis] = ['id', 'description'].map((key) => textOf(content[key]));
  const { created, modified } = splunkDates(content);
  const queries = textsOf(content['search']).map((text) => ({ language: 'spl', text }));
  const body = huntBody(content, queries);
  return {
    format: 'splunk-hunt',
    ...(id !== undefined && { id }),
    title: textOf(content['name']) ?? fallback,
    ...(hypothesis !== undefined && { hypothesis }),
    mappings: splunkMappings(content),
    tactics: [],
    actors: textsOf(splunkField(content, 'group').value),
    platforms: [],
    dataSources: splunkDataSources(content),
    status: splunkStatus(content) === 'deprecated' ? 'retired' : 'active',
    authors: splunkAuthors(content),
    ...(created !== undefined && { created }),
    // The author's own date of the last change: the file's history may begin with an import years later.
    ...(modified !== undefined && { reviewed: modified }),
    runs: [],
    detections: [],
    references: textsOf(content['references']).filter((url) => /^https?:\/\//i.test(url)),
    queries,
    sections: outline(parseBody(body, false).tree, 1).sections,
    body,
    mdx: false,
  };
}

/** The hunt as Markdown: what it needs, the search, what it finds for nothing. */
function huntBody(content: Fields, queries: readonly PlaybookQuery[]): string {
  const setup = textOf(content['how_to_implement']);
  const falsePositives = splunkFalsePositives(content);
  return [
    ...(setup === undefined ? [] : ['## How to implement', setup]),
    '## Execution',
    ...queries.map(fencedQuery),
    ...(falsePositives.length === 0 ? [] : ['## False positives', ...falsePositives]),
  ].join('\n\n');
}
