/** A picture of numbers made at build time, and the same numbers as a table. */
export interface Chart {
  /** One sentence a reader gets instead of the picture: what it shows and what stands out. */
  summary: string;
  /** `<svg>` without inline styles or scripts: its colours are classes and `data-*` of the stylesheet. */
  svg: string;
  table: {
    columns: { label: string; numeric?: boolean }[];
    /** Cells as text, first the row's heading. `path` is where the row's heading leads, relative to the site's root. */
    rows: { cells: string[]; path?: string }[];
  };
}
