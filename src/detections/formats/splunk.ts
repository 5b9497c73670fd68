import { basename, extname } from 'node:path/posix';
import type { ParsedDocument } from '../../documents/document.ts';
import { type Fields, fieldsOf, textOf, textsOf } from '../../documents/fields.ts';
import { locateYaml } from '../../documents/locate-yaml.ts';
import { yamlValueSpan } from '../../documents/yaml-value-span.ts';
import type { Reader } from '../../readers/reader.ts';
import type { DetectionDraft } from '../detection.ts';
import { nothingStated } from '../nothing-stated.ts';
import {
  splunkAuthors,
  splunkDataSources,
  splunkDates,
  splunkFalsePositives,
  splunkMappings,
  splunkTags,
} from './splunk-fields.ts';
import { splunkKind } from './splunk-kind.ts';
import { splunkFiles } from './splunk-recognition.ts';
import { splunkRiskScore } from './splunk-score.ts';
import { splunkSimulations, splunkTests } from './splunk-tests.ts';
import { splunkFindings, splunkStatus } from './splunk-values.ts';

/**
 * Detections of Splunk's content repositories (ESCU, contentctl): `TTP`, `Anomaly` and `Correlation` searches in the
 * layouts of 2024 (risk in the tags), of 2025 (`rba`) and of 2026 (no tags). What stands beside them is told apart.
 *
 * @see https://github.com/splunk/security_content
 */
export const splunk: Reader = {
  ...splunkFiles,

  read(file) {
    const kinds = file.documents.map((document) => ({ document, kind: splunkKind(document.data) }));
    const detections = kinds.flatMap(({ document, kind }) =>
      kind === 'detection' ? [{ document, content: fieldsOf(document.data) ?? {} }] : [],
    );
    const [ignored] = kinds.flatMap(({ kind }) => (typeof kind === 'object' ? [kind.ignored] : []));
    if (detections.length === 0) return ignored === undefined ? {} : { ignored };
    const fallback = basename(file.path, extname(file.path));
    return {
      detections: detections.map(({ document, content }) => toDetection(document, content, fallback)),
      findings: detections.flatMap(({ document, content }) => splunkFindings(file, document, content)),
    };
  },

  locate: locateYaml,
  valueSpan: yamlValueSpan,
};

function toDetection(document: ParsedDocument, content: Fields, fallback: string): DetectionDraft {
  const [id, description, query] = ['id', 'description', 'search'].map((key) => textOf(content[key]));
  const riskScore = splunkRiskScore(content);
  const setup = textOf(content['how_to_implement']);
  return {
    ...nothingStated(),
    format: 'splunk',
    ...(id !== undefined && { id }),
    title: textOf(content['name']) ?? fallback,
    ...(description !== undefined && { description }),
    status: splunkStatus(content) ?? 'unknown',
    ...(riskScore !== undefined && { riskScore }),
    authors: splunkAuthors(content),
    ...splunkDates(content),
    references: textsOf(content['references']),
    falsePositives: splunkFalsePositives(content),
    logSources: splunkDataSources(content),
    language: 'spl',
    ...(query !== undefined && { query }),
    ...(setup !== undefined && { guide: `## How to implement\n\n${setup}` }),
    tags: splunkTags(content),
    mappings: splunkMappings(content),
    tests: splunkTests(content),
    simulations: splunkSimulations(content),
    lines: document.lines,
    ordinal: document.ordinal,
  };
}
