import { isoDate } from '../../documents/dates.ts';
import type { ParsedFile } from '../../documents/document.ts';
import { fieldLists, type Fields, fieldsOf, textOf, textsOf } from '../../documents/fields.ts';
import type { Pointer } from '../../mapping/mapping.ts';
import type { Reader } from '../../readers/reader.ts';
import type { DetectionDraft } from '../detection.ts';
import { elasticRule, elasticSeverityFindings } from './elastic-rule.ts';
import { jsonItemLines, jsonItems, jsonItemSpan, locateJsonItem } from './json-items.ts';

/**
 * Rules as Kibana exports them (JSON lines; exception lists, connectors and a summary may stand among them), as its
 * interface lists them, and as Elastic packages its own (the rule under `attributes`).
 *
 * @see https://www.elastic.co/docs/solutions/security/detect-and-alert/manage-detection-rules
 */
export const elasticExport: Reader = {
  id: 'elastic-export',
  extensions: ['.ndjson', '.jsonl', '.json'],

  recognises: (file) => jsonItems(file).some(({ fields }) => isRule(ruleOf(fields)) || isSummary(fields)),

  read(file) {
    const rules = ruleItems(file);
    if (rules.length === 0) return { ignored: 'that are exports of Kibana without a rule' };
    const linesOf = jsonItemLines(file);
    return {
      detections: rules.map(({ item, rule, pointer }) => ({
        ...readRule(rule, pointer),
        lines: linesOf(item),
        ordinal: item.ordinal,
      })),
      findings: rules.flatMap(({ item, rule, pointer }) =>
        elasticSeverityFindings(rule, () =>
          locateJsonItem(file.text, item.ordinal, [...pointer, 'severity']),
        ),
      ),
    };
  },

  locate: locateJsonItem,
  valueSpan: jsonItemSpan,
};

const RULE_TYPES = new Set([
  'query',
  'eql',
  'esql',
  'saved_query',
  'threshold',
  'threat_match',
  'machine_learning',
  'new_terms',
]);

function isRule(rule: Fields): boolean {
  const isNamed = textOf(rule['name']) !== undefined;
  const isTyped = typeof rule['type'] === 'string' && RULE_TYPES.has(rule['type']);
  return isNamed && isTyped && ('rule_id' in rule || ('severity' in rule && 'risk_score' in rule));
}

/** The last line of an export. */
function isSummary(fields: Fields): boolean {
  return 'exported_count' in fields && ('exported_rules_count' in fields || 'missing_rules' in fields);
}

function ruleOf(fields: Fields): Fields {
  return fieldsOf(fields['attributes']) ?? fields;
}

function ruleItems(file: ParsedFile) {
  return jsonItems(file).flatMap((item) => {
    const rule = ruleOf(item.fields);
    const pointer: Pointer = rule === item.fields ? item.pointer : [...item.pointer, 'attributes'];
    return isRule(rule) ? [{ item, rule, pointer }] : [];
  });
}

function readRule(rule: Fields, pointer: Pointer): Omit<DetectionDraft, 'lines' | 'ordinal'> {
  const [created, modified] = [isoDate(rule['created_at']), isoDate(rule['updated_at'])];
  return {
    ...elasticRule(rule, { integration: packages(rule) }, pointer),
    format: 'elastic-export',
    title: textOf(rule['name']) ?? 'Untitled rule',
    status: 'unknown',
    ...(created !== undefined && { created }),
    ...(modified !== undefined && { modified }),
  };
}

function packages(rule: Fields): string[] {
  return fieldLists(rule['related_integrations']).flatMap(({ fields }) => textsOf(fields['package']));
}
