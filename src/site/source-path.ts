/** The page of a source. */
export function sourcePath(name: string): string {
  return `sources/${name}/`;
}
