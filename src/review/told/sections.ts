import { domainName } from '../../attack/domain.ts';
import type { CoverageChange } from '../coverage-change.ts';
import type { Review, ReviewFinding } from '../review.ts';
import { toldExercise, toldPlaybook, toldRule } from './items.ts';
import type { Section, SectionId, ToldItem } from './section.ts';

/** Everything of a review but its verdict and its foot, in the order it is told; sections without an entry are left out. */
export function sectionsOf(review: Review): Section[] {
  const { lost, gained, changed, byVersion, brokenMappings, rules, playbooks, exercises, config, findings } =
    review;
  const all: Section[] = [
    coverage('lost', 'Coverage lost', lost),
    coverage('gained', 'Coverage gained', gained),
    coverage('changed', 'Levels and scores', changed),
    {
      ...coverage('by-version', `What ${newVersions(review)} changes`, byVersion),
      note: 'This is what the new version alone does to the content of the base. No edit caused it.',
    },
    found('broken-mappings', 'Broken mappings', brokenMappings),
    items('rules', 'Rules', 'rule', rules.map(toldRule)),
    items('playbooks', 'Playbooks', 'playbook', playbooks.map(toldPlaybook)),
    items('exercises', 'Exercises', 'exercise', exercises.map(toldExercise)),
    { id: 'config', title: 'Config', kind: 'differences', count: config.length, differences: config },
    found('findings', 'New findings', findings),
  ];
  return all.filter(({ count }) => count > 0);
}

function coverage(id: SectionId, title: string, changes: CoverageChange[]): Section {
  return { id, title, kind: 'coverage', count: changes.length, changes };
}

function found(id: SectionId, title: string, findings: ReviewFinding[]): Section {
  return { id, title, kind: 'findings', count: findings.length, findings };
}

function items(id: SectionId, title: string, noun: string, told: ToldItem[]): Section {
  return { id, title, kind: 'items', noun, count: told.length, items: told };
}

/** `ATT&CK Enterprise 19.1` */
function newVersions({ attack }: Review): string {
  const changed = attack.filter(({ before }) => before !== undefined);
  return `ATT&CK ${changed.map(({ domain, version }) => `${domainName(domain)} ${version}`).join(', ')}`;
}
