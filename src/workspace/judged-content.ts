import type { FileContent } from '../readers/reader.ts';
import { judgeDraft } from '../robustness/judge-draft.ts';

/** The same, its rules judged by what is known of their query languages where their reader has not judged them. */
export function judgedContent(content: FileContent): FileContent {
  const detections = content.detections.map((draft) => {
    const robustness = judgeDraft(draft);
    return robustness ? { ...draft, robustness } : draft;
  });
  return { ...content, detections };
}
