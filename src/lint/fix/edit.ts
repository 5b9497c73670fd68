/** A stretch of a text and what to write over it. Offsets count UTF-16 code units; `end` is exclusive. */
export interface Edit {
  start: number;
  end: number;
  text: string;
}

/** The text with all edits made. Edits may come in any order; of two that overlap, the first in the text is made. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let from = 0;
  for (const edit of edits.toSorted((a, b) => a.start - b.start)) {
    if (edit.start < from) continue;
    result += text.slice(from, edit.start) + edit.text;
    from = edit.end;
  }
  return result + text.slice(from);
}
