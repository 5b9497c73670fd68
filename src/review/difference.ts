/** A stretch of a compared text. */
export interface TextPart {
  /** `gap`: unchanged text that is left out; its `text` is empty. */
  kind: 'same' | 'added' | 'removed' | 'gap';
  text: string;
}

/** How one thing differs. Names are for people: `severity`, `log source`, `query`. Never without a difference. */
export type Difference =
  /** One value. Absent where a side states none. */
  | { kind: 'value'; name: string; before?: string; after?: string }
  /** A list, order aside. */
  | { kind: 'list'; name: string; removed: string[]; added: string[] }
  /** A text, in its order: `words` for prose, `lines` for queries (each part that is no gap then ends in a line feed). */
  | {
      kind: 'text';
      name: string;
      unit: 'words' | 'lines';
      parts: TextPart[];
      /** How many words or lines came and went. */
      added: number;
      removed: number;
    };
