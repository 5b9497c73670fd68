/** JSON as every file of the output holds it: for machines, so compact; a newline at the end. Keys keep the order they were set in. */
export function toJson(value: unknown): string {
  return `${JSON.stringify(value)}\n`;
}
