import type { PlaybookDraft, PlaybookFormatId } from '../playbook.ts';

/** What a file states of a hunt; undefined and absent say the same. */
export type PlaybookFacts = { [Key in keyof PlaybookDraft]?: PlaybookDraft[Key] | undefined } & {
  title: string;
};

/** A hunt of which nothing but the given facts is known: published, so active, until its file says otherwise. */
export function playbookDraft(format: PlaybookFormatId, facts: PlaybookFacts): PlaybookDraft {
  const stated = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
  return {
    mappings: [],
    tactics: [],
    actors: [],
    platforms: [],
    dataSources: [],
    status: 'active',
    authors: [],
    runs: [],
    detections: [],
    references: [],
    queries: [],
    sections: [],
    body: '',
    mdx: false,
    ...(stated as Partial<PlaybookDraft> & { title: string }),
    format,
  };
}
