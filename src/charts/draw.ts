import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';

/** Plot draws into a document of its own: a build has none. */
const { document } = parseHTML('<!doctype html><html><body></body></html>');

const PAINT = /^(level|rung|state)-([\w-]+)$/;
/** What Plot writes for pages without a stylesheet or a summary of their own. */
const DROPPED = ['style', 'aria-label', 'aria-description', 'font-family', 'font-size', 'fill', 'stroke'];
const LONG_NUMBER = /-?\d{1,20}\.\d{2,}/g;

/**
 * Draws with Observable Plot what a strict Content-Security-Policy lets pass: no `<style>`, no `style="…"`. A mark's
 * `className` is its colour: a class of `charts.css`, or a `Paint` that becomes `data-level="proven"`. Numbers
 * are rounded to a tenth. The picture is hidden from screen readers; its chart's summary and table speak for it.
 */
export function draw(options: Plot.PlotOptions, size: 'wide' | 'narrow' | 'any' = 'any'): string {
  const svg = Plot.plot({
    document,
    axis: null,
    marginTop: 0,
    marginRight: 0,
    marginBottom: 0,
    marginLeft: 0,
    ...options,
  });
  for (const style of svg.querySelectorAll('style')) style.remove();
  for (const element of [svg, ...svg.querySelectorAll('*')]) tidy(element);
  svg.setAttribute('class', 'drawing');
  svg.setAttribute('data-size', size);
  svg.setAttribute('aria-hidden', 'true');
  return svg.outerHTML;
}

function tidy(element: Element): void {
  for (const name of DROPPED) element.removeAttribute(name);
  const paint = PAINT.exec(element.getAttribute('class') ?? '');
  if (paint) {
    element.removeAttribute('class');
    element.setAttribute(`data-${paint[1] ?? ''}`, paint[2] ?? '');
  }
  for (const { name, value } of [...element.attributes]) {
    const short = value.replaceAll(LONG_NUMBER, (number) => String(Math.round(Number(number) * 10) / 10));
    if (short !== value) element.setAttribute(name, short);
  }
}

/** Units of the drawings: about as wide as they are shown, so that 11 units of text are ten pixels or more. */
export const WIDE = 840;
export const NARROW = 288;
