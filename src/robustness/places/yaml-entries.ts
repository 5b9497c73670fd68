/** A key of a block mapping, or an item of a list of texts, with the texts under it. */
export interface YamlEntry {
  /** Empty for an item of a list. */
  key: string;
  /** The search it belongs to. */
  search: string;
  start: number;
  /** After the last of its values. */
  end: number;
  values: { text: string; start: number; end: number }[];
}

const KEY = /^(?:('[^']*'|"[^"]*")\s*|([^\s'"#:[{][^:#]*)):(?=\s|$)/;

/**
 * The entries of a Sigma rule's `detection`, from its lines as people write them: block mappings and lists, one scalar a
 * line. What is written otherwise (flow style, anchors, scalars of several lines) has no entries.
 */
export function yamlEntries(text: string): YamlEntry[] {
  const head = /^detection:[ \t]*(?:#.*)?\r?$/m.exec(text);
  if (!head) return [];
  const entries: YamlEntry[] = [];
  let open: { entry: YamlEntry; indent: number }[] = [];
  let search = '';
  let base: number | undefined;
  let offset = head.index + head[0].length + 1;
  for (const line of text.slice(offset).split('\n')) {
    const start = offset;
    offset += line.length + 1;
    const { spaces, dashes, quotedKey, rest } = partsOf(line);
    if (/^\s*(?:#|$)/.test(line)) continue;
    if (spaces === '' && dashes === '') break;
    base ??= spaces.length;
    const indent = spaces.length + dashes.length;
    // An item of a list belongs to a key that stands as deep as its dash.
    open = open.filter((parent) => parent.indent < indent);
    const at = start + indent;
    const value =
      rest === '' || rest.startsWith('#') ? undefined : scalar(rest, start + line.lastIndexOf(rest));
    if (quotedKey === undefined) {
      if (!value) continue;
      for (const { entry } of open.slice(-1)) {
        entry.values.push(value);
        entry.end = value.end;
      }
      if (dashes !== '')
        entries.push({ key: '', search, start: value.start, end: value.end, values: [value] });
      continue;
    }
    const key = unquoted(quotedKey);
    if (spaces.length === base && dashes === '') search = key;
    const entry: YamlEntry = {
      key,
      search,
      start: at,
      end: value?.end ?? at + quotedKey.length + 1,
      values: value ? [value] : [],
    };
    entries.push(entry);
    open.push({ entry, indent });
  }
  return entries;
}

/** A line taken apart from left to right: indent, dashes, key, and what is left without spaces around. */
function partsOf(line: string): { spaces: string; dashes: string; quotedKey?: string; rest: string } {
  const spaces = /^ */.exec(line)?.[0] ?? '';
  const dashes = /^(?:- )* */.exec(line.slice(spaces.length))?.[0] ?? '';
  const item = line.slice(spaces.length + dashes.length);
  const [whole = '', quoted, plain] = KEY.exec(item) ?? [];
  const quotedKey = quoted ?? plain?.trimEnd();
  const rest = item.slice(whole.length).trim();
  return { spaces, dashes, ...(quotedKey !== undefined && { quotedKey }), rest };
}

function scalar(written: string, start: number): YamlEntry['values'][number] | undefined {
  if (/^[[{&*!|>]/.test(written)) return undefined;
  const quoted = /^'(?:[^']|'')*'|^"(?:[^"\\]|\\.)*"/.exec(written)?.[0];
  const plain = quoted ?? written.replace(/(?<!\s)\s+#.*/, '');
  return { text: unquoted(plain), start, end: start + plain.length };
}

function unquoted(written: string): string {
  if (written.startsWith("'") && written.endsWith("'") && written.length > 1)
    return written.slice(1, -1).replaceAll("''", "'");
  if (!written.startsWith('"') || !written.endsWith('"') || written.length < 2) return written;
  return written
    .slice(1, -1)
    .replaceAll(
      /\\(?:x([\da-f]{2})|u([\da-f]{4})|(.))/gi,
      (_, ...[two, four, one = '']: (string | undefined)[]) => {
        const code = two ?? four;
        return code === undefined ? (ESCAPES[one] ?? one) : String.fromCharCode(parseInt(code, 16));
      },
    );
}

const ESCAPES: Record<string, string> = { n: '\n', t: '\t', r: '\r', 0: '\0' };
