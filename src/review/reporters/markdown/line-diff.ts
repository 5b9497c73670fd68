import { visible } from '../../../escape/visible.ts';
import type { TextPart } from '../../difference.ts';

const SIGNS = { same: ' ', added: '+', removed: '-' } as const;

/** What a runner would take for a command when the report is printed to a log; indentation does not stop it. */
const COMMAND = /^[^\S\n\r\u2028\u2029]*::|##\[/m;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  ':': '&#58;',
  '#': '&#35;',
};

/** A text that differs line by line, as the block that both hosts colour; its signs say the same without colour. */
export function lineDiff(parts: readonly TextPart[]): string {
  const text = parts.flatMap(linesOf).join('\n');
  // Nothing can be escaped in a fence, so that what needs it stands in an element.
  if (COMMAND.test(text))
    return `<pre lang="diff">\n${text.replaceAll(/[&<>:#]/g, (character) => ENTITIES[character] ?? '')}\n</pre>`;
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}diff\n${text}\n${fence}`;
}

function linesOf({ kind, text }: TextPart): string[] {
  if (kind === 'gap') return [' …'];
  return text
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => SIGNS[kind] + line.split('\t').map(visible).join('\t'));
}
