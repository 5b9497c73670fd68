/** JSON as every file of the output holds it: two spaces, LF, a newline at the end. Keys keep the order they were set in. */
export function toJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
