import type { Element, ElementContent } from 'hast';
import { toString } from 'hast-util-to-string';
import { element } from '../reporters/html/element.ts';
import { align } from './align.ts';
import { codeDifference } from './code.ts';
import { segmentsOf, type Segment } from './segments.ts';
import { marked, mergeWords, type Kind } from './words.ts';

/** Rendered content of both sides in one, block by block, with what came and went marked. */
export function merge(before: readonly ElementContent[], after: readonly ElementContent[]): ElementContent[] {
  return align(segmentsOf(before), segmentsOf(after)).flatMap((pair) => {
    if (!pair.before) return pair.after ? markedSegment(pair.after, 'added') : [];
    return pair.after ? mergeSegments(pair.before, pair.after) : markedSegment(pair.before, 'removed');
  });
}

/** All of a content marked as having come, or gone. */
export function markAll(nodes: readonly ElementContent[], kind: Kind): ElementContent[] {
  return segmentsOf(nodes).flatMap((segment) => markedSegment(segment, kind));
}

function mergeSegments(before: Segment, after: Segment): ElementContent[] {
  if (before.kind === 'inline' || after.kind === 'inline') {
    if (before.seen === after.seen && after.kind === 'inline') return after.nodes;
    return before.kind === 'inline' && after.kind === 'inline'
      ? mergeWords(before.nodes, after.nodes)
      : [...markedSegment(before, 'removed'), ...markedSegment(after, 'added')];
  }
  const { node } = after;
  if (before.seen === after.seen) return [node];
  if (node.tagName === 'pre') {
    return [codeDifference(toString(before.node), toString(node), { language: languageOf(node) })];
  }
  return [{ ...node, children: merge(before.node.children, node.children) }];
}

function markedSegment(segment: Segment, kind: Kind): ElementContent[] {
  if (segment.kind === 'inline') return marked(segment.nodes, kind);
  const { node } = segment;
  if (node.tagName === 'pre') {
    const text = toString(node);
    const [before, after] = kind === 'added' ? [undefined, text] : [text, undefined];
    return [codeDifference(before, after, { language: languageOf(node) })];
  }
  if (node.tagName === 'hr') return [{ ...element(kind === 'added' ? 'ins' : 'del', {}), children: [node] }];
  return [{ ...node, children: markAll(node.children, kind) }];
}

function languageOf({ properties }: Element): string {
  const { dataLanguage } = properties;
  return typeof dataLanguage === 'string' ? dataLanguage : 'text';
}
