import { basename, extname } from 'node:path/posix';
import type { ParsedDocument, ParsedFile } from '../../documents/document.ts';
import { isoDate } from '../../documents/dates.ts';
import { type Fields, fieldsOf, textOf } from '../../documents/fields.ts';
import { locateToml, tomlValueSpan } from '../../documents/locate-toml.ts';
import type { Reader } from '../../readers/reader.ts';
import type { DetectionDraft, DetectionStatus } from '../detection.ts';
import { elasticRule, elasticSeverityFindings } from './elastic-rule.ts';

/**
 * Detection rules of Elastic's detection-rules repository: TOML with `[metadata]` and `[rule]`.
 *
 * @see https://github.com/elastic/detection-rules
 */
export const elastic: Reader = {
  id: 'elastic',
  extensions: ['.toml'],

  recognises: (file) => file.documents.some((document) => ruleTables(document) !== undefined),

  read(file) {
    const [document] = file.documents;
    const tables = document && ruleTables(document);
    if (!document || !tables) return {};
    return {
      detections: [readRule(file, document, tables)],
      findings: elasticSeverityFindings(tables.rule, () => locateToml(file.text, ['rule', 'severity'])),
    };
  },

  locate: (text, _ordinal, pointer) => locateToml(text, pointer),
  valueSpan: (text, _ordinal, pointer) => tomlValueSpan(text, pointer),
};

interface Tables {
  rule: Fields;
  metadata: Fields;
}

function ruleTables({ data }: ParsedDocument): Tables | undefined {
  const file = fieldsOf(data);
  const rule = fieldsOf(file?.['rule']);
  if (!file || !rule || fieldsOf(file['hunt']) || textOf(rule['name']) === undefined) return undefined;
  const isRule = ['rule_id', 'type', 'query'].some((key) => key in rule);
  const metadata = fieldsOf(file['metadata']);
  return isRule && (metadata || 'threat' in rule) ? { rule, metadata: metadata ?? {} } : undefined;
}

const STATUSES = new Map<string, DetectionStatus>([
  ['production', 'production'],
  ['beta', 'test'],
  ['development', 'experimental'],
  ['experimental', 'experimental'],
  ['deprecated', 'deprecated'],
]);

function readRule(file: ParsedFile, document: ParsedDocument, { rule, metadata }: Tables): DetectionDraft {
  const [created, modified] = [isoDate(metadata['creation_date']), isoDate(metadata['updated_date'])];
  return {
    ...elasticRule(rule, metadata, ['rule']),
    format: 'elastic',
    title: textOf(rule['name']) ?? basename(file.path, extname(file.path)),
    status: STATUSES.get(textOf(metadata['maturity']) ?? '') ?? 'unknown',
    ...(created !== undefined && { created }),
    ...(modified !== undefined && { modified }),
    lines: document.lines,
    ordinal: document.ordinal,
  };
}
