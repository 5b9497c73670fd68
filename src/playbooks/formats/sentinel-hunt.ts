import {
  isGivenUp,
  sentinelAuthors,
  sentinelDataSources,
  sentinelSeverity,
  sentinelText,
} from '../../detections/formats/sentinel-fields.ts';
import { sentinelFindings } from '../../detections/formats/sentinel-findings.ts';
import { sentinelKind } from '../../detections/formats/sentinel-kind.ts';
import { sentinelTactics } from '../../detections/formats/sentinel-tactics.ts';
import { sentinel } from '../../detections/formats/sentinel.ts';
import { isoDate } from '../../documents/dates.ts';
import { type Fields, fieldsOf, textOf, textsOf } from '../../documents/fields.ts';
import { locateYaml } from '../../documents/locate-yaml.ts';
import { yamlValueSpan } from '../../documents/yaml-value-span.ts';
import { declaredTechniques } from '../../mapping/declared-techniques.ts';
import type { Reader } from '../../readers/reader.ts';
import { parseBody } from '../body.ts';
import { fencedQuery } from '../fenced-query.ts';
import { outline } from '../outline.ts';
import type { PlaybookDraft, PlaybookQuery } from '../playbook.ts';
import { sentinelHuntFiles } from './sentinel-hunt-recognition.ts';

/**
 * Hunting queries of Microsoft Sentinel and Defender XDR: a query nothing runs on a schedule. They state no status,
 * few a date: a published query is active, and its file's history stands in.
 *
 * @see https://github.com/Azure/Azure-Sentinel/tree/master/Hunting%20Queries
 */
export const sentinelHunts: Reader = {
  ...sentinelHuntFiles,

  read(file) {
    const hunts = file.documents.flatMap((document) =>
      sentinelKind(document.data) === 'hunt' ? [{ document, content: fieldsOf(document.data) ?? {} }] : [],
    );
    const { detections = [], findings = [] } = sentinel.read(file);
    const huntFindings = hunts.flatMap(({ document, content }) =>
      sentinelFindings(content['severity'], () => locateYaml(file.text, document.ordinal, ['severity'])),
    );
    return {
      playbooks: hunts.map(({ content }) => toPlaybook(content)),
      detections,
      findings: [...findings, ...huntFindings],
    };
  },

  locate: locateYaml,
  valueSpan: yamlValueSpan,
};

function toPlaybook(content: Fields): PlaybookDraft {
  const [id, title = ''] = ['id', 'name'].map((key) => textOf(content[key]));
  const hypothesis = sentinelText(content['description']);
  const severity = sentinelSeverity(content['severity']);
  const created = isoDate(content['createdDateUTC']);
  const reviewed = isoDate(content['lastUpdatedDateUTC']);
  const queries = textsOf(content['query']).map((text) => ({ language: 'kql', text }));
  const body = huntBody(content, queries);
  return {
    format: 'sentinel-hunt',
    ...(id !== undefined && { id }),
    title,
    ...(hypothesis !== undefined && { hypothesis }),
    mappings: declaredTechniques(content['relevantTechniques'], ['relevantTechniques']),
    tactics: sentinelTactics(content['tactics'], ['tactics']).tactics,
    actors: [],
    platforms: [],
    dataSources: sentinelDataSources(content),
    ...(severity !== undefined && { severity }),
    status: isGivenUp(title) ? 'retired' : 'active',
    authors: sentinelAuthors(content),
    ...(created !== undefined && { created }),
    ...(reviewed !== undefined && { reviewed }),
    runs: [],
    detections: [],
    references: [],
    queries,
    sections: outline(parseBody(body, false).tree, 1).sections,
    body,
    mdx: false,
  };
}

/** The hunt as Markdown: its query, after what more than one sentence there is to say. */
function huntBody(content: Fields, queries: readonly PlaybookQuery[]): string {
  const detailed = sentinelText(content['description-detailed']);
  const isMore = detailed !== undefined && detailed !== sentinelText(content['description']);
  return [...(isMore ? ['## Background', detailed] : []), '## Execution', ...queries.map(fencedQuery)].join(
    '\n\n',
  );
}
