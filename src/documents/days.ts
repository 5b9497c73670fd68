const DAY = 86_400_000;

/** Whole days from one ISO date or date-time to another; negative where the second is before the first. */
export function daysFrom(date: string, to: string): number {
  return Math.round((Date.parse(to.slice(0, 10)) - Date.parse(date.slice(0, 10))) / DAY);
}

/** The ISO date some days after another; before it where they are negative. Throws for what is no date. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(date.slice(0, 10)) + days * DAY).toISOString().slice(0, 10);
}
