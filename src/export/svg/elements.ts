/** Everything of a layer is foreign text, so every attribute and every text goes through here. */
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as XML 1.0 can hold it: markup escaped, control characters and lone surrogates out. */
export function escaped(text: string): string {
  return text
    .replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
    .toWellFormed()
    .replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}

/** An element with its attributes escaped; numbers are rounded to a thousandth of a millimetre. `content` is markup. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
  content = '',
): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? rounded(value) : escaped(value ?? '')}"`)
    .join('');
  return content === '' ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`;
}

/** Lines of text; `y` is the baseline of the first. */
export function textElement(
  lines: readonly string[],
  {
    x,
    y,
    lineHeight,
    ...attributes
  }: { x: number; y: number; lineHeight: number; [name: string]: string | number },
): string {
  if (lines.length === 0) return '';
  const [first = ''] = lines;
  const content =
    lines.length === 1
      ? escaped(first)
      : lines
          .map((line, index) => element('tspan', { x, y: y + index * lineHeight }, escaped(line)))
          .join('');
  return element('text', lines.length === 1 ? { x, y, ...attributes } : attributes, content);
}

function rounded(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}
