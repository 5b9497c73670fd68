import { element } from '../matrix/element.ts';
import type { OptionGroup } from './palette-options.ts';

/** The list box below the palette's input: groups of options, one of them chosen. */
export interface PaletteList {
  show: (groups: readonly OptionGroup[]) => void;
  /** Chooses the next (1) or the one before (-1), round the ends; or the first and last by ±Infinity. */
  move: (by: number) => void;
  chosen: () => HTMLElement | undefined;
}

/** Options are never focused: the input stays so, and names the chosen one in `aria-activedescendant`. */
export function paletteList(input: HTMLInputElement, box: HTMLElement): PaletteList {
  let options: HTMLElement[] = [];
  let at = 0;
  const choose = (index: number, scroll = true): void => {
    options[at]?.setAttribute('aria-selected', 'false');
    at = index;
    const option = options[at];
    option?.setAttribute('aria-selected', 'true');
    if (option) input.setAttribute('aria-activedescendant', option.id);
    else input.removeAttribute('aria-activedescendant');
    if (scroll) (at === 0 ? box.firstElementChild : option)?.scrollIntoView({ block: 'nearest' });
  };
  box.addEventListener('pointermove', ({ target }) => {
    const option = target instanceof Element ? target.closest<HTMLElement>('[role=option]') : null;
    if (option && options[at] !== option) choose(options.indexOf(option), false);
  });
  return {
    show: (groups) => {
      options = groups.flatMap((group) => group.options);
      options.forEach((option, index) => {
        option.id = `palette-option-${String(index)}`;
        option.setAttribute('aria-selected', 'false');
      });
      box.replaceChildren(
        ...groups.map(({ label, options: own }) =>
          element(
            'div',
            { role: 'group', 'aria-label': label },
            ...(label === ''
              ? []
              : [element('div', { class: 'palette-heading', 'aria-hidden': 'true' }, label)]),
            ...own,
          ),
        ),
      );
      input.setAttribute('aria-expanded', String(options.length > 0));
      choose(0);
    },
    move: (by) => {
      if (options.length === 0) return;
      if (Math.abs(by) === Infinity) choose(by < 0 ? 0 : options.length - 1);
      else choose((at + by + options.length) % options.length);
    },
    chosen: () => options[at],
  };
}
