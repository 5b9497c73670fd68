/** Name of a file without folder and extension: `rules/a/proc_creation.yml` → `proc_creation`. */
export function fileStem(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/(?<=.)\.\w+$/, '');
}
