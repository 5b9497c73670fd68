import type { Citation } from './facts.ts';

/** Turns the citation marks of ATT&CK's texts into numbers, counted over all texts of a page. */
export interface Citer {
  /** Markdown with `(Citation: X)` marks → Markdown with `[1]`, linked to the source where it has a URL. */
  cite(markdown: string): string;
  /** What was cited so far, in the order of the numbers; the first is 1. */
  readonly references: readonly Citation[];
  /** The numbered list of the references, as Markdown; "" when there are none. */
  list(): string;
}

const MARK = '(Citation:';

/**
 * A citer for one page. ATT&CK's own links (`[APT29](https://attack.mitre.org/groups/G0016)`) stay as they are.
 * A mark whose name the bundle does not explain is kept as a reference of its name alone.
 *
 * @param linkOf Where the mark of a number leads, in place of the source itself.
 */
export function createCiter(
  citations: ReadonlyMap<string, Citation>,
  linkOf?: (number: number) => string,
): Citer {
  const numbers = new Map<string, number>();
  const references: Citation[] = [];

  const numberOf = (name: string): number => {
    const known = numbers.get(name);
    if (known !== undefined) return known;
    references.push(citations.get(name) ?? { name });
    numbers.set(name, references.length);
    return references.length;
  };

  const mark = (name: string): string => {
    const number = numberOf(name);
    const url = linkOf ? linkOf(number) : webUrl(citations.get(name)?.url);
    return url === undefined ? `\\[${number}\\]` : `[\\[${number}\\]](<${url}>)`;
  };

  return {
    references,
    cite(markdown) {
      let cited = '';
      let done = 0;
      for (let at = markdown.indexOf(MARK); at >= 0; at = markdown.indexOf(MARK, done)) {
        const end = endOfMark(markdown, at + MARK.length, citations);
        if (end < 0) break;
        const name = markdown.slice(at + MARK.length, end).trim();
        cited += markdown.slice(done, at) + mark(name);
        done = end + 1;
      }
      return cited + markdown.slice(done);
    },
    list: () => references.map((reference, index) => `${index + 1}. ${listed(reference)}\n`).join(''),
  };
}

/** Where a mark's bracket closes. Names may hold brackets (`CISA Alert (TA17-163A)`), so the longest known one is tried. */
function endOfMark(text: string, from: number, citations: ReadonlyMap<string, Citation>): number {
  const first = text.indexOf(')', from);
  const limit = text.indexOf(MARK, from);
  for (let end = first; end >= 0 && (limit < 0 || end < limit); end = text.indexOf(')', end + 1)) {
    if (citations.has(text.slice(from, end).trim())) return end;
  }
  return first;
}

function listed({ name, description, url }: Citation): string {
  const text = escapeMarkdown((description ?? name).replaceAll(/\s+/g, ' ').trim());
  const href = webUrl(url);
  return href === undefined ? text : `[${text}](<${href}>)`;
}

/** Only web addresses become links: a bundle is data from outside. */
function webUrl(url: string | undefined): string | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined;
  const { protocol, href } = new URL(url);
  return protocol === 'https:' || protocol === 'http:'
    ? href.replaceAll('<', '%3C').replaceAll('>', '%3E')
    : undefined;
}

function escapeMarkdown(text: string): string {
  return text.replaceAll(/[\\`*_{}[\]<>&|~]/g, '\\$&');
}
