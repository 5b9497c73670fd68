import { ABLE_ELEMENTS, ableOf, type AbleElement } from '../playbooks/able.ts';
import { parseBody } from '../playbooks/body.ts';
import { renderMarkdown } from '../playbooks/pipeline.ts';
import type { Playbook } from '../playbooks/playbook.ts';
import { attackResolver } from './attack-resolver.ts';
import { fileLink } from './file-link.ts';
import { siteModel } from './model.ts';

/** One element of a hunt's outline, as its page shows it. */
export interface AbleRow {
  element: AbleElement;
  /** What the text states, as HTML. */
  html?: string;
  /** What a field of the file states, where the text says nothing. */
  values?: readonly string[];
  /** Who says so: `ABLE, line 45`, `the file’s actors`. */
  source: string;
  /** The line in the repository. */
  href?: string;
}

const FIELDS = { actor: 'actors', location: 'platforms', evidence: 'dataSources' } as const;
const FIELD_WORDS = { actors: 'actors', platforms: 'platforms', dataSources: 'data sources' } as const;

/** Actor, behaviour, location and evidence: out of the text, else out of the fields. What nobody states is left out. */
export function ableRows(playbook: Playbook): AbleRow[] {
  const { workspace } = siteModel();
  const { body, mdx } = playbook;
  const resolver = attackResolver(workspace);
  const stated = new Map(ableOf(parseBody(body, mdx).tree, body).map((one) => [one.element, one]));
  const rows = ABLE_ELEMENTS.flatMap((element): AbleRow[] => {
    const found = stated.get(element);
    if (found) {
      const line = fileLine(playbook, found.line);
      const place = [found.under ?? 'a table of the text', line && `line ${String(line)}`];
      const href = line && linkTo(playbook, line);
      return [
        {
          element,
          html: renderMarkdown(found.text, { resolver }),
          source: place.filter(Boolean).join(', '),
          ...(href && { href }),
        },
      ];
    }
    if (element === 'behaviour') return [];
    const field = FIELDS[element];
    const values = playbook[field];
    return values.length === 0 ? [] : [{ element, values, source: `the file’s ${FIELD_WORDS[field]}` }];
  });
  // A single field is no outline, and the page has a place of its own for each.
  return rows.length === 1 && rows[0]?.html === undefined ? [] : rows;
}

/** The line of the file a line of the body is; undefined where the body was put together from fields. */
function fileLine({ source, path, body }: Playbook, line: number): number | undefined {
  const text = siteModel().texts.file(source, path)?.replaceAll('\r\n', '\n');
  const at = body.trim() === '' ? -1 : (text?.indexOf(body.replaceAll('\r\n', '\n').trimEnd()) ?? -1);
  return at === -1 || text === undefined ? undefined : text.slice(0, at).split('\n').length + line - 1;
}

function linkTo(playbook: Playbook, line: number): string | undefined {
  const { sources } = siteModel().workspace;
  const lines = { from: line, to: line };
  const opened = sources.find(({ spec }) => spec.name === playbook.source);
  return fileLink({ ...playbook, permalink: opened?.permalink(playbook.path, lines) }, sources, lines);
}
