import { type Fields, textOf, textsOf } from '../../documents/fields.ts';
import type { FileFinding, Range } from '../../findings/finding.ts';
import type { Pointer } from '../../mapping/mapping.ts';
import { DETECTION_SEVERITIES, type DetectionDraft, type DetectionSeverity } from '../detection.ts';
import { nothingStated } from '../nothing-stated.ts';
import { elasticGuide, elasticLogSources, elasticPlatforms, elasticTags } from './elastic-fields.ts';
import { elasticThreat } from './elastic-threat.ts';

/** What Elastic's rule object says, whichever file it stands in. */
export type ElasticRule = Omit<DetectionDraft, 'format' | 'title' | 'status' | 'lines' | 'ordinal'>;

/**
 * Reads the fields of a rule object of Elastic Security, as its repository writes it in TOML and Kibana in JSON.
 *
 * @param metadata What the repository keeps beside the rule; only `integration` is looked at.
 * @param at Where the rule object stands in its document.
 * @see https://www.elastic.co/docs/api/doc/kibana/group/endpoint-security-detections-api
 */
export function elasticRule(rule: Fields, metadata: Fields, at: Pointer): ElasticRule {
  const [id, description, language, query] = ['rule_id', 'description', 'language', 'query'].map((key) =>
    textOf(rule[key]),
  );
  const severity = severityOf(rule);
  const guide = elasticGuide(rule);
  const { unrecognised, ...threat } = elasticThreat(rule['threat'], [...at, 'threat']);
  return {
    ...nothingStated(),
    ...(id !== undefined && { id }),
    ...(description !== undefined && { description }),
    enabled: rule['enabled'] !== false,
    ...(severity !== undefined && { severity }),
    ...(typeof rule['risk_score'] === 'number' && { riskScore: rule['risk_score'] }),
    authors: textsOf(rule['author']),
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
  };
}

/** A finding when the rule states a severity that is none. */
export function elasticSeverityFindings(rule: Fields, locate: () => Range | undefined): FileFinding[] {
  const written = textOf(rule['severity']);
  if (written === undefined || severityOf(rule) !== undefined) return [];
  const range = locate();
  return [
    {
      rule: 'elastic/invalid-value',
      severity: 'warning',
      message: `Unexpected \`severity\` \`${written.slice(0, 60).replaceAll('\n', ' ')}\`, expected \`low\`, \`medium\`, \`high\` or \`critical\`; it reads as not stated`,
      hint: 'Correct `severity`.',
      ...(range && { range }),
    },
  ];
}

function severityOf(rule: Fields): DetectionSeverity | undefined {
  const written = textOf(rule['severity'])?.toLowerCase();
  return DETECTION_SEVERITIES.find((severity) => severity === written);
}
