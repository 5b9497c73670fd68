import type { ParsedDocument } from '../../documents/document.ts';
import { type Fields, fieldsOf, textOf } from '../../documents/fields.ts';

/** One document of a Sigma file as a rule of its own. */
export interface SigmaRuleDocument {
  /** Own fields over the inherited ones. */
  rule: Fields;
  document: ParsedDocument;
  /** The global documents (or, with `action: repeat`, the rule) it inherits from, outermost first. */
  inherited: ParsedDocument[];
}

/**
 * Unfolds the documents of a Sigma file. In collections of Sigma 1 an `action: global` document gives its fields to
 * every later one, `reset` ends that, and `repeat` builds on the rule before.
 *
 * @see https://github.com/SigmaHQ/sigma-specification, "Rule Collections" of version 1
 */
export function sigmaRuleDocuments(documents: readonly ParsedDocument[]): SigmaRuleDocument[] {
  const rules: SigmaRuleDocument[] = [];
  let global: Fields = {};
  let globalDocuments: ParsedDocument[] = [];
  for (const document of documents) {
    const fields = fieldsOf(document.data);
    if (!fields) continue;
    const { action, ...own } = fields;
    const previous = rules.at(-1);
    switch (textOf(action)) {
      case 'global':
        global = merge(global, own);
        globalDocuments = [...globalDocuments, document];
        break;
      case 'reset':
        global = {};
        globalDocuments = [];
        break;
      case 'repeat':
        rules.push({
          rule: merge(previous?.rule ?? global, own),
          document,
          inherited: previous ? [...previous.inherited, previous.document] : globalDocuments,
        });
        break;
      default:
        rules.push({ rule: merge(global, own), document, inherited: globalDocuments });
    }
  }
  return rules;
}

/** Maps are merged key by key, everything else is replaced. */
function merge(base: Fields, over: Fields): Fields {
  if (Object.keys(base).length === 0) return over;
  const merged = { ...base };
  for (const [key, value] of Object.entries(over)) {
    const [below, above] = [fieldsOf(Object.hasOwn(base, key) ? base[key] : undefined), fieldsOf(value)];
    // Plain assignment to `__proto__` would change the prototype instead of adding a key.
    Object.defineProperty(merged, key, {
      value: below && above ? merge(below, above) : value,
      enumerable: true,
      writable: true,
      configurable: true,
    });
  }
  return merged;
}
