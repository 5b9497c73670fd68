import { highlight } from '../../highlight/highlight.ts';

/** The HTML of a text, or its source where it is nested deeper than the stack reaches, which only a text made for it is. */
export function orSource(markdown: string, render: () => string): string {
  try {
    return render();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return `<pre tabindex="0" role="group" aria-label="Text">${highlight(markdown, 'text')}</pre>`;
  }
}
