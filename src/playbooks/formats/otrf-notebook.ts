import type { Code, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { Reader } from '../../readers/reader.ts';
import { parseBody } from '../body.ts';
import { outline } from '../outline.ts';
import type { PlaybookQuery } from '../playbook.ts';
import { languageName } from '../query-languages.ts';
import { locateInBody } from './locate-in-body.ts';
import { markdownOf } from './markdown-file.ts';
import { otrfNotebookFiles } from './otrf-notebook-recognition.ts';
import { tablesOf } from './tables.ts';

/** A MyST directive that holds code, with its argument: `{code-cell} ipython3`. */
const DIRECTIVE = /^( {0,3}(?:`{3,}|~{3,}))\{(code-block|code-cell)\}[ \t]*([\w+-]*)[^\n]*/gm;

/**
 * The notebook of a hunt of the ThreatHunter-Playbook: MyST Markdown with the analytics. The hunt itself is described
 * by a `metadata.yaml` in the same directory; whoever sees both brings them together.
 *
 * @see https://jupytext.readthedocs.io/en/latest/formats-markdown.html
 */
export const otrfNotebooks: Reader = {
  ...otrfNotebookFiles,

  read(file) {
    const markdown = markdownOf(file);
    if (!markdown) return {};
    const body = withPlainFences(markdown.body);
    const { tree } = parseBody(body, false);
    const { sections } = outline(tree, markdown.line);
    const title = sections.find(({ depth }) => depth === 1)?.title;
    return {
      companions: [
        {
          kind: 'otrf-notebook',
          ...(title !== undefined && { title }),
          queries: analytics(tree),
          dataSources: dataSources(tree),
          sections,
          body,
        },
      ],
    };
  },

  locate: locateInBody,
};

/** MyST's directives as the fences every Markdown reader knows. A cell is Python; a block says its language or is SQL. */
function withPlainFences(body: string): string {
  return body.replaceAll(DIRECTIVE, (_, fence: string, directive: string, argument: string) => {
    if (directive === 'code-cell') return `${fence}python`;
    return `${fence}${argument === '' ? 'sql' : languageName(argument)}`;
  });
}

/** The blocks of logic under each `Analytic` heading; the cells that fetch data or repeat a query in Python are none. */
function analytics(tree: Root): PlaybookQuery[] {
  const queries: PlaybookQuery[] = [];
  let analytic: string | undefined;
  for (const node of tree.children) {
    if (node.type === 'heading') {
      const title = toString(node).trim();
      if (/^analytic\b/i.test(title)) analytic = title;
      else if (node.depth <= 2) analytic = undefined;
    } else if (node.type === 'code' && isLogic(node)) {
      queries.push({
        language: node.lang ?? 'sql',
        ...(analytic !== undefined && { platform: analytic }),
        text: node.value,
      });
    }
  }
  return queries;
}

function isLogic({ lang }: Code): boolean {
  return lang !== null && lang !== undefined && lang !== 'python';
}

/** What the analytics read: `Process created File · Microsoft-Windows-Sysmon/Operational 11`. */
function dataSources(tree: Root): string[] {
  const found = new Set<string>();
  for (const { header, rows } of tablesOf(tree)) {
    const columns = ['relationship', 'event provider', 'event'].map((name) => header.indexOf(name));
    if (columns.includes(-1)) continue;
    for (const row of rows) {
      const [relationship, provider, event] = columns.map((column) => row[column] ?? '');
      if (provider !== '') found.add(`${relationship ?? ''} · ${provider ?? ''} ${event ?? ''}`.trim());
    }
  }
  return [...found];
}
