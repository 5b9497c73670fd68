/** What a result shows and nobody searches for. */
export interface ResultAddress {
  /** From the root of the site. */
  path: string;
  /** Id shown beside the title, or empty. */
  id: string;
  /** One line of facts, or empty. */
  line: string;
}

/**
 * The address is the only part of a record that Pagefind carries without indexing it: all else would be found by
 * words such as `rule` that stand in every line of facts.
 */
export function writeResultAddress({ path, id, line }: ResultAddress): string {
  return [path, id, line].map((part) => part.replaceAll('\n', ' ')).join('\n');
}

export function readResultAddress(address: string): ResultAddress {
  const [path = '', id = '', line = ''] = address.split('\n');
  return { path, id, line };
}
