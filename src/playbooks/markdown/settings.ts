import type { VFile } from 'vfile';

/** Where an ATT&CK id leads on the site: the link's address and the object's name. */
export type AttackResolver = (id: string) => { href: string; title: string } | undefined;

/** What differs from text to text; the processor itself is built once. */
export interface MarkdownSettings {
  /** Without one, ids in prose stay text. */
  resolver?: AttackResolver | undefined;
  /** Level of the heading the text stands under: with 1 its topmost headings become h2. Default 1. */
  headingOffset?: number | undefined;
  /** Starts every id of the text, so that it meets no id of the page around it. Default `doc-`. */
  idPrefix?: string | undefined;
  /** Where a relative link of the text leads; without one, or without an answer, only its text stays. */
  resolveLink?: ((href: string) => string | undefined) | undefined;
  /** The text is a hunt: its steps can be ticked, its queries stand in tabs, and what the page's head says is left out. */
  runbook?: RunbookHead | undefined;
}

/** What the head of a hunt's page says already. */
export interface RunbookHead {
  title?: string | undefined;
  hypothesis?: string | undefined;
}

declare module 'vfile' {
  interface DataMap {
    coverbook: MarkdownSettings;
  }
}

/** The settings of the text at hand, with defaults filled in; `fixed` are those of a processor with one setting for all. */
export function settingsOf(
  file: VFile,
  fixed: MarkdownSettings = {},
): MarkdownSettings & { headingOffset: number; idPrefix: string } {
  const settings = { ...fixed, ...file.data.coverbook };
  return { ...settings, headingOffset: settings.headingOffset ?? 1, idPrefix: settings.idPrefix ?? 'doc-' };
}
