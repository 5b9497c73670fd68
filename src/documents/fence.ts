/** A text as a Markdown code block, fenced so that nothing in it ends the block. */
export function fenced(text: string, language: string): string {
  const longest = (text.match(/`{3,}/g) ?? []).reduce((most, run) => Math.max(most, run.length), 2);
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text.replaceAll('\r', '')}\n${fence}`;
}
