import { atomicCounts } from '../coverage/atomics.ts';
import type { NeededLog } from '../coverage/gap.ts';
import type { TechniqueEntry } from './lookups.ts';
import type { TechniqueNext } from './technique-next.ts';
import type { TechniqueUsers } from './technique-users.ts';

/** One section of a technique's page, with what it holds. */
export interface ContentsEntry {
  anchor: string;
  label: string;
  number?: string | number;
  /** Inside of the section before it. */
  isPart?: boolean;
}

/** The sections of a technique's page in their order; those without content are not there. */
export function techniqueContents(
  { technique, assessment, knowledge }: TechniqueEntry,
  {
    next,
    users,
    logs,
  }: { next: TechniqueNext | undefined; users: TechniqueUsers; logs: readonly NeededLog[] },
): ContentsEntry[] {
  const { detections, detectionsRolledUp, notCounting, playbooks, results } = assessment;
  const atomics = atomicCounts(assessment.atomics);
  const parts: ContentsEntry[] = [
    ...(detectionsRolledUp.length + notCounting.length > 0
      ? [{ anchor: 'detections', label: 'Detections', number: detections.length }]
      : []),
    ...(playbooks.length > 0 ? [{ anchor: 'playbooks', label: 'Playbooks', number: playbooks.length }] : []),
    ...(results.length > 0 ? [{ anchor: 'results', label: 'Exercise results', number: results.length }] : []),
    ...(atomics.available > 0
      ? [{ anchor: 'atomics', label: 'Tests run', number: `${atomics.run} of ${atomics.available}` }]
      : []),
    ...(knowledge.subtechniques(technique.id).length > 0
      ? [
          {
            anchor: 'subtechniques',
            label: 'Sub-techniques',
            number: knowledge.subtechniques(technique.id).length,
          },
        ]
      : []),
  ];
  const have = parts.length > 0 ? [{ anchor: 'have', label: 'What we have' }, ...parts.map(asPart)] : [];
  const who = {
    anchor: 'users',
    label: 'Who uses it',
    number: users.relevant.length + users.others.length,
  };
  const todo = next ? [{ anchor: 'next', label: 'What to do next', number: next.steps.length }] : [];
  return [
    ...have,
    ...(have.length > 0 ? [who, ...todo] : [...todo, who]),
    ...(logs.length > 0 ? [{ anchor: 'visibility', label: 'Where it would show' }] : []),
    { anchor: 'attack', label: `ATT&CK ${knowledge.version}` },
  ];
}

function asPart(entry: ContentsEntry): ContentsEntry {
  return { ...entry, isPart: true };
}
