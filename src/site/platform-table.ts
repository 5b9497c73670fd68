import { LEVELS } from '../coverage/assessment.ts';
import { techniquePath } from '../output/paths.ts';
import { buildTable } from '../tables/build-table.ts';
import type { TableData } from '../tables/table-data.ts';
import { LEVEL_WORDS } from './level-words.ts';
import type { Platform } from './platforms.ts';

/** The techniques of a platform in scope, what to work on first. */
export function platformTable({ techniques }: Platform): TableData {
  return buildTable(
    techniques,
    [
      {
        id: 'technique',
        label: 'Technique',
        role: 'head',
        of: ({ entry: { technique } }) => ({
          text: `${technique.id} ${technique.name}`,
          path: techniquePath(technique.id),
        }),
      },
      {
        id: 'tactic',
        label: 'Tactics',
        role: 'list',
        wide: true,
        facet: true,
        of: ({ entry: { technique, knowledge } }) =>
          technique.tactics.map((shortname) => ({
            text: knowledge.tactic(shortname)?.name ?? shortname,
            order: knowledge.tactics.findIndex((tactic) => tactic.shortname === shortname),
          })),
      },
      {
        id: 'level',
        label: 'Level',
        facet: true,
        descending: true,
        of: ({ entry: { assessment } }) => ({
          text: LEVEL_WORDS[assessment.level].name.toLowerCase(),
          level: assessment.level,
          order: LEVELS.indexOf(assessment.level),
        }),
      },
      {
        id: 'here',
        label: 'Rules looking here',
        role: 'number',
        descending: true,
        of: ({ rules }) => ({ text: String(rules), order: rules, ...(rules === 0 && { quiet: true }) }),
      },
      {
        id: 'looked',
        label: 'A rule looks here',
        hidden: true,
        facet: true,
        of: ({ rules }) => ({ text: rules > 0 ? 'yes' : 'no' }),
      },
      {
        id: 'score',
        label: 'Score',
        role: 'number',
        wide: true,
        descending: true,
        of: ({ entry: { assessment } }) => ({ text: String(assessment.score), order: assessment.score }),
      },
      {
        id: 'priority',
        label: 'Priority',
        role: 'number',
        descending: true,
        of: ({ entry: { assessment } }) => ({
          text: String(assessment.priority),
          order: assessment.priority,
        }),
      },
    ],
    { noun: ['technique', 'techniques'], order: { column: 'priority', descending: true } },
  );
}
