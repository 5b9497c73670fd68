import type { LintRule } from '../rule.ts';

/** What can be wrong with an ATT&CK id or a tactic; sorted by id. */
export const MAPPING_RULES: readonly LintRule[] = [
  {
    id: 'mapping/deprecated',
    severity: 'warning',
    summary:
      'An item is mapped to a technique that ATT&CK has given up without a successor; the mapping does not count.',
    remedy: 'Map it to the active technique that describes the behaviour.',
  },
  {
    id: 'mapping/malformed',
    severity: 'error',
    summary: 'Something is written as an ATT&CK mapping and has no form ATT&CK uses.',
    remedy: 'Write a technique as `attack.t1059.001`, a tactic by its name or id.',
  },
  {
    id: 'mapping/none',
    severity: 'note',
    summary: 'An item has no ATT&CK mapping at all, and so stands on no technique page and in no layer.',
    remedy: 'Map it to the techniques it finds.',
  },
  {
    id: 'mapping/revoked',
    severity: 'warning',
    summary: 'An item is mapped to a technique id that ATT&CK has replaced; it counts for the successor.',
    remedy: 'Write the successor’s id.',
  },
  {
    id: 'mapping/tactic-mismatch',
    severity: 'note',
    summary: 'An item names a tactic that none of its techniques belongs to.',
    remedy: 'Add a technique of that tactic, or correct the tactic.',
  },
  {
    id: 'mapping/unknown',
    severity: 'error',
    summary: 'An item is mapped to a technique id the loaded ATT&CK version does not know.',
    remedy: 'Look the id up, or load a newer ATT&CK version with `attack.bundles`.',
  },
  {
    id: 'mapping/wrong-domain',
    severity: 'error',
    summary: 'An item is mapped to a technique of an ATT&CK domain that is not configured.',
    remedy: 'Add the domain to `attack.domains`, or map to a technique of a configured one.',
  },
];
