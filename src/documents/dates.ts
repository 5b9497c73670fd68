const DATE = /^(\d{4})[-/_.](\d{1,2})[-/_.](\d{1,2})(?!\d)/;

/**
 * A date as rules write it (`2023-01-09`, `2023/01/9`, `2020_08_20`, an ISO date and time) as `YYYY-MM-DD`;
 * undefined for anything that is no day of the calendar.
 */
export function isoDate(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const match = DATE.exec(value.trim());
  if (!match) return undefined;
  const [, year = '', month = '', day = ''] = match;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  // A day past the end of its month is not refused by Date but carried over.
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return date.getUTCMonth() + 1 === Number(month) && date.getUTCDate() === Number(day) ? iso : undefined;
}
