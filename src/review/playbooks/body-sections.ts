import type { Playbook } from '../../playbooks/playbook.ts';
import { sectionRole } from '../../playbooks/section-roles.ts';

/** A heading of a body with the text under it, up to the next heading. */
export interface BodySection {
  /** Empty for what stands above the first heading. */
  title: string;
  role?: string;
  /** Line of the heading in the file. */
  line: number;
  /** Markdown source without the heading, and without the queries, which are compared on their own. */
  text: string;
}

/** The sections of a playbook's body, in their order; one that holds nothing is there as well. */
export function bodySections({ body, sections, queries }: Playbook): BodySection[] {
  const told = new Set(queries.map(({ text }) => text.trim()));
  const found: (BodySection & { lines: string[] })[] = [];
  let current = { title: '', line: 1, text: '', lines: [] as string[] };
  let fence: { mark: string; from: number } | undefined;
  for (const [index, line] of body.split(/\r?\n/).entries()) {
    const mark = /^\s*(`{3,}|~{3,})/.exec(line)?.[1];
    if (mark !== undefined && !fence) fence = { mark, from: current.lines.length };
    else if (mark !== undefined && fence && mark.startsWith(fence.mark)) {
      const block = current.lines.slice(fence.from + 1).map((one) => one.trim());
      // A query may be indented by the list it stands in; its own indentation tells nothing here.
      const isQuery = [...told].some((query) => sameLines(query, block));
      if (isQuery) current.lines.splice(fence.from);
      fence = undefined;
      if (isQuery) continue;
    }
    const title = fence ? undefined : headingOf(line);
    if (title === undefined) current.lines.push(line);
    else {
      found.push(current);
      current = { title, line: index + 1, text: '', lines: [] };
    }
  }
  found.push(current);
  const [first] = found.filter(({ title }) => title !== '');
  const offset = first && sections[0] ? sections[0].line - first.line : 0;
  return found
    .filter(({ title, lines }) => title !== '' || lines.some((line) => line.trim() !== ''))
    .map(({ title, line, lines }) => {
      const role = sectionRole(title);
      const text = lines.join('\n').trim();
      return { title, ...(role !== undefined && { role }), line: title === '' ? 1 : line + offset, text };
    });
}

function sameLines(query: string, block: readonly string[]): boolean {
  const lines = query.split(/\r?\n/).map((line) => line.trim());
  return lines.join('\n') === block.join('\n').trim();
}

/** The text of a heading with number signs, those that close it left out; undefined for any other line. */
function headingOf(line: string): string | undefined {
  const [, text] = /^ {0,3}#{1,6}[ \t](.*)$/.exec(line) ?? [];
  return text?.trim().replace(/(?<![ \t])[ \t]+#+$/, '');
}
