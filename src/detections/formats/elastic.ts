import { basename, extname } from 'node:path/posix';
import type { ParsedDocument, ParsedFile } from '../../documents/document.ts';
import { locateToml } from '../../documents/locate-toml.ts';
import type { FileFinding } from '../../findings/finding.ts';
import type { Reader } from '../../readers/reader.ts';
import {
  DETECTION_SEVERITIES,
  type DetectionDraft,
  type DetectionSeverity,
  type DetectionStatus,
} from '../detection.ts';
import { isoDate } from '../../documents/dates.ts';
import { elasticThreat } from './elastic-threat.ts';
import { elasticGuide, elasticLogSources, elasticPlatforms, elasticTags } from './elastic-fields.ts';
import { type Fields, fieldsOf, textOf, textsOf } from '../../documents/fields.ts';

/**
 * Detection rules of Elastic's detection-rules repository: TOML with `[metadata]` and `[rule]`.
 *
 * @see https://github.com/elastic/detection-rules
 */
export const elastic: Reader = {
  id: 'elastic',
  extensions: ['.toml'],

  recognises: (file) => file.documents.some((document) => elasticRule(document) !== undefined),

  read(file) {
    const [document] = file.documents;
    const tables = document && elasticRule(document);
    if (!document || !tables) return {};
    const draft = readRule(file, document, tables);
    return {
      detections: [draft],
      findings: draft.severity === undefined ? severityFindings(file, tables.rule) : [],
    };
  },

  locate: (text, _ordinal, pointer) => locateToml(text, pointer),
};

interface Tables {
  rule: Fields;
  metadata: Fields;
}

function elasticRule({ data }: ParsedDocument): Tables | undefined {
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
  const [id, description, language, query] = ['rule_id', 'description', 'language', 'query'].map((key) =>
    textOf(rule[key]),
  );
  const severity = severityOf(rule['severity']);
  const guide = elasticGuide(rule);
  const [created, modified] = [isoDate(metadata['creation_date']), isoDate(metadata['updated_date'])];
  const { unrecognised, ...threat } = elasticThreat(rule['threat']);
  return {
    format: 'elastic',
    ...(id !== undefined && { id }),
    title: textOf(rule['name']) ?? basename(file.path, extname(file.path)),
    ...(description !== undefined && { description }),
    status: STATUSES.get(textOf(metadata['maturity']) ?? '') ?? 'unknown',
    enabled: rule['enabled'] !== false,
    ...(severity !== undefined && { severity }),
    ...(typeof rule['risk_score'] === 'number' && { riskScore: rule['risk_score'] }),
    authors: textsOf(rule['author']),
    ...(created !== undefined && { created }),
    ...(modified !== undefined && { modified }),
    references: textsOf(rule['references']),
    falsePositives: textsOf(rule['false_positives']),
    logSources: elasticLogSources(rule, metadata),
    platforms: elasticPlatforms(rule),
    ...(language !== undefined && { language }),
    ...(query !== undefined && { query }),
    ...(guide !== undefined && { guide }),
    tags: elasticTags(rule),
    ...threat,
    ...(unrecognised.length > 0 && { unrecognised }),
    actors: [],
    related: [],
    tests: [],
    simulations: [],
    refersTo: [],
    lines: document.lines,
    ordinal: document.ordinal,
  };
}

function severityOf(value: unknown): DetectionSeverity | undefined {
  const written = textOf(value)?.toLowerCase();
  return DETECTION_SEVERITIES.find((severity) => severity === written);
}

function severityFindings(file: ParsedFile, rule: Fields): FileFinding[] {
  const written = textOf(rule['severity']);
  if (written === undefined) return [];
  return [
    {
      rule: 'elastic/invalid-value',
      severity: 'warning',
      message: `Unexpected \`severity\` \`${written.slice(0, 60)}\`, expected \`low\`, \`medium\`, \`high\` or \`critical\`; it reads as not stated`,
      hint: 'Correct `severity`.',
      range: locateToml(file.text, ['rule', 'severity']),
    },
  ];
}
