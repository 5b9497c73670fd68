const LONGEST = 180;

/**
 * The first sentence of a text as a short quote in plain text: without ATT&CK's citations, links and markup, cut between
 * words after 180 characters. Undefined when nothing is left.
 */
export function shortQuote(markdown: string): string | undefined {
  const plain = markdown
    .replaceAll(/\(Citation:[^)]*\)/g, '')
    .replaceAll(/\[([^\][]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/<[^<>]*>|[`*]/g, '')
    .replaceAll(/[“”"]/g, '’')
    .replaceAll(/\s+/g, ' ')
    .trim();
  const sentence = /^.{12,}?[.!?](?=\s+\p{Lu}|$)/u.exec(plain)?.[0] ?? plain;
  // Of few characters: not worth an expression that is linear as well.
  /* eslint-disable regexp/no-super-linear-backtracking, regexp/no-super-linear-move */
  const cut =
    sentence.length <= LONGEST ? sentence : `${sentence.slice(0, LONGEST).replace(/[\s,;]+\S*$/, '')} …`;
  const bare = cut.replace(/\s+([.,;])/g, '$1').replace(/\.$/, '');
  /* eslint-enable regexp/no-super-linear-backtracking, regexp/no-super-linear-move */
  return bare === '' ? undefined : bare;
}
