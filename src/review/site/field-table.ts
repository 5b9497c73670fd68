import type { Element } from 'hast';
import type { Difference } from '../difference.ts';
import { element, unseen, type Child } from '../reporters/html/element.ts';

/** The fields of a front matter that differ, with what each was and is; of lists what went and what came. */
export function fieldTable(fields: readonly Difference[]): Child {
  const rows = fields.flatMap((difference): Element[] => {
    if (difference.kind === 'text') return [];
    const [before, after] =
      difference.kind === 'list'
        ? [difference.removed, difference.added]
        : [valuesOf(difference.before), valuesOf(difference.after)];
    return [
      element(
        'tr',
        {},
        element('th', { scope: 'row' }, difference.name),
        cell('del', before),
        cell('ins', after),
      ),
    ];
  });
  if (rows.length === 0) return undefined;
  const columns = ['Field', 'Before', 'After'].map((name) => element('th', { scope: 'col' }, name));
  return element(
    'div',
    { className: ['table-scroll'], role: 'group', tabIndex: 0, ariaLabel: 'Table: fields that differ' },
    element(
      'table',
      { className: ['fields'] },
      element('thead', {}, element('tr', {}, columns)),
      element('tbody', {}, rows),
    ),
  );
}

function valuesOf(value: string | undefined): string[] {
  return value === undefined ? [] : [value === '' ? 'nothing' : value];
}

function cell(tagName: 'ins' | 'del', values: readonly string[]): Element {
  if (values.length === 0) return element('td', {}, element('span', { className: ['muted'] }, '–'));
  const word = unseen(tagName === 'ins' ? 'added: ' : 'removed: ');
  return element(
    'td',
    {},
    values.map((value) => element('div', {}, element(tagName, {}, word, element('code', {}, value)))),
  );
}
