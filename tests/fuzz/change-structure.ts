import { parse as parseToml, stringify as writeToml } from 'smol-toml';
import { parseAllDocuments, stringify as writeYaml } from 'yaml';
import { PIECES } from './pieces.ts';
import { pickOf, type Step } from './step.ts';

type Holder = Record<string, unknown> | unknown[];

/** A value by what holds it. */
interface Node {
  holder: Holder;
  key: string | number;
}

/** Stands for nesting that no writer would survive, until the text is written. */
const DEEP = 'nested-here';
const DEPTHS = [10, 99, 101, 3_000] as const;

const ODD: readonly [unknown, ...unknown[]] = [
  null,
  true,
  0,
  -1,
  1e21,
  '',
  ' ',
  [],
  {},
  [[]],
  [null],
  [{}],
  { a: { b: ['c'] } },
  ['x', 1, null, { y: [] }],
  { id: 'T1059', name: null },
  'x'.repeat(20_000),
  Array.from({ length: 300 }, (_, index) => `T${1000 + index}`),
  DEEP,
];

const CHANGES: readonly [Change, ...Change[]] = [
  // A value of another type.
  ({ holder, key }, { pick }) => {
    put(holder, key, pickOf(ODD, pick));
  },
  // A text nobody expects.
  ({ holder, key }, { pick }) => {
    put(holder, key, pickOf(PIECES, pick));
  },
  // Nothing there.
  ({ holder, key }) => {
    if (Array.isArray(holder)) holder.splice(Number(key), 1);
    else Reflect.deleteProperty(holder, key);
  },
  // One key called otherwise.
  ({ holder, key }, { pick }) => {
    if (!Array.isArray(holder)) put(holder, pickOf(KEYS, pick), holder[key]);
  },
  // A list around it, a map around it.
  ({ holder, key }) => {
    put(holder, key, [at(holder, key), at(holder, key)]);
  },
  ({ holder, key }) => {
    put(holder, key, { [String(key)]: at(holder, key) });
  },
  // The same value in another place: an alias, where the syntax has them.
  ({ holder, key }, { pick }, nodes) => {
    const other = nodes[pick % nodes.length];
    if (other && !holds(at(other.holder, other.key), holder)) put(holder, key, at(other.holder, other.key));
  },
  // Many of it.
  ({ holder, key }, { pick }) => {
    if (Array.isArray(holder)) holder.push(...Array<unknown>(pick % 100).fill(holder[Number(key)]));
  },
];

const KEYS: readonly [string, ...string[]] = [
  '__proto__',
  'constructor',
  'toString',
  '',
  ' ',
  '0',
  'T1059',
  'a.b',
  '"',
  '\n',
];

/** Characters. Writing more data again takes the writer longer than the reader, which is what is tried. */
const LARGEST = 50_000;
/** What the parser with positions takes minutes to refuse; the readers' own parsers refuse it at once. */
const DEEP_TEXT = /[[{]{100}/;

type Change = (node: Node, step: Step, nodes: readonly Node[]) => void;

/**
 * A text with one value of its data changed: read, changed and written again. Of a Markdown file the front matter, or
 * the nesting of a block of its body. A text that its syntax does not take, and one in a language of its own, stays.
 */
export function changeStructure(text: string, extension: string, step: Step): string {
  const syntax = SYNTAXES[extension];
  if (!syntax || text.length > LARGEST || DEEP_TEXT.test(text)) return text;
  try {
    return syntax(text, step);
  } catch {
    return text;
  }
}

const json = (text: string, step: Step): string =>
  deepened(JSON.stringify(changed(JSON.parse(text), step), null, step.pick % 2), step, '"');

const yaml = (text: string, step: Step): string => {
  const data = parseAllDocuments(text, { logLevel: 'silent' }).map((document) => document.toJS() as unknown);
  const written = (changed(data, step) as unknown[]).map((value) => writeYaml(value));
  return deepened(written.join('---\n'), step, '');
};

const toml = (text: string, step: Step): string =>
  deepened(writeToml(changed(parseToml(text), step)), step, '"');

const lines = (text: string, step: Step): string => {
  const all = text.split('\n').filter((line) => line !== '');
  const place = Math.floor(step.at * all.length);
  return all.map((line, index) => (index === place ? json(line, step) : line)).join('\n');
};

const SYNTAXES: Readonly<Partial<Record<string, (text: string, step: Step) => string>>> = {
  '.json': json,
  '.ndjson': lines,
  '.jsonl': lines,
  '.yml': yaml,
  '.yaml': yaml,
  '.toml': toml,
  '.md': markdown,
  '.mdx': markdown,
};

function markdown(text: string, step: Step): string {
  const [whole = '', front] = /^---\r?\n([\s\S]*?\r?\n)---\r?\n/.exec(text) ?? [];
  const body = text.slice(whole.length);
  if (front !== undefined && step.pick % 3 > 0) return `---\n${yaml(front, step)}---\n${body}`;
  const blocks = body.split(/\n{2,}/);
  const place = Math.floor(step.at * blocks.length);
  const block = blocks[place] ?? '';
  blocks[place] = pickOf<string>(
    [
      block.replaceAll(/^/gm, '> '.repeat(1 + (step.pick % 60))),
      block.replaceAll(/^/gm, `${' '.repeat(step.pick % 20)}- `),
      `${block}\n\n${block}`,
      block.split('\n').reverse().join('\n'),
      `<div>\n\n${block}\n\n</table></p></div>`,
      '',
    ],
    step.kind,
  );
  return whole + blocks.join('\n\n');
}

/** The data with one node of it changed; the data is one's own. */
function changed(data: unknown, step: Step): unknown {
  const root = { root: data };
  const nodes = [...nodesOf(root)];
  const node = nodes[Math.floor(step.at * nodes.length)];
  if (node) pickOf(CHANGES, step.kind)(node, step, nodes);
  return root.root;
}

function* nodesOf(value: unknown): Generator<Node> {
  if (typeof value !== 'object' || value === null) return;
  const holder = value as Holder;
  const keys = Array.isArray(holder) ? holder.keys() : Object.keys(holder);
  for (const key of keys) {
    yield { holder, key };
    yield* nodesOf(at(holder, key));
  }
}

function at(holder: Holder, key: string | number): unknown {
  return (holder as Record<string | number, unknown>)[key];
}

/** As a parser does it: `__proto__` is a key as any other. */
function put(holder: Holder, key: string | number, value: unknown): void {
  Object.defineProperty(holder, key, { value, writable: true, enumerable: true, configurable: true });
}

function holds(value: unknown, holder: Holder): boolean {
  return value === holder || [...nodesOf(value)].some((node) => at(node.holder, node.key) === holder);
}

function deepened(text: string, { size }: Step, quote: string): string {
  const depth = pickOf(DEPTHS, size);
  return text.replace(`${quote}${DEEP}${quote}`, `${'['.repeat(depth)}${']'.repeat(depth)}`);
}
