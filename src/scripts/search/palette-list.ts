import { drawInParts } from '../draw-in-parts.ts';
import { element } from '../matrix/element.ts';
import type { OptionGroup } from './palette-options.ts';

/** The list box below the palette's input: groups of options, one of them chosen. */
export interface PaletteList {
  /**
   * Shows groups, the first options at once, the others after the next paint.
   *
   * @returns Whether all are shown: false when the reader wants something else by now.
   */
  show: (groups: readonly OptionGroup[], isLatest: () => boolean) => Promise<boolean>;
  /** Chooses the next (1) or the one before (-1), round the ends; or the first and last by ±Infinity. */
  move: (by: number) => void;
  chosen: () => HTMLElement | undefined;
}

/** Options of the first part. */
const FIRST = 5;

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
    show: (groups, isLatest) => {
      // Before anything is put into it: what is laid out already scrolls at no cost.
      if (box.scrollTop > 0) box.scrollTop = 0;
      const lines = groups.flatMap((group) => {
        const around = groupElement(group);
        return group.options.map((option) => ({ around, option }));
      });
      options = lines.map(({ option }) => option);
      options.forEach((option, index) => {
        option.id = `palette-option-${String(index)}`;
        option.setAttribute('aria-selected', 'false');
      });
      box.replaceChildren();
      input.setAttribute('aria-expanded', String(options.length > 0));
      choose(0, false);
      const draw = (part: Readonly<typeof lines>): void => {
        for (const { around, option } of part) {
          around.append(option);
          if (!around.isConnected) box.append(around);
        }
        // A key may have chosen it before it was there.
        if (at > 0 && part.some(({ option }) => option === options[at])) choose(at);
      };
      return drawInParts(lines, { size: FIRST, draw, isLatest });
    },
    move: (by) => {
      if (options.length === 0) return;
      if (Math.abs(by) === Infinity) choose(by < 0 ? 0 : options.length - 1);
      else choose((at + by + options.length) % options.length);
    },
    chosen: () => options[at],
  };
}

function groupElement({ label }: OptionGroup): HTMLElement {
  if (label === '') return element('div', { class: 'palette-more', role: 'group', 'aria-label': label });
  return element(
    'div',
    { role: 'group', 'aria-label': label },
    element('div', { class: 'palette-heading', 'aria-hidden': 'true' }, label),
  );
}
