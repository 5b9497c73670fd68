import { type Fields, fieldsOf, textOf } from '../../documents/fields.ts';

/** What a document of a Splunk content repository is. */
export type SplunkKind = 'detection' | 'hunt' | { ignored: string };

/** Of the keys that searches share with other tools' rules, these are contentctl's own. */
const CONTENT_KEYS = ['analytic_story', 'mitre_attack_id', 'security_domain'];

/** What contentctl writes into the files of new content. */
const PLACEHOLDER = /^UPDATE(?:[_ ]|$)/;

const MACRO_KEYS = new Set(['definition', 'arguments']);
const LOOKUP_KEYS = new Set([
  'filename',
  'collection',
  'lookup_type',
  'fields_list',
  'match_type',
  'default_match',
  'min_matches',
  'max_matches',
  'case_sensitive_match',
]);
/** Keys any object may have. */
const COMMON_KEYS = new Set([
  'name',
  'id',
  'version',
  'author',
  'date',
  'creation_date',
  'modification_date',
  'description',
  'status',
]);

/**
 * Tells detections and hunts from what stands beside them in a content repository; undefined for what is not
 * Splunk's. A search of a type nobody knows is a detection.
 */
export function splunkKind(data: unknown): SplunkKind | undefined {
  const content = fieldsOf(data);
  if (!content) return undefined;
  return textOf(content['search']) !== undefined && hasContentKeys(content)
    ? searchKind(content)
    : supportKind(content);
}

function hasContentKeys(content: Fields): boolean {
  const tags = fieldsOf(content['tags']) ?? {};
  return CONTENT_KEYS.some((key) => key in tags || key in content);
}

function searchKind(content: Fields): SplunkKind {
  if (PLACEHOLDER.test(textOf(content['description']) ?? '')) {
    return { ignored: 'that are Splunk templates not filled in' };
  }
  switch (textOf(content['type'])?.toLowerCase()) {
    case 'hunting':
      return 'hunt';
    case 'baseline':
      return { ignored: 'that are Splunk baselines' };
    case 'investigation':
      return { ignored: 'that are Splunk investigations' };
    default:
      return 'detection';
  }
}

function supportKind(content: Fields): SplunkKind | undefined {
  const hasText = (key: string) => textOf(content[key]) !== undefined;
  const environment = hasText('environment') || 'mitre_technique' in content;
  if (environment && (Array.isArray(content['datasets']) || Array.isArray(content['dataset']))) {
    return { ignored: 'that are Splunk attack data' };
  }
  if (!hasText('name')) return undefined;
  const tags = fieldsOf(content['tags']) ?? {};
  if (hasText('playbook') && ('app_list' in content || 'playbook_type' in tags || 'platform_tags' in tags)) {
    return { ignored: 'that are Splunk SOAR playbooks' };
  }
  if (hasText('narrative') && hasText('description')) return { ignored: 'that are Splunk analytic stories' };
  if (hasText('sourcetype') && 'supported_TA' in content) return { ignored: 'that are Splunk data sources' };
  if (hasText('definition') && holdsOnly(content, MACRO_KEYS)) return { ignored: 'that are Splunk macros' };
  const isLookup = hasText('filename') || hasText('collection') || hasText('lookup_type');
  return isLookup && holdsOnly(content, LOOKUP_KEYS) ? { ignored: 'that are Splunk lookups' } : undefined;
}

function holdsOnly(content: Fields, keys: ReadonlySet<string>): boolean {
  return Object.keys(content).every((key) => keys.has(key) || COMMON_KEYS.has(key));
}
