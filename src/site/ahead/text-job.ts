import { highlightLines, type MarkedStretch } from '../../highlight/highlight.ts';
import type { AttackResolver } from '../../playbooks/markdown/settings.ts';
import { renderMarkdown } from '../../playbooks/pipeline.ts';

/** A rule's own lines, to be highlighted. */
export interface SourceJob {
  kind: 'source';
  text: string;
  language: string;
  stretches: readonly MarkedStretch[];
}

/** A rule's guide: Markdown. */
export interface GuideJob {
  kind: 'guide';
  text: string;
}

/** A text of a rule that becomes HTML. Plain data, so that it can be done in another thread. */
export type TextJob = SourceJob | GuideJob;

export function renderJob(job: TextJob, resolver: AttackResolver): string {
  if (job.kind === 'guide') return renderMarkdown(job.text, { resolver, headingOffset: 2 });
  return highlightLines(job.text, job.language, job.stretches).join('\n');
}
