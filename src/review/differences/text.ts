import { diffLines, diffWordsWithSpace, type ChangeObject } from 'diff';
import type { Difference, TextPart } from '../difference.ts';

export type TextDifference = Extract<Difference, { kind: 'text' }>;

/** Unchanged text that stays around a change: enough to find the place. */
const CONTEXT = { words: 8, lines: 2 };

/**
 * Texts that differ in more places than this are told as one that went and one that came: nobody reads such a
 * comparison, and the time it takes grows with the square.
 */
const MOST_EDITS = 2000;

/**
 * How a text differs, word by word or line by line; nothing where it does not. Spaces and line ends alone are no
 * difference of words.
 */
export function textDifference(
  name: string,
  unit: 'words' | 'lines',
  before: string | undefined,
  after: string | undefined,
): TextDifference[] {
  const [old, now] = [normalised(unit, before ?? ''), normalised(unit, after ?? '')];
  if (old === now) return [];
  const changes = compared(unit, old, now);
  const count = (which: 'added' | 'removed'): number =>
    changes.reduce((sum, change) => sum + (change[which] ? piecesOf(unit, change.value).length : 0), 0);
  return [
    {
      kind: 'text',
      name,
      unit,
      parts: changes.flatMap((change, index) => partsOf(change, unit, index, changes.length)),
      added: count('added'),
      removed: count('removed'),
    },
  ];
}

function normalised(unit: 'words' | 'lines', text: string): string {
  const plain = text.replaceAll('\r\n', '\n').trimEnd();
  // A last line that gets a line after it is the same line.
  if (unit === 'lines') return plain === '' ? '' : `${plain}\n`;
  if (/^ *(?:```|~~~)/m.test(plain)) return plain.trim();
  // Prose is wrapped anew at every edit; only an empty line, or a mark of Markdown, begins something else.
  return plain
    .trim()
    .replaceAll(/[^\S\n]+/g, ' ')
    .replaceAll(/ ?\n ?/g, '\n')
    .replaceAll(/\n{2,}/g, '\n\n')
    .replaceAll(/(?<!\n)\n(?![\n\-*+#>|]|\d+[.)] )/g, ' ');
}

function compared(unit: 'words' | 'lines', before: string, after: string): ChangeObject<string>[] {
  const options = { maxEditLength: MOST_EDITS };
  const changes =
    unit === 'words' ? diffWordsWithSpace(before, after, options) : diffLines(before, after, options);
  if (changes) return changes;
  const whole = (value: string, added: boolean): ChangeObject<string>[] =>
    value === '' ? [] : [{ value, added, removed: !added, count: 1 }];
  return [...whole(before, false), ...whole(after, true)];
}

function partsOf(
  { value, added, removed }: ChangeObject<string>,
  unit: 'words' | 'lines',
  index: number,
  length: number,
): TextPart[] {
  if (added || removed) return [{ kind: added ? 'added' : 'removed', text: value }];
  const pieces = piecesOf(unit, value);
  const most = CONTEXT[unit];
  const head = index === 0 ? 0 : most;
  const tail = index === length - 1 ? 0 : most;
  // A gap that saves next to nothing only costs the reader the thread.
  if (pieces.length <= head + tail + 2) return [{ kind: 'same', text: value }];
  const same = (text: string): TextPart[] => (text === '' ? [] : [{ kind: 'same', text }]);
  return [
    ...same(pieces.slice(0, head).join('')),
    { kind: 'gap', text: '' },
    ...same(tail === 0 ? '' : pieces.slice(-tail).join('')),
  ];
}

/** Words with the space after them, or lines with their line feed: joined, they are the text again. */
function piecesOf(unit: 'words' | 'lines', text: string): string[] {
  return text.match(unit === 'words' ? /\S+\s*|\s+/g : /[^\n]+\n?|\n/g) ?? [];
}
