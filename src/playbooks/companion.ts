import type { PlaybookDraft } from './playbook.ts';

/** What one file holds of a hunt that another file in its directory describes. Plain data: it is cached as JSON. */
export interface PlaybookCompanion extends Pick<
  PlaybookDraft,
  'queries' | 'sections' | 'body' | 'dataSources'
> {
  kind: 'otrf-notebook';
  title?: string;
}
