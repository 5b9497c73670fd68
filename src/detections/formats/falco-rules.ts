import type { ParsedDocument } from '../../documents/document.ts';
import { type Fields, fieldLists, textOf } from '../../documents/fields.ts';
import { yamlItemLines } from '../../documents/yaml-items.ts';
import type { Pointer } from '../../mapping/mapping.ts';
import { changeFalcoRule, falcoPriority, falcoTags, isFalcoChange } from './falco-override.ts';

/** A text and where it stands: an override may have brought it. */
export interface FalcoTag {
  written: string;
  pointer: Pointer;
}

/** A rule as Falco has it after the whole file: what its own item says and what later items made of it. */
export interface FalcoRule {
  name: string;
  /** Which item of the file, items of all documents counted. */
  ordinal: number;
  lines: { from: number; to: number };
  fields: Fields;
  tags: FalcoTag[];
  priority: FalcoTag | undefined;
}

/** What is wrong with an item, at its ordinal. */
export interface FalcoProblem {
  kind: 'unknown-rule' | 'missing-condition' | 'duplicate-rule';
  name: string;
  ordinal: number;
}

/**
 * The rules of a file. A later item of the same name changes the rule (`override`, `append`, or nothing but
 * `enabled`) or, when it is complete, takes its place.
 *
 * @see https://falco.org/docs/concepts/rules/overriding/
 */
export function falcoRules(
  text: string,
  documents: readonly ParsedDocument[],
): { rules: FalcoRule[]; problems: FalcoProblem[] } {
  const rules = new Map<string, FalcoRule>();
  const problems: FalcoProblem[] = [];
  let offset = 0;
  const places = yamlItemLines(text, documents);
  for (const [at, document] of documents.entries()) {
    if (!Array.isArray(document.data)) continue;
    for (const { fields, index } of fieldLists(document.data)) {
      const name = textOf(fields['rule']);
      if (name === undefined) continue;
      const ordinal = offset + index;
      const earlier = rules.get(name);
      if (isFalcoChange(fields)) {
        if (earlier) changeFalcoRule(earlier, fields, ordinal);
        else problems.push({ kind: 'unknown-rule', name, ordinal });
      } else if (textOf(fields['condition']) === undefined) {
        problems.push({ kind: 'missing-condition', name, ordinal });
      } else {
        if (earlier) problems.push({ kind: 'duplicate-rule', name, ordinal: earlier.ordinal });
        rules.set(name, newRule(fields, name, ordinal, places[at]?.[index] ?? document.lines));
      }
    }
    offset += document.data.length;
  }
  return { rules: [...rules.values()].sort((a, b) => a.ordinal - b.ordinal), problems };
}

function newRule(fields: Fields, name: string, ordinal: number, lines: FalcoRule['lines']): FalcoRule {
  return {
    name,
    ordinal,
    lines,
    fields: { ...fields },
    tags: falcoTags(fields, ordinal),
    priority: falcoPriority(fields, ordinal),
  };
}
