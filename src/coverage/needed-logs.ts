import type { KnowledgeBase } from '../attack/knowledge-base.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { Assessment } from './assessment.ts';
import type { NeededLog } from './gap.ts';
import { visibilityOf } from './visibility.ts';

/**
 * The data a technique would show in, by ATT&CK's analytics for platforms of ours: what most of them read first.
 * Before ATT&CK 18 there are no analytics, and nothing to say.
 */
export function neededLogs(
  { technique, visibility }: Pick<Assessment, 'technique' | 'visibility'>,
  knowledge: KnowledgeBase,
  { config }: Pick<Workspace, 'config'>,
): NeededLog[] {
  const { components } = visibility ?? visibilityOf(technique, knowledge, [], config.scope.platforms);
  return components.map(({ id, name, logSources, collected }) => ({
    component: knowledge.dataComponent(id) ?? { id, name },
    logSources,
    ...(visibility && { collected: collected.length > 0 }),
  }));
}
