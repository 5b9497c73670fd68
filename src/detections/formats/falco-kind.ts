import { type Fields, fieldLists, fieldsOf } from '../../documents/fields.ts';

/** What a YAML document has to do with Falco: a list of rules, macros and lists, or the index of a registry. */
export type FalcoKind = 'rules' | 'registry';

/** @returns undefined for a document that is not Falco's. */
export function falcoKind(data: unknown): FalcoKind | undefined {
  if (!Array.isArray(data)) return undefined;
  const items = fieldLists(data);
  if (items.some(({ fields }) => isRulesItem(fields))) return 'rules';
  return items.length > 0 && items.every(({ fields }) => isRegistryEntry(fields)) ? 'registry' : undefined;
}

/** Keys one of which stands beside the name of a rule, be it a new one or a change of an earlier one. */
const RULE_KEYS = ['condition', 'output', 'desc', 'priority', 'enabled', 'append', 'override', 'exceptions'];

function isRulesItem(fields: Fields): boolean {
  if ('required_engine_version' in fields || 'required_plugin_versions' in fields) return true;
  if (typeof fields['rule'] === 'string') return RULE_KEYS.some((key) => key in fields);
  if (typeof fields['macro'] === 'string') return 'condition' in fields;
  return typeof fields['list'] === 'string' && 'items' in fields;
}

function isRegistryEntry(fields: Fields): boolean {
  return (
    ['name', 'type', 'registry', 'repository'].every((key) => typeof fields[key] === 'string') &&
    fieldsOf(fields['rule']) === undefined
  );
}
