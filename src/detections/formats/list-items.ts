/** One item of a list written as one text; offsets count from where the text begins. */
export interface ListItem {
  text: string;
  start: number;
  end: number;
}

/**
 * The items of a comma-separated text, trimmed, empty ones left out.
 *
 * @param offset Where the text stands in its file; added to the items' places.
 */
export function listItems(text: string, offset = 0): ListItem[] {
  const items: ListItem[] = [];
  let start = 0;
  for (const piece of text.split(',')) {
    const item = piece.trim();
    const from = offset + start + (piece.length - piece.trimStart().length);
    if (item !== '') items.push({ text: item, start: from, end: from + item.length });
    start += piece.length + 1;
  }
  return items;
}

/** Whether a text only says that there is nothing to say: `none`, `N/A`. */
export function isPlaceholder(text: string): boolean {
  return /^(?:none|n\/?a|null|unknown|tbd|-+)$/i.test(text.trim());
}
