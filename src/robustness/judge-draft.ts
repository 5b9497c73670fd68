import type { DetectionDraft } from '../detections/detection.ts';
import { judge, type JudgeContext } from './judge.ts';
import type { Judgement } from './judgement.ts';
import type { QueryTree } from './query-tree.ts';

/** What it takes to judge the queries of one language. */
export interface Language {
  parse(query: string): QueryTree;
  /** Asked in this order; the rule's own format may call for more. */
  fields: JudgeContext['fields'];
}

/** By `draft.language`. */
const LANGUAGES: ReadonlyMap<string, Language> = new Map<string, Language>([]);

/** The judgement of a rule by its query; undefined when the reader has judged it or its language is not understood. */
export function judgeDraft(draft: DetectionDraft): Judgement | undefined {
  if (draft.robustness !== undefined) return undefined;
  const language = LANGUAGES.get(draft.language ?? '');
  if (!language || draft.query === undefined) return undefined;
  return judge(language.parse(draft.query), { fields: language.fields });
}
