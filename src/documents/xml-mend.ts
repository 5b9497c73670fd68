/** Stand-ins for characters XML does not take where they stand; private, so that no text has them of its own. */
const AMPERSAND = '\uF8F0';
const LESS_THAN = '\uF8F1';

/**
 * Makes XML of what Wazuh and OSSEC read and XML forbids: a bare `&`, `\<` for a literal `<`, `--` inside a comment.
 * Every character keeps its place; {@link unmendXml} gives texts their own back.
 */
export function mendXml(text: string): string {
  return withoutComments(text)
    .replaceAll(/&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[\da-f]{1,6});)/gi, AMPERSAND)
    .replaceAll('\\<', `\\${LESS_THAN}`);
}

/** A piece of a mended text as its author wrote it. */
export function unmendXml(piece: string): string {
  return piece.replaceAll(AMPERSAND, '&').replaceAll(LESS_THAN, '<');
}

/** Comments as blanks, line ends kept; one that is never closed stays, to be reported. */
function withoutComments(text: string): string {
  const pieces: string[] = [];
  let at = 0;
  for (let start = text.indexOf('<!--'); start !== -1; start = text.indexOf('<!--', at)) {
    const close = text.indexOf('-->', start + 4);
    if (close === -1) break;
    pieces.push(text.slice(at, start), text.slice(start, close + 3).replaceAll(/[^\n]/g, ' '));
    at = close + 3;
  }
  return pieces.join('') + text.slice(at);
}
