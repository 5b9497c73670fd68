/** A stretch of an excerpt, and whether it is what was looked for. */
export interface MarkedPart {
  text: string;
  marked: boolean;
}

const ENTITIES: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&amp;': '&', '&quot;': '"' };

/** Takes Pagefind's excerpt apart, so that it can be shown as text and never as HTML. */
export function markedParts(excerpt: string): MarkedPart[] {
  return excerpt
    .split(/(<mark>.*?<\/mark>)/s)
    .filter((part) => part !== '')
    .map((part) => {
      const marked = part.startsWith('<mark>');
      const text = marked ? part.slice('<mark>'.length, -'</mark>'.length) : part;
      return {
        marked,
        text: text.replaceAll(/&(?:lt|gt|amp|quot);/g, (entity) => ENTITIES[entity] ?? entity),
      };
    });
}
