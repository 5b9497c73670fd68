import type { ParsedDocument } from '../../documents/document.ts';
import { isoDate } from '../../documents/dates.ts';
import { type Fields, fieldsOf, textOf } from '../../documents/fields.ts';
import { locateYaml } from '../../documents/locate-yaml.ts';
import { yamlValueSpan } from '../../documents/yaml-value-span.ts';
import { declaredTechniques } from '../../mapping/declared-techniques.ts';
import type { Reader } from '../../readers/reader.ts';
import type { DetectionDraft, DetectionStatus } from '../detection.ts';
import { nothingStated } from '../nothing-stated.ts';
import {
  isGivenUp,
  sentinelAuthors,
  sentinelDataSources,
  sentinelSeverity,
  sentinelTags,
  sentinelText,
} from './sentinel-fields.ts';
import { sentinelFindings } from './sentinel-findings.ts';
import { sentinelKind } from './sentinel-kind.ts';
import { sentinelFiles } from './sentinel-recognition.ts';
import { sentinelTactics } from './sentinel-tactics.ts';

/**
 * Analytics rules of Microsoft Sentinel as content repositories keep them: one to a YAML document.
 *
 * @see https://github.com/Azure/Azure-Sentinel/wiki/Query-Style-Guide
 */
export const sentinel: Reader = {
  ...sentinelFiles,

  read(file) {
    const kinds = file.documents.map((document) => ({ document, kind: sentinelKind(document.data) }));
    const rules = kinds.flatMap(({ document, kind }) =>
      kind === 'rule' ? [{ document, content: fieldsOf(document.data) ?? {} }] : [],
    );
    const [ignored] = kinds.flatMap(({ kind }) => (typeof kind === 'object' ? [kind.ignored] : []));
    if (rules.length === 0) return ignored === undefined ? {} : { ignored };
    return {
      detections: rules.map(({ document, content }) => toDetection(document, content)),
      findings: rules.flatMap(({ document, content }) =>
        sentinelFindings(content['severity'], () => locateYaml(file.text, document.ordinal, ['severity'])),
      ),
    };
  },

  locate: locateYaml,
  valueSpan: yamlValueSpan,
};

function toDetection(document: ParsedDocument, content: Fields): DetectionDraft {
  const [id, query, title = ''] = ['id', 'query', 'name'].map((key) => textOf(content[key]));
  const description = sentinelText(content['description']);
  const detailed = sentinelText(content['description-detailed']);
  const severity = sentinelSeverity(content['severity']);
  const created = isoDate(content['createdDateUTC']);
  const modified = isoDate(content['lastUpdatedDateUTC']);
  const { tactics, foreign } = sentinelTactics(content['tactics'], ['tactics']);
  return {
    ...nothingStated(),
    format: 'sentinel',
    ...(id !== undefined && { id }),
    title,
    ...(description !== undefined && { description }),
    status: isGivenUp(title) ? 'deprecated' : statusOf(content),
    enabled: content['enabled'] !== false,
    ...(severity !== undefined && { severity }),
    authors: sentinelAuthors(content),
    ...(created !== undefined && { created }),
    ...(modified !== undefined && { modified }),
    logSources: sentinelDataSources(content),
    language: 'kql',
    ...(query !== undefined && { query }),
    ...(detailed !== undefined && detailed !== description && { guide: detailed }),
    tags: [...new Set([...sentinelTags(content), ...foreign])],
    mappings: declaredTechniques(content['relevantTechniques'], ['relevantTechniques']),
    tactics,
    lines: document.lines,
    ordinal: document.ordinal,
  };
}

function statusOf(content: Fields): DetectionStatus {
  const written = textOf(content['status'])?.toLowerCase();
  if (written === 'available') return 'production';
  return written === 'deprecated' ? 'deprecated' : 'unknown';
}
