import type { Matrix } from '../../matrix/matrix.ts';
import { LEVEL_WORDS } from '../../site/level-words.ts';
import { count } from '../../site/wording.ts';
import { afterPaint } from '../after-paint.ts';
import { element } from './element.ts';

/** Says in one line what is known of the technique that is pointed at or focused. */
export function factsStrip(
  matrixElement: HTMLElement,
  strip: HTMLElement,
  load: () => Promise<Matrix>,
): void {
  let wanted = -1;
  const show = ({ target }: Event): void => {
    const cell = target instanceof Element ? target.closest<HTMLElement>('a[data-i]') : null;
    if (!cell) return;
    wanted = Number(cell.dataset['i']);
    const technique = wanted;
    afterPaint()
      .then(load)
      .then(
        (matrix) => {
          if (technique === wanted) strip.replaceChildren(...factsOf(matrix, technique));
        },
        () => {
          strip.textContent = 'The facts could not be fetched.';
        },
      );
  };
  matrixElement.addEventListener('pointerover', show);
  matrixElement.addEventListener('focusin', show);
}

function factsOf({ data, outOfScope }: Matrix, technique: number): Node[] {
  const { facts } = data;
  const level = data.levels[technique] ?? 'none';
  const at = <Value>(values: readonly Value[], none: Value): Value => values[technique] ?? none;
  const own = at(facts.rules, 0);
  const rolledUp = at(facts.rulesRolledUp, 0);
  const said = [
    `${count(own, 'rule')}${rolledUp > own ? `, ${rolledUp} with sub-techniques` : ''}`,
    count(at(facts.playbooks, 0), 'hunt'),
    `last proof ${at(facts.proof, '') || 'never'}`,
    `last touched ${at(facts.touched, '') || 'never'}`,
    ...(at(facts.robustness, '') === '' ? [] : [`robustness ${at(facts.robustness, '').toLowerCase()}`]),
    `relevance ${at(facts.relevance, 0)}`,
    `priority ${at(facts.priority, 0)}`,
  ];
  return [
    element('b', {}, `${at(data.ids, '')} ${at(data.names, '')}`),
    outOfScope.has(technique)
      ? element('span', {}, 'Out of scope')
      : element(
          'span',
          { class: 'level', 'data-level': level },
          element('span', { class: 'glyph', 'data-level': level }),
          ` ${LEVEL_WORDS[level].name} ${at(facts.score, 0)}`,
        ),
    ...said.map((fact) => element('span', {}, fact)),
  ];
}
