import { logLine } from '../../../escape/log-line.ts';
import type { Difference, TextPart } from '../../difference.ts';
import { sizeOf } from '../../told/words.ts';
import type { Paint } from './paint.ts';

/** A difference: its name and what came of it on a line, a text below it. */
export function differenceLines(difference: Difference, paint: Paint): string[] {
  const name = logLine(difference.name);
  switch (difference.kind) {
    case 'value': {
      const { before, after } = difference;
      if (before === undefined) return [`${name}: ${paint('green', logLine(after ?? ''))} (new)`];
      if (after === undefined) return [`${name}: ${paint('red', logLine(before))} (gone)`];
      return [`${name}: ${paint('red', logLine(before))} → ${paint('green', logLine(after))}`];
    }
    case 'list': {
      const { removed, added } = difference;
      // One value a line: they may be sentences.
      return [
        `${name}:`,
        ...removed.map((value) => `  ${paint('red', `- ${logLine(value)}`)}`),
        ...added.map((value) => `  ${paint('green', `+ ${logLine(value)}`)}`),
      ];
    }
    case 'text':
      return [
        `${name}: ${sizeOf(difference)}`,
        ...(difference.unit === 'lines'
          ? lineDiff(difference.parts, paint)
          : wordDiff(difference.parts, paint)
        ).map((line) => `  ${line}`),
      ];
  }
}

function lineDiff(parts: readonly TextPart[], paint: Paint): string[] {
  return parts.flatMap(({ kind, text }) => {
    if (kind === 'gap') return [paint('dim', '  …')];
    const lines = text.replace(/\n$/, '').split('\n').map(logLine);
    if (kind === 'same') return lines.map((line) => `  ${line}`);
    return lines.map((line) => (kind === 'added' ? paint('green', `+ ${line}`) : paint('red', `- ${line}`)));
  });
}

/** Words that went in `[-…-]`, words that came in `{+…+}`, as Git marks them. */
function wordDiff(parts: readonly TextPart[], paint: Paint): string[] {
  const marked = parts
    .map(({ kind, text }) => {
      if (kind === 'gap') return ` ${paint('dim', '…')} `;
      if (kind === 'same') return text.split('\n').map(logLine).join('\n');
      const [open, close] = kind === 'added' ? ['{+', '+}'] : ['[-', '-]'];
      // A mark does not reach over the end of a line.
      return text
        .split('\n')
        .map((line) =>
          line.trim() === ''
            ? line
            : paint(kind === 'added' ? 'green' : 'red', `${open}${logLine(line)}${close}`),
        )
        .join('\n');
    })
    .join('');
  return marked
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => line.trim());
}
