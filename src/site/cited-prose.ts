import type { KnowledgeBase } from '../attack/knowledge-base.ts';
import { createCiter } from '../attack/prose.ts';
import { proseHtml } from './prose.ts';

/** A source as the list at the end of a page has it, with every place that cites it. */
export interface CitedSource {
  /** `source-3` */
  id: string;
  text: string;
  url?: string;
  /** Ids of the marks, in reading order. */
  marks: string[];
}

/** ATT&CK's texts of one page as HTML, their citations numbered in the order the texts are asked for. */
export interface CitedProse {
  /** Marks lead to `#source-3`, and the source back to each `#cite-3-1`. */
  html: (markdown: string) => string;
  /** What was cited so far. */
  sources: () => CitedSource[];
}

/** @param prefix What the ids start with, where a page has several lists of sources: `ics-`. */
export function citedProse(knowledge: KnowledgeBase, prefix = ''): CitedProse {
  const citer = createCiter(knowledge.prose?.citations ?? new Map(), (number) => `#source-${number}`);
  const marks = new Map<number, string[]>();
  const mark = (number: number): string => {
    const own = marks.get(number) ?? [];
    const id = `${prefix}cite-${number}-${own.length + 1}`;
    marks.set(number, [...own, id]);
    return `<sup><a id="${id}" href="#${prefix}source-${number}">[${number}]</a></sup>`;
  };
  return {
    html: (markdown) =>
      proseHtml(citer.cite(markdown), knowledge).replaceAll(
        /<a href="#source-(\d+)">\[\1\]<\/a>/g,
        (_, number: string) => mark(Number(number)),
      ),
    sources: () =>
      citer.references.map(({ name, description, url }, index) => ({
        id: `${prefix}source-${index + 1}`,
        text: (description ?? name).replaceAll(/\s+/g, ' ').trim(),
        ...(isWeb(url) && { url }),
        marks: marks.get(index + 1) ?? [],
      })),
  };
}

function isWeb(url: string | undefined): url is string {
  return url !== undefined && /^https?:\/\//i.test(url) && URL.canParse(url);
}
