import type { Assessment } from '../../coverage/assessment.ts';
import type { DomainState, History, TechniqueState } from '../../coverage/history.ts';
import { isCovered, rank } from '../../coverage/levels.ts';
import { CHANGE_CATEGORIES, CHANGE_SCALE, NO_CHANGE, type ChangeStep } from '../change-scale.ts';
import { frame } from '../frame.ts';
import type { LayerDefinition, LayerFamily } from '../layer-definition.ts';
import { techniqueEntry } from '../technique-entry.ts';

const NOTHING: TechniqueState = ['none', 0, 0];

/** Now against a year ago, or the oldest state that is known since; there when an earlier state is. */
export const changeYearLayer: LayerFamily = ({ history, workspace, coverage }) => {
  const then = history && stateAYearAgo(history, workspace.now);
  const state = then?.domains[coverage.domain];
  return then && state ? [definitionSince(then.date, state, history.notes)] : [];
};

function stateAYearAgo({ points }: History, now: string): History['points'][number] | undefined {
  const yearAgo = `${String(Number(now.slice(0, 4)) - 1).padStart(4, '0')}${now.slice(4)}`;
  return points.find(({ date }) => date >= yearAgo && date < now);
}

function definitionSince(date: string, then: DomainState, notes: readonly string[]): LayerDefinition {
  const definition: LayerDefinition = {
    id: 'change-year',
    kind: 'delta',
    name: `Change since ${date}`,
    summary: `What was gained, lost, raised and lowered since ${date}, under today's ATT&CK version; a score of ${NO_CHANGE} would be no change, ${NO_CHANGE + 30} is 30 more than then.`,
    build: (input) =>
      frame(definition, input, {
        techniques: input.assessments.flatMap((assessment) => {
          const before = then.techniques[assessment.technique] ?? NOTHING;
          const step = changeStep(before, assessment);
          if (!step) return [];
          const category = CHANGE_CATEGORIES[step];
          const [level, score, rules] = before;
          const rulesNow = assessment.detections.length;
          return [
            techniqueEntry(assessment, input.workspace.config, {
              score: NO_CHANGE + assessment.score - score,
              color: category.color,
              comment: `${category.label}. Score ${score} → ${assessment.score}, level ${level} → ${assessment.level}, counting rules ${rules} → ${rulesNow}.`,
            }),
          ];
        }),
        scale: CHANGE_SCALE,
        rollUp: 'A parent changes with its sub-techniques, as in the coverage layer.',
        metadata: [
          { name: 'Compared with', value: date },
          ...notes.map((value) => ({ name: 'Not compared', value })),
        ],
      }),
  };
  return definition;
}

/** What became of a technique since it was something else; undefined for no change. */
export function changeStep(
  [level, score]: TechniqueState,
  now: Pick<Assessment, 'level' | 'score'>,
): ChangeStep | undefined {
  if (now.level === 'failed' && level !== 'failed') return 'lost';
  if (isCovered(now.level) !== isCovered(level)) return isCovered(now.level) ? 'gained' : 'lost';
  const more = now.score - score || rank(now.level) - rank(level);
  if (more === 0) return undefined;
  return more > 0 ? 'raised' : 'lowered';
}
