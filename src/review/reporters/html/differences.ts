import type { Element } from 'hast';
import type { Difference, TextPart } from '../../difference.ts';
import { sizeOf } from '../../told/words.ts';
import { element, unseen, type Child } from './element.ts';

const ELEMENTS = { added: 'ins', removed: 'del' } as const;
const SIGNS = { same: ' ', added: '+', removed: '−' } as const;

/** How things differ, by name. */
export function differenceList(differences: readonly Difference[]): Child {
  if (differences.length === 0) return undefined;
  return element(
    'dl',
    { className: ['differences'] },
    differences.map((difference) =>
      element(
        'div',
        { dataKind: difference.kind },
        element('dt', {}, difference.name, sizeNote(difference)),
        element('dd', {}, content(difference)),
      ),
    ),
  );
}

function sizeNote(difference: Difference): Child {
  if (difference.kind !== 'text') return undefined;
  return [' ', element('span', { className: ['muted'] }, sizeOf(difference))];
}

function content(difference: Difference): Child {
  switch (difference.kind) {
    case 'value':
      return [
        difference.before === undefined ? 'added ' : value('removed', difference.before),
        difference.before === undefined || difference.after === undefined ? undefined : ' → ',
        difference.after === undefined ? ' removed' : value('added', difference.after),
      ];
    case 'list':
      return [values('removed', difference.removed), values('added', difference.added)];
    case 'text':
      return difference.unit === 'lines'
        ? element('pre', { className: ['diff'] }, difference.parts.flatMap(lines))
        : element('div', { className: ['words'] }, difference.parts.map(words));
  }
}

function values(kind: 'added' | 'removed', all: readonly string[]): Child {
  if (all.length === 0) return undefined;
  return element(
    'p',
    {},
    `${kind} `,
    all.map((one, index) => [index === 0 ? '' : ', ', value(kind, one)]),
  );
}

function value(kind: 'added' | 'removed', text: string): Element {
  return element(ELEMENTS[kind], {}, element('code', {}, text === '' ? 'nothing' : text));
}

/** Prose keeps its line ends; what came and what went is said to those who do not see it. */
function words({ kind, text }: TextPart): Child {
  const broken = text.split('\n').map((line, index) => [index === 0 ? undefined : element('br', {}), line]);
  if (kind === 'gap') return gap();
  return kind === 'same' ? broken : element(ELEMENTS[kind], {}, unseen(` ${kind}: `), broken, unseen(' '));
}

function lines({ kind, text }: TextPart): Child[] {
  if (kind === 'gap') return [element('span', { className: ['line'] }, gap())];
  return text
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => {
      // A tab is no danger and keeps what it indents.
      const shown = line.split('\t').flatMap((part, index) => (index === 0 ? [part] : ['    ', part]));
      return diffLine(kind, shown);
    });
}

/** One line of a text that is compared line by line. */
export function diffLine(kind: keyof typeof SIGNS, shown: Child): Element {
  const whole = [element('span', { className: ['sign'], ariaHidden: 'true' }, SIGNS[kind]), shown];
  return kind === 'same'
    ? element('span', { className: ['line'] }, whole)
    : element(ELEMENTS[kind], { className: ['line'] }, unseen(`${kind}: `), whole);
}

export function gap(): Child {
  return [
    element('span', { className: ['gap'], ariaHidden: 'true' }, ' … '),
    unseen(' unchanged text left out. '),
  ];
}
