/** What an author wrote, on one line and short enough for a message. */
export function shownText(written: string): string {
  return written.trim().replace(/\s+/g, ' ').slice(0, 80);
}
