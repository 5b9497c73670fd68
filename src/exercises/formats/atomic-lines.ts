import { locateYaml } from '../../documents/locate-yaml.ts';

/**
 * The lines (from 1) of each test under `atomic_tests`. Items of a block list stand at one indent, and everything
 * inside them deeper, so a scan over the lines finds them; what it does not find in full is left to the YAML parser.
 */
export function testLines(text: string, count: number): { from: number; to: number }[] {
  const lines = text.split('\n').map((line) => line.trimEnd());
  const scanned = scan(lines);
  const starts = scanned?.starts.length === count ? scanned.starts : parsedStarts(text, count);
  const end = scanned?.starts.length === count ? scanned.end : lines.length;
  return starts.map((from, index) => {
    let to = (starts[index + 1] ?? end + 1) - 1;
    while (to > from && isBlank(lines[to - 1] ?? '')) to -= 1;
    return { from, to: Math.max(from, to) };
  });
}

/** Lines the items start on, and the last line of the list; undefined for a list in another style. */
function scan(lines: readonly string[]): { starts: number[]; end: number } | undefined {
  const key = lines.findIndex((line) => /^atomic_tests\s*:(?:\s+#.*)?$/.test(line));
  if (key === -1) return undefined;
  const starts: number[] = [];
  let indent: number | undefined;
  for (let at = key + 1; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (isBlank(line)) continue;
    const depth = line.length - line.trimStart().length;
    const isItem = /^\s*-(?:\s|$)/.test(line) && !/^---(?:\s|$)/.test(line);
    indent ??= isItem ? depth : undefined;
    if (indent === undefined) return undefined;
    if (depth > indent) continue;
    if (depth < indent || !isItem) return { starts, end: at };
    starts.push(at + 1);
  }
  return { starts, end: lines.length };
}

/** Comments between two tests belong to neither. */
function isBlank(line: string): boolean {
  return line === '' || /^\s*#/.test(line);
}

/** Positions are looked up one by one, from the top of the text. */
const MOST_LOOKED_UP = 200;

function parsedStarts(text: string, count: number): number[] {
  if (count > MOST_LOOKED_UP) return Array.from({ length: count }, () => 1);
  return Array.from({ length: count }, (_, index) => locateYaml(text, 0, ['atomic_tests', index])?.line ?? 1);
}
