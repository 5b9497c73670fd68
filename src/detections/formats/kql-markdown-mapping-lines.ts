import { idsInProse, techniqueIdIn, type IdToken } from '../../attack/ids.ts';
import { normaliseTag } from '../../mapping/normalise.ts';
import {
  addTactic,
  addTechnique,
  addUnrecognised,
  isTactic,
  type KqlMapping,
  type WrittenAt,
} from './kql-markdown-found.ts';
import { labelOf, partsOf, unmarked, type KqlLine } from './kql-markdown-lines.ts';

const TACTIC_LABEL = /^(?:att&ck |mitre )*tactics?(?: ?\(s\))?(?: ids?)?$/;
const ID_LABEL = /^(?:att&ck |mitre )*(?:sub-?)?techniques?(?: ?\(s\))? ids?$/;

/**
 * Reads lines under a heading of ATT&CK: `Technique ID: T1218.005`, `Tactic: Execution`, `**T1204.002** – a name`.
 * An id in the address of a link counts when no line names one: the link repeats what the lines say.
 */
export function readMappingLines(lines: readonly KqlLine[], found: KqlMapping): void {
  const linked: { id: string; at: WrittenAt }[] = [];
  let isNamed = false;
  for (const line of lines) {
    const tokens = idsInProse(line.text);
    const named = tokens.filter(({ start }) => line.text[start - 1] !== '/');
    const techniques = named.filter(({ kind }) => kind === 'technique');
    isNamed ||= techniques.length > 0;
    for (const token of techniques) addTechnique(found, token.id, tokenAt(line, token));
    for (const token of tokens) {
      if (token.kind === 'technique' && !named.includes(token))
        linked.push({ id: token.id, at: tokenAt(line, token) });
    }
    for (const token of named) readOtherToken(line, token, found);
    if (named.length === 0) readWords(line, tokens.length > 0, found);
  }
  if (!isNamed) for (const { id, at } of linked) addTechnique(found, id, at);
}

/**
 * Reads tags, one an item or several between commas. An id of a technique and a tactic's name are ATT&CK's; every
 * other tag is only a tag.
 */
export function readTagLines(lines: readonly KqlLine[], found: KqlMapping): void {
  for (const line of lines) {
    const labelled = labelOf(line);
    for (const part of partsOf(labelled?.label === 'tags' ? labelled.value : line, /[,;]/)) {
      const at = { ...part, end: part.start + part.text.length };
      const tag = normaliseTag(part.text);
      const id = tag.kind === 'technique' ? tag.id : techniqueAtStart(part.text);
      if (id !== undefined) addTechnique(found, id, at);
      else if (tag.kind === 'unrecognised') addUnrecognised(found, at);
      else if (tag.kind === 'actor') found.actors.push(tag.id);
      else if (tag.kind === 'tactic' || isTactic(part.text)) addTactic(found, at);
      else found.tags.push(part.text);
    }
  }
}

/** `T1059.001 - PowerShell`, `T1059.001: PowerShell`: a tag that starts with the id. */
function techniqueAtStart(text: string): string | undefined {
  const [first] = idsInProse(text);
  return first?.kind === 'technique' && first.start === 0 ? first.id : undefined;
}

function readOtherToken(line: KqlLine, token: IdToken, found: KqlMapping): void {
  if (token.kind === 'tactic') addTactic(found, tokenAt(line, token));
  else if (token.kind !== 'technique' && !found.actors.includes(token.id)) found.actors.push(token.id);
}

/** A line without an id says something when it is a tactic's name, or labelled as a tactic or an id. */
function readWords(line: KqlLine, isLink: boolean, found: KqlMapping): void {
  const labelled = labelOf(line);
  if (labelled && TACTIC_LABEL.test(labelled.label)) {
    for (const part of partsOf(labelled.value, /[,;]/))
      addTactic(found, { ...part, end: part.start + part.text.length });
  } else if (labelled && ID_LABEL.test(labelled.label)) {
    const [part] = partsOf(labelled.value, /\n/);
    if (!part || isLink) return;
    const at = { ...part, end: part.start + part.text.length };
    const id = techniqueIdIn(part.text);
    if (id === undefined) addUnrecognised(found, at);
    else addTechnique(found, id, at);
  } else if (isTactic(unmarked(line.text))) {
    for (const part of partsOf(line, /\n/)) addTactic(found, { ...part, end: part.start + part.text.length });
  }
}

function tokenAt(line: KqlLine, { start, end }: IdToken): WrittenAt {
  return { start: line.start + start, end: line.start + end, text: line.text.slice(start, end) };
}
