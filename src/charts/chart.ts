/** A picture of numbers made at build time, and the same numbers as a table. */
export interface Chart {
  /** One sentence a reader gets instead of the picture: what it shows and what stands out. */
  summary: string;
  /** `<svg>` without inline styles or scripts: its colours are classes and `data-*` of the stylesheet. */
  svg: string;
  /** The same drawn again for a phone, where the first would shrink until its words are not legible. */
  narrow?: string;
  /** What the colours say, in the order they stand in; absent where every part is labelled. */
  key?: ChartKey[];
  table: {
    columns: { label: string; numeric?: boolean }[];
    /** Cells as text, first the row's heading. `path` is where the row's heading leads, relative to the site's root. */
    rows: { cells: string[]; path?: string }[];
  };
}

/** A colour of the stylesheet: `level-proven`, `rung-tool`; it becomes `data-level="proven"`, `data-rung="tool"`. */
export type Paint = `${'level' | 'rung' | 'state'}-${string}`;

export interface ChartKey {
  paint: Paint;
  label: string;
}
