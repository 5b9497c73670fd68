import type { FileFinding } from '../../findings/finding.ts';
import type { Pointer } from '../../mapping/mapping.ts';
import type { DetectionDraft } from '../detection.ts';
import { splitAuthors } from '../../documents/authors.ts';
import { isoDate } from '../../documents/dates.ts';
import { fieldLists, type Fields, fieldsOf, textOf, textsOf } from '../../documents/fields.ts';
import { sigmaLogSource } from './sigma-log-source.ts';
import { sigmaTags } from './sigma-tags.ts';
import { sigmaSeverity, sigmaStatus } from './sigma-values.ts';

/** Everything of a Sigma draft but its place, its title and its query. */
export type SigmaMetadata = Omit<
  DetectionDraft,
  'format' | 'title' | 'language' | 'query' | 'lines' | 'ordinal'
>;

/** A value that could not be used, and the key it stands under. */
export type SigmaProblem = Omit<FileFinding, 'range'> & { pointer: Pointer };

/** Reads the fields of a rule, correlation or filter; what has another shape than Sigma's reads as absent. */
export function sigmaMetadata(rule: Fields): { metadata: SigmaMetadata; problems: SigmaProblem[] } {
  const problems: SigmaProblem[] = [];
  const read = <T>(
    key: string,
    parse: (written: string) => T | undefined,
    expected: string,
  ): T | undefined => {
    const written = textOf(rule[key]);
    if (written === undefined) return undefined;
    const value = parse(written);
    if (value === undefined) problems.push(invalidValue(key, written, expected));
    return value;
  };
  const optional = {
    id: textOf(rule['id']),
    name: textOf(rule['name']),
    description: textOf(rule['description']),
    severity: read('level', sigmaSeverity, '`informational`, `low`, `medium`, `high` or `critical`'),
    created: read('date', isoDate, 'a date such as `2026-03-31`'),
    modified: read('modified', isoDate, 'a date such as `2026-03-31`'),
  };
  const { unrecognised, ...tags } = sigmaTags(rule);
  const metadata: SigmaMetadata = {
    ...withoutAbsent(optional),
    status:
      read('status', sigmaStatus, '`stable`, `test`, `experimental`, `deprecated` or `unsupported`') ??
      'unknown',
    enabled: true,
    authors: textsOf(rule['author']).flatMap(splitAuthors),
    references: [...textsOf(rule['references']), ...textsOf(rule['reference'])],
    // "Unknown" is what the template says, not something an analyst can use.
    falsePositives: textsOf(rule['falsepositives']).filter((text) => !/^unknown\.?$/i.test(text)),
    ...sigmaLogSource(rule['logsource']),
    ...tags,
    ...(unrecognised.length > 0 && { unrecognised }),
    related: related(rule['related']),
    tests: textsOf(rule['regression_tests_path']).map((path) => ({ kind: 'sigma-regression', path })),
    simulations: simulations(rule['simulation']),
    refersTo: refersTo(rule),
  };
  return { metadata, problems };
}

function related(value: unknown): DetectionDraft['related'] {
  return fieldLists(value).flatMap(({ fields }) => {
    const id = textOf(fields['id']);
    return id === undefined ? [] : [{ id, type: textOf(fields['type']) ?? 'similar' }];
  });
}

/** SigmaHQ writes both `atomic-red-team` and `atomic red team`. */
function simulations(value: unknown): DetectionDraft['simulations'] {
  return fieldLists(value).map(({ fields, index }) => ({
    type: (textOf(fields['type']) ?? 'unknown').toLowerCase().replace(/\s+/g, '-'),
    ...withoutAbsent({
      name: textOf(fields['name']),
      technique: textOf(fields['technique']),
      id: textOf(fields['atomic_guid']),
    }),
    pointer: ['simulation', index, 'atomic_guid'],
  }));
}

/** A filter for `any` names no rule: it applies wherever its log source does. */
function refersTo(rule: Fields): string[] {
  const part = fieldsOf(rule['correlation']) ?? fieldsOf(rule['filter']);
  return textsOf(part?.['rules']).filter((reference) => reference !== 'any');
}

function invalidValue(key: string, written: string, expected: string): SigmaProblem {
  return {
    rule: 'sigma/invalid-value',
    severity: 'warning',
    message: `Unexpected \`${key}\` \`${written.slice(0, 60)}\`, expected ${expected}; it reads as not stated`,
    hint: `Correct \`${key}\`.`,
    pointer: [key],
  };
}

/** Leaves out keys without a value: in an optional field `undefined` is not the same as absent. */
function withoutAbsent<T extends Record<string, unknown>>(
  fields: T,
): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
