import type { Assessment, TechniqueVisibility } from '../../coverage/assessment.ts';
import { listed } from '../../coverage/wording.ts';
import { categoryScale, type Category } from '../categories.ts';
import { BEST_COLOR, FAILED_COLOR, GOOD_COLOR, UNKNOWN_COLOR } from '../colors.ts';
import { frame } from '../frame.ts';
import type { LayerDefinition, LayerFamily } from '../layer-definition.ts';
import type { LayerMetadata } from '../layer.ts';
import { techniqueEntry } from '../technique-entry.ts';

const CATEGORIES: Record<TechniqueVisibility['state'], Category> = {
  visible: { color: BEST_COLOR, label: 'Visible: all that one analytic reads is collected' },
  partial: { color: GOOD_COLOR, label: 'Partly: some of what its analytics read is collected' },
  blind: { color: FAILED_COLOR, label: 'Blind: nothing its analytics read is collected' },
  unknown: { color: UNKNOWN_COLOR, label: 'Unknown: ATT&CK names no data it would show in' },
};

const SCALE = categoryScale(Object.values(CATEGORIES));

/** Whether the logs we collect could show a technique; there when somebody says what is collected. */
export const visibilityLayer: LayerFamily = ({ workspace }) => (workspace.visibility ? [definition] : []);

const definition: LayerDefinition = {
  id: 'visibility',
  kind: 'coverage',
  name: 'Visibility',
  summary:
    'Whether the logs we collect could show each technique, by ATT&CK’s analytics; scores are the share of the data components they read that is collected, 0 to 100.',
  build: (input) =>
    frame(definition, input, {
      techniques: input.assessments.flatMap((assessment) => {
        const { visibility } = assessment;
        if (!visibility) return [];
        return [
          techniqueEntry(assessment, input.workspace.config, {
            ...(visibility.state !== 'unknown' && { score: visibility.share }),
            color: CATEGORIES[visibility.state].color,
            comment: visibilityComment(visibility),
            metadata: neededData(visibility),
          }),
        ];
      }),
      scale: SCALE,
      rollUp: 'Each technique and sub-technique stands for itself, by the analytics ATT&CK gives for it.',
    }),
};

/** What is collected of what the analytics of a technique read, in a sentence. */
export function visibilityComment({ state, components }: TechniqueVisibility): string {
  if (state === 'unknown') return 'ATT&CK names no data it would show in.';
  const collected = components.filter((component) => component.collected.length > 0);
  const missing = components.filter((component) => component.collected.length === 0);
  const names = (some: readonly { name: string }[]): string => listed(some.map(({ name }) => name));
  if (collected.length === 0) return `Nothing is collected of ${names(missing)}.`;
  return `Collected: ${names(collected)}.${missing.length > 0 ? ` Not collected: ${names(missing)}.` : ''}`;
}

/** One line for each data component its analytics read. */
export function neededData({ components }: NonNullable<Assessment['visibility']>): LayerMetadata[] {
  return components.map(({ id, name, logSources, collected }) => ({
    name: `${collected.length > 0 ? 'Collected' : 'Not collected'}: ${name} (${id})`,
    value:
      listed(
        collected.length > 0
          ? [...new Set(collected.map(({ logSource, dataComponent }) => logSource ?? dataComponent))]
          : logSources,
        5,
      ) || 'no log is named',
  }));
}
