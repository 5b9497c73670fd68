/** What ends a link's address in Markdown, or a cell of a table, though an address may hold it. */
const ENDING = /[()<>|\\`\s]/g;

/** Markdown as a link, where there is an address. */
export function linked(markdown: string, url: string | undefined): string {
  if (url === undefined || markdown === '') return markdown;
  const address = url.replaceAll(ENDING, (character) => {
    const code = character.charCodeAt(0).toString(16).toUpperCase();
    return `%${code.padStart(2, '0')}`;
  });
  return `[${markdown}](${address})`;
}
