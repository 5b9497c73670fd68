import { fieldsOf, textOf } from '../../documents/fields.ts';

/** What a YAML document of a Microsoft Sentinel content repository is. */
export type SentinelKind = 'rule' | 'hunt' | { ignored: string };

/** Keys that other tools' queries do not have. */
const CONTENT_KEYS = ['tactics', 'relevantTechniques', 'requiredDataConnectors', 'entityMappings'];

/** Tells analytics rules from hunting queries and saved functions; undefined for what is not Sentinel's. */
export function sentinelKind(data: unknown): SentinelKind | undefined {
  const content = fieldsOf(data);
  if (!content) return undefined;
  const hasText = (key: string) => textOf(content[key]) !== undefined;
  if ((hasText('Category') && hasText('FunctionName')) || (hasText('ParserName') && hasText('ParserQuery'))) {
    return { ignored: 'that are Sentinel functions' };
  }
  if (isSwitch(content['kind']) && hasText('name')) {
    return { ignored: 'with Sentinel rules that have no query' };
  }
  const isQuery = typeof content['query'] === 'string' && hasText('query') && hasText('name');
  if (!isQuery || !CONTENT_KEYS.some((key) => key in content)) return undefined;
  return isRuleKind(content['kind']) || hasText('triggerOperator') ? 'rule' : 'hunt';
}

/** The kinds of rules that have a query. */
export function isRuleKind(kind: unknown): boolean {
  return /^(?:scheduled|nrt)$/i.test(textOf(kind) ?? '');
}

/** The other kinds switch on what the product finds by itself. */
function isSwitch(kind: unknown): boolean {
  return /^(?:Fusion|MLBehaviorAnalytics|MicrosoftSecurityIncidentCreation|ThreatIntelligence)$/.test(
    textOf(kind) ?? '',
  );
}
