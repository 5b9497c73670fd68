/** An entry in full, and in as little as it can be said. */
export interface Entry {
  full: string;
  short: string;
}

/** A section as Markdown around its entries. */
export interface Block {
  open: string;
  /** The head of a table; only above an entry. */
  head: string;
  entries: Entry[];
  /** After the last one. */
  close: string;
  /** What stands in place of the entries that had no room. */
  more: (left: number, shown: number) => string;
  /** Loses detail only when no other block has any left. */
  kept: boolean;
}

export interface Fitted {
  /** The blocks as text, in their order. */
  blocks: string[];
  /** How many entries are there in short form or not at all. */
  shortened: number;
  left: number;
}

/** Room for what `more` says of one block. */
const MORE_ROOM = 120;

/**
 * Blocks cut down to a number of characters, the last ones first: as many entries as it takes say less, from the end;
 * when all do, as many as it takes are left out. Blocks that are `kept` come after all others.
 */
export function fit(blocks: readonly Block[], room: number): Fitted {
  const shown = blocks.map(({ entries }) => entries.map(({ full }) => full));
  let size = blocks.reduce((sum, block, index) => sum + sizeOf(block, shown[index] ?? []), 0);
  let shortened = 0;
  let left = 0;
  const lastFirst = [...blocks.entries()].reverse();
  for (const isKept of [false, true]) {
    const reducible = lastFirst.filter(([, { kept }]) => kept === isKept);
    for (const [index, { entries }] of reducible) {
      const texts = shown[index] ?? [];
      for (let nth = entries.length - 1; nth >= 0 && size > room; nth -= 1) {
        const { full = '', short = '' } = entries[nth] ?? {};
        if (short.length >= full.length) continue;
        texts[nth] = short;
        size -= full.length - short.length;
        shortened += 1;
      }
    }
    for (const [index, { entries }] of reducible) {
      const texts = shown[index] ?? [];
      if (size > room && entries.length > 0) size += MORE_ROOM;
      while (size > room && texts.length > 0) {
        const text = texts.pop() ?? '';
        const { full, short } = entries[texts.length] ?? {};
        if (text === short && text !== full) shortened -= 1;
        size -= text.length + 1;
        left += 1;
      }
    }
  }
  return { blocks: blocks.map((block, index) => textOf(block, shown[index] ?? [])), shortened, left };
}

function sizeOf({ open, head, close }: Block, entries: readonly string[]): number {
  // Two line feeds between blocks, one after each entry.
  const frame = open.length + head.length + close.length + 2;
  return frame + entries.reduce((sum, entry) => sum + entry.length + 1, 0);
}

function textOf({ open, head, entries, close, more }: Block, shown: readonly string[]): string {
  const left = entries.length - shown.length;
  const parts = [
    shown.length > 0 ? (head + shown.join('\n')).trimEnd() : '',
    left > 0 ? more(left, shown.length) : '',
  ];
  return open + parts.filter(Boolean).join('\n\n') + close;
}
