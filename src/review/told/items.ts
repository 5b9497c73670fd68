import { counted, listed } from '../../coverage/wording.ts';
import type { Difference } from '../difference.ts';
import type { ExerciseChange } from '../exercise-change.ts';
import type { ItemChange } from '../item-ref.ts';
import type { PlaybookChange, SectionChange } from '../playbook-change.ts';
import type { RuleChange } from '../rule-change.ts';
import { pathOf } from './addresses.ts';
import type { ToldItem } from './section.ts';
import { ASPECT_WORDS } from './words.ts';

/** Techniques named in one clause. */
const MOST_TECHNIQUES = 5;

/** A rule: what it maps when it came or went, what about it is another when it stayed. */
export function toldRule(rule: RuleChange): ToldItem {
  const aspects = rule.aspects.map(({ aspect }) => ASPECT_WORDS[aspect]);
  return {
    ...told(rule),
    clauses: [
      ...mappedClause(rule),
      ...(rule.change === 'changed' && rule.metadataOnly ? ['metadata only'] : aspects),
      ...countingClause(rule),
    ],
    warnings: rule.dateUntouched ? ['It means something else now; its date was not changed.'] : [],
    differences: rule.aspects.flatMap(({ differences }) => differences),
  };
}

/** A playbook: hypothesis and queries before its other fields and sections. */
export function toldPlaybook(playbook: PlaybookChange): ToldItem {
  const { hypothesis, queries, fields, sections, brokenReferences, reviewUntouched } = playbook;
  return {
    ...told(playbook),
    clauses: [
      ...mappedClause(playbook),
      ...(hypothesis ? ['hypothesis'] : []),
      ...(queries.length > 0 ? [counted(queries.length, 'query', 'queries')] : []),
      ...(fields.length > 0 ? [counted(fields.length, 'field')] : []),
      ...(sections.length > 0 ? [counted(sections.length, 'section')] : []),
      ...countingClause(playbook),
    ],
    warnings: reviewUntouched ? ['What it says changed; the date of its review did not.'] : [],
    differences: [
      ...(hypothesis ? [hypothesis] : []),
      ...queries,
      ...fields,
      ...sections.map(sectionDifference),
    ],
    broken: brokenReferences,
  };
}

/** An exercise: its results before its other fields. */
export function toldExercise(exercise: ExerciseChange): ToldItem {
  const { results, fields } = exercise;
  return {
    ...told(exercise),
    clauses: [
      ...(results.length > 0 ? [counted(results.length, 'result')] : []),
      ...(fields.length > 0 ? [counted(fields.length, 'field')] : []),
    ],
    differences: [
      ...results.map(({ technique, procedure, before, after }): Difference => ({
        kind: 'value',
        name: procedure === undefined ? technique : `${technique}, ${procedure}`,
        ...(before !== undefined && { before }),
        ...(after !== undefined && { after }),
      })),
      ...fields,
    ],
  };
}

function told({ id, change, item, before }: ItemChange): Omit<ToldItem, 'clauses'> {
  return {
    id,
    change,
    item,
    ...(before && before.path !== item.path && { from: pathOf(before) }),
    warnings: [],
    differences: [],
    broken: [],
  };
}

/** Of what came or went: a change of the mapping of what stayed is among its differences. */
function mappedClause({ change, techniques }: ItemChange): string[] {
  if (change === 'changed') return [];
  const ids = change === 'added' ? techniques.after : techniques.before;
  const verb = change === 'added' ? 'maps' : 'mapped';
  return [ids.length === 0 ? `${verb} no technique` : `${verb} ${listed(ids, MOST_TECHNIQUES)}`];
}

function countingClause({ change, item, before }: ItemChange): string[] {
  const why = item.countsNot === undefined ? '' : `: ${item.countsNot}`;
  if (change === 'removed') return item.counts ? [] : [`did not count${why}`];
  if (change === 'added') return item.counts ? [] : [`does not count${why}`];
  if (!before || before.counts === item.counts) return [];
  return [item.counts ? 'counts now' : `does not count any more${why}`];
}

function sectionDifference({ change, title, titleBefore, added, removed, parts }: SectionChange): Difference {
  const was = titleBefore === undefined ? '' : `, was “${titleBefore}”`;
  const came = change === 'changed' ? '' : `, ${change}`;
  return { kind: 'text', name: `section “${title}”${was}${came}`, unit: 'words', parts, added, removed };
}
