import { isAlias, isScalar, type Node } from 'yaml';
import type { Pointer } from '../mapping/mapping.ts';
import { stepInto, yamlDocuments } from './locate-yaml.ts';
import { scanYaml } from './scan-yaml.ts';

/**
 * The source text of the value at exactly this pointer, quotes included, where it can be changed without a change
 * anywhere else: a scalar on one line, neither anchored nor part of anything anchored, nor reached through an alias.
 * An index of 0 into a scalar is the scalar: readers take one text for a list of one.
 *
 * @param ordinal Which document, from 0, empty ones counted.
 */
export function yamlValueSpan(
  text: string,
  ordinal: number,
  pointer: Pointer,
): { start: number; end: number } | undefined {
  const scanned = ordinal === 0 ? scanYaml(text, pointer) : undefined;
  if (scanned) {
    const start = offsetOfLine(text, scanned.line) + scanned.column - 1;
    return { start, end: start + scanned.endColumn - scanned.column };
  }
  const document = yamlDocuments(text)[ordinal];
  // What a parser had to guess at is nothing to write into.
  if (!document || document.errors.some(({ code }) => code !== 'DUPLICATE_KEY')) return undefined;
  let node: Node | null = document.contents;
  for (const step of pointer) {
    if (!node || isAnchored(node)) return undefined;
    if (isScalar(node) && step === 0) continue;
    const next = stepInto(node, step);
    if (!next || next.isKey) return undefined;
    node = next.value;
  }
  if (!isScalar(node) || isAnchored(node) || !node.range) return undefined;
  if (node.type === 'BLOCK_FOLDED' || node.type === 'BLOCK_LITERAL') return undefined;
  const [start, end] = node.range;
  return start === end || text.slice(start, end).includes('\n') ? undefined : { start, end };
}

function isAnchored(node: Node): boolean {
  return !isAlias(node) && Boolean(node.anchor);
}

function offsetOfLine(text: string, line: number): number {
  let at = 0;
  for (let count = 1; count < line; count += 1) at = text.indexOf('\n', at) + 1;
  return at;
}
