import type { Detection, TestReference } from '../../detections/detection.ts';
import { shownTechniques } from '../shown-techniques.ts';
import type { Difference } from '../difference.ts';
import { listDifference } from '../differences/list.ts';
import { textDifference } from '../differences/text.ts';
import { valueDifference } from '../differences/value.ts';
import { RULE_ASPECTS, type RuleAspect, type RuleChange } from '../rule-change.ts';
import { queryDifferences } from './query.ts';

/**
 * How a rule differs, by what that means, in the order of `RULE_ASPECTS`.
 *
 * @param fileOf Where a rule lies, for people.
 */
export function ruleAspects(
  before: Detection,
  after: Detection,
  fileOf: (detection: Detection) => string,
): RuleChange['aspects'] {
  const { query, exclusions, metadata } = queryDifferences(before, after);
  const differences: Record<RuleAspect, Difference[]> = {
    mapping: [
      ...listDifference('techniques', shownTechniques(before), shownTechniques(after)),
      ...listDifference('tactics', before.tactics.map(tacticOf), after.tactics.map(tacticOf)),
      ...listDifference('actors', before.actors, after.actors),
    ],
    status: [
      ...valueDifference('status', before.status, after.status),
      ...valueDifference('enabled', yesNo(before.enabled), yesNo(after.enabled)),
      ...valueDifference('raises alerts', yesNo(!before.silent), yesNo(!after.silent)),
      ...valueDifference('counts as coverage', countsWords(before), countsWords(after)),
    ],
    severity: [
      ...valueDifference('severity', before.severity, after.severity),
      ...valueDifference('risk score', before.riskScore, after.riskScore),
    ],
    query,
    exclusions,
    'log-source': [
      ...listDifference('log sources', before.logSources, after.logSources),
      ...listDifference('platforms', before.platforms, after.platforms),
    ],
    tests: [
      ...listDifference('tests', before.tests.map(testName), after.tests.map(testName)),
      ...listDifference(
        'passing tests',
        before.passingTests.map(({ summary }) => summary),
        after.passingTests.map(({ summary }) => summary),
      ),
      ...listDifference('simulations', before.simulations.map(nameOf), after.simulations.map(nameOf)),
    ],
    'false-positives': listDifference('false positives', before.falsePositives, after.falsePositives),
    moved: valueDifference('file', fileOf(before), fileOf(after)),
    renamed: [
      ...valueDifference('title', before.title, after.title),
      ...valueDifference('name', before.name, after.name),
    ],
    'new-id': valueDifference('id', before.id, after.id),
    metadata: [...metadataDifferences(before, after), ...metadata],
  };
  return RULE_ASPECTS.map((aspect) => ({ aspect, differences: differences[aspect] })).filter(
    (one) => one.differences.length > 0,
  );
}

/** What makes no alert another one. */
const METADATA: ReadonlySet<RuleAspect> = new Set(['moved', 'renamed', 'new-id', 'metadata']);

export function isMetadata({ aspect }: RuleChange['aspects'][number]): boolean {
  return METADATA.has(aspect);
}

function metadataDifferences(before: Detection, after: Detection): Difference[] {
  const related = ({ related: all }: Detection): string[] => all.map(({ type, id }) => `${type} ${id}`);
  return [
    ...textDifference('description', 'words', before.description, after.description),
    ...textDifference('guide', 'words', before.guide, after.guide),
    ...listDifference('references', before.references, after.references),
    ...listDifference('authors', before.authors, after.authors),
    ...listDifference('tags', before.tags, after.tags),
    ...listDifference('related rules', related(before), related(after)),
    ...valueDifference('created', before.created, after.created),
    ...valueDifference('modified', before.modified, after.modified),
  ];
}

function tacticOf({ shortname, written }: Detection['tactics'][number]): string {
  return shortname ?? written;
}

function countsWords({ counts, countsNot }: Detection): string {
  return counts ? 'yes' : `no: ${countsNot ?? 'it says so'}`;
}

function yesNo(is: boolean): string {
  return is ? 'yes' : 'no';
}

function testName(test: TestReference): string {
  if (test.kind === 'sigma-regression') return test.path;
  if (test.kind === 'panther-test') return test.name;
  return test.name ?? test.data.join(', ');
}

function nameOf({ name, id, type, technique }: Detection['simulations'][number]): string {
  return [type, name ?? id ?? technique].filter(Boolean).join(' ');
}
