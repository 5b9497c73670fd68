import type { Element, ElementContent } from 'hast';

/** A block, or the run of inline content between two of them. */
export type Segment =
  { kind: 'block'; node: Element; seen: string } | { kind: 'inline'; nodes: ElementContent[]; seen: string };

const BLOCKS: ReadonlySet<string> = new Set(
  (
    'p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre div section details summary hr ' +
    'table thead tbody tfoot tr td th caption figure figcaption'
  ).split(' '),
);

/** Properties a reader sees, or follows. */
const SEEN = ['href', 'checked', 'title', 'start', 'dataLanguage', 'align', 'colSpan', 'rowSpan'] as const;

/** Content cut into blocks and what stands between them; white space alone is nothing. */
export function segmentsOf(nodes: readonly ElementContent[]): Segment[] {
  const segments: Segment[] = [];
  let run: ElementContent[] = [];
  const end = (): void => {
    const seen = run.map((node) => seenOf(node)).join('');
    if (seen.trim() !== '') segments.push({ kind: 'inline', nodes: run, seen });
    run = [];
  };
  for (const node of nodes) {
    if (node.type === 'element' && BLOCKS.has(node.tagName)) {
      end();
      segments.push({ kind: 'block', node, seen: seenOf(node) });
    } else run.push(node);
  }
  end();
  return segments;
}

/** What a reader gets of a node, as a text that equal nodes share: neither ids nor how lines are wrapped. */
export function seenOf(node: ElementContent, isCode = false): string {
  if (node.type === 'text') {
    const text = isCode ? node.value : node.value.replaceAll(/\s+/g, ' ');
    return text === ' ' ? text : JSON.stringify(text);
  }
  if (node.type !== 'element') return '';
  const { tagName, children } = node;
  const inner = children
    .map((child) => seenOf(child, isCode || tagName === 'pre'))
    .filter((one) => one !== ' ');
  return `<${tagOf(node)}>${inner.join('')}</>`;
}

/** An element without what it holds, by what a reader sees of it. A fragment has another prefix on each side. */
export function tagOf({ tagName, properties }: Element): string {
  const seen = SEEN.flatMap((name) => {
    const value = properties[name];
    if (value === undefined || value === null) return [];
    return typeof value === 'string' && value.startsWith('#') ? [] : [[name, value]];
  });
  return JSON.stringify([tagName, ...seen]);
}
