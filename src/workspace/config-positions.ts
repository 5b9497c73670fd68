import { isMap, isNode, isScalar, LineCounter, parseDocument, type Document } from 'yaml';
import type { z } from 'zod';

/** Where each problem of a config stands, as `file:line:column`; loaded only when there is one. */
export function placesOf(text: string, file: string, issues: readonly z.core.$ZodIssue[]): string[] {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  return issues.map((issue) => {
    const offset =
      issue.code === 'unrecognized_keys' ? keyOffset(document, issue) : nearestNode(document, issue.path);
    if (offset === undefined) return file;
    const { line, col } = lines.linePos(offset);
    return `${file}:${line}:${col}`;
  });
}

/** Offset of the first unexpected key itself. */
function keyOffset(
  document: Document.Parsed,
  { path, keys }: z.core.$ZodIssueUnrecognizedKeys,
): number | undefined {
  const map = path.length > 0 ? document.getIn(path, true) : document.contents;
  if (!isMap(map)) return undefined;
  const pair = map.items.find(({ key }) => isScalar(key) && keys.includes(String(key.value)));
  return isScalar(pair?.key) ? pair.key.range?.[0] : undefined;
}

/** Offset of the deepest node on the way to a path: a missing key points at the map that lacks it. */
function nearestNode(document: Document.Parsed, path: readonly PropertyKey[]): number | undefined {
  for (let depth = path.length; depth > 0; depth -= 1) {
    const node = document.getIn(path.slice(0, depth), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return isNode(document.contents) ? document.contents.range[0] : undefined;
}
