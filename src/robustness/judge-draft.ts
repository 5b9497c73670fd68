import type { DetectionDraft } from '../detections/detection.ts';
import { MODEL_FIELDS } from './fields/models.ts';
import { judge } from './judge.ts';
import type { Judgement } from './judgement.ts';
import { LANGUAGES } from './languages.ts';
import { notJudged } from './said.ts';
import { withStpTag } from './stp-tag.ts';

/** Elastic's rules that hold every event against a list of indicators. */
const COMPARES_LISTS = /^Rule Type: (?:Threat|Indicator) Match$/;

/** The judgement of a rule by its query; undefined when its reader has judged it. */
export function judgeDraft(draft: DetectionDraft): Judgement | undefined {
  if (draft.robustness !== undefined) return undefined;
  return withStpTag(judged(draft), draft.tags);
}

function judged({ language, query, tags }: DetectionDraft): Judgement {
  if (query === undefined)
    return notJudged('It has no query: a model, a threshold or another system decides');
  const known = LANGUAGES.get(language ?? '');
  if (!known) return notJudged(`Queries in ${language ?? 'a language it does not name'} are not taken apart`);
  const tree = known.parse(query);
  return judge(tree, {
    fields: [MODEL_FIELDS, ...(known.fieldsOf?.(tree) ?? []), ...known.fields],
    comparesLists: tags.some((tag) => COMPARES_LISTS.test(tag)),
  });
}
